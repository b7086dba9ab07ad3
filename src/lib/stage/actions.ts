/**
 * What can be asked for at each place of the stage, as steps. Whether a step is offered is never decided here: the
 * engine answers that.
 */
import type { ClusterView } from '../../engine';
import type { StepRequest } from '../../worker/protocol';
import type { NodePart, StageTarget } from './targets';
import { REPLICATION_VALUES } from './words';

/** One thing to do. */
export interface StageAction {
  readonly label: string;
  readonly step: StepRequest;
}

/** What a place of the stage has to offer. */
export interface ActionList {
  readonly title: string;
  readonly actions: readonly StageAction[];
  /** A form that the actions need for their numbers or names, if any. */
  readonly form: 'link' | 'users' | null;
}

const action = (label: string, step: StepRequest): StageAction => ({ label, step });

/** The actions of a place. Empty for a place that is not (or no longer) there. */
export function actionsOf(target: StageTarget, view: ClusterView): ActionList {
  switch (target.kind) {
    case 'node':
      return list(target.node, []);
    case 'service':
      return list(`${target.service} on ${target.node}`, serviceActions(target.node, target.service));
    case 'part':
      return partActions(target.node, target.part, view);
    case 'link':
      return list(`Link of ${target.group}`, linkActions(target.group, view), 'link');
    case 'high-availability':
      return list(`High availability of ${target.group}`, highAvailabilityActions(target.group));
    case 'keep-alive':
      return list(`Keep-alive from ${target.node}`, [
        action('Lose this keep-alive', { do: 'drop-keep-alives', node: target.node }),
      ]);
    case 'user':
      return list(target.user, userActions(target.user, view));
    case 'users':
      return list('Users', [], 'users');
  }
}

/** Every step that the stage can offer without a form, once: what a caller may ask the engine about beforehand. */
export function stageSteps(view: ClusterView): readonly StepRequest[] {
  const parts: readonly NodePart[] = [
    'availability',
    'platform',
    'network',
    'database',
    'srm',
    'replication',
    'user-moves',
  ];
  const ofNodes = view.nodes.flatMap(({ name, services }) => [
    ...services.flatMap((service) => serviceActions(name, service.name)),
    ...parts.flatMap((part) => partActions(name, part, view).actions),
    action('', { do: 'drop-keep-alives', node: name }),
  ]);
  const ofGroups = view.groups.flatMap(({ name }) => [
    ...linkActions(name, view).filter(({ step }) => step.do !== 'drop-keep-alives'),
    ...highAvailabilityActions(name).filter(({ step }) => step.do !== 'recover'),
    action('', { do: 'recover', group: name }),
  ]);
  const steps = [...ofNodes, ...ofGroups].map(({ step }) => step);
  return [...new Map(steps.map((step) => [JSON.stringify(step), step])).values()];
}

function list(title: string, actions: readonly StageAction[], form: ActionList['form'] = null): ActionList {
  return { title, actions, form };
}

function serviceActions(node: string, service: string): readonly StageAction[] {
  return [
    action('Stop', { do: 'stop-service', node, service }),
    action('Start', { do: 'start-service', node, service }),
    action('Crash', { do: 'crash-service', node, service }),
    action('Break, so that it fails to start', { do: 'break-service', node, service }),
    action('Mend, so that it can start again', { do: 'mend-service', node, service }),
  ];
}

function partActions(node: string, part: NodePart, view: ClusterView): ActionList {
  switch (part) {
    case 'availability':
      return list(`Failover and fallback of ${node}`, availabilityActions(node, view));
    case 'platform':
      return list(`Platform of ${node}`, [
        action('Shut down in order', { do: 'shutdown', node }),
        action('Power off at once', { do: 'power-off', node }),
        action('Power on', { do: 'power-on', node }),
        action('Restart', { do: 'restart', node }),
      ]);
    case 'network':
      return list(`Network of ${node}`, [
        action('Isolate: nobody reaches it', { do: 'isolate', node }),
        action('Rejoin the network', { do: 'rejoin', node }),
      ]);
    case 'database':
      return list(`Database of ${node}`, [
        action('Stop', { do: 'stop-database', node }),
        action('Start', { do: 'start-database', node }),
      ]);
    case 'srm':
      return list(`Server Recovery Manager of ${node}`, [
        action('Stop', { do: 'stop-srm', node }),
        action('Start', { do: 'start-srm', node }),
        action('Restart', { do: 'restart-srm', node }),
      ]);
    case 'replication':
      return list(`Replication of ${node}`, replicationActions(node));
    case 'user-moves':
      return list(`Moves of users to and from ${node}`, [
        action('Make them fail', { do: 'set-user-move-fault', node, on: true }),
        action('Let them work', { do: 'set-user-move-fault', node, on: false }),
      ]);
    case 'users':
      return list('Users', [], 'users');
  }
}

function availabilityActions(node: string, view: ClusterView): readonly StageAction[] {
  const group = view.nodes.find(({ name }) => name === node)?.group ?? null;
  return [
    action(`Failover: ${node} gives its users up`, { do: 'failover', node }),
    action(`Fallback: ${node} gets its users back`, { do: 'fallback', node }),
    ...(group === null ? [] : [action('Recover both nodes', { do: 'recover', group })]),
  ];
}

function replicationActions(node: string): readonly StageAction[] {
  return [
    action('Stop (dbreplication stop)', { do: 'dbreplication', node, operation: 'stop' }),
    action('Reset (dbreplication reset)', { do: 'dbreplication', node, operation: 'reset' }),
    action('Repair (dbreplication repair)', { do: 'dbreplication', node, operation: 'repair' }),
    ...REPLICATION_VALUES.map((name, value) =>
      action(`Set to ${String(value)}: ${name}`, { do: 'set-replication', node, value }),
    ),
  ];
}

function linkActions(group: string, view: ClusterView): readonly StageAction[] {
  const nodes = view.groups.find(({ name }) => name === group)?.nodes ?? [];
  return [
    action('Cut the link', { do: 'cut-link', group }),
    action('Restore the link', { do: 'restore-link', group }),
    ...nodes.map((node) =>
      action(`Lose the keep-alives of ${node} now on the way`, { do: 'drop-keep-alives', node }),
    ),
  ];
}

function highAvailabilityActions(group: string): readonly StageAction[] {
  return [
    action('Switch high availability on', { do: 'enable-ha', group }),
    action('Switch high availability off', { do: 'disable-ha', group }),
    action('Recover both nodes', { do: 'recover', group }),
  ];
}

/** What can be done with one user: sessions, and a move to each other group. */
export function userActions(user: string, view: ClusterView): readonly StageAction[] {
  const home = view.users.individuals.find(({ name }) => name === user)?.home ?? null;
  const others = view.groups.filter(({ nodes }) => home === null || !nodes.includes(home));
  return [
    action('Log out', { do: 'log-out', user }),
    action('Log in', { do: 'log-in', user }),
    ...others.map(({ name }) => action(`Move to ${name}`, { do: 'move-user', user, group: name })),
  ];
}
