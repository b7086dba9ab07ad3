import { FINDER_TEXT } from '../../../../content/reference/overviews';
import { REASONS, ROWS, STATE_IDS } from '../../../engine';
import { stateName } from '$lib/state-style';
import type { FinderRow } from '$lib/reference/find-rows';
import type { Vocabulary } from '$lib/reference/parse-ha-status';
import type { PageServerLoad } from './$types';

const rows: readonly FinderRow[] = ROWS.map(({ slug, title, node1, node2 }) => ({
  slug,
  title,
  node1,
  node2,
}));

const vocabulary: Vocabulary = {
  states: [...STATE_IDS, 'unreachable' as const].map((id) => [id, stateName(id)] as const),
  reasons: REASONS,
};

/** Rows and names travel as data, so that the page needs no script of the engine. */
export const load: PageServerLoad = () => ({ rows, vocabulary, text: FINDER_TEXT });
