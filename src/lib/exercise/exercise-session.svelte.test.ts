import { beforeEach, describe, expect, it } from 'vitest';
import { NearExerciseLab } from '../../../tests/fixtures/exercise/near-exercise-lab';
import sample from '../../../content/exercises/critical-service-down.json';
import type { Guess } from '../../course/attempt';
import type { Exercise } from '../../course/exercise';
import { PageAttempts } from './attempt-store';
import type { DriveTask } from './drive-task.svelte';
import { ExerciseSession } from './exercise-session.svelte';
import type { ExplainTask } from './explain-task.svelte';
import type { PlayedExercise } from './played';
import { playedExercise } from './played.server';
import type { PredictTask } from './predict-task.svelte';

const file = sample as unknown as Exercise;
const PAR = { actions: 2, userMinutes: 20 };
const worked = playedExercise(file, () => PAR);
const guided: PlayedExercise = { ...worked, support: 'guided' };

const GUESS: Guess = {
  pair: ['failed-over-critical-services-not-running', 'running-in-backup-mode'],
  serving: 'second',
  answer: 'after-the-delay',
  confidence: 0.8,
};
const stopRouter = { do: 'stop-service', node: 'imp1', service: 'Cisco XCP Router' } as const;
const startRouter = { do: 'start-service', node: 'imp1', service: 'Cisco XCP Router' } as const;
const fallBack = { do: 'fallback', node: 'imp1' } as const;

let lab: NearExerciseLab;
let store: PageAttempts;
let session: ExerciseSession;

async function begin(exercise: PlayedExercise = guided) {
  lab = new NearExerciseLab();
  session = new ExerciseSession(exercise, store, () => 5_000);
  await session.attach(lab);
}

const predict = () => session.task as PredictTask;
const drive = () => session.task as DriveTask;
const explain = () => session.task as ExplainTask;

async function judged() {
  session.look();
  await new Promise((resolve) => setTimeout(resolve, 180));
}

async function watchTo(seconds: number) {
  lab.instantMs = seconds * 1000;
  lab.run!.viewAt({ timeMs: lab.instantMs });
  await judged();
}

async function toReach(exercise?: PlayedExercise) {
  await begin(exercise);
  await predict().commit(GUESS);
  await session.next();
}

async function reach() {
  lab.act(stopRouter, 30);
  await watchTo(160);
}

async function toExplain() {
  await toReach();
  await reach();
  await session.next();
}

function explainAll() {
  explain().chooseCause('service');
  explain().chooseEvidence('reason');
  explain().chooseEvidence('one-of-five');
}

async function toRestore() {
  await toExplain();
  explainAll();
  await session.next();
}

async function restore() {
  lab.act(startRouter, 205);
  lab.act(fallBack, 225);
  await watchTo(900);
}

beforeEach(() => {
  store = new PageAttempts();
});

describe('predict', () => {
  beforeEach(() => begin());

  it('lets nothing move or be done until the guess is committed, and conceals row, reasons and explanations', async () => {
    expect(lab.still).toBe(true);
    expect(lab.act(stopRouter)).toEqual([expect.stringMatching(/Commit your prediction/)]);
    expect(session.conceal).toMatchObject({ row: true, reasons: true, explanations: true });
    expect(session.isPartDone).toBe(false);
    await session.next();
    expect(session.stage).toBe('predict');
  });

  it('then lets happen what happens, and takes the truth from the engine', async () => {
    await predict().commit(GUESS);
    expect(lab.instantMs).toBe(200_000);
    expect(predict().truth).toEqual({ pair: GUESS.pair, serving: 'second', answer: 'after-the-delay' });
    expect(session.conceal.row).toBe(false);
    expect(store.results).toMatchObject([
      { phase: 'predict', score: 99, prediction: { confidence: 0.8, right: true } },
    ]);
  });

  it('keeps the guess as it was committed: a second one changes nothing', async () => {
    await predict().commit(GUESS);
    await predict().commit({ ...GUESS, confidence: 1 });
    expect(predict().guess).toEqual(GUESS);
  });

  it('goes on with the showing where it was broken off', async () => {
    lab.interrupted = true;
    await predict().commit(GUESS);
    expect(predict().truth).toBeNull();
    lab.interrupted = false;
    await begin();
    expect(predict().guess).toEqual(GUESS);
    await predict().reveal();
    expect(predict().truth?.answer).toBe('after-the-delay');
  });

  it('notices when somebody plays past the instant by hand, and tells that instant', async () => {
    lab.interrupted = true;
    await predict().commit(GUESS);
    await watchTo(400);
    expect(lab.instantMs).toBe(200_000);
    expect(predict().truth?.serving).toBe('second');
  });
});

describe('reach', () => {
  it('shows the goal in parts, is done when it has held, and keeps what it took', async () => {
    await toReach();
    await judged();
    expect(drive().tree?.met).toBe(false);
    await reach();
    expect(drive().result).toMatchObject({ actions: 1, score: 100 });
    expect(drive().result?.reached).toEqual([
      'State of imp1: Failed Over with Critical Services Not Running',
      'What DefaultCUPSubCluster shows: A critical service is down',
    ]);
    expect(store.latest(guided.id)?.reach?.result?.actions).toBe(1);
    expect(session.isPartDone).toBe(true);
  });

  it('counts it as reached also when it only held between two looks', async () => {
    await toReach();
    lab.act(stopRouter, 30);
    lab.act(startRouter, 190);
    await watchTo(400);
    expect(drive().tree?.met).toBe(false);
    expect(drive().result).not.toBeNull();
  });

  it('lets time stand still when the goal is met', async () => {
    await toReach();
    lab.play(50);
    await reach();
    expect(lab.speed).toBeNull();
  });

  it('answers what the learner did', async () => {
    await toReach();
    lab.act({ do: 'failover', node: 'imp1' }, 30);
    await watchTo(40);
    expect(drive().reply).toMatch(/asked for by hand/);
  });

  it('lets nobody act before it began', async () => {
    await toReach();
    expect(lab.act(stopRouter, 10)).toEqual([expect.stringMatching(/came before this phase/)]);
  });

  it('takes the last action back, and stands where it was just before', async () => {
    await toReach();
    lab.act({ do: 'stop-database', node: 'imp1' }, 33);
    await watchTo(60);
    expect(drive().canUndo).toBe(true);
    await drive().undo();
    expect(lab.run!.steps).toHaveLength(0);
    expect(lab.instantMs).toBe(33_000);
    expect(drive().canUndo).toBe(false);
    lab.act(stopRouter);
    await watchTo(200);
    expect(drive().result?.actions).toBe(1);
  });

  it('is resumed with its run, its playhead and its help after a reload', async () => {
    await toReach();
    drive().takeHint();
    lab.act(stopRouter, 30);
    await watchTo(60);
    session.keep();
    await begin();
    expect(session.stage).toBe('reach');
    expect(lab.instantMs).toBe(60_000);
    expect(lab.run!.steps).toHaveLength(1);
    expect(drive().hints).toBe(3);
    await watchTo(160);
    expect(drive().result?.actions).toBe(1);
  });

  it('gives two hints to who is guided, the third costs, the last plays the solution', async () => {
    await toReach();
    expect(drive().shownHints).toBe(2);
    expect(drive().countedHints).toBe(0);
    drive().takeHint();
    expect(drive().countedHints).toBe(3);
    drive().takeHint();
    await new Promise((resolve) => setTimeout(resolve));
    const show = drive().show!;
    expect(show.solution.id).toBe('stop-the-router');
    await show.next();
    expect(lab.run!.steps).toHaveLength(1);
    expect(lab.act(startRouter)).toEqual([expect.stringMatching(/solution is being played/)]);
    await show.next();
    expect(show.isOver).toBe(true);
    expect(drive().result).toBeNull();
    await drive().closeShow();
    await reach();
    expect(drive().result?.score).toBe(40);
  });

  it('is shown first where it is worked, at no cost', async () => {
    await toReach(worked);
    expect(drive().show).not.toBeNull();
    await drive().closeShow();
    await reach();
    expect(drive().result?.score).toBe(100);
  });
});

describe('explain', () => {
  it('answers every cause, and asks for evidence once the right one is found', async () => {
    await toExplain();
    explain().chooseEvidence('reason');
    expect(explain().evidence).toEqual([]);
    explain().chooseCause('database');
    expect(explain().found).toBeNull();
    const { scenario } = explain().wouldHaveShown('database')!;
    expect(JSON.stringify(scenario)).toContain('stop-database');
    explainAll();
    expect(explain().score).toBe(80);
    expect(store.results.at(-1)).toMatchObject({ phase: 'explain', score: 80 });
  });

  it('is resumed with what was chosen', async () => {
    await toExplain();
    explain().chooseCause('database');
    await begin();
    expect(explain().causes).toEqual(['database']);
  });
});

describe('restore', () => {
  it('is graded against par', async () => {
    await toRestore();
    await restore();
    const { result } = drive();
    expect(result).toMatchObject({ actions: 2, penalised: [] });
    expect(result!.userMinutes).toBeGreaterThan(0);
    expect(store.results.at(-1)?.phase).toBe('restore');
  });

  it('has to be begun again after a forbidden move, which cannot be undone', async () => {
    await toRestore();
    lab.act({ do: 'power-off', node: 'imp2' }, 205);
    await watchTo(210);
    expect(drive().spoiled?.id).toBe('backup-switched-off');
    expect(drive().canUndo).toBe(false);
    await drive().restart();
    await judged();
    expect(drive().spoiled).toBeNull();
    expect(drive().restarts).toBe(1);
    await restore();
    expect(drive().result).not.toBeNull();
  });

  it('takes points for a move that is not wanted, and not when it is undone', async () => {
    await toRestore();
    lab.act({ do: 'restart-srm', node: 'imp1' }, 205);
    await watchTo(215);
    expect(drive().penalised.map(({ id }) => id)).toEqual(['recovery-manager-restarted']);
    await drive().undo();
    await judged();
    expect(drive().penalised).toEqual([]);
  });
});

describe('transfer and report', () => {
  it('plays the parts of a variant unaided and concealed, and then reports', async () => {
    await toRestore();
    await restore();
    await session.next();
    expect(session.stage).toBe('transfer');
    expect(session.conceal.reasons).toBe(true);
    expect(session.part).toBe('explain');
    explainAll();
    await session.next();
    expect(session.part).toBe('restore');
    expect(drive().helped).toBe(false);
    drive().takeHint();
    expect(drive().hints).toBe(0);
    lab.act({ do: 'start-service', node: 'imp2', service: 'Cisco SIP Proxy' }, 205);
    lab.act({ do: 'fallback', node: 'imp2' }, 225);
    await watchTo(900);
    expect(session.isDone('transfer')).toBe(true);
    expect(store.results.map(({ phase }) => phase)).toEqual([
      'predict',
      'reach',
      'explain',
      'restore',
      'transfer',
    ]);
    await session.next();
    expect(session.stage).toBe('report');
    await session.tryAgain();
    expect(session.stage).toBe('predict');
    expect(session.attempt.variant).toBe('does-not-start');
    expect(session.isDone('reach')).toBe(false);
  });

  it('can be left for later', async () => {
    await toRestore();
    await restore();
    await session.next();
    await session.leaveTransfer();
    expect(session.stage).toBe('report');
    expect(session.isDone('transfer')).toBe(false);
    await session.goTo('transfer');
    expect(session.part).toBe('explain');
  });
});

describe('the way', () => {
  it('leads back to what is done, but not ahead', async () => {
    await toReach();
    await session.goTo('explain');
    expect(session.stage).toBe('reach');
    await session.goTo('predict');
    expect(predict().truth).not.toBeNull();
    await session.goTo('reach');
    expect(session.attempt.at).toBe('reach');
  });

  it('begins anew where the exercise has changed since', async () => {
    await toReach();
    await begin({ ...guided, revision: 2 });
    expect(session.stage).toBe('predict');
    expect(predict().guess).toBeNull();
  });
});
