import { describe, expect, it } from 'vitest';
import { Bench, PAIR } from '../../../../tests/fixtures/terminal/bench';

const SINGLE = {
  nodes: [...PAIR.nodes, { name: 'imp3' }],
  groups: [...PAIR.groups, { name: 'alone', nodes: ['imp3'] }],
};
const WITHOUT_HA = { ...PAIR, groups: [{ ...PAIR.groups[0]!, highAvailability: false }] };
const ROUTER = { node: 'imp1', service: 'Cisco XCP Router' };
/** Both nodes in Running in Failed Mode from about 230 s on, their services mended by 300 s. */
const FAILED_PAIR = {
  steps: [
    { at: 5, do: 'stop-service', ...ROUTER },
    { at: 130, do: 'stop-service', ...ROUTER, node: 'imp2' },
  ],
};

describe('utils ha status', () => {
  it('prints group, nodes and states, and no reason for Normal', async () => {
    expect(await new Bench({}, 10).say('utils ha status')).toBe(
      'Subcluster Name: pair\nNode 1 Name : imp1 State: Normal\nNode 2 Name : imp2 State: Normal',
    );
  });

  it('prints reasons once there are any', async () => {
    const bench = new Bench({ steps: [{ at: 5, do: 'stop-service', ...ROUTER }] }, 150);
    expect(await bench.say('utils ha status pair')).toBe(
      [
        'Subcluster Name: pair',
        'Node 1 Name : imp1 State: Failed Over with Critical Services Not Running Reason: Critical Service Down',
        'Node 2 Name : imp2 State: Running in Backup Mode Reason: Critical Service Down',
      ].join('\n'),
    );
  });

  it('says that high availability is not enabled, and prints a group of one node', async () => {
    const bench = new Bench({ cluster: SINGLE });
    expect(await bench.say('utils ha status alone')).toBe(
      'Subcluster Name: alone\nNode 1 Name : imp3 State: Unknown Reason: High Availability Not Enabled',
    );
    expect(await bench.say('utils ha status')).toMatch(
      /Subcluster Name: pair\n.*\n.*\n\nSubcluster Name: alone/,
    );
  });

  it('prints no reason where there is none: high availability switched on beside a recovery manager that did not run', async () => {
    const steps = [
      { at: 5, do: 'stop-srm', node: 'imp1' },
      { at: 10, do: 'enable-ha', group: 'pair' },
      { at: 15, do: 'start-srm', node: 'imp1' },
    ];
    const bench = new Bench({ cluster: WITHOUT_HA, steps }, 30);
    expect(await bench.say('utils ha status')).toMatch(/imp1 State: Unknown\n.*imp2 State: Unknown$/);
  });

  it('says that a node cannot be reached, and that the word is ours', async () => {
    const bench = new Bench({ steps: [{ at: 5, do: 'power-off', node: 'imp1' }] }, 120);
    const said = await bench.sayOn('imp2', 'utils ha status');
    expect(said).toContain('Node 1 Name : imp1 State: Unreachable\n');
    expect(said).toContain('imp2 State: Running in Backup Mode Reason: Peer Reboot');
    expect(said).toContain('Lab: What a real system prints');
  });

  it('prints on an isolated node what that node believes, and not what happens elsewhere', async () => {
    const bench = new Bench({ steps: [{ at: 5, do: 'isolate', node: 'imp1' }] }, 120);
    const mode = 'State: Running in Backup Mode Reason: Peer Down';
    expect(await bench.sayOn('imp1', 'utils ha status')).toMatch(
      `imp1 ${mode}\nNode 2 Name : imp2 State: Unreachable`,
    );
    expect(await bench.sayOn('imp2', 'utils ha status')).toMatch(
      `imp1 State: Unreachable\nNode 2 Name : imp2 ${mode}`,
    );
  });

  it('says that there is no such group, or none at all', async () => {
    expect(await new Bench().say('utils ha status pari')).toBe(
      'There is no presence redundancy group «pari».\nDid you mean: utils ha status pair',
    );
    const bench = new Bench({ cluster: { nodes: [{ name: 'imp1' }], groups: [] } });
    expect(await bench.say('utils ha status')).toMatch(/no presence redundancy group/);
  });
});

describe('utils ha failover and fallback', () => {
  it('hand the users over and bring them back, with the status each time', async () => {
    const bench = new Bench({}, 20);
    expect(await bench.say('utils ha failover imp1')).toBe(
      [
        'Initiate Manual Failover for Node > imp1',
        'Request SUCCESSFUL.',
        '',
        'Subcluster Name: pair',
        'Node 1 Name : imp1 State: Failing Over Reason: On Admin Request',
        'Node 2 Name : imp2 State: Normal',
      ].join('\n'),
    );
    bench.port.pass(60);
    expect(await bench.say('utils ha status')).toMatch(/imp1 State: Idle Reason: On Admin Request/);
    expect(await bench.say('utils ha fallback imp1')).toMatch(
      /^Initiate Manual Fallback for Node > imp1\nRequest SUCCESSFUL\.\n\nSubcluster.*\n.*imp1 State: Taking Back/,
    );
    bench.port.pass(60);
    expect(await bench.say('utils ha status')).toMatch(/imp1 State: Normal\n.*imp2 State: Normal/);
    expect(bench.port.done()).toEqual(['imp1: failover (terminal)', 'imp1: fallback (terminal)']);
  });

  it.each([
    [
      'failover',
      'with high availability off',
      { cluster: WITHOUT_HA },
      20,
      /FAILED\.\nReason: High availability is off/,
    ],
    [
      'failover',
      'beside a peer that is down',
      { steps: [{ at: 5, do: 'power-off', node: 'imp2' }] },
      10,
      /FAILED\.\nReason: The platform of imp2/,
    ],
    [
      'failover',
      'beside a peer that is not healthy',
      { steps: [{ at: 5, do: 'stop-database', node: 'imp2' }] },
      10,
      /FAILED\.\nReason: imp2 is not healthy/,
    ],
    ['fallback', 'from Normal', {}, 20, /FAILED\.\nReason: A fallback leads back/],
    [
      'fallback',
      'before the services run',
      { steps: [{ at: 5, do: 'stop-service', ...ROUTER }] },
      150,
      /FAILED\.\nReason: .*start them first\./,
    ],
  ])('%s is refused %s, with the reason', async (verb, _, scenario, second, said) => {
    const bench = new Bench(scenario, second);
    expect(await bench.say(`utils ha ${verb} imp1`)).toMatch(said);
    expect(bench.port.done().filter((line) => line.includes('(terminal)'))).toEqual([]);
  });

  it('is refused for a node in no group', async () => {
    const bench = new Bench({ cluster: { ...PAIR, nodes: [...PAIR.nodes, { name: 'imp3' }] } }, 20);
    expect(await bench.say('utils ha failover imp3')).toMatch(/FAILED\.\nReason: imp3 is in no presence/);
  });
});

describe('utils ha recover', () => {
  it('is refused while the nodes are well, and where high availability is off', async () => {
    expect(await new Bench({}, 20).say('utils ha recover pair')).toMatch(
      /^Request FAILED\.\nReason: Both nodes/,
    );
    expect(await new Bench({ cluster: WITHOUT_HA }, 20).say('utils ha recover pair')).toMatch(
      /availability is off/,
    );
  });

  it('begins a failed pair anew', async () => {
    const bench = new Bench(FAILED_PAIR, 300);
    expect(await bench.say('utils ha status')).toMatch(/imp1 State: Running in Failed Mode Reason/);
    expect(await bench.say('utils ha recover pair')).toBe('');
    bench.port.pass(60);
    expect(await bench.say('utils ha status')).toMatch(/imp1 State: Normal\n.*imp2 State: Normal/);
  });

  it('is refused while the nodes do not hear each other', async () => {
    const bench = new Bench(
      { steps: [...FAILED_PAIR.steps, { at: 230, do: 'cut-link', group: 'pair' }] },
      320,
    );
    expect(await bench.say('utils ha recover pair')).toMatch(/FAILED\.\nReason: imp1 does not hear its peer/);
  });
});
