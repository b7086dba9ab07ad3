import fc from 'fast-check';
import { describe, expect, expectTypeOf, it } from 'vitest';
import type { Step } from '../../model/step';
import { LIMITS } from './limits';
import {
  checkScenario,
  checkStep,
  formatFault,
  parseScenarioText,
  scenarioToJson,
  timedStepToJson,
} from './schema';
import type { Scenario } from './types';

const HEAD = { format: 'presence-redundancy-scenario', version: 1 };
const PAIR = { nodes: [{ name: 'imp1' }, { name: 'imp2' }] };

/** The scenario of a file that must be well-formed. */
function accepted(file: object): Scenario {
  const checked = checkScenario({ ...HEAD, cluster: PAIR, ...file });
  if (!checked.ok) throw new Error(checked.faults.map(formatFault).join('\n'));
  return checked.scenario;
}

/** The faults of a file that must not be, as lines. */
function faultsOf(file: unknown): string[] {
  const checked = checkScenario(file);
  return checked.ok ? [] : checked.faults.map(formatFault);
}

describe('defaults of a scenario file', () => {
  it('are a group of the first two nodes with high availability, no users, seed 1 and the guide’s parameters', () => {
    expect(accepted({})).toEqual({
      title: '',
      description: '',
      seed: 1,
      nodes: ['imp1', 'imp2'].map((name) => ({
        name,
        clientReloginLowerLimitMs: 120_000,
        clientReloginUpperLimitMs: 537_000,
        softwareVersion: '15.0.1',
        databasePublisher: 'imp1',
        replication: 2,
      })),
      groups: [
        { name: 'DefaultCUPSubCluster', description: '', nodes: ['imp1', 'imp2'], highAvailability: true },
      ],
      users: 0,
      multipleDeviceMessaging: false,
      linkLatencyMs: 20,
      linkLoss: 0,
      parameters: {
        servicePort: 22001,
        adminRpcPort: 20075,
        criticalServiceDelay: 90,
        automaticFallback: false,
        initializationKeepAliveTimeout: 120,
        keepAliveTimeout: 60,
        keepAliveInterval: 15,
        userAssignmentMode: 'balanced',
      },
      durations: {
        stopServices: 5,
        startServices: 15,
        moveUsers: 10,
        srmStop: 1,
        srmStart: 5,
        shutdown: 20,
        boot: 120,
      },
      start: 'normal',
      steps: [],
      untilMs: 0,
      expect: [],
    });
  });

  it('leave high availability off with one node', () => {
    const [group] = accepted({ cluster: { nodes: [{ name: 'only' }] } }).groups;
    expect(group).toMatchObject({ nodes: ['only'], highAvailability: false });
  });

  it('leave further nodes in no group', () => {
    const nodes = ['a', 'b', 'c'].map((name) => ({ name }));
    expect(accepted({ cluster: { nodes } }).groups.map((group) => group.nodes)).toEqual([['a', 'b']]);
  });

  it('leave high availability of a listed group off', () => {
    const groups = [{ name: 'west', nodes: ['imp1', 'imp2'] }];
    expect(accepted({ cluster: { ...PAIR, groups } }).groups[0]?.highAvailability).toBe(false);
  });

  it('take no groups for an answer', () => {
    expect(accepted({ cluster: { ...PAIR, groups: [] } }).groups).toEqual([]);
  });

  it.each([
    ['0 with nothing to do', {}, 0],
    ['the last step', { steps: [{ at: 3, do: 'failover', node: 'imp1' }] }, 3_000],
    ['the last expectation', { expect: [{ at: 9 }, { at: 4.5 }] }, 9_000],
    ['what the file says', { until: 2, steps: [{ at: 3, do: 'failover', node: 'imp1' }] }, 2_000],
  ])('end the run at %s', (_, file, untilMs) => {
    expect(accepted(file).untilMs).toBe(untilMs);
  });

  it('give re-login limits of the parameters to every node that has none of its own', () => {
    const nodes = [{ name: 'a', clientReloginLowerLimit: 5 }, { name: 'b' }];
    const parameters = { clientReloginLowerLimit: 1, clientReloginUpperLimit: 10.5 };
    const scenario = accepted({ cluster: { nodes }, parameters });
    expect(scenario.nodes.map((node) => node.clientReloginLowerLimitMs)).toEqual([5_000, 1_000]);
    expect(scenario.nodes.map((node) => node.clientReloginUpperLimitMs)).toEqual([10_500, 10_500]);
    expect(scenario.parameters).not.toHaveProperty('clientReloginLowerLimit');
  });
});

describe('times of a scenario file', () => {
  it('are kept to the millisecond, whatever their binary fraction', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: LIMITS.seconds * 1000 }), (ms) => {
        const seconds = Number(`${Math.floor(ms / 1000)}.${String(ms % 1000).padStart(3, '0')}`);
        expect(accepted({ until: seconds }).untilMs).toBe(ms);
      }),
    );
  });

  it.each([0.0001, 1.00001, 0.1 + 0.2 + 1e-9, 1e-300])(
    'of %d s are refused: that is between two milliseconds',
    (until) => {
      expect(faultsOf({ ...HEAD, cluster: PAIR, until })).toHaveLength(1);
    },
  );

  it.each([Number.NaN, Infinity, -Infinity])('are never %d', (until) => {
    expect(faultsOf({ ...HEAD, cluster: PAIR, until })[0]).toMatch(/^until: must be/);
  });

  it('know one zero', () => {
    const scenario = accepted({ until: -0, seed: -0, steps: [{ at: -0, do: 'failover', node: 'imp1' }] });
    expect([scenario.untilMs, scenario.seed, scenario.steps[0]?.atMs]).toEqual([0, 0, 0]);
    expect(Object.is(scenario.untilMs, -0) || Object.is(scenario.seed, -0)).toBe(false);
  });
});

describe('references of a scenario file', () => {
  it('may name a group that a step adds or renames, and a user that a step adds, even earlier', () => {
    const groups = [{ name: 'west', nodes: ['imp1', 'imp2'] }];
    const steps = [
      { at: 0, do: 'delete-group', group: 'east' },
      { at: 1, do: 'log-in', user: 'anna' },
      { at: 2, do: 'edit-group', group: 'west', newName: 'east' },
      { at: 3, do: 'add-group', group: 'north', nodes: ['imp1'] },
      { at: 4, do: 'enable-ha', group: 'north' },
      { at: 5, do: 'add-user', user: 'anna' },
    ];
    expect(accepted({ cluster: { ...PAIR, groups }, steps }).steps).toHaveLength(6);
  });

  it('leave to the run what is only refused: values out of bounds, high availability with one node, a taken name', () => {
    const steps = [
      { at: 0, do: 'set-parameter', parameter: 'keepAliveInterval', value: 0 },
      { at: 0, do: 'set-parameter', parameter: 'servicePort', value: -1 },
      { at: 0, do: 'set-parameters', values: { keepAliveTimeout: -5, criticalServiceDelay: 0.5 } },
      { at: 0, do: 'add-group', group: 'DefaultCUPSubCluster', nodes: ['imp1'], highAvailability: true },
      { at: 0, do: 'add-user', user: 'user1' },
    ];
    expect(accepted({ cluster: { ...PAIR, users: 1 }, steps }).steps).toHaveLength(5);
  });
});

describe('files of unknown origin', () => {
  it('are looked into only as far as their limits', () => {
    const steps = Array.from({ length: LIMITS.steps + 1 }, () => 'x');
    expect(faultsOf({ ...HEAD, cluster: PAIR, steps })).toEqual([
      `steps: must have at most ${LIMITS.steps} entries, not a list of ${LIMITS.steps + 1}`,
    ]);
  });

  it('have their first hundred faults listed and the rest counted', () => {
    const steps = Array.from({ length: 500 }, () => ({ at: 1, do: 'explode' }));
    const faults = faultsOf({ ...HEAD, cluster: PAIR, steps });
    expect(faults).toHaveLength(101);
    expect(faults.at(-1)).toBe('(file): has 400 more faults');
  });

  it('may be anything at all without an exception', () => {
    fc.assert(
      fc.property(fc.anything({ withNullPrototype: true, withBigInt: true, withMap: true }), (json) => {
        expect(checkScenario(json).ok).toBe(false);
        expect(checkStep(json).ok).toBe(false);
      }),
    );
  });

  it('may have anything in any field without an exception', () => {
    const field = fc.constantFrom(
      'cluster',
      'parameters',
      'durations',
      'steps',
      'expect',
      'until',
      'start',
      'seed',
    );
    fc.assert(
      fc.property(field, fc.jsonValue(), (name, value) => {
        const checked = checkScenario({ ...HEAD, cluster: PAIR, [name]: value });
        if (!checked.ok) for (const { path } of checked.faults) expect(path.startsWith(name)).toBe(true);
      }),
    );
  });

  it('do not reach the prototype of anything', () => {
    checkScenario(JSON.parse('{"__proto__":{"polluted":1},"cluster":{"__proto__":{"polluted":1}}}'));
    expect(({} as { polluted?: number }).polluted).toBeUndefined();
  });
});

describe('the text of a file', () => {
  it.each([
    ['a byte order mark before it', '\ufeff'],
    ['space around it', ' \r\n\t'],
  ])('may have %s', (_, before) => {
    expect(parseScenarioText(`${before}${JSON.stringify({ ...HEAD, cluster: PAIR })}\n`).ok).toBe(true);
  });

  it.each([
    ['{"a": 1 "b": 2}', 'line 1, column 9'],
    ['{"a": 1,}', 'line 1, column 9'],
    ['[1, 2', 'line 1, column 6'],
    ['{\n"a": "x\ny"}', 'line 2, column 8'],
    ['{"a": "x\\q"}', 'line 1, column 9'],
    ['{"a": "x', 'line 1, column 7'],
    ['{"a": 01}', 'line 1, column 8'],
    ['{"a": 1} x', 'line 1, column 10'],
    ['{"a" 1}', 'line 1, column 6'],
    ['{a: 1}', 'line 1, column 2'],
    ['[1}', 'line 1, column 3'],
    ['{"a":\r\n  +1}', 'line 2, column 3'],
    ['nul', 'line 1, column 1'],
  ])('%j is told to go wrong at %s', (text, path) => {
    const checked = parseScenarioText(text);
    expect(checked.ok ? [] : checked.faults).toEqual([
      { path, what: expect.stringContaining('is not JSON') as string },
    ]);
  });

  it('has a place for the fault of every text that is not JSON, and only for those', () => {
    const text = fc.oneof(
      fc.string({ unit: fc.constantFrom(...'{}[]",:0123456789eE+-.truefalsn \n\\u') }),
      fc.json().chain((json) => fc.nat(json.length).map((cut) => json.slice(0, cut))),
    );
    fc.assert(
      fc.property(text, (input) => {
        const checked = parseScenarioText(input);
        const fault = checked.ok ? null : checked.faults[0];
        expect(isJson(input)).toBe(!/^line \d+, column \d+$/.test(fault?.path ?? ''));
      }),
      { numRuns: 2_000 },
    );
  });

  it('is told to go wrong at its place however deep it is nested', () => {
    const checked = parseScenarioText('['.repeat(1_000_000));
    expect(checked.ok ? [] : checked.faults[0]?.path).toBe('line 1, column 1000001');
  });

  it('is refused, at the bracket that goes too deep, where it is nested deeper than any scenario', () => {
    const nested = (levels: number) =>
      `{"format": "[[{{",\n"steps": ${'['.repeat(levels - 1)}${']'.repeat(levels - 1)}}`;
    for (const levels of [33, 20_000, 1_000_000]) {
      const checked = parseScenarioText(nested(levels));
      expect(checked.ok ? [] : checked.faults).toEqual([
        {
          path: 'line 2, column 41',
          what: 'is nested deeper than 32 levels: a number, a text, true, false or null must stand here',
        },
      ]);
    }
    const checked = parseScenarioText(nested(32));
    expect(checked.ok ? '' : checked.faults[0]?.path).not.toMatch(/^line/);
  });

  it('may be too long', () => {
    expect(parseScenarioText(' '.repeat(LIMITS.fileCharacters + 1))).toMatchObject({ ok: false });
  });
});

function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}

describe('one step by itself', () => {
  it('is typed as the engine’s steps are', () => {
    const checked = checkStep({ do: 'failover', node: 'imp1' });
    if (checked.ok) expectTypeOf(checked.step).toEqualTypeOf<Step>();
    expect(checked).toEqual({ ok: true, step: { do: 'failover', node: 'imp1' }, via: null });
  });

  it('says where it was done', () => {
    const checked = checkStep({ do: 'recover', group: 'any', via: 'terminal' });
    expect(checked).toEqual({ ok: true, step: { do: 'recover', group: 'any' }, via: 'terminal' });
  });

  it.each([
    [{ do: 'failover', node: 'imp1', at: 3 }, 'at'],
    [{ do: 'failover' }, 'node'],
    [{ do: 'explode' }, 'do'],
    [{ do: 'set-link', group: 'a' }, 'latencyMs'],
    [{ do: 'set-parameters', values: { clientReloginLowerLimit: 1 } }, 'node'],
    [{ do: 'add-group', group: 'a', nodes: ['x', 'x'] }, 'nodes[1]'],
    [{ do: 'edit-group', group: 'a', nodes: ['x', 'x'] }, 'nodes[1]'],
    [null, ''],
  ])('%j is refused for its field %j', (step, path) => {
    const checked = checkStep(step);
    expect(checked.ok ? [] : checked.faults.map((fault) => fault.path)).toEqual([path]);
  });
});

describe('writing a scenario as a file', () => {
  it('leaves out what would be filled in again', () => {
    expect(scenarioToJson(accepted({}))).toEqual({ ...HEAD, cluster: PAIR });
  });

  it('leaves out the end of the run only where it is that of the last step or expectation', () => {
    const steps = [{ at: 3, do: 'failover', node: 'imp1' }];
    expect(scenarioToJson(accepted({ steps }))).not.toHaveProperty('until');
    expect(scenarioToJson(accepted({ steps, until: 1 }))).toHaveProperty('until', 1);
  });

  it('keeps everything that differs from the defaults', () => {
    const file = {
      ...HEAD,
      title: 'All of it',
      description: 'Every field',
      seed: 7,
      cluster: {
        nodes: [
          {
            name: 'imp1',
            clientReloginLowerLimit: 1.5,
            clientReloginUpperLimit: 2,
            softwareVersion: '14',
            replication: 0,
          },
          { name: 'imp2', softwareVersion: '14' },
          { name: 'imp3', databasePublisher: 'imp3' },
        ],
        groups: [
          { name: 'west', nodes: ['imp1', 'imp2'], description: 'the first', highAvailability: true },
          { name: 'east', nodes: ['imp3'] },
        ],
        users: 5,
        multipleDeviceMessaging: true,
        linkLatencyMs: 40,
        linkLoss: 0.25,
      },
      parameters: { automaticFallback: true, keepAliveInterval: 10.001, userAssignmentMode: 'none' },
      durations: { boot: 0, moveUsers: 1.25 },
      start: 'cold',
      steps: [
        { at: 0.001, do: 'power-on', node: 'imp1', via: 'mouse' },
        { at: 0.001, do: 'set-parameters', values: { keepAliveTimeout: 61 } },
      ],
      until: 11,
      expect: [
        { at: 10, row: { west: null, east: null }, nodes: { imp1: { state: 'unreachable', reason: null } } },
        { at: 5, splitBrain: { west: false } },
      ],
    };
    const checked = checkScenario(file);
    if (!checked.ok) throw new Error(checked.faults.map(formatFault).join('\n'));
    expect(scenarioToJson(checked.scenario)).toEqual(file);
    expect(checked.scenario.steps.map(timedStepToJson)).toEqual(file.steps);
  });
});
