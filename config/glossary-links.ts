import { GLOSSARY } from '../content/glossary.ts';
import type { GlossaryEntry } from '../content/glossary.ts';
import { mentionFinder } from '../src/lib/glossary/mentions.ts';
import type { Mention } from '../src/lib/glossary/mentions.ts';

/** What is needed of a node of a markdown tree. */
export interface MarkdownNode {
  type: string;
  value?: string;
  children?: MarkdownNode[];
  url?: string;
  data?: { hProperties: Record<string, string> };
}

/** Where lessons stand: `/learn/<slug>/`. Relative, so that it holds in any folder. */
const FROM_A_LESSON = '../../glossary/';

/** Text of these is left as it is: headings and what is a link, a picture or code already. */
const CLOSED = new Set(['heading', 'link', 'linkReference', 'image', 'code', 'inlineCode', 'definition']);
/** Elements written as tags in the text, whose insides are left as they are. */
const CLOSED_TAG =
  /^<(\/?)(a|button|code|kbd|label|summary|h[1-6]|Command|Do|MenuPath|Key|Run)\b[^>]*?(\/?)>$/i;
const STEP = /<Step\b/;

/**
 * A remark plugin for mdsvex: links the first mention of each term of the glossary in each section. A section begins with a
 * heading or a `<Step>`. Headings, links, code, tables' heads, tags and their attributes, and expressions in braces are left as they are.
 */
export function glossaryLinks(
  entries: readonly GlossaryEntry[] = GLOSSARY,
): () => (tree: MarkdownNode) => void {
  const find = mentionFinder(entries);
  return () => (tree) => {
    new Linker(find).walk(tree);
  };
}

class Linker {
  readonly #find: ReturnType<typeof mentionFinder>;
  readonly #linked = new Set<string>();
  /** How many elements, written as tags, are open whose insides are left as they are. */
  #openClosedTags = 0;

  constructor(find: ReturnType<typeof mentionFinder>) {
    this.#find = find;
  }

  /** Replaces the children of a node by themselves with links in them, in the order in which they are read. */
  walk(node: MarkdownNode): void {
    if (node.type === 'heading' || (node.type === 'html' && STEP.test(node.value ?? '')))
      this.#linked.clear();
    if (node.type === 'html') this.#passTag(node.value ?? '');
    if (!node.children || CLOSED.has(node.type)) return;
    const [head, ...rows] = node.children;
    if (node.type === 'table' && head) {
      rows.forEach((row) => {
        this.walk(row);
      });
      return;
    }
    node.children = node.children.flatMap((child, index) => {
      if (child.type === 'text') return this.#openClosedTags > 0 ? [child] : this.#link(child, index === 0);
      this.walk(child);
      return [child];
    });
  }

  #passTag(tag: string): void {
    const [, slash, name, selfClosing] = CLOSED_TAG.exec(tag.trim()) ?? [];
    if (name !== undefined && selfClosing === '') this.#openClosedTags += slash === '' ? 1 : -1;
  }

  /** The parts of a text: what stands in braces belongs to Svelte and is passed over. */
  #link(node: MarkdownNode, beginsSentence: boolean): MarkdownNode[] {
    const parts = (node.value ?? '').split(/(\{[^}]*\})/);
    return parts.flatMap((part, index) =>
      part.startsWith('{') ? [text(part)] : this.#linkPlain(part, beginsSentence && index === 0),
    );
  }

  #linkPlain(value: string, beginsSentence: boolean): MarkdownNode[] {
    const nodes: MarkdownNode[] = [];
    let from = 0;
    for (const mention of this.#find(value, beginsSentence)) {
      if (this.#linked.has(mention.slug)) continue;
      this.#linked.add(mention.slug);
      nodes.push(text(value.slice(from, mention.index)), link(mention));
      from = mention.index + mention.text.length;
    }
    return [...nodes, text(value.slice(from))].filter((part) => part.type !== 'text' || part.value !== '');
  }
}

function text(value: string): MarkdownNode {
  return { type: 'text', value };
}

function link(mention: Mention): MarkdownNode {
  return {
    type: 'link',
    url: `${FROM_A_LESSON}#${mention.slug}`,
    children: [text(mention.text)],
    data: { hProperties: { class: 'term' } },
  };
}
