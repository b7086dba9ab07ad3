/**
 * The demonstrations that come with the product, in the order in which a gallery shows them. The scenarios of the table's
 * rows stand beside them as `row-NN-<slug>.json`; their order and names are those of the rows themselves.
 */
export interface Demonstration {
  /** Name of the file, without its ending. */
  readonly slug: string;
  /** The file's own title. */
  readonly title: string;
}

export const DEMONSTRATIONS: readonly Demonstration[] = [
  { slug: 'healthy-pair', title: 'A healthy pair' },
  { slug: 'split-brain', title: 'Split brain: the link between the nodes is cut' },
  { slug: 'isolated-node', title: 'A node is cut off from everybody' },
  { slug: 'last-millisecond', title: 'Three keep-alives lost, then four' },
  { slug: 'wide-area-link', title: 'A slow link that loses keep-alives' },
  { slug: 'cold-start-one-after-the-other', title: 'Two nodes start one after the other' },
  { slug: 'enable-ha-one-node-unfit', title: 'High availability is switched on while one node is unfit' },
  {
    slug: 'enable-ha-both-nodes-unfit',
    title: 'High availability is switched on while both nodes are unfit',
  },
  {
    slug: 'enable-ha-replication-not-ready',
    title: 'High availability is switched on before replication is set up',
  },
  { slug: 'automatic-fallback-after-reboot', title: 'Automatic fallback after a reboot' },
  { slug: 'recover-a-failed-pair', title: 'Recover a pair in failed mode' },
  { slug: 'reboot-then-fall-back', title: 'A broken service: reboot, then fall back' },
  { slug: 'fall-back-to-a-lost-peer', title: 'Start the recovery manager again, then fall back' },
  { slug: 'return-from-automatic-recovery', title: 'Back to Normal after an automatic recovery' },
  { slug: 'multiple-device-messaging', title: 'A failover with Multiple Device Messaging' },
  { slug: 'stale-temporary-presence', title: 'Temporary presence goes stale' },
  { slug: 'active-standby', title: 'Active and standby' },
  { slug: 'three-groups', title: 'Three groups, three stories' },
  { slug: 'single-node', title: 'A node on its own' },
  { slug: 'large-cluster-failover', title: '75,000 users fail over and return' },
];
