/** What axe finds on a page: the automatic part of WCAG 2.2 AA, and what it calls best practice. */
import axe from 'axe-core';
import type { Page } from '@playwright/test';
import { expect } from './fixtures';

const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

/** The rules that look at colours. All others find in one scheme what they find in the other. */
const COLOUR_RULES = ['color-contrast', 'link-in-text-block'];

/** What is looked at: without anything, all of the page with all rules. */
export interface Look {
  /** Selector of the part to look at. */
  readonly part?: string;
}

/** Runs rules of axe, by tag or by id; gives each that is broken, with what breaks it. */
function brokenRules(page: Page, runOnly: readonly string[], { part = 'html' }: Look): Promise<string[]> {
  return page.evaluate(
    async ([only, selector]) => {
      const { axe: onPage } = window as unknown as { axe: typeof axe };
      const found = await onPage.run(selector, { runOnly: [...only], resultTypes: ['violations'] });
      return found.violations.flatMap(({ id, nodes }) =>
        nodes.map(({ html, target }) => `${id}: ${target.join(' ')} ${html.slice(0, 200)}`),
      );
    },
    [runOnly, part] as const,
  );
}

/**
 * What is against WCAG 2.2 AA on a page as it stands, in light and in dark, as far as a machine can tell. Leaves the page in dark.
 *
 * @returns a line for each element that breaks a rule
 */
export async function barriers(page: Page, look: Look = {}): Promise<readonly string[]> {
  await page.emulateMedia({ colorScheme: 'light' });
  if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(axe.source);
  const light = await brokenRules(page, TAGS, look);
  await page.emulateMedia({ colorScheme: 'dark' });
  const dark = await brokenRules(page, COLOUR_RULES, look);
  return [...light.map((what) => `in light: ${what}`), ...dark.map((what) => `in dark: ${what}`)];
}

/** Fails if there are {@link barriers} on a page as it stands; `what` says in which situation. */
export async function expectNoBarriers(page: Page, what: string, look: Look = {}): Promise<void> {
  expect(await barriers(page, look), what).toEqual([]);
}
