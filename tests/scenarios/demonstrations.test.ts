import { describe, expect, it } from 'vitest';
import { DEMONSTRATIONS } from '../../content/scenarios';
import { checkScenario, runScenario, scenarioToJson } from '../../src/engine';
import { CONTENT_FOLDER, namesIn, readText, scenarioOf } from './files';

const ALL = namesIn(CONTENT_FOLDER, '.json');

/** Steps that a demonstration does in order to show that they are refused: step number and a word of the reason. */
const SHOWN_REFUSALS: Readonly<Record<string, readonly (readonly [number, RegExp])[]>> = {
  'single-node': [[1, /high availability is off/i]],
  'return-from-automatic-recovery': [[3, /healthy/i]],
};

describe('scenarios that come with the product', () => {
  it('are the rows and the demonstrations of the gallery, and nothing else', () => {
    const listed = DEMONSTRATIONS.map(({ slug }) => `${slug}.json`).sort();
    expect(ALL.filter((name) => !name.startsWith('row-'))).toEqual(listed);
    expect(new Set(listed).size).toBe(listed.length);
  });

  it.each(ALL)('%s has a title and a description that fit on a card', (name) => {
    const { title, description } = scenarioOf(readText(CONTENT_FOLDER, name));
    expect(title.length).toBeGreaterThan(5);
    expect(title.length).toBeLessThan(80);
    expect(description.length).toBeGreaterThan(40);
    expect(description.length).toBeLessThan(300);
  });

  it.each(ALL)('%s comes back equal after it has been written as a file', (name) => {
    const scenario = scenarioOf(readText(CONTENT_FOLDER, name));
    expect(checkScenario(JSON.parse(JSON.stringify(scenarioToJson(scenario))))).toEqual({
      ok: true,
      scenario,
    });
  });

  it.each(DEMONSTRATIONS)('$slug is titled as the gallery lists it', ({ slug, title }) => {
    expect(scenarioOf(readText(CONTENT_FOLDER, `${slug}.json`)).title).toBe(title);
  });

  it.each(DEMONSTRATIONS)('$slug shows what its file expects', ({ slug }) => {
    const report = runScenario(scenarioOf(readText(CONTENT_FOLDER, `${slug}.json`)));
    expect(report.checks.length).toBeGreaterThan(0);
    expect(report.checks.filter((check) => !check.ok)).toEqual([]);
    expect(report.violations ?? []).toEqual([]);
    const expected = SHOWN_REFUSALS[slug] ?? [];
    expect(report.refused.map(({ step }) => step)).toEqual(expected.map(([step]) => step));
    expected.forEach(([, why], index) => expect(report.refused[index]?.why).toMatch(why));
  });

  it('temporary presence is stale from the failover until the watcher subscribes again', () => {
    const scenario = scenarioOf(readText(CONTENT_FOLDER, 'stale-temporary-presence.json'));
    expect(runScenario(scenario, { untilMs: 20_000 }).stalePresence).toEqual([]);
    expect(runScenario(scenario, { untilMs: 699_000 }).stalePresence).toEqual([['user2', 'user1']]);
    expect(runScenario(scenario, { untilMs: 710_000 }).stalePresence).toEqual([]);
  });
});
