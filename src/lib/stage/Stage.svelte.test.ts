import { render } from 'vitest-browser-svelte';
import { page, userEvent } from 'vitest/browser';
import { describe, expect, test, vi } from 'vitest';
import '../tokens.css';
import { ROWS, type ClusterView } from '../../engine';
import type { StepRequest } from '../../worker/protocol';
import { CONCEAL_NOTHING, type ConcealOptions } from './conceal';
import * as fixtures from './fixtures';
import Stage from './Stage.svelte';
import StageTable from './StageTable.svelte';

const TITLE_OF_ROW_12 = ROWS.find(({ number }) => number === 12)!.title;
const HIDE_ALL: ConcealOptions = { row: true, reasons: true, explanations: true, peer: true, log: true };

function offers(step: StepRequest) {
  if (step.do === 'start-service') return { offered: true, why: '', idle: true };
  if (step.do === 'power-on') return { offered: false, why: 'The platform is up already.', idle: false };
  return { offered: true, why: '', idle: false };
}

async function show(view: ClusterView, change: Record<string, unknown> = {}) {
  const onstep = vi.fn<(step: StepRequest) => void>();
  const onselect = vi.fn<(target: string) => void>();
  const props = { view, timeMs: view.timeMs + 8, onstep, onselect, offers, ...change };
  const screen = await render(Stage, props);
  return { ...screen, onstep, onselect, props };
}

describe('the stage', () => {
  test.each(Object.entries(fixtures).filter(([name]) => name === name.toUpperCase()))(
    'draws %s without running over the sides of a phone or a desk',
    async (_name, view) => {
      for (const width of [320, 360, 768, 1280]) {
        await page.viewport(width, 800);
        const { unmount } = await show(view as ClusterView);
        expect(document.documentElement.scrollWidth).toBeLessThanOrEqual(width);
        await unmount();
      }
      await page.viewport(1280, 800);
    },
  );

  test('shows state and reason of each node, and the pair by its title', async () => {
    const screen = await show(fixtures.FAILED_OVER);
    const imp1 = screen.getByRole('article', { name: 'imp1' });
    await expect.element(imp1).toHaveTextContent('Failed Over with Critical Services Not Running');
    await expect.element(imp1).toHaveTextContent('Critical Service Down');
    await expect.element(screen.getByText(TITLE_OF_ROW_12)).toBeVisible();
  });

  test('says that the guide has no row, and what an unreachable node keeps', async () => {
    const screen = await show(fixtures.UNREACHABLE);
    await expect.element(screen.getByText('The guide has no row for this pair')).toBeVisible();
    await expect.element(screen.getByText('Kept in its database: Normal / Normal')).toBeVisible();
  });

  test('says a split brain in words', async () => {
    const screen = await show(fixtures.SPLIT_BRAIN);
    await expect.element(screen.getByText('both claim the same users')).toBeVisible();
  });

  test('counts down with model time, and not otherwise', async () => {
    const screen = await show(fixtures.SERVICE_DOWN, { timeMs: 97_000 });
    const header = screen.getByRole('article', { name: 'imp1' });
    await expect.element(header).toHaveTextContent('0:23 Critical Service Delay');
    await screen.rerender({ ...screen.props, timeMs: 115_000 });
    await expect.element(header).toHaveTextContent('5.0 s Critical Service Delay');
    await screen.rerender({ ...screen.props, timeMs: 97_000 });
    await expect.element(header).toHaveTextContent('0:23 Critical Service Delay');
  });

  test('folded, keeps the heads of its nodes and puts the rest away', async () => {
    const screen = await show(fixtures.NORMAL, { folded: true });
    const head = screen.getByRole('article', { name: 'imp1' });
    const parts = screen.getByRole('group', { name: 'Parts of imp1' });
    await expect.element(head).toHaveTextContent('Normal');
    await expect.element(head).toBeVisible();
    await expect.element(parts).not.toBeInTheDocument();
    await screen.rerender({ ...screen.props, folded: false });
    await expect.element(parts).toBeVisible();
  });
});

describe('what can be done', () => {
  test('a service offers its actions by keyboard, and focus comes back to it', async () => {
    const { getByRole, onstep, onselect } = await show(fixtures.NORMAL);
    const proxy = getByRole('button', { name: 'Cisco SIP Proxy, started' }).first();
    (proxy.element() as HTMLElement).focus();
    await userEvent.keyboard('{Enter}');
    await expect.element(getByRole('dialog', { name: 'Cisco SIP Proxy on imp1' })).toBeVisible();
    expect(onselect).toHaveBeenCalledWith('service/imp1/Cisco%20SIP%20Proxy');
    await expect.element(getByRole('button', { name: 'Stop', exact: true })).toHaveFocus();
    await userEvent.keyboard('{ArrowDown}{ArrowDown}{Enter}');
    expect(onstep).toHaveBeenCalledWith({
      do: 'crash-service',
      node: 'imp1',
      service: 'Cisco SIP Proxy',
      via: 'mouse',
    });
    await expect.element(getByRole('dialog')).not.toBeInTheDocument();
    await expect.element(proxy).toHaveFocus();
  });

  test('what is not offered can be focused, says why and does nothing', async () => {
    const { getByRole, onstep } = await show(fixtures.NORMAL);
    await getByRole('button', { name: 'Platform, up' }).first().click();
    const powerOn = getByRole('button', { name: 'Power on' });
    await expect.element(powerOn).toHaveAttribute('aria-disabled', 'true');
    await expect.element(powerOn).toHaveAccessibleDescription('The platform is up already.');
    (powerOn.element() as HTMLElement).focus();
    await expect.element(powerOn).toHaveFocus();
    await userEvent.keyboard('{Enter}');
    expect(onstep).not.toHaveBeenCalled();
    await userEvent.keyboard('{Escape}');
    await expect.element(getByRole('dialog')).not.toBeInTheDocument();
  });

  test('what would change nothing says so', async () => {
    const { getByRole } = await show(fixtures.NORMAL);
    await getByRole('button', { name: 'Cisco Sync Agent, started' }).first().click();
    await expect
      .element(getByRole('button', { name: 'Start', exact: true }))
      .toHaveAccessibleDescription('Would change nothing now.');
  });

  test('pressing again, or elsewhere, closes what is open', async () => {
    const { getByRole } = await show(fixtures.NORMAL);
    const network = getByRole('button', { name: 'Network, connected' }).first();
    await network.click();
    await expect.element(getByRole('dialog')).toBeVisible();
    await network.click();
    await expect.element(getByRole('dialog')).not.toBeInTheDocument();
    await network.click();
    await getByRole('button', { name: 'Database, up' }).last().click();
    await expect.element(getByRole('dialog', { name: 'Database of imp2' })).toBeVisible();
    expect(document.querySelectorAll('[role="dialog"]')).toHaveLength(1);
  });

  test('a keep-alive on its way is lost by Enter', async () => {
    const { getByRole, onstep } = await show(fixtures.NORMAL);
    (getByRole('button', { name: /^Keep-alive from imp2/ }).element() as HTMLElement).focus();
    await userEvent.keyboard('{Enter}');
    expect(onstep).toHaveBeenCalledWith({ do: 'drop-keep-alives', node: 'imp2', via: 'mouse' });
  });

  test('a keep-alive that lands while it has the focus passes it on to the link', async () => {
    const screen = await show(fixtures.NORMAL);
    (screen.getByRole('button', { name: /^Keep-alive from imp2/ }).element() as HTMLElement).focus();
    const landed = { ...fixtures.NORMAL, groups: [fixtures.group(['imp1', 'imp2'], { row: 1 })] };
    await screen.rerender({ ...screen.props, view: landed });
    await expect.element(screen.getByRole('button', { name: 'Link 20 ms' })).toHaveFocus();
  });

  test('latency and loss of the link are set together', async () => {
    const { getByRole, getByLabelText, onstep } = await show(fixtures.NORMAL);
    await getByRole('button', { name: 'Link 20 ms' }).click();
    await getByLabelText('Latency one way (ms)').fill('250');
    await getByLabelText('Loss (%)').fill('30');
    await getByRole('button', { name: 'Set latency and loss' }).click();
    expect(onstep).toHaveBeenCalledWith({
      do: 'set-link',
      group: 'DefaultCUPSubCluster',
      latencyMs: 250,
      loss: 0.3,
      via: 'mouse',
    });
  });

  test('one user takes part in the Tab order, arrows reach the others, Enter opens what can be done', async () => {
    const { getByRole, onstep } = await show(fixtures.NORMAL);
    const tabbable = document.querySelectorAll('g[role="button"][tabindex="0"]');
    expect(tabbable).toHaveLength(1);
    (tabbable[0] as SVGElement).focus();
    await userEvent.keyboard('{ArrowRight}');
    await expect.element(getByRole('button', { name: 'user3, online on imp1' })).toHaveFocus();
    await userEvent.keyboard('{Enter}');
    await expect.element(getByRole('dialog', { name: 'user3' })).toBeVisible();
    await getByRole('button', { name: 'Log out' }).click();
    expect(onstep).toHaveBeenCalledWith({ do: 'log-out', user: 'user3', via: 'mouse' });
  });

  test('a user is added by name', async () => {
    const { getByRole, getByLabelText, onstep } = await show(fixtures.NORMAL);
    await getByRole('button', { name: 'Users, 24' }).click();
    await expect.element(getByLabelText('User', { exact: true })).toHaveValue('user25');
    await getByRole('button', { name: 'Add user25' }).click();
    expect(onstep).toHaveBeenCalledWith({ do: 'add-user', user: 'user25', via: 'mouse' });
  });

  test('groups are tabs', async () => {
    const { getByRole } = await show(fixtures.TWO_GROUPS);
    await getByRole('tab', { name: /Europe/ }).click();
    await expect.element(getByRole('article', { name: 'imp3' })).toBeVisible();
    await userEvent.keyboard('{ArrowRight}');
    await expect.element(getByRole('article', { name: 'imp5' })).toBeVisible();
  });
});

describe('with reduced motion', () => {
  test('nothing travels: what is on its way stands in words and can be lost there', async () => {
    const { getByRole, getByText, onstep } = await show(fixtures.NORMAL, { reducedMotion: true });
    await expect.element(getByText('1 keep-alive from imp1')).toBeVisible();
    await getByRole('button', { name: /1 keep-alive on the way.*from imp2/ }).click();
    expect(onstep).toHaveBeenCalledWith({ do: 'drop-keep-alives', node: 'imp2', via: 'mouse' });
  });
});

describe('concealed', () => {
  test.each([
    ['stage', Stage],
    ['table', StageTable],
  ])(
    'the %s gives away neither row, reasons nor the state of the peer, to eyes or to assistive tools',
    async (_name, component) => {
      const view = fixtures.FAILED_OVER;
      const withKeepAlive = {
        ...view,
        groups: [
          {
            ...view.groups[0]!,
            keepAlives: [fixtures.keepAlive('imp2', 'imp1', 397_000, 'running-in-backup-mode')],
          },
        ],
      };
      const props = {
        view: withKeepAlive,
        timeMs: 397_005,
        onstep: () => undefined,
        offers,
        conceal: HIDE_ALL,
      };
      const { container } = await render(component, props);
      const attributes = [...container.querySelectorAll('*')].flatMap((element) =>
        [...element.attributes].map((attribute) => attribute.value),
      );
      const everything = [container.textContent, ...attributes].join('\n');
      for (const secret of ['Critical Service Down', 'Backup Mode', TITLE_OF_ROW_12]) {
        expect(everything).not.toContain(secret);
      }
      expect(everything).toContain('Failed Over with Critical Services Not Running');
      expect(everything).toContain('Hidden for now');
    },
  );
});

describe('the table', () => {
  test('has a column a node and says what the picture shows', async () => {
    const { getByRole } = await render(StageTable, {
      view: fixtures.FAILED_OVER,
      timeMs: 397_000,
      conceal: CONCEAL_NOTHING,
    });
    const row = (name: string) => getByRole('row', { name });
    await expect.element(getByRole('columnheader', { name: 'imp2' })).toBeVisible();
    await expect.element(row('Cisco XCP Router broken started')).toBeVisible();
    await expect.element(row(`Row of the guide ${TITLE_OF_ROW_12}`)).toBeVisible();
    await expect.element(getByRole('table')).toHaveTextContent('Cisco SIP Proxy starts: 10 seconds left');
    await expect.element(getByRole('table')).toHaveTextContent('24 users: 19 online, 5 waiting, 0 offline');
  });
});
