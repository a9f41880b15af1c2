import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { alwaysOpen } from '#warehouse/calendars/calendar.ts';
import type { Connection, Database } from '#warehouse/connection.ts';
import { resolveAgreements, resolveCalendars } from '#warehouse/service-levels/resolve.ts';
import { sharedData } from '#test/shared-data.ts';
import { scene, type Scene } from './histories.ts';
import { fillWorld, openWorld, passOver, type ClockRow, type CourseRow, type WorldRecord } from './world.ts';

let database: Database;
let connection: Connection;
beforeAll(async () => ({ database, connection } = await openWorld()));
afterAll(() => {
  connection.close();
  database.close();
});

const run = { numRuns: 5, seed: 4711, endOnFailure: true };

async function clocksOf({ calendars, targets, asOf }: Scene, records: readonly WorldRecord[]): Promise<ClockRow[]> {
  await fillWorld(connection, records);
  const agreements = resolveAgreements([{ name: 'Gold', type: 'SLA', targets }]);
  return passOver(connection, { calendars: [alwaysOpen, ...resolveCalendars(calendars)], agreements }, asOf);
}

describe('laws of clocks, on random courses and calendars', () => {
  test('4 and 8: segments tile their clock, add up to it, and business ≤ actual ≤ wall', () =>
    fc.assert(
      fc.asyncProperty(scene, async (each) => {
        await clocksOf(each, each.records);
        const faults = await connection.all(
          `WITH s AS (
             SELECT *, lag(to_at) OVER w AS to_before FROM fact.segment WINDOW w AS (PARTITION BY clock_id ORDER BY segment_number)
           ), sums AS (
             SELECT clock_id, min(from_at) AS from_at, max(to_at) AS to_at, bool_and(to_before IS NULL OR to_before = from_at) AS tiles,
               coalesce(sum(business_seconds) FILTER (kind = 'running'), 0) AS business, coalesce(sum(wall_seconds) FILTER (kind = 'running'), 0) AS actual,
               coalesce(sum(wall_seconds) FILTER (kind = 'paused'), 0) AS paused, sum(wall_seconds) AS wall,
               bool_and(business_seconds BETWEEN 0 AND wall_seconds AND business_seconds + out_of_hours_seconds = wall_seconds) AS adds
             FROM s GROUP BY clock_id
           )
           SELECT c.record_id, c.target::VARCHAR AS target FROM fact.clock c LEFT JOIN sums USING (clock_id)
           WHERE coalesce(c.stopped_at, to_timestamp(${each.asOf})) > c.started_at AND NOT coalesce(tiles AND adds
             AND sums.from_at = c.started_at AND sums.to_at = coalesce(c.stopped_at, to_timestamp(${each.asOf})) AND business = elapsed_business_seconds
             AND actual = elapsed_actual_seconds AND paused = paused_seconds AND elapsed_business_seconds <= elapsed_actual_seconds
             AND elapsed_actual_seconds <= wall, FALSE)`
        );
        expect(faults).toEqual([]);
      }),
      run
    ));

  test('6: splitting a pause, or any stretch, at any point changes nothing', () =>
    fc.assert(
      fc.asyncProperty(scene, fc.double({ min: 0, max: 1, noNaN: true }), async (each, share) => {
        const whole = await clocksOf(each, each.records);
        const halves = each.records.map((record) => ({
          ...record,
          course: record.course.flatMap((row, index) => split(row, record.course[index + 1]?.at ?? each.asOf, share))
        }));
        expect(await clocksOf(each, halves)).toEqual(whole);
      }),
      run
    ));

  test('9: what is breached was ever breached', () =>
    fc.assert(
      fc.asyncProperty(scene, async (each) => {
        const clocks = await clocksOf(each, each.records);
        expect(clocks.filter(({ is_breached, is_ever_breached }) => is_breached && !is_ever_breached)).toEqual([]);
      }),
      run
    ));

  test('10: an instant told for later than the data instant changes nothing', () =>
    fc.assert(
      fc.asyncProperty(scene, fc.integer({ min: 1, max: 90_000 }), async (each, later) => {
        const without = each.records.map((record) => ({ ...record, fields: {} }));
        const scrambled = each.records.map((record, index) => ({
          ...record,
          fields: { acknowledged_at: each.asOf + later * (index + 1) }
        }));
        expect(await clocksOf(each, scrambled)).toEqual(await clocksOf(each, without));
      }),
      run
    ));
});

function split(row: CourseRow, until: number, share: number): CourseRow[] {
  const at = row.at + Math.floor((until - row.at) * share);
  return at > row.at ? [row, { ...row, at, replied: undefined }] : [row];
}

interface PauseVectors {
  period_working_minutes: { from: string; to: string; expected_minutes: number }[];
}

const file = sharedData('business-time/pause_vectors.json');
describe.skipIf(!file)(
  `third-party clock stops${file ? '' : ' (skipped: shared data business-time/pause_vectors.json is not here)'}`,
  () => {
    test('a life with 60 min new, 30 open, 30 pending, then closed: 90 min count', async () => {
      const { period_working_minutes } = JSON.parse(readFileSync(file!, 'utf8')) as PauseVectors;
      const start = 1_767_225_600;
      const course: CourseRow[] = [
        { at: start, state: 'new' },
        { at: start + 60 * 60, state: 'in_progress' },
        { at: start + 90 * 60, state: 'on_hold' },
        { at: start + 120 * 60, state: 'closed' }
      ];
      await fillWorld(connection, [{ id: 'T1', course }]);
      const target = {
        name: 'x',
        record_type: 'incident' as const,
        metric: 'resolution' as const,
        calendar: '24x7',
        goals: { default: '4h' },
        pause: ['on_hold' as const]
      };
      const definitions = { calendars: [alwaysOpen], agreements: resolveAgreements([{ name: 'Gold', type: 'SLA', targets: [target] }]) };
      const [clock] = await passOver(connection, definitions, start + 240 * 60);
      expect(clock).toMatchObject({
        elapsed: period_working_minutes[0]!.expected_minutes * 60,
        paused: 30 * 60,
        stopped: start + 120 * 60
      });
      const minutes = async (from: string, to: string): Promise<unknown> => {
        const [a, b] = [from, to].map((text) => start + minutesOf(text) * 60);
        return connection.one(`SELECT coalesce(sum(epoch(least(to_at, to_timestamp(${b}))) - epoch(greatest(from_at, to_timestamp(${a})))), 0)::INTEGER // 60 AS minutes
        FROM fact.segment WHERE kind = 'running' AND to_at > to_timestamp(${a}) AND from_at < to_timestamp(${b})`);
      };
      for (const { from, to, expected_minutes } of period_working_minutes)
        expect(await minutes(from, to), `${from} ${to}`).toEqual({ minutes: expected_minutes });
    });
  }
);

/** `t0+120m+7d` as minutes after t0. */
const minutesOf = (text: string): number =>
  [...text.matchAll(/([+-]\d+)([md])/g)].reduce((sum, [, amount, unit]) => sum + Number(amount) * (unit === 'd' ? 1440 : 1), 0);
