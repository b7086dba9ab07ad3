import { describe, expect, it } from 'vitest';
import { lesson } from '../../content/lessons/05-configure-a-group/lesson';
import { play, type Act } from './lesson-play';

const add = (group: string, nodes: readonly string[], more: object = {}): Act => [
  5,
  { do: 'add-group', group, nodes, ...more },
];
const edit = (fields: object): Act => [8, { do: 'edit-group', group: 'Branch_Office', ...fields }];

describe('the lesson on configuring a group', () => {
  it('takes a group of the two nodes under any name, in either order', () => {
    const first = play(lesson, 'name-and-description', [add('Branch_Office', ['imp3', 'imp4'])], 6);
    expect(first).toMatchObject({ met: true, refusals: [] });
    expect(play(lesson, 'name-and-description', [add('x', ['imp4', 'imp3'])], 6).met).toBe(true);
  });

  it.each<readonly [string, Act, RegExp]>([
    ['the name of the note', add('Branch office', ['imp3', 'imp4']), /^The space is what the name fails on/],
    ['a taken name', add('DefaultCUPSubCluster', ['imp3', 'imp4']), /^That name is taken/],
    [
      'the description of the note',
      add('Branch_Office', ['imp3', 'imp4'], { description: 'R&D, floor 2' }),
      /^A description may have spaces/,
    ],
  ])('refuses %s and says why', (_, act, reply) => {
    const refused = play(lesson, 'name-and-description', [act], 10);
    expect(refused.met).toBe(false);
    expect(refused.refusals).toHaveLength(1);
    expect(refused.reply).toMatch(reply);
  });

  it('is not done with a group of one node, until the second is chosen', () => {
    const one = play(lesson, 'name-and-description', [add('Branch_Office', ['imp3'])], 7);
    expect(one.met).toBe(false);
    expect(one.reply).toMatch(/^You saved a group of one node/);
    const both = [add('Branch_Office', ['imp3']), edit({ nodes: ['imp3', 'imp4'] })];
    expect(play(lesson, 'name-and-description', both, 9).met).toBe(true);
  });

  it('sees the first user come to the new group', () => {
    expect(play(lesson, 'first-user', [], 5).met).toBe(false);
    expect(play(lesson, 'first-user', [[3, { do: 'add-user', user: 'maria' }]], 5).met).toBe(true);
  });

  it.each<readonly [string, readonly [string, string], RegExp]>([
    ['another version', ['imp3', 'imp4'], /^imp4 runs an older software/],
    ['another publisher', ['imp5', 'imp3'], /^imp5 gets its data from another publisher/],
    ['another group', ['imp3', 'imp2'], /^That node already backs up another one/],
    ['itself', ['imp3', 'imp3'], /^A node cannot be its own backup/],
  ])('refuses a partner of %s and says why', (_, nodes, reply) => {
    const refused = play(lesson, 'which-nodes', [add('Second', nodes)], 6);
    expect(refused.met).toBe(false);
    expect(refused.refusals).toHaveLength(1);
    expect(refused.reply).toMatch(reply);
  });

  it('refuses the name of the note for the second group as well', () => {
    const refused = play(lesson, 'which-nodes', [add('DefaultCUPSubCluster', ['imp3', 'imp6'])], 6);
    expect(refused.met).toBe(false);
    expect(refused.reply).toMatch(/^imp1 and imp2 have that name already/);
  });

  it('takes the one partner that fits', () => {
    expect(play(lesson, 'which-nodes', [add('Second', ['imp3', 'imp6'])], 6)).toMatchObject({ met: true });
  });

  it('lets a group of one lose its node, and its users wait', () => {
    const off: Act = [5, { do: 'power-off', node: 'imp3' }];
    expect(play(lesson, 'one-node', [[5, { do: 'power-off', node: 'imp1' }]], 200).met).toBe(false);
    expect(play(lesson, 'one-node', [off], 6).met).toBe(true);
  });

  it('refuses high availability with one node, and is done when both are Normal', () => {
    const alone = play(lesson, 'second-node', [edit({ highAvailability: true })], 10);
    expect(alone.refusals).toHaveLength(1);
    expect(alone.met).toBe(false);
    expect(alone.reply).toMatch(/^High availability is one node watching another/);
    const unwatched = play(lesson, 'second-node', [edit({ nodes: ['imp3', 'imp4'] })], 60);
    expect(unwatched.met).toBe(false);
    expect(unwatched.reply).toMatch(/^Two nodes, and still nobody watches/);
    const whole = edit({ nodes: ['imp3', 'imp4'], highAvailability: true });
    expect(play(lesson, 'second-node', [whole], 9).met).toBe(true);
  });
});
