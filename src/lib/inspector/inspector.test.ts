import { describe, expect, it } from 'vitest';
import { OFFERS, VIEW } from '../../../tests/fixtures/panel-views';
import { REASONS, STATE_IDS } from '../../engine';
import { targetKey } from '../stage/targets';
import { groupFacts, peerFacts, userMinutes } from './facts';
import { REASON_MEANINGS, STATE_MEANINGS } from './meanings';
import { offersOfGroup, offersOfNode, sortOffers, subjectOf } from './selection';
import { groupOffers, stepArea, stepLabel } from './step-labels';
import { leftShare, leftText, waitingOf } from './waiting';

const [imp1] = VIEW.nodes;
const [group] = VIEW.groups;

describe('what is inspected', () => {
  it('is the chosen node, with the service or the part that was chosen on it', () => {
    expect(subjectOf(VIEW, targetKey({ kind: 'node', node: 'imp2' }))).toMatchObject({
      kind: 'node',
      service: null,
      area: null,
    });
    const service = targetKey({ kind: 'service', node: 'imp1', service: 'Cisco XCP Router' });
    expect(subjectOf(VIEW, service)).toMatchObject({ kind: 'node', service: 'Cisco XCP Router' });
    expect(subjectOf(VIEW, targetKey({ kind: 'part', node: 'imp1', part: 'platform' }))).toMatchObject({
      area: 'platform',
    });
  });

  it('is the group where nothing is chosen, or what was chosen is gone', () => {
    expect(subjectOf(VIEW, null)).toMatchObject({ kind: 'group', group });
    expect(subjectOf(VIEW, 'node/nobody')).toMatchObject({ kind: 'group' });
    expect(subjectOf({ ...VIEW, groups: [] }, null)).toMatchObject({ kind: 'node', node: imp1 });
    expect(subjectOf({ ...VIEW, groups: [], nodes: [] }, null)).toBeNull();
  });
});

describe('the offers', () => {
  it('of a node leave its services to themselves and include the recovery of its group', () => {
    const mine = offersOfNode(OFFERS, imp1!, null);
    expect(mine.some(({ step }) => step['service'] !== undefined)).toBe(false);
    expect(mine.some(({ step }) => step.do === 'recover')).toBe(true);
    expect(mine.every(({ step }) => step['node'] !== 'imp2')).toBe(true);
    expect(offersOfNode(OFFERS, imp1!, 'Cisco XCP Router')).toHaveLength(3);
  });

  it('are parted into what can be done, what is refused and what would change nothing', () => {
    const sorted = sortOffers(offersOfGroup(OFFERS, group!));
    expect(sorted.offered.map(({ step }) => step.do)).toEqual(['cut-link', 'disable-ha']);
    expect(sorted.refused.map(({ why }) => why)).toEqual([
      'Neither node is Running in Failed Mode.',
      'High availability is on already.',
    ]);
    expect(sorted.idle.map(({ step }) => step.do)).toEqual(['restore-link']);
  });

  it('stand under headings, in their order, none of them empty', () => {
    const areas = groupOffers(offersOfNode(OFFERS, imp1!, null)).map(({ area }) => area);
    expect(areas).toEqual(['redundancy', 'services', 'platform', 'network', 'faults']);
  });

  it('are named by verbs, and by their own name where they are not known', () => {
    expect(stepLabel({ do: 'failover', node: 'imp1' })).toBe('Failover imp1');
    expect(stepLabel({ do: 'set-user-move-fault', node: 'imp1', on: false })).toBe(
      'Let moves of users work again',
    );
    expect(stepLabel({ do: 'dance' })).toBe('dance');
    expect(stepArea({ do: 'dance' })).toBe('settings');
  });
});

describe('what a node waits for', () => {
  it('is told once: a timer that a wait speaks of is not listed again', () => {
    const { waits, timers } = waitingOf(imp1!);
    expect(waits.map(({ untilMs }) => untilMs)).toEqual([120_000, null]);
    expect(timers.map(({ text }) => text)).toEqual(['Keep Alive Interval', 'Keep Alive Timeout']);
  });

  it('takes the length of a wait from the timer that runs for it', () => {
    const [first] = waitingOf(imp1!).waits;
    expect(first).toMatchObject({ sinceMs: 30_000, untilMs: 120_000 });
    expect(leftShare(first!, 75_000)).toBe(0.5);
    expect(leftText(first!, 112_000)).toBe('8.0 s left');
  });

  it('says where a time is not the one that its parameter sets, but twice that', () => {
    const timers = imp1!.timers.map((timer) =>
      timer.kind === 'keep-alive-interval' ? timer : { ...timer, doubled: true as const },
    );
    const doubled = waitingOf({ ...imp1!, timers });
    expect(doubled.timers.map(({ text }) => text)).toEqual([
      'Keep Alive Interval',
      'Keep Alive Timeout (doubled by Multiple Device Messaging)',
    ]);
    expect(doubled.waits[0]?.text).toBe(
      `${waitingOf(imp1!).waits[0]!.text} (doubled by Multiple Device Messaging)`,
    );
  });

  it('says so where nobody knows when it comes', () => {
    const endless = waitingOf(imp1!).waits[1]!;
    expect(leftShare(endless, 75_000)).toBeNull();
    expect(leftText(endless, 75_000)).toBe('until it happens');
  });
});

describe('the words of the inspector', () => {
  it('explain every state and every reason', () => {
    expect(Object.keys(STATE_MEANINGS).sort()).toEqual([...STATE_IDS, 'unreachable'].sort());
    expect(Object.keys(REASON_MEANINGS).sort()).toEqual([...REASONS].sort());
  });

  it('say of a peer only what its last keep-alive said', () => {
    expect(peerFacts(imp1!.peer!, 107_020, false).map(({ value }) => value)).toEqual([
      '2.0 s ago',
      'Normal / Normal',
      'healthy',
    ]);
    expect(peerFacts(imp1!.peer!, 107_020, true)[1]?.value).toBe('Normal');
    const lost = { ...imp1!.peer!, lost: true, known: false, state: null, reason: null, healthy: null };
    expect(peerFacts(lost, 200_000, false).map(({ value }) => value)).toEqual([
      '1:35 ago',
      'lost: silent for too long',
    ]);
  });

  it('tell high availability that is on from high availability that works', () => {
    expect(groupFacts({ ...group!, enabledProperly: false })[1]?.value).toBe('on, but not enabled properly');
    expect(groupFacts({ ...group!, highAvailability: false })[1]?.value).toBe('off');
  });

  it('give user-minutes as finely as they can be read', () => {
    expect(userMinutes(15)).toBe('15.0 user-minutes');
    expect(userMinutes(12_345.6)).toBe('12,346 user-minutes');
  });
});
