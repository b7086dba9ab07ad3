/** What a phase is worth, 0 to 100, and where the points went. */
import type { ExplainRecord, Guess, Truth } from './attempt';
import type { Explain, Par } from './exercise';
import { brierScore, predictedParts } from './prediction';

/** Points that were lost, and what for. */
export interface Deduction {
  readonly why:
    | 'hint'
    | 'played'
    | 'penalised'
    | 'actions'
    | 'user-minutes'
    | 'guess'
    | 'confidence'
    | 'cause'
    | 'evidence';
  /** Above 0. */
  readonly points: number;
}

/** A graded phase. */
export interface Grade {
  /** 0 to 100, whole. */
  readonly score: number;
  readonly deductions: readonly Deduction[];
}

/** Points that the first three tiers of help cost, each the more the further it goes: none, 5, 10 or 15 in all. */
const HINT_POINTS = [0, 5, 10, 15] as const;
/** The tier in which the solution is played, and the most that a phase is worth after it. */
export const PLAYED_TIER = 4;
const PLAYED_MOST = 40;
const PENALISED_POINTS = 15;
const ACTION_POINTS = 5;
const ACTIONS_MOST = 20;
const USER_MINUTES_MOST = 30;
/** Points of a prediction that are for being as sure as one may be. */
const CONFIDENCE_MOST = 20;
const CAUSE_POINTS = 20;
const EVIDENCE_POINTS = 10;

/** What a phase that is driven came to. */
export interface DriveFigures {
  /** Steps done from the beginning of the phase until the goal was met. */
  readonly actions: number;
  /** User-minutes without service from the beginning of the phase until the goal was met. */
  readonly userMinutes: number;
  /** Help taken: 0 none, 1 where, 2 meaning, 3 command, 4 the solution was played. */
  readonly hints: number;
  /** How many penalised moves were made. */
  readonly penalised: number;
}

/** User-minutes that cost no points yet: a quarter and one minute more than the cheapest way that was found. */
export const freeUserMinutes = ({ userMinutes }: Par): number => userMinutes * 1.25 + 1;

function graded(deductions: readonly Deduction[]): Grade {
  const lost = deductions.filter(({ points }) => points > 0);
  const left = lost.reduce((points, one) => points - one.points, 100);
  return { score: Math.round(Math.max(0, left)), deductions: lost };
}

/**
 * Grades reach or restore.
 *
 * @param par of this phase of the exercise; left out, actions and user-minutes cost nothing (reach)
 */
export function gradeDrive({ actions, userMinutes, hints, penalised }: DriveFigures, par?: Par): Grade {
  const isPlayed = hints >= PLAYED_TIER;
  const deductions: Deduction[] = [
    { why: 'hint', points: HINT_POINTS[Math.min(hints, 3)] ?? 0 },
    { why: 'penalised', points: penalised * PENALISED_POINTS },
  ];
  if (par) {
    const tooMany = Math.max(0, actions - par.actions);
    const free = freeUserMinutes(par);
    // Twice what is free costs the most.
    const tooLong = Math.max(0, userMinutes - free) / free;
    deductions.push({ why: 'actions', points: Math.min(ACTIONS_MOST, tooMany * ACTION_POINTS) });
    deductions.push({
      why: 'user-minutes',
      points: Math.round(Math.min(1, tooLong) * USER_MINUTES_MOST),
    });
  }
  const whole = graded(deductions);
  if (!isPlayed || whole.score <= PLAYED_MOST) return whole;
  return {
    score: PLAYED_MOST,
    deductions: [...whole.deductions, { why: 'played', points: whole.score - PLAYED_MOST }],
  };
}

/** Grades a prediction: the share of what came out as predicted, and how well the confidence fitted. */
export function gradePredict(guess: Guess, truth: Truth): Grade {
  const parts = predictedParts(guess, truth);
  const wrong = parts.filter(({ right }) => !right).length;
  const wrongPoints = Math.round(((100 - CONFIDENCE_MOST) * wrong) / Math.max(1, parts.length));
  const unsurePoints = Math.round(CONFIDENCE_MOST * brierScore(guess.confidence, wrong === 0));
  return graded([
    { why: 'guess', points: wrongPoints },
    { why: 'confidence', points: unsurePoints },
  ]);
}

/**
 * Grades cause and evidence: each wrong one that was chosen costs, however often, and each right evidence that was left out.
 *
 * @param chosen everything that was chosen until the right cause and its evidence were found
 */
export function gradeExplain(
  chosen: Pick<ExplainRecord, 'causes' | 'evidence'>,
  { causes, evidence }: Explain,
): Grade {
  const wrongCauses = causes.filter(({ id, refutation }) => refutation && chosen.causes.includes(id));
  const wrongEvidence = evidence.filter(({ id, right }) => right !== chosen.evidence.includes(id));
  return graded([
    { why: 'cause', points: wrongCauses.length * CAUSE_POINTS },
    { why: 'evidence', points: wrongEvidence.length * EVIDENCE_POINTS },
  ]);
}
