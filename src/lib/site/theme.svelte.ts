/** Whether the page is light or dark, or as the system says. */
export type ThemeChoice = 'system' | 'light' | 'dark';

/** Where the choice is remembered; src/app.html reads the same key before the first paint. */
export const themeStorageKey = 'presence-redundancy-lab:theme';

/** What storage holds, if it is a choice that can be made; anything else counts as `system`. */
export function checkThemeChoice(stored: unknown): ThemeChoice {
  return stored === 'light' || stored === 'dark' ? stored : 'system';
}

/** The theme of the page: chosen once, remembered for the next visit, the same in every open tab. */
export class Theme {
  #choice = $state<ThemeChoice>('system');

  get choice(): ThemeChoice {
    return this.#choice;
  }

  /** Takes over what an earlier visit remembered, and what other tabs choose from now on, until the returned call. */
  follow(): () => void {
    this.#apply(checkThemeChoice(readStored()));
    const onStorage = (event: StorageEvent) => {
      if (event.key === themeStorageKey) this.#apply(checkThemeChoice(event.newValue));
    };
    window.addEventListener('storage', onStorage);
    return () => {
      window.removeEventListener('storage', onStorage);
    };
  }

  /** Chooses a theme and remembers it. Where storage is blocked it holds until the page is left. */
  choose(choice: ThemeChoice): void {
    this.#apply(choice);
    try {
      if (choice === 'system') localStorage.removeItem(themeStorageKey);
      else localStorage.setItem(themeStorageKey, choice);
    } catch {
      // Blocked storage is the reader's own wish.
    }
  }

  #apply(choice: ThemeChoice): void {
    this.#choice = choice;
    if (choice === 'system') delete document.documentElement.dataset.theme;
    else document.documentElement.dataset.theme = choice;
  }
}

function readStored(): string | null {
  try {
    return localStorage.getItem(themeStorageKey);
  } catch {
    return null;
  }
}
