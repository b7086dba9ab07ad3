import { resolve } from '$app/paths';

/** The lab's own address with a fragment (without `#`): the same from wherever the lab is embedded. */
export function labAddress(fragment: string): string {
  const address = new URL(resolve('/lab'), location.href);
  return `${address.origin}${address.pathname.replace(/\/?$/, '/')}#${fragment}`;
}

/** Where the gallery's list is. */
export function galleryAddress(): string {
  return resolve('/gallery/list.json');
}

/** Where the scenarios of the gallery are, all in one. */
export function scenariosAddress(): string {
  return resolve('/gallery/scenarios.json');
}
