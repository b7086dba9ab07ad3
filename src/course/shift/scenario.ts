/** The shift: a cluster with users that is to be kept alive while faults come unannounced. The same seed, the same shift. */
import { CRITICAL_SERVICES, msToSeconds, PURPOSE, randomInteger } from '../../engine';
import type { StepAt } from '../exercise';

/** How hard a shift may be, easiest first. */
export const DIFFICULTIES = ['calm', 'busy', 'rough'] as const;
export type Difficulty = (typeof DIFFICULTIES)[number];

/** Largest number of a shift: short enough to be told to a class. */
export const MOST_SEED = 999_999;

interface Level {
  readonly groups: number;
  readonly users: number;
  readonly lengthSeconds: number;
  readonly faultsInGroup: number;
  readonly faults: readonly FaultKind[];
}

const PLAIN_FAULTS = ['stop-service', 'crash-service', 'stop-database', 'stop-srm', 'power-off'] as const;
const HARD_FAULTS = [...PLAIN_FAULTS, 'break-service', 'isolate', 'cut-link', 'restart'] as const;
type FaultKind = (typeof HARD_FAULTS)[number];

const LEVELS: Readonly<Record<Difficulty, Level>> = {
  calm: { groups: 1, users: 24, lengthSeconds: 1_500, faultsInGroup: 4, faults: PLAIN_FAULTS },
  busy: { groups: 1, users: 48, lengthSeconds: 2_100, faultsInGroup: 6, faults: HARD_FAULTS },
  rough: { groups: 2, users: 96, lengthSeconds: 2_400, faultsInGroup: 7, faults: HARD_FAULTS },
};

/** Nothing happens before this, so that the learner can look round. */
const QUIET_START_SECONDS = 60;

/** After the last fault there is time to bring everybody home. */
const QUIET_END_SECONDS = 180;

/** Shortest time between two faults of a group: enough for a reboot and a fallback, so that none need meet another. */
const GAP_SECONDS = 260;

/** A shift, ready to be played. */
export interface Shift {
  readonly seed: number;
  readonly difficulty: Difficulty;
  /** A scenario file; its steps are the faults, and its `until` the end of the shift. */
  readonly scenario: {
    readonly steps: readonly StepAt[];
    readonly until: number;
    readonly [field: string]: unknown;
  };
}

/**
 * A shift's scenario with what was done in it, for a run that goes on where it was left: a step comes after the faults of its
 * instant, as it does when it is made.
 *
 * @param steps in order
 */
export function scenarioWith({ scenario }: Shift, steps: readonly StepAt[]): Shift['scenario'] {
  return { ...scenario, steps: [...scenario.steps, ...steps].sort((one, other) => one.at - other.at) };
}

/** Draws of one group, one after the other. */
function drawsOf(seed: number, group: number): (lower: number, upper: number) => number {
  let count = 0;
  return (lower, upper) => randomInteger(seed, PURPOSE.shift, group, count++, lower, upper);
}

function fault(kind: FaultKind, node: string, group: string, draw: ReturnType<typeof drawsOf>) {
  const service = CRITICAL_SERVICES[draw(0, CRITICAL_SERVICES.length - 1)]!;
  if (kind === 'cut-link') return { do: kind, group };
  return kind.endsWith('-service') ? { do: kind, node, service } : { do: kind, node };
}

function faultsOf(
  seed: number,
  place: number,
  group: { readonly name: string; readonly nodes: readonly string[] },
  { lengthSeconds, faultsInGroup, faults }: Level,
): readonly StepAt[] {
  const draw = drawsOf(seed, place);
  const slotMs = ((lengthSeconds - QUIET_START_SECONDS - QUIET_END_SECONDS) * 1000) / faultsInGroup;
  return Array.from({ length: faultsInGroup }, (_, index) => {
    const fromMs = QUIET_START_SECONDS * 1000 + index * slotMs;
    const atMs = Math.round(fromMs + draw(0, slotMs - GAP_SECONDS * 1000));
    const kind = faults[draw(0, faults.length - 1)]!;
    const node = group.nodes[draw(0, group.nodes.length - 1)]!;
    return { at: msToSeconds(atMs), ...fault(kind, node, group.name, draw) };
  });
}

/**
 * Makes a shift: a healthy cluster, and the faults that will come. Every fault can be repaired before the next one of its
 * group, so that no user need ever be without a node.
 *
 * @param seed whole number, not negative
 */
export function shiftOf(seed: number, difficulty: Difficulty): Shift {
  const level = LEVELS[difficulty];
  const groups = Array.from({ length: level.groups }, (_, place) => ({
    name: `group${place + 1}`,
    nodes: [`imp${2 * place + 1}`, `imp${2 * place + 2}`],
    highAvailability: true,
  }));
  const faults = groups.flatMap((group, place) => faultsOf(seed, place, group, level));
  return {
    seed,
    difficulty,
    scenario: {
      format: 'presence-redundancy-scenario',
      version: 1,
      title: 'The shift',
      seed,
      cluster: {
        nodes: groups.flatMap(({ nodes }) => nodes.map((name) => ({ name }))),
        groups,
        users: level.users,
      },
      steps: faults.sort((one, other) => one.at - other.at),
      until: level.lengthSeconds,
    },
  };
}
