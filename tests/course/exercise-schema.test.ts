import { describe, expect, it } from 'vitest';
import { readExercise } from '../../src/course/exercise-schema';
import { SAMPLE, sampleWith } from './sample-exercise';

const faultsOf = (json: unknown): readonly string[] => {
  const checked = readExercise(json, 'some.json');
  return checked.ok ? [] : checked.faults;
};

const stop = { at: 10, do: 'stop-service', node: 'imp1', service: 'Cisco XCP Router' };
const cause = { id: 'service', text: 't', say: 's' };

describe('the schema of exercises', () => {
  it('takes a sound one as it stands', () => {
    expect(readExercise(SAMPLE, 'some.json')).toEqual({ ok: true, exercise: SAMPLE });
  });

  it.each([
    ['id', 'Critical Service', 'id: must be an id'],
    ['titel', 'x', 'titel: is not a field that is known here'],
    ['title', ' ', 'title: must say something'],
    ['title', undefined, 'title: '],
    ['family', 'services', 'family: must be one of manual-failover'],
    ['row', 25, 'row: must be a row'],
    ['scenario', {}, 'scenario.format: '],
    ['scenario.cluster.nodes', [{ name: 'imp1' }, { name: 'imp1' }], 'scenario.cluster.nodes[1].name: '],
    ['predict.happens', [], 'predict.happens: must not be empty'],
    ['predict.happens', [{ ...stop, at: 10 }], 'predict.happens[0].at: must not come before 20'],
    ['predict.happens', [{ ...stop, at: 300 }], 'predict.happens[0].at: must not come after 200'],
    ['predict.pairOf', 'nobody', 'predict.pairOf: must be the name of a group'],
    ['predict.question.options.0.holds', { node: 'imp1' }, 'predict.question.options[0].holds.is: '],
    ['predict.question.options.1.id', 'at-once', 'predict.question.options: must not have two'],
    ['reach.goal', undefined, 'reach.goal: is missing'],
    ['reach', 'x', 'reach: must be an object'],
    ['reach.goal', {}, 'reach.goal: must be a goal'],
    ['reach.goal', { node: 'imp1', is: { state: 'Normal' } }, 'reach.goal.is.state: '],
    ['reach.solutions', [], 'reach.solutions: must not be empty'],
    ['reach.solutions.0.steps.0.say', undefined, 'reach.solutions[0].steps[0].say: '],
    ['reach.solutions.0.steps.0.service', 'Router', 'reach.solutions[0].steps[0].service: '],
    ['reach.solutions.0.untilSeconds', 5, 'reach.solutions[0].steps[0].at: must not come after 5'],
    ['reach.hints.solution', 'another', 'reach.hints.solution: must be the id of a solution'],
    ['explain.steps', [{ ...stop, at: 0.0001 }], 'explain.steps[0].at: must be whole milliseconds'],
    ['explain.causes.0', { ...SAMPLE.explain.causes[1]!, id: 'x' }, 'explain.causes: must have exactly one without refutation, not 0'], // prettier-ignore
    ['explain.causes.1', cause, 'explain.causes: must not have two with the id "service"'],
    ['explain.causes.1', { ...cause, id: 'x' }, 'explain.causes: must have exactly one without refutation, not 2'], // prettier-ignore
    ['explain.evidence.0.alsoIn', 'database', 'explain.evidence[0].alsoIn: must be left out'],
    ['explain.evidence.0.onlyIn', 'database', 'explain.evidence[0].onlyIn: must be left out'],
    ['explain.evidence.2.onlyIn', 'database', 'explain.evidence[2].onlyIn: must be left out beside alsoIn'],
    [
      'explain.evidence.2.alsoIn',
      'service',
      'explain.evidence[2].alsoIn: must be the id of a cause that is wrong',
    ],
    ['restore.forbidden.0.example.steps.0.do', 'explode', 'restore.forbidden[0].example.steps[0].do: '],
    ['restore.penalised.0.id', 'backup-switched-off', 'restore.forbidden: must not have two'],
    ['transfer', [], 'transfer: must not be empty'],
    ['transfer.0.phases', ['predict'], 'transfer[0].phases[0]: must be reach, explain or restore'],
    ['transfer.1.id', 'other-node-other-service', 'transfer: must not have two'],
    ['transfer.1.instead.restore.solutions.0.steps.1.at', 1, 'transfer[1].instead.restore.solutions[0].steps[1].at: must not come before 5'], // prettier-ignore
    ['transfer.1.instead.scenario', { format: 'x' }, 'transfer[1].instead.scenario.format: '],
  ])('with %s changed to %j says: %s', (path, value, fault) => {
    const faults = faultsOf(sampleWith(path, value));
    expect(faults.join('\n')).toContain(`some.json: ${fault}`);
  });

  it('says so of what is no exercise at all', () => {
    expect(faultsOf('exercise').join('\n')).toMatch(/^some\.json: \(file\): /);
  });
});
