/**
 * Goals being watched. A watch is shown the cluster at every event, in order, and then knows of each of its goals whether it
 * holds, since when, and what looking back it needs. It knows nothing of runs: whoever walks one shows it what is there.
 */
import { costMsAt, msToSeconds, NEVER, secondsToMs, type ClusterView } from '../engine';
import {
  deviceMessagingFact,
  groupFacts,
  nodeFacts,
  parameterFact,
  presenceFact,
  userFacts,
  usersFacts,
  type Fact,
} from './facts';
import type { Goal } from './goal';
import type { GoalTree, Judgement, Tally } from './judgement';
import type { Sight } from './sight';
import { isWanted, stepGoalWords, type StepGoal } from './step-goal';
import { clientWaitsOf, waitsOf } from './waits';

/** A goal, or a part of one, that looks at what it is shown. */
abstract class Watcher {
  #met = false;
  #sinceMs: number | null = null;

  get met(): boolean {
    return this.#met;
  }

  /** Instant since which {@link met} is as it is. */
  get sinceMs(): number {
    return this.#sinceMs ?? 0;
  }

  /** Instant at which it will be met by the passing of time alone, if nothing else happens; NEVER if it will not. */
  get dueMs(): number {
    return NEVER;
  }

  /** Looks at the cluster; must be shown every event from its first look on. */
  look(sight: Sight): boolean {
    const met = this.holdsIn(sight);
    if (met !== this.#met || this.#sinceMs === null) this.#sinceMs = sight.timeMs;
    this.#met = met;
    return met;
  }

  protected abstract holdsIn(sight: Sight): boolean;

  /** @param view the cluster as it is drawn, for what its nodes wait for */
  abstract tree(sight: Sight, view: ClusterView): GoalTree;

  /** Another one that has seen the same, and goes on by itself. */
  abstract copy(): Watcher;

  /** Takes over what another one of its kind has seen. */
  protected after(other: Watcher): this {
    this.#met = other.#met;
    this.#sinceMs = other.#sinceMs;
    return this;
  }

  /** What of its past decides over its future, instants left out: equal for watchers that differ only in when. */
  get memory(): string {
    return this.#met ? '1' : '0';
  }
}

type Parts = Pick<GoalTree, 'kind'> & Partial<GoalTree>;

/** A tree with what most have. */
function treeOf({ met, sinceMs }: Watcher, parts: Parts): GoalTree {
  return { met, sinceMs, about: '', expected: '', seen: '', parts: [], waits: [], ...parts };
}

/** One fact. */
class FactWatcher extends Watcher {
  readonly #fact: Fact;

  constructor(fact: Fact) {
    super();
    this.#fact = fact;
  }

  protected holdsIn(sight: Sight): boolean {
    return this.#fact.look(sight).met;
  }

  tree(sight: Sight, view: ClusterView): GoalTree {
    const { about, expected, node, ofClients = false, look } = this.#fact;
    const waits =
      this.met || node === undefined ? [] : ofClients ? clientWaitsOf(node, view) : waitsOf(node, view);
    return treeOf(this, { kind: 'fact', about, expected, seen: look(sight).seen(), waits });
  }

  copy(): Watcher {
    return new FactWatcher(this.#fact).after(this);
  }
}

/** All of several, or any of them. */
class ManyWatcher extends Watcher {
  readonly #kind: 'all' | 'any';
  readonly #parts: readonly Watcher[];

  constructor(kind: 'all' | 'any', parts: readonly Watcher[]) {
    super();
    this.#kind = kind;
    this.#parts = parts;
  }

  override get dueMs(): number {
    return Math.min(...this.#parts.map(({ dueMs }) => dueMs));
  }

  protected holdsIn(sight: Sight): boolean {
    // Every part must see every event, also where the first one already decides.
    const met = this.#parts.map((part) => part.look(sight));
    return this.#kind === 'all' ? met.every(Boolean) : met.some(Boolean);
  }

  tree(sight: Sight, view: ClusterView): GoalTree {
    return treeOf(this, { kind: this.#kind, parts: this.#parts.map((part) => part.tree(sight, view)) });
  }

  copy(): Watcher {
    const parts = this.#parts.map((part) => part.copy());
    return new ManyWatcher(this.#kind, parts).after(this);
  }

  override get memory(): string {
    return `${super.memory}${this.#parts.map((part) => part.memory).join('')}`;
  }
}

/** The opposite of a goal. */
class NotWatcher extends Watcher {
  readonly #part: Watcher;

  constructor(part: Watcher) {
    super();
    this.#part = part;
  }

  override get dueMs(): number {
    return this.#part.dueMs;
  }

  protected holdsIn(sight: Sight): boolean {
    return !this.#part.look(sight);
  }

  tree(sight: Sight, view: ClusterView): GoalTree {
    return treeOf(this, { kind: 'not', parts: [this.#part.tree(sight, view)] });
  }

  copy(): Watcher {
    return new NotWatcher(this.#part.copy()).after(this);
  }

  override get memory(): string {
    return `${super.memory}${this.#part.memory}`;
  }
}

/** Has held at some event. */
class EverWatcher extends Watcher {
  readonly #part: Watcher;

  constructor(part: Watcher) {
    super();
    this.#part = part;
  }

  override get dueMs(): number {
    return this.met ? NEVER : this.#part.dueMs;
  }

  protected holdsIn(sight: Sight): boolean {
    return this.#part.look(sight) || this.met;
  }

  tree(sight: Sight, view: ClusterView): GoalTree {
    return treeOf(this, { kind: 'ever', parts: [this.#part.tree(sight, view)] });
  }

  copy(): Watcher {
    return new EverWatcher(this.#part.copy()).after(this);
  }

  override get memory(): string {
    return `${super.memory}${this.#part.memory}`;
  }
}

/** Has held without a break. */
class HoldsWatcher extends Watcher {
  readonly #part: Watcher;
  readonly #forMs: number;

  constructor(part: Watcher, forMs: number) {
    super();
    this.#part = part;
    this.#forMs = forMs;
  }

  override get dueMs(): number {
    const doneMs = this.#part.met ? this.#part.sinceMs + this.#forMs : NEVER;
    return Math.min(this.#part.dueMs, this.met ? NEVER : doneMs);
  }

  protected holdsIn(sight: Sight): boolean {
    return this.#part.look(sight) && sight.timeMs - this.#part.sinceMs >= this.#forMs;
  }

  tree(sight: Sight, view: ClusterView): GoalTree {
    const part = this.#part.tree(sight, view);
    const heldMs = this.#part.met ? sight.timeMs - this.#part.sinceMs : 0;
    return treeOf(this, {
      kind: 'holds',
      about: 'Without a break',
      expected: `${msToSeconds(this.#forMs)} s`,
      seen: `${Math.floor(msToSeconds(heldMs))} s`,
      parts: [part],
    });
  }

  copy(): Watcher {
    return new HoldsWatcher(this.#part.copy(), this.#forMs).after(this);
  }

  override get memory(): string {
    return `${super.memory}${this.#part.memory}`;
  }
}

/** Came to hold in time, counted from its first look. */
class WithinWatcher extends Watcher {
  readonly #part: Watcher;
  readonly #forMs: number;
  #endMs: number | null = null;

  constructor(part: Watcher, forMs: number) {
    super();
    this.#part = part;
    this.#forMs = forMs;
  }

  override get dueMs(): number {
    const { dueMs } = this.#part;
    return this.met || dueMs > (this.#endMs ?? NEVER) ? NEVER : dueMs;
  }

  protected holdsIn(sight: Sight): boolean {
    this.#endMs ??= sight.timeMs + this.#forMs;
    return (this.#part.look(sight) && sight.timeMs <= this.#endMs) || this.met;
  }

  tree(sight: Sight, view: ClusterView): GoalTree {
    const endMs = this.#endMs ?? NEVER;
    const inTime = sight.timeMs <= endMs ? 'still in time' : 'too late';
    return treeOf(this, {
      kind: 'within',
      about: 'In time',
      expected: `within ${msToSeconds(this.#forMs)} s`,
      seen: this.met ? 'in time' : inTime,
      parts: [this.#part.tree(sight, view)],
    });
  }

  copy(): Watcher {
    const other = new WithinWatcher(this.#part.copy(), this.#forMs).after(this);
    other.#endMs = this.#endMs;
    return other;
  }

  override get memory(): string {
    return `${super.memory}${this.#part.memory}`;
  }
}

/** Each has held, the later ones not before the earlier ones: each is watched only from when it is its turn. */
class OrderWatcher extends Watcher {
  readonly #parts: readonly Watcher[];
  #reached = 0;

  constructor(parts: readonly Watcher[]) {
    super();
    this.#parts = parts;
  }

  override get dueMs(): number {
    return this.#parts[this.#reached]?.dueMs ?? NEVER;
  }

  protected holdsIn(sight: Sight): boolean {
    let seen = sight;
    while (this.#reached < this.#parts.length && this.#parts[this.#reached]!.look(seen)) {
      this.#reached += 1;
      // One step is one event: it cannot be the next one as well.
      seen = sight.withoutSteps();
    }
    return this.#reached === this.#parts.length;
  }

  tree(sight: Sight, view: ClusterView): GoalTree {
    const parts = this.#parts.map((part, place) => {
      const tree = part.tree(sight, view);
      return { ...tree, met: place < this.#reached };
    });
    return treeOf(this, { kind: 'in-order', parts });
  }

  copy(): Watcher {
    const other = new OrderWatcher(this.#parts.map((part) => part.copy())).after(this);
    other.#reached = this.#reached;
    return other;
  }

  override get memory(): string {
    return `${this.#reached}${this.#parts.map((part) => part.memory).join('')}`;
  }
}

/** A step was asked for. */
class StepWatcher extends Watcher {
  readonly #goal: StepGoal;

  constructor(goal: StepGoal) {
    super();
    this.#goal = goal;
  }

  protected holdsIn(sight: Sight): boolean {
    return this.met || sight.steps.some((step) => isWanted(step, this.#goal));
  }

  tree(): GoalTree {
    const { outcome } = this.#goal;
    const seen = this.met ? outcome : 'not yet';
    return treeOf(this, { kind: 'fact', about: stepGoalWords(this.#goal), expected: outcome, seen });
  }

  copy(): Watcher {
    return new StepWatcher(this.#goal).after(this);
  }
}

function factsWatcher(facts: readonly Fact[]): Watcher {
  const parts = facts.map((fact) => new FactWatcher(fact));
  return parts.length === 1 ? parts[0]! : new ManyWatcher('all', parts);
}

function watcherOf(goal: Goal): Watcher {
  if ('all' in goal) return new ManyWatcher('all', goal.all.map(watcherOf));
  if ('any' in goal) return new ManyWatcher('any', goal.any.map(watcherOf));
  if ('not' in goal) return new NotWatcher(watcherOf(goal.not));
  if ('ever' in goal) return new EverWatcher(watcherOf(goal.ever));
  if ('holds' in goal) return new HoldsWatcher(watcherOf(goal.holds), secondsToMs(goal.forSeconds));
  if ('within' in goal) return new WithinWatcher(watcherOf(goal.within), secondsToMs(goal.seconds));
  if ('inOrder' in goal) return new OrderWatcher(goal.inOrder.map(watcherOf));
  if ('step' in goal) return new StepWatcher(goal);
  if ('parameter' in goal) return factsWatcher([parameterFact(goal)]);
  if ('node' in goal) return factsWatcher(nodeFacts(goal.node, goal.is));
  if ('group' in goal) return factsWatcher(groupFacts(goal.group, goal.is));
  if ('user' in goal) return factsWatcher(userFacts(goal.user, goal.is));
  if ('watcher' in goal) return factsWatcher([presenceFact(goal)]);
  if ('multipleDeviceMessaging' in goal)
    return factsWatcher([deviceMessagingFact(goal.multipleDeviceMessaging)]);
  return factsWatcher(usersFacts(goal));
}

/** Several goals watched together. */
export class Watch {
  #watchers: readonly Watcher[];
  #firstMet: (Tally | null)[];
  /** What the users had paid when the watch began. */
  #before: ReturnType<typeof costMsAt> | null = null;
  #steps = 0;

  /** @param goals well-formed (see goal-schema.ts) */
  constructor(goals: readonly Goal[]) {
    this.#watchers = goals.map(watcherOf);
    this.#firstMet = goals.map(() => null);
  }

  /** Another watch that has seen the same, and goes on by itself. */
  copy(): Watch {
    const other = new Watch([]);
    other.#watchers = this.#watchers.map((watcher) => watcher.copy());
    other.#firstMet = [...this.#firstMet];
    other.#before = this.#before;
    other.#steps = this.#steps;
    return other;
  }

  /** First instant at which each goal was met, in order; null for those that never were. */
  get firstMetMs(): readonly (number | null)[] {
    return this.#firstMet.map((tally) => tally?.atMs ?? null);
  }

  /** What has been seen, as far as it decides over what is still to come; instants left out. */
  get memory(): string {
    return this.#watchers.map((watcher) => watcher.memory).join(' ');
  }

  /** Instant at which a look is due although nothing happens; NEVER if none is. */
  get dueMs(): number {
    return this.#watchers.reduce((dueMs, watcher) => Math.min(dueMs, watcher.dueMs), NEVER);
  }

  /** Looks at the cluster as the watch begins, and then at every event, in order. */
  look(sight: Sight): void {
    this.#before ??= costMsAt(sight.state, sight.timeMs);
    this.#steps += sight.steps.filter(({ outcome }) => outcome === 'done').length;
    this.#watchers.forEach((watcher, place) => {
      if (watcher.look(sight)) this.#firstMet[place] ??= this.tally(sight);
    });
  }

  /** What was done and paid since the watch began, as of a look. */
  tally({ state, timeMs }: Sight): Tally {
    const { waitingMs, degradedMs } = costMsAt(state, timeMs);
    return {
      atMs: timeMs,
      waitingMs: waitingMs - (this.#before?.waitingMs ?? waitingMs),
      degradedMs: degradedMs - (this.#before?.degradedMs ?? degradedMs),
      steps: this.#steps,
    };
  }

  /**
   * How the goals stand as of the last look, in order.
   *
   * @param sight the cluster as of that look, at the present instant
   * @param view the same as it is drawn, for what its nodes wait for
   */
  judgements(sight: Sight, view: ClusterView): readonly Judgement[] {
    const now = this.tally(sight);
    return this.#watchers.map((watcher, place) => {
      const firstMet = this.#firstMet[place]!;
      return { tree: watcher.tree(sight, view), firstMetMs: firstMet?.atMs ?? null, firstMet, now };
    });
  }
}
