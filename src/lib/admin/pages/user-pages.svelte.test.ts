import { beforeEach, describe, expect, it } from 'vitest';
import { page } from 'vitest/browser';
import {
  button,
  choose,
  field,
  heading,
  openPages,
  SCENARIO,
} from '../../../../tests/fixtures/admin/pages-at-work';
import { EnginePort } from '../../../../tests/fixtures/lab/engine-port.svelte';
import type { AdminPage } from '../../../course/goal';

let port: EnginePort;
const open = (start: AdminPage) => openPages(port, start);

beforeEach(() => {
  port = new EnginePort(SCENARIO);
  port.seek(1);
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
    port = new EnginePort({ ...SCENARIO, cluster: { ...SCENARIO.cluster, users: 5_000 } });
    await open('users');
    await expect.element(page.getByText(/5,000 users/)).toBeVisible();
    await expect.element(page.getByText(/too many users to list/)).toBeVisible();
  });
});
