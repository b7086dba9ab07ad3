/** The door to the scenario format: check a file or a step of any origin, and write one. */
export { checkScenario, checkStep } from './check';
export { formatFault } from './faults';
export { scenarioFileSchema } from './file-schema';
export { nestingFaultOf } from './json-fault';
export { readJsonText } from './json-text';
export { parseScenarioText } from './parse';
export { STEP_NAMES } from './step-schema';
export { scenarioToJson, timedStepToJson } from './to-json';
export type * from './types';
