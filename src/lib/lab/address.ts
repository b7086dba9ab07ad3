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

/** Address of one scenario of the gallery. */
export function scenarioAddress(slug: string): string {
  return resolve('/gallery/scenarios/[slug].json', { slug });
}
