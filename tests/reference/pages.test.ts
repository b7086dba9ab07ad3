import { describe, expect, it } from 'vitest';
import { COMMAND_PAGES } from '../../content/reference/command-pages';
import { COMMANDS } from '../../content/reference/commands';
import { DISAGREEMENT_SUBJECTS } from '../../content/reference/disagreement-subjects';
import { PARAMETER_PAGES } from '../../content/reference/parameters';
import { SERVICE_NAMES, SERVICE_PAGES } from '../../content/reference/services';
import { DISAGREEMENTS, PARAMETERS, REASONS, ROWS, STATE_IDS, matchRow } from '../../src/engine';
import { playSession } from '../../src/lib/reference/console.server';
import { REFERENCE_ENTRIES } from '../../src/lib/reference/entries.server';
import { lessonOf } from '../../src/lib/reference/lessons.server';
import {
  assumptionsOfRow,
  neighboursOf,
  reasonsBeside,
  runThatReaches,
  runThatShows,
  statesBeside,
} from '../../src/lib/reference/relations.server';
import { isFleeting } from '../../src/lib/reference/runs.server';
import { slugOf } from '../../src/lib/reference/slug';
import { tellRun } from '../../src/lib/reference/story.server';
import { homesByMode, measureTiming } from '../../src/lib/reference/timing.server';
import { ROW_NUMBERS, waysFrom } from '../../src/lib/reference/ways.server';
import { COMMANDS as TERMINAL } from '../../src/lib/terminal/commands/tree';
import { listCommands } from '../../src/lib/terminal/grammar';

const ofKind = (kind: string) => REFERENCE_ENTRIES.filter((entry) => entry.kind === kind);

describe('the list of pages', () => {
  it.each([
    ['overview', 9],
    ['rows', 24],
    ['states', 14],
    ['reasons', 17],
    ['parameters', 11],
    ['services', 7],
    ['commands', 20],
  ])('has of %s: %i', (kind, count) => {
    expect(ofKind(kind)).toHaveLength(count);
  });

  it('gives every page an address, a title and a sentence of its own', () => {
    for (const field of ['href', 'summary'] as const)
      expect(new Set(REFERENCE_ENTRIES.map((entry) => entry[field])).size, field).toBe(
        REFERENCE_ENTRIES.length,
      );
    for (const { kind, slug, href, title, summary } of REFERENCE_ENTRIES) {
      expect(href).toMatch(/^\/reference\/([a-z0-9-]+\/){0,2}$/);
      // No number of ours; the name of a network interface may end in one.
      expect(slug).not.toMatch(/(^|-)\d/);
      expect(title.trim(), href).not.toBe('');
      expect(summary, href).toMatch(/[.?]$/);
      if (kind !== 'overview') expect(href).toBe(`/reference/${kind}/${slug}/`);
    }
  });

  it('leaves out nothing of the vocabulary', () => {
    const slugs = (kind: string) => ofKind(kind).map(({ slug }) => slug);
    expect(slugs('rows')).toEqual(ROWS.map(({ slug }) => slug));
    expect(slugs('states')).toEqual([...STATE_IDS]);
    expect(slugs('reasons')).toEqual(REASONS.map(slugOf));
    expect(slugs('parameters')).toEqual([...PARAMETERS.map(({ name }) => slugOf(name)), 'assumed-durations']);
    expect(slugs('services')).toEqual(SERVICE_NAMES.map(slugOf));
    expect(slugs('commands')).toEqual(COMMANDS.map(slugOf));
  });
});

describe('rows', () => {
  it.each(ROW_NUMBERS)('row %i is reached by a run of its own, which is shown while the row is', (number) => {
    const { run, span } = runThatReaches(number);
    const story = tellRun(run, span);
    expect(story.momentMs).toBeGreaterThanOrEqual(span.fromMs);
    expect(story.momentMs).toBeLessThan(span.toMs);
    const shown = story.nodes.map((name) => story.view.nodes.find((node) => node.name === name));
    const [one, other] = shown.map((node) => node && { state: node.state, reason: node.reason });
    expect(one && other && matchRow([one, other])?.row.number).toBe(number);
    expect(story.lines.length).toBeGreaterThan(0);
  });

  it.each(ROW_NUMBERS)('every way on from row %i can be gone, and comes to rest in a row', (number) => {
    const ways = waysFrom(number);
    expect(ways.length).toBeGreaterThan(0);
    for (const { title, spans } of ways) {
      const last = spans.at(-1);
      expect(last?.row, title).not.toBeNull();
      expect(last && isFleeting(last), title).toBe(false);
    }
  });

  it('every recommended repair leads home to two Normal nodes', () => {
    const home = (title: RegExp, numbers: readonly number[]) => {
      for (const number of ROW_NUMBERS.filter((it) => numbers.includes(it))) {
        const ways = waysFrom(number).filter((way) => title.test(way.title));
        expect(
          ways.map(({ spans }) => spans.at(-1)?.row),
          `row ${number}`,
        ).toContain(1);
      }
    };
    home(/fall back/i, [3, 5, 6, 7, 11, 12, 13, 14, 16, 17, 18, 22, 23]);
    home(/recover the group$/i, [14, 15, 21]);
    home(/restart/i, [19, 20, 24]);
  });

  it('what comes before and after is read off the runs', () => {
    const rows = (number: number, side: 'before' | 'after') =>
      neighboursOf(number, side).map(({ row }) => row);
    expect(rows(3, 'before')).toEqual([2]);
    expect(rows(3, 'after')).toEqual([4, 5, 6, 7]);
    expect(rows(12, 'after')).toEqual([11, 15]);
    expect(rows(10, 'after')).toEqual([1]);
  });

  it('the assumptions on the way are those of the run', () => {
    expect(assumptionsOfRow(16)).toContain('I-16');
    expect(assumptionsOfRow(2)).not.toContain('I-16');
  });
});

describe('states and reasons', () => {
  it.each(STATE_IDS)('%s has a run that shows it, and reasons beside it', (state) => {
    const { run, span } = runThatShows({ state });
    expect(run.spans).toContain(span);
    expect(reasonsBeside(state).length).toBeGreaterThan(0);
  });

  it.each(REASONS)('%s has a run that shows it, and states beside it', (reason) => {
    const { span } = runThatShows({ reason });
    expect(span.pair.map((node) => node.reason)).toContain(reason);
    expect(statesBeside(reason).length).toBeGreaterThan(0);
  });

  it('disagreements are all said to be about something that exists', () => {
    expect(Object.keys(DISAGREEMENT_SUBJECTS).sort()).toEqual(DISAGREEMENTS.map(({ slug }) => slug).sort());
    for (const subjects of Object.values(DISAGREEMENT_SUBJECTS))
      expect(Object.values(subjects).flat().length).toBeGreaterThan(0);
  });
});

describe('parameters', () => {
  const timed = PARAMETERS.flatMap(({ id, default: value }) => {
    const { timing } = PARAMETER_PAGES[id];
    return timing ? [{ id, value, timing }] : [];
  });

  it('each that acts has a run in which it does, and the ports have none', () => {
    const acting = PARAMETERS.filter(({ id, acts }) => acts && id !== 'userAssignmentMode').map(
      ({ id }) => id,
    );
    expect(timed.map(({ id }) => id)).toEqual(acting);
  });

  it.each(timed)(
    '$id changes the figures of its run, and its default is among the values',
    ({ id, value, timing }) => {
      const lines = measureTiming(id, timing);
      expect(timing.values).toContain(value);
      expect(new Set(lines.map(({ seconds }) => JSON.stringify(seconds))).size).toBeGreaterThan(1);
      if (typeof value === 'number') for (const { seconds } of lines) expect(seconds).not.toContain(null);
    },
  );

  it('assigns users as each mode says', () => {
    expect(homesByMode().map(({ homes }) => homes)).toEqual([
      [12, 12],
      [24, 0],
      [0, 0],
    ]);
  });
});

describe('lessons', () => {
  it('every page that is about something names the lesson that teaches it', () => {
    for (const entry of REFERENCE_ENTRIES)
      expect(lessonOf(entry) === undefined, entry.href).toBe(entry.kind === 'overview');
  });
});

describe('services and commands', () => {
  it.each(SERVICE_NAMES)('%s goes down in the run of its page', (name) => {
    const { scenario, commandName } = SERVICE_PAGES[name];
    const { run } = runThatReaches(Number(scenario.slice(4, 6)));
    const lines = run.run.log({ untilMs: run.untilMs, kinds: ['step'], count: 50 }).entries;
    const wanted = { 'Database service': 'stop database', 'Cisco Server Recovery Manager': 'stop srm' };
    const what = name in wanted ? wanted[name as keyof typeof wanted] : `stop service, ${commandName}`;
    expect(lines.some(({ title }) => title.endsWith(what))).toBe(true);
  });

  it('every command of a page is one of the terminal', () => {
    const known = listCommands(TERMINAL).map(({ path }) => path);
    expect(COMMANDS.filter((command) => !known.includes(command))).toEqual([]);
  });

  it('every command of the terminal has a page, but those that leave it', () => {
    const known = listCommands(TERMINAL).map(({ path }) => path);
    const beginsOne = (path: string) => COMMANDS.some((command) => `${path} `.startsWith(`${command} `));
    expect(known.filter((path) => !beginsOne(path))).toEqual(['exit', 'quit']);
  });

  it.each(COMMANDS)('%s is shown in use, and answers', (command) => {
    const { sessions } = COMMAND_PAGES[command];
    expect(sessions.length).toBeGreaterThan(0);
    for (const session of sessions) {
      expect(session.typed.some(({ line }) => line.startsWith(command))).toBe(true);
      const { pieces } = playSession(session);
      expect(pieces.filter(({ kind }) => kind !== 'echo').length).toBeGreaterThan(0);
    }
  });

  it('a refusal is shown with the reason of the engine', () => {
    const refused = COMMAND_PAGES['utils ha fallback'].sessions[1];
    const lines = refused ? playSession(refused).pieces.map((piece) => piece.text) : [];
    expect(lines).toContain('Request FAILED.');
  });
});
