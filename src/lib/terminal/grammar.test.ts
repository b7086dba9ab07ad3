import { describe, expect, it } from 'vitest';
import { Bench, plain } from '../../../tests/fixtures/terminal/bench';
import { COMMANDS } from './commands/tree';
import { complete, listCommands, read } from './grammar';
import { explainReading, help, whatFollows } from './help';
import { completeCommand, completeLocal, LINES } from './lines';

const { place } = new Bench();
const readLine = (line: string) => read(COMMANDS, line, place);
const completed = (line: string) => completeCommand(line, place);
const answerTo = (line: string) => plain(explainReading(COMMANDS, readLine(line), place));

describe('reading a line', () => {
  it.each([
    ['utils ha status', 'utils ha status', ''],
    ['  UTILS   ha  Status ', 'utils ha status', ''],
    ['utils ha status PAIR', 'utils ha status pair', 'pair'],
    ['utils service stop cisco xcp router', 'utils service stop Cisco XCP Router', 'Cisco XCP Router'],
    ['utils service stop "Cisco XCP Router"', 'utils service stop Cisco XCP Router', 'Cisco XCP Router'],
    ['utils dbreplication reset ALL', 'utils dbreplication reset all', ''],
    ['utils dbreplication status node imp2', 'utils dbreplication status node imp2', 'imp2'],
    ['quit', 'quit', ''],
  ])('«%s» is understood, in full as «%s»', (line, full, argument) => {
    expect(readLine(line)).toMatchObject({ kind: 'command', line: full, argument });
  });

  it('takes nothing for nothing', () => {
    expect(readLine('   ')).toEqual({ kind: 'empty' });
  });

  it.each([
    'utils',
    'utils ha',
    'utils ha failover',
    'utils service start',
    'utils dbreplication status node',
    'show',
  ])('wants more after «%s», and says what', (line) => {
    expect(readLine(line).kind).toBe('incomplete');
    expect(answerTo(line)).toMatch(/^Incomplete command entered\. What may follow:\n\S+/);
  });

  it.each([
    ['util ha status', 'utils ha status'],
    ['utils ha stauts', 'utils ha status'],
    ['utlis servcie lst', 'utils service list'],
    ['ha status', 'utils ha status'],
    ['dbreplication runtimestate', 'utils dbreplication runtimestate'],
    ['service stop Cisco SIP Proxy', 'utils service stop Cisco SIP Proxy'],
    ['utils dbreplication runtime', 'utils dbreplication runtimestate'],
    ['utils ha failover imp', 'utils ha failover imp1'],
    ['utils ha failver imp2', 'utils ha failover imp2'],
    ['utils service start SIP Proxy', 'utils service start Cisco SIP Proxy'],
    ['utils network eth0', 'show network eth0'],
    ['utils ha status pair now', ''],
    ['exti', 'exit'],
  ])('answers «%s» with the nearest, «%s»', (line, meant) => {
    expect(readLine(line)).toMatchObject({ kind: 'unknown', meant });
  });

  it('lists what may be entered where nothing is near', () => {
    expect(answerTo('delete everything')).toMatch(
      /«delete» is not known here\.\nWhat may be entered here:\nutils +/,
    );
    expect(answerTo('utils delete')).toMatch(/What may be entered here:\ndbreplication +[^]*\nsystem +/);
  });

  it('says when too much is entered', () => {
    expect(answerTo('show status of imp1')).toBe('Nothing may follow «show status», but «of imp1» does.');
  });
});

describe('completing a line', () => {
  it.each([
    ['u', 'utils '],
    ['utils d', 'utils dbreplication '],
    ['utils dbreplication re', 'utils dbreplication re'],
    ['utils dbreplication run', 'utils dbreplication runtimestate '],
    ['utils service stop Cisco X', 'utils service stop Cisco XCP Router'],
    ['utils service stop cisco s', 'utils service stop Cisco S'],
    ['utils service stop c', 'utils service stop Cisco '],
    ['utils ha failover ', 'utils ha failover imp'],
    ['utils ha status p', 'utils ha status pair'],
    ['utils system sh', 'utils system shutdown'],
    ['help utils ha fa', 'help utils ha fa'],
    ['h', 'help '],
    ['nonsense', 'nonsense'],
    ['utils nonsense st', 'utils nonsense st'],
  ])('«%s» becomes «%s»', (line, after) => {
    expect(completed(line).line).toBe(after);
  });

  it('gives what could be meant: words, nodes, services and groups', () => {
    expect(completed('utils ha fa').candidates).toEqual(['failover', 'fallback']);
    expect(completed('utils ha fallback ').candidates).toEqual(['imp1', 'imp2']);
    expect(completed('utils dbreplication reset ').candidates).toEqual(['imp1', 'imp2', 'all']);
    expect(completed('utils service start Cisco S').candidates).toEqual([
      'Cisco Sync Agent',
      'Cisco SIP Proxy',
      'Cisco Server Recovery Manager',
    ]);
    expect(completed('utils ha recover ').candidates).toEqual(['pair']);
    expect(completed('utils ha status pair x').candidates).toEqual([]);
  });

  it('knows a cluster of its own each time', () => {
    const other = new Bench({ cluster: { nodes: [{ name: 'alpha' }] } }).place;
    expect(complete(COMMANDS, 'utils ha failover a', other).line).toBe('utils ha failover alpha');
  });

  it('completes ssh and the name of a node at the prompt of one’s own computer', () => {
    expect(completeLocal('s', place.view).line).toBe('ssh ');
    expect(completeLocal('ssh imp2', place.view).line).toBe('ssh administrator@imp2');
    expect(completeLocal('ssh bob@imp', place.view).candidates).toEqual(['imp1', 'imp2']);
    expect(completeLocal('telnet', place.view).candidates).toEqual([]);
  });
});

describe('? and help', () => {
  it('say what may follow, and whether the line may end', () => {
    expect(plain(whatFollows(LINES, '', place))).toMatch(
      /^utils +.*\nshow +.*\nfile +.*\nexit +.*\nquit +.*\nhelp +/,
    );
    expect(plain(whatFollows(LINES, 'utils ha status ', place))).toBe(
      '<Enter>  carries the command out\n<group>  a presence redundancy group: pair',
    );
    expect(plain(whatFollows(LINES, 'utils ha f', place))).toMatch(/^failover +.*\nfallback +/);
    expect(plain(whatFollows(LINES, 'show status', place))).toMatch(/^<Enter> +carries the command out$/);
    expect(plain(whatFollows(LINES, 'utils zzz', place))).toMatch(/^Nothing that begins like this/);
  });

  it('explain every command, each with what it does and, where asked alone, more', () => {
    const all = plain(help(COMMANDS, '', place));
    for (const { syntax, command } of listCommands(COMMANDS)) {
      expect(all).toContain(syntax);
      expect(all).toContain(command.about);
      expect(plain(help(COMMANDS, syntax, place))).toContain(command.about);
    }
    expect(listCommands(COMMANDS).map(({ syntax }) => syntax)).toMatchInlineSnapshot(`
      [
        "utils dbreplication status",
        "utils dbreplication status all",
        "utils dbreplication status node <nodename>",
        "utils dbreplication status replicate",
        "utils dbreplication runtimestate",
        "utils dbreplication runtimestate <nodename>",
        "utils dbreplication stop",
        "utils dbreplication stop <nodename>",
        "utils dbreplication stop all",
        "utils dbreplication reset <nodename>",
        "utils dbreplication reset all",
        "utils dbreplication repair <nodename>",
        "utils dbreplication repair all",
        "utils service list",
        "utils service list page",
        "utils service start <name>",
        "utils service stop <name>",
        "utils service restart <name>",
        "utils ha status",
        "utils ha status <group>",
        "utils ha failover <node>",
        "utils ha fallback <node>",
        "utils ha recover <group>",
        "utils system restart",
        "utils system shutdown",
        "show status",
        "show version active",
        "show network cluster",
        "show network eth0",
        "file view activelog <file>",
        "exit",
        "quit",
      ]
    `);
  });

  it('explain one command with its arguments, and say what of it is reconstructed', () => {
    const said = plain(help(COMMANDS, 'utils dbreplication runtimestate', place));
    expect(said).toContain('utils dbreplication runtimestate <nodename>');
    expect(said).toContain('4 the set-up did not succeed');
    expect(said).toMatch(/Lab: .*made up/);
  });

  it('help with a branch of the tree, and with a slip', () => {
    expect(plain(help(COMMANDS, 'utils ha', place))).toMatch(/utils ha status\n[^]*utils ha recover <group>/);
    expect(plain(help(COMMANDS, 'utils hq', place))).toContain('Did you mean: utils ha');
  });
});
