import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import type { Connection, Database } from '#warehouse/connection.ts';
import type { CalendarEntry, TargetEntry } from '#warehouse/service-levels/schema.ts';
import { compareDefinitions } from '#warehouse/service-levels/what-if/compare.ts';
import { listFlips, type Flip } from '#warehouse/service-levels/what-if/listing.ts';
import { summarise, type TargetSummary } from '#warehouse/service-levels/what-if/totals.ts';
import { definitionsOf } from './compare.ts';
import { publishWorld } from './compare-changes.ts';
import { fillWorld, openWorld, passOver, type WorldRecord } from './world.ts';

let database: Database;
let connection: Connection;
beforeAll(async () => ({ database, connection } = await openWorld()));
afterAll(() => {
  connection.close();
  database.close();
});

const at = (text: string): number => Date.parse(`${text}Z`) / 1000;
const asOf = at('2026-07-31T00:00');
const week = { mon: ['09:00-17:00'], tue: ['09:00-17:00'], wed: ['09:00-17:00'], thu: ['09:00-17:00'], fri: ['09:00-17:00'] };
const office: CalendarEntry = { name: 'office', zone: 'UTC', hours: week };
const resolution: TargetEntry = {
  name: 'Resolution',
  record_type: 'incident',
  metric: 'resolution',
  calendar: 'office',
  goals: { '3': '8h', default: '16h' },
  pause: ['on_hold'],
  attainment: 0.9
};
/** Monday 20 July 2026. */
const records: WorldRecord[] = [
  // Monday 09:00 to Tuesday 10:00: nine hours.
  {
    id: 'LATE',
    course: [
      { at: at('2026-07-20T09:00'), state: 'new', priority: 3 },
      { at: at('2026-07-21T10:00'), state: 'resolved', priority: 3 }
    ]
  },
  // Tuesday 09:00 to 16:30: seven and a half hours.
  {
    id: 'NEAR',
    course: [
      { at: at('2026-07-21T09:00'), state: 'new', priority: 3 },
      { at: at('2026-07-21T16:30'), state: 'resolved', priority: 3 }
    ]
  },
  // Wednesday 09:00 to Thursday 17:00, on hold from Wednesday 10:00 to Thursday 10:00: eight hours.
  {
    id: 'HELD',
    course: [
      { at: at('2026-07-22T09:00'), state: 'new', priority: 3 },
      { at: at('2026-07-22T10:00'), state: 'on_hold', priority: 3 },
      { at: at('2026-07-23T10:00'), state: 'in_progress', priority: 3 },
      { at: at('2026-07-23T17:00'), state: 'resolved', priority: 3 }
    ]
  },
  // Open since Thursday 09:00, seven working days.
  { id: 'OPEN', course: [{ at: at('2026-07-23T09:00'), state: 'new', priority: 4, team: 'A' }] }
];
const before = { calendars: [office], targets: [resolution] };
type Told = typeof before;

beforeEach(async () => {
  await fillWorld(connection, records);
  await passOver(connection, definitionsOf(sceneOf(before)), asOf);
  await publishWorld(connection, sceneOf(before));
});
const sceneOf = (told: Told) => ({ ...told, agreement: {}, records, asOf, zone: 'UTC' });

async function changed(after: Told): Promise<{ flips: Flip[]; summary: TargetSummary[] }> {
  const options = { connection, catalogue: 'memory', zone: 'UTC', asOf };
  const sides = { before: definitionsOf(sceneOf(before)), after: definitionsOf(sceneOf(after)) };
  const comparison = await compareDefinitions({ ...options, ...sides, isKnown: true, onProgress: () => undefined });
  const summary = await summarise(options, comparison);
  const flips: Flip[] = [];
  for await (const some of listFlips(options, comparison)) flips.push(...some);
  return { flips, summary };
}
const brief = ({ record_id, from, to, reason, why }: Flip): string => `${record_id} ${from} → ${to} by ${reason}: ${why}`;

test('nothing changed: nothing flips, nothing is computed', async () => {
  const { flips, summary } = await changed(before);
  expect(flips).toEqual([]);
  expect(summary).toMatchObject([
    { change: 'unchanged', way: 'nothing', before: { completed: 3, completed_met: 2, breached: 2 }, flipped: 0, moved: 0 }
  ]);
});

test('a holiday: the dates on which hours differ, and what each contributed', async () => {
  const { flips, summary } = await changed({ ...before, calendars: [{ ...office, holidays: ['2026-07-20', '2026-07-24'] }] });
  expect(flips.map(brief)).toEqual(['LATE breached → met by calendar: office 2026-07-20 \u22128h; used 9h → 1h of 8h: 7h left']);
  expect(summary).toMatchObject([
    {
      change: 'changed',
      way: 'facts',
      parts: [{ part: 'calendar', before: 'hours as published', after: 'office 2026-07-20 \u22128h, 2026-07-24 \u22128h' }],
      before: { attainment: 2 / 3 },
      after: { attainment: 1 },
      flips: [{ from: 'breached', to: 'met', reason: 'calendar', count: 1 }],
      moved: 1
    }
  ]);
});

test('a goal: only clocks of its priority, with the numbers', async () => {
  const { flips } = await changed({ ...before, targets: [{ ...resolution, goals: { '3': '7h', default: '16h' } }] });
  expect(flips.map(brief)).toEqual([
    'HELD met → breached by goals: goal of P3 8h → 7h; used 8h of 7h: 1h over',
    'NEAR met → breached by goals: goal of P3 8h → 7h; used 7h 30m of 7h: 30m over'
  ]);
});

test('a goal taken away leaves clocks uncovered', async () => {
  const { flips, summary } = await changed({ ...before, targets: [{ ...resolution, goals: { '3': '8h' } }] });
  expect(flips.map(brief)).toEqual(['OPEN breached → uncovered by goals: no goal of P4 any more']);
  expect(summary[0]).toMatchObject({ before: { uncovered: 0 }, after: { uncovered: 1 } });
});

test('a pause taken away, told by the segments and by the courses', async () => {
  const flip = ['HELD met → breached by pause: used 8h → 16h of 8h: 8h over'];
  const bySegments = await changed({ ...before, targets: [{ ...resolution, pause: [] }] });
  expect(bySegments.flips.map(brief)).toEqual(flip);
  expect(bySegments.summary[0]).toMatchObject({ way: 'facts', parts: [{ part: 'pause', before: 'state is on hold', after: 'never' }] });
  const byCourses = await changed({ ...before, targets: [{ ...resolution, pause: { state: ['on_hold'], team: 'B' } }] });
  expect(byCourses.flips.map(brief)).toEqual(flip);
  expect(byCourses.summary[0]?.way).toBe('pass');
});

test('several parts: each tried alone, so that the one that flips a clock is named', async () => {
  const { flips } = await changed({
    calendars: [{ ...office, holidays: ['2026-07-20'] }],
    targets: [{ ...resolution, goals: { '3': '7h', default: '16h' }, pause: [] }]
  });
  expect(flips.map(({ record_id, to, reason }) => `${record_id} ${to} ${reason}`)).toEqual([
    'HELD breached pause or goals',
    'LATE met calendar',
    'NEAR breached goals'
  ]);
});

test('parts that only flip a clock together', async () => {
  const { flips } = await changed({
    calendars: [{ ...office, hours: { ...week, mon: ['09:00-16:30'] } }],
    targets: [{ ...resolution, goals: { '3': '8h 30m', default: '16h' } }]
  });
  expect(flips.map(brief)).toEqual([
    'LATE breached → met by calendar and goals together: goal of P3 8h → 8h 30m; office 2026-07-20 \u221230m; used 9h → 8h 30m of 8h 30m: 0s left'
  ]);
});

test('a target that is new, and one that ends', async () => {
  const { flips, summary } = await changed({ ...before, targets: [{ ...resolution, name: 'Repair' }] });
  expect(summary.map(({ target, change }) => [target, change])).toEqual([
    ['Resolution', 'ended'],
    ['Repair', 'new']
  ]);
  expect(
    flips.filter(({ record_id }) => record_id === 'NEAR').map(({ target, from, to, reason }) => `${target} ${from} → ${to} ${reason}`)
  ).toEqual(['Resolution met → none ended target', 'Repair none → met new target']);
});
