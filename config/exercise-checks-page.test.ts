import { describe, expect, it } from 'vitest';
import { authorsPage } from './exercise-checks-page';

const good = { group: 'reach', what: 'it ends', ok: true, why: '' };
const bad = { group: 'explain', what: 'a < b', ok: false, why: 'it is "more"' };
const some = { id: 'some', faults: [], proofs: [good, bad], runs: [{ title: 'a run', href: '/lab/#run=1' }] };

describe("the authors' page", () => {
  it('shows everything of one exercise, with its runs and the exercise beside it', () => {
    const page = authorsPage([some], true);
    expect(page).toContain('1 of 2 proofs do not hold');
    expect(page).toContain('Holds: it ends');
    expect(page).toContain('a &lt; b <span class="why">(it is &quot;more&quot;)');
    expect(page).toContain('<a href="/lab/#run=1"');
    expect(page).toContain('<iframe src="/exercises/some/"');
  });

  it('shows of all exercises what does not hold or is malformed', () => {
    const page = authorsPage([some, { ...some, id: 'other', faults: ['id: <none>'], proofs: [] }], false);
    expect(page).not.toContain('it ends');
    expect(page).toContain('a &lt; b');
    expect(page).toContain('other</a>: malformed');
    expect(page).toContain('id: &lt;none&gt;');
  });
});
