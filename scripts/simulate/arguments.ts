/** Command line of the headless run. */

/** What to run, and how to show it. */
export interface Request {
  /** Paths as given; `-` is standard input. */
  readonly files: readonly string[];
  readonly json: boolean;
  /** End of the run in milliseconds, instead of the scenario's own. */
  readonly untilMs: number | null;
}

/** A request, a question for help, or what is wrong with the arguments. */
export type ParsedArguments =
  | { readonly kind: 'run'; readonly request: Request }
  | { readonly kind: 'help' }
  | { readonly kind: 'wrong'; readonly what: string };

export const USAGE = `usage: npm run -s simulate -- FILE... [--until SECONDS] [--json]

Runs scenario files without a browser, in the same engine. FILE may be - for standard input.

  --until SECONDS   run to this instant instead of the scenario's own end (fractions down to 0.001)
  --json            print one JSON object for each file, each on a line of its own
  --help            print this

Exit code 0: all expectations held. 1: one failed. 2: a file or an argument is malformed.`;

/** A leap year: no scenario lasts longer. */
const MOST_SECONDS = 31_622_400;

/** Milliseconds of a text such as `90` or `12.5`; null if it is no such time. */
function parseSeconds(text: string): number | null {
  if (!/^(?:\d+(?:\.\d{1,3})?|\.\d{1,3})$/.test(text)) return null;
  const seconds = Number(text);
  return seconds <= MOST_SECONDS ? Math.round(seconds * 1000) : null;
}

/**
 * Reads the command line. Options may stand anywhere, `--` ends them; of a repeated option the last one counts.
 *
 * @param words the arguments after the name of the script
 */
export function parseArguments(words: readonly string[]): ParsedArguments {
  const files: string[] = [];
  let json = false;
  let untilMs: number | null = null;
  for (let index = 0; index < words.length; index += 1) {
    const word = words[index]!;
    if (word === '--') {
      files.push(...words.slice(index + 1));
      break;
    }
    if (word === '--help' || word === '-h') return { kind: 'help' };
    if (word === '--json') json = true;
    else if (word === '--until' || word.startsWith('--until=')) {
      const value = word === '--until' ? words[(index += 1)] : word.slice('--until='.length);
      if (value === undefined) return wrong('--until must be followed by a number of seconds');
      untilMs = parseSeconds(value);
      if (untilMs === null)
        return wrong(
          `--until must be seconds from 0 to ${MOST_SECONDS} with at most three decimals, not "${value}"`,
        );
    } else if (word.startsWith('-') && word !== '-') return wrong(`unknown option ${word}`);
    else files.push(word);
  }
  if (files.length === 0) return wrong('no scenario file is named');
  return { kind: 'run', request: { files, json, untilMs } };
}

const wrong = (what: string): ParsedArguments => ({ kind: 'wrong', what });
