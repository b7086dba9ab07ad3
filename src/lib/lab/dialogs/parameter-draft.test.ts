import { describe, expect, it } from 'vitest';
import { fakeView } from '../../../../tests/fixtures/lab/fake-engine';
import { draftFaults, draftOf, draftSteps, nodeKey } from './parameter-draft';

const view = fakeView();
const draft = draftOf(view);
const nodes = ['imp1', 'imp2'];
const lower = nodeKey('imp1', 'clientReloginLowerLimit');

describe('the form of parameters', () => {
  it('shows what holds now, and comes to no step before anything is typed', () => {
    expect(draft).toMatchObject({ keepAliveTimeout: '60', automaticFallback: 'false', [lower]: '120' });
    expect(draftFaults(draft, nodes)).toEqual({});
    expect(draftSteps(draft, view)).toEqual([]);
  });

  it('comes to one step for the cluster and one for each node, with only what was changed', () => {
    const typed = {
      ...draft,
      keepAliveTimeout: '45',
      automaticFallback: 'true',
      userAssignmentMode: 'none',
      [lower]: '5',
    };
    expect(draftSteps(typed, view)).toEqual([
      {
        do: 'set-parameters',
        values: { keepAliveTimeout: 45, automaticFallback: true, userAssignmentMode: 'none' },
      },
      { do: 'set-parameters', values: { clientReloginLowerLimit: 5 }, node: 'imp1' },
    ]);
  });

  it.each([
    ['keepAliveTimeout', '10', /longer than keepAliveInterval/],
    ['keepAliveTimeout', '', /must be a number/],
    ['keepAliveTimeout', '1e3', /must be a number/],
    ['criticalServiceDelay', '0', /at least 1 second/],
    ['servicePort', '70000', /port number/],
    [lower, '600', undefined],
    [nodeKey('imp2', 'clientReloginUpperLimit'), '100', /at least clientReloginLowerLimit/],
  ])('names the fault at %s when it is %j', (key, text, fault) => {
    const faults = draftFaults({ ...draft, [key]: text }, nodes);
    if (fault) expect(faults[key]).toMatch(fault);
    else
      expect(faults[nodeKey('imp1', 'clientReloginUpperLimit')]).toMatch(/at least clientReloginLowerLimit/);
  });
});
