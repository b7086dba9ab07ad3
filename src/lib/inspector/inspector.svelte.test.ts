import { describe, expect, it, vi } from 'vitest';
import { page } from 'vitest/browser';
import { render } from 'vitest-browser-svelte';
import '../tokens.css';
import '../site/base.css';
import { OFFERS, VIEW } from '../../../tests/fixtures/panel-views';
import { CONCEAL_NOTHING } from '../stage/conceal';
import { targetKey } from '../stage/targets';
import Inspector from './Inspector.svelte';

const inspectorProps = () => ({
  view: VIEW,
  timeMs: 112_000,
  selected: targetKey({ kind: 'node', node: 'imp1' }),
  offers: OFFERS,
  onstep: vi.fn(),
  onselect: vi.fn(),
});

describe('the inspector', () => {
  it('does what is offered', async () => {
    const props = inspectorProps();
    await render(Inspector, props);
    await page.getByRole('button', { name: 'Failover imp1' }).click();
    expect(props.onstep).toHaveBeenCalledWith({ do: 'failover', node: 'imp1' });
  });

  it('says why the rest is not offered, and does not do it', async () => {
    const props = inspectorProps();
    await render(Inspector, props);
    const fallback = page.getByRole('button', { name: 'Fallback to imp1' });
    await expect.element(fallback).toHaveAttribute('aria-disabled', 'true');
    await expect
      .element(fallback)
      .toHaveAccessibleDescription('imp1 is Normal: there is nothing to bring back.');
    (fallback.element() as HTMLElement).click();
    expect(props.onstep).not.toHaveBeenCalled();
  });

  it('counts down what the node waits for', async () => {
    const props = inspectorProps();
    const { rerender } = await render(Inspector, props);
    await expect.element(page.getByText('8.0 s left').first()).toBeVisible();
    await rerender({ ...props, timeMs: 115_500 });
    await expect.element(page.getByText('4.5 s left').first()).toBeVisible();
  });

  it('goes from node to node and to the group', async () => {
    const props = inspectorProps();
    await render(Inspector, props);
    await page.getByRole('button', { name: 'imp2' }).click();
    await page.getByRole('button', { name: 'Group' }).click();
    expect(props.onselect.mock.calls).toEqual([['node/imp2'], ['high-availability/DefaultCUPSubCluster']]);
  });

  it('keeps to one service when that was chosen', async () => {
    const props = inspectorProps();
    const selected = targetKey({ kind: 'service', node: 'imp1', service: 'Cisco XCP Router' });
    await render(Inspector, { ...props, selected });
    await page.getByRole('button', { name: 'Start Cisco XCP Router' }).click();
    expect(props.onstep).toHaveBeenCalledWith({
      do: 'start-service',
      node: 'imp1',
      service: 'Cisco XCP Router',
    });
    await page.getByRole('button', { name: 'All of imp1' }).click();
    expect(props.onselect).toHaveBeenCalledWith('node/imp1');
  });

  it('names the row of the group, or that there is none', async () => {
    const props = { ...inspectorProps(), selected: null };
    const { rerender } = await render(Inspector, props);
    await expect.element(page.getByText('The pair shows row 1 of Table 2.')).toBeVisible();
    const groups = VIEW.groups.map((group) => ({ ...group, row: null }));
    await rerender({ ...props, view: { ...VIEW, groups } });
    await expect.element(page.getByText('The guide has no row for this pair.')).toBeVisible();
  });

  it('keeps what is hidden out of the page: row, reasons, the peer and what is waited for', async () => {
    const props = inspectorProps();
    const conceal = { ...CONCEAL_NOTHING, row: true, reasons: true, peer: true, explanations: true };
    const { container, rerender } = await render(Inspector, { ...props, selected: null, conceal });
    expect(container.textContent).not.toMatch(/row 1|Normal \/ Normal/);
    await rerender({ ...props, selected: 'node/imp2', conceal });
    await expect.element(page.getByText('Hidden for now', { exact: true }).first()).toBeVisible();
    expect(container.textContent).not.toMatch(/All is well|not healthy/);
    await rerender({ ...props, conceal });
    expect(container.textContent).not.toContain('Critical Service Delay');
  });

  it('says so when there is nothing to inspect', async () => {
    await render(Inspector, { ...inspectorProps(), view: null });
    await expect.element(page.getByText('Nothing to inspect yet.')).toBeVisible();
  });
});
