/** What `?` and `help` say, made from the tree of commands. */
import { following, listCommands, read, type Branch, type ListedCommand, type Reading } from './grammar';
import { note, text, type Piece } from './pieces';
import type { Place } from './place';

const ENTER = { name: '<Enter>', about: 'carries the command out' };

/** What may follow a line, for `?`. */
export function whatFollows(root: readonly Branch[], line: string, place: Place): Piece[] {
  const found = following(root, line, place);
  if (found === null) return text(`Nothing that begins like this is known: ${line.trim()}`);
  const names = found.ends ? [ENTER, ...found.names] : found.names;
  if (names.length === 0) return text('Nothing may follow.');
  const width = Math.max(...names.map(({ name }) => name.length));
  return text(...names.map(({ name, about }) => `${name.padEnd(width)}  ${about}`));
}

const AT_LARGE = note(
  'Tab completes a word, ? says what may follow, the arrow keys bring earlier lines back. help and a command explain it. exit ends the session.',
);

/** What `help` says about a command, or about all of them. */
export function help(root: readonly Branch[], line: string, place: Place): Piece[] {
  const wanted = line.trim().toLowerCase().replace(/\s+/g, ' ');
  const reading = read(root, line, place);
  const all = listCommands(root);
  const isExact = ({ path, syntax, command }: ListedCommand): boolean =>
    path === wanted || syntax === wanted || (reading.kind === 'command' && command === reading.command);
  const exact = all.filter(isExact);
  const below = all.filter((it) => wanted === '' || isExact(it) || it.path.startsWith(`${wanted} `));
  if (below.length === 0) return explainReading(root, reading, place);
  const list = below.map(({ syntax, command }) => `${syntax}\n    ${command.about}`);
  const details = [...new Set(exact.flatMap(({ command }) => command.details ?? []))];
  const madeUp = [...new Set(exact.flatMap(({ command }) => command.reconstructed ?? []))];
  return [
    ...text(...list.flatMap((entry) => entry.split('\n'))),
    ...(details.length > 0 ? text('', ...details) : []),
    ...madeUp.filter(Boolean).map(note),
    ...(wanted === '' ? [AT_LARGE] : []),
  ];
}

/** What is said to a line that is no command. */
export function explainReading(root: readonly Branch[], reading: Reading, place: Place): Piece[] {
  switch (reading.kind) {
    case 'empty':
    case 'command':
      return [];
    case 'incomplete':
      return [
        ...text('Incomplete command entered. What may follow:'),
        ...whatFollows(reading.next, '', place),
      ];
    case 'too-long':
      return text(`Nothing may follow «${reading.before}», but «${reading.extra}» does.`);
    case 'unknown': {
      const { before, of, what, meant } = reading;
      const said =
        of === null
          ? `No valid command entered: «${what}» is not known here.`
          : `There is no ${of.noun} «${what}».`;
      if (meant !== '') return text(said, `Did you mean: ${meant}`);
      return [...text(said, 'What may be entered here:'), ...whatFollows(root, before, place)];
    }
  }
}
