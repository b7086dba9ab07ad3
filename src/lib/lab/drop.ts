import type { Lab } from './lab.svelte';

/** Lets scenario files be dropped anywhere on the lab. Answers a function that stops it. */
export function takeDroppedFiles(target: HTMLElement, lab: Lab): () => void {
  const over = (event: DragEvent) => {
    if (event.dataTransfer?.types.includes('Files')) event.preventDefault();
  };
  const drop = (event: DragEvent) => {
    const file = event.dataTransfer?.files[0];
    if (!file || event.defaultPrevented) return;
    event.preventDefault();
    void open(lab, file);
  };
  target.addEventListener('dragover', over);
  target.addEventListener('drop', drop);
  return () => {
    target.removeEventListener('dragover', over);
    target.removeEventListener('drop', drop);
  };
}

async function open(lab: Lab, file: File): Promise<void> {
  const reader = await import('./read-json').catch(() => null);
  if (!reader) {
    const why = 'What reads files could not be fetched. Is the network gone?';
    return lab.notices.add('error', `${file.name} could not be opened`, [why]);
  }
  const read = await reader.readScenarioFile(file);
  const faults = read.ok ? await lab.load(read.json) : [read.fault];
  if (faults) lab.notices.add('error', `${file.name} is no scenario that can be run`, faults);
}
