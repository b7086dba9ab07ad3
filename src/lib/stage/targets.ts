/** What on the stage can be chosen, and its name as one string: stable over time, fit for a `selected` prop. */

/** A part of a node that has actions of its own. */
export type NodePart =
  'availability' | 'platform' | 'network' | 'database' | 'srm' | 'replication' | 'user-moves' | 'users';

/** Something on the stage. */
export type StageTarget =
  | { readonly kind: 'node'; readonly node: string }
  | { readonly kind: 'part'; readonly node: string; readonly part: NodePart }
  | { readonly kind: 'service'; readonly node: string; readonly service: string }
  | { readonly kind: 'link'; readonly group: string }
  | { readonly kind: 'high-availability'; readonly group: string }
  | { readonly kind: 'keep-alive'; readonly id: string; readonly node: string }
  | { readonly kind: 'user'; readonly user: string }
  | { readonly kind: 'users' };

/** The one string of a target: its kind and names, each percent-encoded, between slashes. */
export function targetKey(target: StageTarget): string {
  return partsOf(target).map(encodeURIComponent).join('/');
}

/** Node that a target belongs to, or null: for an inspector that shows one node. */
export function nodeOfTarget(key: string | null): string | null {
  const [kind, node] = splitKey(key);
  return kind === 'node' || kind === 'part' || kind === 'service' || kind === 'keep-alive'
    ? (node ?? null)
    : null;
}

/** Group that a target names itself, or null. */
export function groupOfTarget(key: string | null): string | null {
  const [kind, group] = splitKey(key);
  return kind === 'link' || kind === 'high-availability' ? (group ?? null) : null;
}

function splitKey(key: string | null): string[] {
  return key === null ? [] : key.split('/').map(decodeURIComponent);
}

function partsOf(target: StageTarget): string[] {
  switch (target.kind) {
    case 'node':
      return ['node', target.node];
    case 'part':
      return ['part', target.node, target.part];
    case 'service':
      return ['service', target.node, target.service];
    case 'link':
    case 'high-availability':
      return [target.kind, target.group];
    case 'keep-alive':
      return ['keep-alive', target.node, target.id];
    case 'user':
      return ['user', target.user];
    case 'users':
      return ['users'];
  }
}
