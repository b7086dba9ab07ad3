import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { EMPTY_RECORD, markAsRecord, resultAsRecord } from '../../course/record/record';
import { recordFromText, recordToText } from '../../course/record/text';
import { resultOf } from '../../../tests/fixtures/progress/records';
import { TestStorage } from '../../../tests/fixtures/progress/storage';
import { FIRST_VERSION_KEY, PROGRESS_KEY } from './keeping';
import { ProgressStore, type StoreSurroundings } from './store';

const NEWER = '{"format":"presence-redundancy-progress","version":4,"all":"new"}';

/** A browser with tabs: one storage, one line for locks, events that reach the other tabs. */
class Browser {
  readonly storage = new TestStorage();
  readonly #tabs: EventTarget[] = [];
  #line: Promise<unknown> = Promise.resolve();

  tab(some: Partial<StoreSurroundings> = {}): ProgressStore {
    const events = new EventTarget();
    this.#tabs.push(events);
    const request = (_: string, work: () => unknown) => (this.#line = this.#line.then(work));
    const locks = { request } as unknown as LockManager;
    return new ProgressStore({ storage: () => this.storage, locks, events, ...some });
  }

  /** What a tab hears after another has written. */
  tell(key: string | null = PROGRESS_KEY): void {
    const newValue = key === null ? null : this.storage.getItem(key);
    for (const tab of this.#tabs) tab.dispatchEvent(Object.assign(new Event('storage'), { key, newValue }));
  }

  hide(): void {
    for (const tab of this.#tabs) tab.dispatchEvent(new Event('pagehide'));
  }

  get kept() {
    return recordFromText(this.storage.getItem(PROGRESS_KEY) ?? '');
  }
}

let browser: Browser;
beforeEach(() => {
  vi.useFakeTimers({ toFake: ['setTimeout'] });
  browser = new Browser();
});
afterEach(() => vi.useRealTimers());

const markOne = markAsRecord('a', 'one', 'done');
const markTwo = markAsRecord('a', 'two', 'skipped');

describe('the record in the browser', () => {
  it('is there for the page at once, and in the storage soon', async () => {
    const store = browser.tab();
    store.add(markOne);
    expect(store.record).toEqual(markOne);
    await store.settled();
    expect(browser.kept).toEqual({ kind: 'record', record: markOne });
    expect(browser.tab().record).toEqual(markOne);
    expect(store.troubles).toEqual([]);
  });

  it('tells of every change, and no more once that is not wanted', async () => {
    const store = browser.tab();
    const heard = vi.fn();
    const stop = store.listen(heard);
    store.add(markOne);
    await store.settled();
    expect(heard).toHaveBeenCalled();
    heard.mockClear();
    stop();
    store.add(markTwo);
    await store.settled();
    expect(heard).not.toHaveBeenCalled();
  });

  it('takes up what the first version kept, and what its pages keep meanwhile', async () => {
    browser.storage.setItem(FIRST_VERSION_KEY, '{"version":1,"lessons":{"a":{"one":"done"}}}');
    const store = browser.tab();
    expect(store.record).toEqual(markOne);
    await store.settled();
    expect(browser.kept).toEqual({ kind: 'record', record: markOne });
    expect(browser.storage.getItem(FIRST_VERSION_KEY)).toBeNull();
    browser.storage.setItem(FIRST_VERSION_KEY, '{"version":1,"lessons":{"a":{"two":"skipped"}}}');
    browser.tell(FIRST_VERSION_KEY);
    expect(store.record.lessons).toEqual({ a: { one: 'done', two: 'skipped' } });
    store.add(markAsRecord('b', 'three', 'done'));
    await store.settled();
    expect(browser.tab().record.lessons).toEqual({
      a: { one: 'done', two: 'skipped' },
      b: { three: 'done' },
    });
  });

  it('is written when the page goes, even before its turn has come', () => {
    const never = { request: () => new Promise(() => undefined) } as unknown as LockManager;
    browser.tab({ locks: never }).add(markOne);
    expect(browser.storage.getItem(PROGRESS_KEY)).toBeNull();
    browser.hide();
    expect(browser.kept).toEqual({ kind: 'record', record: markOne });
  });

  it.each([
    ['there are no locks', undefined],
    ['locks are refused', { request: () => Promise.reject(new Error('no')) } as unknown as LockManager],
  ])('is kept where %s', async (_, locks) => {
    const store = browser.tab({ locks });
    store.add(markOne);
    await store.settled();
    expect(browser.kept).toEqual({ kind: 'record', record: markOne });
  });
});

describe('two tabs', () => {
  it('add to each other', async () => {
    const [one, two] = [browser.tab(), browser.tab()];
    one.add(markOne);
    two.add(markTwo);
    one.add(resultAsRecord(resultOf({ id: 'r1' })));
    two.add(resultAsRecord(resultOf({ id: 'r2' })));
    await Promise.all([one.settled(), two.settled()]);
    browser.tell();
    expect(one.record).toEqual(two.record);
    expect(Object.keys(one.record.results)).toEqual(['r1', 'r2']);
    expect(one.record.lessons).toEqual({ a: { one: 'done', two: 'skipped' } });
    expect(browser.kept).toEqual({ kind: 'record', record: one.record });
  });

  it('mend what a tab wrote from an older copy', async () => {
    const one = browser.tab();
    one.add(markOne);
    await one.settled();
    browser.storage.setItem(PROGRESS_KEY, recordToText(markTwo));
    browser.tell();
    await one.settled();
    expect(browser.tab().record.lessons).toEqual({ a: { one: 'done', two: 'skipped' } });
  });

  it('delete for each other, and what is done afterwards is kept', async () => {
    const [one, two] = [browser.tab(), browser.tab()];
    one.add(markOne);
    await one.settled();
    await two.deleteAll();
    browser.tell();
    expect(one.record).toEqual(EMPTY_RECORD);
    await one.settled();
    expect(browser.storage.length).toBe(0);
    one.add(markTwo);
    await one.settled();
    expect(browser.kept).toEqual({ kind: 'record', record: markTwo });
  });
});

describe('a damaged record', () => {
  const damaged = JSON.stringify({
    ...(JSON.parse(recordToText(markOne)) as object),
    results: { r1: { id: 'r1', score: 'much' } },
  });

  it('is put aside as it is, and what is in order goes on', async () => {
    browser.storage.setItem(PROGRESS_KEY, damaged);
    const store = browser.tab();
    expect(store.troubles).toEqual([{ kind: 'damaged' }]);
    expect(store.record).toEqual(markOne);
    expect(store.aside).toEqual([{ key: `${PROGRESS_KEY}:damaged`, text: damaged }]);
    store.add(markTwo);
    await store.settled();
    expect(store.aside).toHaveLength(1);
    expect(browser.tab().troubles).toEqual([]);
  });

  it.each(['{oh', '[]', 'null', '"text"', '{"format":"other","version":9}', ''])(
    'or a foreign one is put aside: %j',
    (text) => {
      browser.storage.setItem(PROGRESS_KEY, text);
      const store = browser.tab();
      expect(store.troubles).toEqual([{ kind: 'damaged' }]);
      expect(store.aside).toEqual([{ key: `${PROGRESS_KEY}:damaged`, text }]);
      expect(store.record).toEqual(EMPTY_RECORD);
    },
  );

  it.each(['{oh', NEWER])('is put aside where the first version kept it: %j', async (text) => {
    browser.storage.setItem(FIRST_VERSION_KEY, text);
    const store = browser.tab();
    await store.settled();
    expect(store.troubles).toEqual([{ kind: 'damaged' }]);
    expect(store.aside.map(({ text }) => text)).toEqual([text]);
  });

  it('does not take the place of an earlier one', () => {
    for (const text of ['{one', '{two', '{one']) {
      browser.storage.setItem(PROGRESS_KEY, text);
      browser.tab();
    }
    expect(browser.tab().aside.map(({ text }) => text)).toEqual(['{one', '{two']);
  });

  it('stays where it is if there is no room to put it aside', async () => {
    browser.storage.setItem(PROGRESS_KEY, damaged);
    browser.storage.fill();
    const store = browser.tab();
    store.add(markTwo);
    await store.settled();
    expect(store.troubles).toEqual([{ kind: 'stuck' }]);
    expect(store.record.lessons).toEqual({ a: { one: 'done', two: 'skipped' } });
    expect(browser.storage.getItem(PROGRESS_KEY)).toBe(damaged);
    browser.storage.drain();
    store.add(markOne);
    await store.settled();
    expect(store.troubles).toEqual([{ kind: 'damaged' }]);
    expect(store.aside.map(({ text }) => text)).toEqual([damaged]);
    expect(browser.kept).toEqual({ kind: 'record', record: store.record });
  });
});

describe('a storage that does not keep', () => {
  it('because it is full leaves what was there, and is tried again', async () => {
    const store = browser.tab();
    store.add(markOne);
    await store.settled();
    browser.storage.fill();
    store.add(markTwo);
    await store.settled();
    expect(store.troubles).toEqual([{ kind: 'full' }]);
    expect(browser.kept).toEqual({ kind: 'record', record: markOne });
    browser.tell();
    expect(store.record.lessons).toEqual({ a: { one: 'done', two: 'skipped' } });
    expect(store.troubles).toEqual([{ kind: 'full' }]);
    browser.storage.drain();
    store.add(resultAsRecord(resultOf({})));
    await store.settled();
    expect(store.troubles).toEqual([]);
    expect(browser.kept).toEqual({ kind: 'record', record: store.record });
  });

  it('because it is refused lasts as long as the page', async () => {
    const storage = () => {
      throw new DOMException('no', 'SecurityError');
    };
    const store = browser.tab({ storage });
    store.add(markOne);
    await store.settled();
    expect(store.troubles).toEqual([{ kind: 'refused' }]);
    expect(store.record).toEqual(markOne);
    expect(store.aside).toEqual([]);
    expect(store.keptText).toBeNull();
    await store.deleteAll();
    expect(store.record).toEqual(EMPTY_RECORD);
  });
});

describe('a record of a newer version', () => {
  it('is never written over, and never deleted', async () => {
    browser.storage.setItem(PROGRESS_KEY, NEWER);
    const store = browser.tab();
    store.add(markOne);
    await store.settled();
    browser.hide();
    await store.deleteAll();
    expect(store.troubles).toEqual([{ kind: 'newer', version: 4 }]);
    expect(store.record).toEqual(markOne);
    expect(store.keptText).toBe(NEWER);
    expect(browser.storage.length).toBe(1);
  });

  it('is noticed when another tab brings it', async () => {
    const store = browser.tab();
    store.add(markOne);
    await store.settled();
    browser.storage.setItem(PROGRESS_KEY, NEWER);
    browser.tell();
    store.add(markTwo);
    await store.settled();
    expect(store.troubles).toEqual([{ kind: 'newer', version: 4 }]);
    expect(store.record.lessons).toEqual({ a: { one: 'done', two: 'skipped' } });
    expect(store.keptText).toBe(NEWER);
  });

  it('leaves what the first version kept alone', async () => {
    const old = '{"version":1,"lessons":{"a":{"one":"done"}}}';
    browser.storage.setItem(PROGRESS_KEY, NEWER);
    browser.storage.setItem(FIRST_VERSION_KEY, old);
    await browser.tab().settled();
    expect(browser.storage.getItem(FIRST_VERSION_KEY)).toBe(old);
  });
});
