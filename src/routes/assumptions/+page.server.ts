import { ASSUMPTIONS, DECISIONS, ruleTitles } from '../../engine';
import type { PageServerLoad } from './$types';

/** Every assumption, with the titles of the rules that rest on it. */
export const load: PageServerLoad = () => ({
  assumptions: ASSUMPTIONS.map((assumption) => ({ ...assumption, rules: ruleTitles(assumption.id) })),
  decisions: DECISIONS,
});
