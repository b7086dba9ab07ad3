import { describe, expect, it } from 'vitest';
import { LOG } from '../../../tests/fixtures/panel-views';
import { CONCEAL_NOTHING, type ConcealOptions } from '../stage/conceal';
import { DEFAULT_KINDS, groupShown, KIND_GROUPS, KIND_NAMES, toggleGroup } from './kinds';
import { parseProvenance } from './provenance';
import { logAsText, sourceOf, titleOf, visibleEntries } from './text';

describe('the kinds of the log', () => {
  it('stand in one group each, all of them', () => {
    const grouped = KIND_GROUPS.flatMap(({ kinds }) => kinds);
    expect([...grouped].sort()).toEqual(Object.keys(KIND_NAMES).sort());
  });

  it('are switched together: one half shown is shown, one wholly shown is hidden', () => {
    const users = KIND_GROUPS.find(({ id }) => id === 'users')!;
    expect(groupShown(users, DEFAULT_KINDS)).toBe('some');
    const all = toggleGroup(users, DEFAULT_KINDS);
    expect(groupShown(users, all)).toBe('all');
    expect(groupShown(users, toggleGroup(users, all))).toBe('none');
  });
});

describe('where a line comes from', () => {
  it('is taken apart into chips with their meaning', () => {
    expect(parseProvenance('[S] Table 2, row 12; [C] utils ha status; [I-11]')).toEqual([
      { tag: 'S', kind: 'guide', where: 'Table 2, row 12', meaning: 'The guide says so: Table 2, row 12' },
      {
        tag: 'C',
        kind: 'cli',
        where: 'utils ha status',
        meaning: 'The CLI reference says so: utils ha status',
      },
      {
        tag: 'I-11',
        kind: 'assumption',
        where: '',
        meaning: 'Assumption 11: the guide is silent or unclear here',
      },
    ]);
  });

  it('may be nothing, or something unheard of', () => {
    expect(parseProvenance('')).toEqual([]);
    expect(parseProvenance('elsewhere')).toMatchObject([{ kind: 'other', tag: 'elsewhere' }]);
  });

  it('may hold a semicolon of its own', () => {
    expect(parseProvenance('[S] one; two; [I-3]').map(({ tag, where }) => `${tag} ${where}`.trim())).toEqual([
      'S one; two',
      'I-3',
    ]);
  });
});

describe('the log as text', () => {
  it('has a line each, with time, kind, title and source', () => {
    const lines = logAsText(LOG).split('\n');
    expect(lines).toHaveLength(LOG.length);
    expect(lines[4]).toBe(
      '2:00.000  State  imp1: Normal → Failing Over (Critical Service Down)  [S] Configure Heartbeat Interval for Failover; [I-11]',
    );
  });

  it('copies nothing that is hidden', () => {
    expect(logAsText(LOG, { ...CONCEAL_NOTHING, log: true })).toBe('');
    const quiet = logAsText(LOG, { ...CONCEAL_NOTHING, reasons: true, explanations: true });
    expect(quiet).not.toMatch(/Critical Service Down|\[S\]/);
    expect(quiet).toContain('imp1: Normal → Failing Over');
  });

  it('names no row where the row or the second node is to be found out', () => {
    const provenance = '[S] Table 2, rows 3, 12 and 13; [S] Table 1, Idle; [I-3]';
    const told = (conceal: Partial<ConcealOptions>) =>
      sourceOf({ ...LOG[0]!, provenance }, { ...CONCEAL_NOTHING, ...conceal });
    expect(told({})).toBe(provenance);
    expect(told({ row: true })).toBe('[S] Table 2; [S] Table 1, Idle; [I-3]');
    expect(told({ peer: true })).toBe(told({ row: true }));
    expect(told({ explanations: true })).toBe('');
  });

  it('leaves of a hidden node only what was done to it', () => {
    const seen = visibleEntries(LOG, CONCEAL_NOTHING, ['imp1']);
    expect(seen.map(({ kind, node }) => `${kind} ${node}`)).toEqual([
      'step imp1',
      'state imp2',
      'state imp2',
      'refused imp1',
      'step imp1',
    ]);
  });

  it('cuts off the reason only', () => {
    const state = LOG.find(({ index }) => index === 22)!;
    expect(titleOf(state, { ...CONCEAL_NOTHING, reasons: true })).toBe('imp2: Normal → Taking Over');
    expect(titleOf(state, CONCEAL_NOTHING)).toBe(state.title);
    const title = 'imp1: Failing Over (Critical Service Down) → Failed Over (Critical Service Down)';
    expect(titleOf({ ...state, title }, { ...CONCEAL_NOTHING, reasons: true })).toBe(
      'imp1: Failing Over → Failed Over',
    );
    const said = 'Keep-alive 7 of imp1 arrives: Failing Over (Critical Service Down), not healthy';
    expect(titleOf({ ...state, kind: 'arrival', title: said }, { ...CONCEAL_NOTHING, reasons: true })).toBe(
      'Keep-alive 7 of imp1 arrives: Failing Over, not healthy',
    );
  });
});
