import { describe, expect, test } from 'vitest';
import { plainText, proseOfSteps } from './plain-text';

describe('prose as it is read', () => {
  test.each([
    [
      'emphasis, code and headings',
      '## A *heading*\n\nType `utils ha status` **now**.',
      'A heading Type utils ha status now.',
    ],
    ['links', 'See [the lab](../../lab/).', 'See the lab.'],
    ['lists', '- one\n- two\n1. three', 'one two three'],
    ['tables', '| a | b |\n| --- | --- |\n| c | d |', 'a b c d'],
    [
      'components with objects in their attributes',
      '<Do step={{ do: "stop-service", node: \'imp1\' }} speed={20}>Stop it</Do> now',
      'Stop it now',
    ],
    ['components without content', 'Press <Key of="x" /> twice.', 'Press twice.'],
    ['blocks and scripts', '<script>\nlet a = 1 < 2;\n</script>\n{#if x}\nYes.\n{/if}', 'Yes.'],
    ['signs that had to be written otherwise', 'a &lt; b &#123;x&#125; &amp; c', 'a < b {x} & c'],
    ['names with underscores', 'a_name and _emphasis_', 'a_name and emphasis'],
  ])('%s', (_, markdown, expected) => {
    expect(plainText(markdown)).toBe(expected);
  });

  test('is taken apart into the steps of a lesson', () => {
    const steps = proseOfSteps(
      '<Step id="one">\n\nFirst.\n\n</Step>\n\n<Step id="two">\n\nSecond.\n\n</Step>',
    );
    expect([...steps]).toEqual([
      ['one', 'First.'],
      ['two', 'Second.'],
    ]);
  });
});
