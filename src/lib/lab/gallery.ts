/** The scenarios that come with the product: put together when the site is built, fetched when one is asked for. */

import { galleryAddress, scenariosAddress } from './address';

/** A scenario of the gallery. */
export interface Listed {
  /** Its name in the address, and of its file. */
  readonly slug: string;
  readonly title: string;
  readonly description: string;
  /** The row of Table 2 that it leads to, if it is made for one. */
  readonly row: number | null;
}

/** Fetches the list of the gallery. Throws where it cannot be had. */
export async function loadGallery(): Promise<readonly Listed[]> {
  return (await (await fetch(galleryAddress())).json()) as readonly Listed[];
}

/** Fetches a scenario of the gallery as parsed JSON; null if there is none of that name. Throws where it cannot be had. */
export async function loadListedScenario(slug: string): Promise<unknown> {
  const scenarios = (await (await fetch(scenariosAddress())).json()) as Readonly<Record<string, unknown>>;
  return Object.hasOwn(scenarios, slug) ? scenarios[slug] : null;
}

/** A scenario's name from the path of its file. */
export function slugOf(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1).replace(/\.json$/, '');
}

/** Whether a scenario is meant by what somebody typed: a row's number, or words that all stand in its title or text. */
export function matches({ slug, title, row, description }: Listed, typed: string): boolean {
  const words = typed.toLowerCase().split(/\s+/).filter(Boolean);
  if (words.length === 1 && /^\d+$/.test(words[0]!)) return row === Number(words[0]);
  const text = `row ${row ?? ''} ${title} ${description} ${slug}`.toLowerCase();
  return words.every((word) => text.includes(word));
}
