import { DISAGREEMENTS } from '../../engine';
import { linksOfDisagreement } from '$lib/reference/back-links.server';
import type { PageServerLoad } from './$types';

/** Every place where the guide contradicts itself, what the engine does there, and what it is about. */
export const load: PageServerLoad = () => ({
  disagreements: DISAGREEMENTS.map((one) => ({ ...one, pages: linksOfDisagreement(one.slug) })),
});
