/**
 * How much JavaScript a page may load, in kB (1000 bytes) after gzip, workers included.
 * A page with a lab has one budget until the lab answers its first click; the lab's own page has one with everything in it
 * opened. A lesson or an exercise is a lab and what it says about it: it may take a little more, and has only the budget with
 * terminal and administration pages besides, which are its tools.
 */
export const sizeBudgets = {
  pageWithoutLabKb: 45,
  labFirstLoadKb: 140,
  labBesideTextFirstLoadKb: 150,
  labEverythingKb: 260,
} as const;

/** What a page, named by its path from the site's root, is counted as. */
export function kindOfPage(page: string): 'lab' | 'lab-beside-text' | 'without-lab' {
  if (page === 'lab/') return 'lab';
  return /^(learn|exercises)\/[^/]+\/$/.test(page) ? 'lab-beside-text' : 'without-lab';
}

/** Something with a budget of its own, which is fetched only when the reader turns to it. */
export interface PartBudget {
  readonly name: string;
  /** Modules that are imported on demand; what only they need belongs to them. */
  readonly sources: readonly string[];
  /** `together`: with all the page loads besides; `alone`: what comes on top of it. */
  readonly counted: 'together' | 'alone';
  readonly budgetKb: number;
}

export const partBudgets: readonly PartBudget[] = [
  // Replicas of whole products, put away at first: they are counted apart, so that they hide no growth of the lab itself.
  {
    name: 'with terminal and administration pages',
    sources: ['src/lib/terminal/Terminal.svelte', 'src/lib/admin/AdminPages.svelte'],
    counted: 'together',
    budgetKb: 340,
  },
  // An engine of its own for as long as it works, fetched when a shift is over.
  {
    name: 'for the report of a shift besides',
    sources: ['src/worker/shift-report-client.ts'],
    counted: 'alone',
    budgetKb: 50,
  },
];
