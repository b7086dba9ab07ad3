import type { ClusterView } from '../../engine';
import type { ActAnswer, ClusterPort } from '../lab/cluster-port';
import type { Act, Answer, Follow } from './answer';
import { COMMANDS } from './commands/tree';
import {
  ADMINISTRATOR,
  consoleSilence,
  lossOf,
  readSsh,
  sshAdvice,
  sshFault,
  welcome,
  type Connection,
} from './connection';
import { complete, read } from './grammar';
import { explainReading, help, whatFollows } from './help';
import { LineHistory } from './line-history';
import { pageAfter, pagerPrompt, paginate, type Pager } from './pager';
import { columns, note, sentence, table, text, type Piece } from './pieces';
import type { Place } from './place';
import type { ReplicationCheck } from './replication-check';

/** Most pieces that are kept on the screen. */
const MOST_PIECES = 500;

/** Wrong passwords until SSH gives up. */
const MOST_TRIES = 3;

/** A piece with a key of its own. */
export interface ShownPiece {
  readonly id: number;
  readonly piece: Piece;
}

/** What the line is for now. */
type Mode =
  | { readonly kind: 'local' }
  /** On a serial console that shows nothing. */
  | { readonly kind: 'dark' }
  | { readonly kind: 'login' }
  | { readonly kind: 'password'; readonly tries: number }
  | { readonly kind: 'shell' }
  | { readonly kind: 'question'; readonly question: string; readonly answer: NonNullable<Answer['confirm']> }
  | { readonly kind: 'pager'; readonly pager: Pager }
  | { readonly kind: 'waiting'; readonly follow: Follow };

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
  rows = 20;
  readonly #port: ClusterPort;
  readonly #history = new LineHistory();
  #pieces = $state.raw<readonly ShownPiece[]>([]);
  #connection = $state.raw<Connection | null>(null);
  #mode = $state.raw<Mode>({ kind: 'local' });
  #busy = $state(false);
  #told = $state(false);
  #checks: readonly ReplicationCheck[] = [];
  #listedFor: string | null = null;
  #nextId = 0;

  constructor(port: ClusterPort) {
    this.#port = port;
  }

  get pieces(): readonly ShownPiece[] {
    return this.#pieces;
  }

  get connection(): Connection | null {
    return this.#connection;
  }

  get mode(): Mode['kind'] {
    return this.#mode.kind;
  }

  /** True while a command is being carried out. */
  get busy(): boolean {
    return this.#busy;
  }

  /** True once it was said that time stands still, as long as it does. */
  get standsStill(): boolean {
    return this.#told && !this.#port.playing;
  }

  /** What stands before the line. */
  get prompt(): string {
    const mode = this.#mode;
    const { node = '', user = '', by } = this.#connection ?? {};
    switch (mode.kind) {
      case 'local':
        return '$';
      case 'dark':
      case 'waiting':
        return '';
      case 'login':
        return `${node} login:`;
      case 'password':
        return by === 'ssh' ? `${user}@${node}'s password:` : 'Password:';
      case 'shell':
        return 'admin:';
      case 'question':
        return mode.question;
      case 'pager':
        return pagerPrompt(mode.pager);
    }
  }

  /** Carries out what stands in the line. */
  async enter(): Promise<void> {
    if (this.#busy) return;
    const line = this.typed;
    const mode = this.#mode;
    this.typed = '';
    this.said = '';
    switch (mode.kind) {
      case 'local':
        return this.#enterLocal(line);
      case 'login':
        return this.#enterName(line);
      case 'password':
        return this.#enterPassword(line, mode.tries);
      case 'shell':
        return this.#enterCommand(line);
      case 'question':
        return this.#enterReply(line, mode.answer);
      case 'pager':
        return this.turnPage(line);
      case 'dark':
      case 'waiting':
    }
  }

  /** Asks a node for a session over the network, as `ssh` in the line does. */
  connectSsh(node: string): void {
    this.leave();
    const line = `ssh ${ADMINISTRATOR}@${node}`;
    this.#history.add(line);
    this.#enterLocal(line);
  }

  /** Looks at the serial console of a node. */
  connectSerial(node: string): void {
    this.leave();
    this.#connection = { by: 'serial', node, user: '', loggedIn: false };
    this.#print([note(`Serial console of ${node}.`)]);
    this.#showConsole();
  }

  /** Ends the session, if there is one. */
  leave(): void {
    const connection = this.#connection;
    if (connection === null) return;
    this.typed = '';
    if (connection.by === 'ssh' && connection.loggedIn)
      this.#print(text(`Connection to ${connection.node} closed.`));
    if (connection.by === 'serial') this.#print([note(`Left the serial console of ${connection.node}.`)]);
    this.#connection = null;
    this.#mode = { kind: 'local' };
  }

  /** Brings an earlier or later line back. */
  recall(by: -1 | 1): void {
    if (this.#mode.kind !== 'shell' && this.#mode.kind !== 'local') return;
    this.typed = this.#history.move(by, this.typed);
  }

  /** Completes the line. True if it did anything: it does not list the same possibilities twice. */
  complete(): boolean {
    const line = this.typed;
    const isHelp = /^\s*help\s/i.test(line);
    if (this.#mode.kind === 'local') return this.#completeHost(line);
    if (this.#mode.kind !== 'shell') return false;
    const start = isHelp ? 'help ' : '';
    const rest = isHelp ? line.replace(/^\s*help\s+/i, '') : line;
    const root =
      'help'.startsWith(rest.trim().toLowerCase()) && rest.trim() !== '' && !isHelp
        ? [...COMMANDS, HELP]
        : COMMANDS;
    const completion = complete(root, rest, this.#place());
    return this.#useCompletion(line, completion.candidates, start + completion.line);
  }

  /** Says what may follow the line, which stays. */
  showFollowing(): void {
    if (this.#mode.kind !== 'shell') return;
    this.#echo(`${this.typed}?`);
    this.#print(whatFollows(COMMANDS, this.typed.replace(/^\s*help\b\s*/i, ''), this.#place()));
  }

  /** Gives up what is typed, asked, paged or waited for. */
  interrupt(): void {
    if (this.#busy) return;
    this.#echo(`${this.#mode.kind === 'password' ? '' : this.typed}^C`);
    this.typed = '';
    const kind = this.#mode.kind;
    if (kind === 'question' || kind === 'pager' || kind === 'waiting') this.#mode = { kind: 'shell' };
    if (kind === 'password' && this.#connection?.by === 'ssh') {
      this.#connection = null;
      this.#mode = { kind: 'local' };
    } else if (kind === 'password') this.#mode = { kind: 'login' };
  }

  /** Empties the screen. */
  clear(): void {
    this.#pieces = [];
  }

  /** Answers the pager: q, n, p, b, e or nothing. */
  turnPage(answer: string): void {
    const mode = this.#mode;
    if (mode.kind !== 'pager') return;
    const at = pageAfter(mode.pager, answer);
    if (at === undefined) return;
    if (at === null) {
      this.#mode = { kind: 'shell' };
      return;
    }
    this.#print(mode.pager.pages[at]!);
    const isEnd = at === mode.pager.pages.length - 1;
    this.#mode = isEnd ? { kind: 'shell' } : { kind: 'pager', pager: { ...mode.pager, at } };
  }

  /** Lets time run. */
  letRun(): void {
    this.#port.play();
  }

  /** Takes notice of a change of the cluster or of time's running. */
  tick(view: ClusterView = this.#port.view, playing: boolean = this.#port.playing): void {
    if (playing) this.#told = false;
    const connection = this.#connection;
    if (connection === null) return;
    const loss = lossOf(view, connection);
    if (loss !== null && this.#mode.kind !== 'dark') this.#lose(view, connection, loss);
    else if (this.#mode.kind === 'dark') this.#showConsole();
    if (this.#mode.kind === 'waiting') this.#goOn(view, this.#mode.follow);
  }

  #lose(view: ClusterView, connection: Connection, loss: readonly Piece[]): void {
    this.typed = '';
    this.#print(loss);
    const stays = connection.by === 'serial' && view.nodes.some(({ name }) => name === connection.node);
    this.#connection = stays ? { ...connection, user: '', loggedIn: false } : null;
    this.#mode = { kind: 'local' };
    if (stays) this.#showConsole();
  }

  #silence: string | null = null;

  /** Shows a console as it is: dark, or with its log-in prompt. */
  #showConsole(): void {
    const connection = this.#connection!;
    const silence = consoleSilence(this.#port.view, connection.node);
    if (silence === null) {
      this.#mode = { kind: 'login' };
      this.#print(text('', connection.node));
    } else {
      if (this.#mode.kind !== 'dark' || silence !== this.#silence) this.#print([note(silence)]);
      this.#mode = { kind: 'dark' };
    }
    this.#silence = silence;
  }

  #place(): Place {
    const { view, timeMs } = this.#port;
    return { view, timeMs, node: this.#connection!.node, checks: this.#checks };
  }

  #print(pieces: readonly Piece[]): void {
    const shown = pieces.map((piece) => ({ id: this.#nextId++, piece }));
    this.#pieces = [...this.#pieces, ...shown].slice(-MOST_PIECES);
  }

  #echo(line: string): void {
    this.#print([{ kind: 'echo', prompt: this.prompt, text: line }]);
  }

  /** Prints what may be long. */
  #output(pieces: readonly Piece[]): void {
    const pages = paginate(pieces, this.rows);
    this.#print(pages[0]!);
    if (pages.length > 1) this.#mode = { kind: 'pager', pager: { pages, at: 0 } };
  }

  #enterLocal(line: string): void {
    this.#history.add(line);
    this.#echo(line);
    if (line.trim() === '') return;
    const wanted = readSsh(line);
    if (!wanted) {
      this.#print([
        note(
          'This is the prompt of your own computer. Type ssh, the name of an administrator, @ and a node.',
        ),
      ]);
      return;
    }
    const { view } = this.#port;
    const node =
      view.nodes.find(({ name }) => name.toLowerCase() === wanted.host.toLowerCase())?.name ?? wanted.host;
    const fault = sshFault(view, node);
    if (fault !== null) return this.#print([...text(fault), ...sshAdvice(view, node)]);
    if (wanted.user === '') {
      this.#print([note(`Say who you are as well: ssh ${ADMINISTRATOR}@${node}`)]);
      return;
    }
    this.#connection = { by: 'ssh', node, user: wanted.user, loggedIn: false };
    this.#mode = { kind: 'password', tries: 1 };
  }

  #enterName(line: string): void {
    this.#echo(line);
    if (line.trim() === '') return;
    this.#connection = { ...this.#connection!, user: line.trim() };
    this.#mode = { kind: 'password', tries: 1 };
  }

  #enterPassword(line: string, tries: number): void {
    this.#echo('');
    const connection = this.#connection!;
    if (line === '') return this.#refusePassword(connection, tries);
    this.#connection = { ...connection, loggedIn: true };
    this.#mode = { kind: 'shell' };
    this.#print(welcome(connection.node));
    this.#port.tell({ kind: 'login', by: connection.by, node: connection.node });
  }

  #refusePassword({ by, user, node }: Connection, tries: number): void {
    if (by === 'serial') {
      this.#print(text('Login incorrect'));
      this.#mode = { kind: 'login' };
    } else if (tries < MOST_TRIES) {
      this.#print(text('Permission denied, please try again.'));
      this.#mode = { kind: 'password', tries: tries + 1 };
    } else {
      this.#print(text(`${user}@${node}: Permission denied (password).`));
      this.#connection = null;
      this.#mode = { kind: 'local' };
    }
  }

  async #enterCommand(line: string): Promise<void> {
    this.#history.add(line);
    this.#echo(line);
    const asked = /^\s*help\b(.*)$/i.exec(line);
    if (asked) return this.#output(help(COMMANDS, asked[1]!, this.#place()));
    const reading = read(COMMANDS, line, this.#place());
    if (reading.kind !== 'command') return this.#print(explainReading(reading, this.#place()));
    const { command, argument } = reading;
    this.#commandLine = reading.line;
    this.#reconstructed = command.reconstructed ?? '';
    await this.#carryOut(command.answer(this.#place(), argument));
  }

  /** The command that is being carried out, and what of its answer is made up. */
  #commandLine = '';
  #reconstructed = '';

  async #enterReply(line: string, { yes, no }: NonNullable<Answer['confirm']>): Promise<void> {
    const reply = line.trim().toLowerCase();
    this.#echo(line);
    if (reply === 'yes' || reply === 'y') {
      this.#mode = { kind: 'shell' };
      await this.#carryOut(yes);
    } else if (reply === 'no' || reply === 'n') {
      this.#print(no);
      this.#mode = { kind: 'shell' };
    } else this.#print(text('Enter yes or no.'));
  }

  async #carryOut(answer: Answer): Promise<void> {
    const { node } = this.#connection!;
    if (answer.confirm) {
      const { question } = answer.confirm;
      this.#mode = { kind: 'question', question, answer: answer.confirm };
      return;
    }
    if (answer.check) this.#checks = [...this.#checks, answer.check];
    this.#busy = true;
    const { printed, isDone } = await this.#act(answer).finally(() => (this.#busy = false));
    const madeUp = this.#reconstructed === '' || answer.failed ? [] : [note(this.#reconstructed)];
    this.#output([...(answer.print ?? []), ...printed, ...madeUp]);
    if (isDone && !answer.failed) {
      this.#port.tell({ kind: 'command', command: this.#commandLine, node });
      if (answer.follow) this.#goOn(this.#port.view, answer.follow);
    }
    if (answer.leave) return this.leave();
    this.#sayThatTimeStandsStill();
    this.tick();
  }

  /** Does the steps of an answer; `isDone` is false if any of them was refused. */
  async #act({ acts = [], each = false }: Answer): Promise<{ printed: Piece[]; isDone: boolean }> {
    const printed: Piece[] = [];
    let done = acts.length === 0;
    for (const act of acts) {
      const outcome = await this.#port.act({ ...act.step, via: 'terminal' });
      printed.push(...told(act, outcome));
      if (outcome.kind === 'done') done = true;
      else if (!each) return { printed, isDone: false };
    }
    return { printed, isDone: done };
  }

  #sayThatTimeStandsStill(): void {
    if (this.#port.playing || this.#told || this.#connection === null) return;
    this.#told = true;
    this.#print([
      note('Time stands still: what was done is done, but nothing moves on until you let time run.'),
    ]);
  }

  #goOn(view: ClusterView, follow: Follow): void {
    const { print, next } = follow(view);
    this.#print(print);
    if (next === null) this.#mode = { kind: 'shell' };
    else if (print.length > 0) this.#goOn(view, next);
    else this.#mode = { kind: 'waiting', follow: next };
  }

  #completeHost(line: string): boolean {
    const found = /^\s*ssh\s+(?:([^\s@]+)@)?([^\s@]*)$/i.exec(line);
    if (!found) return this.#useCompletion(line, 'ssh'.startsWith(line.trim()) ? ['ssh'] : [], 'ssh ');
    const hosts = this.#port.view.nodes.map(({ name }) => name).filter((name) => name.startsWith(found[2]!));
    const [only] = hosts.length === 1 ? hosts : [];
    return this.#useCompletion(line, hosts, only ? `ssh ${found[1] ?? ADMINISTRATOR}@${only}` : line);
  }

  #useCompletion(before: string, candidates: readonly string[], after: string): boolean {
    if (candidates.length === 0) return false;
    if (after !== before) {
      this.typed = after;
      this.said = `Completed: ${after}`;
      this.#listedFor = null;
      return true;
    }
    if (candidates.length === 1 || this.#listedFor === before) return false;
    this.#listedFor = before;
    this.#echo(before);
    this.#print([table('Possible completions', columns(candidates.map((name) => [name])))]);
    this.said = `${candidates.length} possibilities. Tab once more leaves the line.`;
    return true;
  }
}

const HELP = { word: 'help', about: 'Explains commands.', next: COMMANDS };

function told(act: Act, outcome: ActAnswer): readonly Piece[] {
  switch (outcome.kind) {
    case 'done':
      return act.done(outcome.view, outcome.idle);
    case 'refused':
      return act.refused(outcome.why);
    case 'failed':
      return [note(`The engine could not be asked. ${outcome.why.map(sentence).join(' ')}`)];
  }
}
