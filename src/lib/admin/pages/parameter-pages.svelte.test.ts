import { beforeEach, describe, expect, it } from 'vitest';
import { page } from 'vitest/browser';
import { button, choose, field, openPages, SCENARIO } from '../../../../tests/fixtures/admin/pages-at-work';
import { EnginePort } from '../../../../tests/fixtures/lab/engine-port.svelte';
import type { AdminPage } from '../../../course/goal';

let port: EnginePort;
const open = (start: AdminPage) => openPages(port, start);

beforeEach(() => {
  port = new EnginePort(SCENARIO);
  port.seek(1);
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

  it('keep what is typed while another server is looked at: for all of them, or for the one', async () => {
    await openParameters();
    await field('Critical Service Delay').fill('30');
    await field('Client Re-Login Upper Limit').fill('300');
    await choose('Server', 'imp1');
    await expect.element(field('Critical Service Delay')).toHaveValue('30');
    await expect.element(field('Client Re-Login Upper Limit')).toHaveValue('537');
    await choose('Server', 'imp2');
    await expect.element(field('Client Re-Login Upper Limit')).toHaveValue('300');
    expect(port.steps).toEqual([]);
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
