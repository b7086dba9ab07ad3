import type { Lab } from '../lab.svelte';

/** What every dialog of the lab is given. */
export interface DialogProps {
  readonly lab: Lab;
  readonly onclose: () => void;
}
