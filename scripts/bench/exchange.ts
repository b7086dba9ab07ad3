/** The exchange of keep-alives that all peers of the bench run: the guide's defaults, as the engine has them. */

/** A keep-alive leaves each node this often. */
export const INTERVAL_MS = 15_000;

/** One way between the two nodes. */
export const LATENCY_MS = 20;

/** Each arrival re-arms this time-out; with a healthy pair it never fires. */
export const TIMEOUT_MS = 60_000;

/** How a pair fared. */
export interface Exchange {
  /** Sends, arrivals and fired timers; a cancelled or re-armed timer is none. */
  readonly events: number;
  /** Time-outs that fired: none in a healthy pair, and a check that the peers do the same. */
  readonly timeouts: number;
}
