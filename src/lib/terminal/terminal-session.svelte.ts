import type { ClusterView } from '../../engine';
import type { ClusterPort } from '../lab/cluster-port';
import type { Answer, Follow } from './answer';
import { carryOut } from './carry-out';
import { COMMANDS } from './commands/tree';
import {
  ADMINISTRATOR,
  afterChange,
  atStart,
  enterLocal,
  enterName,
  enterPassword,
  hangUp,
  lookAtConsole,
  OWN_COMPUTER,
  type Move,
} from './connection';
import { read, type Completion } from './grammar';
import { explainReading, help, whatFollows } from './help';
import { LineHistory } from './line-history';
import { completeCommand, completeLocal, LINES } from './lines';
import { promptOf, type Connection, type Mode, type Question } from './mode';
import { pageAfter, paginate } from './pager';
import { columns, note, table, text, type Piece } from './pieces';
import type { Place } from './place';
import type { ReplicationCheck } from './replication-check';
import { Scrollback, type ShownPiece } from './scrollback.svelte';

const STANDS_STILL = note(
  'Time stands still: what was done is done, but nothing moves on until you let time run.',
);

/** A command on its way: its words in full, and what of its answer is made up. */
interface Running {
  readonly line: string;
  readonly reconstructed: string;
}

/**
 * One terminal: a line to at most one node at a time, what was typed, and what was answered. Knows nothing of markup.
 * It is told of every change of the cluster by `tick`.
 */
export class TerminalSession {
  /** What stands in the line. */
  typed = $state('');
  /** Said to screen readers: what a completion did. */
  said = $state('');
  /** Lines that a page of long output has. */
  rows = 16;
  readonly #port: ClusterPort;
  readonly #history = new LineHistory();
  readonly #screen = new Scrollback();
  #connection = $state.raw<Connection | null>(null);
  #mode = $state.raw<Mode>({ kind: 'local' });
  #busy = $state(false);
  #told = $state(false);
  #running: Running = { line: '', reconstructed: '' };
  #checks: readonly ReplicationCheck[] = [];
  /** The line whose possible completions were listed last. */
  #listedFor: string | null = null;
  /** The playhead at the last change: a return to 0 is a new beginning. */
  #lastMs = 0;

  constructor(port: ClusterPort) {
    this.#port = port;
  }

  get shown(): readonly ShownPiece[] {
    return this.#screen.shown;
  }

  get connection(): Connection | null {
    return this.#connection;
  }

  get mode(): Mode['kind'] {
    return this.#mode.kind;
  }

  /** What stands before the line. */
  get prompt(): string {
    return promptOf(this.#mode, this.#connection);
  }

  /** True once it was said that time stands still, as long as it does. */
  get standsStill(): boolean {
    return this.#told && !this.#port.playing;
  }

  /** Carries out what stands in the line. */
  async enter(): Promise<void> {
    if (this.#busy) return;
    const line = this.typed;
    const mode = this.#mode;
    const { view } = this.#port;
    this.typed = '';
    this.said = '';
    switch (mode.kind) {
      case 'local':
        this.#history.add(line);
        this.#echo(line);
        return this.#move(enterLocal(view, line));
      case 'login':
        this.#echo(line);
        return this.#move(enterName(this.#connection!, line));
      case 'password':
        this.#echo('');
        return this.#move(enterPassword(this.#connection!, line, mode.tries));
      case 'shell':
        return this.#enterCommand(line);
      case 'question':
        return this.#enterReply(line, mode.question);
      case 'pager':
        return this.turnPage(line);
      case 'dark':
      case 'waiting':
    }
  }

  /** Asks a node for a session over the network, as `ssh` in the line does. */
  async connectSsh(node: string): Promise<void> {
    if (this.#busy) return;
    this.leave();
    this.typed = `ssh ${ADMINISTRATOR}@${node}`;
    await this.enter();
  }

  /** Looks at the serial console of a node. */
  connectSerial(node: string): void {
    if (this.#busy) return;
    this.leave();
    this.#screen.print([note(`Serial console of ${node}.`)]);
    this.#move(lookAtConsole(this.#port.view, node, this.#mode));
  }

  /** Ends the session, if there is one. */
  leave(): void {
    if (this.#connection === null || this.#busy) return;
    this.typed = '';
    this.#move(hangUp(this.#connection));
  }

  /** Brings an earlier or later line back. */
  recall(by: -1 | 1): void {
    if (this.#mode.kind !== 'shell' && this.#mode.kind !== 'local') return;
    this.typed = this.#history.move(by, this.typed);
  }

  /** Completes the line. True if it did anything: it does not list the same possibilities twice. */
  complete(): boolean {
    if (this.#mode.kind === 'shell') return this.#use(completeCommand(this.typed, this.#place()));
    return this.#mode.kind === 'local' && this.#use(completeLocal(this.typed, this.#port.view));
  }

  /** Says what may follow the line, which stays. */
  showFollowing(): void {
    const { kind } = this.#mode;
    if (kind !== 'shell' && kind !== 'local') return;
    this.#echo(`${this.typed}?`);
    this.#screen.print(kind === 'shell' ? whatFollows(LINES, this.typed, this.#place()) : [OWN_COMPUTER]);
  }

  /** Gives up what is typed, asked, paged or waited for. */
  interrupt(): void {
    if (this.#busy) return;
    const { kind } = this.#mode;
    this.#echo(`${kind === 'password' ? '' : this.typed}^C`);
    this.typed = '';
    if (kind === 'question' || kind === 'pager' || kind === 'waiting') this.#mode = { kind: 'shell' };
    else if (kind === 'password' && this.#connection) {
      if (this.#connection.by === 'ssh') this.leave();
      else this.#mode = { kind: 'login' };
    }
  }

  /** Empties the screen. */
  clear(): void {
    this.#screen.clear();
  }

  /** Answers the pager: q, n, p, b, e or nothing, which goes on. */
  turnPage(answer: string): void {
    if (this.#mode.kind !== 'pager') return;
    const { pager } = this.#mode;
    const at = pageAfter(pager, answer);
    if (at === undefined) return;
    if (at !== null) this.#screen.print(pager.pages[at]!);
    const isOver = at === null || at === pager.pages.length - 1;
    this.#mode = isOver ? { kind: 'shell' } : { kind: 'pager', pager: { ...pager, at } };
  }

  /** Lets time run. */
  letRun(): void {
    this.#port.play();
  }

  /** Takes notice of a change of the cluster, or of time's running. */
  tick(view: ClusterView = this.#port.view, playing: boolean = this.#port.playing): void {
    const { timeMs } = this.#port;
    if (playing) this.#told = false;
    const isAtStart = timeMs === 0 && this.#lastMs > 0;
    this.#lastMs = timeMs;
    if (isAtStart) this.#checks = [];
    if (this.#busy || this.#connection === null) return;
    if (isAtStart) return this.#move(atStart());
    const change = afterChange(view, this.#connection, this.#mode);
    if (change !== null) {
      this.typed = '';
      this.#move(change);
    } else if (this.#mode.kind === 'waiting') this.#goOn(view, this.#mode.follow);
  }

  #move({ print, connection, mode }: Move): void {
    const wasLoggedIn = this.#connection?.loggedIn ?? false;
    this.#screen.print(print);
    this.#connection = connection;
    this.#mode = mode;
    if (connection?.loggedIn && !wasLoggedIn)
      this.#port.tell({ kind: 'login', by: connection.by, node: connection.node });
  }

  #place(): Place {
    const { view, timeMs } = this.#port;
    return { view, timeMs, node: this.#connection!.node, checks: this.#checks };
  }

  #echo(line: string): void {
    this.#screen.print([{ kind: 'echo', prompt: this.prompt, text: line }]);
  }

  /** Prints a page at a time. */
  #printPages(pieces: readonly Piece[]): void {
    const pages = paginate(pieces, this.rows);
    this.#screen.print(pages[0]!);
    if (pages.length > 1) this.#mode = { kind: 'pager', pager: { pages, at: 0 } };
  }

  async #enterCommand(line: string): Promise<void> {
    this.#history.add(line);
    this.#echo(line);
    const place = this.#place();
    const asked = /^\s*help(?:\s+(.*))?$/i.exec(line);
    if (asked) return this.#printPages(help(COMMANDS, asked[1] ?? '', place));
    const reading = read(COMMANDS, line, place);
    if (reading.kind !== 'command') return this.#screen.print(explainReading(COMMANDS, reading, place));
    const { command, argument } = reading;
    this.#running = { line: reading.line, reconstructed: command.reconstructed ?? '' };
    await this.#answer(command.answer(place, argument));
  }

  async #enterReply(line: string, { yes, no }: Question): Promise<void> {
    const reply = line.trim().toLowerCase();
    this.#echo(line);
    if (!['yes', 'y', 'no', 'n'].includes(reply)) return this.#screen.print(text('Enter yes or no.'));
    this.#mode = { kind: 'shell' };
    if (reply.startsWith('y')) await this.#answer(yes);
    else this.#screen.print(no);
  }

  async #answer(answer: Answer): Promise<void> {
    const { confirm: question, check, follow, failed = false } = answer;
    if (question) {
      this.#mode = { kind: 'question', question };
      return;
    }
    if (check) this.#checks = [...this.#checks.filter((it) => it.startedMs <= check.startedMs), check];
    this.#busy = true;
    const { printed, isDone } = await carryOut(answer, this.#port).finally(() => (this.#busy = false));
    const { line, reconstructed } = this.#running;
    const output = reconstructed === '' || failed ? printed : [...printed, note(reconstructed)];
    if (answer.paged) this.#printPages(output);
    else this.#screen.print(output);
    if (isDone) {
      this.#port.tell({ kind: 'command', command: line, node: this.#connection!.node });
      if (follow) this.#goOn(this.#port.view, follow);
    }
    if (answer.leave) return this.leave();
    this.#sayThatTimeStandsStill();
    this.tick();
  }

  #sayThatTimeStandsStill(): void {
    if (this.#port.playing || this.#told) return;
    this.#told = true;
    this.#screen.print([STANDS_STILL]);
  }

  #goOn(view: ClusterView, follow: Follow): void {
    const { print, next } = follow.poll(view);
    this.#screen.print(print);
    if (next === null) this.#mode = { kind: 'shell' };
    else if (next !== follow) this.#goOn(view, next);
    else this.#mode = { kind: 'waiting', follow };
  }

  #use({ candidates, line }: Completion): boolean {
    const before = this.typed;
    if (candidates.length === 0) return false;
    if (line !== before) {
      this.typed = line;
      this.said = `Completed: ${line}`;
      this.#listedFor = null;
      return true;
    }
    if (candidates.length === 1 || this.#listedFor === before) return false;
    this.#listedFor = before;
    this.#echo(before);
    this.#screen.print([table('Possible completions', columns(candidates.map((name) => [name])))]);
    this.said = `${candidates.length} possibilities. Tab once more leaves the line.`;
    return true;
  }
}
