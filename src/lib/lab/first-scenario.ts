/** What the lab shows when nothing else was asked for: a healthy pair with enough users to see them move. */
export const FIRST_SCENARIO = {
  format: 'presence-redundancy-scenario',
  version: 1,
  title: 'A healthy pair',
  seed: 1,
  cluster: {
    nodes: [{ name: 'imp1' }, { name: 'imp2' }],
    groups: [{ name: 'DefaultCUPSubCluster', nodes: ['imp1', 'imp2'], highAvailability: true }],
    users: 24,
  },
  start: 'normal',
  steps: [],
  until: 600,
} as const;
