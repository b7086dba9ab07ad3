import { beforeEach, describe, expect, it } from 'vitest';
import { lesson, stopRouter } from '../../../tests/fixtures/lesson/a-lesson';
import { NearLab } from '../../../tests/fixtures/lesson/near-lab';
import type { Lesson } from '../../course/lesson';
import type { StepMark } from '../../course/progress';
import { LessonSession, type MarkStore } from './lesson-session.svelte';

let lab: NearLab;
let session: LessonSession;
let kept: Record<string, StepMark>;

function sessionOf(taught: Lesson): LessonSession {
  const store: MarkStore = {
    get marks() {
      return kept;
    },
    set: (stepId, mark) => (kept = { ...kept, [stepId]: mark }),
  };
  const made = new LessonSession(taught, store);
  made.startAt('');
  return made;
}

/** Goes to an instant and waits until the judge has been asked about it. */
async function watchTo(seconds: number) {
  lab.instantMs = seconds * 1000;
  lab.run!.viewAt({ timeMs: lab.instantMs });
  await judged();
}

async function judged() {
  session.look();
  await new Promise((resolve) => setTimeout(resolve, 180));
}

beforeEach(async () => {
  kept = {};
  lab = new NearLab();
  session = sessionOf(lesson);
  await session.attach(lab);
});

describe('a lesson', () => {
  it('begins with its first scenario, where and as fast as the step says', () => {
    expect(session.step.id).toBe('read');
    expect(lab.instantMs).toBe(5_000);
    expect(lab.speed).toBe(2);
  });

  it('lets a step for reading be ended by Next, and goes on in the same run', async () => {
    const { run } = lab;
    await session.next();
    expect(session.step.id).toBe('fail');
    expect(kept).toEqual({ read: 'done' });
    expect(lab.run).toBe(run);
  });

  it('goes on where the reader left off, or at the step that the address names', () => {
    kept = { read: 'done', fail: 'skipped' };
    const again = sessionOf(lesson);
    expect(again.step.id).toBe('look');
    again.startAt('stop');
    expect(again.step.id).toBe('stop');
    again.startAt('no-such-step');
    expect(again.step.id).toBe('look');
  });

  it('tells what is wrong with a scenario, and does not begin', async () => {
    const broken = sessionOf({ ...lesson, steps: [{ id: 'a', title: 'A', scenario: { version: 9 } }] });
    await broken.attach(new NearLab());
    expect(broken.begun).toBe(false);
    expect(broken.faults.join()).toMatch(/format/);
  });
});

describe('a step with a goal', () => {
  beforeEach(() => session.next());

  it('is not ended by Next while the goal is not reached', async () => {
    await judged();
    expect(session.isFulfilled).toBe(false);
    expect(session.tree?.met).toBe(false);
    await session.next();
    expect(session.step.id).toBe('fail');
    expect(kept['fail']).toBeUndefined();
  });

  it('is done once the goal was reached, even if only between two looks', async () => {
    lab.act(stopRouter, 20);
    await watchTo(300);
    expect(session.tree?.met).toBe(false);
    expect(session.isFulfilled).toBe(true);
    expect(kept['fail']).toBe('done');
    await session.next();
    expect(session.step.id).toBe('look');
  });

  it('can be skipped openly, and what it was to bring about then stands', async () => {
    await session.skip();
    expect(kept['fail']).toBe('skipped');
    expect(session.step.id).toBe('look');
    expect(lab.run!.viewAt({ timeMs: lab.instantMs }).nodes[0]!.state).toMatch(/^failed-over/);
  });

  it('stays done when it is skipped later', async () => {
    kept = { read: 'done', fail: 'done' };
    session.startAt('fail');
    await session.attach(lab);
    await session.skip();
    expect(kept['fail']).toBe('done');
  });

  it('brings back the run in which something had been done, with what had been said', async () => {
    lab.act({ do: 'failover', node: 'imp2' }, 20);
    await watchTo(60);
    await session.startOver();
    await judged();
    expect(session.reply).toBeNull();
    expect(lab.run!.steps).toHaveLength(0);
    expect(session.canBringBack).toBe(true);
    await session.bringBack();
    await judged();
    expect(lab.instantMs).toBe(60_000);
    expect(session.reply).toBe('That was imp2.');
    expect(session.canBringBack).toBe(false);
  });

  it('has nothing to bring back where nothing had been done', async () => {
    await watchTo(60);
    await session.startOver();
    expect(session.canBringBack).toBe(false);
  });
});

describe('a step with deeds and a question', () => {
  beforeEach(() => session.goTo('look'));

  it('wants every deed and every right option', async () => {
    session.tell({ kind: 'login', by: 'ssh', node: 'imp2' });
    expect(session.deeds).toEqual([false, false]);
    session.tell({ kind: 'login', by: 'ssh', node: 'imp1' });
    session.tell({ kind: 'command', command: 'utils ha status DefaultCUPSubCluster', node: 'imp1' });
    expect(session.deeds).toEqual([true, true]);
    session.choose('three');
    session.choose('two');
    expect(session.isFulfilled).toBe(false);
    await session.next();
    expect(session.step.id).toBe('look');
    session.choose('four');
    expect(session.isFulfilled).toBe(true);
    expect(session.chosen.at(-1)).toBe('four');
  });

  it('does not take a command for another that begins alike', () => {
    session.tell({ kind: 'command', command: 'utils ha statusx', node: 'imp1' });
    expect(session.deeds).toEqual([false, false]);
  });

  it('begins anew when it is come back to', async () => {
    session.choose('two');
    await session.goTo('stop');
    await session.goTo('look');
    expect(session.chosen).toEqual([]);
  });
});

describe('what was done before a step began', () => {
  it('does not count for it, also at the same instant', async () => {
    const [, , , stop] = lesson.steps;
    const twice = sessionOf({
      ...lesson,
      steps: [stop!, { id: 'again', title: 'Again', goal: stop!.goal!, task: 'Once more.' }],
    });
    session = twice;
    await twice.attach(lab);
    lab.act(stopRouter);
    await judged();
    expect(twice.isFulfilled).toBe(true);
    await twice.next();
    expect(twice.step.id).toBe('again');
    await judged();
    expect(twice.isFulfilled).toBe(false);
    lab.act({ do: 'stop-service', node: 'imp2', service: 'Cisco XCP Router' });
    await judged();
    expect(twice.isFulfilled).toBe(true);
    await twice.next();
    expect(twice.isOver).toBe(true);
  });
});
