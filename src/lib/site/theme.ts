/** Whether the page is light or dark, or as the system says. */
export type ThemeChoice = 'system' | 'light' | 'dark';

/** Where the choice is remembered; src/app.html reads the same key before the first paint. */
const STORAGE_KEY = 'presence-redundancy-lab:theme';

/** What storage or a radio button holds, if it is a choice that can be made; anything else counts as `system`. */
export function checkThemeChoice(stored: unknown): ThemeChoice {
  return stored === 'light' || stored === 'dark' ? stored : 'system';
}

/**
 * Gives the theme's radio buttons their function: what is chosen is remembered for the next visit and holds in every open tab.
 * Where storage is blocked it holds until the page is left.
 */
export function followTheme(): void {
  show(checkThemeChoice(readStored()));
  document.addEventListener('change', ({ target }) => {
    if (!(target instanceof HTMLInputElement) || target.name !== 'theme') return;
    const choice = checkThemeChoice(target.value);
    show(choice);
    store(choice);
  });
  window.addEventListener('storage', (event) => {
    if (event.key === STORAGE_KEY) show(checkThemeChoice(event.newValue));
  });
}

function show(choice: ThemeChoice): void {
  if (choice === 'system') delete document.documentElement.dataset.theme;
  else document.documentElement.dataset.theme = choice;
  const radio = document.querySelector<HTMLInputElement>(`input[name="theme"][value="${choice}"]`);
  if (radio) radio.checked = true;
}

function readStored(): string | null {
  try {
    return localStorage.getItem(STORAGE_KEY);
  } catch {
    return null;
  }
}

function store(choice: ThemeChoice): void {
  try {
    if (choice === 'system') localStorage.removeItem(STORAGE_KEY);
    else localStorage.setItem(STORAGE_KEY, choice);
  } catch {
    // Blocked storage is the reader's own wish.
  }
}
