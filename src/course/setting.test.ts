import { describe, expect, it } from 'vitest';
import type { Lesson } from './lesson';
import { goesOnInRun, settingAtStart, settingInPicture } from './setting';

const lesson: Lesson = {
  slug: 'a-lesson',
  title: 'A lesson',
  summary: 'For tests.',
  minutes: 5,
  section: 'None',
  before: [],
  steps: [
    {
      id: 'a',
      title: 'A',
      scenario: { title: 'first', until: 9, expect: [], steps: [{ at: 1 }] },
      atSeconds: 4,
    },
    { id: 'b', title: 'B', picture: { steps: [{ at: 5 }], atSeconds: 8, caption: '' } },
    { id: 'c', title: 'C' },
    { id: 'd', title: 'D', picture: { atSeconds: 30, caption: '' } },
    { id: 'e', title: 'E', scenario: { title: 'second' } },
  ],
};

describe('where a step plays', () => {
  it('is its own scenario, at its instant', () => {
    expect(settingAtStart(lesson, 0)).toEqual({ scenario: lesson.steps[0]!.scenario, atSeconds: 4 });
    expect(settingAtStart(lesson, 4)).toEqual({ scenario: { title: 'second' }, atSeconds: 0 });
  });

  it('is the run so far for a step that goes on with it', () => {
    const file = { title: 'first', steps: [{ at: 1 }, { at: 5 }] };
    expect(settingAtStart(lesson, 1)).toEqual({ scenario: lesson.steps[0]!.scenario, atSeconds: 4 });
    expect(settingInPicture(lesson, 1)).toEqual({ scenario: file, atSeconds: 8 });
    expect(settingAtStart(lesson, 2)).toEqual({ scenario: file, atSeconds: 8 });
    expect(settingInPicture(lesson, 2)).toEqual({ scenario: file, atSeconds: 8 });
    expect(settingInPicture(lesson, 3)).toEqual({ scenario: file, atSeconds: 30 });
  });

  it('is nowhere without any scenario', () => {
    const [, without] = lesson.steps;
    expect(settingAtStart({ ...lesson, steps: [without!] }, 0)).toBeNull();
  });
});

describe('the run of a step', () => {
  it.each([
    ['goes on in the next step, which has no run of its own', 0, 1, false, true],
    ['goes on past a step whose picture adds nothing', 2, 3, false, true],
    ['goes on from a step that was done', 1, 2, true, true],
    ['does not where the step was to bring something about that is not in it', 1, 2, false, false],
    ['nor where a step between was to', 0, 2, true, false],
    ['nor into a step with a run of its own', 3, 4, true, false],
    ['nor back', 2, 1, true, false],
    ['nor into the same step', 1, 1, true, false],
  ])('%s', (_, from, to, isDone, expected) => {
    expect(goesOnInRun(lesson, from, to, isDone)).toBe(expected);
  });
});
