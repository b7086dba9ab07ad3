import { mdsvex } from 'mdsvex';
import { describe, expect, test } from 'vitest';
import { glossaryLinks } from './glossary-links.ts';

const entries = [
  { slug: 'failover', mentions: ['failover'] },
  { slug: 'manual-failover', mentions: ['manual failover'] },
  { slug: 'keep-alive', mentions: ['keep-alive', 'heartbeat'] },
  { slug: 'server-recovery-manager', mentions: ['SRM', 'recovery manager'] },
  { slug: 'critical-service', mentions: ['critical service'] },
].map((entry) => ({ term: entry.slug, definition: '', sources: [], ...entry }));

/** What mdsvex makes of a lesson, with links shortened to `[text→slug]`. */
async function linked(markdown: string): Promise<string> {
  const lessons = mdsvex({ extensions: ['.md'], highlight: false, remarkPlugins: [glossaryLinks(entries)] });
  const result = await lessons.markup({ content: markdown, filename: 'lesson.md' });
  return (result?.code ?? '').replace(
    /<a\s+href="\.\.\/\.\.\/glossary\/#([\w-]+)"\s+class="term"\s*>([^<]*)<\/a>/g,
    '[$2→$1]',
  );
}

describe('terms of the glossary in lessons', () => {
  test('become links that hold in any folder', async () => {
    const lessons = mdsvex({
      extensions: ['.md'],
      highlight: false,
      remarkPlugins: [glossaryLinks(entries)],
    });
    const result = await lessons.markup({ content: 'After a failover.', filename: 'lesson.md' });
    expect(result?.code.trim()).toBe(
      '<p>After a <a href="../../glossary/#failover" class="term">failover</a>.</p>',
    );
  });

  test('are linked at their first mention, once in each section', async () => {
    const html = await linked(
      'A failover, another failover.\n\nFailover three.\n\n## Next\n\nNow a failover.\n\n<Step id="two">\n\nAnd a failover.\n\n</Step>',
    );
    expect(html.match(/\[failover→failover\]/g)).toHaveLength(3);
    expect(html).toContain('<p>A [failover→failover], another failover.</p>');
    expect(html).toContain('<p>Failover three.</p>');
  });

  test('are found in the plural, at the front of a sentence, in another form and over a line’s end', async () => {
    expect(await linked('Heartbeats cross. Failovers follow.\nThe recovery\nmanager acts.')).toContain(
      '[Heartbeats→keep-alive] cross. [Failovers→failover] follow.\nThe [recovery\nmanager→server-recovery-manager] acts.',
    );
  });

  test.each([
    ['the longer of two terms counts', 'A manual failover.', 'A [manual failover→manual-failover].'],
    [
      'a name that contains a term is no mention',
      'Failover Affected Services.',
      'Failover Affected Services.',
    ],
    ['nor is a name in the middle', 'It shows Failover.', 'It shows Failover.'],
    ['nor a part of a word', 'SRMX, pre-failover, failover-ish.', 'SRMX, pre-failover, failover-ish.'],
    ['emphasis is searched', 'An *SRM* stops.', 'An <em>[SRM→server-recovery-manager]</em> stops.'],
    ['code is left alone', 'Type `utils ha failover`.', 'Type <code>utils ha failover</code>.'],
    ['links are left alone', 'See [a failover](../x/).', 'See <a href="../x/">a failover</a>.'],
    [
      'links written as tags too',
      'See <a href="x">a failover</a> now.',
      'See <a href="x">a failover</a> now.',
    ],
    ['attributes are left alone', 'Press <Key of="failover" /> now.', 'Press <Key of="failover" /> now.'],
    ['expressions are left alone', 'It is {lab.failover} here.', 'It is {lab.failover} here.'],
  ])('%s', async (_, markdown, expected) => {
    expect((await linked(markdown)).trim()).toBe(`<p>${expected}</p>`);
  });

  test('headings and heads of tables are left alone, rows and lists are not', async () => {
    const html = await linked('# A failover\n\n- an SRM\n\n| failover |\n| --- |\n| failover |\n');
    expect(html).toContain('<h1>A failover</h1>');
    expect(html).toContain('<th>failover</th>');
    expect(html).toContain('<td>[failover→failover]</td>');
    expect(html).toContain('<li>an [SRM→server-recovery-manager]</li>');
  });
});
