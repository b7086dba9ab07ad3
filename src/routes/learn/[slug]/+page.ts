import type { Component } from 'svelte';
import type { PageLoad } from './$types';

const proses = import.meta.glob<{ default: Component }>('../../../../content/lessons/*/lesson.md');

/** The prose, and when the site is built the steps as they stand without JavaScript: written then, and only then. */
export const load: PageLoad = async ({ data }) => {
  const { lesson, neighbours } = data;
  const fetchProse = Object.entries(proses).find(([path]) => path.endsWith(`-${lesson.slug}/lesson.md`))?.[1];
  if (!fetchProse) throw new Error(`The lesson ${lesson.slug} has no prose.`);
  const { default: Prose } = await fetchProse();
  const still = import.meta.env.SSR ? (await import('$lib/lesson/written-steps')).writtenSteps(lesson) : {};
  return { lesson, neighbours, Prose, still };
};
