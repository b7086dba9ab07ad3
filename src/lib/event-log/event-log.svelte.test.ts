import { describe, expect, it, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { render } from 'vitest-browser-svelte';
import '../tokens.css';
import '../site/base.css';
import { CHAIN, LOG } from '../../../tests/fixtures/panel-views';
import { CONCEAL_NOTHING } from '../stage/conceal';
import EventLog from './EventLog.svelte';

const logProps = () => ({
  entries: LOG,
  more: true,
  chain: null,
  onfilter: vi.fn(),
  onmore: vi.fn(),
  onseek: vi.fn(),
  onexplain: vi.fn(),
});

const takeOver = () => page.getByRole('button', { name: /imp2: Normal → Taking Over/ });

describe('the event log', () => {
  it('is a log that does not speak up by itself', async () => {
    await render(EventLog, logProps());
    await expect.element(page.getByRole('log')).toHaveAttribute('aria-live', 'off');
    expect(page.getByRole('listitem').elements()).toHaveLength(LOG.length);
  });

  it('says what each chip means', async () => {
    await render(EventLog, logProps());
    await expect.element(takeOver()).toHaveAccessibleName(/The guide says so: Table 2, row 12/);
  });

  it('asks for the causes of the line that is opened, and shows them root first', async () => {
    const props = logProps();
    const { rerender } = await render(EventLog, props);
    await takeOver().click();
    expect(props.onexplain).toHaveBeenCalledWith(22);
    await expect.element(page.getByText('Looking for what led to this …')).toBeVisible();
    await rerender({ ...props, chain: CHAIN });
    await expect.element(page.getByText('Why did this happen?')).toBeVisible();
    const links = page
      .getByRole('listitem')
      .elements()
      .flatMap((line) => [...line.querySelectorAll('ol li')]);
    expect(links.map((link) => link.textContent.replace(/\s+/g, ' ').trim())[0]).toContain(
      'Stop Cisco XCP Router on imp1',
    );
    expect(links).toHaveLength(CHAIN.length);
  });

  it('does not show the causes of another line', async () => {
    await render(EventLog, { ...logProps(), chain: CHAIN });
    await page.getByRole('button', { name: /imp1: Normal → Failing Over/ }).click();
    await expect.element(page.getByText('Why did this happen?')).not.toBeInTheDocument();
  });

  it('goes to the instant of a line', async () => {
    const props = logProps();
    await render(EventLog, props);
    await page.getByRole('button', { name: 'Go to 1:00.000' }).click();
    expect(props.onseek).toHaveBeenCalledWith(LOG.find(({ index }) => index === 11));
  });

  it('is two tab stops however long it is, and arrows walk its lines', async () => {
    const { container } = await render(EventLog, logProps());
    const inOrder = () =>
      [...container.querySelectorAll<HTMLElement>('[data-line]')].filter((line) => line.tabIndex === 0);
    expect(inOrder().map((line) => line.dataset['line'])).toEqual(['42']);
    inOrder()[0]?.focus();
    await userEvent.keyboard('{ArrowUp}{ArrowUp}');
    expect(document.activeElement?.getAttribute('data-line')).toBe('31');
    expect(inOrder().map((line) => line.dataset['line'])).toEqual(['31']);
  });

  it('switches kinds in groups', async () => {
    const props = logProps();
    await render(EventLog, props);
    const timers = page.getByRole('button', { name: 'Timers' });
    await expect.element(timers).toHaveAttribute('aria-pressed', 'false');
    await timers.click();
    expect(props.onfilter.mock.calls[0]?.[0]).toContain('timer');
  });

  it('stays at the newest line while nobody reads elsewhere', async () => {
    const props = logProps();
    const { container, rerender } = await render(EventLog, props);
    const scroll = container.querySelector<HTMLElement>('.scroll')!;
    scroll.style.blockSize = '160px';
    await rerender({ ...props, entries: LOG.slice(0, -1) });
    await expect.poll(() => scroll.scrollTop + scroll.clientHeight).toBeGreaterThan(scroll.scrollHeight - 4);
    scroll.scrollTop = 0;
    await new Promise((resolve) => setTimeout(resolve, 50));
    await rerender({ ...props, entries: LOG });
    expect(scroll.scrollTop).toBe(0);
  });

  it('draws many lines a part at a time, newest first, and scrolls within its own height', async () => {
    const entries = Array.from({ length: 200 }, (_, index) => ({
      ...LOG[0]!,
      index,
      title: `Line ${index}`,
    }));
    const { container } = await render(EventLog, { ...logProps(), entries });
    const drawn = () => container.querySelectorAll('[data-line]').length;
    expect(drawn()).toBeLessThan(100);
    await expect.element(page.getByRole('button', { name: /Line 199/ })).toBeInTheDocument();
    await expect.poll(drawn).toBe(entries.length);
    const scroll = container.querySelector<HTMLElement>('.scroll')!;
    expect(scroll.clientHeight).toBeLessThan(scroll.scrollHeight / 4);
    await expect.poll(() => scroll.scrollTop + scroll.clientHeight).toBeGreaterThan(scroll.scrollHeight - 4);
  });

  it('keeps what is hidden out of the page', async () => {
    const { container, rerender } = await render(EventLog, {
      ...logProps(),
      conceal: { ...CONCEAL_NOTHING, log: true },
    });
    expect(container.textContent).not.toContain('Failing Over');
    await rerender({ ...logProps(), conceal: { ...CONCEAL_NOTHING, explanations: true, reasons: true } });
    await page.getByRole('button', { name: /imp1: Normal → Failing Over/ }).click();
    expect(container.textContent).not.toMatch(/Critical Service D|The guide says/);
  });
});
