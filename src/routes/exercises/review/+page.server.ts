import { reviewables } from '$lib/review/reviewables.server';

/** What can come up in the review, written into the page when the site is built. */
export const load = () => ({ exercises: reviewables() });
