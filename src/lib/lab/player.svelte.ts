import type { ClusterView } from '../../engine';
import type { EngineClient, Outcome, Pending } from '../../worker/client';
import type { Position, Requests, StopAt, ViewAtEvent, ViewAtTime } from '../../worker/protocol';
import { isSlowed, paced, slowsForMessages, speedBeside } from './pace';

/** Longest stretch of wall time that one frame makes up for: a stalled page does not leap. */
const MOST_FRAME_MS = 250;

/** Wall time after which work that is still under way is shown as such. */
const BUSY_AFTER_MS = 250;

/** Long work that is shown with how far it has come. */
export interface Busy {
  readonly label: string;
  /** From 0 to 1, or null while unknown. */
  readonly share: number | null;
  readonly cancel: () => void;
}

type ViewAnswer = Requests['view']['out'];

/** What the player tells its owner. */
export interface PlayerEvents {
  /** Another view stands: panels may ask again. */
  readonly onview: (answer: ViewAnswer) => void;
  /** A request failed or was refused for a reason that the user should see. */
  readonly onproblem: (title: string, lines: readonly string[]) => void;
}

/**
 * The playhead and what is seen at it. Model time passes with the frames of the page, but never beyond what the engine
 * has answered for: within a view nothing changes up to its next event, and past that the engine is asked first.
 */
export class Player {
  readonly #client: EngineClient;
  readonly #events: PlayerEvents;
  #view = $state.raw<ClusterView | null>(null);
  #playheadMs = $state(0);
  #playing = $state(false);
  #speed = $state(1);
  #stopAt = $state.raw<StopAt | null>(null);
  #untilMs = Infinity;
  #busy = $state.raw<Busy | null>(null);
  /** The view that is on its way, until it is shown. */
  #showing: Promise<void> | null = null;
  #onHold = 0;
  #owedMs = 0;
  #lastFrameMs: number | null = null;
  #frameHandle = 0;

  constructor(client: EngineClient, events: PlayerEvents) {
    this.#client = client;
    this.#events = events;
  }

  /** What stands at the playhead; null until a run is loaded. */
  get view(): ClusterView | null {
    return this.#view;
  }

  /** Instant of the playhead, in milliseconds of simulated time; fractions while it plays slowly. */
  get playheadMs(): number {
    return this.#playheadMs;
  }

  get playing(): boolean {
    return this.#playing;
  }

  /** How many times real time. */
  get speed(): number {
    return this.#speed;
  }

  set speed(speed: number) {
    this.#speed = speed;
  }

  /** At what playback will pause by itself. */
  get stopAt(): StopAt | null {
    return this.#stopAt;
  }

  /** Work that takes long enough to be shown. */
  get busy(): Busy | null {
    return this.#busy;
  }

  /** Whether playback is slowed now because a message is on its way. */
  get slowed(): boolean {
    return isSlowed(this.#playheadMs, this.#speed, this.#flights());
  }

  /** The playhead as the engine counts. */
  get position(): Position {
    return { timeMs: this.#view?.timeMs ?? 0, eventCount: this.#view?.eventCount ?? 0 };
  }

  /** While true, the playhead stays where it is, whoever asks. */
  held = $state(false);

  /** Where time only runs: told of what would take the playhead elsewhere, which then stays. */
  onleap: (() => void) | null = null;

  /** Where playing pauses at the latest. */
  endMs = Infinity;

  /** The instant at which something done now is done. */
  get instantMs(): number {
    return Math.floor(this.#playheadMs);
  }

  /**
   * Before a run is there it begins as soon as one is: a press is never lost.
   *
   * @param untilMs where it pauses by itself
   */
  play(stopAt: StopAt | null = null, untilMs = Infinity): void {
    if (this.held) return;
    this.#stopAt = stopAt;
    this.#untilMs = Math.min(untilMs, this.endMs);
    if (this.#playing) return;
    this.#playing = true;
    this.#lastFrameMs = null;
    this.#frameHandle = requestAnimationFrame(this.#frame);
  }

  pause(): void {
    this.#playing = false;
    this.#stopAt = null;
    cancelAnimationFrame(this.#frameHandle);
  }

  toggle(): void {
    if (this.#playing) this.pause();
    else this.play();
  }

  faster(): void {
    this.#speed = speedBeside(this.#speed, 1);
  }

  slower(): void {
    this.#speed = speedBeside(this.#speed, -1);
  }

  /** Takes the playhead to an instant; of several asked for in a row only the last counts. */
  async seek(timeMs: number): Promise<void> {
    if (timeMs !== this.#playheadMs && this.#stays()) return;
    const at = Math.max(0, Math.round(timeMs));
    await this.#show({ timeMs: at, live: true }, at, 'Computing');
  }

  /** Takes the playhead to just after an event. */
  async seekEvent({ eventCount, timeMs }: Position): Promise<void> {
    if (this.#stays()) return;
    await this.#show({ eventCount, live: true }, timeMs, 'Computing');
  }

  /** Pauses and takes the playhead to the next or previous event, change of state or message. False if there is none. */
  async jump(what: 'event' | 'change' | 'message', direction: 'next' | 'previous'): Promise<boolean> {
    this.pause();
    if (this.#stays()) return true;
    const label = `Looking for the ${direction} ${what}`;
    const found = await this.#watched(label, (progress) =>
      this.#client.request('find', { what, direction, from: this.position }, progress),
    );
    if (found.kind !== 'result') {
      this.#tell(found);
      return true;
    }
    const { position } = found.value;
    if (position) await this.seekEvent(position);
    return position !== null;
  }

  /** Shows a view that came with another answer. */
  accept(view: ClusterView): void {
    this.#view = view;
    this.#playheadMs = view.timeMs;
    this.#owedMs = 0;
  }

  /** Keeps the playhead where it is while something else is asked, and lets a view on its way arrive first. */
  async hold<Value>(work: () => Promise<Value>): Promise<Value> {
    this.#onHold += 1;
    try {
      while (this.#showing) await this.#showing;
      return await work();
    } finally {
      this.#onHold -= 1;
      this.#owedMs = 0;
    }
  }

  dispose(): void {
    this.pause();
  }

  readonly #frame = (nowMs: number): void => {
    if (!this.#playing) return;
    this.#frameHandle = requestAnimationFrame(this.#frame);
    const wallMs = nowMs - (this.#lastFrameMs ?? nowMs);
    this.#lastFrameMs = nowMs;
    if (this.#onHold > 0) return;
    this.#owedMs = Math.min(this.#owedMs + wallMs, MOST_FRAME_MS);
    if (!this.#showing) this.#advance();
  };

  #advance(): void {
    const view = this.#view;
    if (!view) return;
    const pacedMs = paced(this.#playheadMs, this.#owedMs, this.#speed, this.#flights());
    const targetMs = Math.min(pacedMs, this.#untilMs);
    this.#owedMs = 0;
    if (view.nextEventMs === null || targetMs < view.nextEventMs) {
      this.#playheadMs = targetMs;
      if (targetMs === this.#untilMs) this.pause();
      return;
    }
    const at = this.#stopAt ?? (slowsForMessages(this.#speed) ? 'message' : null);
    const timeMs = Math.floor(targetMs);
    const input = at ? { timeMs, live: true, stop: { at, from: this.position } } : { timeMs, live: true };
    // Where nobody goes back, what was computed is shown as well: it has happened.
    void this.#show(input, targetMs, 'Computing', () => this.#playing || this.onleap !== null);
  }

  /** Whether the playhead must stay where it is; who is to know is told. */
  #stays(): boolean {
    this.onleap?.();
    return this.held || this.onleap !== null;
  }

  #flights() {
    return this.#view?.groups.flatMap(({ keepAlives }) => keepAlives) ?? [];
  }

  /** @param isWanted whether what comes is still to be shown: a pause keeps the playhead where it was seen */
  #show(
    input: ViewAtTime | ViewAtEvent,
    playheadMs: number,
    label: string,
    isWanted: () => boolean = () => true,
  ): Promise<void> {
    const showing = this.#ask(input, playheadMs, label, isWanted).finally(() => {
      if (this.#showing === showing) this.#showing = null;
    });
    this.#showing = showing;
    return showing;
  }

  async #ask(
    input: ViewAtTime | ViewAtEvent,
    playheadMs: number,
    label: string,
    isWanted: () => boolean,
  ): Promise<void> {
    const outcome = await this.#watched(label, (progress) => this.#client.request('view', input, progress));
    if (outcome.kind !== 'result') return this.#tell(outcome);
    if (!isWanted()) return;
    const { view, stopped } = outcome.value;
    this.#view = view;
    this.#playheadMs = stopped ? view.timeMs : Math.max(playheadMs, view.timeMs);
    if ((stopped && this.#stopAt) || this.#playheadMs === this.#untilMs) this.pause();
    this.#events.onview(outcome.value);
  }

  /** Makes a request, and shows it as busy if it takes its time. */
  async #watched<Value>(
    label: string,
    ask: (progress: (reachedMs: number, toMs: number) => void) => Pending<Value>,
  ): Promise<Outcome<Value>> {
    const fromMs = this.position.timeMs;
    let share: number | null = null;
    const pending = ask((reachedMs, toMs) => {
      share = toMs > fromMs ? Math.min(1, Math.max(0, (reachedMs - fromMs) / (toMs - fromMs))) : null;
      if (this.#busy?.cancel === pending.cancel) this.#busy = { label, share, cancel: pending.cancel };
    });
    const timer = setTimeout(() => (this.#busy = { label, share, cancel: pending.cancel }), BUSY_AFTER_MS);
    const outcome = await pending.outcome;
    clearTimeout(timer);
    if (this.#busy?.cancel === pending.cancel) this.#busy = null;
    return outcome;
  }

  #tell(outcome: Exclude<Outcome<unknown>, { kind: 'result' }>): void {
    // A refusal here is a request that was called off, by the user or by a later one: nothing to tell.
    // Nor is an engine that is just being replaced: that is told by itself.
    if (outcome.kind === 'error' && this.#client.status === 'ready') {
      this.pause();
      this.#events.onproblem('The engine could not do that', [outcome.message]);
    }
  }
}
