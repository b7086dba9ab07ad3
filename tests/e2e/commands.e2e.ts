/** Every command of the terminal, in four states of a cluster: done where it can be, refused with the reason where not. */
import { pagePaths } from './built-site';
import { expect, test } from './terminal-page';

const GROUP = 'DefaultCUPSubCluster';
const ROUTER = 'Cisco XCP Router';

const PAIR = { nodes: [{ name: 'imp1' }, { name: 'imp2' }], users: 4 };
/** Both routers down, one after the other: nobody serves any more. One database lies beside the other. */
const FAILED: readonly object[] = [
  { at: 5, do: 'stop-service', node: 'imp1', service: ROUTER },
  { at: 130, do: 'stop-service', node: 'imp2', service: ROUTER },
  { at: 240, do: 'set-replication', node: 'imp2', value: 3 },
];

/** A line, and what is printed for it. */
type Exchange = readonly [line: string, answer: string | RegExp];

/** A cluster at an instant, and what is typed on imp1 while time stands still there, in this order. */
interface Situation {
  readonly what: string;
  readonly cluster?: object;
  readonly steps?: readonly object[];
  readonly second: number;
  readonly exchanges: readonly Exchange[];
}

const unknown: readonly Exchange[] = [
  ['utils ha status nowhere', 'There is no presence redundancy group «nowhere».'],
  ['utils ha failover nowhere', 'There is no node «nowhere».'],
  ['utils service start Cisco Nothing', 'There is no service «Cisco Nothing».'],
  ['utils ha stauts', 'Did you mean: utils ha status'],
  ['utils ha', 'Incomplete command entered'],
  ['help utils ha status', 'Shows the state of the nodes'],
];

const SITUATIONS: readonly Situation[] = [
  {
    what: 'a healthy pair',
    second: 10,
    exchanges: [
      ...unknown,
      ['utils ha status', /imp1 State: Normal\s*Node 2 Name : imp2 State: Normal\s*(Lab:|$)/],
      [`utils ha status ${GROUP}`, `Subcluster Name: ${GROUP}`],
      ['utils dbreplication runtimestate', /No replication status command[^]*imp1 .*\(2\)[^]*imp2 .*\(2\)/],
      ['utils dbreplication status', /now running in background[^]*2024_01_01_00_00_10\.out/],
      ['utils dbreplication runtimestate imp2', /Checked 0 tables out of 754[^]*imp2 .*\(2\)/],
      ['utils dbreplication status all', 'A replication status check is already running on this node.'],
      [
        'file view activelog cm/trace/dbl/sdi/ReplicationStatus.2024_01_01_00_00_10.out',
        'Checked 0 tables out of 754',
      ],
      ['utils dbreplication repair imp2', /imp2: not done\. .* imp2 has the value 2/],
      ['utils service list', 'Cisco SIP Proxy[STARTED]'],
      ['utils service stop cisco sip proxy', 'Cisco SIP Proxy[STOPPED] Commanded Out of Service'],
      ['utils service start Cisco SIP Proxy', 'Cisco SIP Proxy[STARTING]'],
      ['utils service restart Cisco Sync Agent', /Sync Agent\[STOPPED\][^]*Sync Agent\[STARTING\]/],
      ['utils service list', /Sync Agent\[STARTING\][^]*SIP Proxy\[STARTING\]/],
      ['utils dbreplication stop imp2', 'Replication set-up has been stopped on imp2.'],
      ['utils dbreplication reset imp2', 'Replication reset has been started for imp2.'],
      ['utils dbreplication runtimestate imp2', /imp2 .*\(0\) Setup in Progress/],
      ['show status', /Host Name\s*: imp1/],
      ['show network cluster', /imp2\s+Subscriber\s+authenticated/],
      ['utils ha fallback imp1', /Request FAILED\.\s*Reason: .* imp1 is Normal\./],
      ['show version active now', 'Nothing may follow «show version active»'],
      ['show network eth0 now', 'Nothing may follow «show network eth0»'],
      [`utils ha recover ${GROUP}`, /Request FAILED\.\s*Reason: .* imp1 is Normal\./],
      ['utils ha failover imp1', /Node > imp1\s*Request SUCCESSFUL\.[^]*imp1 State: Failing Over/],
      ['utils system restart', /^admin:utils system restart/],
      ['no', 'Restart canceled.'],
      ['utils system shutdown', /^admin:utils system shutdown/],
      ['no', 'Shutdown canceled.'],
    ],
  },
  {
    what: 'a pair that was failed over by hand',
    steps: [{ at: 5, do: 'failover', node: 'imp1' }],
    second: 60,
    exchanges: [
      ['utils ha status', /imp1 State: Idle Reason: On Admin Request[^]*imp2 State: Running in Backup Mode/],
      ['utils service list', `${ROUTER}[STOPPED]`],
      ['utils ha failover imp1', /Request FAILED\.\s*Reason: .* imp1 is Idle\./],
      [`utils ha recover ${GROUP}`, /Request FAILED\.\s*Reason: .* imp1 is Idle\./],
      ['utils ha fallback imp1', /Node > imp1\s*Request SUCCESSFUL\.[^]*imp1 State: Taking Back/],
      ['show network eth0', /Status\s*: up/],
      ['show version active', 'Active Master Version: 15.0.1'],
      ['show network cluster now', 'Nothing may follow «show network cluster»'],
      ['file view activelog nowhere', 'There is no file'],
      ['utils system restart', /^admin:utils system restart/],
      ['perhaps', 'Enter yes or no.'],
      ['yes', /Appliance is being Restarted \.\.\.[^]*The session has ended\./],
    ],
  },
  {
    what: 'a pair in failed mode, one database beside the other',
    steps: FAILED,
    second: 300,
    exchanges: [
      ['utils ha status', /imp1 State: Running in Failed Mode Reason: Critical Service Down/],
      ['utils dbreplication runtimestate', /imp1 .*\(2\)[^]*imp2 .*\(3\) Mismatched Tables/],
      ['utils dbreplication status node imp2', 'now running in background'],
      ['utils dbreplication status replicate', 'already running on this node'],
      [
        'file view activelog cm/trace/dbl/sdi/ReplicationStatus.2024_01_01_00_05_00.out',
        'Checked 0 tables out of 754',
      ],
      ['show version active', 'Active Master Version: 15.0.1'],
      ['show network eth0', /Link Detected\s*: yes/],
      ['utils dbreplication repair imp2', 'Replication repair has been started for imp2.'],
      ['utils dbreplication stop', 'Replication set-up has been stopped on imp1.'],
      ['utils dbreplication reset all', /started for imp1\.[^]*started for imp2\./],
      ['utils service list', `${ROUTER}[STOPPED] Commanded Out of Service`],
      [`utils service start ${ROUTER}`, `${ROUTER}[STARTING]`],
      [`utils service stop ${ROUTER}`, `${ROUTER}[STOPPED]`],
      [`utils service restart ${ROUTER}`, `${ROUTER}[STARTING]`],
      ['show network cluster', /imp2\s+Subscriber\s+authenticated/],
      ['show status now', 'Nothing may follow «show status»'],
      ['utils ha failover imp2', /Request FAILED\.\s*Reason: .* Running in Failed Mode\./],
      ['utils ha fallback imp2', /Request FAILED\.\s*Reason: .* Running in Failed Mode\./],
      ['utils system restart now', 'Nothing may follow «utils system restart»'],
      ['utils system restart', /^admin:utils system restart/],
      ['no', 'Restart canceled.'],
      ['utils system shutdown', /^admin:utils system shutdown/],
      ['no', 'Shutdown canceled.'],
    ],
  },
  {
    what: 'a node alone, its database down, high availability off',
    cluster: { groups: [{ name: GROUP, nodes: ['imp1', 'imp2'] }] },
    steps: [
      { at: 5, do: 'power-off', node: 'imp2' },
      { at: 6, do: 'stop-database', node: 'imp1' },
    ],
    second: 60,
    exchanges: [
      ['utils ha status', /High Availability Not Enabled[^]*imp2 State: Unreachable/],
      ['utils dbreplication runtimestate', 'The database of imp1 does not run'],
      ['utils dbreplication status', 'The database of imp1 does not run'],
      ['utils dbreplication stop', 'imp1: not done. The database of imp1 is down.'],
      ['utils dbreplication repair imp2', 'imp2: not done. It cannot be reached from imp1.'],
      ['utils dbreplication reset all', /imp2: not done\.[^]*imp1: not done\./],
      ['utils ha failover imp1', /Request FAILED\.\s*Reason: High availability is off/],
      ['utils ha fallback imp1', /Request FAILED\.\s*Reason: High availability is off/],
      [`utils ha recover ${GROUP}`, /Request FAILED\.\s*Reason: High availability is off/],
      ['show network cluster', /imp2\s+Subscriber\s+not reached/],
      ['show network eth1', 'Did you mean: show network eth0'],
      ['show network eth0', /Status\s*: up/],
      ['show status', /Subcluster\s*: DefaultCUPSubCluster/],
      ['show version', 'Incomplete command entered'],
      ['utils service list', 'A Cisco DB[STOPPED] Commanded Out of Service'],
      ['utils service stop Cisco Sync Agent', 'Cisco Sync Agent[STOPPED]'],
      ['utils service restart Cisco Sync Agent', 'Cisco Sync Agent[STARTING]'],
      ['utils service start A Cisco DB', 'A Cisco DB[STARTED]'],
      ['utils dbreplication runtimestate', /imp2 .*Off-Line/],
      ['utils system shutdown', /^admin:utils system shutdown/],
      ['yes', /Appliance is being Powered - Off \.\.\.[^]*The session has ended\./],
    ],
  },
];

/** Two pages with two situations each: a page takes longer to open than ten commands to type. */
for (const shared of [SITUATIONS.slice(0, 2), SITUATIONS.slice(2)])
  test(
    `every command answers from the cluster as it is: ${shared.map(({ what }) => what).join('; ')}`,
    { tag: '@once' },
    async ({ lab, terminal }) => {
      test.slow();
      await terminal.open();
      for (const { what, cluster, steps = [], second, exchanges } of shared)
        await test.step(what, async () => {
          await lab.main.getByRole('heading', { level: 1 }).click();
          await lab.paste({
            format: 'presence-redundancy-scenario',
            version: 1,
            title: what,
            cluster: { ...PAIR, ...cluster },
            steps,
            until: second,
          });
          await expect(lab.title()).toHaveText(what);
          await lab.goTo(second);
          await terminal.logIn('imp1');
          for (const [line, answer] of exchanges) await terminal.ask(line, answer);
        });
    },
  );

test(
  'a recovery waits for the services as time runs, and gives the prompt back when they are up',
  { tag: '@once' },
  async ({ lab, terminal }) => {
    await terminal.open();
    await lab.paste({
      format: 'presence-redundancy-scenario',
      version: 1,
      title: 'Failed',
      cluster: PAIR,
      steps: FAILED,
      until: 300,
    });
    await expect(lab.title()).toHaveText('Failed');
    await lab.goTo(300);
    await terminal.logIn('imp1');
    await terminal.ask(`utils ha recover ${GROUP}`, /^admin:utils ha recover/);
    await expect(terminal.region).toContainText('Time stands still.');
    await lab.setSpeed('100 ×');
    await terminal.region.getByRole('button', { name: 'Let time run' }).click();
    await expect(terminal.output).toContainText(
      /Stopping services\.\.\. Stopped\s*Starting services\.\.\. Started/,
    );
    await expect(terminal.line('Command for imp1')).toBeVisible();
  },
);

test(
  'every command that the reference explains is typed in three states of a cluster',
  { tag: '@once' },
  () => {
    const commands = pagePaths().flatMap((path) => /^reference\/commands\/(.+)\/$/.exec(path)?.[1] ?? []);
    const slugOf = (line: string) => line.toLowerCase().replaceAll(' ', '-');
    const seldom = commands.filter(
      (slug) =>
        SITUATIONS.filter(({ exchanges }) => exchanges.some(([line]) => slugOf(line).startsWith(slug)))
          .length < 3,
    );
    expect(commands.length).toBeGreaterThan(10);
    expect(seldom).toEqual([]);
  },
);
