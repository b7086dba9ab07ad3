import { DISAGREEMENTS } from '../../engine';
import type { PageServerLoad } from './$types';

/** Every place where the guide contradicts itself, and what the engine does there. */
export const load: PageServerLoad = () => ({ disagreements: DISAGREEMENTS });
