/** All pages behind the first one: they share most of what they are made of, so together they are less to fetch. */
export { default as ControlCenterPage } from './ControlCenterPage.svelte';
export { default as EnterprisePage } from './EnterprisePage.svelte';
export { default as GroupListPage } from './GroupListPage.svelte';
export { default as GroupPage } from './GroupPage.svelte';
export { default as ServersPage } from './ServersPage.svelte';
export { default as ServiceParametersPage } from './ServiceParametersPage.svelte';
export { default as UsersPage } from './UsersPage.svelte';
