import { getContext, setContext } from 'svelte';

const KEY = Symbol('where dialogs and menus are put');

/** Names the element that floating parts are put into: it must be within what is shown full screen. */
export function providePortalTarget(target: () => HTMLElement | undefined): void {
  setContext(KEY, target);
}

/** The element that floating parts are put into; the page's body where none was named. */
export function portalTarget(): () => HTMLElement | undefined {
  return getContext<(() => HTMLElement | undefined) | undefined>(KEY) ?? (() => undefined);
}
