/** The stage of each step of a lesson as it is drawn for readers without JavaScript. Runs the engine when the site is built. */
import { Run, type ClusterView } from '../../engine';
import type { Lesson } from '../../course/lesson';
import { settingInPicture } from '../../course/setting';

/** What stands on the stage in the picture of each step, by the step's id. Throws for a scenario that is malformed. */
export function picturesOf(lesson: Lesson): Readonly<Record<string, ClusterView>> {
  return Object.fromEntries(
    lesson.steps.flatMap(({ id }, index) => {
      const setting = settingInPicture(lesson, index);
      if (!setting) return [];
      const loaded = Run.load(setting.scenario);
      if (!loaded.ok) throw new Error(`${lesson.slug}#${id}: ${loaded.faults.join('; ')}`);
      return [[id, loaded.run.viewAt({ timeMs: setting.atSeconds * 1000 })]];
    }),
  );
}
