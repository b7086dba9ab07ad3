import type { Component } from 'svelte';
import type { PageLoad } from './$types';

const proses = import.meta.glob<{ default: Component }>('../../../../content/lessons/*/lesson.md');

/** The prose, and when the site is built the pictures of the steps as well: they are drawn then, and only then. */
export const load: PageLoad = async ({ data }) => {
  const { lesson, neighbours } = data;
  const fetchProse = Object.entries(proses).find(([path]) => path.endsWith(`-${lesson.slug}/lesson.md`))?.[1];
  if (!fetchProse) throw new Error(`The lesson ${lesson.slug} has no prose.`);
  const { default: Prose } = await fetchProse();
  const pictures = import.meta.env.SSR ? (await import('$lib/lesson/pictures')).picturesOf(lesson) : {};
  return { lesson, neighbours, Prose, pictures };
};
