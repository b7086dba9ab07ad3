/** Finds where prose mentions a term of the glossary. Used when the site is built only. */
import type { GlossaryEntry } from '../../../content/glossary.ts';

/** One mention of a term in a text. */
export interface Mention {
  readonly slug: string;
  /** Where it begins in the text. */
  readonly index: number;
  /** As it stands there. */
  readonly text: string;
}

/** Finds all mentions in a text, in order, none within another; `beginsSentence` says whether the text stands at the front of one. */
export type MentionFinder = (text: string, beginsSentence: boolean) => readonly Mention[];

/**
 * Makes a finder. Of two terms at one place the longer one counts. A term in lower case is found with a capital only where a
 * sentence begins and no other capital follows: «Failover Affected Services» names a state and mentions no failover.
 */
export function mentionFinder(entries: readonly Pick<GlossaryEntry, 'slug' | 'mentions'>[]): MentionFinder {
  const slugOf = new Map(entries.flatMap(({ slug, mentions }) => mentions.map((mention) => [mention, slug])));
  const forms = [...slugOf.keys()].sort((a, b) => b.length - a.length);
  const pattern = new RegExp(`(?<![\\w-])(?:${forms.map(anyFirstLetter).join('|')})s?(?![\\w-])`, 'g');

  return (text, beginsSentence) =>
    [...text.matchAll(pattern)].flatMap(({ 0: found, index }) => {
      const form = found.replace(/\s+/g, ' ');
      const exact = slugOf.get(form) ?? slugOf.get(singular(form));
      if (exact !== undefined) return [{ slug: exact, index, text: found }];
      const slug = slugOf.get(lowerFirst(form)) ?? slugOf.get(lowerFirst(singular(form)));
      const before = text.slice(0, index);
      const opensSentence = before.trim() === '' ? beginsSentence : /[.!?:]\s+$/.test(before);
      const isPartOfName = /^\s+\(?[A-Z]/.test(text.slice(index + found.length));
      return slug !== undefined && opensSentence && !isPartOfName ? [{ slug, index, text: found }] : [];
    });
}

/** A pattern for a form that may begin with a capital; spaces in it may be any white space, as where a line is broken. */
function anyFirstLetter(form: string): string {
  const escaped = form.replace(/[.*+?^${}()|[\]\\/]/g, '\\$&').replace(/ /g, '\\s+');
  const first = form.charAt(0);
  return first === first.toLowerCase() ? `[${first}${first.toUpperCase()}]${escaped.slice(1)}` : escaped;
}

function singular(found: string): string {
  return found.replace(/s$/, '');
}

function lowerFirst(found: string): string {
  return found.charAt(0).toLowerCase() + found.slice(1);
}
