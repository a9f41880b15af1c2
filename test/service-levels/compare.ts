import { alwaysOpen } from '#warehouse/calendars/calendar.ts';
import type { Connection } from '#warehouse/connection.ts';
import { resolveAgreements, resolveCalendars } from '#warehouse/service-levels/resolve.ts';
import type { Definitions } from '#warehouse/service-levels/definitions.ts';
import type { Scene } from './histories.ts';
import { expectedClocks } from './oracle.ts';
import { fillWorld, passOver, type ClockRow, type WorldRecord } from './world.ts';

/** Definitions as the engine takes them. */
export const definitionsOf = ({ calendars, agreement, targets }: Scene): Definitions => ({
  calendars: [alwaysOpen, ...resolveCalendars(calendars)],
  agreements: resolveAgreements([{ name: 'Gold', type: 'SLA', ...agreement, targets }])
});

/** Runs a scene through the engine. */
export async function clocksOf(connection: Connection, scene: Scene): Promise<ClockRow[]> {
  await fillWorld(connection, scene.records);
  return passOver(connection, definitionsOf(scene), scene.asOf, scene.zone);
}

type Clock = Partial<ClockRow>;
export interface Difference {
  record: string;
  target: string;
  expected: Clock[];
  found: Clock[];
}

/** Columns in which both routes must agree; of a clock without history the bounds count, and what it is by them (R21). */
const alwaysAlike = ['record_id', 'target', 'cycle', 'started', 'stopped', 'goal', 'stage', 'team', 'priority'] as const;
const alikeWithHistory = [
  'due',
  'breached',
  'elapsed',
  'actual',
  'paused',
  'remaining',
  'is_completed',
  'is_breached',
  'is_ever_breached'
] as const;
const alikeWithout = ['elapsed_least', 'elapsed_most'] as const;

function comparable(clock: Clock, { hasHistory = true }: WorldRecord): Clock {
  const columns = [...alwaysAlike, ...(hasHistory ? alikeWithHistory : alikeWithout)];
  return Object.fromEntries(columns.map((column) => [column, clock[column] ?? null]));
}

/** Where the engine and the second route disagree, by record and target, and how many clocks there were. */
export async function differencesIn(connection: Connection, scene: Scene): Promise<{ differences: Difference[]; clocks: number }> {
  const found = Map.groupBy(await clocksOf(connection, scene), ({ record_id, target }) => JSON.stringify([record_id, target]));
  let clocks = 0;
  const differences = scene.targets.flatMap((target) =>
    scene.records.flatMap((record) => {
      const expected = expectedClocks(record, target, scene).map((clock) => comparable(clock, record));
      const other = (found.get(JSON.stringify([record.id, target.name])) ?? []).map((clock) => comparable(clock, record));
      clocks += expected.length;
      const isAlike = JSON.stringify(expected) === JSON.stringify(other);
      return isAlike ? [] : [{ record: record.id, target: target.name, expected, found: other }];
    })
  );
  return { differences, clocks };
}

/** Expects no difference. Answers how many histories (records × targets) and clocks there were; a failure tells the least scene that still differs. */
export async function compareScene(connection: Connection, scene: Scene): Promise<{ histories: number; clocks: number }> {
  const { differences, clocks } = await differencesIn(connection, scene);
  if (differences.length > 0) throw new Error(await tell(connection, scene, differences));
  return { histories: scene.records.length * scene.targets.length, clocks };
}

async function tell(connection: Connection, scene: Scene, differences: Difference[]): Promise<string> {
  const first = differences[0]!;
  const least = await minimised(connection, {
    ...scene,
    records: scene.records.filter(({ id }) => id === first.record),
    targets: scene.targets.filter(({ name }) => name === first.target)
  });
  const { differences: left } = await differencesIn(connection, least);
  return `${differences.length} histories differ; the first, as small as it still does:\n${JSON.stringify({ ...least, ...left[0] }, undefined, 1)}`;
}

/** Leaves out rows, values and words one by one as long as the two routes still disagree. */
export async function minimised(connection: Connection, scene: Scene): Promise<Scene> {
  const differs = async (other: Scene): Promise<boolean> => {
    try {
      return (await differencesIn(connection, other)).differences.length > 0;
    } catch {
      return false;
    }
  };
  let least = scene;
  for (let isSmaller = true; isSmaller;) {
    isSmaller = false;
    for (const smaller of smallerScenes(least))
      if (await differs(smaller)) {
        least = smaller;
        isSmaller = true;
        break;
      }
  }
  return least;
}

const withoutKey = <T extends object>(value: T, key: string): T =>
  Object.fromEntries(Object.entries(value).filter(([name]) => name !== key)) as T;

function* smallerScenes(scene: Scene): Generator<Scene> {
  const [record, target] = [scene.records[0]!, scene.targets[0]!];
  const { course, fields = {} } = record;
  for (const index of course.keys())
    if (course.length > 1) yield { ...scene, records: [{ ...record, course: course.filter((_, other) => other !== index) }] };
  const needed = ['name', 'record_type', 'metric', 'start', 'stop', 'goals'];
  for (const key of Object.keys(target)) if (!needed.includes(key)) yield { ...scene, targets: [withoutKey(target, key)] };
  for (const key of Object.keys(fields)) yield { ...scene, records: [{ ...record, fields: withoutKey(fields, key) }] };
  const columns = [...new Set(course.flatMap((row) => Object.keys(row)))].filter((key) => key !== 'at' && key !== 'state');
  for (const key of columns) yield { ...scene, records: [{ ...record, course: course.map((row) => withoutKey(row, key)) }] };
  for (const key of Object.keys(scene.agreement)) yield { ...scene, agreement: withoutKey(scene.agreement, key) };
  for (const name of ['one', 'two']) {
    const plain = { name, zone: 'UTC', hours: 'always' as const };
    const others = scene.calendars.filter((calendar) => calendar.name !== name);
    const isPlain = JSON.stringify(scene.calendars.filter((calendar) => calendar.name === name)) === JSON.stringify([plain]);
    if (!isPlain) yield { ...scene, calendars: [...others, plain] };
  }
  for (const [index, calendar] of scene.calendars.entries())
    for (const key of ['special', 'breaks', 'holidays', 'valid_from', 'valid_to'])
      if (key in calendar) yield { ...scene, calendars: scene.calendars.with(index, withoutKey(calendar, key)) };
  if (scene.zone !== 'UTC') yield { ...scene, zone: 'UTC' };
}
