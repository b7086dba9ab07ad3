import type { AdminPage } from '../../course/goal';
import type { ClusterView } from '../../engine';
import type { Place } from './places';

/** The place to begin at: a page, the first page of all, or for a group's window the cluster's first group. */
export function startPlace(page: AdminPage | undefined, view: ClusterView): Place {
  if (page === undefined) return { page: 'home', product: 'cm' };
  const [group] = view.groups;
  return page === 'presence-redundancy-group' && group ? { page, group: group.name } : { page };
}
