import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { alwaysOpen } from '#warehouse/calendars/calendar.ts';
import type { Connection, Database } from '#warehouse/connection.ts';
import { resolveAgreements, resolveCalendars } from '#warehouse/service-levels/resolve.ts';
import { scene, type Scene } from './histories.ts';
import { expectedClocks } from './oracle.ts';
import { fillWorld, openWorld, passOver, type ClockRow } from './world.ts';

let database: Database;
let connection: Connection;
beforeAll(async () => ({ database, connection } = await openWorld()));
afterAll(() => {
  connection.close();
  database.close();
});

/** Scenes of eight records and three targets each: some 16 clocks. `test/faults/service-levels.test.ts` runs many more. */
const sceneCount = 16;

async function compareScene({ calendars, targets, records, asOf }: Scene): Promise<void> {
  await fillWorld(connection, records);
  const agreements = resolveAgreements([{ name: 'Gold', type: 'SLA', targets }]);
  const found = await passOver(connection, { calendars: [alwaysOpen, ...resolveCalendars(calendars)], agreements }, asOf);
  const expected = targets.flatMap((target) => records.flatMap((record) => expectedClocks(record, target, calendars, asOf)));
  const byKey = (a: Partial<ClockRow>, b: Partial<ClockRow>) => keyOf(a).localeCompare(keyOf(b));
  expect(found.map(comparable).sort(byKey)).toEqual(expected.sort(byKey));
}

const keyOf = ({ record_id, target, cycle }: Partial<ClockRow>): string => `${record_id} ${target} ${cycle}`;
function comparable(clock: ClockRow): Partial<ClockRow> {
  const rest: Partial<ClockRow> = { ...clock };
  delete rest.is_exact;
  delete rest.calendar;
  return rest;
}

test('random courses on random calendars over changes of clocks: the engine agrees with counting minutes, to the second', async () => {
  await fc.assert(fc.asyncProperty(scene, compareScene), { numRuns: sceneCount, seed: 1912, endOnFailure: true });
});
