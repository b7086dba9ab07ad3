/** What the boxes of the map may ask the map to do; handed down as context, for the graph library copies their data. */
import { createContext } from 'svelte';
import type { ShownStateId } from '../../engine';

/** Handed down to every box. */
export interface MapDoor {
  /** Explains a state, or no longer. */
  readonly pick: (state: ShownStateId) => void;
  /** A key was pressed on a state's box: arrows lead to the next. */
  readonly key: (event: KeyboardEvent, state: ShownStateId) => void;
  /** Chooses a node; null where name tags cannot be pressed. */
  readonly selectNode: () => ((node: string) => void) | null;
}

/** Gives and takes the door of the map around. */
export const [getMapDoor, setMapDoor] = createContext<MapDoor>();
