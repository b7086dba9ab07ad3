/** The report of an attempt, a line for each phase, from what was kept of it. */
import type { DriveRecord, ExplainRecord } from '../../course/attempt';
import { gradePredict } from '../../course/grade';
import type { Par } from '../../course/exercise';
import type { ExerciseSession } from './exercise-session.svelte';
import { minutesWords } from './figure-words';
import { STAGE_NAMES, type DrivenPart } from './played';

/** One phase, or one part of the transfer. */
export interface ReportLine {
  readonly phase: string;
  /** Part of the transfer, in words; empty for the others. */
  readonly part: string;
  readonly actions: string;
  readonly userMinutes: string;
  readonly help: string;
  readonly score: number;
  /** Instant of its run at which the goal was met, and what that was; null where nothing was driven. */
  readonly reached: { readonly atMs: number; readonly lines: readonly string[] } | null;
}

const NONE = '–';

/** Help in words. */
const HELP = ['none', '1 hint', '2 hints', '3 hints', 'solution played'] as const;

const against = (value: string, par: string | null): string =>
  par === null ? value : `${value} (par ${par})`;

type Named = Pick<ReportLine, 'phase' | 'part'>;

function driveLine(named: Named, record: DriveRecord | null, par: Par | null): ReportLine[] {
  const result = record?.result;
  if (!result) return [];
  return [
    {
      ...named,
      actions: against(String(result.actions), par && String(par.actions)),
      userMinutes: against(minutesWords(result.userMinutes), par && minutesWords(par.userMinutes)),
      help: HELP[record.hints] ?? 'none',
      score: result.score,
      reached: { atMs: result.metMs, lines: result.reached ?? [] },
    },
  ];
}

function explainLine(named: Named, record: ExplainRecord | null): ReportLine[] {
  if (!record || record.score === null) return [];
  return [{ ...named, actions: NONE, userMinutes: NONE, help: 'none', score: record.score, reached: null }];
}

/** Everything that is done of an attempt, in the order of the phases. */
export function reportLines({ attempt, exercise, variant }: ExerciseSession): readonly ReportLine[] {
  const { predict, reach, explain, restore, transfer } = attempt;
  const named = (phase: keyof typeof STAGE_NAMES, part = ''): Named => ({ phase: STAGE_NAMES[phase], part });
  const again = (part: 'reach' | 'explain' | 'restore') => named('transfer', STAGE_NAMES[part].toLowerCase());
  const parOf = (part: DrivenPart | null): Par | null => part?.par ?? null;
  return [
    ...(predict?.truth
      ? [
          {
            ...named('predict'),
            actions: NONE,
            userMinutes: NONE,
            help: 'none',
            score: gradePredict(predict.guess, predict.truth).score,
            reached: null,
          },
        ]
      : []),
    ...driveLine(named('reach'), reach, null),
    ...explainLine(named('explain'), explain),
    ...driveLine(named('restore'), restore, parOf(exercise.restore)),
    ...driveLine(again('reach'), transfer.reach, null),
    ...explainLine(again('explain'), transfer.explain),
    ...driveLine(again('restore'), transfer.restore, parOf(variant.restore)),
  ];
}
