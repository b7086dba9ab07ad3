/** Steps on groups and on the whole cluster: HA, links, group configuration, parameters (guide, Task Flow). */
import { DEFAULT_LINK_LATENCY_MS, parameterFaults, type ParameterValues } from '../../model/parameters';
import { msToSeconds, secondsToMs } from '../../kernel/time';
import type { ClusterState, GroupState, NodeState } from '../../model/state';
import type {
  AddGroupStep,
  EditGroupStep,
  GroupStep,
  LinkStep,
  MultipleDeviceMessagingStep,
  ParametersStep,
  ParameterStep,
  Step,
} from '../../model/step';
import { STATES, type StateId } from '../../model/vocabulary';
import { beginRecovery, leaveHa, settle } from '../interpreter';
import { become } from '../rule';
import { initializeGroup } from '../start';
import { assignUser, placementFor, reassignAll } from '../users';
import { startWatch } from '../watch';
import { isReachable, type World } from '../world';
import { recoverVerdict } from './offers';
import { idle, refused, type Verdict } from './verdict';

/** The steps of this file. */
export type AnyGroupStep =
  | GroupStep
  | LinkStep
  | ParameterStep
  | ParametersStep
  | MultipleDeviceMessagingStep
  | AddGroupStep
  | EditGroupStep;

const FAILOVER_STATES: ReadonlySet<StateId | null> = new Set<StateId | null>([
  'failing-over',
  'taking-over',
  'idle',
  'running-in-backup-mode',
  'failed-over',
  'failed-over-critical-services-not-running',
  'taking-back',
  'falling-back',
  'backup-activated',
  'failover-affected-services',
  'running-in-failed-mode',
]);

/** A node of the cluster that is in a failover state, whether or not it can be seen (model, section 7); or null. */
export function nodeInFailoverState(state: ClusterState): NodeState | null {
  return state.nodes.find((node) => FAILOVER_STATES.has(node.state)) ?? null;
}

/** Sentence for refusing what must not be done in a failover state. */
export const failoverStateWhy = (node: NodeState, what: string): string =>
  `${node.name} is in a failover state (${node.state === null ? '' : STATES[node.state].name}): ${what}`;

const groupNamed = (world: World, name: string): GroupState | undefined =>
  world.state.groups.find((group) => group.name === name);

const GROUP_NAME = /^[A-Za-z0-9_-]{1,128}$/;
const BAD_DESCRIPTION = /["%&/<>]/;

function nameVerdict(world: World, name: string, except: GroupState | null): Verdict {
  if (!GROUP_NAME.test(name))
    return refused('a group’s name has 1 to 128 letters, digits, underscores and dashes, and nothing else');
  const other = groupNamed(world, name);
  return other && other !== except ? refused(`there is already a group named ${name}`) : null;
}

function descriptionVerdict(description: string | undefined): Verdict {
  if (description === undefined) return null;
  if (description.length > 128) return refused('a description has at most 128 characters');
  return BAD_DESCRIPTION.test(description) ? refused('a description has none of " % & / < >') : null;
}

function nodesVerdict(world: World, names: readonly string[], group: GroupState | null): Verdict {
  if (names.length < 1 || names.length > 2) return refused('a group has one node or two');
  if (names[0] === names[1]) return refused('the two nodes of a group must be different');
  const nodes: NodeState[] = [];
  for (const name of names) {
    const node = world.state.nodes.find((it) => it.name === name);
    if (!node) return refused(`there is no node named ${name}`);
    const owner = world.groupOf(node);
    if (owner !== null && owner !== group) return refused(`${name} is already in the group ${owner.name}`);
    nodes.push(node);
  }
  const [first, second] = nodes;
  if (second && first!.softwareVersion !== second.softwareVersion)
    return refused(
      `both nodes of a group run the same software version: ${first!.name} has ${first!.softwareVersion}, ${second.name} has ${second.softwareVersion}`,
    );
  if (second && first!.databasePublisher !== second.databasePublisher)
    return refused(
      `both nodes of a group have the same database publisher: ${first!.name} has ${first!.databasePublisher}, ${second.name} has ${second.databasePublisher}`,
    );
  return null;
}

const haNeedsTwo = 'high availability needs two nodes in the group';

function addGroupVerdict(world: World, step: AddGroupStep): Verdict {
  return (
    nameVerdict(world, step.group, null) ??
    descriptionVerdict(step.description) ??
    nodesVerdict(world, step.nodes, null) ??
    (step.highAvailability && step.nodes.length < 2 ? refused(haNeedsTwo) : null)
  );
}

const sameNodes = (world: World, group: GroupState, names: readonly string[]): boolean =>
  names.length === group.nodes.length &&
  group.nodes.every((index, place) => world.node(index).name === names[place]);

function editGroupVerdict(world: World, group: GroupState, step: EditGroupStep): Verdict {
  const changesNodes = step.nodes !== undefined && !sameNodes(world, group, step.nodes);
  const wanted = step.highAvailability ?? group.highAvailability;
  return (
    (step.newName === undefined ? null : nameVerdict(world, step.newName, group)) ??
    descriptionVerdict(step.description) ??
    (changesNodes && group.highAvailability
      ? refused('the nodes of a group cannot be changed while its high availability is on')
      : null) ??
    (changesNodes ? nodesVerdict(world, step.nodes, group) : null) ??
    (wanted && (step.nodes?.length ?? group.nodes.length) < 2 ? refused(haNeedsTwo) : null) ??
    (group.highAvailability && !wanted ? disableVerdict(world, group) : null)
  );
}

function disableVerdict(world: World, group: GroupState): Verdict {
  for (const index of group.nodes) {
    const node = world.node(index);
    if (!isReachable(node)) return refused(`${node.name} cannot be reached, so its state is not known`);
    if (node.state !== 'normal' && node.state !== 'unknown')
      return refused(
        `high availability is switched off only while both nodes are Normal or Unknown, and ${node.name} is ${STATES[node.state!].name}`,
      );
  }
  return null;
}

/** All parameter values in force, as typed; the per-node limits are those of `node` (or of any node). */
export function parameterValues(state: ClusterState, node: NodeState): ParameterValues {
  const { parameters } = state;
  return {
    servicePort: parameters.servicePort,
    adminRpcPort: parameters.adminRpcPort,
    criticalServiceDelay: msToSeconds(parameters.criticalServiceDelayMs),
    automaticFallback: parameters.automaticFallback,
    initializationKeepAliveTimeout: msToSeconds(parameters.initializationKeepAliveTimeoutMs),
    keepAliveTimeout: msToSeconds(parameters.keepAliveTimeoutMs),
    keepAliveInterval: msToSeconds(parameters.keepAliveIntervalMs),
    clientReloginLowerLimit: msToSeconds(node.reloginLowerMs),
    clientReloginUpperLimit: msToSeconds(node.reloginUpperMs),
    userAssignmentMode: parameters.userAssignmentMode,
  };
}

function parametersVerdict(
  world: World,
  values: Partial<ParameterValues>,
  nodeName: string | undefined,
): Verdict {
  const ofNode = values.clientReloginLowerLimit !== undefined || values.clientReloginUpperLimit !== undefined;
  if (ofNode && nodeName === undefined)
    return refused('the client re-login limits belong to a node, and none is named');
  const node = nodeName === undefined ? world.node(0) : world.state.nodes.find((it) => it.name === nodeName);
  if (!node) return refused(`there is no node named ${nodeName}`);
  const before = parameterValues(world.state, node);
  const after = { ...before, ...values };
  const [fault] = parameterFaults(after);
  if (fault) return refused(`${fault.parameter} ${fault.what}`);
  if (after.userAssignmentMode !== before.userAssignmentMode) {
    const busy = nodeInFailoverState(world.state);
    if (busy) return refused(failoverStateWhy(busy, 'the user assignment mode cannot be changed now'));
  }
  const keys = Object.keys(values) as (keyof ParameterValues)[];
  return keys.every((key) => after[key] === before[key]) ? idle('nothing changes') : null;
}

/** Whether a step of this file can be done now. */
export function groupStepVerdict(world: World, step: AnyGroupStep): Verdict {
  switch (step.do) {
    case 'set-parameter':
      return parametersVerdict(world, { [step.parameter]: step.value }, step.node);
    case 'set-parameters':
      return parametersVerdict(world, step.values, step.node);
    case 'set-multiple-device-messaging':
      return world.state.multipleDeviceMessaging === step.on
        ? idle(`Multiple Device Messaging is already ${step.on ? 'on' : 'off'}`)
        : null;
    case 'add-group':
      return addGroupVerdict(world, step);
    default:
  }
  const group = groupNamed(world, step.group);
  if (!group) return refused(`there is no group named ${step.group}`);
  switch (step.do) {
    case 'recover':
      return recoverVerdict(world, group);
    case 'enable-ha':
      if (group.highAvailability) return refused('high availability is already on');
      return group.nodes.length < 2 ? refused(haNeedsTwo) : null;
    case 'disable-ha':
      return group.highAvailability
        ? disableVerdict(world, group)
        : refused('high availability is already off');
    case 'delete-group':
      return group.highAvailability
        ? refused('a group cannot be deleted while its high availability is on')
        : null;
    case 'edit-group':
      return editGroupVerdict(world, group, step);
    case 'cut-link':
    case 'restore-link':
    case 'set-link':
      return linkVerdict(group, step);
  }
}

function linkVerdict(group: GroupState, step: GroupStep | LinkStep): Verdict {
  if (group.nodes.length < 2) return refused('a group of one node has no link');
  if (step.do === 'cut-link' && !group.linkUp) return idle('the link is already cut');
  if (step.do === 'restore-link' && group.linkUp) return idle('the link is not cut');
  return null;
}

function enableHa(world: World, group: GroupState): void {
  group.highAvailability = true;
  const nodes = group.nodes.map((index) => world.node(index));
  const allRun = nodes.every((node) => node.srm === 'running');
  group.awaitsSrmStart = nodes.map(() => !allRun);
  if (allRun) initializeGroup(world, group);
  else
    for (const node of nodes) {
      become(world, node, 'unknown', null);
      startWatch(world, node);
    }
}

function disableHa(world: World, group: GroupState): void {
  group.highAvailability = false;
  group.awaitsSrmStart = group.nodes.map(() => false);
  for (const index of group.nodes) {
    const node = world.node(index);
    leaveHa(world, node);
    node.inbound = [];
  }
}

/**
 * Brings the nodes' own notes of group and peer in line with the groups, and the users with the nodes.
 *
 * @param changed the group that is new or has other nodes now, if it is still there: its users are placed anew
 */
function relinkGroups(world: World, changed: GroupState | null): void {
  const { state } = world;
  for (const node of state.nodes) {
    node.group = -1;
    node.peer = -1;
  }
  state.groups.forEach((group, groupIndex) =>
    group.nodes.forEach((index, place) => {
      state.nodes[index]!.group = groupIndex;
      state.nodes[index]!.peer = group.nodes[1 - place] ?? -1;
    }),
  );
  for (const node of state.nodes) if (node.peer < 0) node.inbound = [];
  for (let user = 0; user < state.users.count; user++) rehome(world, user, changed);
}

function rehome(world: World, user: number, changed: GroupState | null): void {
  const { users, nodes } = world.state;
  const home = users.home[user]!;
  const pending = users.pendingHome[user]!;
  if (pending >= 0 && nodes[pending]!.group < 0) users.pendingHome[user] = -1;
  if (home < 0) return;
  if (nodes[home]!.group < 0) assignUser(world, user, -1);
  else if (world.groupOf(nodes[home]!) === changed) users.placed[user] = placementFor(world.state, home);
}

function applyEditGroup(world: World, group: GroupState, step: EditGroupStep): void {
  if (step.newName !== undefined) group.name = step.newName;
  if (step.description !== undefined) group.description = step.description;
  if (step.nodes !== undefined && !sameNodes(world, group, step.nodes)) {
    group.nodes = step.nodes.map((name) => world.state.nodes.findIndex((node) => node.name === name));
    group.awaitsSrmStart = group.nodes.map(() => false);
    relinkGroups(world, group);
  }
  if (step.highAvailability !== undefined && step.highAvailability !== group.highAvailability)
    if (step.highAvailability) enableHa(world, group);
    else disableHa(world, group);
}

function addGroup(world: World, step: AddGroupStep): void {
  const [first] = world.state.groups;
  const group: GroupState = {
    name: step.group,
    description: step.description ?? '',
    nodes: step.nodes.map((name) => world.state.nodes.findIndex((node) => node.name === name)),
    highAvailability: false,
    awaitsSrmStart: step.nodes.map(() => false),
    linkUp: true,
    latencyMs: first?.latencyMs ?? DEFAULT_LINK_LATENCY_MS,
    loss: first?.loss ?? 0,
    splitBrain: false,
    usersOnBoth: 0,
    splitEndedMs: -1,
  };
  world.state.groups.push(group);
  relinkGroups(world, group);
  if (step.highAvailability) enableHa(world, group);
}

function applyParameters(world: World, values: Partial<ParameterValues>, nodeName: string | undefined): void {
  const { parameters, nodes } = world.state;
  const node = nodes.find((it) => it.name === nodeName) ?? nodes[0]!;
  const modeBefore = parameters.userAssignmentMode;
  const after = { ...parameterValues(world.state, node), ...values };
  parameters.servicePort = after.servicePort;
  parameters.adminRpcPort = after.adminRpcPort;
  parameters.criticalServiceDelayMs = secondsToMs(after.criticalServiceDelay);
  parameters.automaticFallback = after.automaticFallback;
  parameters.initializationKeepAliveTimeoutMs = secondsToMs(after.initializationKeepAliveTimeout);
  parameters.keepAliveTimeoutMs = secondsToMs(after.keepAliveTimeout);
  parameters.keepAliveIntervalMs = secondsToMs(after.keepAliveInterval);
  parameters.userAssignmentMode = after.userAssignmentMode;
  node.reloginLowerMs = secondsToMs(after.clientReloginLowerLimit);
  node.reloginUpperMs = secondsToMs(after.clientReloginUpperLimit);
  if (after.userAssignmentMode !== modeBefore) reassignAll(world, after.userAssignmentMode);
}

/** Does a step of this file that was found to be possible, and lets every node take notice. */
export function applyGroupStep(world: World, step: AnyGroupStep): void {
  applyToCluster(world, step);
  for (const node of world.state.nodes) settle(world, node);
}

function applyToCluster(world: World, step: AnyGroupStep): void {
  switch (step.do) {
    case 'set-parameter':
      return applyParameters(world, { [step.parameter]: step.value }, step.node);
    case 'set-parameters':
      return applyParameters(world, step.values, step.node);
    case 'set-multiple-device-messaging':
      world.state.multipleDeviceMessaging = step.on;
      return;
    case 'add-group':
      return addGroup(world, step);
    default:
  }
  const group = groupNamed(world, step.group)!;
  switch (step.do) {
    case 'recover':
      return beginRecovery(world, world.node(group.nodes[0]!), world.node(group.nodes[1]!));
    case 'enable-ha':
      return enableHa(world, group);
    case 'disable-ha':
      return disableHa(world, group);
    case 'delete-group':
      world.state.groups.splice(world.state.groups.indexOf(group), 1);
      return relinkGroups(world, null);
    case 'edit-group':
      return applyEditGroup(world, group, step);
    case 'cut-link':
    case 'restore-link':
      group.linkUp = step.do === 'restore-link';
      return;
    case 'set-link':
      group.latencyMs = step.latencyMs ?? group.latencyMs;
      group.loss = step.loss ?? group.loss;
  }
}

/** True for the steps of this file. */
export function isGroupStep(step: Step): step is AnyGroupStep {
  return 'group' in step
    ? step.do !== 'move-user'
    : step.do.startsWith('set-parameter') || step.do === 'set-multiple-device-messaging';
}
