/** Copies of a cluster's state, for snapshots. What never changes once made (keep-alives' contents) is shared. */
import type { ClusterState, UserTable } from './state';

function copyUsers(users: UserTable): UserTable {
  return {
    ...users,
    addedNames: { ...users.addedNames },
    home: users.home.slice(),
    pendingHome: users.pendingHome.slice(),
    placed: users.placed.slice(),
    session: users.session.slice(),
    sessionNode: users.sessionNode.slice(),
    sinceMs: users.sinceMs.slice(),
    tryMs: users.tryMs.slice(),
    waits: users.waits.slice(),
    presenceHidden: users.presenceHidden.slice(),
  };
}

/** An independent copy of a state. */
export function copyState(state: ClusterState): ClusterState {
  return {
    ...state,
    nodes: state.nodes.map((node) => ({
      ...node,
      services: node.services.map((service) => ({ ...service })),
      inbound: node.inbound.slice(),
    })),
    groups: state.groups.map((group) => ({
      ...group,
      nodes: group.nodes.slice(),
      awaitsSrmStart: group.awaitsSrmStart.slice(),
    })),
    users: copyUsers(state.users),
    temporaryPresence: state.temporaryPresence.map((it) => ({ ...it })),
    parameters: { ...state.parameters },
    durations: { ...state.durations },
  };
}
