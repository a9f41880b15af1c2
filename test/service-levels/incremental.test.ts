import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { alwaysOpen } from '#warehouse/calendars/calendar.ts';
import type { Connection, Database } from '#warehouse/connection.ts';
import { resolveAgreements, resolveCalendars } from '#warehouse/service-levels/resolve.ts';
import { plainScene } from './histories.ts';
import { fillWorld, openWorld, passOver, type WorldRecord } from './world.ts';

let database: Database;
let connection: Connection;
beforeAll(async () => ({ database, connection } = await openWorld()));
afterAll(() => {
  connection.close();
  database.close();
});

const everything = async () => ({
  clocks: await connection.all('SELECT * FROM fact.clock ORDER BY clock_id'),
  segments: await connection.all('SELECT * FROM fact.segment ORDER BY clock_id, segment_number'),
  uncovered: await connection.all('SELECT * FROM fact.uncovered ORDER BY record_id, target_id')
});

/** The record as it was known by an instant. */
const asKnown = (record: WorldRecord, asOf: number): WorldRecord => ({
  ...record,
  course: record.course.filter(({ at }, index) => index === 0 || at <= asOf)
});
const isSettled = (record: WorldRecord, asOf: number): boolean =>
  record.course.at(-1)!.at <= asOf &&
  ['resolved', 'closed', 'cancelled'].includes(record.course.at(-1)!.state) &&
  !record.fields?.acknowledged_at;

test('replacing only the records that can differ gives the same rows as computing all', async () => {
  const law = fc.asyncProperty(plainScene, async ({ calendars, targets, records, asOf }) => {
    const definitions = {
      calendars: [alwaysOpen, ...resolveCalendars(calendars)],
      agreements: resolveAgreements([{ name: 'Gold', type: 'SLA' as const, targets }])
    };
    const before = asOf - 2 * 86_400;
    const known = records.filter(({ course }) => course[0]!.at <= before);
    fc.pre(known.length > 0);
    await fillWorld(
      connection,
      known.map((record) => asKnown(record, before))
    );
    await passOver(connection, definitions, before);

    const running = await connection.all<{ id: string }>('SELECT DISTINCT record_id AS id FROM fact.clock WHERE stopped_at IS NULL');
    const changed = records.filter((record) => !isSettled(record, before) || running.some(({ id }) => id === record.id));
    await connection.run(
      'CREATE OR REPLACE TEMP TABLE changed AS SELECT * FROM (VALUES (NULL::VARCHAR, NULL::VARCHAR)) c (record_type, record_id) WHERE record_id IS NOT NULL'
    );
    for (const { id } of changed) await connection.run("INSERT INTO changed VALUES ('incident', ?)", [id]);
    await fillWorld(connection, records);
    await passOver(connection, definitions, asOf, 'UTC', 'changed');
    const grown = await everything();
    await passOver(connection, definitions, asOf);
    expect(grown).toEqual(await everything());
  });
  await fc.assert(law, { numRuns: 6, seed: 77, endOnFailure: true });
});
