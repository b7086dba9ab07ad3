/** For tests: commands given on a node of a real run, and their answers as text. */
import { carryOut } from './carry-out';
import { COMMANDS } from './commands/tree';
import { EnginePort } from './engine-port.svelte';
import { read } from './grammar';
import { explainReading } from './help';
import type { Piece } from './pieces';
import type { Place } from './place';
import type { ReplicationCheck } from './replication-check';

/** A pair, imp1 and imp2, in the group `pair` with high availability on. */
export const PAIR = {
  nodes: [{ name: 'imp1' }, { name: 'imp2' }],
  groups: [{ name: 'pair', nodes: ['imp1', 'imp2'], highAvailability: true }],
};

/** What a piece reads as, notes after `Lab:`. */
export const plain = (pieces: readonly Piece[]): string =>
  pieces
    .map((piece) => {
      if (piece.kind === 'echo') return `${piece.prompt}${piece.text}`;
      return piece.kind === 'note' ? `Lab: ${piece.text}` : piece.text;
    })
    .join('\n');

/** A cluster, and somebody logged in to a node of it. */
export class Bench {
  readonly port: EnginePort;
  node = 'imp1';
  #checks: readonly ReplicationCheck[] = [];

  /** @param scenario what differs from a healthy pair at rest @param second where the playhead is */
  constructor(scenario: { readonly cluster?: object; readonly [field: string]: unknown } = {}, second = 0) {
    this.port = new EnginePort({ cluster: PAIR, ...scenario });
    this.port.seek(second);
  }

  get place(): Place {
    const { view, timeMs } = this.port;
    return { view, timeMs, node: this.node, checks: this.#checks };
  }

  /** Gives a command, says yes if asked, and returns what is printed. */
  async say(line: string): Promise<string> {
    const reading = read(COMMANDS, line, this.place);
    if (reading.kind !== 'command') return plain(explainReading(COMMANDS, reading, this.place));
    const first = reading.command.answer(this.place, reading.argument);
    const answer = first.confirm?.yes ?? first;
    if (answer.check) this.#checks = [...this.#checks, answer.check];
    const { printed } = await carryOut(answer, this.port);
    return plain(printed);
  }

  /** Gives a command on another node. */
  async sayOn(node: string, line: string): Promise<string> {
    this.node = node;
    return this.say(line);
  }
}
