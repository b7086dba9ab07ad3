/** What the buttons of the inspector are called, and under which heading they stand. */
import type { OfferView, Step } from '../../engine';

/** Headings of the inspector's actions, in their order. */
export const STEP_AREAS = ['redundancy', 'services', 'platform', 'network', 'faults', 'settings'] as const;

/** One of the headings. */
export type StepArea = (typeof STEP_AREAS)[number];

/** The headings in words. */
export const AREA_NAMES: Readonly<Record<StepArea, string>> = {
  redundancy: 'Redundancy',
  services: 'Services and database',
  platform: 'Power',
  network: 'Network',
  faults: 'Faults to try',
  settings: 'Settings and users',
};

type StepName = Step['do'];

const AREAS: Readonly<Record<StepName, StepArea>> = {
  failover: 'redundancy',
  fallback: 'redundancy',
  recover: 'redundancy',
  'enable-ha': 'redundancy',
  'disable-ha': 'redundancy',
  'start-service': 'services',
  'stop-service': 'services',
  'start-database': 'services',
  'stop-database': 'services',
  'start-srm': 'services',
  'stop-srm': 'services',
  'restart-srm': 'services',
  dbreplication: 'services',
  'power-on': 'platform',
  'power-off': 'platform',
  shutdown: 'platform',
  restart: 'platform',
  isolate: 'network',
  rejoin: 'network',
  'cut-link': 'network',
  'restore-link': 'network',
  'set-link': 'network',
  'drop-keep-alives': 'network',
  'crash-service': 'faults',
  'break-service': 'faults',
  'mend-service': 'faults',
  'set-user-move-fault': 'faults',
  'set-replication': 'faults',
  'set-parameter': 'settings',
  'set-parameters': 'settings',
  'set-multiple-device-messaging': 'settings',
  'add-group': 'settings',
  'edit-group': 'settings',
  'delete-group': 'settings',
  'add-user': 'settings',
  'move-user': 'settings',
  'log-out': 'settings',
  'log-in': 'settings',
  'search-temporary-presence': 'settings',
  'delete-temporary-search': 'settings',
  'subscribe-temporary-presence': 'settings',
};

const isStepName = (name: string): name is StepName => name in AREAS;

/** The heading under which a step stands; a step that is not known is a setting. */
export function stepArea(step: OfferView['step']): StepArea {
  return isStepName(step.do) ? AREAS[step.do] : 'settings';
}

const field = (step: OfferView['step'], name: string): string => {
  const value = step[name];
  return typeof value === 'string' || typeof value === 'number' ? String(value) : '';
};

/** A step as its button says it: short, with a verb first. A step that is not known is called by its name in the file. */
export function stepLabel(step: OfferView['step']): string {
  const node = field(step, 'node');
  const service = field(step, 'service');
  const user = field(step, 'user');
  if (!isStepName(step.do)) return step.do;
  switch (step.do) {
    case 'failover':
      return `Failover ${node}`;
    case 'fallback':
      return `Fallback to ${node}`;
    case 'recover':
      return 'Recover both nodes';
    case 'enable-ha':
      return 'Enable high availability';
    case 'disable-ha':
      return 'Disable high availability';
    case 'start-service':
      return `Start ${service}`;
    case 'stop-service':
      return `Stop ${service}`;
    case 'crash-service':
      return `Crash ${service}`;
    case 'break-service':
      return `Break ${service}`;
    case 'mend-service':
      return `Mend ${service}`;
    case 'start-database':
      return 'Start the database';
    case 'stop-database':
      return 'Stop the database';
    case 'start-srm':
      return 'Start the Server Recovery Manager';
    case 'stop-srm':
      return 'Stop the Server Recovery Manager';
    case 'restart-srm':
      return 'Restart the Server Recovery Manager';
    case 'dbreplication':
      return `Replication: ${field(step, 'operation')}`;
    case 'power-on':
      return 'Power on';
    case 'power-off':
      return 'Power off at once';
    case 'shutdown':
      return 'Shut down';
    case 'restart':
      return 'Restart the node';
    case 'isolate':
      return 'Cut off from the network';
    case 'rejoin':
      return 'Back on the network';
    case 'cut-link':
      return 'Cut the link';
    case 'restore-link':
      return 'Restore the link';
    case 'set-link':
      return 'Change the link';
    case 'drop-keep-alives':
      return 'Lose keep-alives on the way';
    case 'set-user-move-fault':
      return step['on'] === false ? 'Let moves of users work again' : 'Make moves of users fail';
    case 'set-replication':
      return `Set replication to ${field(step, 'value')}`;
    case 'set-parameter':
      return `Set ${field(step, 'parameter')}`;
    case 'set-parameters':
      return 'Set parameters';
    case 'set-multiple-device-messaging':
      return step['on'] === false ? 'Multiple Device Messaging off' : 'Multiple Device Messaging on';
    case 'add-group':
      return `Add group ${field(step, 'group')}`;
    case 'edit-group':
      return `Edit group ${field(step, 'group')}`;
    case 'delete-group':
      return `Delete group ${field(step, 'group')}`;
    case 'add-user':
      return `Add ${user}`;
    case 'move-user':
      return `Move ${user} to ${field(step, 'group')}`;
    case 'log-out':
      return `Log ${user} out`;
    case 'log-in':
      return `Log ${user} in`;
    case 'search-temporary-presence':
      return `${field(step, 'watcher')} searches for ${user}`;
    case 'delete-temporary-search':
      return `${field(step, 'watcher')} deletes the search for ${user}`;
    case 'subscribe-temporary-presence':
      return `${field(step, 'watcher')} subscribes to ${user}`;
  }
}

/** Offers under their headings, empty headings left out. */
export function groupOffers(
  offers: readonly OfferView[],
): readonly { readonly area: StepArea; readonly offers: readonly OfferView[] }[] {
  return STEP_AREAS.map((area) => ({
    area,
    offers: offers.filter(({ step }) => stepArea(step) === area),
  })).filter((group) => group.offers.length > 0);
}

/** A key that tells two steps apart. */
export function stepKey(step: OfferView['step']): string {
  return JSON.stringify(step);
}
