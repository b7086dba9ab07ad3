/** What each parameter is for, in our words, and which runs show what it changes. */
import type { ParameterDefinition, ParameterValues, StateId } from '../../src/engine';

/** Identifier of a parameter. */
export type ParameterId = ParameterDefinition['id'];

/** Each parameter in one sentence. */
export const PARAMETER_SUMMARIES: Readonly<Record<ParameterId, string>> = {
  servicePort: 'The port over which the recovery managers of a group speak to each other.',
  adminRpcPort: 'The port at which a recovery manager takes an administrator’s requests.',
  criticalServiceDelay: 'How long a critical service may be down before the node fails over.',
  automaticFallback: 'Whether users return by themselves once their node has been well for thirty minutes.',
  initializationKeepAliveTimeout: 'How long a starting node waits to hear its peer before it takes over.',
  keepAliveTimeout: 'How long a node bears the silence of its peer before it gives it up.',
  keepAliveInterval: 'How often a node sends its peer a keep-alive.',
  clientReloginLowerLimit: 'The shortest time that a disconnected client waits before it logs in again.',
  clientReloginUpperLimit: 'The longest time that a disconnected client waits before it logs in again.',
  userAssignmentMode: 'How the Sync Agent spreads users over the nodes.',
};

/** An instant that a run is asked for. */
export type TimingMark =
  | { readonly label: string; readonly node: 'imp1' | 'imp2'; readonly state: StateId }
  | { readonly label: string; readonly everybodyOnline: true };

/** The same run with several values of a parameter: what happens when. Times in seconds of the run. */
export interface TimingExample {
  /** Scenario of the gallery, by its name in the address. */
  readonly scenario: string;
  /** What sets it off, as printed: `A critical service of imp1 stops`. */
  readonly event: string;
  readonly eventS: number;
  readonly untilS: number;
  readonly values: readonly (number | boolean)[];
  readonly marks: readonly TimingMark[];
  /** What makes the figures other than one might expect. */
  readonly note?: string;
}

/** The words of one parameter's page. */
export interface ParameterPageText {
  /** What it is for, and why it is as it is. */
  readonly purpose: string;
  /** What it changes in the lab. */
  readonly changes: string;
  /** What one might expect of it and it does not do. */
  readonly leaves: string;
  /** What follows from too small and too large a value. */
  readonly choice: string;
  readonly timing?: TimingExample;
}

const PORT_LEAVES =
  'The lab keeps the number and does nothing with it: its keep-alives do not travel over ports. At work both nodes need the same port, and nothing between them may block it; a blocked port looks like a peer that fell silent.';

/** Every parameter's page. */
export const PARAMETER_PAGES: Readonly<Record<ParameterId, ParameterPageText>> = {
  servicePort: {
    purpose:
      'Keep-alives and all that the two recovery managers have to tell each other go through this port.',
    changes: 'Nothing: it is there to be looked up.',
    leaves: PORT_LEAVES,
    choice: 'Leave it as it is, unless something else on your network needs this port.',
  },
  adminRpcPort: {
    purpose:
      'A failover, a fallback or a recovery that somebody asks for reaches the recovery manager through this port.',
    changes: 'Nothing: it is there to be looked up.',
    leaves: PORT_LEAVES,
    choice: 'Leave it as it is, unless something else on your network needs this port.',
  },
  criticalServiceDelay: {
    purpose:
      'A service that is restarted, or stumbles and comes back, should not cost anybody a failover. So the node waits this long before it gives its users up.',
    changes:
      'The time between a critical service’s going down and the failover. The same delay is used for the database, and for a backup that becomes unhealthy. With Multiple Device Messaging it counts twice.',
    leaves:
      'It says nothing about a peer that falls silent, and nothing about a node that initializes: that one does not wait. A client whose Cisco XCP Router stops is cut off at once, whatever the delay.',
    choice:
      'Shorter: users come back sooner, but the restart of a service can set off a failover. Longer: users of a broken node wait longer.',
    timing: {
      scenario: 'row-12-critical-service-down',
      event: 'Cisco XCP Router stops on imp1',
      eventS: 30,
      untilS: 800,
      values: [30, 90, 300],
      marks: [
        { label: 'imp1 starts to fail over', node: 'imp1', state: 'failing-over' },
        { label: 'imp2 serves everybody', node: 'imp2', state: 'running-in-backup-mode' },
      ],
    },
  },
  automaticFallback: {
    purpose:
      'After a failure somebody has to decide when users go home. Switched on, the system does it after thirty healthy minutes; switched off, an administrator does.',
    changes:
      'Whether a node in Failed Over takes its users back by itself. The thirty minutes have to pass without a break: if the node turns unhealthy or its recovery manager restarts, they begin anew.',
    leaves:
      'It never touches an Idle node: what somebody failed over by hand waits for somebody. It does not lead out of failed mode, and the thirty minutes themselves cannot be set.',
    choice:
      'Off: you choose the hour in which users are cut off once more. On: the group has its redundancy back without anybody awake.',
    timing: {
      scenario: 'row-10-automatic-fallback-in-progress',
      event: 'the service runs again on imp1, and the node is healthy',
      eventS: 215,
      untilS: 2400,
      values: [false, true],
      marks: [
        { label: 'imp1 takes its users back', node: 'imp1', state: 'taking-back' },
        { label: 'imp1 is Normal again', node: 'imp1', state: 'normal' },
      ],
    },
  },
  initializationKeepAliveTimeout: {
    purpose:
      'A node that has just started knows nothing of its peer, which may be starting too. It gives it more time than usual before it takes the group over.',
    changes:
      'How long a node in Initializing waits for the first sign of its peer. With Multiple Device Messaging it counts twice.',
    leaves: 'Once the node has left Initializing, the ordinary Keep Alive (Heartbeat) Timeout holds.',
    choice:
      'Shorter than a boot takes: after a power cut the first node to come up takes over although the other is on its way. Longer: users wait longer where the other node never comes.',
    timing: {
      scenario: 'row-18-peer-missing-at-startup',
      event: 'imp2 starts alone and initializes',
      eventS: 135,
      untilS: 600,
      values: [60, 120, 240],
      marks: [
        { label: 'imp2 starts to take over', node: 'imp2', state: 'taking-over' },
        { label: 'imp2 serves everybody', node: 'imp2', state: 'running-in-backup-mode' },
      ],
    },
  },
  keepAliveTimeout: {
    purpose:
      'A keep-alive can be late or lost without anything being wrong. Only after this much silence does a node believe that its peer is gone.',
    changes:
      'The time from the last keep-alive heard to the moment in which the node takes over. With Multiple Device Messaging it counts twice.',
    leaves:
      'It has no part in the failure of a service: that is told by keep-alive, and the Critical Service Delay decides. A node that initializes has a time-out of its own.',
    choice:
      'Shorter: a dead node is replaced sooner, but a few lost messages look like one, and then both nodes own the users. It must be longer than the interval; the defaults leave room for three lost keep-alives.',
    timing: {
      scenario: 'row-16-peer-not-heard',
      event: 'the recovery manager of imp1 stops',
      eventS: 40,
      untilS: 400,
      note: 'The last keep-alive of imp1 came ten seconds before its recovery manager stopped: the time-out counts from there.',
      values: [30, 60, 180],
      marks: [
        { label: 'imp2 starts to take over', node: 'imp2', state: 'taking-over' },
        { label: 'imp2 serves everybody', node: 'imp2', state: 'running-in-backup-mode' },
      ],
    },
  },
  keepAliveInterval: {
    purpose:
      'Each node tells its peer at this rhythm that it is there, in which state, and whether it is healthy.',
    changes:
      'How many keep-alives fit into a time-out, and so how many may be lost in a row before a node is given up.',
    leaves:
      'A change of state is not held back until the next beat: we assume that it is told at once. The time-out counts from the last keep-alive that came, so a longer interval does not make it longer.',
    choice:
      'Shorter: more messages, and more of them may be lost. Longer: fewer lost ones are enough for a needless failover. Both time-outs must be longer than the interval.',
    timing: {
      scenario: 'row-16-peer-not-heard',
      event: 'the recovery manager of imp1 stops',
      eventS: 40,
      untilS: 400,
      note: 'The time-out stays at 60 seconds and counts from the last keep-alive that came. How long before the stop that was depends on the interval.',
      values: [5, 15, 45],
      marks: [
        { label: 'imp2 starts to take over', node: 'imp2', state: 'taking-over' },
        { label: 'imp2 serves everybody', node: 'imp2', state: 'running-in-backup-mode' },
      ],
    },
  },
  clientReloginLowerLimit: {
    purpose:
      'When a node fails, all its clients lose their sessions in the same moment. If they all tried again at once, they would overrun the node that is left. So each waits a random time, and no shorter one than this.',
    changes:
      'The earliest moment in which a client that was cut off tries again. Each client draws its time between the two limits of the node it lost, and draws again if the attempt fails.',
    leaves:
      'It binds CUPC 8.5 and later clients; others have a rhythm of their own. It has no part in when the failover begins.',
    choice:
      'Lower: the first users are back sooner, also while the failover still runs, and then they are turned away. It cannot be above the upper limit. Set it on each node.',
    timing: {
      scenario: 'row-12-critical-service-down',
      event: 'Cisco XCP Router stops on imp1',
      eventS: 30,
      untilS: 3600,
      values: [30, 120, 500],
      marks: [{ label: 'everybody is online again', everybodyOnline: true }],
    },
  },
  clientReloginUpperLimit: {
    purpose:
      'The other end of the random wait. The wider the span between the limits, the more evenly the clients of a failed node come back.',
    changes:
      'The latest moment in which a client that was cut off tries for the first time, and so how long it takes until everybody is back.',
    leaves:
      'It binds CUPC 8.5 and later clients; others have a rhythm of their own. It has no part in when the failover begins.',
    choice:
      'Lower: everybody is back sooner, in a denser crowd. It cannot be below the lower limit. Set it on each node.',
    timing: {
      scenario: 'row-12-critical-service-down',
      event: 'Cisco XCP Router stops on imp1',
      eventS: 30,
      untilS: 7200,
      values: [180, 537, 1200],
      marks: [{ label: 'everybody is online again', everybodyOnline: true }],
    },
  },
  userAssignmentMode: {
    purpose:
      'Somebody has to say which node is a user’s home. Balanced gives all nodes the same number of users; Active-Standby gives them all to the first node of each group and keeps the second free; None leaves it to you.',
    changes:
      'Where users are at home, and so how many have to move at a failover: half of them when balanced, all or none in active-standby. A change places every assigned user anew at once.',
    leaves:
      'It does not decide whether there is a failover, nor which node takes over. None moves nobody: it only stops assigning users who are added. While a node is in a failover state, the change is refused.',
    choice:
      'Balanced: both nodes work, and a failure hits half of the users. Active-Standby: a failure of the first node hits everybody, one of the second nobody.',
  },
};

/** Where a parameter is found, step by step: names as the guide has them. */
export function menuPathOf(id: ParameterId): readonly string[] {
  if (id === 'userAssignmentMode')
    return [
      'Cisco Unified CM Administration',
      'System > Enterprise Parameters',
      'User Management Parameters',
      'User Assignment Mode for Presence Server',
    ];
  const isPerNode = id === 'clientReloginLowerLimit' || id === 'clientReloginUpperLimit';
  return [
    'Cisco Unified CM IM and Presence Administration',
    'System > Service Parameters',
    'Server: the node',
    'Service: Cisco Server Recovery Manager (Active)',
    ...(isPerNode ? [] : ['General Server Recovery Manager Parameters (Clusterwide)']),
  ];
}

/** What must hold of a parameter's value; anything else is refused. */
export const PARAMETER_BOUNDS: Readonly<Record<keyof ParameterValues, string>> = {
  servicePort: 'A port number, 1 to 65535',
  adminRpcPort: 'A port number, 1 to 65535',
  criticalServiceDelay: 'At least 1 second',
  automaticFallback: 'True or False',
  initializationKeepAliveTimeout: 'Longer than the Keep Alive (Heartbeat) Interval',
  keepAliveTimeout: 'Longer than the Keep Alive (Heartbeat) Interval',
  keepAliveInterval: 'At least 1 second, and shorter than both keep-alive time-outs',
  clientReloginLowerLimit: 'At least 1 second, and at most the Client Re-Login Upper Limit',
  clientReloginUpperLimit: 'At least the Client Re-Login Lower Limit',
  userAssignmentMode: 'Balanced, Active-Standby or None',
};
