import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { alwaysOpen } from '#warehouse/calendars/calendar.ts';
import type { Connection, Database } from '#warehouse/connection.ts';
import { resolveAgreements } from '#warehouse/service-levels/resolve.ts';
import { sharedData } from '#test/shared-data.ts';
import { fillWorld, openWorld, passOver, type CourseRow } from './world.ts';

let database: Database;
let connection: Connection;
beforeAll(async () => ({ database, connection } = await openWorld()));
afterAll(() => {
  connection.close();
  database.close();
});

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
