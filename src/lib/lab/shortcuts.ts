/** Every key of the lab, in one table: the handler and the dialog under `?` both read it. */
import { PANEL_NAMES, PANELS, type Arrangement, type Panel } from './arrangement.svelte';
import type { Lab } from './lab.svelte';
import { PRESETS, presetPlace } from './presets';

/** What a shortcut works on. */
export interface ShortcutPlace {
  readonly lab: Lab;
  readonly arrangement: Arrangement;
  /** Name of the group that the selection belongs to, or null. */
  readonly selectedGroup: string | null;
  readonly toggleFullScreen: () => void;
}

/** One key (or two that do the same). */
export interface Shortcut {
  readonly id: string;
  readonly section: 'Time' | 'Faults' | 'View' | 'Run';
  /** Values of `KeyboardEvent.key`, lower case; a digit stands for its key with and without Shift. */
  readonly keys: readonly string[];
  /** Keys as they are shown. */
  readonly shown: string;
  readonly label: string;
  readonly run: (place: ShortcutPlace, shift: boolean) => void;
}

type Run = Shortcut['run'];

const time = (id: string, keys: readonly string[], shown: string, label: string, run: Run): Shortcut => ({
  id, section: 'Time', keys, shown, label, run,
}); // prettier-ignore

const view = (id: string, key: string, label: string, run: Run): Shortcut => ({
  id, section: 'View', keys: [key], shown: key === '?' ? key : key.toUpperCase(), label, run,
}); // prettier-ignore

const run = (id: string, key: string, label: string, work: Run): Shortcut => ({
  id, section: 'Run', keys: [key], shown: key.toUpperCase(), label, run: work,
}); // prettier-ignore

const faults: readonly Shortcut[] = PRESETS.map(({ digit, label, step }) => ({
  id: `preset-${digit}`,
  section: 'Faults',
  keys: [String(digit)],
  shown: String(digit),
  label,
  run: ({ lab, selectedGroup }, shift) => {
    // In a run that counts, nothing breaks at the touch of a key.
    const { view } = lab.player;
    const place = view && !lab.sealed && presetPlace(view, selectedGroup, shift);
    const request = place && step(place);
    if (request) void lab.act(request);
  },
}));

/** The key of each panel. */
const PANEL_KEYS: Readonly<Record<Panel, string>> = {
  inspector: 'i',
  log: 'l',
  timeline: 't',
  users: 'u',
  map: 'g',
  table: 'v',
  terminal: 'x',
  pages: 'a',
};

const panels: readonly Shortcut[] = PANELS.map((panel) =>
  view(panel, PANEL_KEYS[panel], PANEL_NAMES[panel], ({ arrangement }) => arrangement.callPanel(panel)),
);

/** Every shortcut. */
export const SHORTCUTS: readonly Shortcut[] = [
  time('play', [' ', 'k'], 'Space or K', 'Play or pause', ({ lab }) => lab.player.toggle()),
  time(
    'event-next',
    ['arrowright', '.'],
    '→ or .',
    'Next event',
    ({ lab }) => void lab.jump('event', 'next'),
  ),
  time(
    'event-previous',
    ['arrowleft', ','],
    '← or ,',
    'Previous event',
    ({ lab }) => void lab.jump('event', 'previous'),
  ),
  time('change-next', ['n'], 'N', 'Next change of state', ({ lab }) => void lab.jump('change', 'next')),
  time(
    'change-previous',
    ['b'],
    'B',
    'Previous change of state (back)',
    ({ lab }) => void lab.jump('change', 'previous'),
  ),
  time('message-next', ['m'], 'M', 'Play, and pause at the next message', ({ lab }) =>
    lab.player.play('message'),
  ),
  time('faster', ['+', '='], '+', 'Faster', ({ lab }) => lab.player.faster()),
  time('slower', ['-'], '−', 'Slower', ({ lab }) => lab.player.slower()),
  time('start', ['home'], 'Home', 'To the start', ({ lab }) => void lab.player.seek(0)),
  time('end', ['end'], 'End', 'To the furthest instant', ({ lab }) => void lab.player.seek(lab.extentMs)),
  ...faults,
  view('conceal', 'c', 'Reveal what is hidden, or hide it', ({ arrangement }) => arrangement.toggleConceal()),
  view('projector', 'p', 'Projector view', ({ arrangement }) => arrangement.toggleProjector()),
  view('full-screen', 'f', 'Full screen', ({ toggleFullScreen }) => toggleFullScreen()),
  ...panels,
  view('help', '?', 'These shortcuts', ({ arrangement }) => arrangement.open('shortcuts')),
  run('reset', 'r', 'Start the run over', ({ lab }) => void lab.reset()),
  run('scenario', 'o', 'Open another scenario', ({ arrangement }) => arrangement.open('scenario')),
  run('edit', 'e', 'Edit the scenario', ({ arrangement }) => arrangement.open('edit')),
  run('save', 'd', 'Save (download) the run as a scenario', ({ lab }) => void lab.save()),
  run('share', 's', 'Share the run as a link', ({ arrangement }) => arrangement.open('share')),
];

/** What of a key press decides. */
export interface KeyPress {
  readonly key: string;
  readonly code: string;
  readonly shiftKey: boolean;
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
  readonly altKey: boolean;
}

/** The shortcut of a key press, and whether Shift is part of it; null for a key that is nobody's. */
export function shortcutOf(press: KeyPress): { readonly shortcut: Shortcut; readonly shift: boolean } | null {
  if (press.ctrlKey || press.metaKey || press.altKey) return null;
  // With Shift a digit's key gives another character on most keyboards: the place of the key counts.
  const digit = /^(?:Digit|Numpad)(\d)$/.exec(press.code)?.[1];
  const typed = press.key.toLowerCase();
  const shortcut =
    SHORTCUTS.find(({ keys }) => keys.includes(typed)) ??
    (digit && press.shiftKey ? SHORTCUTS.find(({ keys }) => keys.includes(digit)) : undefined);
  return shortcut ? { shortcut, shift: press.shiftKey } : null;
}

const TYPING =
  'input:not([type=checkbox],[type=radio],[type=range],[type=button]), textarea, select, [contenteditable=true]';
/** What is in the terminal is typed to the node, also where the keyboard is on what was answered. */
const IN_TERMINAL = '[aria-label=Terminal] > *';
const OWN_KEYS =
  '[role=slider], [role=menu], [role=listbox], [role=tablist], [role=radiogroup], [role=grid], [role=dialog], [role=combobox], input[type=range]';
const PRESSABLE =
  'button, a[href], summary, [role=button], [role=switch], [role=checkbox], input[type=checkbox], input[type=radio]';

const OF_CONTROLS: ReadonlySet<string> = new Set(['arrowleft', 'arrowright', 'home', 'end', '+', '-', '=']);

/** Whether a key belongs to what has the focus: text fields, the terminal, open dialogs and menus, Space on a button, arrows on a slider. */
export function keyIsTaken(target: Pick<Element, 'closest'> | null, key: string): boolean {
  if (!target) return false;
  if (target.closest(`${TYPING}, ${IN_TERMINAL}, dialog, [role=dialog], [role=alertdialog], [role=menu]`))
    return true;
  const typed = key.toLowerCase();
  if (OF_CONTROLS.has(typed) && target.closest(OWN_KEYS)) return true;
  return typed === ' ' && target.closest(`${PRESSABLE}, ${OWN_KEYS}`) !== null;
}
