import { describe, expect, it } from 'vitest';
import { Bench, PAIR } from '../../../../tests/fixtures/terminal/bench';

const bad = (value: number) => ({ at: 1, do: 'set-replication', node: 'imp2', value });
const rowOf = (said: string, node: string) => said.split('\n').find((line) => line.startsWith(`${node} `));

describe('utils dbreplication runtimestate', () => {
  it('shows a good cluster in the shape of the real one', async () => {
    expect(await new Bench({}, 133).say('utils dbreplication runtimestate')).toBe(
      [
        'Server Time: Mon Jan  1 00:02:13 UTC 2024',
        '',
        'Cluster Replication State: No replication status command has been run',
        '',
        'DB Version: ccm15_0_1',
        '',
        'Repltimeout set to: 300s',
        'PROCESS option set to: 1',
        '',
        'Cluster Detailed View from imp1 (2 Servers):',
        '',
        '                         PING    DB/RPC/  REPL.  Replication  REPLICATION SETUP',
        'SERVER-NAME  IP ADDRESS  (msec)  DbMon?   QUEUE  Group ID     (RTMT) & Details',
        '-----------  ----------  ------  -------  -----  -----------  ------------------',
        'imp1         10.0.0.1    0.045   Y/Y/Y    0      (g_2)        (2) Setup Completed',
        'imp2         10.0.0.2    40.000  Y/Y/Y    0      (g_3)        (2) Setup Completed',
      ].join('\n'),
    );
  });

  it.each([
    [0, '(0) Not Started'],
    [1, '(1) Number of Replicates Incorrect'],
    [3, '(3) Mismatched Tables'],
    [4, '(4) Setup Failed'],
  ])('shows the replication value %d with its meaning', async (value, shown) => {
    const said = await new Bench({ steps: [bad(value)] }, 10).say('utils dbreplication runtimestate');
    expect(rowOf(said, 'imp1')).toContain('(2) Setup Completed');
    expect(rowOf(said, 'imp2')).toContain(shown);
  });

  it('shows one node alone when it is named', async () => {
    const said = await new Bench({ steps: [bad(3)] }, 10).say('utils dbreplication runtimestate imp2');
    expect(rowOf(said, 'imp1')).toBeUndefined();
    expect(rowOf(said, 'imp2')).toContain('(3)');
  });

  it('tells an unreachable node and a database that does not run', async () => {
    const off = await new Bench({ steps: [{ at: 1, do: 'power-off', node: 'imp2' }] }, 10).say(
      'utils dbreplication runtimestate',
    );
    expect(rowOf(off, 'imp2')).toMatch(/-\s+N\/N\/N\s+-\s+\(g_3\)\s+Off-Line/);
    const down = await new Bench({ steps: [{ at: 1, do: 'stop-database', node: 'imp2' }] }, 10).say(
      'utils dbreplication runtimestate',
    );
    expect(rowOf(down, 'imp2')).toMatch(/N\/Y\/N.*Off-Line/);
    const cut = await new Bench({ steps: [{ at: 1, do: 'cut-link', group: 'pair' }] }, 10).say(
      'utils dbreplication runtimestate',
    );
    expect(rowOf(cut, 'imp2')).toMatch(/N\/N\/N/);
  });

  it('is refused on a node whose database does not run, and for a node that is not there', async () => {
    const bench = new Bench({ steps: [{ at: 1, do: 'stop-database', node: 'imp1' }] }, 10);
    expect(await bench.say('utils dbreplication runtimestate')).toMatch(/^The database of imp1 does not run/);
    expect(await bench.say('utils dbreplication runtimestate imp3')).toMatch(
      /^There is no node «imp3»\.\nDid you mean/,
    );
  });
});

describe('utils dbreplication status', () => {
  it('runs in the background, in model time, and finds nothing wrong in a good cluster', async () => {
    const bench = new Bench({}, 60);
    const said = await bench.say('utils dbreplication status');
    expect(said).toContain('now running in background');
    expect(said).toContain('cm/trace/dbl/sdi/ReplicationStatus.2024_01_01_00_01_00.out');
    bench.port.pass(30);
    const half = await bench.say('utils dbreplication runtimestate');
    expect(half).toMatch(
      /started at: 2024-01-01-00-01\n.*PROGRESS\. Checked 377 tables out of 754\n.*Last Completed Table: \w+/,
    );
    expect(half).not.toMatch(/mismatch/i);
    bench.port.pass(30);
    const through = await bench.say('utils dbreplication runtimestate');
    expect(through).toMatch(
      /COMPLETED\. Checked 754 tables out of 754\n.*\n {5}No Errors or Mismatches found\./,
    );
  });

  it('finds mismatches, names the file, and keeps its result until it is run again', async () => {
    const bench = new Bench({ steps: [bad(3)] }, 10);
    await bench.say('utils dbreplication status all');
    bench.port.pass(61);
    const said = await bench.say('utils dbreplication runtimestate');
    const [, file = ''] =
      /Errors or Mismatches Were Found!!!\n\s+Use 'file view activelog (.*)' to see/.exec(said) ?? [];
    expect(await bench.say(`file view activelog ${file}`)).toMatch(
      /imp1 {2}all tables match\nimp2 {2}tables do not match \(value 3\)/,
    );
    expect(await bench.say('utils dbreplication repair imp2')).toMatch(/repair has been started for imp2/);
    bench.port.pass(61);
    expect(rowOf(await bench.say('utils dbreplication runtimestate'), 'imp2')).toContain('(2)');
    expect(await bench.say('utils dbreplication runtimestate')).toMatch(/Mismatches Were Found/);
    await bench.say('utils dbreplication status');
    bench.port.pass(61);
    expect(await bench.say('utils dbreplication runtimestate')).toMatch(/No Errors or Mismatches found/);
  });

  it('counts a node that cannot be asked as an error', async () => {
    const bench = new Bench({ steps: [{ at: 1, do: 'power-off', node: 'imp2' }] }, 10);
    await bench.say('utils dbreplication status replicate');
    bench.port.pass(61);
    expect(await bench.say('utils dbreplication runtimestate')).toMatch(/Mismatches Were Found/);
    expect(
      await bench.say('file view activelog cm/trace/dbl/sdi/ReplicationStatus.2024_01_01_00_00_10.out'),
    ).toMatch(/imp2 {2}could not be asked/);
  });

  it('can be of one node, which leaves the others out', async () => {
    const bench = new Bench({ steps: [bad(3)] }, 10);
    await bench.say('utils dbreplication status node imp1');
    bench.port.pass(61);
    expect(await bench.say('utils dbreplication runtimestate')).toMatch(/No Errors or Mismatches found/);
  });

  it('says on a subscriber where it is meant to be run', async () => {
    const bench = new Bench({}, 10);
    expect(await bench.sayOn('imp2', 'utils dbreplication runtimestate')).toMatch(
      /Only available on the PUB/,
    );
    expect(await bench.sayOn('imp2', 'utils dbreplication status')).toMatch(
      /Lab: A status check is meant .* which is imp1; this is imp2\.$/,
    );
    expect(await bench.sayOn('imp1', 'utils dbreplication status')).not.toMatch(/meant/);
  });

  it('is refused while one runs, and without the database', async () => {
    const bench = new Bench({}, 10);
    await bench.say('utils dbreplication status');
    bench.port.pass(20);
    expect(await bench.say('utils dbreplication status')).toMatch(
      /already running on this node\.\nLab: It is through in 0:40/,
    );
    await bench.say('utils service stop A Cisco DB');
    expect(await bench.say('utils dbreplication status')).toMatch(/^The database of imp1 does not run/);
  });
});

describe('utils dbreplication stop, reset and repair', () => {
  it('mend a set-up that did not succeed: stop on the subscriber, on the publisher, then reset all', async () => {
    const bench = new Bench({ steps: [bad(4)] }, 10);
    expect(await bench.sayOn('imp2', 'utils dbreplication stop')).toBe(
      'Replication set-up has been stopped on imp2.',
    );
    expect(await bench.sayOn('imp1', 'utils dbreplication stop imp1')).toBe(
      'Replication set-up has been stopped on imp1.',
    );
    expect(await bench.say('utils dbreplication reset all')).toBe(
      'Replication reset has been started for imp1.\nReplication reset has been started for imp2.',
    );
    expect(rowOf(await bench.say('utils dbreplication runtimestate'), 'imp2')).toContain(
      '(0) Setup in Progress',
    );
    bench.port.pass(121);
    expect(rowOf(await bench.say('utils dbreplication runtimestate'), 'imp2')).toContain(
      '(2) Setup Completed',
    );
  });

  it('repair is refused for a value that is no mismatch, and says so for each node', async () => {
    const bench = new Bench({ steps: [bad(3)] }, 10);
    expect(await bench.say('utils dbreplication repair all')).toMatch(
      /^imp1: not done\. A repair mends mismatched tables .*\.\nReplication repair has been started for imp2\.$/,
    );
    expect(rowOf(await bench.say('utils dbreplication runtimestate'), 'imp2')).toContain(
      '(3) Repair in Progress',
    );
    expect(await bench.say('utils dbreplication repair imp2')).toBe('imp2: A repair already runs.');
  });

  it.each(['stop', 'reset', 'repair'])(
    '%s is refused for a node whose database does not run or that is out of reach',
    async (what) => {
      const database = new Bench({ steps: [{ at: 1, do: 'stop-database', node: 'imp2' }] }, 10);
      expect(await database.say(`utils dbreplication ${what} imp2`)).toMatch(
        /^imp2: not done\. The database of imp2 is down\./,
      );
      const isolated = new Bench({ steps: [{ at: 1, do: 'isolate', node: 'imp2' }] }, 10);
      expect(await isolated.say(`utils dbreplication ${what} imp2`)).toMatch(
        /imp2: not done\. It cannot be reached from imp1\./,
      );
      expect(isolated.port.done().filter((line) => line.includes('(terminal)'))).toEqual([]);
    },
  );

  it('say on a subscriber where they are meant to be run, and want to know for which node', async () => {
    const bench = new Bench({}, 10);
    expect(await bench.sayOn('imp2', 'utils dbreplication reset imp2')).toMatch(
      /^Lab: A reset is meant to be run on .* imp1/,
    );
    expect(await bench.say('utils dbreplication reset')).toMatch(
      /^Incomplete command entered.*\n<nodename> +a node: imp1, imp2\nall/,
    );
  });

  it('keep to the nodes of one database publisher', async () => {
    const nodes = [...PAIR.nodes, { name: 'imp3', databasePublisher: 'imp3' }];
    const bench = new Bench({ cluster: { ...PAIR, nodes } }, 10);
    const said = await bench.say('utils dbreplication runtimestate');
    expect(said).toContain('(2 Servers)');
    expect(rowOf(said, 'imp3')).toBeUndefined();
  });
});
