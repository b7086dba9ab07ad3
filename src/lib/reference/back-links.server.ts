/** Pages of the reference that an assumption or a disagreement of the guide is about, for the pages that list those. */
import { DISAGREEMENT_SUBJECTS } from '../../../content/reference/disagreement-subjects';
import { ROWS, STATES } from '../../engine';
import { assumptionsOfRow } from './relations.server';
import { slugOf } from './slug';

/** A page of the reference by its path below `/reference/`, with its title. */
export interface BackLink {
  readonly path: string;
  readonly title: string;
}

const rowLink = (number: number): BackLink => ({
  path: `rows/${ROWS[number - 1]?.slug ?? ''}`,
  title: ROWS[number - 1]?.title ?? '',
});

/** Rows whose run in the lab rests on an assumption, by its id as printed: `I-11`. */
export const linksOfAssumption = (id: string): readonly BackLink[] =>
  ROWS.filter(({ number }) => assumptionsOfRow(number).includes(id)).map(({ number }) => rowLink(number));

/** Rows, states, reasons and services that a disagreement is about, by its slug. */
export function linksOfDisagreement(slug: string): readonly BackLink[] {
  const { rows = [], states = [], reasons = [], services = [] } = DISAGREEMENT_SUBJECTS[slug] ?? {};
  return [
    ...rows.map(rowLink),
    ...states.map((id) => ({ path: `states/${id}`, title: STATES[id].name })),
    ...reasons.map((reason) => ({ path: `reasons/${slugOf(reason)}`, title: reason })),
    ...services.map((name) => ({ path: `services/${slugOf(name)}`, title: name })),
  ];
}
