import { ASSUMPTIONS, DECISIONS, ruleTitles } from '../../engine';
import { linksOfAssumption } from '$lib/reference/back-links.server';
import type { PageServerLoad } from './$types';

type Assumption = (typeof ASSUMPTIONS)[number];

/** An assumption as the page shows it: its parts by their headings, the rules that rest on it last. */
function statement({ id, title, what, why }: Assumption) {
  // Rules that say the same of several states have one title.
  const rules = [...new Set(ruleTitles(id))].join('; ');
  const parts: Record<string, string> = { 'What the lab does': what, Why: why };
  if (rules !== '') parts['Rests on it'] = rules;
  return { id, title, parts, pages: linksOfAssumption(id) };
}

/** Every assumption, and every decision of finer grain. */
export const load: PageServerLoad = () => ({
  assumptions: ASSUMPTIONS.map(statement),
  decisions: DECISIONS.map(statement),
});
