/**
 * The learner's record as a page has it: read, added to, and kept. Every change is something to be merged with what is kept
 * at the moment of writing, so that two tabs add to each other and never write over each other.
 */
import { includesRecord, mergeRecords } from '../../course/record/merge';
import { EMPTY_RECORD, isEmptyRecord, type ProgressRecord } from '../../course/record/record';
import {
  FIRST_VERSION_KEY,
  PROGRESS_KEY,
  readAside,
  readKept,
  removeKept,
  writeKept,
  type AsideText,
} from './keeping';
import type { ProgressTrouble } from './troubles';

/** How long what was written is looked after: another tab may have written at the same time from an older copy. */
const LOOK_AFTER_MS = 5_000;

/** What the store needs of its browser. */
export interface StoreSurroundings {
  /** May throw. */
  readonly storage: () => Storage;
  /** Missing where the page is not served safely. */
  readonly locks: Pick<LockManager, 'request'> | undefined;
  /** Where `storage` and `pagehide` are heard. */
  readonly events: EventTarget;
}

const browser = (): StoreSurroundings => ({
  storage: () => localStorage,
  locks: (navigator as { readonly locks?: LockManager }).locks,
  events: window,
});

/** The record of this browser. */
export class ProgressStore {
  readonly #surroundings: StoreSurroundings;
  readonly #listeners = new Set<() => void>();
  #record = EMPTY_RECORD;
  /** What is not kept yet. */
  #pending = EMPTY_RECORD;
  /** What was written a moment ago. */
  #recent = EMPTY_RECORD;
  #wasDamaged = false;
  #obstacle: ProgressTrouble | null = null;
  #writing: Promise<void> = Promise.resolve();

  constructor(surroundings: StoreSurroundings = browser()) {
    this.#surroundings = surroundings;
    surroundings.events.addEventListener('storage', this.#hear);
    surroundings.events.addEventListener('pagehide', this.#write);
    if (this.#read()) this.#schedule();
  }

  /** All that is known, kept or not. */
  get record(): ProgressRecord {
    return this.#record;
  }

  /** What the learner should know about how it is kept; none where all is well. */
  get troubles(): readonly ProgressTrouble[] {
    return [
      ...(this.#wasDamaged ? [{ kind: 'damaged' } as const] : []),
      ...(this.#obstacle ? [this.#obstacle] : []),
    ];
  }

  /** Originals that could not be read. */
  get aside(): readonly AsideText[] {
    return readAside(this.#surroundings.storage);
  }

  /** The text as it stands in the storage, whoever wrote it; null if there is none. */
  get keptText(): string | null {
    try {
      return this.#surroundings.storage().getItem(PROGRESS_KEY);
    } catch {
      return null;
    }
  }

  /** Calls back after every change of record or troubles, whichever tab made it. @returns a function that ends it */
  listen(listener: () => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  /** Adds to the record, at once for this page; it is kept as soon as no other tab is writing. */
  add(part: ProgressRecord): void {
    this.#record = mergeRecords(this.#record, part);
    this.#pending = mergeRecords(this.#pending, part);
    this.#schedule();
    this.#tell();
  }

  /** Resolves when nothing more is on its way to the storage. */
  settled(): Promise<void> {
    return this.#writing;
  }

  /** Forgets everything, here and in the storage; but never what a newer version of the site has kept. */
  async deleteAll(): Promise<void> {
    await this.#alone(() => {
      if (this.#obstacle?.kind === 'newer') return;
      this.#record = this.#pending = this.#recent = EMPTY_RECORD;
      this.#wasDamaged = false;
      try {
        removeKept(this.#surroundings.storage());
        this.#obstacle = null;
      } catch {
        this.#obstacle = { kind: 'refused' };
      }
    });
    this.#tell();
  }

  /** Lets go of the browser. */
  dispose(): void {
    this.#surroundings.events.removeEventListener('storage', this.#hear);
    this.#surroundings.events.removeEventListener('pagehide', this.#write);
  }

  /** Takes in what is kept. @returns whether something is to be written */
  #read(): boolean {
    const kept = readKept(this.#surroundings.storage);
    if (kept.kind !== 'record') this.#obstacle = kept.kind === 'newer' ? kept : { kind: kept.kind };
    else if (this.#obstacle?.kind !== 'full') this.#obstacle = null;
    if (kept.kind === 'record' || kept.kind === 'stuck')
      this.#record = mergeRecords(kept.record, this.#pending);
    if (kept.kind !== 'record') return false;
    this.#wasDamaged ||= kept.wasDamaged;
    return kept.isOld || !isEmptyRecord(this.#pending);
  }

  /** Reads, merges and writes in one go. */
  readonly #write = (): void => {
    if (!this.#read()) return;
    try {
      writeKept(this.#surroundings.storage(), this.#record);
    } catch (error) {
      const isFull = error instanceof DOMException && error.name === 'QuotaExceededError';
      this.#obstacle = { kind: isFull ? 'full' : 'refused' };
      return;
    }
    this.#obstacle = null;
    this.#lookAfter(this.#pending);
    this.#pending = EMPTY_RECORD;
  };

  #schedule(): void {
    this.#writing = this.#writing.then(() => this.#alone(this.#write)).then(() => this.#tell());
  }

  /** Does something while no other tab does. */
  async #alone(work: () => void): Promise<void> {
    const { locks } = this.#surroundings;
    let isDone = false;
    const once = () => {
      isDone = true;
      work();
    };
    try {
      await locks?.request(PROGRESS_KEY, once);
    } catch {
      // No locks for pages like this one.
    }
    if (!isDone) once();
  }

  #lookAfter(written: ProgressRecord): void {
    this.#recent = mergeRecords(this.#recent, written);
    setTimeout(() => {
      this.#recent = EMPTY_RECORD;
    }, LOOK_AFTER_MS);
  }

  /** Another tab has written. */
  readonly #hear = (event: Event): void => {
    const { key, newValue } = event as StorageEvent;
    if (key !== null && key !== PROGRESS_KEY && key !== FIRST_VERSION_KEY) return;
    // Deleted there is deleted here.
    if (newValue === null && key !== FIRST_VERSION_KEY) this.#recent = EMPTY_RECORD;
    this.#read();
    if (this.#obstacle === null && !includesRecord(this.#record, this.#recent)) this.add(this.#recent);
    else this.#tell();
  };

  #tell(): void {
    for (const listener of this.#listeners) listener();
  }
}

let store: ProgressStore | null = null;

/** The store of this page. */
export const progressStore = (): ProgressStore => (store ??= new ProgressStore());
