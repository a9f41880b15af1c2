import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Connection, Database } from '#warehouse/connection.ts';
import { at, hour } from '#test/calendars/calendar-files.ts';
import { clocksFor, course } from './case.ts';
import { openWorld } from './world.ts';

let database: Database;
let connection: Connection;
beforeAll(async () => ({ database, connection } = await openWorld()));
afterAll(() => {
  connection.close();
  database.close();
});

test('revocation: stopped before it was due is met with nothing used', async () => {
  const record = {
    type: 'access_grant' as const,
    ...course(['2026-03-02 09:00', 'in_progress']),
    fields: { revoke_due_at: at('2026-03-05 09:00'), revoked_at: at('2026-03-04 09:00') }
  };
  const target = { record_type: 'access_grant', metric: 'revoke', start: 'revoke_due_at', stop: 'revoked_at', pause: [] } as const;
  const [clock] = await clocksFor(connection, { ...target, pause: [] }, record, '2026-03-06 00:00');
  expect(clock).toMatchObject({ started: at('2026-03-05 09:00'), elapsed: 0, stage: 'met' });
});

test('segments tile the clock and name state, team and pause', async () => {
  const rows = course(
    ['2026-03-02 16:00', 'new', { team: 'A' }],
    ['2026-03-02 18:00', 'on_hold', { team: 'A' }],
    ['2026-03-03 10:00', 'in_progress', { team: 'B' }]
  );
  await clocksFor(connection, {}, rows, '2026-03-03 11:00');
  const found = await connection.all(
    `SELECT segment_number, kind::VARCHAR AS kind, state::VARCHAR AS state, team, business_seconds, wall_seconds, out_of_hours_seconds, interval_number
     FROM fact.segment ORDER BY 1`
  );
  const segment = (number: number, kind: string, state: string, team: string, [business, wall, out]: number[]) => ({
    segment_number: number,
    kind,
    state,
    team,
    business_seconds: business! * hour,
    wall_seconds: wall! * hour,
    out_of_hours_seconds: out! * hour,
    interval_number: number
  });
  expect(found).toEqual([
    segment(1, 'running', 'new', 'A', [1, 2, 1]),
    segment(2, 'paused', 'on_hold', 'A', [1, 16, 15]),
    segment(3, 'running', 'in_progress', 'B', [1, 1, 0])
  ]);
});
