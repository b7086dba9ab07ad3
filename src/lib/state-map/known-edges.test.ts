import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { format } from 'prettier';
import { expect, it } from 'vitest';
import { Run } from '../../engine';

const FOLDER = 'content/scenarios';

/**
 * Every change of state in any scenario of the gallery, by the state that it leaves. A node can become unreachable in any
 * state and come back in many: those changes say nothing, and are left out.
 */
function changesInTheGallery(): Record<string, string[]> {
  const changes = new Map<string, Set<string>>();
  for (const name of readdirSync(FOLDER).filter((one) => one.endsWith('.json'))) {
    const loaded = Run.load(JSON.parse(readFileSync(join(FOLDER, name), 'utf8')));
    if (!loaded.ok) throw new Error(loaded.faults.join('\n'));
    const { run } = loaded;
    run.hashAt(run.scenario.untilMs);
    for (const { from, to } of run.edges(run.scenario.untilMs))
      if (from !== 'unreachable' && to !== 'unreachable')
        changes.set(from, (changes.get(from) ?? new Set()).add(to));
  }
  return Object.fromEntries([...changes].sort().map(([from, to]) => [from, [...to].sort()]));
}

it('the changes that the map draws as possible are those of the scenarios; "vitest -u" writes them anew', async () => {
  const text = await format(JSON.stringify(changesInTheGallery()), { parser: 'json', printWidth: 110 });
  await expect(text).toMatchFileSnapshot('./known-edges.json');
}, 60_000);
