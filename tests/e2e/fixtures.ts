import { expect, test as base } from '@playwright/test';
import type { BrowserContext, Page } from '@playwright/test';

/** What a page did that no page of this site may do. */
export interface Misdeeds {
  /** Everything written to the console, and every uncaught error. */
  readonly consoleMessages: string[];
  /** Every request that left for a host other than the one that serves the site. */
  readonly foreignRequests: string[];
}

/**
 * Every end-to-end test imports `test` and `expect` from here: a test fails if any page of it writes to the console,
 * throws, or asks another host for anything, whether or not the test looks at it.
 * A test that provokes a message on purpose may empty `misdeeds.consoleMessages` after having looked at it.
 */
export const test = base.extend<{ misdeeds: Misdeeds; storesSite: boolean }>({
  /** Whether the site is stored for use without a network: it takes longer than most tests, so only those about it say so. */
  storesSite: [false, { option: true }],
  context: async ({ context, storesSite }, use) => {
    if (!storesSite)
      await context.addInitScript(() => {
        Reflect.deleteProperty(Navigator.prototype, 'serviceWorker');
      });
    await use(context);
  },
  misdeeds: [
    async ({ context, baseURL }, use) => {
      const misdeeds: Misdeeds = { consoleMessages: [], foreignRequests: [] };
      watch(context, new URL(baseURL ?? 'http://127.0.0.1/').host, misdeeds);
      await use(misdeeds);
      expect(misdeeds.consoleMessages, 'messages on the console').toEqual([]);
      expect(misdeeds.foreignRequests, 'requests to other hosts').toEqual([]);
    },
    { auto: true },
  ],
});

export { expect };

function watch(context: BrowserContext, ownHost: string, misdeeds: Misdeeds): void {
  context.on('console', (message) => {
    const where = `${message.location().url}, on ${message.page()?.url() ?? 'no page'}`;
    misdeeds.consoleMessages.push(`${message.type()}: ${message.text()} (${where})`);
  });
  context.on('weberror', (webError) => {
    misdeeds.consoleMessages.push(`uncaught: ${webError.error().stack ?? webError.error().message}`);
  });
  context.on('request', (request) => {
    const url = new URL(request.url());
    const leavesTheMachine = ['http:', 'https:', 'ws:', 'wss:'].includes(url.protocol);
    if (leavesTheMachine && url.host !== ownHost) misdeeds.foreignRequests.push(request.url());
  });
}

/** Waits until a page has come to life: its markup is there from the start, its behaviour only after this. */
export async function waitUntilAlive(page: Page): Promise<void> {
  await page.locator('html[data-alive]').waitFor({ state: 'attached' });
}
