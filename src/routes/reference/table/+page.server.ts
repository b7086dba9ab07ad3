import { writePage } from '$lib/reference/write-page.server';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = () => ({ page: writePage('table') });
