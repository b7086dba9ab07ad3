import { createRawSnippet } from 'svelte';
import { describe, expect, it, vi } from 'vitest';
import { page } from 'vitest/browser';
import { render } from 'vitest-browser-svelte';
import Panel from './Panel.svelte';

/** A panel whose code comes when the test says so. */
function latePanel() {
  let come: (part: string) => void = () => undefined;
  let fail: (reason: Error) => void = () => undefined;
  const load = vi.fn(
    () =>
      new Promise<string>((resolve, reject) => {
        come = resolve;
        fail = reject;
      }),
  );
  const children = createRawSnippet((part: () => string) => ({
    render: () => `<section aria-label="Contents"><h2>${part()}</h2></section>`,
  }));
  const props = { name: 'Event log', height: '14rem', load, children };
  return {
    props,
    load,
    come: (part: string) => come(part),
    fail: () => fail(new Error('the network is gone')),
  };
}

const headings = () => page.getByRole('heading');
const stir = () => dispatchEvent(new Event('pointermove'));

describe('a panel beside the stage', () => {
  it('says what it will be, before anything is fetched and while it is fetched, and then says it once', async () => {
    const late = latePanel();
    await render(Panel<string>, late.props);
    await expect.element(headings()).toHaveTextContent('Event log');
    await expect.element(page.getByText('On its way…')).toBeVisible();
    expect(late.load).not.toHaveBeenCalled();

    stir();
    await vi.waitFor(() => expect(late.load).toHaveBeenCalledOnce());
    await expect.element(headings()).toHaveTextContent('Event log');

    late.come('Event log of this run');
    await expect.element(page.getByRole('region', { name: 'Contents' })).toBeVisible();
    expect(headings().all()).toHaveLength(1);
    await expect.element(headings()).toHaveTextContent('Event log of this run');
    await expect.element(page.getByText('On its way…')).not.toBeInTheDocument();
  });

  it('keeps its room until the contents are there', async () => {
    const late = latePanel();
    const { container } = await render(Panel<string>, late.props);
    const blockPx = () => container.firstElementChild!.getBoundingClientRect().height;
    stir();
    await vi.waitFor(() => expect(late.load).toHaveBeenCalledOnce());
    expect(blockPx()).toBeGreaterThanOrEqual(14 * 16);
    late.come('Short');
    await expect.element(page.getByRole('region', { name: 'Contents' })).toBeVisible();
    expect(blockPx()).toBeLessThan(14 * 16);
  });

  it('says so when its code could not be fetched', async () => {
    const late = latePanel();
    await render(Panel<string>, late.props);
    stir();
    await vi.waitFor(() => expect(late.load).toHaveBeenCalledOnce());
    late.fail();
    await expect.element(page.getByRole('alert')).toHaveTextContent('could not be fetched');
    await expect.element(page.getByText('On its way…')).not.toBeInTheDocument();
  });
});
