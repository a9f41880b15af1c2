import { openDatabase, type Connection, type Database } from '#warehouse/connection.ts';
import { columnTypes, contract, recordTypes, type RecordType, type State } from '#warehouse/contract.ts';
import type { Definitions } from '#warehouse/service-levels/definitions.ts';
import { runPass } from '#warehouse/service-levels/pass.ts';

/** Columns whose values a course tells as they were then. */
export const courseKeys = [
  'state',
  'state_source',
  'team',
  'priority',
  'assignee',
  'impact',
  'urgency',
  'category',
  'service',
  'configuration_item',
  'supplier'
] as const;
type CourseKey = (typeof courseKeys)[number];
/** Those of which only the second of a change is told, not its place among the stretches of that second. */
export const toldToTheSecond = ['impact', 'urgency', 'category', 'service', 'configuration_item', 'supplier'] as const;

/** A row of a record's course; it lasts until the next begins, the last one until the data instant. */
export interface CourseRow {
  at: number;
  state: State;
  state_source?: string;
  team?: string;
  priority?: number;
  assignee?: string;
  impact?: number;
  urgency?: number;
  category?: string;
  service?: string;
  configuration_item?: string;
  supplier?: string;
  /** A public reply by an agent at this instant. */
  replied?: boolean;
  /** Something said at this instant that is no such reply. */
  noted?: 'private' | 'automatic' | 'caller';
  /** The source has a row of its own here even where nothing changed. */
  isTold?: boolean;
}

export interface WorldRecord {
  type?: RecordType;
  id: string;
  course: CourseRow[];
  hasHistory?: boolean;
  /** Contract columns of the newest version that the course does not tell; instants as epoch seconds. */
  fields?: Record<string, string | number | boolean>;
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
  elapsed_least: number | null;
  elapsed_most: number | null;
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
  const keyed = records.map((record, index) => {
    const type = record.type ?? 'incident';
    return { ...record, type, key: recordTypes.indexOf(type) * 2 ** 40 + index + 1 };
  });
  await fillTable(
    connection,
    'staging.record',
    'record_key BIGINT, record_type VARCHAR, record_id VARCHAR, has_history BOOLEAN',
    keyed.map(({ key, type, id, hasHistory = true }) => [String(key), quoted(type), quoted(id), String(hasHistory)])
  );
  await fillTable(
    connection,
    'staging.stretch',
    `record_key BIGINT, interval_number BIGINT, from_at TIMESTAMPTZ, to_at TIMESTAMPTZ, state VARCHAR, state_before VARCHAR, is_last BOOLEAN, team VARCHAR,
      priority BIGINT, state_source VARCHAR, assignee VARCHAR, source VARCHAR, cause_sequence BIGINT`,
    keyed.flatMap(stretchRows)
  );
  await fillTable(
    connection,
    'fact.field_change',
    'record_type VARCHAR, record_id VARCHAR, field VARCHAR, changed_at TIMESTAMPTZ, value VARCHAR, sequence BIGINT',
    keyed.flatMap(changeRows)
  );
  await fillTable(
    connection,
    'fact.reply',
    `record_type VARCHAR, record_id VARCHAR, replied_at TIMESTAMPTZ, author VARCHAR, role VARCHAR, is_public BOOLEAN, is_automatic BOOLEAN,
      is_by_agent BOOLEAN`,
    keyed.flatMap(replyRows)
  );
  for (const type of new Set(keyed.map((record) => record.type)))
    await fillFact(
      connection,
      type,
      keyed.filter((record) => record.type === type)
    );
}

async function fillTable(connection: Connection, name: string, columns: string, rows: string[][]): Promise<void> {
  await connection.run(`CREATE OR REPLACE TABLE ${name} (${columns})`);
  for (let at = 0; at < rows.length; at += 1000) await connection.run(`INSERT INTO ${name} VALUES ${values(rows.slice(at, at + 1000))}`);
}

type Keyed = WorldRecord & { type: RecordType; key: number };
const stretchKeys = ['state', 'state_source', 'team', 'priority', 'assignee'] as const;

/** Rows of the course; one that is alone in its second and differs only in columns told elsewhere is no stretch of its own. */
function stretchRows({ key, course }: Keyed): string[][] {
  const isOwn = (row: CourseRow, index: number): boolean =>
    index === 0 ||
    row.isTold === true ||
    course[index - 1]!.at === row.at ||
    course[index + 1]?.at === row.at ||
    stretchKeys.some((column) => row[column] !== course[index - 1]![column]);
  const rows = course.filter(isOwn);
  return rows.map((row, index) => [
    String(key),
    String(index + 1),
    instant(row.at),
    instant(rows[index + 1]?.at),
    quoted(row.state),
    quoted(rows[index - 1]?.state),
    String(index === rows.length - 1),
    quoted(row.team),
    String(row.priority ?? 'NULL'),
    quoted(row.state_source),
    quoted(row.assignee),
    quoted('update'),
    String(index + 1)
  ]);
}

/** Values of the columns that ever had more than one. */
function changeRows({ type, id, course }: Keyed): string[][] {
  return toldToTheSecond.flatMap((field) => {
    const changes = course.flatMap((row, index) =>
      index === 0 || row[field] !== course[index - 1]![field] ? [{ at: row.at, value: row[field], index }] : []
    );
    if (changes.length < 2) return [];
    return changes.map(({ at, value, index }) => [
      quoted(type),
      quoted(id),
      quoted(field),
      instant(at),
      quoted(value === undefined ? undefined : String(value)),
      String(index + 1)
    ]);
  });
}

function replyRows({ type, id, course }: Keyed): string[][] {
  const row = (at: number, role: string, isPublic: boolean, isAutomatic: boolean, isByAgent: boolean): string[] => [
    quoted(type),
    quoted(id),
    instant(at),
    quoted(`the ${role}`),
    quoted(role),
    ...[isPublic, isAutomatic, isByAgent].map(String)
  ];
  return course.flatMap(({ at, replied, noted }) => [
    ...(replied ? [row(at, 'agent', true, false, true)] : []),
    ...(noted === 'private' ? [row(at, 'agent', false, false, true)] : []),
    ...(noted === 'automatic' ? [row(at, 'agent', true, true, true)] : []),
    ...(noted === 'caller' ? [row(at, 'caller', true, false, false)] : [])
  ]);
}

async function fillFact(connection: Connection, type: RecordType, records: readonly WorldRecord[]): Promise<void> {
  const columns = contract[type];
  const shape = `${columns.map(({ name, type: kind }) => `${name} ${columnTypes[kind]}`).join(', ')}, opened_date DATE`;
  const rows = records.map(({ id, course, fields = {} }) => {
    const last = course.at(-1)!;
    const newest = Object.fromEntries(courseKeys.map((column: CourseKey) => [column, last[column]]));
    const all: Record<string, string | number | boolean | undefined> = { record_id: id, opened_at: course[0]!.at, ...newest, ...fields };
    return [...columns.map(({ name, type: kind }) => cell(all[name], kind)), `to_timestamp(${course[0]!.at})::DATE`];
  });
  await fillTable(connection, `fact.${type}`, shape, rows);
}

function cell(value: string | number | boolean | undefined, kind: string): string {
  if (value === undefined) return 'NULL';
  if (kind === 'instant') return instant(Number(value));
  return typeof value === 'string' ? quoted(value) : String(value);
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
    paused_seconds AS paused, remaining_seconds AS remaining, stage::VARCHAR AS stage, is_completed, is_breached, is_ever_breached, is_exact, team, priority, calendar::VARCHAR AS calendar,
    elapsed_least_seconds AS elapsed_least, elapsed_most_seconds AS elapsed_most FROM fact.clock ORDER BY record_id, target, cycle`);
