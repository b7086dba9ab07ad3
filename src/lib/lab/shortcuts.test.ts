import { describe, expect, it, vi } from 'vitest';
import { fakeNode, fakeView } from '../../../tests/fixtures/lab/fake-engine';
import { PRESETS, presetPlace } from './presets';
import { SHORTCUTS, keyIsTaken, shortcutOf, type ShortcutPlace } from './shortcuts';

const press = (key: string, changes: object = {}) => ({
  key, code: '', shiftKey: false, ctrlKey: false, metaKey: false, altKey: false, ...changes,
}); // prettier-ignore

/** Stands for an element that is within what the given selector words name. */
const within = (...words: string[]) => ({
  closest: (selector: string) =>
    selector.split(', ').some((part) => words.includes(part)) ? document : null,
});
const document = {} as Element;

describe('the table of shortcuts', () => {
  it('gives no key to two shortcuts', () => {
    const keys = SHORTCUTS.flatMap((shortcut) => shortcut.keys);
    expect(new Set(keys).size).toBe(keys.length);
  });

  it('has a different name for each', () => {
    expect(new Set(SHORTCUTS.map(({ id }) => id)).size).toBe(SHORTCUTS.length);
    expect(new Set(SHORTCUTS.map(({ label }) => label)).size).toBe(SHORTCUTS.length);
  });

  it('finds a key in either case, and the digits with and without Shift', () => {
    expect(shortcutOf(press('n'))?.shortcut.id).toBe('change-next');
    expect(shortcutOf(press('N', { shiftKey: true }))?.shortcut.id).toBe('change-next');
    expect(shortcutOf(press('?', { shiftKey: true, code: 'Slash' }))?.shortcut.id).toBe('help');
    expect(shortcutOf(press('3', { code: 'Digit3' }))).toMatchObject({
      shortcut: { id: 'preset-3' },
      shift: false,
    });
    expect(shortcutOf(press('#', { code: 'Digit3', shiftKey: true }))).toMatchObject({
      shortcut: { id: 'preset-3' },
      shift: true,
    });
  });

  it("leaves the browser's own combinations alone", () => {
    for (const held of ['ctrlKey', 'metaKey', 'altKey'])
      expect(shortcutOf(press('r', { [held]: true }))).toBeNull();
    expect(shortcutOf(press('Tab'))).toBeNull();
  });

  it('is silent while somebody types, chooses from a menu or is in a dialog', () => {
    for (const word of [
      'textarea',
      'select',
      '[aria-label=Terminal] > *',
      'dialog',
      '[role=dialog]',
      '[role=menu]',
    ])
      expect(keyIsTaken(within(word), 'n')).toBe(true);
    expect(keyIsTaken(within(), 'n')).toBe(false);
    expect(keyIsTaken(null, 'n')).toBe(false);
  });

  it('leaves Space to buttons and arrows to sliders, and nothing else', () => {
    expect(keyIsTaken(within('button'), ' ')).toBe(true);
    expect(keyIsTaken(within('button'), 'n')).toBe(false);
    expect(keyIsTaken(within('[role=slider]'), 'ArrowLeft')).toBe(true);
    expect(keyIsTaken(within('[role=slider]'), 'n')).toBe(false);
  });

  it('does the fault of a digit on the second node with Shift', () => {
    const act = vi.fn();
    const place = {
      lab: { player: { view: fakeView() }, act },
      selectedGroup: null,
    } as unknown as ShortcutPlace;
    shortcutOf(press('6', { code: 'Digit6' }))?.shortcut.run(place, false);
    shortcutOf(press('^', { code: 'Digit6', shiftKey: true }))?.shortcut.run(place, true);
    expect(act.mock.calls).toEqual([[{ do: 'isolate', node: 'imp1' }], [{ do: 'isolate', node: 'imp2' }]]);
  });
});

describe('the preset faults', () => {
  const stepOf = (digit: number, node = fakeNode('imp1')) => {
    const place = presetPlace(fakeView({ nodes: [node, fakeNode('imp2')] }), null, false);
    return place && PRESETS.find((preset) => preset.digit === digit)?.step(place)?.do;
  };

  it.each([
    [1, 'stop-service', { services: [] }, 'start-service'],
    [2, 'crash-service', { services: [] }, 'start-service'],
    [3, 'stop-database', { database: 'down' }, 'start-database'],
    [4, 'stop-srm', { srm: 'stopped' }, 'start-srm'],
    [5, 'power-off', { platform: 'off' }, 'power-on'],
    [6, 'isolate', { isolated: true }, 'rejoin'],
    [9, 'failover', { keptState: 'idle' }, 'fallback'],
  ] as const)('on key %i: %s, and where it stands already the way back', (digit, fault, changes, repair) => {
    expect(stepOf(digit)).toBe(fault);
    expect(stepOf(digit, fakeNode('imp1', changes))).toBe(repair);
  });

  it('are about the only node where there is no second, and about nothing where there is none', () => {
    const alone = fakeView({ nodes: [fakeNode('imp1', { group: null })], groups: [] });
    expect(presetPlace(alone, null, true)).toMatchObject({ node: { name: 'imp1' }, group: null });
    expect(presetPlace(fakeView({ nodes: [], groups: [] }), null, false)).toBeNull();
  });

  it('are about the selected group', () => {
    const [group] = fakeView().groups;
    const view = fakeView({
      nodes: [fakeNode('imp1'), fakeNode('imp2'), fakeNode('imp3', { group: 'other' })],
      groups: [group!, { ...group!, name: 'other', nodes: ['imp3'] }],
    });
    expect(presetPlace(view, 'other', false)?.node.name).toBe('imp3');
  });
});
