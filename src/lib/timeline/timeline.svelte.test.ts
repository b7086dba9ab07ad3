import { describe, expect, it, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { render } from 'vitest-browser-svelte';
import '../tokens.css';
import '../site/base.css';
import { BRANCHES, SPLIT_TIMELINE, TIMELINE } from '../../../tests/fixtures/panel-views';
import Timeline from './Timeline.svelte';
import UsersChart from './UsersChart.svelte';

const timelineProps = () => ({
  timeline: TIMELINE,
  timeMs: 120_000,
  fromMs: 0,
  toMs: 480_000,
  branches: BRANCHES,
  onseek: vi.fn(),
  onspan: vi.fn(),
});

const slider = () => page.getByRole('slider', { name: 'Instant of the run' });

describe('the timeline', () => {
  it('says in words where the playhead is', async () => {
    await render(Timeline, timelineProps());
    await expect
      .element(slider())
      .toHaveAttribute('aria-valuetext', '2 minutes. imp1: Failing Over. imp2: Normal');
  });

  it('is quiet about instants while the run plays', async () => {
    await render(Timeline, { ...timelineProps(), playing: true });
    await expect.element(slider()).toHaveAttribute('aria-valuetext', 'Playing');
  });

  it('seeks and zooms by keyboard', async () => {
    const props = timelineProps();
    await render(Timeline, props);
    (slider().element() as HTMLElement).focus();
    await userEvent.keyboard('{ArrowRight}{PageUp}{End}');
    expect(props.onseek.mock.calls).toEqual([[124_800], [168_000], [480_000]]);
    await userEvent.keyboard('+');
    expect(props.onspan).toHaveBeenLastCalledWith(60_000, 300_000);
    await userEvent.keyboard('0');
    expect(props.onspan).toHaveBeenLastCalledWith(0, 489_600);
  });

  it('leaves keys with Ctrl to the browser', async () => {
    const props = timelineProps();
    await render(Timeline, props);
    (slider().element() as HTMLElement).focus();
    await userEvent.keyboard('{Control>}{End}{/Control}');
    expect(props.onseek).not.toHaveBeenCalled();
  });

  it('seeks to where it is clicked', async () => {
    const props = timelineProps();
    await render(Timeline, props);
    const { width } = slider().element().getBoundingClientRect();
    await slider().click({ position: { x: width / 4, y: 100 } });
    expect(props.onseek.mock.calls[0]?.[0]).toBeGreaterThan(118_000);
    expect(props.onseek.mock.calls[0]?.[0]).toBeLessThan(122_000);
  });

  it('has one tab stop for all actions, and arrows between them', async () => {
    const props = timelineProps();
    const { container } = await render(Timeline, props);
    const marks = [...container.querySelectorAll<HTMLElement>('button.mark')];
    expect(marks.map((mark) => mark.tabIndex)).toEqual([0, -1, -1, -1]);
    marks[0]?.focus();
    await userEvent.keyboard('{ArrowRight}{Enter}');
    expect(props.onseek).toHaveBeenCalledWith(200_000);
    await expect.element(page.getByRole('button', { name: /Refused: 3:20.000 fallback imp1/ })).toHaveFocus();
  });

  it('shows and says nothing of a hidden node', async () => {
    const { container } = await render(Timeline, { ...timelineProps(), concealStates: ['imp2'] });
    expect(container.textContent).not.toContain('Running in Backup Mode');
    expect(slider().element().getAttribute('aria-valuetext')).toContain('imp2: Hidden for now');
  });

  it('hides a split brain with the states that it would give away', async () => {
    const props = { ...timelineProps(), timeline: SPLIT_TIMELINE, toMs: 300_000 };
    const { container, rerender } = await render(Timeline, props);
    expect(container.textContent).toContain('Split brain');
    await rerender({ ...props, concealStates: ['imp1'] });
    expect(container.textContent).not.toContain('Split brain');
  });

  it('draws its frame before anything is known', async () => {
    await render(Timeline, { ...timelineProps(), timeline: null });
    await expect.element(slider()).toHaveAttribute('aria-valuetext', '2 minutes');
  });
});

describe('the chart of users', () => {
  it('tells the counts and the cost at the playhead', async () => {
    await render(UsersChart, { ...timelineProps(), timeMs: 110_000 });
    await expect
      .element(page.getByText('12 users online, 12 waiting to log in, 0 offline.'))
      .toBeInTheDocument();
    await expect.element(page.getByText('16 user-minutes', { exact: true })).toBeInTheDocument();
  });
});
