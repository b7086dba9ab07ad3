/**
 * How much JavaScript a page may load, in kB (1000 bytes) after gzip, workers included.
 * A page with a lab has two budgets: until the lab answers its first click, and with everything in it opened.
 */
export const sizeBudgets = {
  pageWithoutLabKb: 45,
  labFirstLoadKb: 140,
  labEverythingKb: 260,
} as const;

/** Pages with a lab on them, as paths from the site's root; every other page counts as one without. */
export const labPages: readonly string[] = ['lab/'];
