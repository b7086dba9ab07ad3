/** What an administrator or a technician could do to a cluster, as far as it is worth trying. */
import {
  CRITICAL_SERVICES,
  type ClusterState,
  type CriticalService,
  type GroupState,
  type NodeState,
  type Step,
} from '../../engine';

/** Which moves are tried. */
export interface Repertoire {
  /** Also what only does damage: broken services, cut cables, faults. */
  readonly faults: boolean;
  /** Also what takes a fault away as if it had never been: no administrator has that, a reboot does it. */
  readonly remedies: boolean;
  /** Services that are told apart from the others; of others that are in the same condition one stands for all. */
  readonly services: readonly CriticalService[];
  /** Steps of other kinds (on parameters, users, groups), tried as they are. */
  readonly others: readonly Step[];
}

/** Stands for the other services of a node: clients do not lose their sessions when it stops. */
const PLAIN_SERVICE: CriticalService = 'Cisco SIP Proxy';

/** Services of a node that are tried, one for each condition, and those that are told apart. */
function servicesWorthTrying(node: NodeState, apart: readonly CriticalService[]): readonly CriticalService[] {
  const conditions = new Set<string>();
  const order = [...new Set([...apart, PLAIN_SERVICE, ...CRITICAL_SERVICES])];
  return order.filter((name) => {
    const { status, broken } = node.services[CRITICAL_SERVICES.indexOf(name)]!;
    const condition = `${status} ${broken}`;
    const isNew = apart.includes(name) || !conditions.has(condition);
    conditions.add(condition);
    return isNew;
  });
}

const NODE_MOVES = [
  'fallback',
  'failover',
  'start-database',
  'start-srm',
  'power-on',
  'rejoin',
  'restart-srm',
  'restart',
  'stop-database',
  'stop-srm',
  'shutdown',
  'power-off',
] as const;

function nodeMoves(node: NodeState, { faults, remedies, services }: Repertoire): readonly Step[] {
  const { name } = node;
  const moves: Step[] = NODE_MOVES.map((kind) => ({ do: kind, node: name }));
  for (const service of servicesWorthTrying(node, services)) {
    if (remedies) moves.push({ do: 'mend-service', node: name, service });
    moves.push({ do: 'start-service', node: name, service });
    moves.push({ do: 'stop-service', node: name, service });
    if (faults) moves.push({ do: 'break-service', node: name, service });
  }
  if (remedies) moves.push({ do: 'set-user-move-fault', node: name, on: false });
  if (node.replication !== 2)
    for (const operation of ['repair', 'reset'] as const)
      moves.push({ do: 'dbreplication', node: name, operation });
  if (faults) moves.push({ do: 'isolate', node: name }, { do: 'set-user-move-fault', node: name, on: true });
  return moves;
}

function groupMoves({ name, nodes }: GroupState, { faults }: Repertoire): readonly Step[] {
  if (nodes.length < 2) return [];
  const kinds = ['recover', 'enable-ha', 'disable-ha', 'restore-link', ...(faults ? ['cut-link' as const] : [])] as const; // prettier-ignore
  return kinds.map((kind) => ({ do: kind, group: name }));
}

/** All moves, in a fixed order; whether one is offered and does something is for the engine to say. */
export function movesIn(state: ClusterState, repertoire: Repertoire): readonly Step[] {
  return [
    ...state.nodes.flatMap((node) => nodeMoves(node, repertoire)),
    ...state.groups.flatMap((group) => groupMoves(group, repertoire)),
    ...repertoire.others,
  ];
}

const STANDARD: ReadonlySet<Step['do']> = new Set<Step['do']>([
  ...NODE_MOVES,
  'start-service',
  'mend-service',
  'stop-service',
  'break-service',
  'crash-service',
  'set-user-move-fault',
  'dbreplication',
  'isolate',
  'recover',
  'enable-ha',
  'disable-ha',
  'restore-link',
  'cut-link',
]);

/** The repertoire that has everything that some steps use. */
export function repertoireFor(steps: readonly Step[], faults: boolean): Repertoire {
  const services = new Set(steps.flatMap((step) => ('service' in step ? [step.service] : [])));
  const others = new Map(
    steps.filter((step) => !STANDARD.has(step.do)).map((step) => [JSON.stringify(step), step]),
  );
  return {
    faults,
    remedies: steps.some(
      (step) => step.do === 'mend-service' || (step.do === 'set-user-move-fault' && !step.on),
    ),
    services: CRITICAL_SERVICES.filter((name) => services.has(name)),
    others: [...others.values()],
  };
}
