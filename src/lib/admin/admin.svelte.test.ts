import { flushSync } from 'svelte';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { page } from 'vitest/browser';
import { render } from 'vitest-browser-svelte';
import type { AdminPage } from '../../course/goal';
import AdminPages from './AdminPages.svelte';
import { Draft } from './draft.svelte';
import { RunPort } from './run-port.svelte';

const SCENARIO = {
  format: 'presence-redundancy-scenario',
  version: 1,
  title: 'pages',
  cluster: {
    nodes: [{ name: 'imp1' }, { name: 'imp2' }, { name: 'imp3' }, { name: 'imp4' }],
    groups: [{ name: 'pair', nodes: ['imp1', 'imp2'], highAvailability: true }],
    users: 4,
  },
  steps: [],
  until: 600,
};

let port: RunPort;

beforeEach(() => {
  port = new RunPort(SCENARIO);
  port.goTo(1_000);
});

const open = (start?: AdminPage, onplace?: () => void) =>
  render(AdminPages, { port, ...(start && { start }), ...(onplace && { onplace }) });

const button = (name: string) => page.getByRole('button', { name, exact: true });
const field = (name: string) => page.getByLabelText(name, { exact: true });
const heading = (name: string) => page.getByRole('heading', { name, exact: true });
const choose = (name: string, option: string) => field(name).selectOptions(option);

async function goByMenu(product: string, menu: string, item: string) {
  await choose('Navigation', product);
  await button('Go to the product').click();
  await button(menu).click();
  await page
    .getByRole('navigation', { name: `Menus of ${product}` })
    .getByRole('button', { name: item })
    .click();
}

describe('the frame', () => {
  it('goes by product, menu and item, and the focus goes along', async () => {
    const onplace = vi.fn();
    await open(undefined, onplace);
    await goByMenu(
      'Cisco Unified IM and Presence Serviceability',
      'Tools',
      'Control Center - Network Services',
    );
    await expect.element(heading('Control Center - Network Services')).toHaveFocus();
    await expect.element(heading('Cisco Unified IM and Presence Serviceability')).toBeVisible();
    expect(onplace.mock.calls.map(([place]) => (place as { page: string }).page)).toEqual([
      'home',
      'control-center-network-services',
    ]);
  });

  it('does not take the focus when it is first shown', async () => {
    await open('servers');
    await expect.element(heading('Find and List Servers')).toBeVisible();
    await expect.element(heading('Find and List Servers')).not.toHaveFocus();
  });

  it('closes a menu on Escape and gives the focus back, and on a press elsewhere', async () => {
    await open();
    await button('System').click();
    const item = page.getByRole('navigation').getByRole('button', { name: 'Enterprise Parameters' });
    await expect.element(item).toBeVisible();
    (item.element() as HTMLElement).focus();
    item.element().dispatchEvent(new KeyboardEvent('keydown', { key: 'Escape', bubbles: true }));
    await expect.element(button('System')).toHaveFocus();
    await expect.element(button('System')).toHaveAttribute('aria-expanded', 'false');
    await button('System').click();
    await button('User Management').click();
    await expect.element(button('System')).toHaveAttribute('aria-expanded', 'false');
    await heading('Choose from a menu').click();
    await expect.element(button('User Management')).toHaveAttribute('aria-expanded', 'false');
  });

  it('goes back the way it came', async () => {
    await open('presence-redundancy-groups');
    await button('Add New').click();
    await expect.element(heading('Presence Redundancy Group Configuration')).toBeVisible();
    await button('Back').click();
    await expect.element(heading('Find and List Presence Redundancy Groups')).toHaveFocus();
    await expect.element(button('Back')).not.toBeInTheDocument();
  });

  it.each<AdminPage>([
    'servers',
    'presence-redundancy-groups',
    'presence-redundancy-group',
    'enterprise-parameters',
    'users',
    'service-parameters',
    'control-center-network-services',
    'control-center-related-services',
  ])('says on the page %s whose it is not', async (start) => {
    await open(start);
    await expect.element(page.getByRole('heading', { level: 3 })).toBeVisible();
    await expect
      .element(page.getByText(/not affiliated with, endorsed by or supported by Cisco/))
      .toBeVisible();
  });
});

describe('the list of servers', () => {
  it('warns of nodes in no group, and says what cannot be reached', async () => {
    await port.act({ do: 'power-off', node: 'imp2' });
    await open('servers');
    await expect.element(page.getByText(/imp3, imp4 are in no presence redundancy group/)).toBeVisible();
    await expect.element(page.getByRole('row', { name: 'imp1 pair' })).toHaveTextContent(/Yes/);
    await expect.element(page.getByRole('row', { name: 'imp2 pair' })).toHaveTextContent(/switched off/);
    expect(port.deeds).toEqual([{ kind: 'page', page: 'servers' }]);
  });
});

describe('the Control Center', () => {
  const goTo = async (node: string) => {
    await choose('Server', node);
    await button('Go to the server').click();
  };

  it('counts as seen only after Go, each of its two pages for itself', async () => {
    await open('control-center-network-services');
    await choose('Server', 'imp1');
    expect(port.deeds).toEqual([]);
    await button('Go to the server').click();
    await expect.element(heading('IM and Presence Services')).toBeVisible();
    await choose('Related Links', 'Control Center - Network Services');
    await button('Go to the related link').click();
    await expect.element(page.getByRole('radio', { name: 'Cisco SIP Proxy' })).toBeVisible();
    await expect.element(page.getByRole('radio', { name: 'Cisco XCP Router' })).not.toBeInTheDocument();
    expect(port.deeds).toEqual([
      { kind: 'page', page: 'control-center-network-services', node: 'imp1' },
      { kind: 'page', page: 'control-center-related-services', node: 'imp1' },
    ]);
  });

  it('starts, stops and restarts, and offers to let time run', async () => {
    await open('control-center-network-services');
    await goTo('imp1');
    await expect.element(button('Stop')).toHaveAttribute('aria-disabled', 'true');
    await page.getByRole('radio', { name: 'Cisco XCP Router' }).click();
    const row = page.getByRole('row', { name: /Cisco XCP Router/ });
    await button('Stop').click();
    await expect.element(row).toHaveTextContent(/Stopped/);
    await expect.element(button('Let time run')).not.toBeInTheDocument();
    await button('Start').click();
    await expect.element(row).toHaveTextContent(/Starting/);
    await button('Let time run').click();
    expect(port.playing).toBe(true);
    await expect.element(button('Let time run')).not.toBeInTheDocument();
    port.goTo(61_000);
    await expect.element(row).toHaveTextContent(/Started.*0:16.*0 days 00:00:45/);
    await button('Restart').click();
    await page.getByRole('radio', { name: 'Cisco Server Recovery Manager' }).click();
    await button('Restart').click();
    expect(port.steps).toEqual([
      { do: 'stop-service', node: 'imp1', service: 'Cisco XCP Router', via: 'page' },
      { do: 'start-service', node: 'imp1', service: 'Cisco XCP Router', via: 'page' },
      { do: 'stop-service', node: 'imp1', service: 'Cisco XCP Router', via: 'page' },
      { do: 'start-service', node: 'imp1', service: 'Cisco XCP Router', via: 'page' },
      { do: 'restart-srm', node: 'imp1', via: 'page' },
    ]);
  });

  it('says so when there is nothing to do', async () => {
    await open('control-center-network-services');
    await goTo('imp1');
    await page.getByRole('radio', { name: 'Cisco Sync Agent' }).click();
    await button('Start').click();
    await expect.element(page.getByRole('status').getByText(/already runs/)).toBeVisible();
  });

  it('shows nothing of a node that is down, and has not been seen', async () => {
    await port.act({ do: 'power-off', node: 'imp2' });
    await open('control-center-network-services');
    await goTo('imp2');
    await expect.element(page.getByText(/services of imp2 cannot be shown.*switched off/)).toBeVisible();
    await expect.element(page.getByRole('radio')).not.toBeInTheDocument();
    expect(port.deeds).toEqual([]);
  });

  it('goes blank when the node goes down under it', async () => {
    await open('control-center-network-services');
    await goTo('imp1');
    await expect.element(page.getByRole('radio').first()).toBeVisible();
    await port.act({ do: 'isolate', node: 'imp1' });
    await expect.element(page.getByText(/cannot be reached over the network/)).toBeVisible();
    await expect.element(page.getByRole('radio')).not.toBeInTheDocument();
  });
});

describe('the list of groups', () => {
  it('lists only what is looked for, and only after Find', async () => {
    await open('presence-redundancy-groups');
    await expect.element(page.getByText(/Nothing is listed yet/)).toBeVisible();
    await field('Text to find').fill('zz');
    await button('Find').click();
    await expect.element(page.getByText('No presence redundancy group fits.')).toBeVisible();
    await choose('Comparison', 'contains');
    await field('Text to find').fill('AI');
    await button('Find').click();
    await expect.element(button('pair')).toBeVisible();
    await button('Clear Filter').click();
    await expect.element(button('pair')).not.toBeInTheDocument();
  });

  it('deletes what is selected after one more question, and none if one must stay', async () => {
    await port.act({ do: 'add-group', group: 'spare', nodes: ['imp3'] });
    await open('presence-redundancy-groups');
    await button('Find').click();
    await expect.element(button('Delete Selected')).toHaveAttribute('aria-disabled', 'true');
    await button('Select All').click();
    await button('Delete Selected').click();
    await button('Delete').click();
    await expect.element(page.getByRole('alert').getByText(/pair: a group cannot be deleted/)).toBeVisible();
    expect(port.view.groups).toHaveLength(2);
    await field('Select pair').click();
    await button('Delete Selected').click();
    await button('Cancel').click();
    expect(port.view.groups).toHaveLength(2);
    await button('Delete Selected').click();
    await button('Delete').click();
    await expect.element(page.getByText('Deleted: spare.')).toBeVisible();
    expect(port.view.groups.map(({ name }) => name)).toEqual(['pair']);
  });
});

describe('the window of a group', () => {
  it('adds a group, with high availability, and stays with it', async () => {
    await open('presence-redundancy-groups');
    await button('Add New').click();
    await field('Name').fill('west');
    await field('Description').fill('New nodes');
    await choose('Presence Server 1', 'imp3');
    await choose('Presence Server 2', 'imp4');
    await field('Enable High Availability').click();
    await button('Save').click();
    await expect.element(page.getByText('west is saved.')).toBeVisible();
    await expect.element(button('Let time run')).toBeVisible();
    await expect.element(page.getByRole('row', { name: /imp3/ })).toHaveTextContent(/Initializing/);
    expect(port.steps).toEqual([
      {
        do: 'add-group',
        group: 'west',
        description: 'New nodes',
        nodes: ['imp3', 'imp4'],
        highAvailability: true,
        via: 'page',
      },
    ]);
    expect(port.deeds.slice(1)).toEqual([
      { kind: 'page', page: 'presence-redundancy-group' },
      { kind: 'page', page: 'presence-redundancy-group', group: 'west' },
    ]);
  });

  it('says what is wrong beside the field and above the form, keeps what was typed, and saves nothing', async () => {
    await open('presence-redundancy-groups');
    await button('Add New').click();
    await field('Name').fill('pair');
    await field('Description').fill('100%');
    await button('Save').click();
    const summary = page.getByRole('group', { name: 'Not saved' });
    await expect.element(summary).toHaveFocus();
    await expect.element(summary).toHaveTextContent(/3 fields/);
    await expect.element(field('Name')).toHaveAttribute('aria-invalid', 'true');
    await expect.element(field('Name')).toHaveAccessibleDescription(/a group named pair already/);
    await summary.getByRole('link', { name: 'Description' }).click();
    await expect.element(field('Description')).toHaveFocus();
    await expect.element(field('Description')).toHaveValue('100%');
    await field('Description').fill('all');
    await expect.element(field('Description')).not.toHaveAttribute('aria-invalid');
    expect(port.view.groups).toHaveLength(1);
  });

  it('lets the engine refuse what the form does not let through, so that a lesson hears of it', async () => {
    await open('presence-redundancy-groups');
    await button('Add New').click();
    await field('Name').fill('west');
    await choose('Presence Server 1', 'imp1');
    await button('Save').click();
    await expect.poll(() => port.refusals).toEqual(['imp1 is already in the group pair']);
    await expect.element(page.getByRole('alert')).not.toBeInTheDocument();
  });

  it('shows the engine’s refusal at the form, and what was chosen stays', async () => {
    await port.act({ do: 'failover', node: 'imp1' });
    await open('presence-redundancy-group');
    await field('Enable High Availability').click();
    await button('Save').click();
    await expect
      .element(page.getByRole('alert').getByText(/switched off only while both nodes are Normal/))
      .toBeVisible();
    await expect.element(field('Enable High Availability')).not.toBeChecked();
    expect(port.view.groups[0]?.highAvailability).toBe(true);
  });

  it('offers just those buttons that the engine offers, and says why not the rest', async () => {
    await open('presence-redundancy-group');
    await expect.element(button('Fallback imp1')).toHaveAttribute('aria-disabled', 'true');
    await expect.element(button('Failover imp1')).not.toHaveAttribute('aria-disabled');
    await expect.element(button('Delete')).toHaveAttribute('aria-disabled', 'true');
    await expect
      .element(page.getByText(/Recover: not now, since both nodes must be in Running in Failed Mode/))
      .toBeVisible();
    await button('Failover imp1').click();
    await expect.element(page.getByText('The failover of imp1 has begun.')).toBeVisible();
    await expect
      .element(page.getByRole('row', { name: /imp1/ }))
      .toHaveTextContent(/Failing Over.*On Admin Request/);
    await expect.element(button('Failover imp1')).toHaveAttribute('aria-disabled', 'true');
    port.goTo(60_000);
    await expect.element(button('Fallback imp1')).not.toHaveAttribute('aria-disabled');
    await button('Fallback imp1').click();
    port.goTo(180_000);
    await expect.element(page.getByRole('row', { name: /imp1/ })).toHaveTextContent(/Normal/);
    expect(port.steps.map((step) => step.do)).toEqual(['failover', 'fallback']);
  });

  it('recovers a pair in failed mode', async () => {
    port = new RunPort({
      ...SCENARIO,
      steps: [
        { at: 1, do: 'set-user-move-fault', node: 'imp1', on: true },
        { at: 2, do: 'failover', node: 'imp1' },
        { at: 60, do: 'set-user-move-fault', node: 'imp1', on: false },
      ],
    });
    port.goTo(100_000);
    await open('presence-redundancy-group');
    await expect.element(page.getByRole('row', { name: /imp2/ })).toHaveTextContent(/Running in Failed Mode/);
    await button('Recover').click();
    await expect.element(page.getByText(/The recovery has begun/)).toBeVisible();
    port.goTo(200_000);
    await expect.element(page.getByRole('row', { name: /imp2/ })).toHaveTextContent(/Normal/);
  });

  it('says that high availability was not enabled properly, and how to mend it', async () => {
    for (const step of [
      { do: 'disable-ha', group: 'pair' },
      { do: 'stop-srm', node: 'imp1' },
      { do: 'enable-ha', group: 'pair' },
    ])
      await port.act(step);
    await open('presence-redundancy-group');
    await expect
      .element(page.getByText(/Restart the Cisco Server Recovery Manager on both servers/))
      .toBeVisible();
  });

  it('keeps what is being typed when the value changes elsewhere, and says so', async () => {
    await open('presence-redundancy-group');
    await field('Description').fill('mine');
    await port.act({ do: 'edit-group', group: 'pair', description: 'theirs' });
    await expect.element(field('Description')).toHaveValue('mine');
    await expect.element(field('Description')).toHaveAccessibleDescription(/it is now: theirs/);
    await button('Show that instead').click();
    await expect.element(field('Description')).toHaveValue('theirs');
  });

  it('follows a group that gets another name elsewhere', async () => {
    await open('presence-redundancy-group');
    await expect.element(field('Name')).toHaveValue('pair');
    await port.act({ do: 'edit-group', group: 'pair', newName: 'east' });
    await expect.element(field('Name')).toHaveValue('east');
  });

  it('says so when the group is gone', async () => {
    await port.act({ do: 'add-group', group: 'spare', nodes: ['imp3'] });
    await open('presence-redundancy-groups');
    await button('Find').click();
    await button('spare').click();
    await expect.element(field('Name')).toHaveValue('spare');
    await port.act({ do: 'delete-group', group: 'spare' });
    await expect.element(page.getByText(/There is no group named spare at this moment/)).toBeVisible();
    await button('To the list of groups').click();
    await expect.element(heading('Find and List Presence Redundancy Groups')).toBeVisible();
  });
});

describe('parameters', () => {
  const SERVICE = 'Cisco Server Recovery Manager (Active)';
  const openParameters = async () => {
    await open('service-parameters');
    await choose('Server', 'imp2');
    await choose('Service', SERVICE);
  };

  it('are shown once server and service are chosen, and only then count as seen', async () => {
    await open('service-parameters');
    await choose('Server', 'imp2');
    await expect.element(field('Service')).toBeVisible();
    expect(port.deeds).toEqual([]);
    await choose('Service', SERVICE);
    await expect.element(field('Critical Service Delay')).toHaveValue('90');
    expect(port.deeds).toEqual([
      { kind: 'page', page: 'service-parameters', node: 'imp2', service: SERVICE },
    ]);
  });

  it('are saved in one step, those of the cluster and those of the node', async () => {
    await openParameters();
    await field('Keep Alive (Heartbeat) Timeout').fill('30');
    await choose('Enable Automatic Fallback', 'True');
    await field('Client Re-Login Upper Limit').fill('300');
    await button('Save').click();
    await expect.element(page.getByText(/saved and hold from now on/)).toBeVisible();
    expect(port.steps).toEqual([
      {
        do: 'set-parameters',
        values: { keepAliveTimeout: 30, automaticFallback: true, clientReloginUpperLimit: 300 },
        node: 'imp2',
        via: 'page',
      },
    ]);
    expect(port.view.nodes.map((node) => node.clientReloginUpperLimitMs)).toEqual([
      537_000, 300_000, 537_000, 537_000,
    ]);
    await button('Save').click();
    await expect.element(page.getByText(/nothing to save/)).toBeVisible();
    expect(port.steps).toHaveLength(1);
  });

  it('are not saved while one is wrong', async () => {
    await openParameters();
    await field('Critical Service Delay').fill('30');
    await field('Keep Alive (Heartbeat) Interval').fill('60');
    await button('Save').click();
    await expect
      .element(field('Keep Alive (Heartbeat) Timeout'))
      .toHaveAccessibleDescription(/Must be longer/);
    await expect.poll(() => port.refusals).toHaveLength(1);
    expect(port.view.parameters.criticalServiceDelay).toBe(90);
    await field('Keep Alive (Heartbeat) Timeout').fill('150');
    await field('Initialization Keep Alive (Heartbeat) Timeout').fill('150');
    await button('Save').click();
    await expect.element(page.getByText(/saved and hold/)).toBeVisible();
  });

  it('can be set to their suggested values, which then still have to be saved', async () => {
    await port.act({ do: 'set-parameters', values: { criticalServiceDelay: 20 } });
    port.steps.length = 0;
    await openParameters();
    await expect
      .element(field('Critical Service Delay'))
      .toHaveAccessibleDescription(/Suggested: 90 seconds/);
    await button('Set to Default').click();
    await expect.element(field('Critical Service Delay')).toHaveValue('90');
    await expect.element(page.getByText(/Nothing is saved yet/)).toBeVisible();
    await button('Save').click();
    await expect.element(page.getByText(/saved and hold/)).toBeVisible();
    expect(port.view.parameters.criticalServiceDelay).toBe(90);
  });

  it('say of the ports that they change nothing here', async () => {
    await openParameters();
    for (const name of ['Service Port', 'Admin RPC Port'])
      await expect.element(field(name)).toHaveAccessibleDescription(/changes nothing in the simulation/);
  });

  it('say of a node that is down that it cannot take notice yet', async () => {
    await port.act({ do: 'power-off', node: 'imp2' });
    await openParameters();
    await expect.element(page.getByText(/imp2 is switched off.*holds for it when it is back/)).toBeVisible();
  });

  it('of the enterprise set the assignment mode, which a failover state refuses', async () => {
    await open('enterprise-parameters');
    await choose('User Assignment Mode for Presence Server', 'Active-Standby');
    await button('Save').click();
    await expect.element(page.getByText(/saved and hold/)).toBeVisible();
    expect(port.view.parameters.userAssignmentMode).toBe('active-standby');
    await port.act({ do: 'failover', node: 'imp1' });
    await choose('User Assignment Mode for Presence Server', 'None');
    await button('Save').click();
    await expect.element(page.getByRole('alert').getByText(/imp1 is in a failover state/)).toBeVisible();
    await expect.element(field('User Assignment Mode for Presence Server')).toHaveValue('none');
    expect(port.view.parameters.userAssignmentMode).toBe('active-standby');
  });
});

describe('users', () => {
  it('are found and opened', async () => {
    await open('users');
    await field('Text to find').fill('user2');
    await button('Find').click();
    await button('user2').click();
    await expect.element(heading('End User Configuration')).toHaveFocus();
    await expect.element(page.getByText('Logged in on imp2.')).toBeVisible();
  });

  it('are added, unless a node is in a failover state', async () => {
    await open('users');
    await button('Add New').click();
    await button('Save').click();
    await expect.element(field('User ID')).toHaveAccessibleDescription(/Give the user an ID/);
    await field('User ID').fill('ann');
    await button('Save').click();
    await expect.element(page.getByText(/ann is added/)).toBeVisible();
    expect(port.view.users.individuals.at(-1)?.name).toBe('ann');
    await port.act({ do: 'failover', node: 'imp1' });
    await button('End User').click();
    await button('Add New').click();
    await field('User ID').fill('bob');
    await button('Save').click();
    await expect
      .element(page.getByRole('alert').getByText(/imp1 is in a failover state.*no user can be added/))
      .toBeVisible();
    await expect.element(field('User ID')).toHaveValue('bob');
  });

  it('are moved to another group, and must log out and in before their presence shows', async () => {
    await port.act({ do: 'add-group', group: 'west', nodes: ['imp3', 'imp4'] });
    port.steps.length = 0;
    await open('users');
    await button('Find').click();
    await button('user1').click();
    await choose('Presence Redundancy Group', 'west');
    await button('Save').click();
    await expect.element(page.getByText('user1 is moved to west.')).toBeVisible();
    await expect.element(page.getByText(/logged out and in again/)).toBeVisible();
    await button('Log Out').click();
    await button('Log In').click();
    await expect.element(page.getByText('Logged in on imp3.')).toBeVisible();
    await expect.element(page.getByText(/logged out and in again/)).not.toBeInTheDocument();
    expect(port.steps.map((step) => step.do)).toEqual(['move-user', 'log-out', 'log-in']);
  });

  it('are counted, not listed, where there are too many', async () => {
    port = new RunPort({ ...SCENARIO, cluster: { ...SCENARIO.cluster, users: 5_000 } });
    await open('users');
    await expect.element(page.getByText(/5,000 users/)).toBeVisible();
    await expect.element(page.getByText(/too many users to list/)).toBeVisible();
  });
});

describe('a draft', () => {
  it('shows the live value until somebody types, and drops a change that is taken back', () => {
    let live = $state({ name: 'a' });
    const draft = new Draft<'name'>(() => live);
    draft.set('name', 'b');
    expect([draft.get('name'), draft.changed]).toEqual(['b', ['name']]);
    draft.set('name', 'a');
    expect(draft.changed).toEqual([]);
    live = { name: 'c' };
    flushSync();
    expect([draft.get('name'), draft.changedMeanwhile('name')]).toEqual(['c', null]);
  });

  it('tells of a change only while it differs from what is typed', () => {
    let live = $state({ name: 'a' });
    const draft = new Draft<'name'>(() => live);
    draft.set('name', 'b');
    live = { name: 'c' };
    expect(draft.changedMeanwhile('name')).toBe('c');
    draft.set('name', 'bb');
    expect(draft.changedMeanwhile('name')).toBe('c');
    live = { name: 'bb' };
    expect([draft.changedMeanwhile('name'), draft.changed]).toEqual([null, []]);
  });
});
