import { expect } from 'vitest';
import type { Connection } from '#warehouse/connection.ts';
import type { BuildFacts } from '#warehouse/query/build.ts';
import { dueTerms, dueWords } from '#warehouse/query/clocks/arithmetic.ts';
import type { RecordClock } from '#warehouse/query/clocks/clock.ts';
import { clocksOfRecord } from '#warehouse/query/clocks/read.ts';
import { readFacts } from '#warehouse/query/facts.ts';
import type { Definitions } from '#warehouse/service-levels/definitions.ts';
import { writeCalendars, writeTargets } from '#warehouse/service-levels/dimensions.ts';
import { clocksOf, definitionsOf } from '#test/service-levels/compare.ts';
import type { Scene } from '#test/service-levels/histories.ts';

/** Writes, into a world over which the pass has run, what a build writes beside the clocks, and tells its columns. */
export async function published(
  connection: Connection,
  definitions: Definitions,
  asOf: number,
  zone: string
): Promise<Pick<BuildFacts, 'asOf' | 'zone' | 'columns'>> {
  await writeCalendars(connection, definitions, asOf);
  await writeTargets(connection, definitions);
  await connection.run(`CREATE OR REPLACE TABLE fact.history AS
    SELECT r.record_type, r.record_id, s.* EXCLUDE (record_key) FROM staging.stretch s JOIN staging.record r ON r.record_key = s.record_key`);
  const rows = await connection.all<{ name: string; columns: string[] }>(
    `SELECT schema_name || '.' || table_name AS name, list(column_name) AS columns FROM duckdb_columns()
    WHERE NOT internal AND database_name = current_database() GROUP BY ALL`
  );
  return { asOf: new Date(asOf * 1000), zone, columns: new Map(rows.map(({ name, columns }) => [name, new Set(columns)])) };
}

const sumOf = (clock: RecordClock, value: (stretch: RecordClock['stretches'][number]) => number): number =>
  clock.stretches.reduce((sum, stretch) => sum + value(stretch), 0);

/** Everything that is said of a clock adds up to what the engine says of it. */
export function expectSums(clock: RecordClock): void {
  const { stretches, startedAt, endsAt, elapsed, paused, actual, dueAt, breachedAt, goal, stage } = clock;
  expect(sumOf(clock, ({ counted }) => counted)).toBe(elapsed);
  expect(sumOf(clock, ({ kind, wall }) => (kind === 'paused' ? wall : 0))).toBe(paused);
  expect(sumOf(clock, ({ kind, wall }) => (kind === 'paused' ? 0 : wall))).toBe(actual);
  expect(stretches.map(({ from }) => from)).toEqual(stretches.length > 0 ? [startedAt, ...stretches.slice(0, -1).map(({ to }) => to)] : []);
  expect(stretches.at(-1)?.to ?? startedAt).toBe(endsAt);
  expect(stretches.at(-1)?.used ?? 0).toBe(elapsed);
  if (stage === 'breached' && breachedAt === dueAt)
    expect(sumOf(clock, ({ isOver, counted }) => (isOver ? counted : 0))).toBe(elapsed - goal);
  if (dueAt === null) return;
  const terms = dueTerms(clock);
  expect(terms.reduce((sum, { seconds }) => sum + seconds, 0)).toBe(goal);
  expect(terms.at(-1)?.to).toBe(dueAt);
}

/** Holds so many records' clocks, picked by a hash, against their stretches. @returns how many clocks there were, and the kinds of their stretches */
export async function expectSumsOf(connection: Connection, records: number): Promise<{ clocks: number; kinds: Set<string> }> {
  const facts = await readFacts(connection);
  const picked = await connection.all<{ id: string }>(
    `SELECT record_id AS id FROM fact.incident ORDER BY hash(record_id) LIMIT ${records}`
  );
  const kinds = new Set<string>();
  let clocks = 0;
  for (const { id } of picked)
    for (const clock of (await clocksOfRecord(connection, facts, 'incident', id)).clocks) {
      expectSums(clock);
      for (const { kind } of clock.stretches) kinds.add(kind);
      clocks++;
    }
  return { clocks, kinds };
}

/** Plays a scene and holds every clock of its records against its stretches. @returns how many clocks there were */
export async function expectSumsOfScene(connection: Connection, scene: Scene): Promise<number> {
  await clocksOf(connection, scene);
  const build = await published(connection, definitionsOf(scene), scene.asOf, scene.zone);
  let clocks = 0;
  for (const { id } of scene.records)
    for (const clock of (await clocksOfRecord(connection, build, 'incident', id)).clocks) {
      expectSums(clock);
      expect(dueWords(clock).join(' ')).not.toMatch(/NaN|undefined|Infinity/);
      expect(clock.stretches.map(({ rule }) => rule).filter((rule) => /undefined|not kept/.test(rule))).toEqual([]);
      clocks++;
    }
  return clocks;
}
