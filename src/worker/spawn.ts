/** Starts the engine's worker. In a file of its own because the bundler must see the address written out. */
export function spawnEngineWorker(): Worker {
  return new Worker(new URL('./worker.ts', import.meta.url), { type: 'module', name: 'engine' });
}
