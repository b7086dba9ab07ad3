/** Sessions on the command line for the pages of commands: typed into the terminal's own commands when the site is built. */
import type { Session } from '../../../content/reference/command-pages';
import type { Run } from '../../engine';
import { SCENARIOS } from '../lab/gallery.server';
import type { Answer, Follow } from '../terminal/answer';
import { COMMANDS } from '../terminal/commands/tree';
import { read } from '../terminal/grammar';
import { text, type Piece } from '../terminal/pieces';
import type { Place } from '../terminal/place';
import type { ReplicationCheck } from '../terminal/replication-check';
import { loadRun } from './runs.server';

/** A session as it looks when it is over. */
export interface PlayedSession {
  readonly title: string;
  readonly scenario: string;
  readonly pieces: readonly Piece[];
}

/** How long, in milliseconds of simulated time, a command that waits for the cluster is waited for, and how often it is asked. */
const LONGEST_WAIT_MS = 300_000;
const ASK_EVERY_MS = 500;

function waitFor(run: Run, fromMs: number, first: Follow | undefined): readonly Piece[] {
  const pieces: Piece[] = [];
  let waited: Follow | null = first ?? null;
  for (let atMs = fromMs; waited !== null && atMs < fromMs + LONGEST_WAIT_MS; atMs += ASK_EVERY_MS) {
    const { print, next } = waited.poll(run.viewAt({ timeMs: atMs }));
    pieces.push(...print);
    waited = next;
  }
  return pieces;
}

/** Carries an answer out as the terminal does; a question is answered with yes. */
function carryOut(run: Run, atMs: number, answer: Answer): readonly Piece[] {
  const pieces = [...(answer.print ?? [])];
  if (answer.confirm)
    pieces.push(
      { kind: 'echo', prompt: answer.confirm.question, text: 'yes' },
      ...carryOut(run, atMs, answer.confirm.yes),
    );
  let doneMs = atMs;
  for (const act of answer.acts ?? []) {
    const outcome = run.act(doneMs, act.step, 'terminal');
    if (!outcome.accepted) {
      pieces.push(...act.refused(outcome.faults));
      if (!answer.each) return pieces;
    } else {
      doneMs = outcome.atMs;
      pieces.push(...act.done(run.viewAt({ timeMs: doneMs }), outcome.idle));
    }
  }
  return [...pieces, ...waitFor(run, doneMs, answer.follow)];
}

/** Plays a session: types its lines at their seconds, and notes what is printed. Throws for a line that is no command. */
export function playSession({ title, scenario, node, typed }: Session): PlayedSession {
  const run = loadRun(SCENARIOS[scenario]);
  const checks: ReplicationCheck[] = [];
  const pieces: Piece[] = [];
  for (const { atS, line } of typed) {
    const timeMs = atS * 1000;
    const place: Place = { view: run.viewAt({ timeMs }), timeMs, node, checks };
    const reading = read(COMMANDS, line, place);
    if (pieces.length > 0) pieces.push(...text(''));
    pieces.push({ kind: 'echo', prompt: 'admin:', text: line });
    if (reading.kind !== 'command') throw new Error(`«${line}» is no command of the terminal.`);
    const answer = reading.command.answer(place, reading.argument);
    if (answer.check) checks.push(answer.check);
    pieces.push(...carryOut(run, timeMs, answer));
  }
  return { title, scenario, pieces };
}
