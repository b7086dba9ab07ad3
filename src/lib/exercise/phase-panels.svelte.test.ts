import { beforeEach, describe, expect, it } from 'vitest';
import { page } from 'vitest/browser';
import { render } from 'vitest-browser-svelte';
import { AtWork, RIGHT_GUESS, STOP_ROUTER, UNAIDED, WORKED } from '../../../tests/fixtures/exercise/at-work';
import type { Lab } from '../lab/lab.svelte';
import ExerciseHead from './ExerciseHead.svelte';
import PhasePanel from './PhasePanel.svelte';
import Stepper from './Stepper.svelte';

const { predict, reach, explain, restore } = WORKED;
const place = {
  family: { id: 'service-and-database-failures', title: 'Service and database failures' },
  name: 'Service and database failures, 1 of 3',
  support: 'with first hints',
  rowSlug: 'critical-service-down',
  next: { id: 'database-down', name: 'Service and database failures, 3 of 3' },
};

let work: AtWork;
let compared = $state<string | null>(null);

beforeEach(() => {
  work = new AtWork();
  compared = null;
});

/** The present phase as it is drawn, and the phases above it. */
async function show() {
  const lab = {
    player: {
      get instantMs() {
        return work.lab.instantMs;
      },
    },
    howItCame: () =>
      Promise.resolve([{ index: 1, timeMs: 120_000, title: 'A log line', explanation: 'Why so.' }]),
  } as unknown as Lab;
  const { session } = work;
  await render(Stepper, { session, alive: true });
  await render(PhasePanel, {
    session,
    lab,
    place,
    get compared() {
      return compared;
    },
    set compared(id: string | null) {
      compared = id;
    },
  });
}

const task = () => page.getByRole('group', { name: 'Your task' });
const button = (name: string | RegExp) =>
  task().getByRole('button', { name, exact: typeof name === 'string' });
const says = (text: string) =>
  expect.element(task().getByRole('status').filter({ hasText: text })).toBeVisible();
/** Everything that eyes, screen readers or a look behind the page could find. */
const toBeNowhere = (...texts: readonly string[]) => {
  const everything = document.body.innerHTML.replaceAll('&amp;', '&');
  expect(texts.filter((text) => everything.includes(text))).toEqual([]);
};
const cells = async (table: string) => {
  await expect.element(page.getByRole('table', { name: table })).toBeVisible();
  const rows = page.getByRole('table', { name: table }).getByRole('row').all();
  return rows.map((row) =>
    [...row.element().children].map((cell) => cell.textContent.replace(/\s+/g, ' ').trim()),
  );
};

describe('the title', () => {
  it('stands over an exercise once it no longer tells what comes', async () => {
    const { title, summary, row } = WORKED;
    const props = { exercise: WORKED, place, foretold: false, rowHidden: true };
    const { rerender } = await render(ExerciseHead, props);
    await expect.element(page.getByRole('heading', { level: 1 })).toHaveTextContent(place.name);
    expect(document.title).toMatch(place.name);
    toBeNowhere(title, summary, `row ${String(row)}`);
    await rerender({ ...props, foretold: true, rowHidden: false });
    await expect.element(page.getByRole('heading', { level: 1 })).toHaveTextContent(title);
    await expect.element(page.getByText(`row ${String(row)} of the table`)).toBeVisible();
    await expect.element(page.getByText(summary)).toBeVisible();
    expect(document.title).toMatch(title);
  });
});

describe('predict', () => {
  /** Answers everything, imp2 wrongly, and is certain. */
  async function answer() {
    await page
      .getByLabelText('imp1 will show')
      .selectOptions('Failed Over with Critical Services Not Running');
    await page.getByLabelText('imp2 will show').selectOptions('Taking Over');
    await page.getByRole('radio', { name: 'imp2 serves them all' }).click();
    await page.getByRole('radio', { name: 'About a minute and a half after the stop' }).click();
    await page.getByRole('slider').fill('100');
  }

  it('tells nothing of what will come, and takes no prediction that leaves something open', async () => {
    await work.begin();
    await show();
    const commit = button('Commit my prediction');
    await expect.element(commit).toHaveAttribute('title', 'First answer everything that is asked');
    await commit.click({ force: true });
    expect(work.predict.guess).toBeNull();
    await answer();
    await expect.element(commit).not.toHaveAttribute('aria-disabled');
    toBeNowhere(predict.why, 'It came', 'points', 'Go on to Reach');

    work.lab.interrupted = true;
    await commit.click();
    await says('Your prediction stands.');
    toBeNowhere(predict.why, 'It came', 'points', 'Go on to Reach');
    expect(work.predict.guess).toEqual({
      pair: ['failed-over-critical-services-not-running', 'taking-over'],
      serving: 'second',
      answer: 'after-the-delay',
      confidence: 1,
    });
  });

  it('then puts what came beside what was said, with why, and what the certainty was worth', async () => {
    await work.begin();
    await work.predict.commit({ ...RIGHT_GUESS, pair: [RIGHT_GUESS.pair![0], 'taking-over'], confidence: 1 });
    await show();
    await says('Not all of it came as you said.');
    await says(predict.why);
    const [imp1, delay] = [
      'Failed Over with Critical Services Not Running',
      'About a minute and a half after the stop',
    ];
    expect(await cells('Your prediction and what came')).toEqual([
      ['About', 'You said', 'It came'],
      ['imp1', `✓ Right: ${imp1}`, imp1],
      ['imp2', '✗ Wrong: Taking Over', 'Running in Backup Mode'],
      ['Who serves the users', '✓ Right: imp2 serves them all', 'imp2 serves them all'],
      ['When does imp2 begin to take over?', `✓ Right: ${delay}`, delay],
    ]);
    await expect
      .element(task())
      .toHaveTextContent('You were 100 % sure, and it was not all right: a Brier score of 1.00');
    await task().getByText('How it came about, step by step').click();
    await expect.element(task().getByRole('listitem')).toHaveTextContent('2:00 · A log line. Why so.');
    await button('Go on to Reach').click();
    await expect.element(page.getByRole('heading', { name: 'Reach' })).toBeVisible();
  });
});

describe('a phase that is driven', () => {
  const goal = () => page.getByRole('region', { name: 'Goal' });

  it('names what is missing, what is so now, and the timer that it waits for', async () => {
    await work.toReach();
    await show();
    await work.watchTo(20);
    await expect
      .element(goal())
      .toHaveTextContent(
        /Missing: State of imp1: Failed Over with Critical Services Not Running\. Now: Normal\./,
      );
    expect(goal().element().textContent).not.toContain('waits for');
    work.lab.act(STOP_ROUTER, 30);
    await work.watchTo(60);
    await expect
      .element(goal())
      .toHaveTextContent(/imp1 waits for .* Critical Service Delay .*: 1:01 left\./);
    await button('Undo my last action').click();
    await expect
      .element(button('Undo my last action'))
      .toHaveAttribute('title', 'You have done nothing yet in this phase');
    await work.reach();
    await says(reach.done);
    await expect.element(goal()).not.toBeInTheDocument();
    await expect.element(task().getByRole('definition').last()).toHaveTextContent('100 of 100');
    await expect.element(button('Go on to Explain')).toBeVisible();
  });

  it('answers what was done: a word, points taken, and a move after which it has to be begun again', async () => {
    await work.toRestore();
    await show();
    work.lab.act({ do: 'fallback', node: 'imp1' }, 203);
    work.session.hearRefusal({ step: { do: 'fallback', node: 'imp1' }, atMs: 203_000 });
    await work.watchTo(204);
    await says('A fallback to a node that is not fit is not offered.');
    work.lab.act({ do: 'restart-srm', node: 'imp1' }, 205);
    await work.watchTo(215);
    await says(`This costs 15 points. ${restore.penalised![0]!.why}`);
    work.lab.act({ do: 'power-off', node: 'imp2' }, 216);
    await work.watchTo(220);
    await says(`This phase has to be begun again. ${restore.forbidden![0]!.why}`);
    for (const name of ['Undo my last action', /^Hint:/, /^Go on/])
      await expect.element(button(name)).not.toBeInTheDocument();
    await button('Begin this phase again').click();
    await expect.element(goal()).toBeVisible();
    await work.restore();
    await says(restore.done);
    await expect.element(task().getByRole('definition').first()).toHaveTextContent('2 (par 2)');
  });
});

describe('help', () => {
  const { where, meaning, command } = reach.hints;

  it('comes in tiers, each with its cost before it is taken, and the played solution caps the score', async () => {
    await work.toReach(UNAIDED);
    await show();
    for (const [name, cost, text] of [
      ['Where to look', '5 points', where],
      ['What it means', '10 points in all', meaning],
      ['What to do', '15 points in all', command],
    ] as const) {
      await expect.element(task()).toHaveTextContent(`Hint: ${name} costs ${cost}`);
      toBeNowhere(text);
      await button(`Hint: ${name}`).click();
      await expect.element(task().getByText(text)).toBeVisible();
    }
    await expect.element(task()).toHaveTextContent('Hint: Play a solution costs at most 40 points are left');
    const [step] = reach.solutions[0]!.steps;
    toBeNowhere(step!.say);

    await button('Hint: Play a solution').click();
    toBeNowhere(step!.say);
    await button('Play the first step').click();
    await expect
      .element(task().getByRole('listitem'))
      .toHaveTextContent(`0:30 · Stop Cisco XCP Router on imp1. ${step!.say}`);
    toBeNowhere(reach.done);
    await button('Watch it to the end').click();
    await expect.element(task().getByText(reach.done)).toBeVisible();
    await button('Now do it yourself').click();
    await work.reach();
    await expect
      .element(task())
      .toHaveTextContent('40 of 100, −15 for hints, −45 for the solution that was played');
  });

  it('gives its first two tiers unasked to who is guided', async () => {
    await work.toReach();
    await show();
    await expect.element(task().getByText(where)).toBeVisible();
    await expect.element(task().getByText(meaning)).toBeVisible();
    await expect.element(button('Hint: What to do')).toBeVisible();
    toBeNowhere(command);
  });

  it('shows it first where it is worked, before anything is to be done', async () => {
    await work.toReach(WORKED);
    await show();
    await expect.element(task().getByRole('region', { name: 'Solution' })).toBeVisible();
    await expect.element(page.getByRole('region', { name: 'Goal' })).not.toBeInTheDocument();
    await expect.element(button(/^Hint/)).not.toBeInTheDocument();
  });
});

describe('explain', () => {
  const [right, database] = explain.causes;

  it('answers a wrong cause with why, and with the run that it would have shown', async () => {
    await work.toExplain();
    await show();
    toBeNowhere(...explain.causes.map(({ say }) => say), ...explain.evidence.map(({ text }) => text));
    await button(database!.text).click();
    await says(`${database!.say} ${database!.refutation!.say}`);
    await expect.element(button(/^The database .*✗ No$/)).toBeVisible();
    await button('Play what that would have shown').click();
    expect(compared).toBe('database');
    await button('Close the comparison').click();
    expect(compared).toBeNull();
    toBeNowhere(right!.say, ...explain.evidence.map(({ text }) => text));
  });

  it('asks for the evidence once the cause is found, and tells what is true and proves nothing', async () => {
    await work.toExplain();
    await show();
    await button(right!.text).click();
    await says(right!.say);
    await expect
      .element(page.getByRole('group', { name: 'What tells so? 2 of these do, together.' }))
      .toBeVisible();
    const [reason, oneOfFive, backup, notHeard] = explain.evidence;
    await button(backup!.text).click();
    await says(backup!.say);
    await button('Play another run that shows it as well').click();
    expect(compared).toBe(backup!.alsoIn);
    await button(notHeard!.text).click();
    await says(notHeard!.say);
    await button('Play a run that would show it').click();
    expect(compared).toBe(notHeard!.onlyIn);
    await button(reason!.text).click();
    await expect.element(button(/^Go on/)).not.toBeInTheDocument();
    await button(oneOfFive!.text).click();
    await says('Cause and evidence are found: 80 of 100 points.');
    await button('Go on to Restore').click();
    await expect.element(page.getByRole('heading', { name: 'Restore' })).toBeVisible();
  });
});

describe('the phases', () => {
  const phase = (name: string) =>
    page.getByRole('navigation', { name: 'Phases' }).getByRole('button', { name });

  it('say where one is and what is done, and lead back, but not ahead', async () => {
    await work.toReach();
    await show();
    await expect.element(phase('Predict')).toHaveTextContent('✓ Predict, done');
    await expect.element(phase('Reach')).toHaveAttribute('aria-current', 'step');
    await expect.element(phase('Explain')).toHaveAttribute('aria-disabled', 'true');
    await expect.element(phase('Explain')).toHaveAttribute('title', 'Comes after the phases before it');
    await phase('Explain').click({ force: true });
    expect(work.session.stage).toBe('reach');
    await phase('Predict').click();
    await says('All of it came as you said.');
    await expect.element(phase('Predict')).toHaveAttribute('aria-current', 'step');
  });

  it('end in a report: actions and user-minutes against par, help and score of each', async () => {
    await work.toReach();
    work.drive.takeHint();
    await work.reach();
    await work.session.next();
    work.explainAll();
    await work.session.next();
    await work.restore();
    await work.session.next();
    await show();
    await expect.element(page.getByText('without help')).toBeVisible();
    await expect.element(page.getByText('once you have named a cause')).toBeVisible();
    await page.getByRole('button', { name: /^Leave the transfer/ }).click();
    const status = page.getByRole('region', { name: 'Report' }).getByRole('status').first();
    await expect.element(status).toHaveTextContent('The transfer is still to be done');

    await phase('Transfer').click();
    await expect.element(task()).toBeVisible();
    await expect.element(button(/^Hint/)).not.toBeInTheDocument();
    await work.transfer();
    await button('Go on to the result').click();
    await expect.element(page.getByRole('heading', { name: 'Report' })).toHaveFocus();
    await expect.element(status).toHaveTextContent('Mastered.');
    expect(await cells('Your phases')).toEqual([
      ['Phase', 'Actions', 'User-minutes', 'Help', 'Score'],
      ['Predict', '–', '–', 'none', '99'],
      ['Reach', '1', '20.0', '3 hints', '85'],
      ['Explain', '–', '–', 'none', '100'],
      ['Restore', '2 (par 2)', '53.6 (par 20.0)', 'none', '70'],
      ['Transfer: explain', '–', '–', 'none', '100'],
      ['Transfer: restore', '2 (par 2)', '38.9 (par 20.0)', 'none', '85'],
    ]);
    await expect.element(page.getByRole('table', { name: 'Your prediction and what came' })).toBeVisible();
    await expect.element(page.getByText(/^Reach, at 2:\d\d of its run$/)).toBeVisible();
    await expect
      .element(page.getByRole('definition').first())
      .toHaveTextContent('State of imp1: Failed Over with Critical Services Not Running');
    await page.getByRole('button', { name: 'Try again' }).click();
    await expect.element(button('Commit my prediction')).toBeVisible();
    toBeNowhere(predict.why);
  });
});
