import { describe, expect, it } from 'vitest';
import { TIMELINE } from '../../../tests/fixtures/panel-views';
import { lanesAt, playheadWords, tableLines } from './describe';

const open = { states: false, reasons: false };

describe('the timeline in words', () => {
  it('says where the playhead is and what every node shows there', () => {
    expect(playheadWords(TIMELINE, 125_020, open)).toBe(
      '2 minutes 5 seconds and 20 milliseconds. imp1: Failing Over. imp2: Taking Over',
    );
    expect(playheadWords(null, 0, open)).toBe('0 seconds');
  });

  it('gives the reason beside the state, unless reasons are hidden', () => {
    expect(lanesAt(TIMELINE, 125_000, open)[0]?.words).toBe('Failing Over (Critical Service Down)');
    expect(lanesAt(TIMELINE, 125_000, { states: false, reasons: true })[0]?.words).toBe('Failing Over');
  });

  it('tells nothing of a hidden node, not even how often it changed', () => {
    const hidden = { states: ['imp2'], reasons: false };
    expect(playheadWords(TIMELINE, 125_000, hidden)).not.toContain('Taking Over');
    const lines = tableLines(TIMELINE, hidden).filter(({ node }) => node === 'imp2');
    expect(lines).toHaveLength(1);
    expect(lines[0]).toMatchObject({ from: '0:00.000', to: '8:00.000', words: 'Hidden for now' });
  });

  it('has a line for every band', () => {
    expect(tableLines(TIMELINE, open)).toHaveLength(11);
  });
});
