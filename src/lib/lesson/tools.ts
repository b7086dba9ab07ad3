import type { Component } from 'svelte';
import type { LessonTool } from '../../course/lesson';
import type { ClusterPort } from '../lab/cluster-port';

/** Tools with a tab of their own beside a lesson; the stage is always there. */
export type TabTool = Exclude<LessonTool, 'stage'> | 'table';

/** What is shown of each tool, in the order of the tabs. */
export const TOOL_NAMES: Readonly<Record<TabTool, string>> = {
  timeline: 'Timeline',
  map: 'State map',
  log: 'Event log',
  terminal: 'Terminal',
  pages: 'Admin pages',
  parameters: 'Parameters',
  table: 'Table',
};

/** `compact`: in the little room beside prose. */
type PortComponent = Component<{ readonly port: ClusterPort; readonly compact?: boolean }>;

const terminals = import.meta.glob<{ default: PortComponent }>('../terminal/Terminal.svelte');
const pages = import.meta.glob<{ default: PortComponent }>('../admin/AdminPages.svelte');

/** Fetches the terminal or the administration pages; undefined while there are none. */
export const PORT_TOOLS: Readonly<
  Record<'terminal' | 'pages', (() => Promise<{ default: PortComponent }>) | undefined>
> = { terminal: Object.values(terminals)[0], pages: Object.values(pages)[0] };

/** Tools that can be opened. */
export const TAB_TOOLS: readonly TabTool[] = (Object.keys(TOOL_NAMES) as TabTool[]).filter((tool) =>
  tool === 'terminal' || tool === 'pages' ? PORT_TOOLS[tool] !== undefined : true,
);
