/** What the cheapest ways cost: a file with a line for each restore of an exercise and of its variants. */
import * as v from 'valibot';
import type { Exercise, Par } from './exercise';

const figure = v.pipe(v.number('must be a number'), v.finite('must be a number'), v.minValue(0));

/** More may stand beside the figures: how they were found. */
const parsSchema = v.record(v.string(), v.looseObject({ actions: figure, userMinutes: figure }));

/** Pars by {@link parKey}. */
export type Pars = Readonly<Record<string, Par>>;

/** Name of a restore in the file: that of the exercise itself (null), or of one of its variants. */
export const parKey = (exerciseId: string, variantId: string | null): string =>
  variantId === null ? exerciseId : `${exerciseId}/${variantId}`;

/**
 * Reads the file of pars.
 *
 * @param json what the file holds, parsed
 * @throws an error with the first fault, as `par.json: path: what`
 */
export function readPars(json: unknown): Pars {
  const checked = v.safeParse(parsSchema, json);
  if (checked.success) return checked.output;
  const [issue] = checked.issues;
  throw new Error(`par.json: ${v.getDotPath(issue) ?? '(file)'}: ${issue.message}`);
}

/**
 * What a restore is measured by: the cheapest way that was found, with as many actions as the guide's own remedy takes if
 * those are more. Undefined where none is known.
 *
 * @param variantId one of the exercise's variants, or null for its own restore
 */
export function parOfRestore(pars: Pars, exercise: Exercise, variantId: string | null): Par | undefined {
  const found = pars[parKey(exercise.id, variantId)];
  const instead = exercise.transfer.find(({ id }) => id === variantId)?.instead?.restore;
  const { guideActions = 0 } = instead ?? exercise.restore;
  return found && { ...found, actions: Math.max(found.actions, guideActions) };
}
