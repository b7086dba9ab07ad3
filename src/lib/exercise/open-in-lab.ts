import { labAddress } from '../lab/address';
import type { Lab } from '../lab/lab.svelte';
import type { SharedRun } from '../share/share-link';

/** Opens the present run in the free lab, in a tab of its own: here everything stays as it is. */
export async function openInLab(lab: Lab): Promise<void> {
  lab.player.pause();
  const exported = await lab.export();
  if (!exported) return;
  const { encodeShareLink } = await import('../share/share-link');
  const { scenario, atMs, hash, engineVersion } = exported;
  const link = encodeShareLink({ scenario: scenario as SharedRun['scenario'], atMs, hash, engineVersion });
  if (link.ok) window.open(labAddress(link.value), '_blank', 'noopener');
  else lab.notices.add('error', 'The run does not fit into a link', [link.fault]);
}
