import { beforeEach, describe, expect, it } from 'vitest';
import {
  AtWork,
  GUIDED,
  RIGHT_GUESS,
  START_ROUTER,
  STOP_ROUTER,
  WORKED,
} from '../../../tests/fixtures/exercise/at-work';

let work: AtWork;

beforeEach(() => {
  work = new AtWork();
});

describe('predict', () => {
  beforeEach(() => work.begin());

  it('lets nothing move or be done until the guess is committed, and conceals row, reasons and explanations', async () => {
    expect(work.lab.still).toBe(true);
    expect(work.lab.act(STOP_ROUTER)).toEqual([expect.stringMatching(/Commit your prediction/)]);
    expect(work.session.conceal).toMatchObject({ row: true, reasons: true, explanations: true });
    expect(work.session.isPartDone).toBe(false);
    await work.session.next();
    expect(work.session.stage).toBe('predict');
  });

  it('then lets happen what happens, and takes the truth from the engine', async () => {
    await work.predict.commit(RIGHT_GUESS);
    expect(work.lab.instantMs).toBe(200_000);
    expect(work.predict.truth).toEqual({
      pair: RIGHT_GUESS.pair,
      serving: 'second',
      answer: 'after-the-delay',
    });
    expect(work.session.conceal.row).toBe(false);
    expect(work.store.results).toMatchObject([
      { phase: 'predict', score: 99, prediction: { confidence: 0.8, right: true } },
    ]);
  });

  it('keeps the guess as it was committed: a second one changes nothing', async () => {
    await work.predict.commit(RIGHT_GUESS);
    await work.predict.commit({ ...RIGHT_GUESS, confidence: 1 });
    expect(work.predict.guess).toEqual(RIGHT_GUESS);
  });

  it('goes on with the showing where it was broken off', async () => {
    work.lab.interrupted = true;
    await work.predict.commit(RIGHT_GUESS);
    expect(work.predict.truth).toBeNull();
    work.lab.interrupted = false;
    await work.begin();
    expect(work.predict.guess).toEqual(RIGHT_GUESS);
    await work.predict.reveal();
    expect(work.predict.truth?.answer).toBe('after-the-delay');
  });

  it('notices when somebody plays past the instant by hand, and tells that instant', async () => {
    work.lab.interrupted = true;
    await work.predict.commit(RIGHT_GUESS);
    await work.watchTo(400);
    expect(work.lab.instantMs).toBe(200_000);
    expect(work.predict.truth?.serving).toBe('second');
  });
});

describe('reach', () => {
  it('shows the goal in parts, is done when it has held, and keeps what it took', async () => {
    await work.toReach();
    await work.judged();
    expect(work.drive.tree?.met).toBe(false);
    await work.reach();
    expect(work.drive.result).toMatchObject({ actions: 1, score: 100 });
    expect(work.drive.result?.reached).toEqual([
      'State of imp1: Failed Over with Critical Services Not Running',
      'What DefaultCUPSubCluster shows: A critical service is down',
    ]);
    expect(work.store.latest(GUIDED.id)?.reach?.result?.actions).toBe(1);
    expect(work.session.isPartDone).toBe(true);
  });

  it('counts it as reached also when it only held between two looks', async () => {
    await work.toReach();
    work.lab.act(STOP_ROUTER, 30);
    work.lab.act(START_ROUTER, 190);
    await work.watchTo(400);
    expect(work.drive.tree?.met).toBe(false);
    expect(work.drive.result).not.toBeNull();
  });

  it('lets time stand still when the goal is met', async () => {
    await work.toReach();
    work.lab.play(50);
    await work.reach();
    expect(work.lab.speed).toBeNull();
  });

  it('answers what the learner did', async () => {
    await work.toReach();
    work.lab.act({ do: 'failover', node: 'imp1' }, 30);
    await work.watchTo(40);
    expect(work.drive.reply).toMatch(/asked for by hand/);
  });

  it('lets nobody act before it began', async () => {
    await work.toReach();
    expect(work.lab.act(STOP_ROUTER, 10)).toEqual([expect.stringMatching(/came before this phase/)]);
  });

  it('takes the last action back, and stands where it was just before', async () => {
    await work.toReach();
    work.lab.act({ do: 'stop-database', node: 'imp1' }, 33);
    await work.watchTo(60);
    expect(work.drive.canUndo).toBe(true);
    await work.drive.undo();
    expect(work.lab.run!.steps).toHaveLength(0);
    expect(work.lab.instantMs).toBe(33_000);
    expect(work.drive.canUndo).toBe(false);
    work.lab.act(STOP_ROUTER);
    await work.watchTo(200);
    expect(work.drive.result?.actions).toBe(1);
  });

  it('is resumed with its run, its playhead and its help after a reload', async () => {
    await work.toReach();
    work.drive.takeHint();
    work.lab.act(STOP_ROUTER, 30);
    await work.watchTo(60);
    work.session.keep();
    await work.begin();
    expect(work.session.stage).toBe('reach');
    expect(work.lab.instantMs).toBe(60_000);
    expect(work.lab.run!.steps).toHaveLength(1);
    expect(work.drive.hints).toBe(3);
    await work.watchTo(160);
    expect(work.drive.result?.actions).toBe(1);
  });

  it('gives two hints to who is guided, the third costs, the last plays the solution', async () => {
    await work.toReach();
    expect(work.drive.shownHints).toBe(2);
    expect(work.drive.countedHints).toBe(0);
    work.drive.takeHint();
    expect(work.drive.countedHints).toBe(3);
    work.drive.takeHint();
    await new Promise((resolve) => setTimeout(resolve));
    const show = work.drive.show!;
    expect(show.solution.id).toBe('stop-the-router');
    await show.next();
    expect(work.lab.run!.steps).toHaveLength(1);
    expect(work.lab.act(START_ROUTER)).toEqual([expect.stringMatching(/solution is being played/)]);
    await show.next();
    expect(show.isOver).toBe(true);
    expect(work.drive.result).toBeNull();
    await work.drive.closeShow();
    await work.reach();
    expect(work.drive.result?.score).toBe(40);
  });

  it('is shown first where it is worked, at no cost', async () => {
    await work.toReach(WORKED);
    expect(work.drive.show).not.toBeNull();
    await work.drive.closeShow();
    await work.reach();
    expect(work.drive.result?.score).toBe(100);
  });
});

describe('explain', () => {
  it('answers every cause, and asks for evidence once the right one is found', async () => {
    await work.toExplain();
    work.explain.chooseEvidence('reason');
    expect(work.explain.evidence).toEqual([]);
    work.explain.chooseCause('database');
    expect(work.explain.found).toBeNull();
    const { scenario } = work.explain.wouldHaveShown('database')!;
    expect(JSON.stringify(scenario)).toContain('stop-database');
    work.explainAll();
    expect(work.explain.score).toBe(80);
    expect(work.store.results.at(-1)).toMatchObject({ phase: 'explain', score: 80 });
  });

  it('is resumed with what was chosen', async () => {
    await work.toExplain();
    work.explain.chooseCause('database');
    await work.begin();
    expect(work.explain.causes).toEqual(['database']);
  });
});

describe('restore', () => {
  it('is graded against par', async () => {
    await work.toRestore();
    await work.restore();
    const { result } = work.drive;
    expect(result).toMatchObject({ actions: 2, penalised: [] });
    expect(result!.userMinutes).toBeGreaterThan(0);
    expect(work.store.results.at(-1)?.phase).toBe('restore');
  });

  it('has to be begun again after a forbidden move, which cannot be undone', async () => {
    await work.toRestore();
    work.lab.act({ do: 'power-off', node: 'imp2' }, 205);
    await work.watchTo(210);
    expect(work.drive.spoiled?.id).toBe('backup-switched-off');
    expect(work.drive.canUndo).toBe(false);
    await work.drive.restart();
    await work.judged();
    expect(work.drive.spoiled).toBeNull();
    expect(work.drive.restarts).toBe(1);
    await work.restore();
    expect(work.drive.result).not.toBeNull();
  });

  it('takes points for a move that is not wanted, and not when it is undone', async () => {
    await work.toRestore();
    work.lab.act({ do: 'restart-srm', node: 'imp1' }, 205);
    await work.watchTo(215);
    expect(work.drive.penalised.map(({ id }) => id)).toEqual(['recovery-manager-restarted']);
    await work.drive.undo();
    await work.judged();
    expect(work.drive.penalised).toEqual([]);
  });
});

describe('transfer and report', () => {
  it('plays the parts of a variant unaided and concealed, and then reports', async () => {
    await work.toRestore();
    await work.restore();
    await work.session.next();
    expect(work.session.stage).toBe('transfer');
    expect(work.session.conceal.reasons).toBe(true);
    expect(work.session.part).toBe('explain');
    // Evidence and comparisons speak of reasons: they can be seen once a cause has been named.
    work.explain.chooseCause('database');
    expect(work.session.conceal).toMatchObject({ row: true, reasons: false, explanations: true });
    work.explainAll();
    await work.session.next();
    expect(work.session.part).toBe('restore');
    expect(work.session.conceal.reasons).toBe(true);
    expect(work.drive.helped).toBe(false);
    work.drive.takeHint();
    expect(work.drive.hints).toBe(0);
    work.lab.act({ do: 'start-service', node: 'imp2', service: 'Cisco SIP Proxy' }, 205);
    work.lab.act({ do: 'fallback', node: 'imp2' }, 225);
    await work.watchTo(900);
    expect(work.session.isDone('transfer')).toBe(true);
    expect(work.store.results.map(({ phase }) => phase)).toEqual([
      'predict',
      'reach',
      'explain',
      'restore',
      'transfer',
    ]);
    await work.session.next();
    expect(work.session.stage).toBe('report');
    await work.session.tryAgain();
    expect(work.session.stage).toBe('predict');
    expect(work.session.attempt.variant).toBe('does-not-start');
    expect(work.session.isDone('reach')).toBe(false);
  });

  it('can be left for later', async () => {
    await work.toRestore();
    await work.restore();
    await work.session.next();
    await work.session.leaveTransfer();
    expect(work.session.stage).toBe('report');
    expect(work.session.isDone('transfer')).toBe(false);
    await work.session.goTo('transfer');
    expect(work.session.part).toBe('explain');
  });
});

describe('the way', () => {
  it('leads back to what is done, but not ahead', async () => {
    await work.toReach();
    await work.session.goTo('explain');
    expect(work.session.stage).toBe('reach');
    await work.session.goTo('predict');
    expect(work.predict.truth).not.toBeNull();
    await work.session.goTo('reach');
    expect(work.session.attempt.at).toBe('reach');
  });

  it('begins anew where the exercise has changed since', async () => {
    await work.toReach();
    await work.begin({ ...GUIDED, revision: 2 });
    expect(work.session.stage).toBe('predict');
    expect(work.predict.guess).toBeNull();
  });
});
