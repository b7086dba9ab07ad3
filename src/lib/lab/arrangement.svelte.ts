import { CONCEAL_NOTHING, type ConcealOptions } from '../stage/conceal';

/** Panels around the stage, each of which can be shown or put away. */
export const PANELS = ['inspector', 'log', 'timeline', 'users', 'map', 'table', 'terminal', 'pages'] as const;

/** A panel beside the stage. */
export type Panel = (typeof PANELS)[number];

/** Panels in words. */
export const PANEL_NAMES: Readonly<Record<Panel, string>> = {
  inspector: 'Inspector',
  log: 'Event log',
  timeline: 'Timeline',
  users: 'Users over time',
  map: 'State map',
  table: 'Stage as a table',
  terminal: 'Terminal',
  pages: 'Administration pages',
};

/** Panels that are put away at first: they are about the same cluster once more, in another way. */
const FOR_LATER: readonly Panel[] = ['table', 'terminal', 'pages'];

/** Dialogs, of which at most one is open. */
export type DialogName = 'scenario' | 'edit' | 'share' | 'parameters' | 'users' | 'groups' | 'shortcuts';

/** What is hidden when a class is first to find out for itself. */
const CONCEAL_FOR_A_CLASS: ConcealOptions = {
  row: true,
  reasons: true,
  explanations: true,
  peer: false,
  log: true,
};

/** Where the state map has its place without being asked for: it costs nothing until it is scrolled to. */
const WIDE = '(min-width: 84rem)';

function panelsForThisScreen(): readonly Panel[] {
  const wide = typeof matchMedia === 'function' && matchMedia(WIDE).matches;
  return PANELS.filter((panel) => (wide || panel !== 'map') && !FOR_LATER.includes(panel));
}

/** What of the lab is on the screen, and how. */
export class Arrangement {
  #projector = $state(false);
  #deskPanels = $state.raw(panelsForThisScreen());
  #projectorPanels = $state.raw<readonly Panel[]>([]);
  #called = $state.raw<Panel | null>(null);
  #dialog = $state.raw<DialogName | null>(null);
  #chosenConceal = $state.raw<ConcealOptions>(CONCEAL_NOTHING);
  #revealed = $state(false);

  readonly #panels = $derived(this.#projector ? this.#projectorPanels : this.#deskPanels);
  readonly #conceal = $derived(this.#revealed ? CONCEAL_NOTHING : this.#chosenConceal);

  /** Large, for the back row: stage, row, timers and transport, and only those panels that are asked for. */
  get projector(): boolean {
    return this.#projector;
  }

  toggleProjector(): void {
    this.#projector = !this.#projector;
  }

  isShown(panel: Panel): boolean {
    return this.#panels.includes(panel);
  }

  /** Shows a panel or puts it away. */
  togglePanel(panel: Panel): void {
    this.#called = null;
    const panels = this.isShown(panel)
      ? this.#panels.filter((shown) => shown !== panel)
      : [...this.#panels, panel];
    if (this.#projector) this.#projectorPanels = panels;
    else this.#deskPanels = panels;
  }

  /** By its key: a panel that is then shown comes into sight and gets the focus. */
  callPanel(panel: Panel): void {
    this.togglePanel(panel);
    if (this.isShown(panel)) this.#called = panel;
  }

  /** Whether a panel was shown by its key, last of all. */
  isCalled(panel: Panel): boolean {
    return this.#called === panel;
  }

  get dialog(): DialogName | null {
    return this.#dialog;
  }

  open(dialog: DialogName): void {
    this.#dialog = dialog;
  }

  close(): void {
    this.#dialog = null;
  }

  /** What is hidden now. */
  get conceal(): ConcealOptions {
    return this.#conceal;
  }

  /** What is hidden unless it is revealed. */
  get chosenConceal(): ConcealOptions {
    return this.#chosenConceal;
  }

  /** True while what was chosen to be hidden is shown. */
  get revealed(): boolean {
    return this.#revealed;
  }

  setConceal(part: keyof ConcealOptions, hidden: boolean): void {
    this.#chosenConceal = { ...this.#chosenConceal, [part]: hidden };
    this.#revealed = false;
  }

  /** Shows what is hidden, or hides it again; where nothing was chosen, hides what a class is usually to find out. */
  toggleConceal(): void {
    const anything = Object.values(this.#chosenConceal).some(Boolean);
    if (anything) this.#revealed = !this.#revealed;
    else this.#chosenConceal = CONCEAL_FOR_A_CLASS;
  }
}
