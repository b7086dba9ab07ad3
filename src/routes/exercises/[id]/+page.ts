import type { PageLoad } from './$types';

/** What is asked, as it stands without JavaScript: written when the site is built, and only then. */
export const load: PageLoad = async ({ data }) => {
  const written = import.meta.env.SSR
    ? (await import('$lib/exercise/write-exercise')).writtenExercise(data.exercise)
    : '';
  return { ...data, written };
};
