import { spawn, spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { parseArguments } from '../../scripts/simulate/arguments';
import { simulateAll } from '../../scripts/simulate/run';
import type { Report } from '../../src/engine';
import { CONTENT_FOLDER, FIXTURES_FOLDER } from './files';

const ROW_12 = `${CONTENT_FOLDER}/row-12-critical-service-down.json`;
const THREE_GROUPS = `${CONTENT_FOLDER}/three-groups.json`;
const SINGLE_NODE = `${CONTENT_FOLDER}/single-node.json`;
const MALFORMED = `${FIXTURES_FOLDER}/invalid/unknown-names.json`;
const NOT_JSON = `${FIXTURES_FOLDER}/invalid/not-json-comma.txt`;
const SPAWN_TIMEOUT_MS = 30_000;

const folder = mkdtempSync(join(tmpdir(), 'simulate-'));
afterAll(() => rmSync(folder, { recursive: true }));

/** A scenario whose only expectation does not come true. */
const DISAPPOINTED = join(folder, 'disappointed.json');
writeFileSync(
  DISAPPOINTED,
  JSON.stringify({
    format: 'presence-redundancy-scenario',
    version: 1,
    cluster: { nodes: [{ name: 'imp1' }, { name: 'imp2' }] },
    expect: [{ at: 10, row: 12, nodes: { imp1: { state: 'normal', reason: 'On Admin Request' } } }],
  }),
);

/** Runs the script as a process of its own, as `npm run simulate` does. */
function spawned(words: readonly string[], input = '') {
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    ['--import', 'tsx', 'scripts/simulate.ts', ...words],
    { input, encoding: 'utf8' },
  );
  return { status, stdout, stderr };
}

/** The same without a process, for what does not need one. */
function simulate(words: readonly string[]) {
  const parsed = parseArguments(words);
  if (parsed.kind !== 'run') throw new Error(`no request in ${words.join(' ')}`);
  const written = { stdout: '', stderr: '' };
  const status = simulateAll(parsed.request, {
    input: '',
    out: (part) => (written.stdout += part),
    fault: (line) => (written.stderr += `${line}\n`),
  });
  return { status, ...written };
}

const linesOf = (text: string): string[] => text.split('\n').filter((line) => line !== '');
const jsonLines = (text: string): unknown[] => linesOf(text).map((line): unknown => JSON.parse(line));

describe('the headless run', { timeout: SPAWN_TIMEOUT_MS }, () => {
  it('is what `npm run -s simulate` starts', () => {
    const { status, stdout } = spawnSync('npm', ['run', '-s', 'simulate', '--', ROW_12, '--json'], {
      encoding: 'utf8',
    });
    expect(status).toBe(0);
    expect((JSON.parse(stdout) as Report).time).toBe(200);
  });

  it('prints one object with exactly the fields of the format', () => {
    const { status, stdout, stderr } = spawned([ROW_12, '--json']);
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
    const report = JSON.parse(stdout) as Report;
    expect(Object.keys(report)).toEqual([
      'time',
      'row',
      'nodes',
      'splitBrain',
      'history',
      'refused',
      'checks',
      'users',
      'stalePresence',
      'cost',
    ]);
    expect(report).toMatchObject({
      time: 200,
      row: { DefaultCUPSubCluster: 12 },
      splitBrain: { DefaultCUPSubCluster: false },
      refused: [],
      stalePresence: [],
    });
    expect(Object.keys(report.nodes)).toEqual(['imp1', 'imp2']);
    expect(report.nodes.imp1).toEqual({
      state: 'failed-over-critical-services-not-running',
      reason: 'Critical Service Down',
      healthy: false,
      srm: 'running',
      platform: 'up',
      users: { served: 0, online: 0, waiting: 0 },
    });
    expect(report.users && report.users.online + report.users.waiting + report.users.offline).toBe(24);
    expect(report.cost?.userMinutes).toBeCloseTo(
      (report.cost?.waiting ?? 0) + (report.cost?.degraded ?? 0),
      9,
    );
    expect(report.history[0]).toEqual({
      time: 120,
      node: 'imp1',
      state: 'failing-over',
      reason: 'Critical Service Down',
      provenance: expect.stringMatching(/\[S\]/) as string,
    });
    expect(report.checks.map(({ at, ok }) => [at, ok])).toEqual([
      [119, true],
      [125, true],
      [200, true],
    ]);
  });

  it('leaves users, stale presence and cost out where there are no users', () => {
    const { stdout } = simulate([DISAPPOINTED, '--json']);
    expect(Object.keys(JSON.parse(stdout) as Report)).not.toEqual(expect.arrayContaining(['users']));
  });

  it('says what was refused, when and why, and goes on', () => {
    const report = JSON.parse(simulate([SINGLE_NODE, '--json']).stdout) as Report;
    expect(report.refused).toEqual([
      { time: 60, step: 1, do: 'failover', why: expect.any(String) as string },
    ]);
    expect(report.time).toBe(900);
  });

  it('ends with 1 when an expectation fails, and shows what was expected and what was seen', () => {
    const { status, stdout } = simulate(['--json', DISAPPOINTED]);
    expect(status).toBe(1);
    expect((JSON.parse(stdout) as Report).checks).toEqual([
      {
        at: 10,
        ok: false,
        expected: { row: 12, nodes: { imp1: { state: 'normal', reason: 'On Admin Request' } } },
        seen: { row: 1, nodes: { imp1: { state: 'normal', reason: 'Normal' } } },
      },
    ]);
  });

  it('tells people the same: steps, changes with their source, checks, rows, users and cost', () => {
    const { status, stdout } = simulate([ROW_12]);
    expect(status).toBe(0);
    expect(stdout).toContain('A critical service stops');
    expect(stdout).toMatch(/^ +30\.000 {2}> stop-service imp1 Cisco XCP Router$/m);
    expect(stdout).toMatch(/^ +120\.020 {2}imp2 {2}Taking Over \(Critical Service Down\) {2}\[S\] /m);
    expect(stdout).toMatch(/^ +200\.000 {2}✓ as expected$/m);
    expect(stdout).toContain('DefaultCUPSubCluster: row 12, A critical service is down');
    expect(stdout).toMatch(/users: \d+ online, \d+ waiting, 0 offline/);
    expect(stdout).toMatch(/cost: [\d.]+ user-minutes/);
    expect(stdout).toContain('3 of 3 expectations held');
  });

  it('tells people what differs, and what was refused', () => {
    const failed = simulate([DISAPPOINTED]);
    expect(failed.status).toBe(1);
    expect(failed.stdout).toContain(
      '✗ not as expected: row expected 12, seen 1; nodes.imp1.reason expected "On Admin Request", seen "Normal"',
    );
    expect(simulate([SINGLE_NODE]).stdout).toMatch(/> failover imp1 {2}refused: /);
  });

  it('reads standard input, once, however often it is named', () => {
    const text = readFileSync(ROW_12, 'utf8');
    const { status, stdout } = spawned(['-', '--json', '-'], text);
    expect(status).toBe(0);
    const [first, second] = jsonLines(stdout);
    expect(first).toMatchObject({ file: '-', time: 200 });
    expect(second).toEqual(first);
  });

  it('runs to another end with --until, wherever it stands, and lists the expectations it skipped', () => {
    for (const words of [
      ['--until', '122.5', ROW_12, '--json'],
      [ROW_12, '--json', '--until=122.5'],
    ]) {
      const { status, stdout } = simulate(words);
      const report = JSON.parse(stdout) as Report;
      expect([status, report.time]).toEqual([0, 122.5]);
      expect(report.checks.map((check) => check.at)).toEqual([119]);
      expect(report.skipped?.map((skipped) => skipped.at)).toEqual([125, 200]);
    }
    expect(JSON.parse(simulate([ROW_12, '--json', '--until', '100000']).stdout)).toMatchObject({
      time: 100_000,
    });
  });

  it('gives the same run every time', () => {
    expect(simulate([THREE_GROUPS, '--json']).stdout).toBe(simulate([THREE_GROUPS, '--json']).stdout);
  });

  it('says of a malformed file what and where, on standard error alone, and ends with 2', () => {
    const { status, stdout, stderr } = spawned([MALFORMED, '--json']);
    expect({ status, stdout }).toEqual({ status: 2, stdout: '' });
    expect(linesOf(stderr)).toHaveLength(9);
    expect(linesOf(stderr)[0]).toBe(
      `${MALFORMED}: steps[0].node: must be the name of a node ("imp1", "imp2"), not "imp3"`,
    );
  });

  it.each([
    [NOT_JSON, /line 4, column 45: is not JSON/],
    [join(folder, 'missing.json'), /cannot be read: there is no such file/],
    [folder, /cannot be read: it is a folder/],
  ])('cannot run %s', (file, message) => {
    const { status, stdout, stderr } = simulate([file]);
    expect({ status, stdout }).toEqual({ status: 2, stdout: '' });
    expect(stderr).toMatch(message);
    expect(linesOf(stderr)).toHaveLength(1);
  });

  it('runs several files in order, one object a line, and the worst exit code counts', () => {
    const files = [ROW_12, MALFORMED, DISAPPOINTED, THREE_GROUPS];
    const { status, stdout, stderr } = simulate([...files, '--json']);
    expect(status).toBe(2);
    const objects = jsonLines(stdout) as (Report & { file: string; error?: string[] })[];
    expect(objects.map((object) => object.file)).toEqual(files);
    expect(objects[1]).toEqual({
      file: MALFORMED,
      error: linesOf(stderr).map((line) => line.slice(`${MALFORMED}: `.length)),
    });
    expect(objects[1]?.error?.[0]).toMatch(/^steps\[0\]\.node: /);
    expect(objects[3]?.row).toEqual({ west: 3, east: 17, north: 1 });
    expect(simulate([ROW_12, DISAPPOINTED, '--json']).status).toBe(1);
    expect(simulate([ROW_12, THREE_GROUPS, '--json']).status).toBe(0);
  });

  it('refuses arguments that it does not know with its usage', () => {
    const { status, stdout, stderr } = spawned([ROW_12, '--jsn']);
    expect({ status, stdout }).toEqual({ status: 2, stdout: '' });
    expect(stderr).toMatch(/^unknown option --jsn\nusage: npm run -s simulate/);
  });

  it('explains itself', () => {
    const { status, stdout } = spawned(['--help']);
    expect(status).toBe(0);
    expect(stdout).toContain('--until SECONDS');
  });

  it('says nothing when its reader has seen enough', async () => {
    const many = Array.from({ length: 300 }, () => THREE_GROUPS);
    const child = spawn(process.execPath, ['--import', 'tsx', 'scripts/simulate.ts', '--json', ...many]);
    let errors = '';
    child.stderr.on('data', (data: Buffer) => (errors += data.toString()));
    child.stdout.once('data', () => child.stdout.destroy());
    await new Promise((resolve) => child.once('close', resolve));
    expect(errors).toBe('');
  });
});

describe('arguments of the headless run', () => {
  const untilOf = (text: string) => {
    const parsed = parseArguments(['file', '--until', text]);
    return parsed.kind === 'run' ? parsed.request.untilMs : parsed.kind;
  };

  it.each([
    ['0', 0],
    ['12.5', 12_500],
    ['0.001', 1],
    ['.5', 500],
    ['30.123', 30_123],
    ['31622400', 31_622_400_000],
    ['31622401', 'wrong'],
    ['-1', 'wrong'],
    ['1e3', 'wrong'],
    ['0.0001', 'wrong'],
    ['', 'wrong'],
    ['Infinity', 'wrong'],
  ])('--until %j is %j milliseconds', (text, expected) => {
    expect(untilOf(text)).toBe(expected);
  });

  it.each([
    [[], /no scenario file is named/],
    [['--json'], /no scenario file is named/],
    [['file', '-j'], /unknown option -j/],
    [['file', '--until'], /--until must be followed/],
    [['file', '--until', '--json'], /--until must be seconds/],
  ])('%j is wrong', (words, what) => {
    expect(parseArguments(words)).toEqual({ kind: 'wrong', what: expect.stringMatching(what) as string });
  });

  it('takes what follows -- for files, and the last of two ends', () => {
    expect(parseArguments(['--until', '1', '--until=2', '--', '--json', '-'])).toEqual({
      kind: 'run',
      request: { files: ['--json', '-'], json: false, untilMs: 2_000 },
    });
  });
});
