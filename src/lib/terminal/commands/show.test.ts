import { describe, expect, it } from 'vitest';
import { Bench, PAIR } from '../../../../tests/fixtures/terminal/bench';

const ISOLATED = { steps: [{ at: 1, do: 'isolate', node: 'imp1' }] };

describe('show', () => {
  it('tells name, time, version and group of the node', async () => {
    const cluster = { ...PAIR, nodes: [...PAIR.nodes, { name: 'imp3', softwareVersion: '14.0.1' }] };
    const bench = new Bench({ cluster }, 3_725);
    expect(await bench.say('show status')).toMatch(
      /^Host Name +: imp1\nDate +: Mon Jan {2}1 01:02:05 UTC 2024\n.*\nProduct Ver +: 15\.0\.1\n.*\nSubcluster +: pair$/,
    );
    expect(await bench.sayOn('imp3', 'show status')).toMatch(/imp3[^]*14\.0\.1[^]*: none$/);
    expect(await bench.say('show version active')).toBe('Active Master Version: 14.0.1');
    expect(await bench.sayOn('imp1', 'show version active')).toBe('Active Master Version: 15.0.1');
  });

  it('lists the cluster with its publisher, and who is not reached', async () => {
    expect(await new Bench().say('show network cluster')).toBe(
      '10.0.0.1  imp1  Publisher   authenticated\n10.0.0.2  imp2  Subscriber  authenticated',
    );
    const bench = new Bench({ steps: [{ at: 1, do: 'power-off', node: 'imp2' }] }, 10);
    expect(await bench.say('show network cluster')).toMatch(/imp2 +Subscriber +not reached$/);
    expect(await new Bench(ISOLATED, 10).say('show network cluster')).toMatch(
      /imp1 .* authenticated\n.*imp2 .* not reached/,
    );
  });

  it('tells whether the node is connected', async () => {
    expect(await new Bench().say('show network eth0')).toMatch(/Status +: up[^]*Link Detected +: yes/);
    expect(await new Bench(ISOLATED, 10).say('show network eth0')).toMatch(
      /Status +: down[^]*Link Detected +: no/,
    );
    expect(await new Bench(ISOLATED, 10).sayOn('imp2', 'show network eth0')).toMatch(/Status +: up/);
  });

  it.each([
    ['show', /^Incomplete command entered/],
    ['show network', /^Incomplete command entered/],
    ['show version', /^Incomplete command entered/],
    ['show status now', /^Nothing may follow «show status», but «now» does\./],
    ['show version active now', /^Nothing may follow/],
    ['show network cluster imp1', /^Nothing may follow/],
    ['show network eth1', /^No valid command.*\nDid you mean: show network eth0/],
    ['file view activelog no-such-file', /^There is no file/],
  ])('refuses «%s»', async (line, said) => {
    expect(await new Bench().say(line)).toMatch(said);
  });
});

describe('file view activelog', () => {
  it('shows how far a check is, and only what was run on this node', async () => {
    const bench = new Bench({}, 10);
    await bench.say('utils dbreplication status');
    const line = 'file view activelog cm/trace/dbl/sdi/ReplicationStatus.2024_01_01_00_00_10.out';
    bench.port.pass(30);
    expect(await bench.say(line)).toMatch(/Checked 377 tables out of 754$/);
    bench.port.pass(30);
    expect(await bench.say(line)).toMatch(/imp1 {2}all tables match\nimp2 {2}all tables match$/);
    expect(await bench.sayOn('imp2', line)).toMatch(/^There is no file/);
  });
});
