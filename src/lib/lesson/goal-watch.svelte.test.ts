import { beforeEach, describe, expect, it, vi } from 'vitest';
import { lesson, stopRouter } from '../../../tests/fixtures/lesson/a-lesson';
import { NearLab } from '../../../tests/fixtures/lesson/near-lab';
import { GoalWatch } from './goal-watch.svelte';

const [read, fail] = lesson.steps;

let lab: NearLab;
let watch: GoalWatch;
const heard = vi.fn();

/** Goes to an instant and waits until the judge has been asked about it. */
async function watchTo(seconds: number) {
  lab.instantMs = seconds * 1000;
  lab.run!.viewAt({ timeMs: lab.instantMs });
  watch.look();
  await new Promise((resolve) => setTimeout(resolve, 180));
}

beforeEach(async () => {
  heard.mockClear();
  lab = new NearLab();
  await lab.open({ scenario: read!.scenario, atSeconds: 5 });
  watch = new GoalWatch(heard);
  watch.begin(fail!, lab);
});

describe('a watch over the goal of a step', () => {
  it('answers what was done, and what was refused', async () => {
    watch.hearRefusal({ atMs: 6_000, step: { do: 'fallback', node: 'imp1' } });
    await watchTo(6);
    expect(watch.reply).toBe('Nothing to fall back from.');
    lab.act({ do: 'failover', node: 'imp2' }, 20);
    await watchTo(21);
    expect(watch.reply).toBe('That was imp2.');
    expect(watch.goalMet).toBe(false);
  });

  it('goes on on the branch that the learner goes on with, also one from before the step', async () => {
    lab.act({ do: 'failover', node: 'imp2' }, 20);
    await watchTo(60);
    expect(watch.reply).toBe('That was imp2.');
    lab.act(stopRouter, 2);
    await watchTo(3);
    expect(watch.reply).toBeNull();
    await watchTo(100);
    expect(watch.goalMet).toBe(true);
  });

  it('asks nothing while the learner looks back to before it began', async () => {
    const judge = vi.spyOn(lab, 'judge');
    await watchTo(4);
    expect(judge).not.toHaveBeenCalled();
    expect(watch.tree).toBeNull();
    await watchTo(6);
    expect(judge).toHaveBeenCalledOnce();
    expect(heard).toHaveBeenCalledOnce();
  });

  it('asks one question at a time, and once more for all that was to be looked at meanwhile', async () => {
    const judge = vi.spyOn(lab, 'judge');
    for (let look = 0; look < 5; look++) watch.look();
    expect(judge).toHaveBeenCalledOnce();
    await new Promise((resolve) => setTimeout(resolve, 300));
    expect(judge).toHaveBeenCalledTimes(2);
  });

  it('goes on where an earlier one left off', async () => {
    watch.hearRefusal({ atMs: 6_000, step: { do: 'fallback', node: 'imp1' } });
    await watchTo(6);
    const { from } = watch;
    watch.begin(fail!, lab, from);
    expect(watch.reply).toBeNull();
    await watchTo(7);
    expect(watch.reply).toBe('Nothing to fall back from.');
  });

  it('does not take the answer to one step’s goal for an answer to the next one’s', async () => {
    lab.act(stopRouter, 20);
    lab.instantMs = 150_000;
    lab.run!.viewAt({ timeMs: lab.instantMs });
    watch.look();
    watch.begin({ id: 'next', title: 'Next', goal: { node: 'imp2', is: { platform: 'off' } } }, lab);
    await new Promise((resolve) => setTimeout(resolve, 180));
    expect(watch.goalMet).toBe(false);
    expect(watch.tree?.met).toBe(false);
  });

  it('knows nothing any more once it has been ended', async () => {
    lab.act(stopRouter, 20);
    await watchTo(300);
    expect(watch.goalMet).toBe(true);
    watch.forget();
    expect([watch.goalMet, watch.tree, watch.reply]).toEqual([false, null, null]);
    heard.mockClear();
    await watchTo(301);
    expect(heard).not.toHaveBeenCalled();
  });
});
