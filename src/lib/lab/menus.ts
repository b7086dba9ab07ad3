/** What the menus of the lab's top bar hold. */
import type { BranchView } from '../../engine';
import { countOf, formatInstant } from '../format';
import type { ConcealOptions } from '../stage/conceal';
import type { MenuItem } from '../ui/menu';
import { PANEL_NAMES, PANELS, type Arrangement } from './arrangement.svelte';
import type { Lab } from './lab.svelte';
import { SHORTCUTS } from './shortcuts';

/** What can be hidden, in words. */
const CONCEAL_NAMES: Readonly<Record<keyof ConcealOptions, string>> = {
  row: 'Hide the row of the table',
  reasons: 'Hide reasons',
  explanations: 'Hide explanations',
  peer: 'Hide the second node’s state',
  log: 'Hide the event log',
};

const keyOf = (id: string): string => SHORTCUTS.find((shortcut) => shortcut.id === id)?.shown ?? '';

const action = (id: string, label: string, run: () => void): MenuItem => ({
  kind: 'action',
  id,
  label,
  shortcut: keyOf(id),
  run,
});

const check = (id: string, label: string, checked: boolean, run: () => void): MenuItem => ({
  kind: 'check',
  id,
  label,
  shortcut: keyOf(id),
  checked,
  run,
});

/** Scenarios: open, edit, save. */
export function scenarioMenu(lab: Lab, arrangement: Arrangement): readonly MenuItem[] {
  return [
    action('scenario', 'Open a scenario…', () => arrangement.open('scenario')),
    action('edit', 'Edit this scenario…', () => arrangement.open('edit')),
    action('save', 'Save the run as a file', () => void lab.save()),
    action('reset', 'Start the run over', () => void lab.reset()),
  ];
}

/** What is set for the cluster rather than done on the stage. */
export function settingsMenu(arrangement: Arrangement): readonly MenuItem[] {
  return [
    action('parameters', 'Parameters…', () => arrangement.open('parameters')),
    action('groups', 'Redundancy groups…', () => arrangement.open('groups')),
    action('manage-users', 'Users…', () => arrangement.open('users')),
  ];
}

/** What is seen: panels, size, and what is hidden. */
export function viewMenu(arrangement: Arrangement, toggleFullScreen: () => void): readonly MenuItem[] {
  const { chosenConceal } = arrangement;
  return [
    { kind: 'heading', id: 'panels', label: 'Panels' },
    ...PANELS.map((panel) =>
      check(panel, PANEL_NAMES[panel], arrangement.isShown(panel), () => arrangement.togglePanel(panel)),
    ),
    { kind: 'heading', id: 'size', label: 'Size' },
    check('projector', 'Projector view', arrangement.projector, () => arrangement.toggleProjector()),
    action('full-screen', 'Full screen', toggleFullScreen),
    action('help', 'Keyboard shortcuts', () => arrangement.open('shortcuts')),
    { kind: 'heading', id: 'conceal-heading', label: 'To be found out' },
    ...(Object.keys(CONCEAL_NAMES) as (keyof ConcealOptions)[]).map((part) =>
      check(`hide-${part}`, CONCEAL_NAMES[part], chosenConceal[part], () =>
        arrangement.setConceal(part, !chosenConceal[part]),
      ),
    ),
    check('conceal', 'Reveal all for now', arrangement.revealed, () => arrangement.toggleConceal()),
  ];
}

/** Branches as choices: where each left its parent and with what. */
export function branchOptions(branches: readonly BranchView[]): readonly { value: string; label: string }[] {
  return branches.map(({ id, parent, forkMs, label, steps }) => ({
    value: String(id),
    label:
      parent === null
        ? `Branch 1: from the start (${countOf(steps, 'step')})`
        : `Branch ${id + 1}: at ${formatInstant(forkMs)}${label ? `, ${label}` : ''}`,
  }));
}
