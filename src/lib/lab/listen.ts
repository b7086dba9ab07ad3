import { recall } from './memory';
import { keyIsTaken, shortcutOf, type ShortcutPlace } from './shortcuts';

/** Whether single keys are switched on: they can be switched off, for people whose tools send keys by themselves. */
export function singleKeysWork(): boolean {
  return recall('single-keys') !== 'off';
}

/**
 * Follows the keyboard on an element or the whole page. Answers a function that stops it.
 *
 * @param place what the shortcuts work on, asked at each key
 */
export function listenForKeys(target: EventTarget, place: () => ShortcutPlace): () => void {
  const hear = (event: Event) => {
    if (!(event instanceof KeyboardEvent) || event.defaultPrevented || event.isComposing) return;
    const focused = event.target instanceof Element ? event.target : null;
    const found = keyIsTaken(focused, event.key) ? null : shortcutOf(event);
    if (!found || (!singleKeysWork() && found.shortcut.id !== 'help')) return;
    // A key that is held down repeats: only the steps through time are meant to.
    if (event.repeat && found.shortcut.section !== 'Time') return;
    event.preventDefault();
    found.shortcut.run(place(), found.shift);
  };
  target.addEventListener('keydown', hear);
  return () => target.removeEventListener('keydown', hear);
}
