import type { Admin } from './admin.svelte';

/** What every page gets. */
export interface PageProps {
  readonly admin: Admin;
}
