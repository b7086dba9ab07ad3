/** Proofs for cause and evidence. */
import { ROWS, type ClusterState, type ShownStateId } from '../../engine';
import type { Cause, Evidence, Exercise, Refutation } from '../exercise';
import { rowClaim } from './drive';
import { judgedIn, stateIn, unmet } from './play';
import { claim, type Claim } from './proof';

/** A wrong cause with its refutation. */
interface Wrong {
  readonly id: string;
  readonly refutation: Refutation;
  /** Whether each evidence is to be seen in it, in order. */
  readonly seen: readonly boolean[];
}

/** Everything that must be true of the causes and the evidence. */
export function explainClaims(exercise: Exercise): readonly Claim[] {
  const { explain, scenario, row } = exercise;
  const { evidence } = explain;
  const facts = evidence.map(({ fact }) => fact);
  const shown = judgedIn(scenario, explain, facts).map(({ tree }) => tree.met);
  const wrongs = explain.causes.flatMap(({ id, refutation }: Cause): Wrong[] => {
    if (!refutation) return [];
    return [{ id, refutation, seen: judgedIn(scenario, refutation, facts).map(({ tree }) => tree.met) }];
  });
  const { refused } = stateIn(scenario, explain);
  return [
    claim('what is set up is done', refused.length === 0, `refused: ${refused.join(', ')}`),
    ...(row === null ? [] : [rowClaim(exercise, explain, row)]),
    ...wrongs.flatMap((wrong) => refutationClaims(exercise, wrong)),
    ...evidence.map((one, place) => evidenceClaim(one, shown[place]!, place, wrongs)),
    ...wrongs.map((wrong) => ruledOutClaim(wrong, evidence)),
  ];
}

function refutationClaims(exercise: Exercise, { id, refutation }: Wrong): Claim[] {
  const { scenario, explain, row } = exercise;
  const { refused, state } = stateIn(scenario, refutation);
  const [there] = judgedIn(scenario, refutation, [refutation.shows]);
  const [here] = judgedIn(scenario, explain, [refutation.shows]);
  const claims = [
    claim(
      `what the refutation of ${id} sets up is done`,
      refused.length === 0,
      `refused: ${refused.join(', ')}`,
    ),
    claim(`the refutation of ${id} shows what it says`, there!.tree.met, unmet(there!.tree)),
    claim(
      `the shown run does not show what the refutation of ${id} says`,
      !here!.tree.met,
      'it does as well',
    ),
  ];
  if (row === null) return claims;
  const shownPair = pairIn(stateIn(scenario, explain).state, row);
  const otherPair = pairLike(state, shownPair.group);
  const isOther = JSON.stringify(shownPair.words) !== JSON.stringify(otherPair.words);
  claims.push(claim(`the pair of ${id} differs from row ${row}`, isOther, otherPair.words.join(' beside ')));
  if (hasNeighbours(row)) {
    const shares = otherPair.states.some((one) => shownPair.states.includes(one));
    const why = `${otherPair.words.join(' beside ')} shares nothing with ${shownPair.words.join(' beside ')}`;
    claims.push(claim(`the pair of ${id} shares a state with row ${row}`, shares, why));
  }
  return claims;
}

interface Pair {
  readonly group: number;
  readonly states: readonly ShownStateId[];
  /** State and reason of each node. */
  readonly words: readonly string[];
}

/** The pair of the group that shows a row; of the first group where none does. */
function pairIn(state: ClusterState, row: number): Pair {
  const wanted = ROWS[row - 1]!;
  const isSide = (side: typeof wanted.node1, node: ClusterState['nodes'][number]) =>
    side.states.includes(node.shownState) && side.reasons.includes(node.shownReason);
  const group = state.groups.findIndex(({ nodes }) => {
    const [a, b] = nodes.map((index) => state.nodes[index]!);
    if (!a || !b) return false;
    return (isSide(wanted.node1, a) && isSide(wanted.node2, b)) || (isSide(wanted.node1, b) && isSide(wanted.node2, a)); // prettier-ignore
  });
  return pairLike(state, Math.max(0, group));
}

function pairLike(state: ClusterState, group: number): Pair {
  const nodes = (state.groups[group]?.nodes ?? []).map((index) => state.nodes[index]!);
  return {
    group,
    states: nodes.map(({ shownState }) => shownState),
    words: nodes.map(({ shownState, shownReason }) => `${shownState} (${shownReason ?? 'no reason'})`),
  };
}

/** Whether any other row shares a state with a row. */
function hasNeighbours(row: number): boolean {
  const statesOf = ({ node1, node2 }: (typeof ROWS)[number]) => [...node1.states, ...node2.states];
  const own = statesOf(ROWS[row - 1]!);
  return ROWS.some((other) => other.number !== row && statesOf(other).some((state) => own.includes(state)));
}

function evidenceClaim(
  { id, right, alsoIn, onlyIn }: Evidence,
  isSeen: boolean,
  place: number,
  wrongs: readonly Wrong[],
): Claim {
  if (right) {
    const tells = wrongs.some(({ seen }) => !seen[place]);
    const why = isSeen ? 'every refutation shows it as well' : 'the shown run does not show it';
    return claim(`evidence ${id} is to be seen and tells something`, isSeen && tells, why);
  }
  if (alsoIn === undefined && isSeen) {
    const why = 'it is: alsoIn must name a cause that shows it as well';
    return claim(`evidence ${id} is not to be seen`, false, why);
  }
  if (alsoIn === undefined) {
    const showing = wrongs.filter(({ seen }) => seen[place]).map((wrong) => wrong.id);
    const isTold = onlyIn === undefined ? showing.length === 0 : showing.includes(onlyIn);
    const why = showing.length > 0 ? `onlyIn must be ${showing.join(' or ')}` : 'no refutation shows it';
    return claim(`evidence ${id} is not to be seen, and onlyIn tells where it would be`, isTold, why);
  }
  const other = wrongs.find((wrong) => wrong.id === alsoIn);
  const isSeenThere = other?.seen[place] ?? false;
  const why = isSeen ? 'the refutation does not show it' : 'the shown run does not show it';
  return claim(`evidence ${id} is to be seen, and in ${alsoIn} as well`, isSeen && isSeenThere, why);
}

function ruledOutClaim({ id, seen }: Wrong, evidence: readonly Evidence[]): Claim {
  const by = evidence.filter(({ right }, place) => right && !seen[place]);
  return claim(`evidence rules out ${id}`, by.length > 0, 'its refutation shows everything that is right');
}
