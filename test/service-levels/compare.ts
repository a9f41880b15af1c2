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

/** What both routes must agree on about a clock. */
export function comparable(clock: Clock, { hasHistory = true }: WorldRecord): Clock {
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

/**
 * Leaves out rows, values and words as long as the two routes still disagree. Candidates for the record, and for the target, are tried
 * all in one pass; calendars one by one.
 */
export async function minimised(connection: Connection, scene: Scene): Promise<Scene> {
  let least = scene;
  for (let smaller: Scene | undefined = scene; smaller;) {
    least = smaller;
    smaller = (await differing(connection, smallerRecords(least))) ?? (await differing(connection, smallerTargets(least)));
    if (!smaller) for (const other of smallerSettings(least)) if ((smaller ??= await differing(connection, [other]))) break;
  }
  return least;
}

/** The first of some scenes of one record and one target that still differs, all played in one pass: they share everything else. */
async function differing(connection: Connection, scenes: readonly Scene[]): Promise<Scene | undefined> {
  if (scenes.length === 0) return undefined;
  const named = scenes.map(({ records: [record], targets: [target] }, index) => ({
    record: { ...record!, id: `${record!.id} ${index}` },
    target: { ...target!, name: `${target!.name} ${index}` }
  }));
  const isOneTarget = scenes.every(({ targets }) => targets[0] === scenes[0]!.targets[0]);
  const together = {
    ...scenes[0]!,
    records: isOneTarget ? named.map(({ record }) => record) : [named[0]!.record],
    targets: isOneTarget ? [named[0]!.target] : named.map(({ target }) => target)
  };
  const { differences } = await differencesIn(connection, together);
  const at = named.findIndex(({ record, target }) =>
    differences.some((each) => (isOneTarget ? each.record === record.id : each.target === target.name))
  );
  return scenes[at];
}

const withoutKey = <T extends object>(value: T, key: string): T =>
  Object.fromEntries(Object.entries(value).filter(([name]) => name !== key)) as T;

function smallerRecords(scene: Scene): Scene[] {
  const record = scene.records[0]!;
  const { course, fields = {} } = record;
  const columns = [...new Set(course.flatMap((row) => Object.keys(row)))].filter((key) => key !== 'at' && key !== 'state');
  const records = [
    ...(course.length > 1 ? course.map((_, index) => ({ ...record, course: course.toSpliced(index, 1) })) : []),
    ...columns.map((key) => ({ ...record, course: course.map((row) => withoutKey(row, key)) })),
    ...Object.keys(fields).map((key) => ({ ...record, fields: withoutKey(fields, key) }))
  ];
  return records.map((each) => ({ ...scene, records: [each] }));
}

function smallerTargets(scene: Scene): Scene[] {
  const target = scene.targets[0]!;
  const needed = ['name', 'record_type', 'metric', 'start', 'stop', 'goals'];
  const keys = Object.keys(target).filter((key) => !needed.includes(key));
  return keys.map((key) => ({ ...scene, targets: [withoutKey(target, key)] }));
}

function smallerSettings(scene: Scene): Scene[] {
  const { calendars, agreement } = scene;
  const plainly = ['one', 'two'].flatMap((name) => {
    const plain = { name, zone: 'UTC', hours: 'always' as const };
    const own = calendars.filter((calendar) => calendar.name === name);
    return JSON.stringify(own) === JSON.stringify([plain]) ? [] : [[...calendars.filter((calendar) => calendar.name !== name), plain]];
  });
  const parts = ['special', 'breaks', 'holidays'];
  const simpler = calendars.flatMap((calendar, index) =>
    parts.filter((key) => key in calendar).map((key) => calendars.with(index, withoutKey(calendar, key)))
  );
  return [
    ...[...plainly, ...simpler].map((calendars) => ({ ...scene, calendars })),
    ...Object.keys(agreement).map((key) => ({ ...scene, agreement: withoutKey(agreement, key) })),
    ...(scene.zone === 'UTC' ? [] : [{ ...scene, zone: 'UTC' }])
  ];
}
