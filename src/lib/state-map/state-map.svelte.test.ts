import { describe, expect, it, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { render } from 'vitest-browser-svelte';
import '../tokens.css';
import '../site/base.css';
import { EDGES } from '../../../tests/fixtures/panel-views';
import StateMap from './StateMap.svelte';

const mapProps = () => ({
  nodes: [
    { name: 'imp1', state: 'failed-over' as const },
    { name: 'imp2', state: 'running-in-backup-mode' as const },
  ],
  edges: EDGES,
  onselect: vi.fn(),
});

describe('the state map', () => {
  it('shows every state, and the nodes where they are', async () => {
    const { container } = await render(StateMap, mapProps());
    await expect
      .element(page.getByRole('button', { name: 'Failed Over, now: imp1. What it means' }))
      .toBeVisible();
    expect(container.querySelectorAll('[data-map-state]')).toHaveLength(15);
  });

  it('names the edges that were taken', async () => {
    await render(StateMap, mapProps());
    await expect.element(page.getByLabelText('Normal to Failing Over: imp1 ×3')).toBeInTheDocument();
    await expect.element(page.getByLabelText('Initializing to Normal: imp1 ×2, imp2')).toBeInTheDocument();
  });

  it('lets a node be chosen by its name tag', async () => {
    const props = mapProps();
    await render(StateMap, props);
    await page.getByRole('button', { name: 'imp2: inspect' }).click();
    expect(props.onselect).toHaveBeenCalledWith('imp2');
  });

  it('is one tab stop; arrows walk from state to state, Enter explains one', async () => {
    const { container } = await render(StateMap, mapProps());
    const stops = () =>
      [...container.querySelectorAll<HTMLElement>('[data-map-state]')].filter((box) => box.tabIndex === 0);
    await expect.poll(() => stops().map((box) => box.dataset['mapState'])).toEqual(['normal']);
    stops()[0]?.focus();
    await userEvent.keyboard('{ArrowLeft}{Enter}');
    expect(stops().map((box) => box.dataset['mapState'])).toEqual(['initializing']);
    await expect.element(page.getByText(/is finding out how its peer is/)).toBeVisible();
    await userEvent.keyboard('{Escape}');
    await expect.element(page.getByText(/is finding out how its peer is/)).not.toBeInTheDocument();
  });

  it('writes nothing to the console, whatever key is pressed', async () => {
    const warn = vi.spyOn(console, 'warn');
    await render(StateMap, mapProps());
    await userEvent.keyboard('x{Delete}{Shift}{ArrowDown}');
    expect(warn).not.toHaveBeenCalled();
    warn.mockRestore();
  });

  it('can be read as a list instead', async () => {
    const { container } = await render(StateMap, mapProps());
    await page.getByRole('button', { name: 'List' }).click();
    await expect.element(page.getByRole('table', { name: /Changes of state so far/ })).toBeVisible();
    expect(container.querySelector('.svelte-flow')).toBeNull();
  });

  it('shows the way of one node alone', async () => {
    await render(StateMap, mapProps());
    await page.getByRole('combobox').selectOptions('imp2');
    await expect.element(page.getByLabelText('Normal to Taking Over: imp2 ×3')).toBeInTheDocument();
    await expect.element(page.getByLabelText(/Normal to Failing Over/)).not.toBeInTheDocument();
  });

  it('tells nothing of a hidden node, neither in the map nor in the list', async () => {
    const { container } = await render(StateMap, { ...mapProps(), conceal: ['imp2'] });
    await expect
      .element(page.getByRole('button', { name: 'Failed Over, now: imp1. What it means' }))
      .toBeVisible();
    expect(container.querySelectorAll('.tag')).toHaveLength(1);
    expect(container.querySelector('table')?.textContent).not.toContain('imp2');
    expect(container.querySelector('dl')?.textContent).not.toContain('imp2');
  });
});
