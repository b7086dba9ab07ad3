/** Search criteria of the pages called Find and List, as the product words them. */

/** How a text is compared; the words are the product's. */
export const OPERATORS = [
  'begins with',
  'contains',
  'is exactly',
  'ends with',
  'is empty',
  'is not empty',
] as const;

/** One of the comparisons. */
export type Operator = (typeof OPERATORS)[number];

/** What is looked for. */
export interface Criteria {
  readonly field: string;
  readonly operator: Operator;
  readonly text: string;
}

/** Whether a comparison looks at the text beside it. */
export function needsText(operator: Operator): boolean {
  return operator !== 'is empty' && operator !== 'is not empty';
}

/** Whether a value fits; case makes no difference, and an empty text fits everything that it is looked for in. */
export function fits(value: string, { operator, text }: Criteria): boolean {
  const [have, want] = [value.toLowerCase(), text.trim().toLowerCase()];
  switch (operator) {
    case 'begins with':
      return have.startsWith(want);
    case 'contains':
      return have.includes(want);
    case 'is exactly':
      return want === '' || have === want;
    case 'ends with':
      return have.endsWith(want);
    case 'is empty':
      return have === '';
    case 'is not empty':
      return have !== '';
  }
}
