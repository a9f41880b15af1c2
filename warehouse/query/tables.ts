import { identifier, type Connection, type Value } from '../connection.ts';
import { datum, type Datum } from './answer.ts';
import { Binder } from './binder.ts';
import type { BuildFacts } from './build.ts';
import { unknownName } from './error.ts';
import type { ExportSource } from './export/source.ts';
import type { Patience } from './patience.ts';
import type { Sort } from './query.ts';
import type { Reader } from './reader.ts';
import { pageSql, unitOf, whole, type RecordList } from './records.ts';

/** A table that may be read as it is: what it is made of, and its natural order. */
interface ReadableTable {
  from: string;
  order: string;
  /** What one row is, in words. */
  grain: string;
}

const problems = `fact.problem LEFT JOIN (SELECT problem_id AS record_id, count(*) AS incident_count FROM fact.incident WHERE problem_id IS NOT NULL GROUP BY ALL)
  USING (record_id) SELECT * REPLACE (coalesce(incident_count, 0) AS incident_count)`;

/** The finished weeks of each tested family in one text, oldest first, beside what its history lets expect. */
const weekly = `(SELECT family_id, string_agg(CAST(record_count AS VARCHAR), ' ' ORDER BY week) AS weekly, max(week) AS last_week,
  any_value(expected) AS usual, any_value(upper) AS usual_most FROM mart.family_week GROUP BY family_id) USING (family_id)`;

/** Families whose linked problem was resolved: incidents of the 90 days before that local date, and of the 90 after. */
const recurrences = `(FROM mart.family AS f JOIN fact.problem AS p ON p.record_id IN (f.closed_problem_id, f.known_error_id)
  JOIN fact.family_member AS m USING (family_id) JOIN fact.incident AS i ON i.record_id = m.record_id
  SELECT f.family_id, f.label, p.record_id AS problem_id, p.is_known_error, p.resolved_date,
    count(*) FILTER (i.opened_date >= p.resolved_date - 90 AND i.opened_date < p.resolved_date) AS before_count,
    count(*) FILTER (i.opened_date > p.resolved_date AND i.opened_date <= p.resolved_date + 90) AS after_count,
    least(90, CAST((SELECT data_to FROM meta.build) - p.resolved_date AS INTEGER)) AS after_days, max(i.opened_at) AS last_at
  WHERE p.resolved_date IS NOT NULL GROUP BY ALL)`;

/** Changes on an item or a service that a family has incidents on, by the local date their work started. */
const familyChanges = `(FROM fact.change AS c JOIN (
    SELECT DISTINCT m.family_id, i.configuration_item, i.service FROM fact.family_member AS m JOIN fact.incident AS i USING (record_id)
  ) AS place ON c.configuration_item = place.configuration_item OR c.service = place.service
  SELECT place.family_id, c.record_id, c.title, c.change_type, c.outcome, c.service, c.configuration_item,
    CAST(timezone((SELECT zone FROM meta.build), coalesce(c.started_at, c.planned_start_at, c.opened_at)) AS DATE) AS start_date,
    bool_or(coalesce(c.configuration_item = place.configuration_item, FALSE)) AS is_same_item
  GROUP BY ALL)`;

/** Every table that pages may show and export besides records of cells. Nothing else can be named. */
export const readableTables = {
  candidates: {
    from: `(FROM mart.candidate JOIN mart.family USING (family_id) LEFT JOIN ${weekly})`,
    order: 'rank',
    grain: 'candidate'
  },
  families: { from: `(FROM mart.family LEFT JOIN ${weekly})`, order: 'member_count DESC, family_id', grain: 'family of incidents' },
  family_members: { from: 'fact.family_member', order: 'family_id, record_id', grain: 'record of a family' },
  family_weeks: { from: 'mart.family_week', order: 'family_id, week', grain: 'week of a family' },
  family_signals: { from: 'mart.family_signal', order: 'family_id, p_value, kind, days', grain: 'test of a family' },
  family_changes: { from: familyChanges, order: 'family_id, start_date DESC, record_id', grain: 'change near a family' },
  recurrences: { from: recurrences, order: 'resolved_date DESC, family_id, problem_id', grain: 'family after its problem' },
  problems: { from: `(FROM ${problems})`, order: 'opened_at DESC, record_id', grain: 'problem' },
  problems_open: { from: `(FROM ${problems} WHERE is_open)`, order: 'opened_at, record_id', grain: 'open problem' },
  known_errors: { from: `(FROM ${problems} WHERE is_known_error)`, order: 'opened_at DESC, record_id', grain: 'known error' },
  clocks: { from: 'fact.clock', order: 'started_at DESC, clock_id', grain: 'clock' },
  open_clocks: {
    from: "(SELECT * FROM fact.clock WHERE stopped_at IS NULL AND stage <> 'cancelled')",
    order: 'remaining_seconds, clock_id',
    grain: 'open clock'
  },
  segments: { from: 'fact.segment', order: 'clock_id, segment_number', grain: 'stretch of a clock' },
  uncovered: { from: 'fact.uncovered', order: 'record_id', grain: 'record without a goal' },
  service_levels_source: { from: 'fact.service_level_source', order: 'record_id', grain: "clock by the source tool's own account" },
  service_levels_compared: {
    from: 'mart.service_level_reconciliation',
    order: 'agrees, started_at DESC, record_id, target_id, cycle, sla_id',
    grain: "clock, ours and the source tool's side by side"
  },
  service_levels_reconciled: {
    from: 'mart.service_level_reconciled',
    order: 'clock_count DESC, target_id, source_target, cause, verdict, verdict_source',
    grain: 'target, pair of verdicts and cause'
  },
  loads: { from: 'meta.load', order: 'known_at DESC, load_id DESC', grain: 'delivery' },
  rejections: { from: 'meta.rejection', order: 'load_id DESC, line', grain: 'rejected row' },
  checks: { from: 'meta.check_result', order: 'severity, check_name', grain: 'check' },
  models: { from: 'meta.model', order: 'name', grain: 'table of the warehouse' },
  build: { from: 'meta.build', order: 'build_id', grain: 'build' },
  calendars: { from: 'dim.calendar', order: 'calendar, version', grain: 'calendar' },
  calendar_hours: {
    from: 'dim.calendar_hours',
    order: 'calendar, version, weekday, from_seconds',
    grain: 'window of the week of a calendar'
  },
  calendar_days: { from: 'dim.calendar_day', order: 'calendar, version, day, kind', grain: 'day unlike the week of a calendar' },
  targets: { from: 'dim.target', order: 'agreement, target_id', grain: 'target' },
  target_rules: { from: 'dim.target_rule', order: 'target_id, position', grain: 'rule of a target' },
  goals: { from: 'dim.goal', order: 'target_id, priority', grain: 'goal of a target' },
  members: { from: 'dim.member', order: 'dimension, record_count DESC, member', grain: 'value of a dimension' },
  history: { from: 'fact.history', order: 'record_type, record_id, interval_number', grain: 'stretch of a record' }
} as const satisfies Record<string, ReadableTable>;
export type TableName = keyof typeof readableTables;
export const tableNames = Object.keys(readableTables) as TableName[];

export interface TableRequest {
  /** Column → the value it must have; null means none. */
  where?: Readonly<Record<string, string | number | boolean | null>>;
  /** Text that some text column must contain. */
  search?: string;
  sort?: readonly Sort[];
  limit?: number;
  offset?: number;
}

/** A name from outside as one of the tables. @throws QueryError with the nearest */
export function tableName(name: string): TableName {
  if (Object.hasOwn(readableTables, name)) return name as TableName;
  throw unknownName('table', 'table', name, Object.keys(readableTables));
}

/**
 * Reads one of the tables a page at a time.
 * @throws QueryError when a column is not in it, or the build does not have the table
 */
export async function table(reader: Reader, name: TableName, request: TableRequest = {}, patience?: Patience): Promise<RecordList> {
  const { limit = 100, offset = 0 } = request;
  const keyOf = (build: BuildFacts): string => `${build.buildId} table ${name} ${JSON.stringify(request)}`;
  const known = reader.cache.get<RecordList>(keyOf(reader.build));
  if (known) return known;
  return reader.use(async (connection, build) => {
    const { sql, order, values, columns } = await planTable(connection, build, name, request);
    const page = `LIMIT ${whole(limit, 'limit')} OFFSET ${whole(offset, 'offset')}`;
    const rows = await connection.all(`SELECT * FROM (${sql}) ORDER BY ${order} ${page}`, values);
    const isEnd = rows.length < limit && (rows.length > 0 || offset === 0);
    const counted = isEnd ? undefined : await connection.one<{ total: number }>(`SELECT count(*) AS total FROM (${sql})`, values);
    const list: RecordList = {
      columns,
      rows: rows.map((row) => Object.fromEntries(columns.map((column) => [column.name, shown(row[column.name] ?? null, column.unit)]))),
      total: counted?.total ?? offset + rows.length,
      grain: readableTables[name].grain
    };
    reader.cache.set(keyOf(build), list, rows.length * columns.length * 32 + 1000);
    return list;
  }, patience);
}

/**
 * The same rows as something that can be exported: all of them, or as many as `limit` says.
 * @throws QueryError when the build does not have the table; for an unknown column with the first byte
 */
export function tableSource(reader: Reader, name: TableName, request: TableRequest = {}): ExportSource {
  requireTable(name, reader.build);
  const { where = {}, search, sort = [], limit, offset } = request;
  const params = new URLSearchParams(
    Object.entries(where).map(([column, value]) => [`where.${column}`, value === null ? '' : String(value)])
  );
  if (search) params.set('search', search);
  for (const { by, descending } of sort) params.append('order', descending ? `-${by}` : by);
  if (limit !== undefined) params.set('limit', String(limit));
  if (offset !== undefined) params.set('offset', String(offset));
  const conditions = Object.entries(where).map(([column, value]) => `${column} is ${value === null ? 'none' : String(value)}`);
  return {
    name,
    async statement(build, connection) {
      const { sql, order, values } = await planTable(connection, build, name, request);
      return { sql: `SELECT * FROM (${sql}) ORDER BY ${order}${pageSql(request)}`, values };
    },
    question: () => ({
      words: [`Table ${name}`, ...conditions, ...(search ? [`some text contains ${search}`] : [])].join('; '),
      address: `/api/table/${name}${params.size > 0 ? `?${params}` : ''}`,
      definitions: [],
      grain: readableTables[name].grain
    })
  };
}

interface TablePlan {
  sql: string;
  order: string;
  values: Value[];
  columns: RecordList['columns'];
}

async function planTable(connection: Connection, build: BuildFacts, name: TableName, request: TableRequest): Promise<TablePlan> {
  requireTable(name, build);
  const source = whole64(readableTables[name].from, build.columns.get(baseOf(name)));
  const described = await describe(connection, `SELECT * FROM ${source}`);
  const names = described.map((column) => column.name);
  const binder = new Binder();
  const known = (field: string, column: string): string => {
    if (!names.includes(column)) throw unknownName(field, `column in ${name}`, column, names);
    return identifier(column);
  };
  const equal = Object.entries(request.where ?? {}).map(([column, value]) =>
    value === null ? `${known('where', column)} IS NULL` : `CAST(${known('where', column)} AS VARCHAR) = ${binder.bind(String(value))}`
  );
  const search = request.search
    ? [
        `contains(lower(concat_ws(' ', ${names.map((column) => `CAST(${identifier(column)} AS VARCHAR)`).join(', ')})), lower(${binder.bind(request.search)}))`
      ]
    : [];
  const where = [...equal, ...search];
  const asked = (request.sort ?? []).map(({ by, descending }) => `${known('sort', by)} ${descending ? 'DESC' : 'ASC'} NULLS LAST`);
  return {
    sql: `SELECT * FROM ${source}${where.length ? ` WHERE ${where.join(' AND ')}` : ''}`,
    order: [...asked, readableTables[name].order].join(', '),
    values: binder.values,
    columns: described.map((column) => ({ name: column.name, unit: unitOf(column.type) }))
  };
}

/** Numbers of clocks are of 64 bits, more than a number of JSON can carry. */
const whole64 = (from: string, columns: ReadonlySet<string> | undefined): string =>
  columns?.has('clock_id') ? `(SELECT * REPLACE (CAST(clock_id AS VARCHAR) AS clock_id) FROM ${from})` : from;

async function describe(connection: Connection, sql: string): Promise<{ name: string; type: string }[]> {
  const rows = await connection.all<{ column_name: string; column_type: string }>(`DESCRIBE ${sql}`);
  return rows.map(({ column_name: name, column_type: type }) => ({ name, type }));
}

/** `schema.table` that a readable table is made of. */
const baseOf = (name: TableName): string => /(?:FROM )?([a-z]+\.[a-z_]+)/.exec(readableTables[name].from)![1]!;

function requireTable(name: TableName, build: BuildFacts): void {
  if (!build.columns.has(baseOf(name))) throw unknownName('table', 'table in this build', name, available(build));
}

/** Tables that this build has. */
export const available = (build: BuildFacts): TableName[] =>
  (Object.keys(readableTables) as TableName[]).filter((name) => build.columns.has(baseOf(name)));

const shown = (cell: Parameters<typeof datum>[0], unit: string): Datum => datum(cell, unit === 'date' ? 10 : undefined);
