import { describe, expect, it } from 'vitest';
import { offerNote } from './offer-note';
import { CONCEALED_TEXT } from './stage/conceal';

describe('the note below an action', () => {
  it('is empty where the action does something', () => {
    expect(offerNote({ offered: true, idle: false, why: '' })).toBe('');
  });

  it('says why the action is refused', () => {
    expect(offerNote({ offered: false, idle: false, why: 'imp1 is off' })).toBe('imp1 is off');
  });

  it('says why the action would change nothing, if it is known', () => {
    expect(offerNote({ offered: true, idle: true, why: 'it already runs' })).toBe(
      'Would change nothing now: it already runs.',
    );
    expect(offerNote({ offered: true, idle: true, why: '' })).toBe('Would change nothing now.');
  });

  it('does not speak of a reason that is hidden', () => {
    expect(offerNote({ offered: true, idle: true, why: CONCEALED_TEXT })).toBe('Would change nothing now.');
    expect(offerNote({ offered: false, idle: false, why: CONCEALED_TEXT })).toBe(CONCEALED_TEXT);
  });
});
