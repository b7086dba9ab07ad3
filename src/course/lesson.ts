/** A lesson as data: what each of its steps sets up, what it waits for, and what it answers to what the learner did. */
import type { Goal, WantedDeed } from './goal';

/** Parts of the lab that may stand in front beside a step. */
export type LessonTool = 'stage' | 'timeline' | 'map' | 'log' | 'terminal' | 'pages' | 'parameters';

/** A question with one right answer or several; every option answers for itself. */
export interface Question {
  readonly ask: string;
  readonly options: readonly {
    /** Stable, unique in its question. */
    readonly id: string;
    readonly text: string;
    readonly right: boolean;
    /** What the page says to who chose it: what the system does and why. */
    readonly reply: string;
  }[];
}

/** One step of a lesson. Without goal, deeds and question it is for reading, and Next ends it. */
export interface LessonStep {
  /** Stable, unique in its lesson; the address of the step. */
  readonly id: string;
  readonly title: string;
  /** A scenario file (as parsed JSON) that the lab loads when the step begins; left out: the run goes on. */
  readonly scenario?: unknown;
  /** Where the playhead is put when the scenario is loaded, in seconds; 0 unless said. */
  readonly atSeconds?: number;
  /** How fast time passes from the beginning of the step; left out: it stands still until the learner lets it run. */
  readonly playAtSpeed?: number;
  /** What stands in front beside the step; the stage is always there. */
  readonly tool?: LessonTool;
  /** What must come about in the run for the step to be done. */
  readonly goal?: Goal;
  /** What the learner must have looked at or typed, each at least once since the step began. */
  readonly deeds?: readonly { readonly text: string; readonly want: WantedDeed }[];
  readonly question?: Question;
  /** What is asked for, in one line of the step's own words: shown beside what is still missing. Needed with a goal. */
  readonly task?: string;
  /** Answers to what the learner did: mistakes that the step is there to teach. Shown is the one that came to hold last. */
  readonly replies?: readonly { readonly when: Goal; readonly say: string }[];
  /** What is said when the step is done. */
  readonly done?: string;
  /** A way to do it, shown when asked for. */
  readonly hint?: string;
  /**
   * The stage as a picture for readers without JavaScript: the run so far with these steps of a scenario file added, drawn at
   * this instant. Left out: as the step begins.
   */
  readonly picture?: {
    readonly steps?: readonly object[];
    readonly atSeconds: number;
    readonly caption: string;
  };
}

/** A lesson. Its prose stands beside it in `lesson.md`, a `<Step id>` for each step. */
export interface Lesson {
  /** Address of the lesson below `/learn/`. */
  readonly slug: string;
  readonly title: string;
  /** One sentence: what the learner can do afterwards. */
  readonly summary: string;
  readonly minutes: number;
  /** Section of the guide that it is about. */
  readonly section: string;
  /** Number of the step of the guide's task flow, if it is one of the six. */
  readonly taskFlowStep?: 1 | 2 | 3 | 4 | 5 | 6;
  /** Whether the guide calls this step of the task flow optional. */
  readonly optional?: boolean;
  /** Slugs of lessons that must come before. */
  readonly before: readonly string[];
  readonly steps: readonly LessonStep[];
}
