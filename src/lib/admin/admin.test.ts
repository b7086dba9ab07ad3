import { describe, expect, it } from 'vitest';
import { ADMIN_PAGES } from '../../course/goal';
import { CRITICAL_SERVICES, Run } from '../../engine';
import {
  formatUpTime,
  RECOVERY_MANAGER,
  recoveryManagerRow,
  serviceRows,
  serviceSteps,
  SERVICES_OF_PAGE,
} from './control-center';
import { nodeActions, recoverAction, whyNot } from './group-actions';
import { pathOf, PRODUCTS, TITLES } from './places';
import { whyOutOfReach } from './reach';
import { fits, OPERATORS } from './search';
import { startPlace } from './start';

function run(steps: readonly object[] = []): Run {
  const loaded = Run.load({
    format: 'presence-redundancy-scenario',
    version: 1,
    title: 'pages',
    cluster: {
      nodes: [{ name: 'imp1' }, { name: 'imp2' }],
      groups: [{ name: 'pair', nodes: ['imp1', 'imp2'], highAvailability: true }],
      users: 4,
    },
    steps,
    until: 600,
  });
  if (!loaded.ok) throw new Error(loaded.faults.join('\n'));
  return loaded.run;
}

describe('the menus', () => {
  it('lead to every page, as the guide’s procedures go', () => {
    const paths = Object.fromEntries(
      ADMIN_PAGES.map((page) => {
        const { product, menu, item } = pathOf(page);
        return [page, `${product.name}: ${menu.label} > ${item.label}`];
      }),
    );
    const groups = 'Cisco Unified CM Administration: System > Presence Redundancy Groups';
    const services =
      'Cisco Unified IM and Presence Serviceability: Tools > Control Center - Network Services';
    expect(paths).toEqual({
      servers: 'Cisco Unified CM Administration: System > Server',
      'presence-redundancy-groups': groups,
      'presence-redundancy-group': groups,
      'enterprise-parameters': 'Cisco Unified CM Administration: System > Enterprise Parameters',
      users: 'Cisco Unified CM Administration: User Management > End User',
      'service-parameters': 'Cisco Unified CM IM and Presence Administration: System > Service Parameters',
      'control-center-network-services': services,
      'control-center-related-services': services,
    });
  });

  it('have no item that leads nowhere', () => {
    for (const { menus } of PRODUCTS)
      for (const { items } of menus) for (const { page } of items) expect(TITLES[page]).toBeTruthy();
  });
});

describe('the place to begin at', () => {
  const view = run().viewAt({ timeMs: 0 });
  it('is a page, or the first page of all', () => {
    expect(startPlace(undefined, view)).toEqual({ page: 'home', product: 'cm' });
    expect(startPlace('servers', view)).toEqual({ page: 'servers' });
  });

  it('is the first group, if a group’s window is wanted', () => {
    expect(startPlace('presence-redundancy-group', view)).toEqual({
      page: 'presence-redundancy-group',
      group: 'pair',
    });
    expect(startPlace('presence-redundancy-group', { ...view, groups: [] })).toEqual({
      page: 'presence-redundancy-group',
    });
  });
});

describe('the Control Center', () => {
  it('has each critical service on one of its two pages', () => {
    const both = Object.values(SERVICES_OF_PAGE).flat();
    expect(both).toEqual(CRITICAL_SERVICES);
    expect(SERVICES_OF_PAGE['control-center-related-services']).toEqual([
      'Cisco SIP Proxy',
      'Cisco Presence Engine',
    ]);
  });

  it('shows how services are and since when', () => {
    const on = run([
      { at: 10, do: 'stop-service', node: 'imp1', service: 'Cisco XCP Router' },
      { at: 20, do: 'crash-service', node: 'imp1', service: 'Cisco Sync Agent' },
      { at: 30, do: 'start-service', node: 'imp1', service: 'Cisco XCP Router' },
      { at: 31, do: 'restart-srm', node: 'imp1' },
    ]);
    const at = (timeMs: number) => on.viewAt({ timeMs }).nodes[0]!;
    const names = SERVICES_OF_PAGE['control-center-network-services'];
    const rows = (timeMs: number) => serviceRows(at(timeMs), names).map((row) => [row.status, row.startedMs]);
    expect(rows(5_000)).toEqual([
      ['Started', 0],
      ['Started', 0],
      ['Started', 0],
    ]);
    expect(rows(25_000).slice(1)).toEqual([
      ['Not Running', null],
      ['Stopped', null],
    ]);
    expect(rows(35_000)[2]).toEqual(['Starting', null]);
    expect(rows(50_000)[2]).toEqual(['Started', 45_000]);
    expect(recoveryManagerRow(at(25_000))).toEqual({
      name: RECOVERY_MANAGER,
      status: 'Started',
      startedMs: 0,
    });
    expect(recoveryManagerRow(at(31_500)).status).toBe('Stopping');
    expect(recoveryManagerRow(at(40_000)).startedMs).toBe(37_000);
  });

  it('restarts a service by a stop and a start, and one that does not run by a start', () => {
    const row = { name: 'Cisco SIP Proxy', startedMs: null } as const;
    const names = (status: 'Started' | 'Stopped') =>
      serviceSteps('restart', 'imp1', { ...row, status }).map((step) => step.do);
    expect(names('Started')).toEqual(['stop-service', 'start-service']);
    expect(names('Stopped')).toEqual(['start-service']);
    expect(serviceSteps('restart', 'imp1', { ...row, name: RECOVERY_MANAGER, status: 'Started' })).toEqual([
      { do: 'restart-srm', node: 'imp1' },
    ]);
  });

  it.each([
    [0, '0 days 00:00:00'],
    [61_000, '0 days 00:01:01'],
    [86_400_000, '1 day 00:00:00'],
    [180_061_999, '2 days 02:01:01'],
  ])('writes an up time of %i ms as %s', (upMs, text) => expect(formatUpTime(upMs)).toBe(text));

  it('says why the pages of a node cannot be shown', () => {
    const node = run().viewAt({ timeMs: 0 }).nodes[0]!;
    expect(whyOutOfReach(node)).toBe('');
    expect(whyOutOfReach({ ...node, platform: 'off' })).toMatch(/switched off/);
    expect(whyOutOfReach({ ...node, platform: 'shutting-down' })).toMatch(/shutting down/);
    expect(whyOutOfReach({ ...node, platform: 'booting' })).toMatch(/booting/);
    expect(whyOutOfReach({ ...node, isolated: true })).toMatch(/network/);
    // Without its recovery manager a node shows no state, but its pages are there: how else could it be started?
    expect(whyOutOfReach({ ...node, srm: 'stopped', state: 'unreachable' })).toBe('');
  });
});

describe('the buttons of a group', () => {
  const actions = [
    ...nodeActions('imp1'),
    ...nodeActions('imp2'),
    recoverAction(run().viewAt({ timeMs: 0 }).groups[0]!),
  ];

  const whyAt = (of: Run, timeMs: number) => {
    const offers = of.offers(
      timeMs,
      actions.map(({ step }) => step),
    );
    return whyNot(actions, (step) => offers.find((offer) => offer.step === step)!);
  };

  it('say why they are not offered', () => {
    const lines = whyAt(run(), 10_000);
    expect(lines).toHaveLength(3);
    expect(lines.join('\n')).not.toMatch(/Failover imp/);
    expect(lines.at(-1)).toMatch(/^Recover: not now, since both nodes must be in Running in Failed Mode/);
  });

  it('say a reason once that holds for several', () => {
    const off = run([{ at: 5, do: 'disable-ha', group: 'pair' }]);
    expect(whyAt(off, 10_000)).toEqual([
      'Failover imp1, Fallback imp1, Failover imp2, Fallback imp2, Recover: not now, since high availability is off in pair.',
    ]);
  });
});

describe('a search', () => {
  it.each([
    ['begins with', 'wes', ['West', 'west-2']],
    ['contains', 'st', ['West', 'west-2', 'East']],
    ['is exactly', 'WEST', ['West']],
    ['ends with', 'st', ['West', 'East']],
    ['is empty', '', ['']],
    ['is not empty', '', ['West', 'west-2', 'East']],
    ['contains', '  ', ['West', 'west-2', 'East', '']],
  ] as const)('finds what %s “%s”', (operator, text, found) => {
    const names = ['West', 'west-2', 'East', ''];
    expect(names.filter((name) => fits(name, { field: 'Name', operator, text }))).toEqual(found);
  });

  it('finds everything while the text is empty, except what is asked to be empty', () => {
    const found = OPERATORS.filter((operator) => fits('West', { field: 'Name', operator, text: '' }));
    expect(found).toEqual(OPERATORS.filter((operator) => operator !== 'is empty'));
  });
});
