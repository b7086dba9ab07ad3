import { beforeEach, describe, expect, it } from 'vitest';
import { Judge } from '../../course/judge';
import type { JudgeQuestion } from '../../course/judge';
import type { Lesson } from '../../course/lesson';
import type { StepMark } from '../../course/progress';
import type { Setting } from '../../course/setting';
import { Run } from '../../engine';
import { LessonSession, type LessonDoor, type MarkStore } from './lesson-session.svelte';

/** A lab without a page: the engine at hand, the playhead where the test puts it. */
class NearLab implements LessonDoor {
  run: Run | null = null;
  instantMs = 0;
  speed: number | null = null;

  get position() {
    const { eventCount } = this.run!.viewAt({ timeMs: this.instantMs });
    return { timeMs: this.instantMs, eventCount };
  }

  get branch() {
    const { branch, branches } = this.run?.summary() ?? {};
    return branches?.find(({ id }) => id === branch) ?? null;
  }

  open({ scenario, atSeconds }: Setting) {
    const loaded = Run.load(scenario);
    if (!loaded.ok) return Promise.resolve(loaded.faults);
    this.run = loaded.run;
    this.instantMs = atSeconds * 1000;
    this.run.viewAt({ timeMs: this.instantMs });
    return Promise.resolve(null);
  }

  keep() {
    const { scenario } = this.run!.export(this.instantMs);
    return Promise.resolve({ scenario, atSeconds: this.instantMs / 1000 });
  }

  judge(question: JudgeQuestion) {
    const judge = new Judge(this.run!, question);
    while (!judge.walkTo(this.instantMs, 1000));
    return Promise.resolve(judge.judgementsAt(this.instantMs));
  }

  play(speed: number) {
    this.speed = speed;
  }

  /** What a learner does: a step now, or at an instant that is gone to first. */
  act(step: { readonly do: string; readonly [field: string]: unknown }, atSeconds?: number) {
    if (atSeconds !== undefined) this.instantMs = atSeconds * 1000;
    const outcome = this.run!.act(this.instantMs, step, null);
    if (outcome.accepted) this.instantMs = outcome.atMs;
  }
}

const pair = {
  format: 'presence-redundancy-scenario',
  version: 1,
  cluster: { nodes: [{ name: 'imp1' }, { name: 'imp2' }], users: 2 },
};
const ROUTER = { node: 'imp1', service: 'Cisco XCP Router' } as const;
const stopRouter = { do: 'stop-service', ...ROUTER } as const;

const lesson: Lesson = {
  slug: 'a-lesson',
  title: 'A lesson',
  summary: 'For tests.',
  minutes: 5,
  section: 'None',
  before: [],
  steps: [
    { id: 'read', title: 'Read', scenario: pair, atSeconds: 5, playAtSpeed: 2 },
    {
      id: 'fail',
      title: 'Fail',
      task: 'Let imp1 fail over.',
      goal: { node: 'imp1', is: { state: 'failing-over' } },
      replies: [
        { when: { step: { do: 'failover', node: 'imp2' }, outcome: 'done' }, say: 'That was imp2.' },
        { when: { step: { do: 'fallback' }, outcome: 'refused' }, say: 'Nothing to fall back from.' },
      ],
      done: 'It did.',
      picture: { steps: [{ at: 10, ...stopRouter }], atSeconds: 150, caption: 'imp1 has failed over.' },
    },
    {
      id: 'look',
      title: 'Look',
      deeds: [
        { text: 'Log in', want: { kind: 'login', node: 'imp1' } },
        { text: 'Ask', want: { kind: 'command', command: 'utils ha status' } },
      ],
      question: {
        ask: 'Which are even?',
        options: [
          { id: 'two', text: '2', right: true, reply: 'Yes.' },
          { id: 'three', text: '3', right: false, reply: 'Odd.' },
          { id: 'four', text: '4', right: true, reply: 'Yes.' },
        ],
      },
    },
    {
      id: 'stop',
      title: 'Stop',
      task: 'Stop the service.',
      scenario: pair,
      goal: { step: { do: 'stop-service' }, outcome: 'done' },
    },
  ],
};

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

  it('answers what was done, and what was refused', async () => {
    session.hearRefusal({ atMs: 6_000, step: { do: 'fallback', node: 'imp1' } });
    await watchTo(6);
    expect(session.reply).toBe('Nothing to fall back from.');
    lab.act({ do: 'failover', node: 'imp2' }, 20);
    await watchTo(21);
    expect(session.reply).toBe('That was imp2.');
    expect(session.isFulfilled).toBe(false);
  });

  it('is watched on the branch that the learner goes on with, also one from before the step', async () => {
    lab.act({ do: 'failover', node: 'imp2' }, 20);
    await watchTo(60);
    expect(session.reply).toBe('That was imp2.');
    lab.act(stopRouter, 2);
    await watchTo(3);
    expect(session.reply).toBeNull();
    await watchTo(100);
    expect(session.isFulfilled).toBe(true);
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
