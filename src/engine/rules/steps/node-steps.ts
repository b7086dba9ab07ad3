/** Steps on one node: services, database, SRM, platform, network, replication, faults (model, section 6). */
import { NEVER } from '../../kernel/time';
import type { NodeState } from '../../model/state';
import type {
  DbreplicationStep,
  NodeStep,
  ReplicationStep,
  ServiceStep,
  Step,
  UserMoveFaultStep,
} from '../../model/step';
import { CRITICAL_SERVICES } from '../../model/vocabulary';
import { beginManualFailover } from '../failover';
import { beginFallback } from '../fallback';
import {
  beginBoot,
  beginSrmStart,
  beginSrmStop,
  breakOffRecovery,
  setDatabase,
  settle,
  takeDown,
} from '../interpreter';
import { RECORD } from '../recorder';
import { LOSS } from '../watch';
import { refreshPlatformWake, setServiceStatus, type World } from '../world';
import { failoverVerdict, fallbackVerdict } from './offers';
import { idle, refused, type Verdict } from './verdict';

/** The steps of this file. */
export type AnyNodeStep = ServiceStep | NodeStep | UserMoveFaultStep | ReplicationStep | DbreplicationStep;

const NODE_STEPS: ReadonlySet<Step['do']> = new Set<AnyNodeStep['do']>([
  'stop-service',
  'start-service',
  'crash-service',
  'break-service',
  'mend-service',
  'stop-database',
  'start-database',
  'stop-srm',
  'start-srm',
  'restart-srm',
  'shutdown',
  'power-off',
  'power-on',
  'restart',
  'isolate',
  'rejoin',
  'failover',
  'fallback',
  'drop-keep-alives',
  'set-user-move-fault',
  'set-replication',
  'dbreplication',
]);

/** True for the steps of this file. */
export const isNodeStep = (step: Step): step is AnyNodeStep => NODE_STEPS.has(step.do);

const PLATFORM_WORDS = {
  up: 'up',
  'shutting-down': 'shutting down',
  off: 'off',
  booting: 'booting',
} as const;

const platformIs = (node: NodeState): string =>
  `the platform of ${node.name} is ${PLATFORM_WORDS[node.platform]}`;

const needsPlatform = (node: NodeState): Verdict =>
  node.platform === 'up' ? null : refused(platformIs(node));

function serviceVerdict(node: NodeState, step: ServiceStep): Verdict {
  if (node.platform !== 'up') return refused(platformIs(node));
  const service = node.services[CRITICAL_SERVICES.indexOf(step.service)]!;
  const { status } = service;
  switch (step.do) {
    case 'stop-service':
      return status === 'stopped' ? idle(`${step.service} is already stopped`) : null;
    case 'start-service':
      if (status === 'started') return idle(`${step.service} already runs`);
      return status === 'starting' ? idle(`${step.service} is already starting`) : null;
    case 'crash-service':
      if (status === 'failed') return idle(`${step.service} has already failed`);
      return status === 'stopped' ? idle(`${step.service} is stopped, so there is nothing to crash`) : null;
    case 'break-service':
      return service.broken ? idle(`${step.service} is already broken`) : null;
    case 'mend-service':
      return service.broken ? null : idle(`${step.service} is not broken`);
  }
}

function srmVerdict(node: NodeState, step: NodeStep): Verdict {
  if (node.platform !== 'up') return refused(platformIs(node));
  if (step.do === 'stop-srm' && node.srm === 'stopped')
    return idle('the recovery manager is already stopped');
  if (step.do === 'stop-srm' && node.srm === 'stopping' && !node.srmStartAfterStop)
    return idle('the recovery manager is already stopping');
  if (step.do === 'start-srm') {
    if (node.srm === 'running') return idle('the recovery manager already runs');
    if (node.srm === 'starting' || node.srmStartAfterStop)
      return idle('the recovery manager is already starting');
  }
  return null;
}

function dbreplicationVerdict(node: NodeState, step: DbreplicationStep): Verdict {
  if (node.platform !== 'up') return refused(platformIs(node));
  if (!node.databaseUp) return refused(`the database of ${node.name} is down`);
  if (step.operation === 'repair' && node.replication !== 3)
    return refused(
      `a repair mends mismatched tables (value 3), and ${node.name} has the value ${node.replication}; where the set-up itself is at fault, stop and reset it`,
    );
  if (step.operation === 'repair' && node.replicationOperation === 'repair')
    return idle('a repair already runs');
  return null;
}

/** Whether a step of this file can be done on its node now. */
export function nodeStepVerdict(world: World, node: NodeState, step: AnyNodeStep): Verdict {
  switch (step.do) {
    case 'stop-service':
    case 'start-service':
    case 'crash-service':
    case 'break-service':
    case 'mend-service':
      return serviceVerdict(node, step);
    case 'stop-database':
      return needsPlatform(node) ?? (node.databaseUp ? null : idle('the database is already down'));
    case 'start-database':
      return needsPlatform(node) ?? (node.databaseUp ? idle('the database is already up') : null);
    case 'stop-srm':
    case 'start-srm':
    case 'restart-srm':
      return srmVerdict(node, step);
    case 'shutdown':
    case 'restart':
      return needsPlatform(node);
    case 'power-off':
      return node.platform === 'off' ? refused(platformIs(node)) : null;
    case 'power-on':
      return node.platform === 'off' ? null : refused(platformIs(node));
    case 'isolate':
      return node.isolated ? idle(`${node.name} is already isolated`) : null;
    case 'rejoin':
      return node.isolated ? null : idle(`${node.name} is not isolated`);
    case 'failover':
      return failoverVerdict(world, node);
    case 'fallback':
      return fallbackVerdict(world, node);
    case 'drop-keep-alives':
      return keepAlivesOnTheWay(world, node) > 0 ? null : idle(`no keep-alive of ${node.name} is on its way`);
    case 'set-user-move-fault':
      return node.userMoveFault === step.on
        ? idle(`the user-move fault is already ${step.on ? 'set' : 'clear'}`)
        : null;
    case 'set-replication':
      return node.replication === step.value && node.replicationOperation === null
        ? idle(`the replication value is already ${step.value}`)
        : null;
    case 'dbreplication':
      return dbreplicationVerdict(node, step);
  }
}

const keepAlivesOnTheWay = (world: World, node: NodeState): number => world.peerOf(node)?.inbound.length ?? 0;

function applyService(world: World, node: NodeState, step: ServiceStep): void {
  const index = CRITICAL_SERVICES.indexOf(step.service);
  const service = node.services[index]!;
  switch (step.do) {
    case 'stop-service':
      return setServiceStatus(world, node, index, 'stopped');
    case 'start-service':
      return setServiceStatus(
        world,
        node,
        index,
        'starting',
        world.state.timeMs + world.state.durations.startServices,
      );
    case 'crash-service':
      return setServiceStatus(world, node, index, 'failed');
    case 'break-service':
      service.broken = true;
      if (service.status !== 'stopped') setServiceStatus(world, node, index, 'failed');
      return;
    case 'mend-service':
      service.broken = false;
  }
}

function applySrm(world: World, node: NodeState, step: NodeStep): void {
  if (step.do === 'start-srm') {
    if (node.srm === 'stopping') node.srmStartAfterStop = true;
    else beginSrmStart(world, node);
    return;
  }
  breakOffRecovery(world, node);
  const thenStart = step.do === 'restart-srm';
  if (node.srm === 'stopped') beginSrmStart(world, node);
  else if (node.srm === 'stopping') node.srmStartAfterStop = thenStart;
  else beginSrmStop(world, node, thenStart);
}

function applyPlatform(world: World, node: NodeState, step: NodeStep): void {
  const { timeMs, durations } = world.state;
  switch (step.do) {
    case 'shutdown':
    case 'restart':
      node.bootAfterShutdown = step.do === 'restart';
      return takeDown(world, node, 'shutting-down', timeMs + durations.shutdown);
    case 'power-off':
      node.bootAfterShutdown = false;
      return takeDown(world, node, 'off', NEVER);
    default:
      return beginBoot(world, node);
  }
}

function dropKeepAlives(world: World, node: NodeState): void {
  const peer = world.peerOf(node)!;
  for (const flight of peer.inbound)
    world.record(RECORD.loss, node.index, flight.number, LOSS.dropped, flight.content);
  peer.inbound = [];
}

function setReplication(
  world: World,
  node: NodeState,
  value: number,
  operation: 'reset' | 'repair' | null,
  ms: number,
): void {
  node.replication = value;
  node.replicationOperation = operation;
  node.replicationSinceMs = world.state.timeMs;
  node.replicationUntilMs = operation === null ? NEVER : world.state.timeMs + ms;
  refreshPlatformWake(node);
}

/** A reset builds replication anew in this time, a repair makes the data match in this time [I-23]. */
const RESET_MS = 120_000;
const REPAIR_MS = 60_000;

function applyDbreplication(world: World, node: NodeState, step: DbreplicationStep): void {
  if (step.operation === 'reset') setReplication(world, node, 0, 'reset', RESET_MS);
  else if (step.operation === 'repair') setReplication(world, node, 3, 'repair', REPAIR_MS);
  else setReplication(world, node, node.replication >= 3 ? node.replication : 0, null, 0);
}

/** Does a step of this file that was found to be possible. */
export function applyNodeStep(world: World, node: NodeState, step: AnyNodeStep): void {
  switch (step.do) {
    case 'stop-service':
    case 'start-service':
    case 'crash-service':
    case 'break-service':
    case 'mend-service':
      applyService(world, node, step);
      break;
    case 'stop-database':
    case 'start-database':
      setDatabase(world, node, step.do === 'start-database');
      break;
    case 'stop-srm':
    case 'start-srm':
    case 'restart-srm':
      applySrm(world, node, step);
      break;
    case 'shutdown':
    case 'restart':
    case 'power-off':
    case 'power-on':
      applyPlatform(world, node, step);
      break;
    case 'isolate':
    case 'rejoin':
      node.isolated = step.do === 'isolate';
      break;
    case 'failover':
      beginManualFailover(world, node);
      break;
    case 'fallback':
      beginFallback(world, node, 'On Admin Request');
      break;
    case 'drop-keep-alives':
      dropKeepAlives(world, node);
      break;
    case 'set-user-move-fault':
      node.userMoveFault = step.on;
      break;
    case 'set-replication':
      setReplication(world, node, step.value, null, 0);
      break;
    case 'dbreplication':
      applyDbreplication(world, node, step);
  }
  settle(world, node);
}
