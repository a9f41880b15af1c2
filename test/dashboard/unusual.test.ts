import { describe, expect, it } from 'vitest';
import { behaviourOf } from '#dashboard/charts/behaviour.ts';
import { standing, tidings, toldPhrases, unusualPhrases, type Unusual } from '#dashboard/boards/unusual.ts';
import { context, tableOf } from './fixture.ts';

const weeks = (count: number): string[] =>
  Array.from({ length: count }, (_, at) => new Date(Date.UTC(2026, 0, 5 + 7 * at)).toISOString().slice(0, 10));
const behaviour = (unit: 'count' | 'share', values: number[]) =>
  behaviourOf(
    tableOf(values.map((value, at) => ({ period: weeks(values.length)[at]!, [unit]: value }))),
    { chart: 'behaviour', measure: unit },
    { ...context, grain: 'week' }
  );
const wavering = [10, 12, 10, 12, 10, 12, 10, 12];
const rising = behaviour('count', [...wavering, 20, 21, 20, 21, 20, 21, 20, 21]);
const leaping = behaviour('share', [0.1, 0.11, 0.1, 0.11, 0.1, 0.11, 0.1, 0.5]);
const text = (phrases: readonly { text: string }[]): string => phrases.map((phrase) => phrase.text).join('');

const run: Unusual = {
  noun: 'incidents opened',
  unit: 'count',
  direction: 'none',
  behaviour: rising,
  signal: standing(rising)!,
  value: 164,
  href: '/records?a',
  cause: {
    label: 'Remote access',
    own: { value: 80, href: '/records?b' },
    shift: {
      own: { now: { value: 80, href: '/records?b' }, before: { value: 19, href: '/records?b-before' } },
      whole: { now: { value: 164, href: '/records?a' }, before: { value: 108, href: '/records?a-before' } }
    }
  }
};
const leap: Unusual = {
  noun: 'share reopened',
  unit: 'share',
  direction: 'down',
  behaviour: leaping,
  signal: standing(leaping)!,
  value: 0.5,
  href: '/records?c',
  cause: { label: 'Network', own: { value: 0.7, href: '/records?d' } }
};

describe('what is unusual', () => {
  it('says what, since when and where it comes from', () => {
    expect(text(unusualPhrases({ period: 'last 12 months', unusual: [run], calm: [], short: [] }))).toBe(
      'Week by week over the last 12 months, incidents opened: 164 in the 8 weeks since 2 Mar 2026, every week above the mean, which lets expect 126; ' +
        'against the 8 weeks before, Remote access went from 19 to 80 (+61) and all together from 108 to 164 (+56).'
    );
  });
  it('puts bad news first and names who stands out where shares do not add up', () => {
    const words = text(unusualPhrases({ period: 'last 12 months', unusual: [run, leap], calm: [], short: [] }));
    expect(words).toMatch(
      /^Week by week over the last 12 months, share reopened: 50\.0 % in the week of 23 Feb \(W9\), above the natural limits \(.+\); highest in Network with 70\.0 %\. Incidents/
    );
    expect(tidings(leap)).toBe('bad');
    expect(tidings({ ...leap, direction: 'up' })).toBe('good');
  });
  it('says that nothing is', () =>
    expect(text(unusualPhrases({ period: 'last 12 months', unusual: [], calm: ['incidents opened', 'share reopened'], short: [] }))).toBe(
      'Nothing unusual in the newest weeks of the last 12 months: incidents opened and share reopened within the natural limits.'
    ));
  it('does not call too few weeks usual', () =>
    expect(text(unusualPhrases({ period: 'last 12 months', unusual: [], calm: [], short: ['incidents opened'] }))).toContain(
      'Too few complete weeks'
    ));
  it('names the rest when there is much', () =>
    expect(
      text(unusualPhrases({ period: 'last 12 months', unusual: [run, leap, run, { ...run, noun: 'a fourth' }], calm: [], short: [] }))
    ).toContain('Also out of their limits: a fourth.'));
  it('forgets a signal that ended', () => expect(standing(behaviour('count', [...wavering, 40, 10, 12, 10, 12]))).toBeUndefined());
  it('makes every figure of its own a link', () => {
    const phrases = unusualPhrases({ period: 'last 12 months', unusual: [run, leap], calm: [], short: [] });
    for (const phrase of phrases) if (/^\d[\d,.]*( %)?$/.test(phrase.text)) expect(phrase.href).toBeTruthy();
    expect(phrases.filter(({ href }) => href)).toHaveLength(7);
  });
  it('tells the plain figures in one sentence', () =>
    expect(
      text(
        toldPhrases([
          { text: '12', words: 'were opened', href: '/a' },
          { text: '3', words: 'are open now', href: '/b', isNow: true }
        ])
      )
    ).toBe('12 were opened in the period. 3 are open now, of whatever age.'));
});
