import { describe, expect, test } from 'vitest';
import { weekDays } from '#dashboard/charts/week.ts';

describe('a week of open hours', () => {
  test('bars are shares of the day, words the windows', () => {
    const week = weekDays([
      { weekday: 1, from: 13 * 3600, to: 18 * 3600 },
      { weekday: 1, from: 9 * 3600, to: 12 * 3600 },
      { weekday: 3, from: 0, to: 86_400 }
    ]);
    expect(week.map(({ words }) => words)).toEqual([
      '09:00–12:00, 13:00–18:00',
      'closed',
      'all day',
      'closed',
      'closed',
      'closed',
      'closed'
    ]);
    expect(week[0]?.bars).toEqual([
      { left: 37.5, width: 12.5 },
      { left: (13 / 24) * 100, width: (5 / 24) * 100 }
    ]);
  });
  test('a night over Sunday goes on on Monday', () => {
    const week = weekDays([{ weekday: 7, from: 22 * 3600, to: 30 * 3600 }]);
    expect(week[6]).toMatchObject({ words: '22:00–06:00', bars: [{ width: (2 / 24) * 100 }] });
    expect(week[0]).toMatchObject({ words: 'closed', bars: [{ left: 0, width: 25 }] });
  });
});
