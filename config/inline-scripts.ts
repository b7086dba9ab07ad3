import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';

/** A script as a content security policy names it. */
export type ScriptHash = `sha256-${string}`;

/**
 * The hashes of the inline scripts that a page template brings of its own. SvelteKit knows only those that it writes itself.
 * @param templatePath the template, read at once; throws if it cannot be read
 */
export function inlineScriptHashes(templatePath: string): ScriptHash[] {
  const scripts = readFileSync(templatePath, 'utf8').matchAll(/<script>([\s\S]*?)<\/script>/g);
  return [...scripts].map(
    ([, body = '']): ScriptHash => `sha256-${createHash('sha256').update(body).digest('base64')}`,
  );
}
