/** Which component shows a place. All but the first page come together when one of them is first opened. */
import type { Component } from 'svelte';
import HomePage from './pages/HomePage.svelte';
import type { Place } from './places';
import type { PageProps } from './props';

const COMPONENTS = {
  servers: 'ServersPage',
  'presence-redundancy-groups': 'GroupListPage',
  'presence-redundancy-group': 'GroupPage',
  'enterprise-parameters': 'EnterprisePage',
  users: 'UsersPage',
  'service-parameters': 'ServiceParametersPage',
  'control-center-network-services': 'ControlCenterPage',
  'control-center-related-services': 'ControlCenterPage',
} as const;

/** Fetches the code of a page. */
export async function loadPage(page: Place['page']): Promise<Component<PageProps>> {
  return page === 'home' ? HomePage : (await import('./pages/index'))[COMPONENTS[page]];
}
