/** All rules of the SRM in one ordered list, indexed by the state in which they are asked. */
import { FAILOVER_RULES } from './failover';
import { FALLBACK_RULES } from './fallback';
import { INITIALIZING_RULES } from './initializing';
import { CONTRADICTION_RULES, LOSS_RULES, MISMATCH_RULE, PEER_LOST_RULE } from './peer';
import type { Rule } from './rule';
import { START_RULES, type StartRule } from './start';
import { STATE_IDS, type StateId } from '../model/vocabulary';

/** Every rule that is asked after an event, in the order in which they are asked. */
export const RULES: readonly Rule[] = [
  PEER_LOST_RULE,
  ...CONTRADICTION_RULES,
  ...LOSS_RULES,
  ...INITIALIZING_RULES,
  ...FAILOVER_RULES,
  ...FALLBACK_RULES,
  MISMATCH_RULE,
];

/** Every rule, those of the SRM's start included: an index into this list names a rule in the log. */
export const ALL_RULES: readonly (Rule | StartRule)[] = [...RULES, ...START_RULES];

/** Titles of the rules that rest on an assumption, named as printed (`I-11`). */
export function ruleTitles(assumptionId: string): string[] {
  return ALL_RULES.filter((rule) =>
    rule.provenance.some((it) => it.source === 'assumption' && `I-${it.number}` === assumptionId),
  ).map((rule) => rule.title);
}

const disabled = new Set<string>();
let byState = indexByState();
let startRules: readonly StartRule[] = START_RULES;

function indexByState(): ReadonlyMap<StateId | null, readonly IndexedRule[]> {
  return new Map(
    STATE_IDS.map((state) => [
      state,
      RULES.filter(
        (rule) => rule !== PEER_LOST_RULE && rule.states.includes(state) && !disabled.has(rule.id),
      ).map((rule) => ({ rule, index: ALL_RULES.indexOf(rule) })),
    ]),
  );
}

/** A rule with its place in {@link ALL_RULES}. */
export interface IndexedRule {
  readonly rule: Rule;
  readonly index: number;
}

const NO_RULES: readonly IndexedRule[] = [];

/** Rules that are asked in a state, in order, apart from the watch itself (`peer-lost`). */
export function rulesOf(state: StateId | null): readonly IndexedRule[] {
  return byState.get(state) ?? NO_RULES;
}

/** Rules of the SRM's start that are in force. */
export const startRulesInForce = (): readonly StartRule[] => startRules;

/** False while the rule is switched off by {@link withoutRule}. */
export const isInForce = (id: string): boolean => !disabled.has(id);

/**
 * Switches one rule off: the proof that the tests would notice its absence runs them once for each rule.
 *
 * @returns switches it on again
 * @throws if there is no such rule
 */
export function withoutRule(id: string): () => void {
  if (!ALL_RULES.some((rule) => rule.id === id)) throw new Error(`no rule is called ${id}`);
  const index = (): void => {
    byState = indexByState();
    startRules = START_RULES.filter((rule) => !disabled.has(rule.id));
  };
  disabled.add(id);
  index();
  return () => {
    disabled.delete(id);
    index();
  };
}
