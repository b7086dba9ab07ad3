/**
 * The page's end of the protocol. Every request settles: with a result, a refusal or an error; its promise never
 * rejects. A worker that dies or hangs is replaced, the run made again from what was journalled, and the page told.
 */
import { checkAnswer } from './answers';
import {
  PROTOCOL_VERSION,
  type JournalEntry,
  type Push,
  type RequestName,
  type Requests,
  type RunSummary,
  type Settlement,
} from './protocol';

/** How a request ended. */
export type Outcome<Out> =
  | { readonly kind: 'result'; readonly value: Out }
  | { readonly kind: 'refusal'; readonly why: readonly string[] }
  | { readonly kind: 'error'; readonly message: string };

/** A request that is under way. */
export interface Pending<Out> {
  readonly outcome: Promise<Outcome<Out>>;
  /** Calls it off: it then settles as refused. Without effect once it has settled. */
  readonly cancel: () => void;
}

/** How far a long request has come, in milliseconds of simulated time. */
export type OnProgress = (reachedMs: number, toMs: number) => void;

/** What of a worker the client uses. */
export interface WorkerLike {
  onmessage: ((event: MessageEvent<unknown>) => void) | null;
  onerror: ((event: ErrorEvent) => void) | null;
  onmessageerror: ((event: MessageEvent) => void) | null;
  postMessage(message: unknown): void;
  terminate(): void;
}

/** How the engine behind the client is. */
export type EngineStatus = 'starting' | 'ready' | 'restoring' | 'failed';

/** What happens unasked. */
export type ClientEvent =
  | { readonly kind: 'status'; readonly status: EngineStatus }
  /** The worker was lost; a new one is being given the run. */
  | { readonly kind: 'lost'; readonly why: string }
  /** The run is as it was before the worker was lost. */
  | { readonly kind: 'restored'; readonly summary: RunSummary }
  /** No more is tried until {@link EngineClient.restart}. */
  | { readonly kind: 'failed'; readonly why: string };

/** Settings of the client; times are wall clock. */
export interface ClientOptions {
  readonly spawn: () => WorkerLike;
  readonly onevent?: (event: ClientEvent) => void;
  /** Time between two looks whether the worker still answers. */
  readonly pingEveryMs?: number;
  /** Looks without a word of the worker before it counts as hung. Counted, not timed: a sleeping machine does not look. */
  readonly silentLooks?: number;
  /** Losses in a row, without a settled request between them, before the client gives up. */
  readonly mostLosses?: number;
}

interface Waiting {
  readonly id: number;
  readonly name: RequestName;
  readonly input: unknown;
  readonly settle: (outcome: Outcome<unknown>) => void;
  readonly onprogress: OnProgress | undefined;
}

const OWN_PING_ID = 0;

/** How many times longer a worker may be silent while its script is on the way over a slow network. */
const LOADING_PATIENCE = 4;

/** Talks with one worker at a time, and replaces it. */
export class EngineClient {
  readonly #options: Required<ClientOptions>;
  #worker: WorkerLike | null = null;
  #status: EngineStatus = 'starting';
  #nextId = 1;
  #looks = 0;
  #losses = 0;
  #timer: ReturnType<typeof setInterval> | undefined;
  /** Requests that the worker has, and those that wait until it is ready. */
  readonly #sent = new Map<number, Waiting>();
  #queued: readonly Waiting[] = [];
  #loaded: Requests['load']['in'] | null = null;
  #entries: readonly JournalEntry[] = [];

  constructor(options: ClientOptions) {
    this.#options = {
      onevent: () => undefined,
      pingEveryMs: 2_000,
      silentLooks: 8,
      mostLosses: 3,
      ...options,
    };
    this.#start();
  }

  /** How the engine is now. */
  get status(): EngineStatus {
    return this.#status;
  }

  /** Asks the engine. The input must be plain data. */
  request<Name extends RequestName>(
    name: Name,
    input: Requests[Name]['in'],
    onprogress?: OnProgress,
  ): Pending<Requests[Name]['out']> {
    const id = this.#nextId++;
    const outcome = new Promise<Outcome<unknown>>((settle) => {
      const waiting = { id, name, input, settle, onprogress };
      if (this.#status === 'failed') settle({ kind: 'error', message: 'The engine does not run.' });
      else if (this.#status === 'ready') this.#send(waiting);
      else this.#queued = [...this.#queued, waiting];
    });
    return { outcome: outcome as Promise<Outcome<Requests[Name]['out']>>, cancel: () => this.#cancel(id) };
  }

  /** Tries again after a failure: a fresh worker, and the run as it was. */
  restart(): void {
    if (this.#status !== 'failed') return;
    this.#losses = 0;
    this.#start();
  }

  /** Ends the worker; what has not settled settles as an error. */
  dispose(): void {
    this.#giveUp('The lab was closed.', false);
  }

  #start(): void {
    this.#setStatus('starting');
    this.#looks = 0;
    clearInterval(this.#timer);
    this.#timer = setInterval(() => this.#look(), this.#options.pingEveryMs);
    try {
      const worker = this.#options.spawn();
      this.#worker = worker;
      worker.onmessage = (event) => this.#worker === worker && this.#hear(event.data);
      worker.onerror = (event) => {
        event.preventDefault?.();
        if (this.#worker === worker) this.#lose(event.message || 'the worker failed');
      };
      worker.onmessageerror = () => this.#worker === worker && this.#lose('a message could not be read');
    } catch (error) {
      this.#giveUp(
        `The engine's worker does not start: ${error instanceof Error ? error.message : String(error)}`,
        true,
      );
    }
  }

  #setStatus(status: EngineStatus): void {
    if (this.#status === status) return;
    this.#status = status;
    this.#options.onevent({ kind: 'status', status });
  }

  #send(waiting: Waiting): void {
    this.#sent.set(waiting.id, waiting);
    try {
      this.#worker?.postMessage({ id: waiting.id, name: waiting.name, input: waiting.input });
    } catch (error) {
      // What cannot be copied to the worker is a mistake of the caller's.
      this.#sent.delete(waiting.id);
      waiting.settle({ kind: 'error', message: error instanceof Error ? error.message : String(error) });
    }
  }

  #cancel(id: number): void {
    const queued = this.#queued.find((waiting) => waiting.id === id);
    if (queued) {
      this.#queued = this.#queued.filter((waiting) => waiting !== queued);
      queued.settle({ kind: 'refusal', why: ['it was cancelled'] });
    } else if (this.#sent.has(id)) this.#worker?.postMessage({ cancel: id });
  }

  #hear(data: unknown): void {
    this.#looks = 0;
    const checked = checkAnswer(data);
    if (!checked.ok) return this.#lose(`it sent something unreadable: ${checked.what}`);
    if ('push' in checked.message) this.#hearPush(checked.message);
    else this.#hearSettlement(checked.message);
  }

  #hearPush(message: Push): void {
    if (message.push === 'ready') return this.#greet(message.version);
    if (message.push === 'progress')
      this.#sent.get(message.id)?.onprogress?.(message.reachedMs, message.toMs);
    else this.#entries = [...this.#entries, message.entry];
  }

  #greet(version: number): void {
    if (version !== PROTOCOL_VERSION) {
      const why = `The page and its engine are of different versions (${PROTOCOL_VERSION} and ${version}). Reload the page.`;
      return this.#giveUp(why, true);
    }
    if (!this.#loaded) return this.#open();
    this.#setStatus('restoring');
    const settle = (outcome: Outcome<unknown>) => {
      if (outcome.kind === 'result') {
        this.#open();
        this.#options.onevent({ kind: 'restored', summary: outcome.value as RunSummary });
      } else if (this.#status === 'restoring')
        this.#giveUp(
          `The run cannot be made again: ${outcome.kind === 'error' ? outcome.message : outcome.why.join('; ')}`,
          true,
        );
    };
    const input = { ...this.#loaded, entries: this.#entries };
    this.#send({ id: this.#nextId++, name: 'restore', input, settle, onprogress: undefined });
  }

  /** The worker is ready for everything that waits. */
  #open(): void {
    this.#setStatus('ready');
    const queued = this.#queued;
    this.#queued = [];
    for (const waiting of queued) this.#send(waiting);
  }

  #hearSettlement(message: Settlement): void {
    const waiting = this.#sent.get(message.id);
    if (!waiting) return;
    this.#sent.delete(message.id);
    if (waiting.name !== 'restore') this.#losses = 0;
    if ('result' in message) {
      if (waiting.name === 'load') {
        this.#loaded = waiting.input as Requests['load']['in'];
        this.#entries = [];
      }
      waiting.settle({ kind: 'result', value: message.result });
    } else if ('refusal' in message) waiting.settle({ kind: 'refusal', why: message.refusal });
    else waiting.settle({ kind: 'error', message: message.error });
  }

  #look(): void {
    if (this.#status === 'failed') return;
    this.#looks += 1;
    const patience = this.#status === 'starting' ? LOADING_PATIENCE : 1;
    if (this.#looks > this.#options.silentLooks * patience) return this.#lose('it does not answer any more');
    if (this.#status !== 'starting') this.#worker?.postMessage({ id: OWN_PING_ID, name: 'ping', input: {} });
  }

  /** The worker is of no use any more: another takes its place. */
  #lose(why: string): void {
    this.#endWorker();
    this.#losses += 1;
    this.#setStatus('starting');
    const message = `The engine stopped (${why}) before this was done.`;
    this.#settleSent({ kind: 'error', message });
    if (this.#losses >= this.#options.mostLosses)
      return this.#giveUp(`The engine stopped ${this.#losses} times (${why}).`, true);
    this.#options.onevent({ kind: 'lost', why });
    this.#start();
  }

  #giveUp(why: string, tell: boolean): void {
    this.#endWorker();
    this.#setStatus('failed');
    this.#settleSent({ kind: 'error', message: why });
    const queued = this.#queued;
    this.#queued = [];
    for (const waiting of queued) waiting.settle({ kind: 'error', message: why });
    if (tell) this.#options.onevent({ kind: 'failed', why });
  }

  #endWorker(): void {
    clearInterval(this.#timer);
    this.#worker?.terminate();
    this.#worker = null;
  }

  #settleSent(outcome: Outcome<never>): void {
    const sent = [...this.#sent.values()];
    this.#sent.clear();
    for (const waiting of sent) waiting.settle(outcome);
  }
}
