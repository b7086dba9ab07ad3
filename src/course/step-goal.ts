/** Goals about a step that was asked for: which step is wanted, and how it is told. */
import { PARAMETERS } from '../engine';
import type { Goal } from './goal';
import type { SeenStep } from './sight';

/** A goal about a step. */
export type StepGoal = Extract<Goal, { readonly step: unknown }>;

/** Whether a step that was asked for is the one that a goal wants. */
export function isWanted({ step, via, outcome }: SeenStep, wanted: StepGoal): boolean {
  return (
    outcome === wanted.outcome &&
    (wanted.via === undefined || via === wanted.via) &&
    hasAtLeast(step, wanted.step)
  );
}

const VIA_WORDS = {
  mouse: 'on the stage',
  page: 'on an administration page',
  terminal: 'in the terminal',
} as const;

/** Whether a value has at least what is wanted of it; lists must be equal. */
function hasAtLeast(value: unknown, wanted: unknown): boolean {
  if (typeof wanted !== 'object' || wanted === null) return value === wanted;
  if (typeof value !== 'object' || value === null || Array.isArray(value) !== Array.isArray(wanted))
    return false;
  if (Array.isArray(wanted) && (value as readonly unknown[]).length !== wanted.length) return false;
  return Object.entries(wanted).every(([key, part]) => hasAtLeast(Reflect.get(value, key), part));
}

/** Fields that say where a step is done, with the word before them; the others say what is done. */
const PLACES: Readonly<Record<string, string>> = { node: 'on', group: 'of' };

/** A step as a goal names it: `Stop service Cisco XCP Router on imp1`. */
function stepWords({ do: what, ...fields }: StepGoal['step']): string {
  if (what === 'set-parameter' || what === 'set-parameters')
    return `Change ${PARAMETERS.find(({ id }) => id === fields['parameter'])?.name ?? 'parameters'}`;
  const name = what === 'dbreplication' ? 'replication' : what.replaceAll('-', ' ');
  const words = Object.entries(fields).flatMap(([key, value]) => {
    if (key in PLACES) return [];
    return typeof value === 'string' ? value : `${key} ${JSON.stringify(value)}`;
  });
  const places = Object.entries(PLACES).flatMap(([key, word]) => {
    const place = fields[key];
    // What a new group is called is what is done, not where.
    return typeof place === 'string' ? (what === 'add-group' ? place : `${word} ${place}`) : [];
  });
  return [`${name.slice(0, 1).toUpperCase()}${name.slice(1)}`, ...words, ...places].join(' ');
}

/** What a goal about a step asks for, with where it is to be done. */
export function stepGoalWords({ step, via }: StepGoal): string {
  return via === undefined ? stepWords(step) : `${stepWords(step)} (${VIA_WORDS[via]})`;
}
