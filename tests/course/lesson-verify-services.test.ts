import { describe, expect, it } from 'vitest';
import { lesson } from '../../content/lessons/04-verify-services/lesson';
import { play, type Act } from './lesson-play';

const GROUP = 'DefaultCUPSubCluster';

const start = (at: number, node: string, service: string): Act => [
  at,
  { do: 'start-service', node, service },
];
const enableHa = (at: number): Act => [at, { do: 'enable-ha', group: GROUP }];
const recover = (at: number): Act => [at, { do: 'recover', group: GROUP }];
const fallback = (at: number): Act => [at, { do: 'fallback', node: 'imp2' }];
const restart = (at: number): Act => [at, { do: 'restart', node: 'imp2' }];

const proxy = start(5, 'imp1', 'Cisco SIP Proxy');
const agent = start(10, 'imp2', 'Cisco Sync Agent');
const engine = start(15, 'imp2', 'Cisco Presence Engine');
const router = start(5, 'imp2', 'Cisco XCP Router');

describe('the lesson on services', () => {
  it('waits until all ten services are started, not only starting', () => {
    expect(play(lesson, 'start-what-is-down', [proxy, agent, engine], 29).met).toBe(false);
    expect(play(lesson, 'start-what-is-down', [proxy, agent, engine], 30).met).toBe(true);
  });

  it.each<readonly [string, readonly Act[], RegExp]>([
    ['the second page of a node', [proxy, agent], /^One is left, and not on the first page/],
    ['the second page and the second node', [agent], /^The first page of imp2 is in order now/],
    ['the second node', [agent, engine], /^imp2 is ready\. A group has two nodes/],
  ])('says what is still to be looked at: %s', (_, acts, reply) => {
    const { met, reply: said } = play(lesson, 'start-what-is-down', acts, 60);
    expect(met).toBe(false);
    expect(said).toMatch(reply);
  });

  it('lets a broken service fail again and be mended by a reboot', () => {
    const tried = play(lesson, 'does-not-start', [router], 30);
    expect(tried.met).toBe(false);
    expect(tried.reply).toMatch(/^It tried for 15 seconds and failed/);
    const booting = play(lesson, 'does-not-start', [router, restart(30)], 100);
    expect(booting.met).toBe(false);
    expect(booting.reply).toMatch(/^imp2 goes down and comes up again/);
    expect(play(lesson, 'does-not-start', [router, restart(30)], 186).met).toBe(true);
  });

  it('does not take a service that was mended by hand', () => {
    const mended: Act = [3, { do: 'mend-service', node: 'imp2', service: 'Cisco XCP Router' }];
    const byHand = play(lesson, 'does-not-start', [mended, router], 60);
    expect(byHand.met).toBe(false);
    expect(byHand.reply).toMatch(/^That switch belongs to this lab/);
  });

  it('lets one unfit node fail over, refuses the early fallback, and asks for the right one', () => {
    const early = play(lesson, 'skipped-on-one', [enableHa(5), fallback(30)], 40);
    expect(early.refusals).toHaveLength(1);
    expect(early.reply).toMatch(/^Users are not sent back/);
    const mended = [enableHa(5), start(40, 'imp2', 'Cisco SIP Proxy')];
    const waiting = play(lesson, 'skipped-on-one', mended, 100);
    expect(waiting.met).toBe(false);
    expect(waiting.reply).toMatch(/^The service runs and imp2 is Failed Over/);
    expect(play(lesson, 'skipped-on-one', [...mended, fallback(60)], 75).met).toBe(true);
  });

  it('sends who started the service first back to see the other ending', () => {
    const careful = play(lesson, 'skipped-on-one', [start(5, 'imp2', 'Cisco SIP Proxy'), enableHa(30)], 40);
    expect(careful.met).toBe(false);
    expect(careful.reply).toMatch(/^You started the service first/);
  });

  it('lets two unfit nodes fail, and leads out by a recovery alone', () => {
    const failed = [enableHa(5)];
    expect(play(lesson, 'skipped-on-both', [...failed, fallback(20)], 30).reply).toMatch(
      /^There is no backup node/,
    );
    const started = [
      ...failed,
      start(20, 'imp1', 'Cisco Presence Engine'),
      start(21, 'imp2', 'Cisco Sync Agent'),
    ];
    const fit = play(lesson, 'skipped-on-both', started, 60);
    expect(fit.met).toBe(false);
    expect(fit.reply).toMatch(/^All services run again/);
    expect(play(lesson, 'skipped-on-both', [...failed, recover(20)], 34).met).toBe(false);
    expect(play(lesson, 'skipped-on-both', [...failed, recover(20)], 36).met).toBe(true);
  });

  it('tells who mended one node first why there was no failed mode', () => {
    const one = play(lesson, 'skipped-on-both', [start(5, 'imp2', 'Cisco Sync Agent'), enableHa(30)], 60);
    expect(one.met).toBe(false);
    expect(one.reply).toMatch(/^You mended one node/);
  });
});
