import { createHighlighter } from 'shiki';
import { escapeSvelte } from 'mdsvex';

const themes = { light: 'github-light-high-contrast', dark: 'github-dark-high-contrast' } as const;
const languages = ['json', 'bash', 'text'] as const;

/**
 * Makes the highlighter for code blocks in lessons. It runs at build time only, and gives markup with both themes.
 * A block in a language that is not listed is shown as plain text.
 */
export function lessonHighlighter(): (code: string, language: string | null | undefined) => Promise<string> {
  const ready = createHighlighter({ themes: Object.values(themes), langs: [...languages] });
  return async (code, language) => {
    const highlighter = await ready;
    const lang = languages.find((known) => known === language) ?? 'text';
    const html = highlighter.codeToHtml(code, { lang, themes, defaultColor: 'light-dark()' });
    return `{@html \`${escapeSvelte(html)}\`}`;
  };
}
