/** The operator's verbs: whether a step can be done, and doing it. One list serves lab, terminal, files and explorer. */
import type { Step, Via } from '../../model/step';
import { RECORD } from '../recorder';
import type { World } from '../world';
import { applyGroupStep, groupStepVerdict, isGroupStep } from './group-steps';
import { applyNodeStep, isNodeStep, nodeStepVerdict } from './node-steps';
import { applyUserStep, isUserStep, userStepVerdict } from './user-steps';
import { sourceOfStep } from './sources';
import { isRefused, refused, type Verdict } from './verdict';

export { parameterValues } from './group-steps';
export { isRefused, type Verdict } from './verdict';

/** What a `step` or `refused` record tells. */
export interface StepDetail {
  readonly step: Step;
  readonly via: Via | null;
  /** Why it was refused, or why it changed nothing; empty otherwise. */
  readonly why: string;
  /** Index of the step in its file. */
  readonly index: number;
}

const nodeNamed = (world: World, name: string) => world.state.nodes.find((node) => node.name === name);

/** Whether a step can be done now; asks without changing anything. */
export function verdictOn(world: World, step: Step): Verdict {
  if (isNodeStep(step)) {
    const node = nodeNamed(world, step.node);
    return node ? nodeStepVerdict(world, node, step) : refused(`there is no node named ${step.node}`);
  }
  if (isUserStep(step)) return userStepVerdict(world, step);
  if (isGroupStep(step)) return groupStepVerdict(world, step);
  return step satisfies never;
}

/** Index of the node a step is on, or -1. */
export function nodeOfStep(world: World, step: Step): number {
  return 'node' in step && step.node !== undefined ? (nodeNamed(world, step.node)?.index ?? -1) : -1;
}

/**
 * Does a step now, or refuses it; either way it is recorded.
 *
 * @param index place of the step in its file, for the record
 * @returns the verdict: a refused or idle step has changed nothing
 */
export function doStep(world: World, step: Step, via: Via | null, index: number): Verdict {
  const verdict = verdictOn(world, step);
  const node = nodeOfStep(world, step);
  if (isRefused(verdict)) {
    const detail: StepDetail = { step, via, why: verdict.refused, index };
    world.record(RECORD.refused, node, index, 0, detail);
    return verdict;
  }
  const detail: StepDetail = { step, via, why: verdict === null ? '' : verdict.idle, index };
  world.record(RECORD.step, node, index, 0, detail);
  if (verdict !== null) return verdict;
  const source = sourceOfStep(step);
  world.provenance = source.provenance;
  world.explanation = source.explanation;
  if (isNodeStep(step)) applyNodeStep(world, nodeNamed(world, step.node)!, step);
  else if (isUserStep(step)) applyUserStep(world, step);
  else applyGroupStep(world, step);
  world.provenance = '';
  world.explanation = '';
  return null;
}
