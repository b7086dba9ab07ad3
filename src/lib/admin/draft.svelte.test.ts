import { flushSync } from 'svelte';
import { describe, expect, it } from 'vitest';
import { Draft } from './draft.svelte';

describe('a draft', () => {
  it('shows the live value until somebody types, and drops a change that is taken back', () => {
    let live = $state({ name: 'a' });
    const draft = new Draft<'name'>(() => live);
    draft.set('name', 'b');
    expect([draft.get('name'), draft.changed]).toEqual(['b', ['name']]);
    draft.set('name', 'a');
    expect(draft.changed).toEqual([]);
    live = { name: 'c' };
    flushSync();
    expect([draft.get('name'), draft.changedMeanwhile('name')]).toEqual(['c', null]);
  });

  it('tells of a change only while it differs from what is typed', () => {
    let live = $state({ name: 'a' });
    const draft = new Draft<'name'>(() => live);
    draft.set('name', 'b');
    live = { name: 'c' };
    expect(draft.changedMeanwhile('name')).toBe('c');
    draft.set('name', 'bb');
    expect(draft.changedMeanwhile('name')).toBe('c');
    live = { name: 'bb' };
    expect([draft.changedMeanwhile('name'), draft.changed]).toEqual([null, []]);
  });

  it('keeps what was typed for another thing that the form shows, and what holds for all of them goes along', () => {
    let shown = $state('imp1');
    const live = { port: '20075', limit: '120' };
    const draft = new Draft<'port' | 'limit'>(
      () => live,
      (key) => (key === 'limit' ? `${key} of ${shown}` : key),
    );
    draft.set('port', '20076');
    draft.set('limit', '60');
    shown = 'imp2';
    expect(draft.values).toEqual({ port: '20076', limit: '120' });
    expect(draft.changed).toEqual(['port']);
    draft.set('limit', '90');
    draft.clear();
    expect(draft.values).toEqual(live);
    shown = 'imp1';
    expect(draft.values).toEqual({ port: '20075', limit: '60' });
  });
});
