import { Arrangement, type Panel } from '../lab/arrangement.svelte';
import type { TabTool } from './tools';

/** Which tool a key of the lab means beside a lesson. */
const TOOL_OF_PANEL: Readonly<Partial<Record<string, TabTool>>> = {
  timeline: 'timeline',
  users: 'timeline',
  log: 'log',
  map: 'map',
  terminal: 'terminal',
  pages: 'pages',
  table: 'table',
};

/** Where stage and tool both have room without being asked for. */
const TALL = '(min-height: 80rem)';

/** The lab's arrangement beside a lesson: one tool at a time, no projector view. */
export class LessonArrangement extends Arrangement {
  #tool = $state.raw<TabTool | null>(null);
  #folded = $state.raw<boolean | null>(null);

  /** The tool in front; null for the stage alone. */
  get tool(): TabTool | null {
    return this.#tool;
  }

  set tool(tool: TabTool | null) {
    this.#tool = tool;
    this.#folded = null;
  }

  /** Whether the stage shows its heads only, so that a tool that needs the room has it. */
  get folded(): boolean {
    return this.#tool !== null && (this.#folded ?? !matchMedia(TALL).matches);
  }

  toggleFold(): void {
    this.#folded = !this.folded;
  }

  override togglePanel(panel: Panel): void {
    const tool = TOOL_OF_PANEL[panel] ?? null;
    this.tool = tool === this.#tool ? null : tool;
  }

  override toggleProjector(): void {
    // A lesson is read: it is not for the back row.
  }
}
