/** The pages' code, fetched when a page is first opened; pages that belong together come together. */
import type { Component } from 'svelte';
import HomePage from './pages/HomePage.svelte';
import type { Place } from './places';
import type { PageProps } from './props';

type Page = Component<PageProps>;

const controlCenter = (): Promise<Page> =>
  import('./pages/ControlCenterPage.svelte').then((module) => module.default);

const LOADERS: Readonly<Record<Place['page'], () => Promise<Page>>> = {
  home: () => Promise.resolve(HomePage),
  servers: () => import('./pages/ServersPage.svelte').then((module) => module.default),
  'presence-redundancy-groups': () => Promise.resolve(HomePage),
  'presence-redundancy-group': () => Promise.resolve(HomePage),
  'enterprise-parameters': () => Promise.resolve(HomePage),
  users: () => Promise.resolve(HomePage),
  'service-parameters': () => Promise.resolve(HomePage),
  'control-center-network-services': controlCenter,
  'control-center-related-services': controlCenter,
};

/** Fetches the code of a page. */
export function loadPage(page: Place['page']): Promise<Page> {
  return LOADERS[page]();
}
