/**
 * Writes what readers without JavaScript get of each step of a lesson, as markup. Runs the engine, when the site is built:
 * nothing of this is ever sent to a browser as script.
 */
import { render } from 'svelte/server';
import { Run } from '../../engine';
import type { Lesson } from '../../course/lesson';
import { settingInPicture } from '../../course/setting';
import StillStep from './StillStep.svelte';

/** Markup of each step, by its id. Throws for a scenario that is malformed. */
export function writtenSteps(lesson: Lesson): Readonly<Record<string, string>> {
  return Object.fromEntries(
    lesson.steps.map((step, index) => {
      const setting = settingInPicture(lesson, index);
      const loaded = setting && Run.load(setting.scenario);
      if (loaded && !loaded.ok) throw new Error(`${lesson.slug}#${step.id}: ${loaded.faults.join('; ')}`);
      const view = loaded && loaded.run.viewAt({ timeMs: setting.atSeconds * 1000 });
      const { body } = render(StillStep, { props: { step, view }, idPrefix: step.id });
      return [step.id, `<div>${body}</div>`];
    }),
  );
}
