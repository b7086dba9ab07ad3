/** What happened in a shift, in order, and the instants of it at which the learner decided something. */
import type { ClusterState, Step, TimedStep, Walk } from '../../engine';
import { LOOK_AGAIN_MS } from './caretaker';
import type { CheckedShift } from './played';

/** A fault, or something that the learner did. */
export interface Happening extends TimedStep {
  readonly isFault: boolean;
  /** False if it was refused or changed nothing. */
  readonly hadEffect: boolean;
}

/** An instant at which something was decided. */
export interface Moment {
  readonly atMs: number;
  /** What was done; null: {@link fault} was let wait. */
  readonly step: Step | null;
  readonly fault: Step | null;
  /** Until then the learner did nothing more about the same group, or it is looked at no further. */
  readonly untilMs: number;
  /** What the learner did about other groups meanwhile, in order. */
  readonly besides: readonly TimedStep[];
  /** How many happenings come before it. */
  readonly after: number;
}

/** A fault is noticed after this time; who then does nothing within {@link PATIENCE_MS} has let it wait. */
const NOTICE_MS = 20_000;
const PATIENCE_MS = 40_000;

/** A fault that waits longer than this is looked at no further. */
const LONGEST_WAIT_MS = 300_000;

/** What a step leads to without a further hand is looked at no longer than this: critical services have failed over by then. */
const LONGEST_REST_MS = 120_000;

/** Lets one thing happen in a run that has come as far as the one before it, or not so far. */
export function happen(
  walk: Walk,
  { atMs, step, isFault }: Pick<Happening, 'atMs' | 'step' | 'isFault'>,
): void {
  while (walk.step(atMs - 1));
  if (!isFault) walk.intend({ atMs, via: null, step });
  // Steps come before all else that is due at their instant, and faults are among the steps of the run.
  walk.step(atMs);
}

/** Plays a shift through to its last happening: faults and steps in order, a step after the faults of its instant. */
export function whatHappened({ faults, steps }: CheckedShift, walk: Walk): readonly Happening[] {
  const all = [
    ...faults.map((fault) => ({ ...fault, isFault: true })),
    ...steps.map((step) => ({ ...step, isFault: false })),
  ].sort((one, other) => one.atMs - other.atMs);
  return all.map((it) => {
    while (walk.step(it.atMs - 1));
    const hadEffect = walk.verdictOn(it.step) === null;
    happen(walk, it);
    return { ...it, hadEffect };
  });
}

/** The group that a step is about; null: none, or all of them. */
function groupOf(step: Step, { nodes, groups }: ClusterState): number | null {
  if ('group' in step) {
    const index = groups.findIndex(({ name }) => name === step.group);
    return index < 0 ? null : index;
  }
  const name = 'node' in step ? step.node : undefined;
  return nodes.find((node) => node.name === name)?.group ?? null;
}

/**
 * The learner's steps, and the faults that were left waiting, in order. What had no effect is nothing that was decided.
 *
 * @param state the cluster, for who belongs to which group
 */
export function momentsOf(
  happenings: readonly Happening[],
  state: ClusterState,
  endMs: number,
): readonly Moment[] {
  const all = happenings.map((it, index) => ({ ...it, index, group: groupOf(it.step, state) }));
  const steps = all.filter(({ isFault, hadEffect }) => !isFault && hadEffect);
  const moments = all.map((it): Moment | null => {
    if (!it.hadEffect) return null;
    const later = steps.filter(({ index }) => index > it.index);
    const isElsewhere = ({ group }: { readonly group: number | null }): boolean =>
      group !== null && it.group !== null && group !== it.group;
    const nextMs = later.find((step) => !isElsewhere(step))?.atMs ?? endMs;
    const atMs = it.isFault ? it.atMs + NOTICE_MS : it.atMs;
    if (it.isFault && nextMs < atMs + PATIENCE_MS) return null;
    const untilMs = it.isFault
      ? Math.min(nextMs, atMs + LONGEST_WAIT_MS)
      : Math.max(atMs + LOOK_AGAIN_MS, Math.min(nextMs, atMs + LONGEST_REST_MS));
    return {
      atMs,
      step: it.isFault ? null : it.step,
      fault: it.isFault ? it.step : null,
      untilMs,
      besides: later.filter((step) => step.atMs >= atMs && step.atMs < untilMs && isElsewhere(step)),
      after: it.isFault ? all.findLastIndex((other) => other.atMs < atMs) + 1 : it.index,
    };
  });
  return moments
    .filter((moment) => moment !== null)
    .sort((one, other) => one.atMs - other.atMs || one.after - other.after);
}
