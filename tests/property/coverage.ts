/** Counts how often each rule, state, reason and row was met, by listening at the rules themselves. */
import { REASONS, rowOf, ROWS, STATE_IDS, type ClusterState } from '../../src/engine';
import { ALL_RULES } from '../../src/engine/rules/table';

/** Counts by name. */
export type Counts = Map<string, number>;

const zero = (names: readonly string[]): Counts => new Map(names.map((name) => [name, 0]));

/** What the property tests have met so far. */
export class Coverage {
  readonly rules = zero(ALL_RULES.map((rule) => rule.id));
  readonly states = zero([...STATE_IDS, 'unreachable']);
  readonly reasons = zero([...REASONS, 'none']);
  readonly rows = zero(ROWS.map((row) => String(row.number)));
  readonly steps = new Map<string, { done: number; idle: number; refused: number }>();
  sequences = 0;
  #shown: string[] = [];

  constructor() {
    for (const rule of ALL_RULES) {
      const original = rule.effect as (...things: unknown[]) => void;
      Reflect.set(rule, 'effect', (...things: unknown[]) => {
        this.rules.set(rule.id, this.rules.get(rule.id)! + 1);
        original(...things);
      });
    }
  }

  /** A new sequence begins. */
  begin(): void {
    this.sequences++;
    this.#shown = [];
  }

  /** Looks at the state after an event and counts what the administrator now sees and did not see before. */
  see(state: ClusterState): void {
    state.groups.forEach((group, index) => {
      const nodes = group.nodes.map((it) => state.nodes[it]!);
      const key = nodes.map((node) => `${node.shownState}/${node.shownReason}`).join('|');
      if (this.#shown[index] === key) return;
      this.#shown[index] = key;
      for (const node of nodes) {
        count(this.states, node.shownState);
        if (node.shownState !== 'unreachable') count(this.reasons, node.shownReason ?? 'none');
      }
      if (nodes.length < 2) return;
      const [one, other] = nodes.map((node) => ({ state: node.shownState, reason: node.shownReason }));
      const row = rowOf([one!, other!]);
      if (row !== null) count(this.rows, String(row));
    });
  }

  /** Counts an attempted step. */
  step(name: string, outcome: 'done' | 'idle' | 'refused'): void {
    const it = this.steps.get(name) ?? { done: 0, idle: 0, refused: 0 };
    it[outcome]++;
    this.steps.set(name, it);
  }

  /** Share of attempted steps that were refused. */
  get refusedShare(): number {
    let refused = 0;
    let all = 0;
    for (const it of this.steps.values()) {
      refused += it.refused;
      all += it.refused + it.done + it.idle;
    }
    return all === 0 ? 0 : refused / all;
  }

  /** Everything that was never met. */
  get missing(): string[] {
    return [
      ...never('rule', this.rules),
      ...never('state', this.states),
      ...never('reason', this.reasons),
      ...never('row', this.rows),
    ];
  }

  /** The whole count, for people. */
  print(): string {
    const steps = [...this.steps].sort(([a], [b]) => (a < b ? -1 : 1));
    return [
      `${this.sequences} sequences; ${(100 * this.refusedShare).toFixed(1)} % of the steps refused`,
      table('steps (done / without effect / refused)', [
        ...steps.map(([name, it]) => [name, `${it.done} / ${it.idle} / ${it.refused}`] as const),
      ]),
      table('rules', [...this.rules]),
      table('states', [...this.states]),
      table('reasons', [...this.reasons]),
      table('rows', [...this.rows]),
      this.missing.length === 0 ? 'Everything was met.' : `Never met: ${this.missing.join(', ')}`,
    ].join('\n');
  }
}

const count = (counts: Counts, name: string): void => {
  counts.set(name, (counts.get(name) ?? 0) + 1);
};

const never = (kind: string, counts: Counts): string[] =>
  [...counts].filter(([, met]) => met === 0).map(([name]) => `${kind} ${name}`);

const table = (title: string, rows: readonly (readonly [string, number | string])[]): string =>
  `${title}:\n${rows.map(([name, met]) => `  ${name.padEnd(56)} ${met}`).join('\n')}`;
