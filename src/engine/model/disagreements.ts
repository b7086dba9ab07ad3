/** Where the guide contradicts itself or names a thing in two ways, and what the engine does (model, section 11). */

/** One disagreement. */
export interface Disagreement {
  /** Stable name for addresses. */
  readonly slug: string;
  readonly title: string;
  readonly guide: string;
  readonly engine: string;
}

/** All of them, those that touch the course of events first. */
export const DISAGREEMENTS: readonly Disagreement[] = [
  {
    slug: 'falling-back-and-taking-back',
    title: 'Which node is Falling Back, which is Taking Back',
    guide:
      'Table 1 gives Falling Back to the node that gets its users back. Table 2, and the CLI reference, give it to the backup.',
    engine:
      'Follows Table 2: Taking Back is the node that gets its users back, Falling Back is the backup that gives them up.',
  },
  {
    slug: 'failover-to-or-of-a-node',
    title: 'A failover to this node, or of it',
    guide: 'Table 1 offers a failover to a node in Normal; the procedure offers the failover of a node.',
    engine: 'Follows the procedure: the node you choose gives its users up.',
  },
  {
    slug: 'what-failed-over-means',
    title: 'What «failed over» says of critical services',
    guide:
      'Table 1 says that no critical service is down on a Failed Over node. The overview calls both nodes of a failed group «failed over».',
    engine: 'Uses the words as Table 1 does; both nodes of a failed group are Running in Failed Mode.',
  },
  {
    slug: 'backup-activated',
    title: 'Which node is «backup activated»',
    guide:
      'The overview lets the backup activated node be the one that fails. In rows 22 and 23 it is the one that takes the users.',
    engine:
      'Follows the rows. The overview also calls this automatic recovery a fallback that somebody issues; the engine does it by itself.',
  },
  {
    slug: 'two-undefined-states',
    title: 'Two states without a definition',
    guide: 'Backup Activated and Failover Affected Services stand in Table 2 and are defined nowhere.',
    engine: 'Takes their meaning from the causes of rows 22 and 23.',
  },
  {
    slug: 'reasons-of-rows-22-and-23',
    title: 'Reasons of the automatic recovery',
    guide:
      'Row 23 prints a database reason for node 1 though a service failed on node 2. Row 22 prints «Auto Recover» for one node and «Auto Recovery» for the other.',
    engine: 'Prints the reasons exactly as the rows do.',
  },
  {
    slug: 'primary-or-peer-node',
    title: 'Where rows 22 and 23 move the users',
    guide: 'One moves them to the primary node, the other to the peer node, for the same thing.',
    engine: 'Moves them to the node that was Failed Over, which is both.',
  },
  {
    slug: 'take-back-reason',
    title: 'A take-back reason for a failure of falling back',
    guide: 'Row 20 names taking back in the reason and falling back in the cause.',
    engine:
      'It is one move with two sides; it fails on the node that takes back, and the peer follows with the same reason.',
  },
  {
    slug: 'idle-and-lost-peers',
    title: 'Can an Idle node do anything by itself?',
    guide:
      'The procedure says that only a manual fallback restarts the services of an Idle node. Row 7 speaks of node 1’s heartbeat timing out, as if something else would follow.',
    engine: 'An Idle node that loses its peer stays Idle.',
  },
  {
    slug: 'pairs-without-a-row',
    title: 'Remedies that lead through unprinted pairs',
    guide:
      'The remedies of rows 13, 16 and 17 lead through pairs such as Failed Over / Initialization beside Running in Backup Mode / Database Failure, Peer Down or Peer Reboot, which no row prints.',
    engine: 'Shows such a pair for what it is: «the guide has no row for this pair».',
  },
  {
    slug: 'unknown-internal-error',
    title: 'An internal error that nothing shows',
    guide: 'Row 21 names an internal system error as its second cause.',
    engine:
      'Reaches the row by its first cause, the restart of one recovery manager beside a failed peer, and by the conflicts that we assume.',
  },
  {
    slug: 'spellings',
    title: 'Spellings',
    guide:
      'Row 18 prints «Backup Mode» for Running in Backup Mode; row 11 prints «Critical Services Down» for Critical Service Down; the button is «Recover» in the procedure and «Recovery» in the table.',
    engine: 'Uses Running in Backup Mode, Critical Service Down and Recover throughout.',
  },
  {
    slug: 'control-center-pages',
    title: 'Two Control Center pages of one name',
    guide:
      'Verify Services names the page Control Center - Network Services twice. Cisco SIP Proxy and Cisco Presence Engine are reached by Related Links, as if from a second page; the product has one for feature services.',
    engine:
      'Knows five critical services and no pages; where pages are shown, they follow the guide’s clicks and say so.',
  },
];
