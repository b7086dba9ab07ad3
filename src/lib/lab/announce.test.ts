import { expect, it } from 'vitest';
import { fakeNode, fakeView } from '../../../tests/fixtures/lab/fake-engine';
import { CONCEAL_NOTHING } from '../stage/conceal';
import { changesToSay, hearable } from './announce';

const normal = hearable(fakeView(), CONCEAL_NOTHING);
const idle = fakeView({
  nodes: [fakeNode('imp1', { state: 'idle', reason: 'On Admin Request' }), fakeNode('imp2')],
});

it('says only what changed, once', () => {
  expect(changesToSay(normal, hearable(idle, CONCEAL_NOTHING))).toEqual(['imp1: Idle / On Admin Request']);
  expect(changesToSay(normal, normal)).toEqual([]);
});

it('says nothing of the first view', () => {
  expect(changesToSay(null, normal)).toEqual([]);
});

it('says nothing that is hidden', () => {
  const conceal = { ...CONCEAL_NOTHING, reasons: true, peer: true };
  const peerFails = fakeView({
    nodes: [fakeNode('imp1', { state: 'idle' }), fakeNode('imp2', { state: 'unknown' })],
  });
  expect(changesToSay(hearable(fakeView(), conceal), hearable(peerFails, conceal))).toEqual(['imp1: Idle']);
});

it('says when a split brain begins and ends', () => {
  const [group] = fakeView().groups;
  const split = hearable(fakeView({ groups: [{ ...group!, splitBrain: true }] }), CONCEAL_NOTHING);
  expect(changesToSay(normal, split)).toEqual(['group1: split brain, both nodes own users']);
  expect(changesToSay(split, normal)).toEqual(['group1: no split brain']);
});
