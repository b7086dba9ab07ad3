/** The runs that an exercise speaks of, each as a link into the lab. For authors, in development only. */
import type { Run } from '../src/engine/index.ts';
import type { Exercise, StepAt } from '../src/course/exercise.ts';
import { play, runWith } from '../src/course/check/play.ts';
import { encodeShareLink } from '../src/lib/share/share-link.ts';

/** A run to look at. */
export interface LinkedRun {
  readonly title: string;
  /** Null where the run does not fit into a link. */
  readonly href: string | null;
}

function linkTo(title: string, run: Run, atSeconds: number): LinkedRun {
  const atMs = Math.round(atSeconds * 1000);
  const { scenario, hash, engineVersion } = run.export(atMs);
  const link = encodeShareLink({ engineVersion, scenario: scenario as Record<string, unknown>, atMs, hash });
  return { title, href: link.ok ? `/lab/#${link.value}` : null };
}

/** The runs of an exercise without its variants, in the order of the phases. */
export function runsOf({ scenario, predict, reach, explain, restore }: Exercise): readonly LinkedRun[] {
  const at = (title: string, steps: readonly StepAt[], atSeconds: number) =>
    linkTo(title, runWith(scenario, steps), atSeconds);
  const solutions = (name: string, drive: Exercise['reach'] | Exercise['restore']) =>
    drive.solutions.map(({ title, steps, untilSeconds }) =>
      linkTo(`${name}: ${title}`, play(scenario, drive, steps).run, drive.atSeconds + untilSeconds),
    );
  return [
    at('predict: what comes', [...(predict.steps ?? []), ...predict.happens], predict.untilSeconds),
    ...solutions('reach', reach),
    at('explain: what is shown', explain.steps ?? [], explain.atSeconds),
    ...explain.causes.flatMap(({ id, refutation }) =>
      refutation ? [at(`explain: instead of ${id}`, refutation.steps ?? [], refutation.atSeconds)] : [],
    ),
    ...solutions('restore', restore),
  ];
}
