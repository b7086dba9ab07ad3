import { glossaryByLetter } from '$lib/glossary/glossary.server';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = () => ({ letters: glossaryByLetter() });
