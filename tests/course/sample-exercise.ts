/** An exercise to spoil: what a check says of it then shows that the check looks. */
import { EXERCISES } from '../../content/exercises';

/** Fields of anything. */
export type Fields = Record<string, unknown>;

const found = EXERCISES.find(({ id }) => id === 'critical-service-down');
if (!found) throw new Error('The exercise critical-service-down is missing.');

/** A sound exercise. */
export const SAMPLE = found;

/**
 * The sample as its file holds it, with one field changed.
 *
 * @param path keys parted by points: `restore.solutions.0.steps`
 * @param value undefined takes the field out
 */
export function sampleWith(path: string, value: unknown): unknown {
  const whole = structuredClone(SAMPLE) as unknown as Fields;
  const keys = path.split('.');
  const last = keys.pop()!;
  const owner = keys.reduce<Fields>((fields, key) => fields[key] as Fields, whole);
  if (value === undefined) Reflect.deleteProperty(owner, last);
  else owner[last] = value;
  return whole;
}
