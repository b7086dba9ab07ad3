import { beforeEach, describe, expect, it } from 'vitest';
import { page } from 'vitest/browser';
import { openPages, SCENARIO } from '../../../../tests/fixtures/admin/pages-at-work';
import { EnginePort } from '../../../../tests/fixtures/lab/engine-port.svelte';
import type { AdminPage } from '../../../course/goal';

let port: EnginePort;
const open = (start: AdminPage) => openPages(port, start);

beforeEach(() => {
  port = new EnginePort(SCENARIO);
  port.seek(1);
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
