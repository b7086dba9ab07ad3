/** How a lab begins, and how it behaves while nobody looks. */
import healthyPair from '../../../content/scenarios/healthy-pair.json';
import type { Lab } from './lab.svelte';

/** What the page's address asks for. */
export interface Address {
  /** The fragment, with or without its `#`. */
  readonly hash: string;
  /** The query, with or without its `?`. */
  readonly search: string;
}

/**
 * Loads the first run: the scenario given, else the one that the address names (a shared run before a scenario of the
 * gallery), else a healthy pair. What cannot be loaded is told, and the healthy pair stands in.
 */
export async function openFirst(lab: Lab, scenario: unknown, ownsPage: boolean): Promise<void> {
  if (scenario !== null) {
    const faults = await lab.load(scenario);
    if (!faults) return;
    lab.notices.add('error', 'The scenario is malformed', faults);
  } else if (ownsPage && (await openAddress(lab, location))) return;
  await lab.load(healthyPair);
  if (ownsPage) offerLastRun(lab);
}

/** Loads what an address names. False if it names nothing, or nothing that can be loaded (which is then told). */
export async function openAddress(lab: Lab, { hash, search }: Address): Promise<boolean> {
  if (/^#?(?:.*&)?run=/.test(hash)) return openFragment(lab, hash, 'The link cannot be opened');
  const slug = new URLSearchParams(search).get('scenario');
  if (slug === null) return false;
  const { loadListedScenario } = await import('./gallery');
  const listed = await loadListedScenario(slug).catch(() => undefined);
  if (!listed) {
    const title =
      listed === null ? 'There is no such scenario in the gallery' : 'The scenario could not be fetched';
    lab.notices.add('error', title, [slug]);
    return false;
  }
  return told(lab, await lab.load(listed), 'The scenario is malformed');
}

async function openFragment(lab: Lab, fragment: string, title: string): Promise<boolean> {
  const { decodeShareLink } = await import('../share/share-link');
  const shared = decodeShareLink(fragment);
  return told(lab, shared.ok ? await lab.openShared(shared.value) : [shared.fault], title);
}

function told(lab: Lab, faults: readonly string[] | null, title: string): boolean {
  if (faults) lab.notices.add('error', title, faults);
  return !faults;
}

function offerLastRun(lab: Lab): void {
  const fragment = lab.remembered;
  if (fragment === null) return;
  const resume = () => void openFragment(lab, fragment, 'The last run cannot be opened');
  lab.notices.add('note', 'You left a run here.', [], [{ label: 'Go on with it', run: resume }]);
}

/** Pauses the lab when its tab is hidden, and says so. Answers a function that stops it. */
export function pauseWhileHidden(lab: Lab): () => void {
  const look = () => {
    if (!document.hidden || !lab.player.playing) return;
    lab.player.pause();
    lab.notices.add('warning', 'Paused, because this tab was hidden.');
  };
  document.addEventListener('visibilitychange', look);
  return () => document.removeEventListener('visibilitychange', look);
}

/** Follows the address: a link that is pasted over the present one is opened as well. Answers a function that stops it. */
export function followAddress(lab: Lab): () => void {
  const look = () => void openAddress(lab, location);
  window.addEventListener('hashchange', look);
  return () => window.removeEventListener('hashchange', look);
}
