import { describe, expect, it } from 'vitest';
import { lesson } from '../../content/lessons/03-verify-database-replication/lesson';
import { play, type Act } from './lesson-play';

const GROUP = 'DefaultCUPSubCluster';

const dbreplication = (at: number, operation: 'stop' | 'reset' | 'repair', node: string): Act => [
  at,
  { do: 'dbreplication', node, operation },
];
const enableHa = (at: number): Act => [at, { do: 'enable-ha', group: GROUP }];
const recover = (at: number): Act => [at, { do: 'recover', group: GROUP }];
const fallback = (at: number): Act => [at, { do: 'fallback', node: 'imp2' }];

describe('the lesson on database replication', () => {
  it('waits with the learner until a set-up is through', () => {
    expect(play(lesson, 'still-setting-up', [], 119)).toMatchObject({ met: false, reply: null });
    expect(play(lesson, 'still-setting-up', [], 120)).toMatchObject({ met: true });
  });

  it('tells who interferes with a running set-up what came of it', () => {
    const stopped = play(lesson, 'still-setting-up', [dbreplication(30, 'stop', 'imp2')], 400);
    expect(stopped.met).toBe(false);
    expect(stopped.reply).toMatch(/^You stopped a set-up/);
    const reset = play(lesson, 'still-setting-up', [dbreplication(30, 'reset', 'imp2')], 140);
    expect(reset.met).toBe(false);
    expect(reset.reply).toMatch(/^Your reset tore down/);
    const repaired = play(lesson, 'still-setting-up', [dbreplication(30, 'repair', 'imp2')], 60);
    expect(repaired.refusals).toHaveLength(1);
    expect(repaired.reply).toMatch(/^A repair copies rows/);
  });

  it('takes a repair for a mismatch, and a reset with a remark', () => {
    expect(play(lesson, 'mismatch', [dbreplication(5, 'repair', 'imp2')], 65)).toMatchObject({ met: true });
    const reset = play(lesson, 'mismatch', [dbreplication(5, 'reset', 'imp2')], 60);
    expect(reset.met).toBe(false);
    expect(reset.reply).toMatch(/^This heals it too/);
    expect(play(lesson, 'mismatch', [dbreplication(5, 'reset', 'imp2')], 125).met).toBe(true);
    expect(play(lesson, 'mismatch', [dbreplication(5, 'stop', 'imp2')], 300).met).toBe(false);
  });

  it('does not take a value that was set by hand', () => {
    const byHand = play(lesson, 'mismatch', [[5, { do: 'set-replication', node: 'imp2', value: 2 }]], 60);
    expect(byHand.met).toBe(false);
    expect(byHand.reply).toMatch(/^That switch belongs to this lab/);
  });

  it('asks for stop, stop and reset where the set-up failed', () => {
    const inOrder = [
      dbreplication(5, 'stop', 'imp2'),
      dbreplication(10, 'stop', 'imp1'),
      dbreplication(15, 'reset', 'imp1'),
      dbreplication(15, 'reset', 'imp2'),
    ];
    expect(play(lesson, 'set-up-failed', inOrder, 134)).toMatchObject({ met: false, reply: null });
    expect(play(lesson, 'set-up-failed', inOrder, 136).met).toBe(true);
  });

  it.each<readonly [string, readonly Act[], RegExp]>([
    ['repairs instead', [dbreplication(5, 'repair', 'imp2')], /^Repair mends rows/],
    ['resets at once', [dbreplication(5, 'reset', 'imp2')], /^In this lab the reset alone/],
    [
      'stops the publisher first',
      [dbreplication(5, 'stop', 'imp1'), dbreplication(6, 'stop', 'imp2')],
      /^You stopped the publisher first/,
    ],
    [
      'forgets to reset the publisher',
      [dbreplication(5, 'stop', 'imp2'), dbreplication(6, 'stop', 'imp1'), dbreplication(7, 'reset', 'imp2')],
      /^Your stop reached imp1 too/,
    ],
  ])('answers who %s', (_, acts, reply) => {
    const { met, reply: said } = play(lesson, 'set-up-failed', acts, 300);
    expect(met).toBe(false);
    expect(said).toMatch(reply);
  });

  it('shows the failover of who skipped the check, and asks for both repairs', () => {
    const skipped = [enableHa(5)];
    expect(play(lesson, 'skipped-on-one', skipped, 100).met).toBe(false);
    const early = play(lesson, 'skipped-on-one', [...skipped, fallback(60)], 100);
    expect(early.met).toBe(false);
    expect(early.reply).toMatch(/^Both are Normal, and nothing is mended/);
    const mended = play(lesson, 'skipped-on-one', [...skipped, dbreplication(60, 'reset', 'imp2')], 200);
    expect(mended.met).toBe(false);
    expect(mended.reply).toMatch(/^Replication is good again, and nothing moves/);
    const whole = [...skipped, dbreplication(60, 'reset', 'imp2'), fallback(200)];
    expect(play(lesson, 'skipped-on-one', whole, 215).met).toBe(true);
  });

  it('does not count high availability that was switched on after the repair', () => {
    const careful = play(lesson, 'skipped-on-one', [dbreplication(5, 'reset', 'imp2'), enableHa(130)], 140);
    expect(careful.met).toBe(false);
    expect(careful.reply).toMatch(/^You mended replication first/);
  });

  it('lets a recovery fail that comes before the cause is mended', () => {
    const early = play(lesson, 'skipped-on-both', [recover(20)], 60);
    expect(early.met).toBe(false);
    expect(early.reply).toMatch(/^A recovery starts both recovery managers anew/);
    const refusedFallback = play(lesson, 'skipped-on-both', [fallback(20)], 30);
    expect(refusedFallback.reply).toMatch(/^A fallback needs one node/);
    const resets = [dbreplication(20, 'reset', 'imp1'), dbreplication(20, 'reset', 'imp2')];
    expect(play(lesson, 'skipped-on-both', resets, 200).reply).toMatch(/^Replication is good on both nodes/);
    expect(play(lesson, 'skipped-on-both', [...resets, recover(150)], 170).met).toBe(true);
  });
});
