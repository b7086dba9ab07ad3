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
