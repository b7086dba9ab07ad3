import { beforeEach, describe, expect, it, vi } from 'vitest';
import { page } from 'vitest/browser';
import type { AdminPage } from '../../course/goal';
import { button, goByMenu, heading, openPages, SCENARIO } from '../../../tests/fixtures/admin/pages-at-work';
import { EnginePort } from '../../../tests/fixtures/lab/engine-port.svelte';

let port: EnginePort;
const open = (start?: AdminPage, onplace?: () => void) => openPages(port, start, onplace);

beforeEach(() => {
  port = new EnginePort(SCENARIO);
  port.seek(1);
});

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
