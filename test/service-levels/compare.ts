import { expect } from 'vitest';
import { alwaysOpen } from '#warehouse/calendars/calendar.ts';
import type { Connection } from '#warehouse/connection.ts';
import { resolveAgreements, resolveCalendars } from '#warehouse/service-levels/resolve.ts';
import type { Scene } from './histories.ts';
import { expectedClocks } from './oracle.ts';
import { fillWorld, passOver, type ClockRow } from './world.ts';

/** Runs a scene through the engine and by counting, and expects the same clocks to the second. Answers how many there were. */
export async function compareScene(connection: Connection, { calendars, targets, records, asOf }: Scene): Promise<number> {
  await fillWorld(connection, records);
  const agreements = resolveAgreements([{ name: 'Gold', type: 'SLA', targets }]);
  const found = await passOver(connection, { calendars: [alwaysOpen, ...resolveCalendars(calendars)], agreements }, asOf);
  const expected = targets.flatMap((target) => records.flatMap((record) => expectedClocks(record, target, calendars, asOf)));
  expect(found.map(comparable).sort(byKey)).toEqual(expected.sort(byKey));
  return expected.length;
}

const keyOf = ({ record_id, target, cycle }: Partial<ClockRow>): string => `${record_id} ${target} ${cycle}`;
const byKey = (a: Partial<ClockRow>, b: Partial<ClockRow>): number => keyOf(a).localeCompare(keyOf(b));

function comparable(clock: ClockRow): Partial<ClockRow> {
  const rest: Partial<ClockRow> = { ...clock };
  delete rest.is_exact;
  delete rest.calendar;
  return rest;
}
