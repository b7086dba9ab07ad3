/**
 * The host: takes requests in the worker, works on them in slices of a few milliseconds, and settles every one.
 * Quick requests go before long ones (fast-forward, searches and judging); a change of the run calls the long ones off.
 */
import { checkRequest } from './border';
import type { EngineDoor } from './engine-door';
import { WORK, type Answer, type Desk, type Slices } from './jobs';
import { PROTOCOL_VERSION, type FromWorker, type RequestMessage, type RequestName } from './protocol';

/** Longest time the host works without hearing messages. */
const SLICE_MS = 6;

/** Shortest time between two progress pushes of one job. */
const PROGRESS_EVERY_MS = 100;

const LONG: ReadonlySet<RequestName> = new Set(['advance', 'find', 'judge']);
const CHANGING: ReadonlySet<RequestName> = new Set(['load', 'restore', 'act', 'branch']);

/** What the host needs of its surroundings. */
export interface HostPorts {
  readonly engine: EngineDoor;
  readonly post: (message: FromWorker) => void;
  /** Runs a task after the messages that now wait have been heard. */
  readonly soon: (task: () => void) => void;
  /** Wall clock, milliseconds from anywhere. */
  readonly nowMs: () => number;
}

interface Job {
  readonly id: number;
  readonly name: RequestName;
  readonly live: boolean;
  readonly slices: Slices<unknown>;
  toldMs: number;
}

/** Hears requests and settles each exactly once. */
export class Host {
  readonly #ports: HostPorts;
  readonly #desk: Desk;
  #jobs: readonly Job[] = [];
  #current: Job | null = null;
  #awake = false;

  constructor(ports: HostPorts) {
    this.#ports = ports;
    this.#desk = {
      engine: ports.engine,
      run: null,
      judge: null,
      journal: (entry) => {
        if (this.#current) ports.post({ push: 'journal', id: this.#current.id, entry });
      },
    };
  }

  /** Tells the page that the worker hears, and which versions it speaks. */
  start(): void {
    this.#ports.post({
      push: 'ready',
      version: PROTOCOL_VERSION,
      engineVersion: this.#ports.engine.engineVersion,
    });
  }

  /** Takes one message of the page; anything that cannot be read is settled as an error if it has an id. */
  hear(data: unknown): void {
    const checked = checkRequest(data);
    if (!checked.ok) {
      if (checked.id !== null) this.#ports.post({ id: checked.id, error: checked.what });
      return;
    }
    const { message } = checked;
    if ('cancel' in message) this.#callOff((job) => job.id === message.cancel, 'it was cancelled');
    else if (message.name === 'ping') this.#ports.post({ id: message.id, result: {} });
    else this.#enqueue(message);
  }

  #enqueue(message: Exclude<RequestMessage, { name: 'ping' }>): void {
    const live = message.name === 'view' && message.input.live === true;
    if (live) this.#callOff((job) => job.live, 'a later view was asked for');
    const work = WORK[message.name] as (desk: Desk, input: unknown) => Slices<unknown>;
    const slices = work(this.#desk, message.input);
    this.#jobs = [
      ...this.#jobs,
      { id: message.id, name: message.name, live, slices, toldMs: this.#ports.nowMs() },
    ];
    if (this.#awake) return;
    this.#awake = true;
    this.#ports.soon(() => this.#work());
  }

  #callOff(which: (job: Job) => boolean, why: string): void {
    const off = this.#jobs.filter(which);
    this.#jobs = this.#jobs.filter((job) => !off.includes(job));
    for (const job of off) this.#ports.post({ id: job.id, refusal: [why] });
  }

  #work(): void {
    const untilMs = this.#ports.nowMs() + SLICE_MS;
    do {
      const job = this.#jobs.find(({ name }) => !LONG.has(name)) ?? this.#jobs[0];
      if (!job) break;
      this.#workOn(job, untilMs);
    } while (this.#ports.nowMs() < untilMs);
    this.#awake = this.#jobs.length > 0;
    if (this.#awake) this.#ports.soon(() => this.#work());
  }

  #workOn(job: Job, untilMs: number): void {
    this.#current = job;
    try {
      do {
        const slice = job.slices.next();
        if (slice.done) return this.#settle(job, slice.value);
        const nowMs = this.#ports.nowMs();
        if (!slice.value || nowMs - job.toldMs < PROGRESS_EVERY_MS) continue;
        job.toldMs = nowMs;
        this.#ports.post({ push: 'progress', id: job.id, ...slice.value });
      } while (this.#ports.nowMs() < untilMs);
    } catch (error) {
      this.#drop(job);
      this.#ports.post({ id: job.id, error: error instanceof Error ? error.message : String(error) });
    } finally {
      this.#current = null;
    }
  }

  #settle(job: Job, answer: Answer<unknown>): void {
    this.#drop(job);
    if (CHANGING.has(job.name) && 'result' in answer)
      this.#callOff(({ name }) => LONG.has(name), 'the run was changed meanwhile');
    this.#ports.post({ id: job.id, ...answer });
  }

  #drop(job: Job): void {
    this.#jobs = this.#jobs.filter((other) => other !== job);
  }
}
