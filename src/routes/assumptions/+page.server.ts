import { ASSUMPTIONS, DECISIONS, ruleTitles } from '../../engine';
import type { PageServerLoad } from './$types';

/** Every assumption, with the titles of the rules that rest on it. */
export const load: PageServerLoad = () => ({
  // Rules that say the same of several states have one title.
  assumptions: ASSUMPTIONS.map((assumption) => ({
    ...assumption,
    rules: [...new Set(ruleTitles(assumption.id))],
  })),
  decisions: DECISIONS,
});
