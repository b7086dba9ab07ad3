/** What a parameter changes, measured: the same run with several of its values. Done when the site is built. */
import type { ParameterId, TimingExample, TimingMark } from '../../../content/reference/parameters';
import type { ClusterView, TimelineView } from '../../engine';
import { SCENARIOS } from '../lab/gallery.server';
import { loadRun } from './runs.server';

/** One value, and for each mark of the example the seconds from its event, or null where it never came. */
export interface TimingLine {
  readonly value: number | boolean;
  readonly seconds: readonly (number | null)[];
}

const CLIENT_LIMITS: readonly ParameterId[] = ['clientReloginLowerLimit', 'clientReloginUpperLimit'];

interface ScenarioFile {
  readonly cluster: { readonly nodes: readonly object[] };
  readonly parameters?: object;
}

function withValue(scenario: unknown, id: ParameterId, value: number | boolean): unknown {
  const file = scenario as ScenarioFile;
  if (!CLIENT_LIMITS.includes(id)) return { ...file, parameters: { ...file.parameters, [id]: value } };
  const nodes = file.cluster.nodes.map((node) => ({ ...node, [id]: value }));
  return { ...file, cluster: { ...file.cluster, nodes } };
}

function markMs(mark: TimingMark, timeline: TimelineView, eventMs: number): number | null {
  if ('everybodyOnline' in mark)
    return timeline.users.find(({ timeMs, waiting }) => timeMs > eventMs && waiting === 0)?.timeMs ?? null;
  const bands = timeline.lanes.find(({ node }) => node === mark.node)?.bands ?? [];
  return bands.find(({ fromMs, state }) => fromMs > eventMs && state === mark.state)?.fromMs ?? null;
}

/** Runs an example with each of its values; expectations of the scenario are of its own values and are not looked at. */
export function measureTiming(id: ParameterId, example: TimingExample): readonly TimingLine[] {
  return example.values.map((value) => {
    const scenario = { ...(withValue(SCENARIOS[example.scenario], id, value) as object), expect: [] };
    const run = loadRun(scenario);
    run.viewAt({ timeMs: example.untilS * 1000 });
    const timeline = run.timeline(0, example.untilS * 1000);
    const eventMs = example.eventS * 1000;
    return {
      value,
      seconds: example.marks.map((mark) => {
        const atMs = markMs(mark, timeline, eventMs);
        return atMs === null ? null : (atMs - eventMs) / 1000;
      }),
    };
  });
}

/** Users at home on each node of a small cluster, by user assignment mode. */
export function homesByMode(): readonly { readonly mode: string; readonly homes: readonly number[] }[] {
  return (['balanced', 'active-standby', 'none'] as const).map((mode) => {
    const run = loadRun({
      format: 'presence-redundancy-scenario',
      version: 1,
      title: 'Twenty-four users',
      cluster: { nodes: [{ name: 'imp1' }, { name: 'imp2' }], users: 24 },
      parameters: { userAssignmentMode: mode },
    });
    const view: ClusterView = run.viewAt({ timeMs: 0 });
    return { mode, homes: view.nodes.map(({ users }) => users.homed) };
  });
}
