/** Which rows, states, reasons and services each disagreement of the guide with itself is about, by its slug. */
import type { Reason, StateId } from '../../src/engine';
import type { RowNumber } from './row-pages';
import type { ServiceName } from './services';

/** What a disagreement is about; what is left out is not touched by it. */
export interface DisagreementSubjects {
  readonly rows?: readonly RowNumber[];
  readonly states?: readonly StateId[];
  readonly reasons?: readonly Reason[];
  readonly services?: readonly ServiceName[];
}

/** Subjects of every disagreement in `src/engine/model/disagreements.ts`. */
export const DISAGREEMENT_SUBJECTS: Readonly<Record<string, DisagreementSubjects>> = {
  'falling-back-and-taking-back': { rows: [4, 9, 10], states: ['falling-back', 'taking-back'] },
  'failover-to-or-of-a-node': { rows: [1, 2], states: ['normal'] },
  'what-failed-over-means': {
    rows: [11, 12, 18],
    states: ['failed-over', 'failed-over-critical-services-not-running', 'running-in-failed-mode'],
  },
  'backup-activated': { rows: [22, 23], states: ['backup-activated'] },
  'two-undefined-states': { rows: [22, 23], states: ['backup-activated', 'failover-affected-services'] },
  'reasons-of-rows-22-and-23': {
    rows: [22, 23],
    reasons: [
      'Auto Recover Database Failure',
      'Auto Recovery Database Failure',
      'Auto Recover Critical Service Down',
    ],
  },
  'primary-or-peer-node': { rows: [22, 23] },
  'take-back-reason': { rows: [20], reasons: ['Cisco Server Recovery Manager Take Back Users Failed'] },
  'idle-and-lost-peers': { rows: [3, 7], states: ['idle'] },
  'pairs-without-a-row': { rows: [13, 16, 17] },
  'unknown-internal-error': { rows: [21], reasons: ['Unknown'] },
  spellings: {
    rows: [11, 18],
    states: ['running-in-backup-mode'],
    reasons: ['Critical Service Down'],
  },
  'control-center-pages': {
    services: [
      'Cisco Client Profile Agent',
      'Cisco Sync Agent',
      'Cisco XCP Router',
      'Cisco SIP Proxy',
      'Cisco Presence Engine',
    ],
  },
};
