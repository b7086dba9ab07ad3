/** Going about a page with the keyboard alone. */
import type { Page } from '@playwright/test';

/** Role and name of what has the focus, guessed from its markup: quick, for what is only passed by. */
function guessFocused(page: Page): Promise<string> {
  return page.evaluate(() => {
    const focused = document.activeElement;
    if (!focused) return '';
    const type = focused.getAttribute('type') ?? '';
    const roles: Record<string, string> = { A: 'link', SELECT: 'combobox', BUTTON: 'button' };
    const inputs: Record<string, string> = { radio: 'radio', checkbox: 'checkbox', range: 'slider' };
    const role = focused.getAttribute('role') ?? roles[focused.tagName] ?? inputs[type] ?? focused.tagName;
    const label = 'labels' in focused ? (focused.labels as NodeListOf<HTMLElement> | null)?.[0] : null;
    const name = focused.getAttribute('aria-label') ?? (label ?? focused).textContent ?? '';
    return `- ${role} "${name.replace(/\s+/g, ' ').trim()}"`;
  });
}

/** What has the focus, as a screen reader would name it; empty if nothing has. */
async function focusedName(page: Page): Promise<string> {
  const focused = page.locator(':focus');
  if ((await focused.count()) === 0) return '';
  return unquoted((await focused.ariaSnapshot()).split('\n')[0] ?? '');
}

/** A line of a snapshot of accessibility without what YAML puts round a name with a colon in it. */
export function unquoted(line: string): string {
  const quoted = /^(\s*- )'(.*)'(:?)$/.exec(line);
  const [, mark = '', text = '', colon = ''] = quoted ?? [];
  return quoted ? `${mark}${text.replaceAll("''", "'")}${colon}` : line;
}

/** A name as it stands in a regular expression. */
export const exactly = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');

/**
 * Presses a key until something has the focus that is wanted; fails where it cannot be reached.
 *
 * @param wanted role and name as a snapshot of accessibility has them: `button "Save"`
 */
export async function tabTo(page: Page, wanted: RegExp, key = 'Tab', most = 150): Promise<void> {
  for (let presses = 0; presses < most; presses += 1) {
    await page.keyboard.press(key);
    if (wanted.test(await guessFocused(page)) && wanted.test(await focusedName(page))) return;
  }
  throw new Error(`${key} never comes to ${String(wanted)}`);
}

/** Goes down a list of actions with the arrow keys until one has the focus, and presses Enter. */
export async function choose(page: Page, wanted: RegExp): Promise<void> {
  for (let presses = 0; presses < 12; presses += 1) {
    if (wanted.test(await focusedName(page))) return page.keyboard.press('Enter');
    await page.keyboard.press('ArrowDown');
  }
  throw new Error(`The arrow keys never come to ${String(wanted)}`);
}
