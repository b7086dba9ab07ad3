/**
 * Upper bounds of the scenario format. They are far above anything a real cluster or class needs, and keep a file of
 * unknown origin from asking for more than a machine can compute.
 */
export const LIMITS = {
  nodes: 64,
  users: 100_000,
  steps: 20_000,
  expectations: 20_000,
  /** Nodes or groups named in one expectation. */
  names: 256,
  /** A leap year. */
  seconds: 31_622_400,
  linkLatencyMs: 3_600_000,
  nameLength: 128,
  groupDescriptionLength: 128,
  titleLength: 200,
  descriptionLength: 5_000,
  fileCharacters: 4_000_000,
  /** Lists and objects within each other. */
  nestedLevels: 32,
  /** More faults than this are counted, not listed. */
  faults: 100,
} as const;
