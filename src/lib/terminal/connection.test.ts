import { describe, expect, it } from 'vitest';
import { Bench, plain } from '../../../tests/fixtures/terminal/bench';
import { afterChange, enterLocal, enterName, enterPassword, hangUp, lookAtConsole } from './connection';
import type { Connection, Mode } from './mode';

const step = (what: string) => ({ steps: [{ at: 5, do: what, node: 'imp1' }] });
const viewAfter = (scenario: ConstructorParameters<typeof Bench>[0], second: number) =>
  new Bench(scenario, second).port.view;
const HEALTHY = viewAfter({}, 1);
const local: Mode = { kind: 'local' };
const shell: Mode = { kind: 'shell' };
const session = (by: 'ssh' | 'serial'): Connection => ({
  by,
  node: 'imp1',
  user: 'administrator',
  loggedIn: true,
});

describe('log-in by SSH', () => {
  it('asks for the password of who was named, and lets in with any', () => {
    const asked = enterLocal(HEALTHY, 'ssh administrator@IMP1');
    expect(asked).toMatchObject({
      connection: { by: 'ssh', node: 'imp1', user: 'administrator', loggedIn: false },
      mode: { kind: 'password', tries: 1 },
    });
    const moved = enterPassword(asked.connection!, 'secret', 1);
    expect(moved).toMatchObject({ connection: { loggedIn: true }, mode: { kind: 'shell' } });
    expect(plain(moved.print)).toContain('Welcome');
  });

  it('does not take an empty password, and gives up after three', () => {
    const connection = { ...session('ssh'), loggedIn: false };
    expect(enterPassword(connection, '', 1)).toMatchObject({ mode: { kind: 'password', tries: 2 } });
    const last = enterPassword(connection, '', 3);
    expect(last).toMatchObject({ connection: null, mode: local });
    expect(plain(last.print)).toBe('administrator@imp1: Permission denied (password).');
  });

  it.each([
    ['an unknown host', {}, 'ssh administrator@imp9', /Could not resolve hostname imp9.*\n.*imp1, imp2/],
    ['a node without power', step('power-off'), 'ssh administrator@imp1', /No route to host/],
    ['a node that boots', step('restart'), 'ssh administrator@imp1', /Connection refused/],
    ['an isolated node', step('isolate'), 'ssh administrator@imp1', /timed out\n.*serial console/],
    ['no name', {}, 'ssh imp1', /Say who you are as well: ssh administrator@imp1/],
    ['another command', {}, 'utils ha status', /prompt of your own computer/],
    ['nothing', {}, '  ', /^$/],
  ])('stays at home with %s, and says why', (_, scenario, line, said) => {
    const move = enterLocal(viewAfter(scenario, 40), line);
    expect(move).toMatchObject({ connection: null, mode: local });
    expect(plain(move.print)).toMatch(said);
  });

  it.each([
    ['shutdown', 6, /closed by remote host\.\n.*platform of imp1 went down/],
    ['restart', 40, /closed by remote host/],
    ['power-off', 6, /Broken pipe\n.*platform of imp1 went down/],
    ['isolate', 6, /Broken pipe\n.*cut off from the network/],
  ])('ends at a %s, and says so', (what, second, said) => {
    const move = afterChange(viewAfter(step(what), second), session('ssh'), shell);
    expect(move).toMatchObject({ connection: null, mode: local });
    expect(plain(move!.print)).toMatch(said);
  });

  it('holds while only the group changes', () => {
    expect(afterChange(viewAfter(step('stop-srm'), 120), session('ssh'), shell)).toBeNull();
  });

  it('ends when its node is no part of the cluster any more', () => {
    const { view } = new Bench({ cluster: { nodes: [{ name: 'alpha' }] } }).port;
    expect(plain(afterChange(view, session('ssh'), shell)!.print)).toMatch(/no node imp1 any more/);
  });
});

describe('the serial console', () => {
  it('shows a log-in prompt, asks for a name and a password, and lets in with any', () => {
    const seen = lookAtConsole(HEALTHY, 'imp1', local);
    expect(seen.mode).toEqual({ kind: 'login' });
    expect(enterName(seen.connection!, ' ').mode).toEqual({ kind: 'login' });
    const named = enterName(seen.connection!, 'administrator');
    expect(named.mode).toEqual({ kind: 'password', tries: 1 });
    expect(enterPassword(named.connection!, '', 1)).toMatchObject({ mode: { kind: 'login' } });
    expect(enterPassword(named.connection!, 'x', 1)).toMatchObject({ mode: { kind: 'shell' } });
  });

  it('works on an isolated node, and stays through its isolation', () => {
    const view = viewAfter(step('isolate'), 6);
    expect(lookAtConsole(view, 'imp1', local).mode).toEqual({ kind: 'login' });
    expect(afterChange(view, session('serial'), shell)).toBeNull();
  });

  it('is dark while the node is off, tells of its boot once, and has its prompt when it is up', () => {
    const off = lookAtConsole(viewAfter(step('power-off'), 6), 'imp1', local);
    expect(plain(off.print)).toMatch(/stays dark: imp1 is switched off/);
    const steps = [...step('power-off').steps, { at: 10, do: 'power-on', node: 'imp1' }];
    const boots = afterChange(viewAfter({ steps }, 11), off.connection!, off.mode)!;
    expect(plain(boots.print)).toMatch(/^Lab: imp1 is booting/);
    expect(afterChange(viewAfter({ steps }, 60), boots.connection!, boots.mode)).toBeNull();
    expect(afterChange(viewAfter({ steps }, 200), boots.connection!, boots.mode)).toMatchObject({
      mode: { kind: 'login' },
    });
  });

  it('ends the session when the node goes down, and stays with the console', () => {
    const move = afterChange(viewAfter(step('shutdown'), 6), session('serial'), shell)!;
    expect(plain(move.print)).toMatch(/session on imp1 has ended[^]*imp1 is shutting down/);
    expect(move).toMatchObject({ connection: { loggedIn: false }, mode: { kind: 'dark' } });
    expect(plain(afterChange(viewAfter(step('shutdown'), 60), move.connection!, move.mode)!.print)).toMatch(
      /switched off/,
    );
  });
});

describe('hanging up', () => {
  it('says so', () => {
    expect(plain(hangUp(session('ssh')).print)).toBe('Connection to imp1 closed.');
    expect(plain(hangUp(session('serial')).print)).toMatch(/Left the serial console of imp1/);
  });
});
