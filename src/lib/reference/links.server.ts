/** Addresses from one page of the reference to another, and to the rest of the site: relative, so that they hold in any folder. */
import { resolve } from '$app/paths';
import type { Command } from '../../../content/reference/commands';
import type { ParameterId } from '../../../content/reference/parameters';
import type { ServiceName } from '../../../content/reference/services';
import { PARAMETERS, ROWS, type Reason, type ShownStateId } from '../../engine';
import type { ReferenceKind } from './entries.server';
import { slugOf } from './slug';

/** A page of the reference by its path below `/reference/`: `rows/critical-service-down`. */
export function toReference(path: string): string {
  return `${resolve('/reference/[...path]', { path })}/`;
}

const toPage = (kind: ReferenceKind, slug: string): string => toReference(`${kind}/${slug}`);

/** The page of a state; of none for a node that shows none. */
export function toState(state: ShownStateId): string {
  return state === 'unreachable' ? `${toReference('states')}#unreachable` : toPage('states', state);
}

/** The page of a reason. */
export const toReason = (reason: Reason): string => toPage('reasons', slugOf(reason));

/** The page of a row of Table 2, by its number. */
export const toRow = (number: number): string => toPage('rows', ROWS[number - 1]?.slug ?? '');

/** The page of a parameter. */
export const toParameter = (id: ParameterId): string =>
  toPage('parameters', slugOf(PARAMETERS.find((it) => it.id === id)?.name ?? ''));

/** The page of a service. */
export const toService = (name: ServiceName): string => toPage('services', slugOf(name));

/** The page of a command. */
export const toCommand = (command: Command): string => toPage('commands', slugOf(command));

/** The lab with a scenario of the gallery opened in it. */
export const toLab = (scenario: string): string =>
  `${resolve('/lab')}/?scenario=${encodeURIComponent(scenario)}`;

/** An assumption, by its tag as printed in provenances: `I-11`. */
export const toAssumption = (tag: string): string => `${resolve('/assumptions')}/#${tag.toLowerCase()}`;

/** A place where the guide disagrees with itself. */
export const toDisagreement = (slug: string): string => `${resolve('/disagreements')}/#${slug}`;

/** A lesson. */
export const toLesson = (slug: string): string => `${resolve('/learn/[slug]', { slug })}/`;

/** An exercise. */
export const toExercise = (id: string): string => `${resolve('/exercises/[id]', { id })}/`;
