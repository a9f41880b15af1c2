import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fit, rank } from '#dashboard/boards/fuzzy.ts';

const labels = [
  'Incidents opened',
  'Incidents reopened',
  'Incidents open now',
  'Reopened %',
  'Requests opened',
  'Open problems',
  'Zürich',
  'INC1000540'
];
const found = (typed: string): string[] =>
  rank(
    typed,
    labels.map((label) => ({ label })),
    20
  ).map(({ label }) => label);

describe('what is typed', () => {
  it('finds whole words before parts of words, and starts before the rest', () => {
    expect(found('open')).toEqual([
      'Open problems',
      'Requests opened',
      'Incidents opened',
      'Incidents open now',
      'Reopened %',
      'Incidents reopened'
    ]);
    expect(found('opened')[0]).toBe('Requests opened');
  });
  it('finds words in any order, and only where all fit', () => {
    expect(found('now incidents')).toEqual(['Incidents open now']);
    expect(found('incidents tomorrow')).toEqual([]);
  });
  it('finds by first letters', () => expect(found('incop')).toEqual(['Incidents opened', 'Incidents open now']));
  it('finds whatever the case and the accents', () => {
    expect(found('zurich')).toEqual(['Zürich']);
    expect(found('inc1000540')).toEqual(['INC1000540']);
  });
  it('does not find what is not there', () => expect(found('xyz')).toEqual([]));
  it('keeps the order of what fits equally, and everything for nothing', () => expect(found('')).toEqual(labels));
  it('searches more than the label, which counts less', () => {
    const items = [{ label: 'Backlog', more: 'what is open' }, { label: 'Open problems' }];
    expect(rank('open', items, 5).map(({ label }) => label)).toEqual(['Open problems', 'Backlog']);
  });
  it('takes anything', () => {
    fc.assert(
      fc.property(fc.string(), fc.string(), (typed, text) => {
        const match = fit(typed, text);
        if (match) expect(Number.isFinite(match.score)).toBe(true);
      })
    );
    fc.assert(fc.property(fc.stringMatching(/^[a-z]{1,12}$/), (text) => fit(text, text)?.score === 1000));
  });
  it('is quick on long texts', () => {
    const started = performance.now();
    for (let at = 0; at < 200; at++) fit('a'.repeat(200), 'a b '.repeat(500));
    expect(performance.now() - started).toBeLessThan(2000);
  });
});
