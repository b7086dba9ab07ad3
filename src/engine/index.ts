/** The engine's only door. */
export * from './kernel/time';
export { canonicalHash } from './kernel/hash';
export { PURPOSE, randomInteger } from './kernel/random';
export type * from './model/state';
export * from './model/vocabulary';
export * from './model/parameters';
export * from './model/provenance';
export * from './model/rows';
export * from './model/row-texts';
export * from './model/assumptions';
export * from './model/disagreements';
export type * from './model/step';
export { RECORD_KINDS } from './rules/recorder';
export { parameterValues } from './rules/steps';
export { ruleTitles } from './rules/table';
export { userIndex } from './rules/users';
export {
  costMsAt,
  rowOfGroup,
  runScenario,
  userCounts,
  type Report,
  type CheckReport,
} from './simulation/report';
export { RunLog } from './simulation/log';
export { Simulation } from './simulation/simulation';
export * from './simulation/scenario/schema';
export type * from './simulation/view';
export { ENGINE_VERSION, Run, type RunOptions } from './simulation/run';
export { Walk, type AskedStep } from './simulation/walk';
export { unavoidableCostMs } from './simulation/outlook';
