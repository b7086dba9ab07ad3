import { describe, expect, it } from 'vitest';
import { fakeNode, fakeView } from '../../tests/fixtures/lab/fake-engine';
import { PARAMETERS } from '../engine';
import { isSeconds, limitsOf, stepForGroup, valueOfText } from './cluster-forms';

const [group] = fakeView().groups;
const typed = { name: 'group1', description: '', nodes: ['imp1', 'imp2'], highAvailability: true };

describe('what is typed about a group', () => {
  it('adds it where there is none', () => {
    expect(stepForGroup(null, typed)).toEqual({
      do: 'add-group',
      group: 'group1',
      nodes: ['imp1', 'imp2'],
      description: '',
      highAvailability: true,
    });
  });

  it('changes what differs', () => {
    expect(stepForGroup(group, { ...typed, name: 'east', description: 'x' })).toEqual({
      do: 'edit-group',
      group: 'group1',
      newName: 'east',
      description: 'x',
    });
    expect(stepForGroup(group, { ...typed, nodes: ['imp1'], highAvailability: false })).toEqual({
      do: 'edit-group',
      group: 'group1',
      nodes: ['imp1'],
      highAvailability: false,
    });
  });

  it('is no step where nothing differs', () => {
    expect(stepForGroup(group, typed)).toBeNull();
  });
});

describe('what is typed about a parameter', () => {
  const of = (unit: string) => PARAMETERS.find((parameter) => parameter.unit === unit)!;

  it('is a number, a switch or a mode', () => {
    expect(valueOfText(of('seconds'), ' 2.5 ')).toBe(2.5);
    expect(valueOfText(of('switch'), 'true')).toBe(true);
    expect(valueOfText(of('switch'), 'false')).toBe(false);
    expect(valueOfText(of('mode'), 'balanced')).toBe('balanced');
  });

  it.each(['90', ' 2.5 ', '0.125'])('is a number of seconds: «%s»', (text) => {
    expect(isSeconds(text)).toBe(true);
  });

  it.each(['', '-1', '1.2345', '1e3', 'ten', '.5'])('is none: «%s»', (text) => {
    expect(isSeconds(text)).toBe(false);
  });

  it('has a node’s limits in seconds', () => {
    const node = {
      ...fakeNode('imp1'),
      clientReloginLowerLimitMs: 120_500,
      clientReloginUpperLimitMs: 537_000,
    };
    expect(limitsOf(node)).toEqual({ clientReloginLowerLimit: 120.5, clientReloginUpperLimit: 537 });
  });
});
