import { expect, test } from 'vitest';
import { announce } from './announce';
import { CONCEAL_NOTHING } from './conceal';
import {
  FAILED_OVER,
  FAILOVER,
  NORMAL,
  SERVICE_DOWN,
  SPLIT_BRAIN,
  group,
  node,
  services,
  view,
} from './fixtures';

test('nothing is said of the same instant, nor of time that only passes', () => {
  expect(announce(NORMAL, NORMAL)).toEqual([]);
  expect(announce(NORMAL, { ...NORMAL, timeMs: 98_000, eventCount: 21 })).toEqual([]);
});

test('a stopped service and the users it costs are each said once', () => {
  expect(announce(NORMAL, SERVICE_DOWN)).toEqual([
    'imp1: Cisco XCP Router stopped.',
    '12 users without a session.',
  ]);
});

test('each change of state is said once, with its reason', () => {
  const said = announce(SERVICE_DOWN, FAILOVER);
  expect(said).toContain('imp1: Failing Over, reason On Admin Request.');
  expect(said).toContain('imp2: Taking Over, reason On Admin Request.');
  expect(said.filter((sentence) => sentence.startsWith('imp1: Failing'))).toHaveLength(1);
});

test('services that all came to the same end are said in one sentence', () => {
  expect(announce(NORMAL, FAILOVER)).toContain('imp1: all critical services stopped.');
});

test('a new reason for the same state is a change', () => {
  const before = view([node('imp1', 'running-in-failed-mode', 'Critical Service Down')], [], []);
  const after = view([node('imp1', 'running-in-failed-mode', 'Unknown')], [], []);
  expect(announce(before, after)).toEqual(['imp1: Running in Failed Mode, reason Unknown.']);
  expect(announce(before, after, { ...CONCEAL_NOTHING, reasons: true })).toEqual([]);
});

test('a split brain comes first, and its end is said too', () => {
  expect(announce(NORMAL, SPLIT_BRAIN)[0]).toBe('Split brain: imp1 and imp2 both claim the same users.');
  expect(announce(SPLIT_BRAIN, NORMAL)[0]).toBe('The split brain of DefaultCUPSubCluster is over.');
});

test('concealed states and reasons are not given away', () => {
  const said = announce(NORMAL, FAILED_OVER, { ...CONCEAL_NOTHING, peer: true, reasons: true });
  expect(said).toContain('imp1: Failed Over with Critical Services Not Running.');
  expect(said.join()).not.toContain('Backup');
  expect(said.join()).not.toContain('Critical Service Down');
});

test('links and high availability are said', () => {
  const nodes = [node('imp1', 'normal', 'Normal'), node('imp2', 'normal', 'Normal')];
  const with_ = (change: Parameters<typeof group>[1]) => view(nodes, [group(['imp1', 'imp2'], change)], []);
  const up = with_({});
  const cut = with_({ link: { up: false, latencyMs: 20, loss: 0 } });
  const lossy = with_({ link: { up: true, latencyMs: 20, loss: 0.1 } });
  expect(announce(up, cut)).toEqual(['Link cut.']);
  expect(announce(cut, up)).toEqual(['Link restored.']);
  expect(announce(up, lossy)).toEqual(['Link 20 ms, 10 % lost.']);
  expect(announce(up, with_({ highAvailability: false }))).toEqual([
    'High availability of DefaultCUPSubCluster: off.',
  ]);
});

test('parts of a node are said by their names', () => {
  const before = view([node('imp1', 'normal', 'Normal')], [], []);
  const after = view(
    [
      node('imp1', 'normal', 'Normal', {
        database: 'down',
        isolated: true,
        services: services({ 'Cisco SIP Proxy': 'failed', 'Cisco Sync Agent': 'starting' }),
      }),
    ],
    [],
    [],
  );
  expect(announce(before, after)).toEqual([
    'imp1: network isolated.',
    'imp1: database down.',
    'imp1: Cisco Sync Agent starting.',
    'imp1: Cisco SIP Proxy broken.',
  ]);
});

test('the end of the wait is said', () => {
  expect(announce(SERVICE_DOWN, NORMAL)).toContain('Nobody waits to log in any more.');
});
