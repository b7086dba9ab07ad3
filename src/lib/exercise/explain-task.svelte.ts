import type { ExplainRecord } from '../../course/attempt';
import type { Cause, Evidence } from '../../course/exercise';
import { gradeExplain } from '../../course/grade';
import { withSteps, type Setting } from '../../course/setting';
import type { ExerciseDoor } from './exercise-door';
import type { ExplainPart } from './played';
import type { TaskEvents } from './predict-task.svelte';

/** Cause and evidence: chosen one by one, each answered at once. Knows nothing of markup. */
export class ExplainTask {
  readonly kind = 'explain';
  readonly part: ExplainPart;
  readonly #events: TaskEvents;
  #begun = $state(false);
  #faults = $state.raw<readonly string[]>([]);
  #causes = $state.raw<readonly string[]>([]);
  #evidence = $state.raw<readonly string[]>([]);
  #score = $state<number | null>(null);
  #turn = 0;

  /** @param record how far it was when it was left, or null */
  constructor(part: ExplainPart, events: TaskEvents, record: ExplainRecord | null) {
    this.part = part;
    this.#events = events;
    this.#causes = record?.causes ?? [];
    this.#evidence = record?.evidence ?? [];
    this.#score = record?.score ?? null;
  }

  get begun(): boolean {
    return this.#begun;
  }

  get faults(): readonly string[] {
    return this.#faults;
  }

  /** Ids of the causes that were chosen, in order. */
  get causes(): readonly string[] {
    return this.#causes;
  }

  /** Ids of the evidence that was chosen, in order. */
  get evidence(): readonly string[] {
    return this.#evidence;
  }

  /** The right cause, once it was chosen: then evidence is asked for. */
  get found(): Cause | null {
    return this.part.causes.find(({ id, refutation }) => !refutation && this.#causes.includes(id)) ?? null;
  }

  /** Evidence that is right and was not chosen yet. */
  get missing(): readonly Evidence[] {
    return this.part.evidence.filter(({ id, right }) => right && !this.#evidence.includes(id));
  }

  /** 0 to 100; null until cause and evidence are found. */
  get score(): number | null {
    return this.#score;
  }

  get record(): ExplainRecord | null {
    if (this.#causes.length === 0) return null;
    return { causes: this.#causes, evidence: this.#evidence, score: this.#score };
  }

  /** The run that is shown. */
  get shown(): Setting {
    const { scenario, steps = [], atSeconds } = this.part;
    return { scenario: withSteps(scenario, steps), atSeconds };
  }

  /** The run that a wrong cause would have shown, or null for the right one. */
  wouldHaveShown(causeId: string): Setting | null {
    const refutation = this.part.causes.find(({ id }) => id === causeId)?.refutation;
    if (!refutation) return null;
    const { steps = [], atSeconds } = refutation;
    return { scenario: withSteps(this.part.scenario, steps), atSeconds };
  }

  async begin(door: ExerciseDoor): Promise<void> {
    const turn = ++this.#turn;
    this.#begun = false;
    const faults = await door.open(this.shown);
    if (turn !== this.#turn) return;
    this.#faults = faults ?? [];
    if (faults) return;
    door.hold(false, () => 'Here you look back at what happened: nothing can be done to it.');
    this.#begun = true;
  }

  chooseCause(id: string): void {
    if (this.found || !this.part.causes.some((cause) => cause.id === id)) return;
    this.#causes = [...this.#causes.filter((chosen) => chosen !== id), id];
    this.#changed();
  }

  chooseEvidence(id: string): void {
    if (!this.found || this.#score !== null || !this.part.evidence.some((one) => one.id === id)) return;
    this.#evidence = [...this.#evidence.filter((chosen) => chosen !== id), id];
    if (this.missing.length === 0) {
      this.#score = gradeExplain({ causes: this.#causes, evidence: this.#evidence }, this.part).score;
      this.#events.ondone();
    }
    this.#changed();
  }

  look(): void {
    // Nothing is watched: the run is only looked back at.
  }

  dispose(): void {
    this.#turn += 1;
    this.#begun = false;
  }

  #changed(): void {
    this.#events.onchange();
  }
}
