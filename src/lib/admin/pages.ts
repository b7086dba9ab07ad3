/** The pages' code, fetched when a page is first opened. */
import type { Component } from 'svelte';
import HomePage from './pages/HomePage.svelte';
import type { Place } from './places';
import type { PageProps } from './props';

type Page = Component<PageProps>;

const controlCenter = () => import('./pages/ControlCenterPage.svelte');

const LOADERS: Readonly<Record<Place['page'], () => Promise<{ readonly default: Page }>>> = {
  home: () => Promise.resolve({ default: HomePage }),
  servers: () => import('./pages/ServersPage.svelte'),
  'presence-redundancy-groups': () => import('./pages/GroupListPage.svelte'),
  'presence-redundancy-group': () => import('./pages/GroupPage.svelte'),
  'enterprise-parameters': () => import('./pages/EnterprisePage.svelte'),
  users: () => import('./pages/UsersPage.svelte'),
  'service-parameters': () => import('./pages/ServiceParametersPage.svelte'),
  'control-center-network-services': controlCenter,
  'control-center-related-services': controlCenter,
};

/** Fetches the code of a page. */
export async function loadPage(page: Place['page']): Promise<Page> {
  return (await LOADERS[page]()).default;
}
