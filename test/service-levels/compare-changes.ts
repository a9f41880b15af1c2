import fc from 'fast-check';
import type { Connection } from '#warehouse/connection.ts';
import type { CalendarEntry, TargetEntry } from '#warehouse/service-levels/schema.ts';
import { compareDefinitions, type Comparison } from '#warehouse/service-levels/what-if/compare.ts';
import { definitionsOf } from './compare.ts';
import { sceneOf, type Scene } from './histories.ts';
import { fillWorld, passOver } from './world.ts';

interface Standing {
  target: string;
  record_id: string;
  cycle: number;
  status: string;
  elapsed: number | null;
  goal: number | null;
}

const standings = (connection: Connection): Promise<Standing[]> =>
  connection.all<Standing & Record<string, never>>(`
    SELECT target::VARCHAR AS target, record_id, cycle, CASE WHEN stage IN ('running', 'paused') THEN 'open' ELSE stage::VARCHAR END AS status,
      elapsed_business_seconds AS elapsed, goal_seconds AS goal FROM fact.clock
    UNION ALL SELECT target::VARCHAR, record_id, 1, 'uncovered', NULL, NULL FROM fact.uncovered`);

/** The published form of the world: what a build leaves of the courses. */
export async function publishWorld(connection: Connection, { records }: Scene): Promise<void> {
  await connection.run(`CREATE OR REPLACE TABLE fact.history AS SELECT r.record_type, r.record_id, s.interval_number, s.from_at, s.to_at, s.state, s.state_source, s.team, s.priority, s.assignee
    FROM staging.stretch s JOIN staging.record r ON r.record_key = s.record_key`);
  for (const type of new Set(records.map(({ type: own = 'incident' }) => own)))
    await connection.run(
      `CREATE OR REPLACE TABLE fact.${type} AS SELECT f.*, r.has_history FROM fact.${type} f JOIN staging.record r ON r.record_type = '${type}' AND r.record_id = f.record_id`
    );
}

const keyOf = ({ target, record_id, cycle }: Standing): string => `${target} ${record_id} ${cycle}`;
const flipsBetween = (before: Standing[], after: Standing[]): string[] => {
  const now = new Map(after.map((each) => [keyOf(each), each]));
  const was = new Map(before.map((each) => [keyOf(each), each]));
  return [...new Set([...now.keys(), ...was.keys()])]
    .map((key) => ({ key, old: was.get(key), next: now.get(key) }))
    .filter(({ old, next }) => old?.status !== next?.status)
    .map(({ key, old, next }) => `${key}: ${side(old)} → ${side(next)}`)
    .sort();
};
const side = (each: Standing | undefined): string => (each ? `${each.status} ${each.elapsed} of ${each.goal}` : 'none null of null');

async function foundFlips(connection: Connection, { groups }: Comparison): Promise<string[]> {
  const rows = await connection.all<Record<string, string | number | null>>('SELECT * FROM staging.what_if_flip');
  return rows
    .map(
      (row) =>
        `${groups[Number(row.group_at)]!.target} ${row.record_id} ${row.cycle}: ${row.old_status} ${row.old_elapsed} of ${row.old_goal} → ${row.new_status} ${row.new_elapsed} of ${row.new_goal}`
    )
    .sort();
}

/** What may be done to a target; the last ones can only be told by the pass. */
const change: fc.Arbitrary<(target: TargetEntry, other: TargetEntry) => TargetEntry> = fc.oneof(
  { weight: 2, arbitrary: fc.constant((target: TargetEntry) => target) },
  {
    weight: 3,
    arbitrary: fc
      .constantFrom('30m', '2h', '5h')
      .map((goal) => (target: TargetEntry) => ({ ...target, unit: 'elapsed' as const, goals: { default: goal } }))
  },
  { weight: 2, arbitrary: fc.constantFrom('one', 'two', '24x7').map((calendar) => (target: TargetEntry) => ({ ...target, calendar })) },
  {
    weight: 1,
    arbitrary: fc.constant((target: TargetEntry) => ({ ...target, calendar: [{ by: 'team', map: { A: 'two', B: 'one' } }, '24x7'] }))
  },
  {
    weight: 2,
    arbitrary: fc
      .subarray(['on_hold', 'new', 'in_progress'] as const)
      .map((pause) => (target: TargetEntry) => ({ ...target, resume: undefined, pause: [...pause] }))
  },
  {
    weight: 1,
    arbitrary: fc.constant((target: TargetEntry, other: TargetEntry) => ({ ...other, name: target.name, record_type: target.record_type }))
  },
  {
    weight: 1,
    arbitrary: fc.constant((target: TargetEntry, other: TargetEntry) => ({
      ...target,
      when: other.when,
      goals: other.goals,
      unit: other.unit
    }))
  },
  { weight: 1, arbitrary: fc.constant((target: TargetEntry) => ({ ...target, name: `${target.name} anew` })) }
);
const calendarChange: fc.Arbitrary<(entry: CalendarEntry) => CalendarEntry> = fc.oneof(
  fc.constant((entry: CalendarEntry) => entry),
  fc.constant((entry: CalendarEntry) => ({ ...entry, hours: 'always' as const })),
  fc.integer({ min: 0, max: 9 }).map((days) => (entry: CalendarEntry) => {
    const dates = ['2026-03-28', '2026-03-30', '2025-10-27', '2026-03-09', '2025-11-03', '2026-04-06', '2026-10-05'];
    return {
      ...entry,
      holidays: [
        ...(entry.holidays ?? []),
        ...dates.map((date) => new Date(Date.parse(date) + days * 86_400_000).toISOString().slice(0, 10))
      ]
    };
  })
);

/** A scene and the same records under changed definitions. */
export interface Changed {
  scene: Scene;
  after: Pick<Scene, 'calendars' | 'targets'>;
  /** Whether the comparison may trust that the published clocks follow the old definitions. */
  isKnown: boolean;
}

export const changedScene = (records: number, targets: number): fc.Arbitrary<Changed> =>
  fc
    .record({
      plain: sceneOf(records, targets),
      changes: fc.array(change, { minLength: targets, maxLength: targets }),
      onCalendar: calendarChange,
      isTold: fc.boolean(),
      isKnown: fc.integer({ min: 0, max: 3 }).map((dice) => dice > 0)
    })
    .map(({ plain, changes, onCalendar, isTold, isKnown }) => ({
      scene: { ...plain, records: plain.records.map((record) => (isTold ? { ...record, hasHistory: true } : record)) },
      after: {
        targets: plain.targets.map((target, at) => changes[at]!(target, plain.targets[(at + 1) % targets]!)),
        calendars: plain.calendars.map((entry) => (entry.name === 'one' ? onCalendar(entry) : entry))
      },
      isKnown
    }));

/** Flips as the comparison finds them, and as computing everything anew does. */
export async function flipsBothWays(connection: Connection, { scene, after, isKnown }: Changed) {
  const { asOf, zone, records } = scene;
  const [old, next] = [definitionsOf(scene), definitionsOf({ ...scene, ...after })];
  await fillWorld(connection, records);
  await passOver(connection, old, asOf, zone);
  await publishWorld(connection, scene);
  const before = await standings(connection);
  const options = { connection, catalogue: 'memory', before: old, after: next, isKnown, zone, asOf, onProgress: () => undefined };
  const comparison = await compareDefinitions(options);
  const found = await foundFlips(connection, comparison);
  await fillWorld(connection, records);
  await passOver(connection, next, asOf, zone);
  return { found, expected: flipsBetween(before, await standings(connection)), ways: comparison.cases.map(({ way }) => way) };
}
