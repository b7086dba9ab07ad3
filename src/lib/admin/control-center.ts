/** The Control Center: which services stand on which of its two pages, how each is, and what its buttons come to. */
import { CRITICAL_SERVICES, type CriticalService, type NodeView, type ServiceView } from '../../engine';
import type { StepRequest } from '../../worker/protocol';

/** The recovery manager's name in the list of services. */
export const RECOVERY_MANAGER = 'Cisco Server Recovery Manager';

/** A service that the Control Center starts and stops. */
export type ListedService = CriticalService | typeof RECOVERY_MANAGER;

/** The critical services of each page, as the guide lists them (Verify Services, steps 3 and 5). */
export const SERVICES_OF_PAGE = {
  'control-center-network-services': CRITICAL_SERVICES.slice(0, 3),
  'control-center-related-services': CRITICAL_SERVICES.slice(3),
} as const;

/** One line of the list. */
export interface ServiceRow {
  readonly name: ListedService;
  readonly status: 'Started' | 'Stopped' | 'Starting' | 'Stopping' | 'Not Running';
  /** Instant since which it runs, or null while it does not. */
  readonly startedMs: number | null;
}

const STATUS_WORDS = {
  started: 'Started',
  stopped: 'Stopped',
  starting: 'Starting',
  failed: 'Not Running',
} as const satisfies Record<ServiceView['status'], ServiceRow['status']>;

const RECOVERY_MANAGER_WORDS = {
  running: 'Started',
  stopped: 'Stopped',
  starting: 'Starting',
  stopping: 'Stopping',
} as const satisfies Record<NodeView['srm'], ServiceRow['status']>;

/** How some critical services of a node are, in the order given. */
export function serviceRows(node: NodeView, names: readonly CriticalService[]): readonly ServiceRow[] {
  return names.map((name) => {
    const service = node.services.find((it) => it.name === name)!;
    return {
      name,
      status: STATUS_WORDS[service.status],
      startedMs: service.status === 'started' ? service.sinceMs : null,
    };
  });
}

/** How the node's recovery manager is. */
export function recoveryManagerRow({ srm, srmSinceMs }: NodeView): ServiceRow {
  return {
    name: RECOVERY_MANAGER,
    status: RECOVERY_MANAGER_WORDS[srm],
    startedMs: srm === 'running' ? srmSinceMs : null,
  };
}

/** A button below the list. */
export type ServiceAction = 'start' | 'stop' | 'restart';

/** The steps that a button comes to: a restart of a critical service is a stop, where there is something to stop, and a start. */
export function serviceSteps(
  action: ServiceAction,
  node: string,
  { name, status }: ServiceRow,
): readonly StepRequest[] {
  if (name === RECOVERY_MANAGER) return [{ do: `${action}-srm`, node }];
  const stop = { do: 'stop-service', node, service: name };
  const start = { do: 'start-service', node, service: name };
  if (action === 'stop') return [stop];
  const runs = status === 'Started' || status === 'Starting';
  return action === 'restart' && runs ? [stop, start] : [start];
}

const DONE = { start: 'is started', stop: 'was stopped', restart: 'is restarted' } as const;

/** What is said when a button has done its work. */
export function serviceSaid(action: ServiceAction, node: string, { name }: ServiceRow) {
  const takesTime = action !== 'stop' || name === RECOVERY_MANAGER;
  return {
    at: 'services',
    done: `${name} ${DONE[action]} on ${node}.`,
    awaits: takesTime ? 'It takes some seconds until that is finished.' : '',
  };
}

const DAY_S = 86_400;

/** How long a service has run, as the product writes it: days and a clock. */
export function formatUpTime(upMs: number): string {
  const seconds = Math.floor(upMs / 1000);
  const two = (value: number) => String(Math.floor(value)).padStart(2, '0');
  const days = Math.floor(seconds / DAY_S);
  const rest = seconds % DAY_S;
  return `${String(days)} ${days === 1 ? 'day' : 'days'} ${two(rest / 3600)}:${two((rest % 3600) / 60)}:${two(rest % 60)}`;
}
