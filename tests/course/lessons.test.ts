import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { LESSONS } from '../../content/lessons';
import { checkGoal } from '../../src/course/goal-schema';
import { settingAtStart, settingInPicture } from '../../src/course/setting';
import { checkScenario, formatFault } from '../../src/engine';
import { judgeRun, runOf } from './judging';

const FOLDER = 'content/lessons';
const folders = readdirSync(FOLDER, { withFileTypes: true }).filter((entry) => entry.isDirectory());

const scenarioFaults = (scenario: unknown): readonly string[] => {
  const checked = checkScenario(scenario);
  return checked.ok ? [] : checked.faults.map(formatFault);
};

describe('the course', () => {
  it('has a lesson for every folder, each with an address of its own', () => {
    const slugs = folders.map(({ name }) => name.replace(/^\d\d-/, '')).sort();
    expect(LESSONS.map(({ slug }) => slug).sort()).toEqual(slugs);
    expect(new Set(slugs).size).toBe(slugs.length);
  });
});

describe.each(LESSONS.map((lesson) => [lesson.slug, lesson] as const))('lesson %s', (slug, lesson) => {
  const { steps } = lesson;
  const ids = steps.map(({ id }) => id);

  it('has steps of its own names, in the same order as its prose', () => {
    const folder = folders.find(({ name }) => name.replace(/^\d\d-/, '') === slug)!.name;
    const prose = readFileSync(`${FOLDER}/${folder}/lesson.md`, 'utf8');
    expect([...prose.matchAll(/<Step id="([^"]+)">/g)].map(([, id]) => id)).toEqual(ids);
    expect(new Set(ids).size).toBe(ids.length);
    for (const id of ids) expect(id).toMatch(/^[a-z0-9-]+$/);
  });

  it('comes after lessons that there are', () => {
    const place = LESSONS.indexOf(lesson);
    for (const before of lesson.before)
      expect(
        LESSONS.slice(0, place).map((one) => one.slug),
        `${slug} after ${before}`,
      ).toContain(before);
  });

  it('takes between 5 and 15 minutes', () => {
    expect(lesson.minutes).toBeGreaterThanOrEqual(5);
    expect(lesson.minutes).toBeLessThanOrEqual(15);
  });

  describe.each(steps.map((step, index) => [step.id, step, index] as const))('step %s', (_, step, index) => {
    it('stands on a scenario that is well-formed, and can be pictured', () => {
      const start = settingAtStart(lesson, index);
      expect(start, 'a step with a scenario, or one before it').not.toBeNull();
      expect(scenarioFaults(start!.scenario)).toEqual([]);
      expect(scenarioFaults(settingInPicture(lesson, index)!.scenario)).toEqual([]);
      if (step.picture) expect(step.picture.caption).not.toBe('');
    });

    it('asks for something well-formed, in words of its own', () => {
      const goals = [...(step.goal ? [step.goal] : []), ...(step.replies ?? []).map(({ when }) => when)];
      for (const goal of goals) expect(checkGoal(goal)).toEqual({ ok: true, goal });
      if (step.goal) expect(step.task, 'a task beside the goal').toBeTruthy();
      if (step.question) {
        const options = step.question.options;
        expect(new Set(options.map(({ id }) => id)).size).toBe(options.length);
        expect(options.some(({ right }) => right)).toBe(true);
        expect(options.some(({ right }) => !right)).toBe(true);
      }
    });

    it('is not done before it has begun, and answers nothing yet', () => {
      const { scenario, atSeconds } = settingAtStart(lesson, index)!;
      const run = runOf(scenario);
      const { timeMs, eventCount } = run.viewAt({ timeMs: atSeconds * 1000 });
      const since = { timeMs, eventCount };
      const goals = [...(step.goal ? [step.goal] : []), ...(step.replies ?? []).map(({ when }) => when)];
      const met = judgeRun(run, goals, atSeconds, { since }).map(({ firstMetMs }) => firstMetMs !== null);
      expect(met).toEqual(goals.map(() => false));
    });

    const goesOn = index + 1 < steps.length && steps[index + 1]!.scenario === undefined;
    it.runIf(step.goal && goesOn)('is done in its picture, from which the next step goes on', () => {
      const start = settingAtStart(lesson, index)!;
      const before = runOf(start.scenario).viewAt({ timeMs: start.atSeconds * 1000 });
      const since = { timeMs: before.timeMs, eventCount: before.eventCount };
      const { scenario, atSeconds } = settingInPicture(lesson, index)!;
      const [goal] = judgeRun(runOf(scenario), [step.goal!], atSeconds + 3_600, { since });
      expect(goal?.firstMetMs, JSON.stringify(goal?.tree)).not.toBeNull();
    });
  });
});
