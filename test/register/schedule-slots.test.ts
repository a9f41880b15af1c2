import { createTask } from 'node-cron';
import { describe, expect, it } from 'vitest';
import { checkSchedule, latestSlot } from '#warehouse/register/schedule-slots.ts';

const slot = (schedule: string, zone: string, now: string) => latestSlot(schedule, zone, new Date(now));

describe('the latest slot of a schedule', () => {
  it.each([
    ['*/15 * * * *', 'UTC', '2026-03-31T12:07:30Z', '2026-03-31T12:00:00.000Z'],
    ['*/15 * * * *', 'UTC', '2026-03-31T12:15:00Z', '2026-03-31T12:15:00.000Z'],
    ['0 6 * * 1-5', 'Europe/Berlin', '2026-03-30T03:59:00Z', '2026-03-27T05:00:00.000Z'],
    ['0 6 * * 1-5', 'Europe/Berlin', '2026-03-30T04:00:00Z', '2026-03-30T04:00:00.000Z'],
    ['0 0 1 * *', 'America/New_York', '2026-03-15T00:00:00Z', '2026-03-01T05:00:00.000Z'],
    ['0 0 L * *', 'UTC', '2026-03-15T00:00:00Z', '2026-02-28T00:00:00.000Z'],
    ['0 0 29 2 *', 'UTC', '2026-03-15T00:00:00Z', undefined]
  ])('%s in %s at %s is %s', (schedule, zone, now, expected) => expect(slot(schedule, zone, now)).toBe(expected));

  it('moves a local time that spring skips on by the gap', () => {
    expect(slot('30 2 * * *', 'Europe/Berlin', '2026-03-29T01:29:00Z')).toBe('2026-03-28T01:30:00.000Z');
    expect(slot('30 2 * * *', 'Europe/Berlin', '2026-03-29T01:30:00Z')).toBe('2026-03-29T01:30:00.000Z');
  });

  it('is due once at a local time that autumn repeats, but every hour when every hour is meant', () => {
    expect(slot('30 2 * * *', 'Europe/Berlin', '2026-10-25T02:00:00Z')).toBe('2026-10-25T00:30:00.000Z');
    expect(slot('30 * * * *', 'Europe/Berlin', '2026-10-25T02:00:00Z')).toBe('2026-10-25T01:30:00.000Z');
  });

  it.each([
    '*/20 * * * *',
    '5 4 * * 0',
    '0 12 1-7 * 1',
    '0 9 * * 5#2',
    '0 9 * * 5L',
    '0 0 L * *',
    '0 0 15W * *',
    '0 0 1W * *',
    '0 0 31W * *',
    '10 8-17/3 * 1,7 *'
  ])('agrees with node-cron on %s, minute by minute', (schedule) => {
    const task = createTask(schedule, () => undefined, { timezone: 'UTC' });
    const from = Date.UTC(2026, 0, 1);
    for (let day = 0; day < 62; day++) {
      const minutes = [0, 5, 20, 8 * 60 + 10, 9 * 60, 12 * 60, 4 * 60 + 5, 1439];
      for (const minute of minutes) {
        const now = new Date(from + (day * 1440 + minute) * 60_000);
        expect([now.toISOString(), latestSlot(schedule, 'UTC', now) === now.toISOString()]).toEqual([now.toISOString(), task.match(now)]);
      }
    }
    void task.destroy();
  });

  it('says why a schedule cannot be read', () => {
    expect(() => checkSchedule('every hour')).toThrow('expected 5 or 6 fields');
    expect(() => checkSchedule('61 * * * *')).toThrow();
    expect(() => checkSchedule('0 0 LW * *')).toThrow();
  });
});
