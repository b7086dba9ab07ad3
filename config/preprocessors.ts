import type { PreprocessorGroup } from 'svelte/compiler';

/**
 * Rewrites the shorthand `class:name` to `class:name={!!name}` in the components of @xyflow/svelte.
 * The server compiler of Svelte 5.57.3 renders the shorthand beside a spread as always true, so that without this
 * every prerendered node of a graph comes out as selected and dragging.
 */
export function explicitFlowClasses(): PreprocessorGroup {
  return {
    name: 'explicit-flow-classes',
    markup: ({ content, filename }) =>
      filename?.includes('@xyflow/svelte') ? { code: makeClassDirectivesExplicit(content) } : undefined,
  };
}

/** The rewriting itself: a shorthand class directive stands alone on its line in the components concerned. */
export function makeClassDirectivesExplicit(markup: string): string {
  return markup.replace(/(\s)class:([A-Za-z_$][\w$]*)(?=[\s>/])/g, '$1class:$2={!!$2}');
}

/** Turns mdsvex's `<script context="module">` into the `<script module>` that Svelte 5 wants, in lessons only. */
export function moduleScripts(): PreprocessorGroup {
  return {
    name: 'module-scripts',
    markup: ({ content, filename }) =>
      filename?.endsWith('.md') ? { code: renameModuleScripts(content) } : undefined,
  };
}

/** The renaming itself; other attributes of the script tag are kept. */
export function renameModuleScripts(markup: string): string {
  return markup.replace(/(<script\b[^>]*?)\scontext=(["'])module\2/g, '$1 module');
}

/** Components that prose may use without importing them, each a file of this name in `src/lib/lesson/prose`. */
const PROSE_COMPONENTS = ['Step', 'Do', 'Run', 'Command', 'MenuPath', 'Key', 'Seen'] as const;

/** Gives the prose of lessons the components that it uses. Comes before mdsvex. */
export function proseComponents(): PreprocessorGroup {
  return {
    name: 'prose-components',
    markup: ({ content, filename }) =>
      filename?.endsWith('.md') ? { code: importProseComponents(keepInSentence(content)) } : undefined,
  };
}

/** Stands before a component that begins a line, on the way through mdsvex only: a character that nobody writes. */
const WORD = '\u2060';

/**
 * Puts a character before a component that begins a line: mdsvex would take the component for a block of its own and tear
 * the sentence apart. Blocks of code stay as they are.
 */
export function keepInSentence(text: string): string {
  const inline = PROSE_COMPONENTS.filter((name) => name !== 'Step').join('|');
  const beginning = new RegExp(`^(\\s*(?:[-*]\\s+|\\d+\\.\\s+)?)(?=<(?:${inline})\\b)`, 'gm');
  return text
    .split(/^(```[\s\S]*?^```)/m)
    .map((part, place) => (place % 2 === 1 ? part : part.replace(beginning, `$1${WORD}`)))
    .join('');
}

/** Takes away again what held components in their sentences. Comes after mdsvex. */
export function releaseComponents(): PreprocessorGroup {
  return {
    name: 'release-components',
    markup: ({ content, filename }) =>
      filename?.endsWith('.md') ? { code: content.replaceAll(WORD, '') } : undefined,
  };
}

/** Adds the imports of the components that a text uses, in its own script if it has one. */
export function importProseComponents(text: string): string {
  const imports = PROSE_COMPONENTS.filter((name) => new RegExp(`<${name}\\b`).test(text)).map(
    (name) => `import ${name} from '$lib/lesson/prose/${name}.svelte';`,
  );
  if (imports.length === 0) return text;
  const script = /<script(?![^>]*\b(?:module|context)\b)[^>]*>/.exec(text);
  if (!script) return `${text}\n\n<script>\n${imports.join('\n')}\n</script>\n`;
  const end = script.index + script[0].length;
  return `${text.slice(0, end)}\n${imports.join('\n')}${text.slice(end)}`;
}
