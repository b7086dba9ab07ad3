/** The scenarios that come with the product: found when the site is built, fetched one by one when they are asked for. */
import { ROWS } from '../../engine';

/** A scenario of the gallery. */
export interface Listed {
  /** Its name in the address, and of its file. */
  readonly slug: string;
  readonly title: string;
  /** The row of Table 2 that it leads to, if it is about one. */
  readonly row: number | null;
  /** What the row is about. */
  readonly cause: string;
}

const files = import.meta.glob<unknown>('../../../content/scenarios/*.json', { import: 'default' });

const loaders = new Map(
  Object.entries(files).map(
    ([path, load]) => [path.slice(path.lastIndexOf('/') + 1, -'.json'.length), load] as const,
  ),
);

/** Every scenario, those of the table's rows first, in their order. */
export const GALLERY: readonly Listed[] = [...loaders.keys()].map(listed).sort(compare);

function listed(slug: string): Listed {
  const number = Number(/^row-(\d+)/.exec(slug)?.[1]);
  const row = ROWS.find((one) => one.number === number);
  const words = slug.replaceAll('-', ' ');
  return {
    slug,
    title: row?.title ?? words.charAt(0).toUpperCase() + words.slice(1),
    row: row?.number ?? null,
    cause: row?.cause ?? '',
  };
}

function compare(a: Listed, b: Listed): number {
  return (a.row ?? Infinity) - (b.row ?? Infinity) || (a.slug < b.slug ? -1 : 1);
}

/** Fetches a scenario of the gallery as parsed JSON; null if there is none of that name. */
export async function loadListedScenario(slug: string): Promise<unknown> {
  const load = loaders.get(slug);
  return load ? load() : null;
}

/** Whether a scenario is meant by what somebody typed: a row's number, or words that all stand in its title or cause. */
export function matches({ slug, title, row, cause }: Listed, typed: string): boolean {
  const words = typed.toLowerCase().split(/\s+/).filter(Boolean);
  if (words.length === 1 && /^\d+$/.test(words[0]!)) return row === Number(words[0]);
  const text = `row ${row ?? ''} ${title} ${cause} ${slug}`.toLowerCase();
  return words.every((word) => text.includes(word));
}
