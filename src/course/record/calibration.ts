/** How well a learner's confidence fits how often the predictions are right. */
import { resultsInOrder, type ProgressRecord } from './record';

/** Predictions that one point of the course over time looks back on, itself included. */
const WINDOW = 8;

/** Bounds of the classes of confidence: each from its own to the next, the last with its end. */
const CLASS_BOUNDS = [0.5, 0.6, 0.7, 0.8, 0.9, 1] as const;

/** The last few predictions, seen from one of them. */
export interface CalibrationPoint {
  /** When the prediction was resolved, in milliseconds since 1970. */
  readonly atMs: number;
  /** How many predictions are looked back on. */
  readonly count: number;
  /** Mean confidence, 0.5 to 1. */
  readonly confidence: number;
  /** Share that was right, 0 to 1. */
  readonly right: number;
  /** Mean Brier score, 0 (sure and right) to 1 (sure and wrong); 0.25 is what a coin gets. */
  readonly brier: number;
}

/** Predictions that were made with about the same confidence. */
export interface ConfidenceClass {
  /** 0.5 to 1. */
  readonly from: number;
  /** 0.5 to 1. */
  readonly to: number;
  readonly count: number;
  /** Share that was right, 0 to 1; null where there were none. */
  readonly right: number | null;
}

/** Calibration of all predictions that are kept. */
export interface Calibration {
  readonly count: number;
  /** Over all of them, null where there are none. */
  readonly overall: Omit<CalibrationPoint, 'atMs'> | null;
  /** One for each prediction, in order. */
  readonly course: readonly CalibrationPoint[];
  readonly classes: readonly ConfidenceClass[];
}

interface Told {
  readonly atMs: number;
  readonly confidence: number;
  readonly right: boolean;
}

/** Brier score of one prediction: the square of what was missing to certainty, or of the confidence in what was wrong. */
export const brierScore = (confidence: number, right: boolean): number => (confidence - (right ? 1 : 0)) ** 2;

/** Looks at every prediction of a record. */
export function calibrationOf(record: ProgressRecord): Calibration {
  const told = resultsInOrder(record).flatMap<Told>(({ atMs, prediction }) =>
    prediction ? [{ atMs, confidence: prediction.confidence, right: prediction.right }] : [],
  );
  return {
    count: told.length,
    overall: told.length > 0 ? meansOf(told) : null,
    course: told.map(({ atMs }, index) => ({
      atMs,
      ...meansOf(told.slice(Math.max(0, index + 1 - WINDOW), index + 1)),
    })),
    classes: CLASS_BOUNDS.slice(0, -1).map((from, index) => classOf(told, from, CLASS_BOUNDS[index + 1]!)),
  };
}

const mean = (values: readonly number[]): number =>
  values.reduce((sum, value) => sum + value, 0) / values.length;

const meansOf = (told: readonly Told[]): Omit<CalibrationPoint, 'atMs'> => ({
  count: told.length,
  confidence: mean(told.map(({ confidence }) => confidence)),
  right: mean(told.map(({ right }) => (right ? 1 : 0))),
  brier: mean(told.map(({ confidence, right }) => brierScore(confidence, right))),
});

function classOf(told: readonly Told[], from: number, to: number): ConfidenceClass {
  const within = told.filter(({ confidence }) => confidence >= from && (confidence < to || to === 1));
  return { from, to, count: within.length, right: within.length > 0 ? meansOf(within).right : null };
}
