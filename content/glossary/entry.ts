/** One word of the field. */
export interface GlossaryEntry {
  /** Its address: `/glossary/#slug`. Stable. */
  readonly slug: string;
  readonly term: string;
  /** Other names of the same thing, as readers may look for them. */
  readonly alsoCalled?: readonly string[];
  /**
   * How prose mentions it, in the singular; a plural in `s` is found too. Lower case also matches a capital at the front, what has
   * capitals matches exactly. Empty for everyday words: a page full of links reads badly.
   */
  readonly mentions: readonly string[];
  readonly definition: string;
  /** `[S]` and a section of the guide, `[C]` and a command, `[I-n]`, or `General knowledge`. */
  readonly sources: readonly string[];
  /** Slugs of related entries. */
  readonly seeAlso?: readonly string[];
  /** Where more is said: a path from the site's root, with both slashes. */
  readonly more?: { readonly label: string; readonly path: string };
}
