import { describe, expect, it } from 'vitest';
import { fakeView } from '../../../../tests/fixtures/lab/fake-engine';
import { groupStep } from './group-step';

const group = fakeView().groups[0]!;
const same = { name: 'group1', description: '', nodes: ['imp1', 'imp2'], highAvailability: true };

describe('the form of a group', () => {
  it('adds a group with everything that was typed', () => {
    expect(groupStep(null, same)).toEqual({
      step: {
        do: 'add-group',
        group: 'group1',
        nodes: ['imp1', 'imp2'],
        description: '',
        highAvailability: true,
      },
      missing: '',
    });
  });

  it('changes only what differs', () => {
    const { step, missing } = groupStep(group, { ...same, name: 'east', highAvailability: false });
    expect(step).toEqual({ do: 'edit-group', group: 'group1', newName: 'east', highAvailability: false });
    expect(missing).toBe('');
  });

  it('says what is missing', () => {
    expect(groupStep(group, same).missing).toBe('Nothing was changed');
    expect(groupStep(null, { ...same, name: '' }).missing).toBe('Type a name first');
    expect(groupStep(null, { ...same, nodes: [] }).missing).toBe('Choose a node first');
  });
});
