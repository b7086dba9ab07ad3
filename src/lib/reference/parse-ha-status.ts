/**
 * Reads states and reasons out of text: what `utils ha status` prints, whole or in part, with prompts and other lines around
 * it and lines broken anywhere, or what somebody typed. Nothing that stands in the text is trusted or carried out.
 */
import type { Reason, ShownStateId } from '../../engine';

/** The words that can be read, as they are printed. */
export interface Vocabulary {
  readonly states: readonly (readonly [id: ShownStateId, name: string])[];
  readonly reasons: readonly Reason[];
}

/** One node as read. A reason that was not said is undefined; null is the reason of a state that prints none. */
export interface ReadNode {
  readonly name: string | null;
  readonly state: ShownStateId | null;
  readonly reason: Reason | null | undefined;
}

/** The nodes of one group, in the order in which they stand. */
export interface ReadGroup {
  readonly name: string | null;
  readonly nodes: readonly ReadNode[];
}

/** What could not be read, and the names that come near to it, the nearest first. */
export interface Unread {
  readonly text: string;
  readonly near: readonly string[];
}

/** All that was read. */
export interface Reading {
  readonly groups: readonly ReadGroup[];
  readonly unread: readonly Unread[];
}

/** Longer text is cut: a cluster of the largest kind prints a tenth of it. */
const MOST_CHARACTERS = 20_000;

/** Other names of states and reasons: shortened in the vendor's own examples, spelt otherwise in the guide, or used by people. */
const STATE_ALIASES: Readonly<Record<string, ShownStateId>> = {
  failed: 'running-in-failed-mode',
  'failed mode': 'running-in-failed-mode',
  failover: 'failing-over',
  'backup mode': 'running-in-backup-mode',
};
const REASON_ALIASES: Readonly<Record<string, Reason>> = {
  'critical services down': 'Critical Service Down',
  'take over users failed': 'Cisco Server Recovery Manager Take Over Users Failed',
  'take back users failed': 'Cisco Server Recovery Manager Take Back Users Failed',
};

/** A name in the text: a state, a reason, or either. */
interface Name {
  readonly words: readonly string[];
  state?: ShownStateId;
  reason?: Reason;
}

const wordsOf = (text: string): string[] => text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];

function namesOf({ states, reasons }: Vocabulary): Name[] {
  const names = new Map<string, Name>();
  const add = (printed: string, meaning: Partial<Name>): void => {
    const words = wordsOf(printed);
    const key = words.join(' ');
    names.set(key, { ...names.get(key), ...meaning, words });
  };
  for (const [id, name] of states) add(name, { state: id });
  for (const reason of reasons) add(reason, { reason });
  for (const [alias, state] of Object.entries(STATE_ALIASES)) add(alias, { state });
  for (const [alias, reason] of Object.entries(REASON_ALIASES)) add(alias, { reason });
  return [...names.values()].sort((a, b) => b.words.length - a.words.length);
}

const nameAt = (names: readonly Name[], words: readonly string[], at: number): Name | undefined =>
  names.find((name) => name.words.every((word, place) => words[at + place] === word));

function pairsOfLetters(text: string): string[] {
  const letters = text.toLowerCase().replace(/[^\p{L}\p{N}]/gu, '');
  return Array.from({ length: Math.max(0, letters.length - 1) }, (_, at) => letters.slice(at, at + 2));
}

/** How much two texts share, from 0 to 1: pairs of letters, each counted once. */
function likeness(one: string, other: string): number {
  const left = pairsOfLetters(other);
  const all = pairsOfLetters(one);
  const total = all.length + left.length;
  const shared = all.filter((pair) => left.includes(pair) && left.splice(left.indexOf(pair), 1)).length;
  return total === 0 ? 0 : (2 * shared) / total;
}

/** The names that come nearest to a text, at most three: none that shares less than half, or much less than the first. */
function nearest(text: string, names: readonly string[]): string[] {
  const near = names.map((name) => ({ name, share: likeness(text, name) })).sort((a, b) => b.share - a.share);
  const least = Math.max(0.5, 0.8 * (near[0]?.share ?? 0));
  return near
    .filter(({ share }) => share >= least)
    .slice(0, 3)
    .map(({ name }) => name);
}

const LABEL = /(subcluster\s+name|node\s*\d*\s*name|state|reason)\s*:/gi;

/** Gathers nodes into groups as they are read. */
class Gathering {
  readonly groups: { name: string | null; nodes: Draft[] }[] = [];
  readonly unread: Unread[] = [];

  beginGroup(name: string | null): void {
    this.groups.push({ name, nodes: [] });
  }

  beginNode(name: string | null): Draft {
    const group = this.groups.at(-1);
    if (!group || (group.nodes.length >= 2 && group.nodes[1]?.state !== null)) this.beginGroup(null);
    const node: Draft = { name, state: null, reason: undefined };
    this.groups.at(-1)?.nodes.push(node);
    return node;
  }

  /** The node that is being read, or a new one where there is none. */
  node(): Draft {
    return this.groups.at(-1)?.nodes.at(-1) ?? this.beginNode(null);
  }
}

interface Draft {
  name: string | null;
  state: ShownStateId | null;
  reason: Reason | null | undefined;
}

/** The beginning of a text that cannot be read: to the end of its line, and not more than a name could be long. */
const beginning = (text: string): string => (text.trim().split('\n', 1)[0] ?? '').trim().slice(0, 80);

function readLabelled(text: string, names: readonly Name[], vocabulary: Vocabulary): Gathering {
  const found = new Gathering();
  const labels = [...text.matchAll(LABEL)];
  labels.forEach((match, place) => {
    const label = (match[1] ?? '').toLowerCase();
    const content = text.slice(match.index + match[0].length, labels[place + 1]?.index);
    if (label.startsWith('subcluster')) found.beginGroup(beginning(content) || null);
    else if (label.startsWith('node')) found.beginNode(/\S+/.exec(content)?.[0].slice(0, 80) ?? null);
    else {
      const isState = label === 'state';
      const fitting = names.filter(({ state, reason }) => (isState ? state : reason) !== undefined);
      const name = nameAt(fitting, wordsOf(content), 0);
      const node = isState && found.node().state !== null ? found.beginNode(null) : found.node();
      if (name && isState) node.state = name.state ?? null;
      else if (name) node.reason = name.reason;
      else if (beginning(content) !== '') {
        const printed = isState ? vocabulary.states.map(([, it]) => it) : vocabulary.reasons;
        found.unread.push({ text: beginning(content), near: nearest(beginning(content), printed) });
      }
    }
  });
  return found;
}

/** Words that stand between names and mean nothing. */
const FILLERS = new Set(
  'and or the is in on a of node nodes state reason name both one two 1 2 beside shows other'.split(' '),
);
const BREAKS = new Set(['and', 'beside', 'node', 'other']);

function readFree(text: string, names: readonly Name[], vocabulary: Vocabulary): Gathering {
  const found = new Gathering();
  const tokens = text.match(/[\p{L}\p{N}]+|[\n,;|+&]/gu) ?? [];
  const words: string[] = [];
  const breaks = new Set<number>();
  for (const token of tokens) {
    if (/[\p{L}\p{N}]/u.test(token)) words.push(token.toLowerCase());
    else breaks.add(words.length);
  }
  let strange: string[] = [];
  const close = (): void => {
    const said = strange.join(' ').slice(0, 80);
    if (said !== '')
      found.unread.push({
        text: said,
        near: nearest(said, [...vocabulary.states.map(([, it]) => it), ...vocabulary.reasons]),
      });
    strange = [];
  };
  let isParted = true;
  for (let at = 0; at < words.length;) {
    isParted ||= breaks.has(at);
    const name = nameAt(names, words, at);
    const word = words[at] ?? '';
    if (name || FILLERS.has(word) || breaks.has(at)) close();
    if (!name) {
      if (BREAKS.has(word)) isParted = true;
      if (!FILLERS.has(word)) strange.push(word);
      at += 1;
      continue;
    }
    const node = found.node();
    const wantsReason = node.state !== null && node.reason === undefined;
    if (name.reason !== undefined && wantsReason && !(name.state && isParted)) node.reason = name.reason;
    else if (name.state) (node.state === null ? node : found.beginNode(null)).state = name.state;
    else strange.push(...name.words);
    isParted = false;
    at += name.words.length;
  }
  close();
  return found;
}

/** «Normal Normal» are two nodes, not one with its reason. */
function parted(nodes: readonly Draft[], names: readonly Name[]): readonly Draft[] {
  const [only, ...others] = nodes;
  if (!only || others.length > 0) return nodes;
  const isTwice = names.some(
    ({ state, reason }) => reason !== undefined && state === only.state && reason === only.reason,
  );
  return isTwice ? [only, only].map((node) => ({ ...node, reason: undefined })) : nodes;
}

/** A reason that was not said, where the state leaves no choice: none is printed for Normal, and there is none without a state. */
function withReason({ name, state, reason }: Draft): ReadNode {
  if (reason !== undefined) return { name, state, reason };
  if (state === 'normal') return { name, state, reason: 'Normal' };
  return { name, state, reason: state === 'unknown' || state === 'unreachable' ? null : undefined };
}

/**
 * Reads a text.
 *
 * @param text of any origin and length; what is beyond 20,000 characters is not looked at
 * @returns the groups with at least one state or reason, and what could not be read
 */
export function parseHaStatus(text: string, vocabulary: Vocabulary): Reading {
  const names = namesOf(vocabulary);
  const given = text.slice(0, MOST_CHARACTERS);
  const isLabelled = /\bstate\s*:/i.test(given);
  const { groups, unread } = isLabelled
    ? readLabelled(given, names, vocabulary)
    : readFree(given, names, vocabulary);
  return {
    groups: groups
      .map(({ name, nodes }) => ({
        name,
        nodes: (isLabelled ? nodes : parted(nodes, names)).map(withReason),
      }))
      .filter(({ nodes }) => nodes.some(({ state, reason }) => state !== null || reason !== undefined)),
    unread: unread.slice(0, 6),
  };
}
