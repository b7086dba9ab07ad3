import { progressMap } from '$lib/progress/map.server';

/** What there is to be done, written into the page when the site is built. */
export const load = () => ({ map: progressMap() });
