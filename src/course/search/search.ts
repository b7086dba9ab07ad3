/**
 * A bounded search with the engine for the cheapest way to a goal. At the beginning, and whenever what the administrator
 * sees or is offered has changed, every move that is offered and does something is tried; situations that differ only in
 * when they came about count as one. The same question always gets the same answer.
 */
import { NEVER, unavoidableCostMs, type Step, type Walk } from '../../engine';
import type { Goal } from '../goal';
import { Sight } from '../sight';
import { Watch } from '../watch';
import { Heap } from './heap';
import { movesIn, type Repertoire } from './moves';
import { seenSign, situationSign } from './situation';

/** What is searched. */
export interface Quest {
  /** Where the phase begins; all that is due at its instant has happened. It is left as it is. */
  readonly from: Walk;
  /** Instant at which the phase begins, milliseconds of the run. */
  readonly fromMs: number;
  readonly goal: Goal;
  /** Must not come to hold. */
  readonly avoid?: readonly Goal[];
  /** Lists of moves none of which may be contained, in its order, in the run that is found. */
  readonly without?: readonly (readonly Step[])[];
  readonly repertoire: Repertoire;
  /** What counts first: user-minutes (in tenths), then actions; or actions alone, then time. */
  readonly cheapest: 'user-minutes' | 'actions';
  /** Whether the goal holds only when nobody waits to log in and every user is served at home. */
  readonly everyoneHome?: boolean;
  readonly limits?: Partial<Limits>;
}

/** How far it looks. */
export interface Limits {
  /** Most actions of a run. */
  readonly actions: number;
  /** Longest time from the beginning to the goal, milliseconds. */
  readonly timeMs: number;
  /** Most situations that are gone on from; for the least user-minutes, with each number of actions. */
  readonly situations: number;
}

const DEFAULT_LIMITS: Limits = { actions: 6, timeMs: 3_600_000, situations: 2_000 };

/** Once a way is found, ways of so many actions more are looked at, in case they cost the users less. */
const MORE_ACTIONS = 2;

/** Of a way that takes longer it is asked whether another one costs the same and is done sooner. */
const LONG_MS = 1_200_000;

/** An administrator's move, and when it is made. */
export interface FoundMove {
  /** Milliseconds since the beginning. */
  readonly afterMs: number;
  readonly step: Step;
}

/** A way to the goal. */
export interface Found {
  readonly moves: readonly FoundMove[];
  /** When the goal is met, milliseconds since the beginning. */
  readonly goalAfterMs: number;
  /** User-milliseconds from the beginning to the goal. */
  readonly costMs: number;
}

/** Changes that follow one another within this time are seen as one. */
const GLANCE_MS = 100;

const MS_PER_TENTH_OF_USER_MINUTE = 6_000;

/** A situation to go on from, or (with `goalMs`) a way that has reached the goal. */
interface Node {
  readonly walk: Walk;
  readonly watch: Watch;
  /** Instant at which it is decided what to do: everything due until then has happened. */
  readonly seenMs: number;
  readonly moves: readonly FoundMove[];
  /** How much of each forbidden list the moves contain. */
  readonly contained: readonly number[];
  /** Least cost that any way on from here has, tenths of user-minutes. */
  readonly bound: number;
  readonly goalMs: number | null;
}

/** What it took to come to a situation. */
type Price = readonly [bound: number, actions: number, lastMoveMs: number];

/** One search with a given number of actions. */
class Pass {
  readonly #quest: Quest;
  readonly #limits: Limits;
  readonly #heap: Heap<Node>;
  /** At which prices each situation was come to. */
  readonly #known = new Map<string, readonly Price[]>();

  constructor(quest: Quest, limits: Limits) {
    this.#quest = quest;
    this.#limits = limits;
    // Of ways that are equally cheap those are followed first that are done with their moves sooner, and these to their end.
    this.#heap = new Heap(
      (one, other) =>
        one.bound - other.bound ||
        one.moves.length - other.moves.length ||
        lastMoveMs(one) - lastMoveMs(other) ||
        other.seenMs - one.seenMs,
    );
  }

  /** The cheapest way with at most so many actions that is cheaper than one already known; null: none within the limits. */
  run(best: Found | null): Found | null {
    this.#putFirst();
    for (let left = this.#limits.situations; left > 0; left--) {
      const node = this.#heap.take();
      if (!node || (best && !this.#isCheaper(node, best))) return null;
      if (node.goalMs !== null) return this.#foundAt(node, node.goalMs);
      if (node.moves.length < this.#limits.actions) this.#tryMoves(node);
      this.#wait(node);
    }
    return null;
  }

  #isCheaper({ bound, moves }: Node, best: Found): boolean {
    const bestTenths = tenths(best.costMs);
    return bound < bestTenths || (bound === bestTenths && moves.length < best.moves.length);
  }

  #foundAt({ walk, watch, moves }: Node, goalMs: number): Found {
    const { fromMs } = this.#quest;
    return { moves, goalAfterMs: goalMs - fromMs, costMs: costMs(walk, watch, goalMs) };
  }

  #putFirst(): void {
    const { from, fromMs, goal, avoid = [], without = [] } = this.#quest;
    const watch = new Watch([goal, ...avoid]);
    const walk = from.fork();
    watch.look(new Sight(walk.state, fromMs, []));
    this.#put({ walk, watch, seenMs: fromMs, moves: [], contained: without.map(() => 0) });
  }

  /** Keeps a situation, unless it was already come to as cheaply. */
  #put(parts: Omit<Node, 'bound' | 'goalMs'>): void {
    const { walk, watch, moves, contained } = parts;
    const [goalMs = null, ...avoided] = watch.firstMetMs;
    if (avoided.some((atMs) => atMs !== null && (goalMs === null || atMs <= goalMs))) return;
    const bound = this.#boundOf(walk, watch, goalMs);
    if (goalMs === null) {
      const sign = `${situationSign(walk.state)}|${watch.memory}|${contained.join()}`;
      const known = this.#known.get(sign) ?? [];
      const lastMs = lastMoveMs(parts);
      const isNoBetter = ([itsBound, actions, itsLastMs]: Price): boolean =>
        itsBound <= bound && actions <= moves.length && itsLastMs <= lastMs;
      if (known.some(isNoBetter)) return;
      this.#known.set(sign, [...known, [bound, moves.length, lastMs]]);
    }
    this.#heap.put({ ...parts, bound, goalMs });
  }

  #boundOf(walk: Walk, watch: Watch, goalMs: number | null): number {
    const { cheapest, everyoneHome } = this.#quest;
    if (cheapest === 'actions') return 0;
    const { state } = walk;
    const atMs = goalMs ?? state.timeMs;
    const toComeMs = everyoneHome && goalMs === null ? unavoidableCostMs(state) : 0;
    return tenths(costMs(walk, watch, atMs) + toComeMs);
  }

  #tryMoves({ walk, watch, seenMs, moves, contained }: Node): void {
    const { fromMs, repertoire, without = [] } = this.#quest;
    for (const step of movesIn(walk.state, repertoire)) {
      if (walk.verdictOn(step) !== null) continue;
      const now = contained.map((count, place) =>
        isSame(without[place]?.[count], step) ? count + 1 : count,
      );
      if (now.some((count, place) => count === without[place]?.length)) continue;
      const atMs = seenMs + 1;
      const next = walk.fork();
      next.intend({ atMs, via: null, step });
      next.step(atMs);
      const seen = watch.copy();
      seen.look(new Sight(next.state, atMs, next.asked));
      const made = [...moves, { afterMs: atMs - fromMs, step }];
      this.#put({ walk: next, watch: seen, seenMs, moves: made, contained: now });
    }
  }

  /** Goes on until there is something new to see, or the goal is met. Uses the situation up. */
  #wait(node: Node): void {
    const { walk, watch } = node;
    const endMs = this.#quest.fromMs + this.#limits.timeMs;
    const before = this.#signOf(node);
    const wakeMs = Math.min(...walk.state.temporaryPresence.map((it) => it.deletedMs + SEARCH_GAP_MS).filter((ms) => ms > node.seenMs)); // prettier-ignore
    let changedMs: number | null = null;
    let busyMs = node.seenMs;
    const maxQuietMs = quietLimitMs(walk);
    for (;;) {
      const dueMs = Math.min(walk.nextMs, watch.dueMs);
      if (dueMs > endMs || dueMs - busyMs > maxQuietMs) {
        if (changedMs === null) return;
        return this.#put({ ...node, seenMs: changedMs + GLANCE_MS });
      }
      if (dueMs > wakeMs) changedMs ??= wakeMs;
      if (changedMs !== null && dueMs > changedMs + GLANCE_MS)
        return this.#put({ ...node, seenMs: changedMs + GLANCE_MS });
      if (watch.dueMs === dueMs) watch.look(new Sight(walk.state, dueMs, []));
      else {
        walk.step(dueMs);
        watch.look(new Sight(walk.state, dueMs, walk.asked));
      }
      if (watch.firstMetMs.some((atMs) => atMs !== null)) return this.#put({ ...node, seenMs: dueMs });
      if (changedMs === null && this.#signOf(node) !== before) changedMs = dueMs;
      if (walk.state.users.waiting > 0 || watch.dueMs < NEVER) busyMs = dueMs;
    }
  }

  #signOf({ walk, watch }: Node): string {
    return `${seenSign(walk.state)}|${watch.memory}`;
  }
}

/** After the deletion of a temporary search this long passes until another one sees the truth again (guide). */
const SEARCH_GAP_MS = 30_000;

/** Longest time in which nothing is seen to happen and something still does. */
function quietLimitMs({ state: { parameters } }: Walk): number {
  const { criticalServiceDelayMs, keepAliveTimeoutMs, initializationKeepAliveTimeoutMs } = parameters;
  const longestMs = 2 * (criticalServiceDelayMs + keepAliveTimeoutMs + initializationKeepAliveTimeoutMs);
  return longestMs + 200_000 + (parameters.automaticFallback ? 1_800_000 : 0);
}

/** What the users paid since the beginning, user-milliseconds. */
function costMs({ state }: Walk, watch: Watch, atMs: number): number {
  const { waitingMs, degradedMs } = watch.tally(new Sight(state, atMs, []));
  return waitingMs + degradedMs;
}

const lastMoveMs = ({ moves }: Pick<Node, 'moves'>): number => moves.at(-1)?.afterMs ?? 0;

const tenths = (costMs: number): number => Math.round(costMs / MS_PER_TENTH_OF_USER_MINUTE);

const isSame = (one: Step | undefined, other: Step): boolean => JSON.stringify(one) === JSON.stringify(other);

/** The cheapest way to the goal within the limits, or null if there is none. */
export function cheapestWay(quest: Quest): Found | null {
  const limits = { ...DEFAULT_LIMITS, ...quest.limits };
  // Situations are come to in the order of their actions anyway.
  if (quest.cheapest === 'actions') return new Pass(quest, limits).run(null);
  let best: Found | null = null;
  let mostActions = limits.actions;
  for (let actions = 0; actions <= mostActions; actions++) {
    const found = new Pass(quest, { ...limits, actions }).run(best);
    if (!found) continue;
    if (!best) mostActions = Math.min(mostActions, actions + MORE_ACTIONS);
    best = found;
  }
  return best && best.goalAfterMs > LONG_MS ? soonerThan(best, quest, limits) : best;
}

/** A way that costs the same and takes at most half the time, if there is one. */
function soonerThan(best: Found, quest: Quest, limits: Limits): Found {
  const sooner = cheapestWay({ ...quest, limits: { ...limits, timeMs: best.goalAfterMs / 2 } });
  if (!sooner || sooner.moves.length > best.moves.length) return best;
  return tenths(sooner.costMs) <= tenths(best.costMs) ? sooner : best;
}
