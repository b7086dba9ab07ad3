/** The engine in the browser gives, to the bit, the runs that it gives outside of one. */
import { readdirSync, readFileSync } from 'node:fs';
import { Run } from '../../src/engine';
import { expect, test } from './lab-page';

const folder = 'content/scenarios';
/** Takes long, and is looked at where long work is. */
const LARGE = 'large-cluster-failover.json';

const scenarios = readdirSync(folder)
  .filter((name) => name.endsWith('.json') && name !== LARGE)
  .map((name) => ({
    name,
    json: JSON.parse(readFileSync(`${folder}/${name}`, 'utf8')) as { until: number },
  }));

/** Hash of every demonstration's run at its end, as it was pinned. */
const pinned = JSON.parse(readFileSync('tests/fixtures/run-hashes.json', 'utf8')) as Record<string, string>;

/** Instants at which a run is compared, in milliseconds: its middle and its end. */
const instantsOf = ({ until }: { until: number }) => [Math.floor(until * 500), until * 1000];

function hashesHere(json: { until: number }): readonly string[] {
  const loaded = Run.load(json);
  if (!loaded.ok) throw new Error(loaded.faults.join('\n'));
  return instantsOf(json).map((atMs) => loaded.run.export(atMs).hash);
}

test('every demonstration has the same hashes in this browser as in Node, at once, stepped and sought', async ({
  lab,
  page,
}) => {
  await lab.open();
  const address = page.workers()[0]!.url();
  const there = await page.evaluate(
    async ({ address, runs }) => {
      const worker = new Worker(address, { type: 'module' });
      const waiting = new Map<number, (answer: { result?: unknown }) => void>();
      await new Promise<void>((ready) => {
        worker.onmessage = ({ data }: MessageEvent<{ id?: number; push?: string; result?: unknown }>) => {
          if (data.push === 'ready') ready();
          else if (data.push === undefined && data.id !== undefined) waiting.get(data.id)?.(data);
        };
      });
      let lastId = 0;
      const ask = (name: string, input: unknown) =>
        new Promise<unknown>((resolve, reject) => {
          lastId += 1;
          waiting.set(lastId, (answer) => {
            if ('result' in answer) resolve(answer.result);
            else reject(new Error(JSON.stringify(answer)));
          });
          worker.postMessage({ id: lastId, name, input });
        });
      const hashAt = async (atMs: number) => ((await ask('export', { atMs })) as { hash: string }).hash;

      const found: Record<string, { atOnce: string[]; watched: string[] }> = {};
      for (const { name, json, instants } of runs) {
        const [middleMs = 0, endMs = 0] = instants;
        await ask('load', { scenario: json });
        const end = await hashAt(endMs);
        const atOnce = [await hashAt(middleMs), end];
        await ask('load', { scenario: json });
        for (let atMs = 0; atMs < endMs; atMs += Math.ceil(endMs / 7)) await ask('view', { timeMs: atMs });
        await ask('view', { timeMs: Math.floor(endMs / 3) });
        await ask('find', { what: 'event', direction: 'next', from: { timeMs: middleMs, eventCount: 0 } });
        const watched = [await hashAt(middleMs), await hashAt(endMs)];
        found[name] = { atOnce, watched };
      }
      worker.terminate();
      return found;
    },
    { address, runs: scenarios.map(({ name, json }) => ({ name, json, instants: instantsOf(json) })) },
  );
  for (const { name, json } of scenarios) {
    const here = hashesHere(json);
    expect(there[name], name).toEqual({ atOnce: here, watched: here });
    expect(there[name]?.atOnce.at(-1), name).toBe(pinned[name]);
  }
});
