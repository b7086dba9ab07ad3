import { describe, expect, it } from 'vitest';
import { driveClaims } from '../../src/course/check/drive';
import { explainClaims } from '../../src/course/check/explain';
import { predictClaims } from '../../src/course/check/predict';
import type { Claim } from '../../src/course/check/proof';
import type { Par } from '../../src/course/exercise';
import { checkExercise } from '../../src/course/exercise-check';
import { readExercise } from '../../src/course/exercise-schema';
import { SAMPLE, sampleWith } from './sample-exercise';

/** What the check of the changed part says does not hold, as `part: what`; other parts are spared. */
function failures(path: string, value: unknown, par?: Par): readonly string[] {
  const checked = readExercise(sampleWith(path, value), 'some.json');
  if (!checked.ok) throw new Error(checked.faults.join('\n'));
  const { exercise } = checked;
  const part = path.split('.')[0]!;
  // The cluster and the variants.
  const whole = () => checkExercise(exercise).filter(({ group }) => /^(cluster|transfer)/.test(group));
  const parts: Readonly<Record<string, () => readonly Claim[]>> = {
    predict: () => predictClaims(exercise),
    reach: () => driveClaims(exercise, 'reach'),
    explain: () => explainClaims(exercise),
    restore: () => driveClaims(exercise, 'restore', par),
  };
  const claims = parts[part]?.().map((one) => ({ group: part, ...one })) ?? whole();
  return claims.filter(({ ok }) => !ok).map(({ group, what }) => `${group}: ${what}`);
}

const rowIs = (row: number) => ({ group: 'DefaultCUPSubCluster', is: { row } });
const stop = { at: 30, do: 'stop-service', node: 'imp1', service: 'Cisco SIP Proxy' };
const { causes } = SAMPLE.explain;
const { refutation } = causes[1]!;

/** What is changed in a sound exercise, to what, and what then no longer holds. */
const CASES: readonly (readonly [path: string, value: unknown, failure: string])[] = [
  ['scenario.cluster.users', 23, 'cluster: there are at least 24 users'],
  ['predict.untilSeconds', 60, 'predict: row 12 is shown in it'],
  ['predict.happens.0', { at: 30, do: 'fallback', node: 'imp1' }, 'predict: what happens is done'],
  ['predict.question.options.0.holds', rowIs(12), 'predict: exactly one option holds'],
  ['predict.question.options.1.holds', rowIs(1), 'predict: exactly one option holds'],
  ['reach.goal', rowIs(1), 'reach: the start does not satisfy the goal'],
  ['reach.steps', [{ ...stop, at: 5 }], 'reach: doing nothing does not reach the goal'],
  ['reach.steps', [{ at: 5, do: 'fallback', node: 'imp1' }], 'reach: what is set up is done'],
  ['reach.goal', rowIs(13), 'reach: solution stop-the-router reaches the goal'],
  [
    'reach.goal',
    { not: rowIs(1) },
    'reach: solution stop-the-router has shown row 12 when it reaches the goal',
  ],
  ['reach.solutions.0.untilSeconds', 100, 'reach: solution stop-the-router reaches the goal'],
  ['reach.hints.command', 'Wait.', 'reach: the hints name what the solution does'],
  ['explain.steps', [{ at: 30, do: 'stop-database', node: 'imp1' }], 'explain: row 12 is shown at 200 s'],
  ['explain.causes.1.refutation.shows', rowIs(14), 'explain: the refutation of database shows what it says'],
  [
    'explain.causes.1.refutation.shows',
    { node: 'imp2', is: { state: 'running-in-backup-mode' } },
    'explain: the shown run does not show what the refutation of database says',
  ],
  [
    'explain.causes.1.refutation',
    { ...refutation, atSeconds: 40 },
    'explain: the pair of database shares a state with row 12',
  ],
  ['explain.causes.1.refutation.steps', [stop], 'explain: the pair of database differs from row 12'],
  ['explain.causes.1.refutation.steps.0.do', 'start-database', 'explain: the refutation of database shows what it says'], // prettier-ignore
  ['explain.evidence.0.fact', rowIs(13), 'explain: evidence reason is to be seen and tells something'],
  ['explain.evidence.0.fact', { multipleDeviceMessaging: false }, 'explain: evidence reason is to be seen and tells something'], // prettier-ignore
  ['explain.evidence.1.right', false, 'explain: evidence one-of-five is not to be seen'],
  ['explain.evidence.2.alsoIn', undefined, 'explain: evidence backup is not to be seen'],
  ['explain.evidence.3.onlyIn', undefined, 'explain: evidence not-heard is not to be seen, and onlyIn tells where it would be'], // prettier-ignore
  ['explain.evidence.3.onlyIn', 'database', 'explain: evidence not-heard is not to be seen, and onlyIn tells where it would be'], // prettier-ignore
  ['explain.evidence.2.fact', rowIs(12), 'explain: evidence backup is to be seen, and in database as well'],
  ['explain.evidence', [{ ...SAMPLE.explain.evidence[0]!, fact: { node: 'imp1', is: { database: 'up' } } }, ...SAMPLE.explain.evidence.slice(2)], 'explain: evidence rules out by-hand'], // prettier-ignore
  ['restore.steps', [], 'restore: row 12 is shown at 200 s'],
  ['restore.endsByItself', true, 'restore: it ends by itself'],
  [
    'restore.solutions.0.steps.1.at',
    10,
    'restore: every step of solution start-and-fall-back does something',
  ],
  ['restore.penalised.0.when', { step: { do: 'fallback' }, outcome: 'done' }, 'restore: solution start-and-fall-back makes no unwanted move'], // prettier-ignore
  [
    'restore.forbidden.0.example.steps.0.node',
    'imp1',
    'restore: forbidden move backup-switched-off is caught',
  ],
  ['restore.penalised.0.example.untilSeconds', 5, ''],
  ['transfer.0.rename', { imp1: 'imp2' }, 'transfer other-node-other-service: it is well-formed'],
  ['transfer.0.rename', { imp1: 'imp2', imp2: 'imp1', imp3: 'imp4' }, 'transfer other-node-other-service: it renames what there is'], // prettier-ignore
  ['transfer.1.instead.restore.solutions.0.steps.1.at', 100, 'transfer does-not-start: solution reboot-and-fall-back reaches the goal'], // prettier-ignore
];

describe('the check of an exercise', () => {
  it.each(CASES)('with %s changed to %j finds: %s', (path, value, failure) => {
    const found = failures(path, value);
    if (failure === '') expect(found).toEqual([]);
    else expect(found).toContain(failure);
  });

  it('finds a solution that costs more than par allows', () => {
    const expected = ['restore: solution start-and-fall-back costs no more than par allows'];
    expect(failures('restore.task', 'x', { actions: 2, userMinutes: 53 })).toEqual([]);
    expect(failures('restore.task', 'x', { actions: 1, userMinutes: 53 })).toEqual(expected);
    expect(failures('restore.task', 'x', { actions: 2, userMinutes: 30 })).toEqual(expected);
  });
});
