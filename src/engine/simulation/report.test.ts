import { describe, expect, it } from 'vitest';
import { runScenario } from './report';
import { checkScenario } from './scenario/check';

const GROUP = { name: 'first', nodes: ['imp1', 'imp2'], highAvailability: true };

/** What a bare `row` sees at 10 seconds, after the steps that come before. */
function bareRowAfter(steps: readonly object[], row: number | null, groups: readonly object[] = [GROUP]) {
  const read = checkScenario({
    format: 'presence-redundancy-scenario',
    version: 1,
    cluster: { nodes: ['imp1', 'imp2', 'imp3', 'imp4'].map((name) => ({ name })), groups },
    steps: steps.map((step, index) => ({ at: index + 1, ...step })),
    expect: [{ at: 10, row }],
  });
  if (!read.ok) throw new Error(JSON.stringify(read.faults));
  const [check] = runScenario(read.scenario).checks;
  return check!;
}

/** Takes the place of the file's group at the head of the cluster's list. */
const another = { do: 'add-group', group: 'another', nodes: ['imp3', 'imp4'] };

describe('a row that is expected without the name of a group', () => {
  it('is that of the only group', () => {
    expect(bareRowAfter([], 1)).toMatchObject({ ok: true, seen: { row: 1 } });
    expect(bareRowAfter([], 24)).toMatchObject({ ok: false, seen: { row: 1 } });
  });

  it('is still that of the only group of the file when steps add a second', () => {
    expect(bareRowAfter([another], 1)).toMatchObject({ ok: true, seen: { row: 1 } });
  });

  it('is that of the only group left where the one of the file has another name now', () => {
    const renamed = { do: 'edit-group', group: 'first', newName: 'renamed' };
    expect(bareRowAfter([renamed], 1)).toMatchObject({ ok: true, seen: { row: 1 } });
  });

  it('does not hold where nobody can tell which group is meant, and every row is shown', () => {
    const renamed = { do: 'edit-group', group: 'first', newName: 'renamed' };
    const check = bareRowAfter([renamed, another], 1);
    expect(check.ok).toBe(false);
    expect(Object.keys(check.seen.row as object).sort()).toEqual(['another', 'renamed']);
    expect(bareRowAfter([renamed, another], null).ok).toBe(false);
  });

  it('is null where there is no group at all', () => {
    expect(bareRowAfter([], null, [])).toMatchObject({ ok: true, seen: { row: null } });
  });
});
