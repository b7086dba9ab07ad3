import { describe, expect, it } from 'vitest';
import { Bench } from '../../../../tests/fixtures/terminal/bench';
import { COMMANDS } from './tree';
import { carryOut } from '../carry-out';
import { read } from '../grammar';
import { plain } from '../../../../tests/fixtures/terminal/bench';

const on = (at: number, what: string, service = 'Cisco SIP Proxy') => ({
  at,
  do: what,
  node: 'imp1',
  service,
});

describe('utils service list', () => {
  it('lists what the model knows of a node, all of it started', async () => {
    expect((await new Bench().say('utils service list')).split('\n').slice(1)).toEqual([
      'A Cisco DB[STARTED]',
      'Cisco Client Profile Agent[STARTED]',
      'Cisco Sync Agent[STARTED]',
      'Cisco XCP Router[STARTED]',
      'Cisco SIP Proxy[STARTED]',
      'Cisco Presence Engine[STARTED]',
      'Cisco Server Recovery Manager[STARTED]',
    ]);
  });

  it('tells stopped, starting and failed services apart', async () => {
    const steps = [
      on(1, 'crash-service', 'Cisco XCP Router'),
      on(1, 'stop-service'),
      on(1, 'stop-service', 'Cisco Sync Agent'),
      { at: 1, do: 'stop-srm', node: 'imp1' },
      { at: 1, do: 'stop-database', node: 'imp1' },
      on(9, 'start-service', 'Cisco Sync Agent'),
    ];
    const said = await new Bench({ steps }, 10).say('utils service list page');
    expect(said).toContain('A Cisco DB[STOPPED]  Commanded Out of Service');
    expect(said).toContain('Cisco XCP Router[NOTRUNNING]');
    expect(said).toContain('Cisco SIP Proxy[STOPPED]  Commanded Out of Service');
    expect(said).toContain('Cisco Sync Agent[STARTING]');
    expect(said).toContain('Cisco Server Recovery Manager[STOPPED]  Commanded Out of Service');
  });

  it('is of the node on which it is asked, and takes no other word', async () => {
    const bench = new Bench({ steps: [on(1, 'stop-service')] }, 10);
    expect(await bench.sayOn('imp2', 'utils service list')).not.toContain('STOPPED');
    expect(await bench.say('utils service list imp1')).toMatch(/^No valid command entered: «imp1»/);
  });
});

describe('utils service start, stop and restart', () => {
  it('act on the engine and answer with the line of the service as it then is', async () => {
    const bench = new Bench({}, 10);
    expect(await bench.say('utils service stop Cisco SIP Proxy')).toBe(
      'Cisco SIP Proxy[STOPPED]  Commanded Out of Service',
    );
    expect(await bench.say('utils service start "cisco sip proxy"')).toBe('Cisco SIP Proxy[STARTING]');
    bench.port.pass(20);
    expect(await bench.say('utils service start Cisco SIP Proxy')).toBe('Cisco SIP Proxy[STARTED]');
    expect(await bench.say('utils service restart Cisco SIP Proxy')).toBe(
      'Cisco SIP Proxy[STOPPED]  Commanded Out of Service\nCisco SIP Proxy[STARTING]',
    );
  });

  it('show that a broken service does not start', async () => {
    const bench = new Bench({ steps: [on(1, 'break-service')] }, 10);
    expect(await bench.say('utils service start Cisco SIP Proxy')).toBe('Cisco SIP Proxy[STARTING]');
    bench.port.pass(20);
    expect(await bench.say('utils service list')).toContain('Cisco SIP Proxy[NOTRUNNING]');
  });

  it('know the recovery manager and the database as well', async () => {
    const bench = new Bench({}, 10);
    expect(await bench.say('utils service stop Cisco Server Recovery Manager')).toBe(
      'Cisco Server Recovery Manager[STOPPING]',
    );
    bench.port.pass(5);
    expect(await bench.say('utils service start Cisco Server Recovery Manager')).toBe(
      'Cisco Server Recovery Manager[STARTING]',
    );
    bench.port.pass(10);
    expect(await bench.say('utils service restart Cisco Server Recovery Manager')).toBe(
      'Cisco Server Recovery Manager[STOPPING]',
    );
    expect(await bench.say('utils service stop A Cisco DB')).toBe(
      'A Cisco DB[STOPPED]  Commanded Out of Service',
    );
    expect(bench.port.view.nodes[0]).toMatchObject({ database: 'down', healthy: false });
    expect(await bench.say('utils service restart A Cisco DB')).toMatch(/STOPPED.*\nA Cisco DB\[STARTED\]$/);
    expect(bench.port.view.nodes[0]).toMatchObject({ database: 'up', healthy: true });
  });

  it.each(['start', 'stop', 'restart'])('%s: the nearest service is suggested for a slip', async (verb) => {
    expect(await new Bench().say(`utils service ${verb} Cisco XPC Router`)).toBe(
      `There is no service «Cisco XPC Router».\nDid you mean: utils service ${verb} Cisco XCP Router`,
    );
  });

  it.each([
    ['start', 'started'],
    ['stop', 'stopped'],
    ['restart', 'restarted'],
  ])('%s says why not when the node went down meanwhile', async (verb, done) => {
    const bench = new Bench({ steps: [{ at: 11, do: 'shutdown', node: 'imp1' }] }, 10);
    const reading = read(COMMANDS, `utils service ${verb} Cisco SIP Proxy`, bench.place);
    if (reading.kind !== 'command') throw new Error('cannot be read');
    const answer = reading.command.answer(bench.place, reading.argument);
    bench.port.pass(2);
    const { printed, isDone } = await carryOut(answer, bench.port);
    expect(plain(printed)).toBe(`Cisco SIP Proxy cannot be ${done}: The platform of imp1 is shutting down.`);
    expect(isDone).toBe(false);
  });
});
