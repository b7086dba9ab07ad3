import { tick } from 'svelte';
import { beforeEach, describe, expect, it } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { render, type RenderResult } from 'vitest-browser-svelte';
import { keyIsTaken, SHORTCUTS } from '../lab/shortcuts';
import { PAIR } from '../../../tests/fixtures/terminal/bench';
import { EnginePort } from '../../../tests/fixtures/lab/engine-port.svelte';
import Terminal from './Terminal.svelte';

let port: EnginePort;
let shown: RenderResult<typeof Terminal>;

const log = () => page.getByRole('log', { name: 'Output' });
const line = () => page.getByRole('textbox');
const input = () => line().element() as HTMLInputElement;
const type = async (what: string) => {
  await line().fill(what);
  await userEvent.keyboard('{Enter}');
};
const logIn = async (node = 'imp1') => {
  await type(`ssh administrator@${node}`);
  await type('any');
  await expect.element(line()).toHaveAccessibleName(`Command for ${node}`);
};

/** Takes both nodes to Running in Failed Mode. */
async function failBoth() {
  const stop = { do: 'stop-service', service: 'Cisco XCP Router' };
  await port.act({ ...stop, node: 'imp1' });
  port.pass(130);
  await port.act({ ...stop, node: 'imp2' });
  port.pass(130);
}

beforeEach(async () => {
  port = new EnginePort({ cluster: PAIR });
  port.seek(20);
  port.playing = true;
  shown = await render(Terminal, { port });
});

describe('the terminal', () => {
  it('lets in by SSH, tells of it, and carries commands out on the engine', async () => {
    await logIn();
    await type('utils service stop cisco sip proxy');
    await expect.element(log()).toHaveTextContent('Cisco SIP Proxy[STOPPED] Commanded Out of Service');
    expect(port.view.nodes[0]?.services[3]?.status).toBe('stopped');
    expect(port.done()).toEqual([expect.stringMatching(/stop.*Cisco SIP Proxy.*\(terminal\)/)]);
    expect(port.deeds).toEqual([
      { kind: 'login', by: 'ssh', node: 'imp1' },
      { kind: 'command', command: 'utils service stop Cisco SIP Proxy', node: 'imp1' },
    ]);
  });

  it('tells nothing of what is refused, unknown or incomplete', async () => {
    await logIn();
    for (const words of ['utils ha fallback imp1', 'utils ha', 'utils hq status', 'help utils'])
      await type(words);
    await expect.element(log()).toHaveTextContent('Request FAILED.');
    expect(port.deeds).toHaveLength(1);
  });

  it('never shows the password', async () => {
    await type('ssh administrator@imp1');
    await expect.element(page.getByText("administrator@imp1's password:")).toBeVisible();
    await line().fill('s3cret');
    expect(getComputedStyle(input()).getPropertyValue('-webkit-text-security')).toBe('disc');
    await userEvent.keyboard('{Enter}');
    await expect.element(log()).not.toHaveTextContent('s3cret');
  });

  it('lets in on the serial console, whose prompt appears by itself once the node is up', async () => {
    await port.act({ do: 'isolate', node: 'imp2' });
    await port.act({ do: 'power-off', node: 'imp2' });
    await page.getByRole('combobox', { name: 'Node' }).selectOptions('imp2');
    await page.getByRole('button', { name: 'SSH', exact: true }).click();
    await expect.element(log()).toHaveTextContent('timed out');
    await page.getByRole('button', { name: 'Serial console' }).click();
    await expect.element(log()).toHaveTextContent('The console stays dark');
    await port.act({ do: 'power-on', node: 'imp2' });
    port.pass(150);
    await expect.element(line()).toHaveAccessibleName('Log-in name on imp2');
    await type('administrator');
    await type('any');
    await type('show network eth0');
    await expect.element(log()).toHaveTextContent('Link Detected : no');
    expect(port.deeds[0]).toEqual({ kind: 'login', by: 'serial', node: 'imp2' });
  });

  it('ends the session when its node goes down', async () => {
    await logIn();
    await port.act({ do: 'power-off', node: 'imp1' });
    await expect.element(log()).toHaveTextContent('The platform of imp1 went down. The session has ended.');
    await expect.element(page.getByText('Not connected')).toBeVisible();
    await type('utils ha status');
    await expect.element(log()).toHaveTextContent('This is the prompt of your own computer');
  });

  it('asks before it shuts a node down, and loses the session with it', async () => {
    await logIn();
    await type('utils system shutdown');
    await type('maybe');
    await expect.element(log()).toHaveTextContent('Enter yes or no.');
    await type('no');
    expect(port.view.nodes[0]?.platform).toBe('up');
    await type('utils system shutdown');
    await type('yes');
    await expect
      .element(log())
      .toHaveTextContent(/Powered - Off.*closed by remote host.*The session has ended/);
    expect(port.view.nodes[0]?.platform).toBe('shutting-down');
    expect(port.deeds.at(-1)).toEqual({ kind: 'command', command: 'utils system shutdown', node: 'imp1' });
  });

  it('begins anew when time goes back to its start, and not when it only goes back', async () => {
    await logIn();
    await type('utils dbreplication status');
    port.pass(100);
    port.seek(25);
    await type('utils dbreplication runtimestate');
    await expect.element(log()).toHaveTextContent(/in PROGRESS\. Checked 62 tables/);
    port.seek(0);
    await expect.element(log()).toHaveTextContent(/Time is back at its start.* The session has ended\./);
    port.seek(100);
    await logIn();
    await type('utils dbreplication runtimestate');
    await expect.element(log()).toHaveTextContent('No replication status command has been run');
  });

  it('goes from node to node, one session at a time, and leaves by exit', async () => {
    await logIn();
    await page.getByRole('combobox', { name: 'Node' }).selectOptions('imp2');
    await page.getByRole('button', { name: 'SSH', exact: true }).click();
    await expect.element(log()).toHaveTextContent('Connection to imp1 closed.');
    await userEvent.keyboard('any{Enter}exit{Enter}');
    await expect.element(log()).toHaveTextContent('Connection to imp2 closed.');
    await expect.element(line()).toHaveAccessibleName('Line of your own computer');
  });

  it('says once in each stand-still that time stands still, and lets it run', async () => {
    port.playing = false;
    await logIn();
    await type('utils ha status');
    await type('utils service list');
    const said = () => log().element().textContent.split('Time stands still').length - 1;
    expect(said()).toBe(1);
    await page.getByRole('button', { name: 'Let time run' }).click();
    expect(port.playing).toBe(true);
    await expect.element(page.getByRole('button', { name: 'Let time run' })).not.toBeInTheDocument();
    await expect.element(line()).toHaveFocus();
    await type('utils ha status');
    expect(said()).toBe(1);
    port.playing = false;
    await type('utils ha status');
    await expect.element(page.getByRole('button', { name: 'Let time run' })).toBeVisible();
    expect(said()).toBe(2);
  });

  it('waits for a recovery as long as it takes', async () => {
    await failBoth();
    await logIn();
    await type('utils ha recover pair');
    await expect.element(page.getByText('Stopping services...')).toBeVisible();
    port.pass(3);
    await expect.element(log()).toHaveTextContent('Stopping services... Stopped');
    await expect.element(log()).not.toHaveTextContent('Starting services... Started');
    port.pass(30);
    await expect.element(log()).toHaveTextContent('Starting services... Started');
    await expect.element(line()).toHaveAccessibleName('Command for imp1');
    expect(port.view.nodes.map(({ state }) => state)).toEqual(['normal', 'normal']);
  });

  it('gives the prompt back to who does not wait for a recovery', async () => {
    await failBoth();
    await logIn();
    await type('utils ha recover pair');
    await expect.element(line()).toHaveAccessibleName('Waiting for imp1');
    await page.getByRole('button', { name: 'Ctrl+C' }).click();
    await expect.element(line()).toHaveAccessibleName('Command for imp1');
  });
});

describe('the line', () => {
  it('brings earlier lines back', async () => {
    await logIn();
    await type('utils ha status');
    await userEvent.keyboard('{ArrowUp}');
    expect(input().value).toBe('utils ha status');
    await userEvent.keyboard('{ArrowUp}{ArrowDown}{ArrowDown}');
    expect(input().value).toBe('');
  });

  it('completes by Tab, says so, lists once what is meant by more, and then lets Tab leave', async () => {
    await logIn();
    await userEvent.keyboard('ut{Tab}ha fai{Tab}{Tab}');
    expect(input().value).toBe('utils ha failover imp');
    await expect.element(page.getByRole('status')).toHaveTextContent('Completed: utils ha failover imp');
    await userEvent.keyboard('{Tab}');
    await expect
      .element(page.getByRole('group', { name: 'Possible completions' }))
      .toHaveTextContent('imp1 imp2');
    await expect.element(page.getByRole('status')).toHaveTextContent('2 possibilities');
    expect(document.activeElement).toBe(input());
    await userEvent.keyboard('{Tab}');
    expect(document.activeElement).not.toBe(input());
  });

  it('does not hold the keyboard: Tab leaves an empty line, Shift+Tab any', async () => {
    await logIn();
    await userEvent.keyboard('{Tab}');
    expect(document.activeElement).not.toBe(input());
    await line().fill('ut');
    await userEvent.keyboard('{Shift>}{Tab}{/Shift}');
    expect(document.activeElement).not.toBe(input());
    expect(input().value).toBe('ut');
  });

  it('completes by Ctrl+Space and by a button as well', async () => {
    await logIn();
    await userEvent.keyboard('sh{Control>} {/Control}');
    expect(input().value).toBe('show ');
    await line().fill('utils sy');
    await page.getByRole('button', { name: 'Complete' }).click();
    expect(input().value).toBe('utils system ');
    await expect.element(line()).toHaveFocus();
  });

  it('answers ? at once and keeps the line', async () => {
    await logIn();
    await userEvent.keyboard('utils ha ?');
    expect(input().value).toBe('utils ha ');
    await expect.element(log()).toHaveTextContent(/failover\s+Moves the users/);
  });

  it('is given up by Ctrl+C, and the screen emptied by Ctrl+L', async () => {
    await logIn();
    await userEvent.keyboard('utils ha{Control>}c{/Control}');
    expect(input().value).toBe('');
    await expect.element(log()).toHaveTextContent('admin:utils ha^C');
    await userEvent.keyboard('{Control>}l{/Control}');
    await expect.element(log()).toHaveTextContent(/^$/);
  });

  it('pages long output by one letter, by Enter and by buttons', async () => {
    await logIn();
    await type('help');
    await expect.element(line()).toHaveAccessibleName(/options: q=quit, .*\(lines 1 - 16 of \d+\)/);
    await userEvent.keyboard('n');
    await expect.element(line()).toHaveAccessibleName(/\(lines 17 - 32 of/);
    await userEvent.keyboard('{Enter}b');
    await expect.element(line()).toHaveAccessibleName(/\(lines 1 - 16 of/);
    await page.getByRole('button', { name: 'Quit' }).click();
    await expect.element(line()).toHaveAccessibleName('Command for imp1');
    await type('help');
    await userEvent.keyboard('e');
    await expect.element(log()).toHaveTextContent('exit ends the session.');
    await expect.element(line()).toHaveAccessibleName('Command for imp1');
  });

  it('keeps every key of the lab to itself', () => {
    for (const { keys } of SHORTCUTS) for (const key of keys) expect(keyIsTaken(input(), key)).toBe(true);
  });

  it('is there again with all that was said when it was put away, and has noticed what happened', async () => {
    await logIn();
    await shown.unmount();
    await port.act({ do: 'restart', node: 'imp1' });
    await tick();
    port.pass(300);
    expect(port.view.nodes[0]?.platform).toBe('up');
    await render(Terminal, { port });
    await expect.element(log()).toHaveTextContent(/Welcome to the Platform.*The session has ended\./);
  });

  it('lets a table that is too wide be scrolled by keyboard, and no other', async () => {
    await logIn();
    await type('utils dbreplication runtimestate');
    const region = page.getByRole('group', { name: 'Replication of each server' });
    await expect.element(region).not.toHaveAttribute('tabindex');
    await page.viewport(320, 640);
    await expect.element(region).toHaveAttribute('tabindex', '0');
    expect(document.documentElement.scrollWidth).toBeLessThanOrEqual(320);
    await page.viewport(1280, 800);
  });
});
