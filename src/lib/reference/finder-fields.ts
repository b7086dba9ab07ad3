/** What the finder's form and its address call a reason that is not printed; one that is not known is empty. */
export const NO_REASON = 'none';
