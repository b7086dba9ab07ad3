import { describe, expect, it } from 'vitest';
import { checkStep, type Step } from '../../src/engine';
import { Lab, on, PAIR_WITHOUT_HA, startService, stopService, type LabSetup } from './lab';

type Outcome = 'done' | 'idle' | 'refused';

const outcome = (lab: Lab, step: Step): Outcome => {
  const answer = lab.try(lab.state.timeMs + 1, step);
  return answer === '' ? 'done' : answer.startsWith('idle') ? 'idle' : 'refused';
};

const SERVICE = 'Cisco SIP Proxy';
const onService = (action: 'stop' | 'start' | 'crash' | 'break' | 'mend'): Step => ({
  do: `${action}-service`,
  node: 'imp1',
  service: SERVICE,
});
const replicate = (operation: 'stop' | 'reset' | 'repair'): Step => ({
  do: 'dbreplication',
  node: 'imp1',
  operation,
});
const service = (lab: Lab) => lab.node('imp1').services[3]!;

/** imp1 in a condition, by steps that lead there. */
const WITH_SERVICE: Readonly<Record<string, () => Lab>> = {
  started: () => new Lab().to(1_000),
  stopped: () => new Lab().at(1_000, onService('stop')),
  failed: () => new Lab().at(1_000, onService('crash')),
  starting: () => new Lab().at(1_000, onService('stop'), onService('start')),
  broken: () => new Lab().at(1_000, onService('break')),
  'broken and stopped': () => new Lab().at(1_000, onService('stop'), onService('break')),
};

describe('steps on a service (section 6)', () => {
  it.each<[string, Parameters<typeof onService>[0], Outcome, string]>([
    ['started', 'stop', 'done', 'stopped'],
    ['started', 'start', 'idle', 'started'],
    ['started', 'crash', 'done', 'failed'],
    ['started', 'break', 'done', 'failed'],
    ['started', 'mend', 'idle', 'started'],
    ['stopped', 'stop', 'idle', 'stopped'],
    ['stopped', 'start', 'done', 'starting'],
    ['stopped', 'crash', 'idle', 'stopped'],
    ['stopped', 'break', 'done', 'stopped'],
    ['failed', 'stop', 'done', 'stopped'],
    ['failed', 'start', 'done', 'starting'],
    ['failed', 'crash', 'idle', 'failed'],
    ['failed', 'break', 'done', 'failed'],
    ['starting', 'stop', 'done', 'stopped'],
    ['starting', 'start', 'idle', 'starting'],
    ['starting', 'crash', 'done', 'failed'],
    ['starting', 'break', 'done', 'failed'],
    ['broken', 'start', 'done', 'starting'],
    ['broken', 'mend', 'done', 'failed'],
    ['broken', 'break', 'idle', 'failed'],
    ['broken and stopped', 'mend', 'done', 'stopped'],
  ])('that is %s: %s is %s, and it is %s then', (condition, action, expected, status) => {
    const lab = WITH_SERVICE[condition]!();
    expect(outcome(lab, onService(action))).toBe(expected);
    expect(service(lab).status).toBe(status);
  });

  it('take a start 15 s, after which a broken one has failed and a mended one runs', () => {
    const lab = WITH_SERVICE.broken!().at(10_000, onService('start'));
    expect(service(lab.to(24_999)).status).toBe('starting');
    expect(service(lab.to(25_000)).status).toBe('failed');
    lab.at(30_000, onService('mend'), onService('start'));
    expect(service(lab.to(45_000)).status).toBe('started');
  });

  it('mend one that is starting in time', () => {
    const lab = WITH_SERVICE.broken!()
      .at(10_000, onService('start'))
      .at(24_000, onService('mend'))
      .to(25_000);
    expect(service(lab).status).toBe('started');
  });
});

describe('steps on the platform (section 6)', () => {
  const NEEDS_PLATFORM: readonly Step[] = [
    ...(['stop', 'start', 'crash', 'break', 'mend'] as const).map(onService),
    ...(
      [
        'stop-database',
        'start-database',
        'stop-srm',
        'start-srm',
        'restart-srm',
        'shutdown',
        'restart',
      ] as const
    ).map((action): Step => ({ do: action, node: 'imp1' })),
    ...(['stop', 'reset'] as const).map(replicate),
  ];
  const DOWN: Readonly<Record<string, () => Lab>> = {
    off: () => new Lab().at(1_000, ...on('imp1', 'power-off')),
    'shutting down': () => new Lab().at(1_000, ...on('imp1', 'shutdown')),
    booting: () => new Lab({ start: 'cold' }).at(1_000, ...on('imp1', 'power-on')),
  };

  it.each(Object.keys(DOWN).flatMap((how) => NEEDS_PLATFORM.map((step) => [how, step.do, step] as const)))(
    'that is %s: %s is refused',
    (how, _, step) => {
      expect(outcome(DOWN[how]!(), step)).toBe('refused');
    },
  );

  it.each<[string, Outcome, Outcome]>([
    ['off', 'done', 'refused'],
    ['shutting down', 'refused', 'done'],
    ['booting', 'refused', 'done'],
  ])('that is %s: power-on is %s, power-off is %s', (how, powerOn, powerOff) => {
    expect(outcome(DOWN[how]!(), { do: 'power-on', node: 'imp1' })).toBe(powerOn);
    expect(outcome(DOWN[how]!(), { do: 'power-off', node: 'imp1' })).toBe(powerOff);
  });

  it('that is up: power-on is refused', () => {
    expect(outcome(new Lab(), { do: 'power-on', node: 'imp1' })).toBe('refused');
  });

  const platform = (lab: Lab, atMs: number) => {
    const node = lab.to(atMs).node('imp1');
    return [node.platform, node.srm, node.databaseUp, node.services[0]!.status];
  };

  it('shut down in an orderly way: all is gone at the first instant, the platform at the last', () => {
    const lab = new Lab().at(1_000, ...on('imp1', 'shutdown'));
    expect(platform(lab, 1_000)).toEqual(['shutting-down', 'stopped', false, 'stopped']);
    expect(platform(lab, 20_999)).toEqual(['shutting-down', 'stopped', false, 'stopped']);
    expect(platform(lab, 21_000)).toEqual(['off', 'stopped', false, 'stopped']);
    expect(platform(lab, 900_000)[0]).toBe('off');
  });

  it('restart: a shutdown, then a boot at whose end the database is up and the rest begins to start', () => {
    const lab = new Lab().at(1_000, ...on('imp1', 'restart'));
    expect(platform(lab, 21_000)).toEqual(['booting', 'stopped', false, 'stopped']);
    expect(platform(lab, 140_999)).toEqual(['booting', 'stopped', false, 'stopped']);
    expect(platform(lab, 141_000)).toEqual(['up', 'starting', true, 'starting']);
    expect(platform(lab, 146_000)).toEqual(['up', 'running', true, 'starting']);
    expect(platform(lab, 156_000)).toEqual(['up', 'running', true, 'started']);
  });

  it('power off during a restart: it stays off', () => {
    const lab = new Lab()
      .at(1_000, ...on('imp1', 'restart'))
      .at(5_000, ...on('imp1', 'power-off'))
      .to(900_000);
    expect(lab.node('imp1').platform).toBe('off');
  });

  it('reboot: mends broken services, the user-move fault and the database of that node, and nothing else', () => {
    const lab = new Lab()
      .at(
        1_000,
        onService('break'),
        { do: 'set-user-move-fault', node: 'imp1', on: true },
        { do: 'set-user-move-fault', node: 'imp2', on: true },
        { do: 'set-replication', node: 'imp1', value: 4 },
        { do: 'cut-link', group: 'pair' },
      )
      .at(2_000, ...on('imp1', 'stop-database', 'isolate'))
      .at(3_000, ...on('imp1', 'restart'))
      .to(300_000);
    const node = lab.node('imp1');
    expect([
      node.healthy,
      node.services.some((it) => it.broken),
      node.userMoveFault,
      node.databaseUp,
    ]).toEqual([true, false, false, true]);
    expect([node.replication, node.isolated, lab.node('imp2').userMoveFault, lab.group().linkUp]).toEqual([
      4,
      true,
      true,
      false,
    ]);
  });
});

describe('steps on the recovery manager', () => {
  it('stop it: silent from the first instant, stopped after a second', () => {
    const lab = new Lab().at(1_000, ...on('imp1', 'stop-srm'));
    expect([lab.node('imp1').srm, lab.seen[0]]).toEqual(['stopping', 'unreachable']);
    expect(lab.to(1_999).node('imp1').srm).toBe('stopping');
    expect(lab.to(2_000).node('imp1').srm).toBe('stopped');
    lab.at(3_000, ...on('imp1', 'start-srm'));
    expect(lab.to(7_999).node('imp1').srm).toBe('starting');
    expect(lab.to(8_000).node('imp1').srm).toBe('running');
  });

  it.each<
    [
      string,
      readonly ('stop-srm' | 'start-srm' | 'restart-srm')[],
      'stop-srm' | 'start-srm' | 'restart-srm',
      Outcome,
      string,
    ]
  >([
    ['stopping', ['stop-srm'], 'stop-srm', 'idle', 'stopped'],
    ['stopping', ['stop-srm'], 'start-srm', 'done', 'running'],
    ['stopping', ['stop-srm'], 'restart-srm', 'done', 'running'],
    ['restarting', ['restart-srm'], 'start-srm', 'idle', 'running'],
    ['restarting', ['restart-srm'], 'stop-srm', 'done', 'stopped'],
    ['running', [], 'start-srm', 'idle', 'running'],
  ])('while it is %s: %s', (_, before, action, expected, end) => {
    const lab = new Lab().at(1_000, ...on('imp1', ...before));
    expect(outcome(lab, { do: action, node: 'imp1' })).toBe(expected);
    expect(lab.to(60_000).node('imp1').srm).toBe(end);
  });

  it('start a stopped one by a restart', () => {
    const lab = new Lab().at(1_000, ...on('imp1', 'stop-srm')).to(10_000);
    expect(outcome(lab, { do: 'stop-srm', node: 'imp1' })).toBe('idle');
    expect(outcome(lab, { do: 'restart-srm', node: 'imp1' })).toBe('done');
    expect(lab.to(15_002).node('imp1').srm).toBe('running');
  });

  it('stop one that is starting', () => {
    const lab = new Lab()
      .at(1_000, ...on('imp1', 'restart-srm'))
      .at(4_000, ...on('imp1', 'stop-srm'))
      .to(60_000);
    expect(lab.node('imp1').srm).toBe('stopped');
  });
});

describe('replication', () => {
  const value = (lab: Lab) => lab.node('imp1').replication;
  const withValue = (it: number) => new Lab({ nodes: [{ name: 'imp1', replication: it }, { name: 'imp2' }] });

  it('is set up anew by a reset: 0, and 2 after 120 s', () => {
    const lab = withValue(4).at(1_000, replicate('reset'));
    expect(value(lab)).toBe(0);
    expect(value(lab.to(120_999))).toBe(0);
    expect(value(lab.to(121_000))).toBe(2);
  });

  it('is repaired from 3 to 2 after 60 s', () => {
    const lab = withValue(3).at(1_000, replicate('repair'));
    expect(value(lab.to(60_999))).toBe(3);
    expect(value(lab.to(61_000))).toBe(2);
  });

  it.each([0, 1, 2, 4])('is not repaired from %i', (it) => {
    expect(outcome(withValue(it), replicate('repair'))).toBe('refused');
  });

  it.each([
    [0, 0],
    [1, 0],
    [3, 3],
    [4, 4],
  ])('is left by a stop from %i at %i', (before, after) => {
    expect(value(withValue(before).at(1_000, replicate('stop')))).toBe(after);
  });

  it('stays at 0 when a set-up is stopped, and at 3 when a repair is', () => {
    expect(value(withValue(4).at(1_000, replicate('reset')).at(2_000, replicate('stop')).to(300_000))).toBe(
      0,
    );
    expect(value(withValue(3).at(1_000, replicate('repair')).at(2_000, replicate('stop')).to(300_000))).toBe(
      3,
    );
  });

  it('is not touched while the database is down', () => {
    const lab = withValue(3).at(1_000, ...on('imp1', 'stop-database'));
    for (const operation of ['stop', 'reset', 'repair'] as const)
      expect(outcome(lab, replicate(operation))).toBe('refused');
  });

  it('is what a scenario’s step says at once, whatever ran', () => {
    const lab = withValue(3)
      .at(1_000, replicate('repair'))
      .at(2_000, { do: 'set-replication', node: 'imp1', value: 1 })
      .to(300_000);
    expect(value(lab)).toBe(1);
  });
});

describe('what is offered (section 8)', () => {
  const failover: Step = { do: 'failover', node: 'imp1' };
  const fallback: Step = { do: 'fallback', node: 'imp1' };
  const idle = () => new Lab().at(1_000, ...on('imp1', 'failover')).to(50_000);
  const failedOver = () => new Lab().at(10_000, stopService('imp1')).to(150_000);

  it.each<[string, Lab, string, RegExp]>([
    ['high availability is off', new Lab({ groups: PAIR_WITHOUT_HA }), '', /high availability is off/],
    [
      'its own recovery manager does not run',
      new Lab().at(1, ...on('imp1', 'stop-srm')),
      '',
      /manager of imp1/,
    ],
    [
      'the peer’s recovery manager does not run',
      new Lab().at(1, ...on('imp2', 'stop-srm')),
      '',
      /manager of imp2/,
    ],
    ['it is isolated', new Lab().at(1, ...on('imp1', 'isolate')), '', /imp1 cannot be reached/],
    ['the peer’s platform is down', new Lab().at(1, ...on('imp2', 'power-off')), '', /platform of imp2/],
    ['it is not Normal', idle(), '', /both nodes must be Normal, and imp1 is Idle/],
    [
      'the peer is not Normal',
      new Lab().at(1_000, ...on('imp2', 'failover')).to(3_000),
      '',
      /both nodes must be Normal/,
    ],
    [
      'the peer shows ill health',
      new Lab().at(1_000, stopService('imp2')).to(2_000),
      '',
      /imp2 is not healthy/,
    ],
    ['nothing was heard of the peer yet', new Lab().to(19), '', /not heard/],
  ])('failover is refused while %s', (_, lab, __, why) => {
    expect(lab.try(lab.state.timeMs + 1, failover)).toMatch(why);
  });

  it('failover is offered of a node that is itself not healthy, and while news of the peer’s ill health is on its way', () => {
    expect(outcome(new Lab().at(1_000, stopService('imp1')).to(2_000), failover)).toBe('done');
    expect(outcome(new Lab({ linkLatencyMs: 500 }).at(2_000, stopService('imp2')), failover)).toBe('done');
  });

  it.each<[string, Lab, RegExp]>([
    ['it is Normal', new Lab().to(100), /imp1 is Normal/],
    [
      'it serves the users itself',
      new Lab().at(1_000, ...on('imp2', 'failover')).to(60_000),
      /imp1 is Running in Backup/,
    ],
    ['services do not run on a failed-over node', failedOver(), /start them first/],
    ['the peer was lost', idle().at(60_000, { do: 'cut-link', group: 'pair' }).to(200_000), /does not hear/],
    ['the peer cannot be reached', idle().at(60_000, ...on('imp2', 'isolate')), /imp2 cannot be reached/],
    ['high availability is off', new Lab({ groups: PAIR_WITHOUT_HA }), /high availability is off/],
  ])('fallback is refused while %s', (_, lab, why) => {
    const answer = lab.try(lab.state.timeMs + 1, fallback);
    expect(answer).toMatch(/^refused: /);
    expect(answer).toMatch(why);
  });

  it('fallback is offered from Idle, and from Failed Over once healthy', () => {
    expect(outcome(idle(), fallback)).toBe('done');
    expect(outcome(failedOver().at(160_000, startService('imp1')).to(180_000), fallback)).toBe('done');
  });

  it('a refused step changes nothing but the time', () => {
    const lab = new Lab({ users: 3 }).to(100);
    const before = structuredClone(lab.state);
    expect(outcome(lab, fallback)).toBe('refused');
    expect({ ...lab.state, timeMs: 0, eventCount: 0 }).toEqual({ ...before, timeMs: 0, eventCount: 0 });
  });
});

describe('steps on links and parameters', () => {
  it.each<[string, LabSetup, Step, Outcome]>([
    ['cut a cut link', {}, { do: 'cut-link', group: 'pair' }, 'done'],
    ['restore one that is up', {}, { do: 'restore-link', group: 'pair' }, 'idle'],
    [
      'cut the link of a single node',
      { groups: [{ name: 'pair', nodes: ['imp1'] }] },
      { do: 'cut-link', group: 'pair' },
      'refused',
    ],
    ['a group that is not there', {}, { do: 'cut-link', group: 'nowhere' }, 'refused'],
    ['a node that is not there', {}, { do: 'failover', node: 'nobody' }, 'refused'],
    [
      'a time-out not longer than the interval',
      {},
      { do: 'set-parameter', parameter: 'keepAliveTimeout', value: 15 },
      'refused',
    ],
    [
      'an interval as long as a time-out',
      {},
      { do: 'set-parameter', parameter: 'keepAliveInterval', value: 60 },
      'refused',
    ],
    [
      'a delay under a second',
      {},
      { do: 'set-parameter', parameter: 'criticalServiceDelay', value: 0.5 },
      'refused',
    ],
    [
      'a value that is so already',
      {},
      { do: 'set-parameter', parameter: 'criticalServiceDelay', value: 90 },
      'idle',
    ],
    [
      'a lower limit above the upper one',
      {},
      { do: 'set-parameter', parameter: 'clientReloginLowerLimit', value: 600, node: 'imp1' },
      'refused',
    ],
    [
      'both limits at once',
      {},
      {
        do: 'set-parameters',
        values: { clientReloginLowerLimit: 600, clientReloginUpperLimit: 601 },
        node: 'imp1',
      },
      'done',
    ],
    [
      'interval and time-out at once',
      {},
      { do: 'set-parameters', values: { keepAliveInterval: 60, keepAliveTimeout: 61 } },
      'done',
    ],
    ['Multiple Device Messaging as it is', {}, { do: 'set-multiple-device-messaging', on: false }, 'idle'],
  ])('%s', (_, setup, step, expected) => {
    expect(checkStep(step).ok).toBe(true);
    expect(outcome(new Lab(setup), step)).toBe(expected);
  });

  it('set several parameters all or none', () => {
    const lab = new Lab();
    expect(
      outcome(lab, { do: 'set-parameters', values: { criticalServiceDelay: 30, keepAliveInterval: 60 } }),
    ).toBe('refused');
    expect(lab.state.parameters.criticalServiceDelayMs).toBe(90_000);
  });

  it('set the limits of the named node alone', () => {
    const lab = new Lab().at(1, {
      do: 'set-parameters',
      values: { clientReloginLowerLimit: 1, clientReloginUpperLimit: 2 },
      node: 'imp2',
    });
    expect(lab.state.nodes.map((it) => [it.reloginLowerMs, it.reloginUpperMs])).toEqual([
      [120_000, 537_000],
      [1_000, 2_000],
    ]);
  });
});
