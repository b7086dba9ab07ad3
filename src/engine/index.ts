/** The engine's only door. */
export * from './kernel/time';
export { canonicalHash } from './kernel/hash';
export type * from './model/state';
export * from './model/vocabulary';
export * from './model/parameters';
export * from './model/provenance';
export * from './model/rows';
export * from './model/row-texts';
export * from './model/assumptions';
export * from './model/disagreements';
export type * from './model/step';
export { ruleTitles } from './rules/table';
export { runScenario, type Report, type CheckReport } from './simulation/report';
export { RunLog } from './simulation/log';
export { Simulation } from './simulation/simulation';
export * from './simulation/scenario/schema';
export type * from './simulation/view';
export { ENGINE_VERSION, Run } from './simulation/run';
