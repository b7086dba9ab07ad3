import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Run } from '../../src/engine';
import { draw, stepsOf } from './actions';
import { clusterFile } from './cluster-arbitrary';
import { isLong } from './mode';

const RUNS = isLong ? 1_500 : 60;

/** What a person does with a run: looks somewhere, steps through events, acts now or in the past, changes branches. */
const move = fc.record({
  what: fc.constantFrom('look', 'look', 'event', 'act', 'act', 'act', 'act now', 'act now', 'switch', 'find'),
  timeMs: fc.integer({ min: 0, max: 900_000 }),
  draw,
});

describe('a run that is watched, acted upon and forked (10.6)', () => {
  it('is the run of the scenario it exports, to the bit, on every branch', () => {
    fc.assert(
      fc.property(
        clusterFile,
        fc.array(move, { minLength: 3, maxLength: 12, size: 'max' }),
        (file, moves) => {
          const loaded = Run.load(file);
          if (!loaded.ok) throw new Error(loaded.faults.join());
          const { run } = loaded;
          let nowMs = 0;
          for (const { what, timeMs, draw: drawn } of moves) {
            const view = run.viewAt({ timeMs: nowMs });
            if (what === 'look') nowMs = timeMs;
            else if (what === 'event')
              nowMs = run.viewAt({ eventCount: Math.max(0, view.eventCount - 1) }).timeMs;
            else if (what === 'switch') {
              run.switchTo(timeMs % run.branches().length);
              nowMs = 0;
            } else if (what === 'find') nowMs = run.find('change', 'next', view, 400_000)?.timeMs ?? nowMs;
            else {
              const atMs = what === 'act' ? timeMs : nowMs;
              const nodes = view.nodes.map(({ name }) => ({ name, services: [] }));
              const cluster = { nodes, groups: view.groups, users: { count: view.users.total } };
              const [step] = [...stepsOf(drawn, cluster as never)];
              const outcome = run.act(atMs, step, null);
              if (outcome.accepted) nowMs = outcome.atMs;
            }
          }
          for (const { id } of run.branches()) {
            run.switchTo(id);
            const untilMs = run.summary().untilMs + 30_000;
            const exported = run.export(untilMs);
            const again = Run.load(JSON.parse(JSON.stringify(exported.scenario)));
            if (!again.ok) throw new Error(again.faults.join());
            expect(again.run.hashAt(untilMs)).toBe(exported.hash);
            expect(run.log({ untilMs, kinds: ['refused'], count: 9 }).entries).toEqual([]);
            expect(run.violations()).toEqual([]);
          }
        },
      ),
      { numRuns: RUNS, ...(isLong ? {} : { seed: 4 }) },
    );
  });
});
