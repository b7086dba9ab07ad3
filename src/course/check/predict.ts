/** Proofs for the prediction. */
import { STATES, type ShownStateId } from '../../engine';
import type { Exercise } from '../exercise';
import { questionGoals, truthOf } from '../prediction';
import { judged, runWith, stateIn } from './play';
import { claim, told, type Claim } from './proof';

const nameOf = (state: ShownStateId): string =>
  state === 'unreachable' ? 'Unreachable' : STATES[state].name;

/** Steps whose refusal is one of the answers: whether the cluster allows them is what is to be predicted. */
function refusalsAsked(predict: Exercise['predict']): readonly string[] {
  return questionGoals(predict).flatMap((goal) =>
    'step' in goal && goal.outcome === 'refused' ? [goal.step.do] : [],
  );
}

/** Everything that must be true of the prediction. */
export function predictClaims({ scenario, predict, row }: Exercise): readonly Claim[] {
  const { steps = [], happens, atSeconds, untilSeconds, pairOf, question } = predict;
  const all = [...steps, ...happens];
  const { refused } = stateIn(scenario, { steps: all, atSeconds: untilSeconds });
  const run = runWith(scenario, all);
  const since = { timeMs: Math.round(atSeconds * 1000), eventCount: Number.MAX_SAFE_INTEGER };
  const rowShown = { group: pairOf ?? '*', is: { row } } as const;
  const [shown, ...answers] = judged(
    { run, since, refused: [] },
    [rowShown, ...questionGoals(predict)],
    untilSeconds,
  );
  const truth = truthOf(predict, run.viewAt({ timeMs: untilSeconds * 1000 }), answers);
  const unforeseen = refused.filter((what) => !refusalsAsked(predict).includes(what));
  const claims = [
    claim('what happens is done', unforeseen.length === 0, `refused: ${unforeseen.join(', ')}`),
  ];
  if (pairOf !== undefined) {
    const pair = truth.pair?.map(nameOf).join(' and ') ?? 'no pair';
    const isThere = truth.pair !== null && truth.serving !== null;
    claims.push(told('the pair comes out', isThere, `${pair}; users: ${truth.serving ?? 'nobody can tell'}`));
    if (row !== null)
      claims.push(
        claim(
          `row ${row} is shown in it`,
          shown!.firstMetMs !== null,
          'it is not, from the question to the answer',
        ),
      );
  }
  if (question) {
    const held = question.options.filter((_, place) => answers[place]!.tree.met).map(({ id }) => id);
    claims.push(told('exactly one option holds', held.length === 1, held.join(', ') || 'none does'));
  }
  return claims;
}
