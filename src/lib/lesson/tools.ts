import type { LessonTool } from '../../course/lesson';

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

/** Tools that can be opened. */
export const TAB_TOOLS = Object.keys(TOOL_NAMES) as readonly TabTool[];
