import { expect, test } from 'vitest';
import { growthPhrases, type Growth } from '#dashboard/boards/growth.ts';

const text = (growth: Growth, isBrief?: boolean): string =>
  growthPhrases(growth, isBrief)
    .map((phrase) => phrase.text)
    .join('');
const figure = (value: number, words: string) => ({ value, words, href: `/${words}` });
const growth: Growth = {
  period: 'the last 12 months',
  net: { value: 3, href: '/net' },
  arrived: [figure(1200, 'opened'), figure(40, 'reopened')],
  left: [figure(1230, 'resolved'), figure(7, 'cancelled'), figure(0, 'moved out')],
  most: [
    { dimension: 'team', label: 'Network', value: 43, href: '/network' },
    { dimension: 'priority', label: 'P3', value: 12, href: '/p3' }
  ]
};

test('a backlog that grew is told by its flows, and its sources by their own change, which may be more than the whole', () => {
  expect(text(growth)).toBe(
    'Over the last 12 months the backlog grew by 3: 1,200 opened, 40 reopened; 1,230 resolved, 7 cancelled. It grew most in team Network (+43) and priority P3 (+12).'
  );
  expect(text(growth, true)).toBe(
    'Over the last 12 months the backlog grew by 3. It grew most in team Network (+43) and priority P3 (+12).'
  );
  expect(growthPhrases(growth).filter(({ href }) => href).length).toBe(7);
});

test('one that shrank, and one that stands, name what they are', () => {
  const shrunk: Growth = {
    ...growth,
    net: { value: -5, href: '/net' },
    most: [{ dimension: 'team', label: 'Desk', value: -9, href: '/d' }]
  };
  expect(text(shrunk, true)).toBe('Over the last 12 months the backlog shrank: −5. It shrank most in team Desk (−9).');
  expect(text({ ...growth, net: { value: 0, href: '/net' }, most: [] }, true)).toBe(
    'Over the last 12 months the backlog is as large as before.'
  );
  expect(growthPhrases({ ...growth, arrived: [], left: [] })).toEqual([]);
});
