import { describe, expect, it } from 'vitest';
import type { Lesson } from './lesson';
import { settingAtStart, settingInPicture } from './setting';

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
