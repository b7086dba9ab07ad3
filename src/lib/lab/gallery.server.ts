/** The gallery's list, made when the site is built: pages need the titles only, not the scenarios. */
import * as v from 'valibot';
import { slugOf, type Listed } from './gallery';

const files = import.meta.glob<unknown>('../../../content/scenarios/*.json', {
  eager: true,
  import: 'default',
});

const heading = v.object({ title: v.string(), description: v.optional(v.string(), '') });

/** The scenarios themselves, by their names in the address. */
export const SCENARIOS: Readonly<Record<string, unknown>> = Object.fromEntries(
  Object.entries(files).map(([path, json]) => [slugOf(path), json]),
);

/** Every scenario, those of the table's rows first, in their order. Throws for a file without a title. */
export const GALLERY: readonly Listed[] = Object.entries(files)
  .map(([path, json]) => ({ slug: slugOf(path), row: rowOf(slugOf(path)), ...v.parse(heading, json) }))
  .sort((a, b) => (a.row ?? Infinity) - (b.row ?? Infinity) || (a.title < b.title ? -1 : 1));

function rowOf(slug: string): number | null {
  const digits = /^row-(\d+)-/.exec(slug)?.[1];
  return digits === undefined ? null : Number(digits);
}
