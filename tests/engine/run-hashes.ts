/** Scenarios whose runs are pinned by hash: a browser must come to the same, and so must an engine of another day. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Run } from '../../src/engine';

/** Where the table of hashes is kept: the name of a file in `content/scenarios` to the hash of its run at its end. */
export const HASHES_PATH = 'tests/fixtures/run-hashes.json';

const FOLDER = 'content/scenarios';

/** A run of a scenario that comes with the product. */
export function runOf(name: string): Run {
  const loaded = Run.load(JSON.parse(readFileSync(join(FOLDER, name), 'utf8')));
  if (!loaded.ok) throw new Error(loaded.faults.join('\n'));
  return loaded.run;
}

/** The hash of every scenario's run at its end. */
export function hashesNow(): Record<string, string> {
  const names = readdirSync(FOLDER).filter((name) => name.endsWith('.json'));
  return Object.fromEntries(
    names.sort().map((name) => {
      const run = runOf(name);
      return [name, run.hashAt(run.scenario.untilMs)];
    }),
  );
}
