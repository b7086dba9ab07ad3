/**
 * A status check of database replication: the command line's own work, which the model does not know. It compares what the
 * nodes had when it was started, and runs in the background in model time.
 */
import { stamp } from './clock';
import { reaches, replicationNodes, type Place } from './place';

/** Tables that a check goes through, and how long it takes: both made up. */
export const TABLES = 754;
const CHECK_MS = 60_000;

/** What a check found on one node: its replication value, or null if the node could not be asked. */
export interface Finding {
  readonly node: string;
  readonly value: number | null;
}

/** A check that was started. */
export interface ReplicationCheck {
  /** Node on which it was started. */
  readonly node: string;
  readonly startedMs: number;
  readonly findings: readonly Finding[];
  /** Name of the file with the result. */
  readonly file: string;
}

/** The check of some nodes, as started at a place and instant. */
export function startCheck(place: Place, nodes: readonly string[]): ReplicationCheck {
  const findings = replicationNodes(place)
    .filter(({ name }) => nodes.includes(name))
    .map((node) => ({
      node: node.name,
      value:
        reaches(place.view, place.node, node.name) && node.database === 'up' ? node.replication.value : null,
    }));
  return {
    node: place.node,
    startedMs: place.timeMs,
    findings,
    file: `cm/trace/dbl/sdi/ReplicationStatus.${stamp(place.timeMs, '_')}.out`,
  };
}

/** The last check that was started on a node by now, or undefined; one of a future that was left does not count. */
export const lastCheck = ({ checks, node, timeMs }: Place): ReplicationCheck | undefined =>
  checks.findLast((check) => check.node === node && check.startedMs <= timeMs);

/** Tables that a check has gone through at an instant: from 0 to {@link TABLES}. */
export const tablesChecked = ({ startedMs }: ReplicationCheck, timeMs: number): number =>
  Math.max(0, Math.min(TABLES, Math.floor(((timeMs - startedMs) / CHECK_MS) * TABLES)));

/** Milliseconds until a check is through. */
export const checkLeftMs = ({ startedMs }: ReplicationCheck, timeMs: number): number =>
  Math.max(0, startedMs + CHECK_MS - timeMs);

/** True when a check found anything but good replication. */
export const hasFaults = ({ findings }: ReplicationCheck): boolean =>
  findings.some(({ value }) => value !== 2);
