/** What the pages say that lead to others. */

/** Kinds of things that have pages of their own. */
export type PageKind = 'rows' | 'states' | 'reasons' | 'parameters' | 'services' | 'commands';

/** One list of pages: its heading and what stands above it. */
export interface OverviewText {
  readonly title: string;
  readonly summary: string;
  readonly lead: string;
}

/** Every list, in the order in which the first page of the reference shows them. */
export const OVERVIEWS: Readonly<Record<PageKind, OverviewText>> = {
  rows: {
    title: 'Pairs of states',
    summary: 'Every pair of states and reasons that the guide’s table prints, each on a page of its own.',
    lead: 'What the two nodes of a group show together tells more than either state alone. The guide’s table has twenty-four such pairs. It does not number them; where you see a number here, it is ours.',
  },
  states: {
    title: 'Node states',
    summary: 'The fourteen states of a node, what each means for users, and how it ends.',
    lead: 'A state says what a node is doing for its group. Steady ones last, transitions end by themselves, failed ones wait for somebody.',
  },
  reasons: {
    title: 'Reasons',
    summary: 'Every reason that can stand beside a state, and what to look at first.',
    lead: 'A reason says why a node is in its state. It often tells of something that is over: the state is what counts, the reason is where to look.',
  },
  parameters: {
    title: 'Parameters',
    summary: 'Heartbeat, delays, fallback and assignment of users: defaults, bounds and what each changes.',
    lead: 'Seven of the settings of the recovery manager hold for the whole cluster and two for each node. One more says where users are at home. The vendor recommends the defaults.',
  },
  services: {
    title: 'Services',
    summary:
      'The five critical services, the database and the recovery manager: where they are and what follows when they fail.',
    lead: 'A node is healthy while all five critical services and its database run. The recovery manager watches them, and its peer.',
  },
  commands: {
    title: 'Commands',
    summary:
      'The command line for replication, services, high availability and what a node tells of itself, with what it answers.',
    lead: 'Log in to a node by SSH or on its serial console; its prompt reads admin: from then on. Each page shows sessions that were typed into the lab’s terminal.',
  },
};

/** Every kind of page, in the order of {@link OVERVIEWS}. */
export const PAGE_KINDS = Object.keys(OVERVIEWS) as PageKind[];

/** The first page of the reference. */
export const REFERENCE_TEXT: OverviewText = {
  title: 'Reference',
  summary: 'Every pair of states, each state, reason, parameter, service and command, on a page of its own.',
  lead: 'You have two states in front of you and want to know what they mean. Or one word, and wonder what it does. Each of these pages stands by itself.',
};

/** The page with the whole table. */
export const TABLE_TEXT: OverviewText = {
  title: 'The whole table of states',
  summary:
    'All twenty-four pairs of states and reasons with cause and remedy on one page: filter, sort, print.',
  lead: 'A pair matches in either order. The numbers are ours; the guide’s table has none.',
};

/** The finder. */
export const FINDER_TEXT: OverviewText = {
  title: 'Find your pair',
  summary: 'Choose, type or paste the states of both nodes, and read what they mean and what to do.',
  lead: 'Paste what utils ha status prints, or say what each node shows. The order makes no difference.',
};
