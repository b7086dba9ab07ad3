/**
 * The tree of commands, and reading a line by it. The same tree serves reading, completing, `?`, `help` and the suggestion
 * after a slip.
 */
import type { Answer } from './answer';
import { nearest } from './nearest';
import type { Place } from './place';

/** What can be carried out once the line ends here. */
export interface Command {
  /** What it does, in a sentence. */
  readonly about: string;
  /** More for `help`, a paragraph each. */
  readonly details?: readonly string[];
  /** What of its answer is our reconstruction; empty if its shape is known. */
  readonly reconstructed?: string;
  /** @param argument the value of the argument, or empty where none was given */
  readonly answer: (place: Place, argument: string) => Answer;
}

/** A word that may stand in a line. */
export interface Word {
  readonly word: string;
  /** What is found below it, in a few words. */
  readonly about: string;
  readonly next: readonly Branch[];
  readonly command?: Command;
}

/** A value that may stand at the end of a line: one of some names, which may have spaces. */
export interface Argument {
  /** How the syntax calls it: `nodename`. */
  readonly argument: string;
  /** What it names: `node`. */
  readonly noun: string;
  readonly choices: (place: Place) => readonly string[];
  readonly command: Command;
}

/** What may follow. */
export type Branch = Word | Argument;

/** What a line means. */
export type Reading =
  | { readonly kind: 'empty' }
  | { readonly kind: 'command'; readonly command: Command; readonly argument: string; readonly line: string }
  /** More is needed. */
  | { readonly kind: 'incomplete'; readonly next: readonly Branch[] }
  /** Nothing is needed any more, but something stands there. */
  | { readonly kind: 'too-long'; readonly before: string; readonly extra: string }
  /** A word or name that nobody knows; `meant` is the line that was probably meant, or empty. */
  | {
      readonly kind: 'unknown';
      /** What was understood before it. */
      readonly before: string;
      readonly what: string;
      /** What it should have been the name of, or null if it stands where a word of the command should. */
      readonly of: Argument | null;
      readonly meant: string;
    };

const isWord = (branch: Branch): branch is Word => 'word' in branch;
const isArgument = (branch: Branch): branch is Argument => !isWord(branch);

const wordsOf = (line: string): string[] => line.trim().split(/\s+/).filter(Boolean);

const bare = (value: string): string => value.replace(/^(["'])(.*)\1$/, '$2');

const same = (a: string, b: string): boolean => a.toLowerCase() === b.toLowerCase();

/** How far a line leads into the tree. */
interface Walk {
  /** The words that were understood, as they are written in full. */
  readonly known: readonly string[];
  readonly rest: readonly string[];
  /** The last word that was understood, or null at the root. */
  readonly at: Word | null;
  readonly next: readonly Branch[];
}

function walk(root: readonly Branch[], words: readonly string[]): Walk {
  let next = root;
  let at: Word | null = null;
  const known: string[] = [];
  for (const typed of words) {
    const word = next.filter(isWord).find((branch) => same(branch.word, typed));
    if (!word) break;
    known.push(word.word);
    at = word;
    next = word.next;
  }
  return { known, rest: words.slice(known.length), at, next };
}

/** Reads a line by the tree. */
export function read(root: readonly Branch[], line: string, place: Place): Reading {
  const words = wordsOf(line);
  if (words.length === 0) return { kind: 'empty' };
  const { known, rest, at, next } = walk(root, words);
  const before = known.join(' ');
  if (rest.length === 0)
    return at?.command
      ? { kind: 'command', command: at.command, argument: '', line: before }
      : { kind: 'incomplete', next };
  const value = bare(rest.join(' '));
  const argument = next.find(isArgument);
  const choice = argument?.choices(place).find((name) => same(name, value));
  if (argument && choice !== undefined)
    return { kind: 'command', command: argument.command, argument: choice, line: `${before} ${choice}` };
  if (next.length === 0) return { kind: 'too-long', before, extra: value };
  const meant = correct(root, words, place);
  if (argument) return { kind: 'unknown', before, what: value, of: argument, meant };
  return { kind: 'unknown', before, what: rest[0]!, of: null, meant };
}

/** The line that was probably meant by one that cannot be read, or empty. */
function correct(root: readonly Branch[], words: readonly string[], place: Place): string {
  const { known, rest, next } = walk(root, words);
  if (rest.length === 0) return known.join(' ');
  const whole = bare(rest.join(' '));
  const name = nearest(
    whole,
    next.flatMap((branch) => (isWord(branch) ? [] : branch.choices(place))),
  );
  if (name !== null) return [...known, name].join(' ');
  const word = nearest(
    rest[0]!,
    next.filter(isWord).map((branch) => branch.word),
  );
  if (word !== null) {
    const mended = [...known, word, ...rest.slice(1)];
    const reading = read(root, mended.join(' '), place);
    if (reading.kind === 'command') return reading.line;
    return reading.kind === 'unknown' && reading.meant !== '' ? reading.meant : [...known, word].join(' ');
  }
  return (known.length === 0 && skippedStart(root, words, place)) || nearestCommand(root, words);
}

/** The line that was meant when its first word was left out, as in `ha status`; or empty. */
function skippedStart(root: readonly Branch[], words: readonly string[], place: Place): string {
  for (const branch of root.filter(isWord)) {
    const reading = read(branch.next, words.join(' '), place);
    if (reading.kind === 'command') return `${branch.word} ${reading.line}`;
    if (reading.kind === 'incomplete') return `${branch.word} ${words.join(' ')}`;
  }
  return '';
}

/** The command whose words are nearest to a line as a whole, or empty. */
const nearestCommand = (root: readonly Branch[], words: readonly string[]): string =>
  nearest(
    words.join(' '),
    listCommands(root).map(({ path }) => path),
  ) ?? '';

/** What could be meant by the end of a line, and the line with as much of it as is certain. */
export interface Completion {
  readonly candidates: readonly string[];
  readonly line: string;
}

/** Completes the last word (or name) of a line. */
export function complete(root: readonly Branch[], line: string, place: Place): Completion {
  const words = wordsOf(line);
  const isOpen = /\s$/.test(line) || words.length === 0;
  const { known, rest, next } = walk(root, isOpen ? words : words.slice(0, -1));
  const typed =
    [...rest, ...(isOpen ? [] : words.slice(-1))].join(' ') + (isOpen && rest.length > 0 ? ' ' : '');
  const found = next.flatMap((branch) => {
    if (!isWord(branch)) return branch.choices(place).map((name) => ({ name: name, goesOn: false }));
    return rest.length > 0 ? [] : [{ name: branch.word, goesOn: branch.next.length > 0 }];
  });
  const fitting = found.filter(({ name }) => name.toLowerCase().startsWith(typed.toLowerCase()));
  const candidates = fitting.map(({ name }) => name);
  if (fitting.length === 0) return { candidates, line };
  const before = known.length > 0 ? `${known.join(' ')} ` : '';
  const shared = sharedStart(candidates);
  const only = fitting.length === 1 ? fitting[0]! : null;
  return { candidates, line: before + shared + (only?.goesOn ? ' ' : '') };
}

function sharedStart(names: readonly string[]): string {
  const [first = '', ...others] = names;
  let length = first.length;
  for (const other of others) while (!same(other.slice(0, length), first.slice(0, length))) length -= 1;
  return first.slice(0, length);
}

/** One thing that may follow a line. */
export interface Following {
  readonly name: string;
  readonly about: string;
}

/** What may follow a line: for `?`. `ends` is true where the line may also end. Null if the line leads nowhere. */
export function following(
  root: readonly Branch[],
  line: string,
  place: Place,
): { readonly names: readonly Following[]; readonly ends: boolean } | null {
  const words = wordsOf(line);
  const { rest, at, next } = walk(root, words);
  const start = rest.join(' ').toLowerCase();
  const names = next.flatMap((branch): Following[] => {
    if (isWord(branch))
      return branch.word.startsWith(start) ? [{ name: branch.word, about: branch.about }] : [];
    const choices = branch.choices(place).filter((name) => name.toLowerCase().startsWith(start));
    if (rest.length > 0 && choices.length === 0) return [];
    const about = choices.length > 0 ? `a ${branch.noun}: ${choices.join(', ')}` : `a ${branch.noun}`;
    return [{ name: `<${branch.argument}>`, about }];
  });
  if (rest.length > 0 && names.length === 0) return null;
  return { names, ends: rest.length === 0 && at?.command !== undefined };
}

/** A command with its words and, in angle brackets, its argument. */
export interface ListedCommand {
  readonly path: string;
  readonly syntax: string;
  readonly command: Command;
}

/** Every command of a tree, in its order. */
export function listCommands(root: readonly Branch[], before: readonly string[] = []): ListedCommand[] {
  return root.flatMap((branch) => {
    if (!isWord(branch))
      return [
        {
          path: before.join(' '),
          syntax: [...before, `<${branch.argument}>`].join(' '),
          command: branch.command,
        },
      ];
    const path = [...before, branch.word];
    const own = branch.command
      ? [{ path: path.join(' '), syntax: path.join(' '), command: branch.command }]
      : [];
    return [...own, ...listCommands(branch.next, path)];
  });
}
