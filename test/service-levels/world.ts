import { openDatabase, type Connection, type Database } from '#warehouse/connection.ts';
import { columnTypes, contract, recordTypes, type RecordType, type State } from '#warehouse/contract.ts';
import type { Definitions } from '#warehouse/service-levels/definitions.ts';
import { runPass } from '#warehouse/service-levels/pass.ts';

/** A stretch of a record's course; it lasts until the next begins, the last one until the data instant. */
export interface CourseRow {
  at: number;
  state: State;
  team?: string;
  priority?: number;
}

export interface WorldRecord {
  type?: RecordType;
  id: string;
  course: CourseRow[];
  hasHistory?: boolean;
  /** Contract columns of the record; instants as epoch seconds. */
  fields?: Record<string, string | number>;
}

export interface ClockRow {
  record_id: string;
  target: string;
  cycle: number;
  started: number;
  stopped: number | null;
  goal: number;
  due: number | null;
  breached: number | null;
  elapsed: number;
  actual: number;
  paused: number;
  remaining: number | null;
  stage: string;
  is_completed: boolean;
  is_breached: boolean;
  is_ever_breached: boolean;
  is_exact: boolean;
  team: string | null;
  priority: number | null;
  calendar: string;
}

/** The tables that the pass reads, in memory, as the build makes them. */
export async function openWorld(): Promise<{ database: Database; connection: Connection }> {
  const database = await openDatabase(':memory:', { threads: 2 });
  const connection = await database.connect();
  await connection.run("ATTACH ':memory:' AS staging");
  for (const schema of ['fact', 'dim', 'mart']) await connection.run(`CREATE SCHEMA ${schema}`);
  return { database, connection };
}

const values = (rows: string[][]): string => rows.map((row) => `(${row.join(', ')})`).join(', ');
const quoted = (text: string | undefined): string => (text === undefined ? 'NULL' : `'${text.replaceAll("'", "''")}'`);
const instant = (seconds: number | undefined): string => (seconds === undefined ? 'NULL' : `to_timestamp(${seconds})`);

/** Replaces all records of the world. */
export async function fillWorld(connection: Connection, records: readonly WorldRecord[]): Promise<void> {
  await connection.run(
    'CREATE OR REPLACE TABLE staging.record (record_key BIGINT, record_type VARCHAR, record_id VARCHAR, has_history BOOLEAN)'
  );
  await connection.run(`CREATE OR REPLACE TABLE staging.stretch (record_key BIGINT, interval_number BIGINT, from_at TIMESTAMPTZ, to_at TIMESTAMPTZ, state VARCHAR,
    state_before VARCHAR, is_last BOOLEAN, team VARCHAR, priority BIGINT)`);
  const keyOf = ({ type = 'incident' }: WorldRecord, index: number) => recordTypes.indexOf(type) * 2 ** 40 + index + 1;
  const keyed = records.map((record, index) => ({ ...record, key: keyOf(record, index) }));
  await connection.run(
    `INSERT INTO staging.record VALUES ${values(keyed.map(({ key, type = 'incident', id, hasHistory = true }) => [String(key), quoted(type), quoted(id), String(hasHistory)]))}`
  );
  const stretches = keyed.flatMap(({ key, course }) =>
    course.map(({ at, state, team, priority }, index) => {
      const next = course[index + 1];
      const before = course[index - 1];
      return [
        String(key),
        String(index + 1),
        instant(at),
        instant(next?.at),
        quoted(state),
        quoted(before?.state),
        String(!next),
        quoted(team),
        String(priority ?? 'NULL')
      ];
    })
  );
  await connection.run(`INSERT INTO staging.stretch VALUES ${values(stretches)}`);
  for (const type of new Set(records.map(({ type = 'incident' }) => type)))
    await fillFact(
      connection,
      type,
      records.filter((record) => (record.type ?? 'incident') === type)
    );
}

async function fillFact(connection: Connection, type: RecordType, records: readonly WorldRecord[]): Promise<void> {
  const columns = contract[type];
  await connection.run(
    `CREATE OR REPLACE TABLE fact.${type} (${columns.map(({ name, type: kind }) => `${name} ${columnTypes[kind]}`).join(', ')}, opened_date DATE)`
  );
  if (records.length === 0) return;
  const rows = records.map(({ id, course, fields = {} }) => {
    const all: Record<string, string | number | undefined> = { record_id: id, opened_at: course[0]!.at, ...fields };
    return [...columns.map(({ name, type: kind }) => cell(all[name], kind)), `to_timestamp(${course[0]!.at})::DATE`];
  });
  await connection.run(`INSERT INTO fact.${type} VALUES ${values(rows)}`);
}

function cell(value: string | number | undefined, kind: string): string {
  if (value === undefined) return 'NULL';
  if (kind === 'instant') return instant(Number(value));
  return typeof value === 'number' ? String(value) : quoted(value);
}

export async function passOver(
  connection: Connection,
  definitions: Definitions,
  asOf: number,
  zone = 'UTC',
  changed?: string
): Promise<ClockRow[]> {
  await runPass({ connection, definitions, zone, asOf, changed, onProgress: () => undefined });
  return readClocks(connection);
}

export const readClocks = (connection: Connection): Promise<ClockRow[]> =>
  connection.all<
    ClockRow & Record<string, never>
  >(`SELECT record_id, target::VARCHAR AS target, cycle, epoch(started_at)::BIGINT AS started, epoch(stopped_at)::BIGINT AS stopped,
    goal_seconds AS goal, epoch(due_at)::BIGINT AS due, epoch(breached_at)::BIGINT AS breached, elapsed_business_seconds AS elapsed, elapsed_actual_seconds AS actual,
    paused_seconds AS paused, remaining_seconds AS remaining, stage::VARCHAR AS stage, is_completed, is_breached, is_ever_breached, is_exact, team, priority, calendar::VARCHAR AS calendar
    FROM fact.clock ORDER BY record_id, target, cycle`);
