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

  it('says that it is saved only from then on, and only in that run', async () => {
    port.seek(5);
    await open('presence-redundancy-groups');
    await button('Add New').click();
    await field('Name').fill('west');
    await choose('Presence Server 1', 'imp3');
    await button('Save').click();
    const saved = page.getByText('west is saved.');
    await expect.element(saved).toBeVisible();
    port.seek(4);
    await expect.element(saved).not.toBeInTheDocument();
    port.seek(6);
    await expect.element(saved).toBeVisible();
    port.run += 1;
    await expect.element(saved).not.toBeInTheDocument();
  });

  it('no longer says that it is saved when the next save is not let through', async () => {
    await open('presence-redundancy-group');
    await field('Description').fill('east');
    await button('Save').click();
    await expect.element(page.getByText('pair is saved.')).toBeVisible();
    await field('Description').fill('100%');
    await button('Save').click();
    await expect.element(page.getByRole('group', { name: 'Not saved' })).toBeVisible();
    await expect.element(page.getByText('pair is saved.')).not.toBeInTheDocument();
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
    port.seek(60);
    await expect.element(button('Fallback imp1')).not.toHaveAttribute('aria-disabled');
    await button('Fallback imp1').click();
    port.seek(180);
    await expect.element(page.getByRole('row', { name: /imp1/ })).toHaveTextContent(/Normal/);
    expect(port.steps.map((step) => step.do)).toEqual(['failover', 'fallback']);
  });

  it('recovers a pair in failed mode', async () => {
    port = new EnginePort({
      ...SCENARIO,
      steps: [
        { at: 1, do: 'set-user-move-fault', node: 'imp1', on: true },
        { at: 2, do: 'failover', node: 'imp1' },
        { at: 60, do: 'set-user-move-fault', node: 'imp1', on: false },
      ],
    });
    port.seek(100);
    await open('presence-redundancy-group');
    await expect.element(page.getByRole('row', { name: /imp2/ })).toHaveTextContent(/Running in Failed Mode/);
    await button('Recover').click();
    await expect.element(page.getByText(/The recovery has begun/)).toBeVisible();
    port.seek(200);
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
