import { expect, test } from 'vitest';
import { openWindows } from '#warehouse/calendars/windows.ts';
import { explainClock } from '#warehouse/service-levels/explain.ts';
import { at, hours, weekdays } from '#test/calendars/calendar-files.ts';

test('each second of a clock has one reason, and the running ones add up', () => {
  const windows = openWindows([weekdays('UTC', [hours(9, 17)])], at('2026-03-01 00:00'), at('2026-03-08 00:00'));
  const segments = [
    { from: at('2026-03-02 16:00'), to: at('2026-03-03 10:00'), kind: 'running' as const, calendar: 'office' },
    { from: at('2026-03-03 10:00'), to: at('2026-03-03 20:00'), kind: 'paused' as const, calendar: 'office' },
    { from: at('2026-03-03 20:00'), to: at('2026-03-04 09:30'), kind: 'running' as const, calendar: 'office' }
  ];
  const stretches = explainClock(segments, () => windows).map(({ from, to, kind, used }) => [
    new Date(from * 1000).toISOString().slice(8, 16),
    (to - from) / 3600,
    kind,
    used / 3600
  ]);
  expect(stretches).toEqual([
    ['02T16:00', 1, 'running', 1],
    ['02T17:00', 16, 'out_of_hours', 1],
    ['03T09:00', 1, 'running', 2],
    ['03T10:00', 10, 'paused', 2],
    ['03T20:00', 13, 'out_of_hours', 2],
    ['04T09:00', 0.5, 'running', 2.5]
  ]);
});
