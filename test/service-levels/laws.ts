import fc from 'fast-check';
import { expect } from 'vitest';
import type { Connection } from '#warehouse/connection.ts';
import type { CalendarEntry, TargetEntry } from '#warehouse/service-levels/schema.ts';
import { clocksOf } from './compare.ts';
import { calendarVersions, dateAfter, sceneFrom, sceneOf, type Scene } from './histories.ts';
import type { ClockRow, CourseRow, WorldRecord } from './world.ts';

/** How much of a law is tried: scenes, each with so many records. */
export interface Scale {
  seed: number;
  scenes: number;
  records: number;
  targets: number;
}

/** Draws scenes by seed, plays each, and answers how many histories (records × targets) there were. */
async function each(arbitrary: fc.Arbitrary<Scene>, scale: Scale, law: (scene: Scene, index: number) => Promise<void>): Promise<number> {
  let histories = 0;
  for (const [index, scene] of fc.sample(arbitrary, { numRuns: scale.scenes, seed: scale.seed }).entries()) {
    await law(scene, index);
    histories += scene.records.length * scene.targets.length;
  }
  return histories;
}

const spring = '2026-03-27T00:00Z';
const first = Date.parse(spring) / 1000;
const span = 9 * 86_400;

const plain = (name: string, calendar: string): TargetEntry => ({
  name,
  record_type: 'incident',
  metric: 'resolution',
  start: 'opened_at',
  stop: ['resolved', 'closed'],
  pause: ['on_hold'],
  calendar,
  goals: { '1': '1h', '2': '5h', default: '17h' }
});

/** Two random calendars, a plain target on each, and no records yet. */
const setting: fc.Arbitrary<Scene> = fc.tuple(calendarVersions('one', spring), calendarVersions('two', spring)).map((calendars) => ({
  calendars: calendars.flat(),
  agreement: {},
  targets: [plain('on one', 'one'), plain('on two', 'two')],
  records: [],
  asOf: first + 30 * 86_400,
  zone: 'UTC'
}));
const instant = fc.integer({ min: first, max: first + span });
const instants = (count: number): fc.Arbitrary<number[]> =>
  fc.array(instant, { minLength: count, maxLength: count }).map((all) => all.toSorted((a, b) => a - b));
const settingWith = <T>(drawn: fc.Arbitrary<T>, scale: Scale): fc.Arbitrary<Scene & { drawn: T[] }> =>
  fc.tuple(setting, fc.array(drawn, { minLength: scale.records, maxLength: scale.records })).map(([scene, drawn]) => ({ ...scene, drawn }));
const lasting = (id: string, from: number, to: number, priority?: number): WorldRecord => ({
  id,
  course: [
    { at: from, state: 'new', priority },
    { at: to, state: 'resolved', priority }
  ]
});

const key = ({ record_id, target, cycle }: ClockRow): string => JSON.stringify([record_id, target, cycle]);
async function byKey(connection: Connection, scene: Scene): Promise<Map<string, ClockRow>> {
  return new Map((await clocksOf(connection, scene)).map((clock) => [key(clock), clock]));
}

/** elapsed(a, c) = elapsed(a, b) + elapsed(b, c). */
export function additivity(connection: Connection, scale: Scale): Promise<number> {
  const arbitrary = settingWith(instants(3), scale);
  return each(arbitrary, scale, async (scene) => {
    const { drawn } = scene as Scene & { drawn: number[][] };
    const records = drawn.flatMap(([a, b, c], index) => [
      lasting(`${index} whole`, a!, c!),
      lasting(`${index} first`, a!, b!),
      lasting(`${index} second`, b!, c!)
    ]);
    const clocks = await byKey(connection, { ...scene, records });
    scene.records = records;
    for (const { name } of scene.targets)
      for (const index of drawn.keys()) {
        const elapsed = (part: string): number => clocks.get(JSON.stringify([`${index} ${part}`, name, 1]))!.elapsed;
        expect(elapsed('whole'), `${name}: ${drawn[index]!.join(' ')}`).toBe(elapsed('first') + elapsed('second'));
      }
  });
}

/** A clock stopped when it is due has used its goal, and one second before that one second less. */
export function inverse(connection: Connection, scale: Scale): Promise<number> {
  const arbitrary = settingWith(fc.tuple(instant, fc.constantFrom(1, 2, 3)), scale);
  return each(arbitrary, scale, async (scene) => {
    const { drawn } = scene as Scene & { drawn: [number, number][] };
    const open = drawn.map(([at, priority], index): WorldRecord => ({ id: String(index), course: [{ at, state: 'new', priority }] }));
    const begun = await clocksOf(connection, { ...scene, records: open });
    for (const target of scene.targets) {
      const dues = begun.filter((clock) => clock.target === target.name && clock.due !== null);
      scene.records = dues.flatMap(({ record_id, started, due, priority }) => [
        lasting(`${record_id} then`, started, due!, priority!),
        lasting(`${record_id} before`, started, due! - 1, priority!)
      ]);
      if (scene.records.length === 0) continue;
      const asOf = Math.max(...dues.map(({ due }) => due!)) + 1;
      for (const { record_id, goal, elapsed } of await clocksOf(connection, { ...scene, targets: [target], asOf }))
        expect(elapsed, `${target.name}: ${record_id}`).toBe(record_id.endsWith('then') ? goal : goal - 1);
    }
  });
}

/** A holiday or a pause more never adds to what has elapsed and never makes a due time earlier. */
export function monotony(connection: Connection, scale: Scale): Promise<number> {
  const arbitrary = settingWith(fc.tuple(instants(4), fc.boolean(), fc.constantFrom(1, 2, 3)), scale);
  return each(arbitrary, scale, async (scene, at) => {
    const { drawn } = scene as Scene & { drawn: [number[], boolean, number][] };
    const record = ([[a, b, c, d], isOpen, priority]: (typeof drawn)[number], index: number, isPaused: boolean): WorldRecord => {
      const rows: CourseRow[] = [
        { at: a!, state: 'new', priority },
        { at: b!, state: isPaused ? 'on_hold' : 'in_progress', priority },
        { at: c!, state: 'in_progress', priority },
        { at: d!, state: 'resolved', priority }
      ];
      return { id: String(index), course: isOpen ? rows.slice(0, 3) : rows };
    };
    scene.records = drawn.map((each, index) => record(each, index, false));
    const before = await byKey(connection, scene);
    const free = dateAfter(spring, at % 9);
    const withHoliday = (calendar: CalendarEntry): CalendarEntry => ({ ...calendar, holidays: [...(calendar.holidays ?? []), free] });
    const others: Scene[] = [
      { ...scene, calendars: scene.calendars.map(withHoliday) },
      { ...scene, records: drawn.map((each, index) => record(each, index, true)) }
    ];
    for (const other of others)
      for (const [id, clock] of await byKey(connection, other)) {
        const was = before.get(id)!;
        expect(clock.elapsed, id).toBeLessThanOrEqual(was.elapsed);
        if (clock.due !== null && was.due !== null) expect(clock.due, id).toBeGreaterThanOrEqual(was.due);
      }
  });
}

/** Splitting a pause, or any other stretch, changes nothing. */
export const splitting = (connection: Connection, scale: Scale): Promise<number> =>
  each(sceneOf(scale.records, scale.targets), scale, async (scene, index) => {
    const whole = await clocksOf(connection, scene);
    const share = ((index + 1) * 0.37) % 1;
    const split = (row: CourseRow, next: CourseRow | undefined): CourseRow[] => {
      const at = row.at + Math.floor(((next?.at ?? Math.max(scene.asOf, row.at)) - row.at) * share);
      return at > row.at ? [row, { ...row, at, replied: undefined, noted: 'private', isTold: index % 2 === 0 }] : [row];
    };
    const records = scene.records.map((record) => ({
      ...record,
      course: record.course.flatMap((row, at) => split(row, record.course[at + 1]))
    }));
    expect(await clocksOf(connection, { ...scene, records })).toEqual(whole);
  });

/** Weeks without a change of clocks in any of the zones. */
const quiet = '2026-04-17T00:00Z';

/** Moved by whole weeks without a change of clocks, in every zone, all is the same so many weeks later. */
export async function moving(connection: Connection, scale: Scale): Promise<number> {
  let histories = 0;
  for (let index = 0; index < scale.scenes; index++) {
    const weeks = 1 + (index % 8);
    const drawn = (start: string): Scene =>
      fc.sample(sceneFrom(start, scale.records, scale.targets), { numRuns: 1, seed: scale.seed + index })[0]!;
    const [here, there] = [drawn(quiet), drawn(new Date(Date.parse(quiet) + weeks * 7 * 86_400_000).toISOString())];
    const shift = weeks * 7 * 86_400;
    const later = (at: number | null): number | null => (at === null ? null : at + shift);
    const moved = (await clocksOf(connection, here)).map((clock) => ({
      ...clock,
      started: clock.started + shift,
      stopped: later(clock.stopped),
      due: later(clock.due),
      breached: later(clock.breached)
    }));
    expect(await clocksOf(connection, there), `seed ${scale.seed + index}`).toEqual(moved);
    histories += here.records.length * here.targets.length;
  }
  return histories;
}

/** What is told for later than the data instant changes nothing, whatever it is. */
export const scrambling = (connection: Connection, scale: Scale): Promise<number> =>
  each(sceneOf(scale.records, scale.targets), scale, async (scene, index) => {
    const known = scene.records.filter(({ course }) => course[0]!.at <= scene.asOf);
    const isLate = (value: unknown): boolean => typeof value === 'number' && value > scene.asOf;
    const now = known.map((record) => ({
      ...record,
      course: record.course.filter(({ at }) => at <= scene.asOf),
      fields: Object.fromEntries(Object.entries(record.fields ?? {}).filter(([, value]) => !isLate(value)))
    }));
    scene.records = now;
    const whole = await clocksOf(connection, scene);
    const scrambled = now.map((record, at) => {
      const other = now[(at + index + 1) % now.length]!;
      const future = other.course.map((row) => ({ ...row, at: scene.asOf + 1 + Math.abs(row.at - other.course[0]!.at) }));
      const missing = ['acknowledged_at', 'first_response_at'].filter((column) => !(column in record.fields));
      const fields = { ...record.fields, ...Object.fromEntries(missing.map((column) => [column, scene.asOf + 1 + at])) };
      return { ...record, course: [...record.course, ...future], fields };
    });
    expect(await clocksOf(connection, { ...scene, records: scrambled })).toEqual(whole);
  });

/** Clocks of the last pass that their segments do not tile, or that these do not add up to (laws 4 and 8). */
export const untiled = (connection: Connection, asOf: number): Promise<unknown[]> =>
  connection.all(
    `WITH s AS (
       SELECT *, lag(to_at) OVER w AS to_before FROM fact.segment WINDOW w AS (PARTITION BY clock_id ORDER BY segment_number)
     ), sums AS (
       SELECT clock_id, min(from_at) AS from_at, max(to_at) AS to_at, bool_and(to_before IS NULL OR to_before = from_at) AS tiles, sum(wall_seconds) AS wall,
         coalesce(sum(business_seconds) FILTER (kind = 'running'), 0) AS business, coalesce(sum(wall_seconds) FILTER (kind = 'running'), 0) AS actual,
         coalesce(sum(wall_seconds) FILTER (kind = 'paused'), 0) AS paused
       FROM s GROUP BY clock_id
     )
     SELECT c.record_id, c.target::VARCHAR AS target, c.cycle FROM fact.clock c LEFT JOIN sums USING (clock_id)
     WHERE coalesce(c.stopped_at, to_timestamp(${asOf})) > c.started_at AND NOT coalesce(tiles AND sums.from_at = c.started_at
       AND sums.to_at = coalesce(c.stopped_at, to_timestamp(${asOf})) AND wall = epoch(sums.to_at) - epoch(sums.from_at) AND business = elapsed_business_seconds
       AND actual = elapsed_actual_seconds AND paused = paused_seconds, FALSE)`
  );
/** Clocks and segments of the last pass whose business time is more than their actual time, or that more than the time on the wall. */
export const unordered = (connection: Connection, asOf: number): Promise<unknown[]> =>
  connection.all(
    `SELECT record_id, target::VARCHAR AS target, cycle FROM fact.clock
     WHERE NOT (0 <= elapsed_business_seconds AND elapsed_business_seconds <= elapsed_actual_seconds
       AND elapsed_actual_seconds + paused_seconds = epoch(coalesce(stopped_at, to_timestamp(${asOf}))) - epoch(started_at))
     UNION ALL
     SELECT record_id, target::VARCHAR, cycle FROM fact.segment JOIN fact.clock USING (clock_id)
     WHERE NOT (0 <= business_seconds AND business_seconds <= wall_seconds AND business_seconds + out_of_hours_seconds = wall_seconds)`
  );
/** Clocks of the last pass that are breached and were never breached. */
export const forgotten = (connection: Connection): Promise<unknown[]> =>
  connection.all('SELECT record_id, target::VARCHAR AS target, cycle FROM fact.clock WHERE is_breached AND NOT is_ever_breached');
