import type { ActAnswer, ClusterPort } from '../lab/cluster-port';
import type { Act, Answer } from './answer';
import { note, sentence, type Piece } from './pieces';

/** What came of an answer's steps. */
export interface CarriedOut {
  readonly printed: readonly Piece[];
  /** False when the cluster refused all of it, or the first part of what only makes sense as a whole. */
  readonly isDone: boolean;
}

/** Does the steps of an answer, one after the other, and gives what is printed for them. */
export async function carryOut(
  { print = [], acts = [], each = false, failed = false }: Answer,
  port: Pick<ClusterPort, 'act'>,
): Promise<CarriedOut> {
  const printed = [...print];
  let isDone = acts.length === 0;
  for (const act of acts) {
    const outcome = await port.act({ ...act.step, via: 'terminal' });
    printed.push(...printedFor(act, outcome));
    if (outcome.kind === 'done') isDone = true;
    else if (!each) return { printed, isDone: false };
  }
  return { printed, isDone: isDone && !failed };
}

function printedFor(act: Act, outcome: ActAnswer): readonly Piece[] {
  switch (outcome.kind) {
    case 'done':
      return act.done(outcome.view, outcome.idle);
    case 'refused':
      return act.refused(outcome.why);
    case 'failed':
      return [note(`The engine could not be asked. ${outcome.why.map(sentence).join(' ')}`)];
  }
}
