/** The check of a shift as it was played. */
import * as v from 'valibot';
import { checkStep, Run, secondsToMs, type TimedStep, type Walk } from '../../engine';

/** A shift that was checked and can be reported on. */
export interface CheckedShift {
  /** The run before anything has happened. */
  readonly walk: Walk;
  readonly faults: readonly TimedStep[];
  /** What the learner did. */
  readonly steps: readonly TimedStep[];
  readonly endMs: number;
}

/** Most steps of a shift that is reported on. */
const MOST_STEPS = 1_000;

/** A shift of any origin, as far as the engine does not check it. */
const playedSchema = v.object({
  scenario: v.unknown(),
  steps: v.pipe(
    v.array(v.looseObject({ at: v.pipe(v.number(), v.minValue(0)), do: v.string() })),
    v.maxLength(MOST_STEPS),
    v.check(
      (steps) => steps.every(({ at }, index) => index === 0 || at >= steps[index - 1]!.at),
      'a step comes before the one above it',
    ),
  ),
});

/** Checks a shift of any origin (a `PlayedShift` if it is well formed); faults are lines `path: what`. */
export function checkShift(
  played: unknown,
):
  | { readonly ok: true; readonly shift: CheckedShift }
  | { readonly ok: false; readonly faults: readonly string[] } {
  const parsed = v.safeParse(playedSchema, played);
  if (!parsed.success)
    return { ok: false, faults: parsed.issues.map((it) => `${v.getDotPath(it) ?? 'shift'}: ${it.message}`) };
  const { scenario, steps: made } = parsed.output;
  const loaded = Run.load(scenario);
  if (!loaded.ok) return loaded;
  const { run } = loaded;
  const endMs = run.scenario.untilMs;
  const steps: TimedStep[] = [];
  for (const [index, { at, ...plain }] of made.entries()) {
    const checked = checkStep(plain);
    if (!checked.ok)
      return {
        ok: false,
        faults: checked.faults.map(({ path, what }) => `steps.${index}.${path}: ${what}`),
      };
    if (secondsToMs(at) <= endMs) steps.push({ atMs: secondsToMs(at), via: null, step: checked.step });
  }
  const walk = run.walkFrom({ timeMs: 0, eventCount: 0 });
  return { ok: true, shift: { walk, steps, endMs, faults: run.steps } };
}
