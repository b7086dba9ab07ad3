/** What a reader sees of a piece of lesson prose: its words, without Markdown's signs, tags and expressions. */
export function plainText(markdown: string): string {
  return markdown
    .replace(/<(script|style)[\s\S]*?<\/\1>/g, ' ')
    .replace(/<\/?[A-Za-z](?:"[^"]*"|'[^']*'|\{(?:[^{}]|\{[^{}]*\})*\}|[^>"'{}])*>/g, ' ')
    .replace(/\{[#/:@][^}]*\}/g, ' ')
    .replace(/!?\[([^\]]*)\]\([^)]*\)/g, '$1')
    .replace(/^[ \t]*(?:[-+>]|\d+\.|#{1,6})[ \t]+/gm, '')
    .replace(/^[ \t|:-]+$/gm, ' ')
    .replace(/[`*|]|(?<!\w)_|_(?!\w)/g, ' ')
    .replace(/&#123;/g, '{')
    .replace(/&#125;/g, '}')
    .replace(/&lt;/g, '<')
    .replace(/&gt;/g, '>')
    .replace(/&amp;/g, '&')
    .replace(/\s+/g, ' ')
    .replace(/ ([.,;:!?)])/g, '$1')
    .trim();
}

/** The prose of each step of a lesson, by the step's id. */
export function proseOfSteps(markdown: string): Map<string, string> {
  const steps = markdown.matchAll(/<Step\b[^>]*\bid="([^"]+)"[^>]*>([\s\S]*?)<\/Step>/g);
  return new Map([...steps].map(([, id = '', prose = '']) => [id, plainText(prose)]));
}
