/** What the rules tell of what they do. The log of a run listens; an exploration listens to nothing. */

/** Kinds of records, in the order of their codes. */
export const RECORD_KINDS = [
  'step',
  'refused',
  'send',
  'arrival',
  'loss',
  'timer',
  'state',
  'service',
  'platform',
  'users',
  'client',
  'split-brain',
  'violation',
] as const;

/** Kind of a record. */
export type RecordKind = (typeof RECORD_KINDS)[number];

/** Code of each kind. */
export const RECORD: Readonly<Record<RecordKind, number>> = Object.fromEntries(
  RECORD_KINDS.map((kind, code) => [kind, code]),
) as Record<RecordKind, number>;

/** Why a keep-alive was lost; the code stands in a `loss` record. */
export const LOSS_REASONS = [
  'the link is cut',
  'one of the two nodes is isolated',
  'the other node is down',
  'the link lost it',
  'it was dropped by hand',
  'the recovery manager of the other node does not run',
] as const;

/** Timers that are no rule of the SRM; the code stands in a `timer` record. */
export const TIMER_NAMES = [
  'Keep Alive Interval',
  'the shutdown is complete',
  'the boot is complete',
  'a service start ends',
  'the recovery manager has stopped',
  'the recovery manager has started',
  'the replication set-up ends',
  'a client tries to log in',
  'a rule comes due',
] as const;

/** Codes of {@link TIMER_NAMES}. */
export const TIMER = {
  tick: 0,
  shutdown: 1,
  boot: 2,
  serviceStart: 3,
  srmStop: 4,
  srmStart: 5,
  replication: 6,
  client: 7,
  rule: 8,
} as const;

/** Listens to what happens. */
export interface Recorder {
  /** False where nobody reads: explanations need not be made. */
  readonly wantsText: boolean;
  /**
   * One record.
   *
   * @param timeMs instant
   * @param event number of the event it belongs to
   * @param kind a code of {@link RECORD}
   * @param node index of the node it is about, -1: none
   * @param rule index of the rule that did it, -1: none
   * @param a what it is about, by kind: number of a keep-alive, index of a service, user or group, code of a timer
   * @param b more of it, by kind
   * @param detail what is told in words, or null
   */
  record(
    timeMs: number,
    event: number,
    kind: number,
    node: number,
    rule: number,
    a: number,
    b: number,
    detail: unknown,
  ): void;
}

/** Listens to nothing. */
export const SILENT: Recorder = { wantsText: false, record: () => undefined };
