/**
 * Writes the hashes by which the runs of all scenarios are pinned. To be run after a change of the engine's behaviour that
 * is meant, together with a new version of the engine.
 */
import { writeFileSync } from 'node:fs';
import { HASHES_PATH, hashesNow } from '../tests/engine/run-hashes.ts';

writeFileSync(HASHES_PATH, `${JSON.stringify(hashesNow(), null, 2)}\n`);
console.log(`Pinned ${Object.keys(hashesNow()).length} runs in ${HASHES_PATH}`);
