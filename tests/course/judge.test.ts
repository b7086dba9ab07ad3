import { describe, expect, it } from 'vitest';
import type { Goal } from '../../src/course/goal';
import { Judge } from '../../src/course/judge';
import { judgeGoal, judgeRun, runOf, START } from './judging';

const GROUP = 'DefaultCUPSubCluster';

/** imp1's router is stopped at 30 s: Failing Over at 120 s, taken over by about 135 s; started again at 300 s. */
const failover = {
  format: 'presence-redundancy-scenario',
  version: 1,
  cluster: { nodes: [{ name: 'imp1' }, { name: 'imp2' }], users: 24 },
  steps: [
    { at: 30, do: 'stop-service', node: 'imp1', service: 'Cisco XCP Router', via: 'page' },
    { at: 200, do: 'failover', node: 'imp1' },
    { at: 300, do: 'start-service', node: 'imp1', service: 'Cisco XCP Router' },
    { at: 400, do: 'fallback', node: 'imp1' },
  ],
  until: 600,
};

const imp2 = (state: 'normal' | 'taking-over' | 'running-in-backup-mode'): Goal => ({
  node: 'imp2',
  is: { state },
});

const stopped: Goal = { step: { do: 'stop-service', node: 'imp1' }, outcome: 'done' };

/** Goals, an instant in seconds, and whether they are met then. */
const CASES: readonly (readonly [what: string, goal: Goal, seconds: number, met: boolean])[] = [
  ['a state that is shown', imp2('running-in-backup-mode'), 200, true],
  ['a state that is not shown', imp2('running-in-backup-mode'), 60, false],
  ['one of several states', { node: 'imp1', is: { state: ['normal', 'failed-over'] } }, 60, true],
  ['a reason', { node: 'imp1', is: { reason: 'Critical Service Down' } }, 200, true],
  ['another reason', { node: 'imp1', is: { reason: ['Normal', null] } }, 200, false],
  [
    'the status of a service',
    { node: 'imp1', is: { services: { 'Cisco XCP Router': 'stopped' } } },
    60,
    true,
  ],
  ['health', { node: 'imp1', is: { healthy: true } }, 60, false],
  ['platform, database and recovery manager', { node: 'imp1', is: { platform: 'up', srm: 'running', database: 'up' } }, 60, true], // prettier-ignore
  ['isolation', { node: 'imp1', is: { isolated: true } }, 60, false],
  ['replication', { node: 'imp1', is: { replication: 2 } }, 60, true],
  ['the group of a node', { node: 'imp1', is: { group: GROUP } }, 60, true],
  ['no group', { node: 'imp1', is: { group: null } }, 60, false],
  ['users served', { node: 'imp2', is: { users: { served: 24, homed: 12 } } }, 200, true],
  ['users served before', { node: 'imp2', is: { users: { served: 24 } } }, 60, false],
  ['users online within bounds', { node: 'imp1', is: { users: { online: { atMost: 0 } } } }, 200, true],
  ['a node that is not there', { node: 'imp9', is: { state: 'normal' } }, 60, false],
  ['a group with high availability', { group: GROUP, is: { highAvailability: true, nodes: ['imp2', 'imp1'] } }, 60, true], // prettier-ignore
  ['any group', { group: '*', is: { row: 12 } }, 200, true],
  ['no group like that', { group: '*', is: { highAvailability: false } }, 200, false],
  ['a group that is not there', { group: 'nobody', is: { highAvailability: true } }, 60, false],
  ['the absence of a group', { group: 'nobody', is: { exists: false } }, 60, true],
  ['the absence of one that is there', { group: GROUP, is: { exists: false } }, 60, false],
  ['the link', { group: GROUP, is: { link: { up: true, latencyMs: { atMost: 20 }, loss: 0 } } }, 60, true],
  ['a split brain', { group: GROUP, is: { splitBrain: true } }, 60, false],
  ['a user who waits', { user: 'user1', is: { session: 'waiting' } }, 60, true],
  ['a user at home', { user: 'user1', is: { home: 'imp1', servedBy: 'imp1', presenceHidden: false } }, 60, true], // prettier-ignore
  ['a user who was taken over', { user: 'user1', is: { servedBy: 'imp2' } }, 200, true],
  ['a user who is not there', { user: 'anna', is: { exists: true } }, 200, false],
  [
    'temporary presence that nobody asked for',
    { watcher: 'user1', sees: 'user2', presence: 'none' },
    60,
    true,
  ],
  ['a parameter', { parameter: 'keepAliveTimeout', is: 60 }, 60, true],
  ['a parameter within bounds', { parameter: 'keepAliveTimeout', is: { atMost: 59 } }, 60, false],
  ['a limit of a node', { parameter: 'clientReloginLowerLimit', node: 'imp2', is: 120 }, 60, true],
  ['a mode', { parameter: 'userAssignmentMode', is: 'balanced' }, 60, true],
  ['a switch', { parameter: 'automaticFallback', is: true }, 60, false],
  ['Multiple Device Messaging', { multipleDeviceMessaging: false }, 60, true],
  ['all users', { users: { total: 24, unassigned: 0 } }, 60, true],
  ['users who wait', { users: { waiting: { atLeast: 12 }, online: { atMost: 12 } } }, 60, true],
  ['users offline', { users: { offline: { atLeast: 1 } } }, 60, false],
  ['a step', stopped, 60, true],
  ['a step before it is done', stopped, 29, false],
  ['a step by where it was done', { step: { do: 'stop-service' }, outcome: 'done', via: 'page' }, 60, true],
  ['a step done elsewhere', { step: { do: 'stop-service' }, outcome: 'done', via: 'terminal' }, 60, false],
  ['a step on another node', { step: { do: 'stop-service', node: 'imp2' }, outcome: 'done' }, 60, false],
  ['a refused step', { step: { do: 'failover' }, outcome: 'refused' }, 250, true],
  ['a refused step as done', { step: { do: 'failover' }, outcome: 'done' }, 250, false],
  ['all of several', { all: [stopped, imp2('normal')] }, 60, true],
  ['all of several, one missing', { all: [stopped, imp2('normal')] }, 200, false],
  ['any of several', { any: [imp2('taking-over'), stopped] }, 60, true],
  ['none of several', { any: [imp2('taking-over'), stopped] }, 29, false],
  ['the opposite', { not: imp2('normal') }, 200, true],
  ['what has held', { ever: imp2('taking-over') }, 200, true],
  ['what has not held yet', { ever: imp2('taking-over') }, 100, false],
  ['what holds long enough', { holds: imp2('running-in-backup-mode'), forSeconds: 100 }, 300, true],
  ['what does not hold long enough', { holds: imp2('running-in-backup-mode'), forSeconds: 100 }, 200, false],
  ['what came in time', { within: imp2('taking-over'), seconds: 121 }, 500, true],
  ['what came too late', { within: imp2('taking-over'), seconds: 119 }, 500, false],
  ['what has not come, though there is time', { within: imp2('taking-over'), seconds: 121 }, 60, false],
  ['what held long enough in time', { within: { holds: imp2('normal'), forSeconds: 30 }, seconds: 30 }, 500, true], // prettier-ignore
  ['what came in time after what came before it', { inOrder: [imp2('taking-over'), { within: imp2('running-in-backup-mode'), seconds: 11 }] }, 500, true], // prettier-ignore
  ['what held long enough and holds no more', { holds: imp2('running-in-backup-mode'), forSeconds: 100 }, 500, false], // prettier-ignore
  ['what came in order', { inOrder: [stopped, imp2('taking-over'), imp2('running-in-backup-mode')] }, 200, true], // prettier-ignore
  ['what came in another order', { inOrder: [imp2('running-in-backup-mode'), stopped] }, 600, false],
  ['what came again', { inOrder: [imp2('normal'), imp2('running-in-backup-mode'), imp2('normal')] }, 600, true], // prettier-ignore
  ['one step for two', { inOrder: [stopped, stopped] }, 600, false],
];

describe('a goal', () => {
  it.each(CASES)('sees %s', (_, goal, seconds, met) => {
    expect(judgeGoal(failover, goal, seconds).tree.met).toBe(met);
  });

  it.each([
    [
      { parameter: 'userAssignmentMode', is: 'active-standby' },
      'User Assignment Mode for Presence Server: Balanced, not Active-Standby',
    ],
    [{ parameter: 'automaticFallback', is: true }, 'Enable Automatic Fallback: False, not True'],
    [
      { parameter: 'keepAliveTimeout', is: { atMost: 30 } },
      'Keep Alive (Heartbeat) Timeout: 60 s, not at most 30 s',
    ],
    [
      { step: { do: 'set-parameter', parameter: 'userAssignmentMode' }, outcome: 'refused' },
      'Change User Assignment Mode for Presence Server: not yet, not refused',
    ],
    [{ step: { do: 'set-parameters' }, outcome: 'refused' }, 'Change parameters: not yet, not refused'],
    [{ group: '*', is: { nodes: ['imp1'] } }, 'A group (nodes: imp1): none, not one'],
  ] satisfies [Goal, string][])('says parameters and their values as the pages do: %j', (goal, words) => {
    const { about, seen, expected } = judgeGoal(failover, goal, 60).tree;
    expect(`${about ?? ''}: ${seen ?? ''}, not ${expected ?? ''}`).toBe(words);
  });

  it('does not say that high availability is in force where it was never switched on', () => {
    const off = [{ at: 10, do: 'disable-ha', group: GROUP }];
    const goal: Goal = { group: GROUP, is: { enabledProperly: false } };
    const { seen, expected } = judgeGoal({ ...failover, steps: off }, goal, 20).tree;
    expect([seen, expected]).toEqual(['not switched on', 'no']);
  });

  it('waits for clients, not for a node, where users are to come online', () => {
    const waits = judgeGoal(failover, { node: 'imp2', is: { users: { online: 24 } } }, 200).tree.waits;
    expect(waits.map(({ node, text }) => `${node}: ${text}`)).toEqual(['imp2: the next client to try']);
    expect(waits[0]?.untilMs).toBeGreaterThan(200_000);
  });

  it('is reached by what held between two looks only', () => {
    const { tree, firstMetMs } = judgeGoal(failover, imp2('taking-over'), 600);
    expect(tree.met).toBe(false);
    expect(firstMetMs).toBeGreaterThanOrEqual(120_000);
    expect(firstMetMs).toBeLessThan(140_000);
  });

  it('is reached by the passing of time between two events', () => {
    const quiet = { ...failover, steps: [] };
    const goal: Goal = { holds: imp2('normal'), forSeconds: 7.5 };
    expect(judgeGoal(quiet, goal, 7).firstMetMs).toBeNull();
    expect(judgeGoal(quiet, goal, 8).firstMetMs).toBe(7_500);
    // A break at the very instant at which the time is up comes too late.
    const cut = { ...failover, steps: [{ at: 20, do: 'power-off', node: 'imp2' }] };
    const until20: Goal = { holds: { node: 'imp2', is: { platform: 'up' } }, forSeconds: 20 };
    expect(judgeGoal(cut, until20, 60)).toMatchObject({ firstMetMs: 20_000, tree: { met: false } });
  });

  it('tells what was done and paid from the beginning of the watch until it was met, and until now', () => {
    const since = { timeMs: 100_000, eventCount: Infinity };
    const [judgement] = judgeRun(runOf(failover), [imp2('taking-over')], 250, { since });
    // Twelve users wait since 30 s; nobody could log in again before 150 s.
    expect(judgement!.firstMet).toEqual({ atMs: 120_020, waitingMs: 12 * 20_020, degradedMs: 0, steps: 0 });
    const { now } = judgement!;
    // The failover at 200 s was refused.
    expect(now).toMatchObject({ atMs: 250_000, degradedMs: 0, steps: 0 });
    const cost = (atSeconds: number) => runOf(failover).viewAt({ timeMs: atSeconds * 1000 }).cost.waiting;
    const lastEventMs = runOf(failover).viewAt({ timeMs: 250_000 }).timeMs;
    const waiting = runOf(failover).viewAt({ timeMs: 250_000 }).users.waiting;
    expect(now.waitingMs).toBeCloseTo(
      (cost(250) - cost(100)) * 60_000 + waiting * (250_000 - lastEventMs),
      0,
    );
  });

  it('counts the steps that were done, not those that were refused', () => {
    const goal: Goal = { step: { do: 'fallback' }, outcome: 'done' };
    const [judgement] = judgeRun(runOf(failover), [goal], 401);
    expect(judgement!.firstMet).toMatchObject({ atMs: 400_000, steps: 3 });
    expect(judgeGoal(failover, goal, 350).now.steps).toBe(2);
    expect(judgeGoal(failover, goal, 350).firstMet).toBeNull();
  });

  it('counts what is paid on a node that serves badly', () => {
    const steps = [{ at: 30, do: 'stop-service', node: 'imp1', service: 'Cisco SIP Proxy' }];
    const { now } = judgeGoal({ ...failover, steps }, imp2('normal'), 90);
    expect(now).toEqual({ atMs: 90_000, waitingMs: 0, degradedMs: 12 * 60_000, steps: 1 });
  });

  it('tells what is expected, what is, since when, and what it waits for', () => {
    const { tree } = judgeGoal(failover, { node: 'imp1', is: { state: 'failing-over' } }, 60);
    expect(tree).toMatchObject({
      kind: 'fact',
      met: false,
      sinceMs: 0,
      about: 'State of imp1',
      expected: 'Failing Over',
      seen: 'Normal',
    });
    expect(tree.waits).toContainEqual(expect.objectContaining({ node: 'imp1', untilMs: 120_000 }));
  });

  it('does not look back before its watch began', () => {
    const run = runOf(failover);
    const at = (seconds: number) => {
      const { timeMs, eventCount } = run.viewAt({ timeMs: seconds * 1000 });
      return { since: { timeMs, eventCount } };
    };
    const goals = [stopped, { ever: imp2('taking-over') }];
    expect(judgeRun(run, goals, 600, at(29)).map(({ tree }) => tree.met)).toEqual([true, true]);
    expect(judgeRun(run, goals, 600, at(30)).map(({ tree }) => tree.met)).toEqual([false, true]);
    expect(judgeRun(run, goals, 600, at(200)).map(({ tree }) => tree.met)).toEqual([false, false]);
  });

  it('hears of steps that were refused and are not in the run, each at its instant', () => {
    const run = runOf({ ...failover, steps: [] });
    const goals: Goal[] = [{ step: { do: 'fallback' }, outcome: 'refused', via: 'terminal' }];
    const refused = [{ atMs: 50_000, step: { do: 'fallback', node: 'imp1', via: 'terminal' } }] as const;
    expect(judgeRun(run, goals, 49, { refused })[0]!.firstMetMs).toBeNull();
    expect(judgeRun(run, goals, 60, { refused })[0]!.firstMetMs).toBe(50_000);
  });
});

describe('a judge', () => {
  const goals = [imp2('taking-over'), { ever: imp2('running-in-backup-mode') }, stopped] as const;
  const question = { goals, since: START, refused: [] };

  it('says the same however fast and in whatever pieces it is asked', () => {
    const atOnce = judgeRun(runOf(failover), goals, 600);
    const run = runOf(failover);
    const judge = new Judge(run, question);
    for (let ms = 0; ms <= 600_000; ms += 700) {
      expect(judge.canGoOn(run, question, ms)).toBe(true);
      while (!judge.walkTo(ms, 3));
    }
    expect(judge.canGoOn(run, question, 600_000)).toBe(true);
    while (!judge.walkTo(600_000, 3));
    expect(judge.judgementsAt(600_000)).toEqual(atOnce);
  });

  it('goes on after a step that comes where it stands, and begins anew after one in its past', () => {
    const run = runOf({ ...failover, steps: [] });
    const judge = new Judge(run, question);
    run.viewAt({ timeMs: 50_000 });
    while (!judge.walkTo(50_000, 500));
    run.act(50_000, { do: 'stop-service', node: 'imp1', service: 'Cisco XCP Router' }, null);
    expect(judge.canGoOn(run, question, 300_000)).toBe(true);
    while (!judge.walkTo(300_000, 500));
    expect(judge.judgementsAt(300_000)).toEqual(judgeRun(run, goals, 300));
    run.viewAt({ timeMs: 300_000 });
    run.act(100_000, { do: 'start-service', node: 'imp1', service: 'Cisco XCP Router' }, null);
    expect(run.branches()).toHaveLength(2);
    expect(judge.canGoOn(run, question, 300_000)).toBe(false);
    expect(judgeRun(run, goals, 300).map(({ firstMetMs }) => firstMetMs)).toEqual([null, null, 50_000]);
  });

  it('begins anew for an earlier instant, another question and another run', () => {
    const run = runOf(failover);
    const judge = new Judge(run, question);
    while (!judge.walkTo(300_000, 500));
    expect(judge.canGoOn(run, question, 100_000)).toBe(false);
    expect(judge.canGoOn(run, { ...question, goals: [stopped] }, 400_000)).toBe(false);
    expect(judge.canGoOn(runOf(failover), question, 400_000)).toBe(false);
    expect(judge.canGoOn(run, question, 400_000)).toBe(true);
  });
});
