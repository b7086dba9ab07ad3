import { beforeEach, describe, expect, it } from 'vitest';
import { page } from 'vitest/browser';
import { button, choose, heading, openPages, SCENARIO } from '../../../../tests/fixtures/admin/pages-at-work';
import { EnginePort } from '../../../../tests/fixtures/lab/engine-port.svelte';
import type { AdminPage } from '../../../course/goal';

let port: EnginePort;
const open = (start: AdminPage) => openPages(port, start);

beforeEach(() => {
  port = new EnginePort(SCENARIO);
  port.seek(1);
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
    port.seek(61);
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
