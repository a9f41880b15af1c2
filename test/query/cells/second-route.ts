import type { Connection } from '#warehouse/connection.ts';
import { catalogue } from '#warehouse/metrics/catalogue.ts';
import type { SourceName } from '#warehouse/metrics/measure.ts';
import { localColumns } from '#warehouse/metrics/source.ts';
import type { Answer } from '#warehouse/query/answer.ts';
import type { CellPlace } from '#warehouse/query/cell.ts';
import type { Span } from '#warehouse/query/period.ts';
import type { Filter, Grain, Query } from '#warehouse/query/query.ts';
import type { Reader } from '#warehouse/query/reader.ts';
import { figure, share } from './readd.ts';
import { secondDefinitions, type Around, type Raw } from './second-definitions.ts';

/** All fact rows of a build in memory, and what definitions look up. */
export interface Facts extends Around {
  tables: ReadonlyMap<string, readonly Raw[]>;
  fiscalStart: number;
  localHour(at: Date): number;
  /** The same in another zone; absent means the reporting zone. */
  inZone(zone: string | undefined): Facts;
}

/** Reads every fact table whole: the only statement is `SELECT *`. */
export async function readAllFacts(connection: Connection, { build }: Reader): Promise<Facts> {
  const rowsOf = async (table: string): Promise<Raw[]> =>
    build.columns.has(`fact.${table}`) ? (await connection.all(`SELECT * FROM fact.${table}`)).map(plain) : [];
  const names = ['incident', 'request', 'problem', 'change', 'event', 'access_grant', 'contact', 'survey'];
  const tables = new Map<string, Raw[]>();
  for (const name of names) tables.set(name, await rowsOf(name));
  const zonedIn = remembered((zone: string) =>
    remembered((at: number) => Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(zone))
  );
  const zoned = zonedIn(build.zone);
  const whenBreached = ({ breached_at: at }: Raw): Raw => {
    const local = at instanceof Date ? zoned(at.getTime()) : undefined;
    return { breach_hour: local?.hour ?? null, breach_weekday: local?.dayOfWeek ?? null };
  };
  const members = await rowsOf('family_member');
  const families = new Map(members.map((row) => [`${String(row.record_type)} ${String(row.record_id)}`, row.family_id]));
  const familyOf = (type: unknown, row: Raw): Raw => ({
    ...row,
    family_id: families.get(`${String(type)} ${String(row.record_id)}`) ?? null
  });
  tables.set(
    'incident',
    tables.get('incident')!.map((row) => familyOf('incident', row))
  );
  const clocks = (await rowsOf('clock')).map((row) => ({ ...familyOf(row.record_type, row), ...whenBreached(row) }));
  tables.set('clock', clocks);
  const byId = new Map(clocks.map((row) => [row.clock_id, row]));
  tables.set(
    'segment',
    (await rowsOf('segment')).map((row) => ({ ...byId.get(row.clock_id), ...row }))
  );
  const covered = new Set(clocks.map((row) => `${String(row.record_type)} ${String(row.record_id)}`));
  const inZone = (zone = build.zone): Facts => ({
    tables,
    asOf: build.asOf,
    fiscalStart: build.fiscalYearStart ?? 1,
    local: (at) => (at instanceof Date ? zonedIn(zone)(at.getTime()).toPlainDate().toString() : null),
    localHour: (at) => zonedIn(zone)(at.getTime()).hour,
    hasClock: (type, id) => covered.has(`${type} ${String(id)}`),
    hasFamily: (id) => families.has(`incident ${String(id)}`),
    inZone
  });
  return inZone();
}

const plain = (row: Record<string, unknown>): Raw =>
  Object.fromEntries(Object.entries(row).map(([name, value]) => [name, typeof value === 'bigint' ? Number(value) : value]));

function remembered<Key, T>(make: (key: Key) => T): (key: Key) => T {
  const known = new Map<Key, T>();
  return (key) => {
    const found = known.get(key) ?? make(key);
    known.set(key, found);
    return found;
  };
}

/** Rows hold hours and weekdays of the reporting zone alone, so a question of another zone that slices by them has none. */
export function hasSecondDefinition(measure: string, { zone, dimensions = [], filters = [] }: Query): boolean {
  const definition = secondDefinitions.get(measure);
  const sliced = [...dimensions, ...filters.map(({ field }) => field)];
  const isLocal = (field: string): boolean => localColumns.has(columnOf(field, definition!.table as SourceName));
  return definition !== undefined && !(zone && sliced.some(isLocal));
}

/** A cell computed from raw rows by the second definition of its measure. @param frame of the answer, for its resolved dates */
export function secondValue(whole: Facts, query: Query, measure: string, cell: CellPlace, { period, rows: told }: Answer): number | null {
  const { table, how, at, among, counts, value } = secondDefinitions.get(measure)!;
  const facts = whole.inZone(query.zone);
  const inTime = timeOf(facts, query, cell, period, at);
  const leaders = new Set(told.filter(({ other, total }) => !other && !total).map((row) => text(row[query.top?.dimension ?? ''])));
  const inPlace = placeOf(query, cell, table as SourceName, leaders);
  const rows = facts.tables.get(table)!.filter((row) => inTime(row) && inPlace(row) && (among?.(row, facts) ?? true));
  if (how === 'count') return rows.length;
  if (how === 'ratio') return share(rows.filter((row) => counts!(row, facts)).length, rows.length);
  return figure(
    how,
    rows.map((row) => value!(row, facts)).filter((one) => one !== null)
  );
}

/** What was given up was never resolved, whenever the tool says that it ended. */
function timeOf(facts: Facts, { grain }: Query, cell: CellPlace, period: Span & { compare?: Span }, at: string | undefined) {
  if (at === undefined) return () => true;
  const span = cell.compare ? period.compare! : period;
  const first = (date: string): number => numberOf(grain!, date, 0, facts.fiscalStart);
  const wanted =
    cell.period === undefined
      ? undefined
      : numberOf(grain!, cell.period, Number(cell.period.slice(11, 13)), facts.fiscalStart) - first(period.from);
  return (row: Raw): boolean => {
    const date = at === 'resolved_at' && row.state === 'cancelled' ? null : facts.local(row[at]);
    if (date === null || date < span.from || date >= span.to) return false;
    if (wanted === undefined) return true;
    return numberOf(grain!, date, facts.localHour(row[at] as Date), facts.fiscalStart) - first(span.from) === wanted;
  };
}

/** The how manieth bucket a local date falls into, counted from some fixed one. */
function numberOf(grain: Grain, date: string, hour: number, fiscalStart: number): number {
  const [year, month, day] = date.slice(0, 10).split('-').map(Number) as [number, number, number];
  const days = Date.UTC(year, month - 1, day) / 86_400_000;
  const months = year * 12 + month - 1;
  switch (grain) {
    case 'hour':
      return days * 24 + hour;
    case 'day':
      return days;
    case 'week':
      return Math.floor((days + 3) / 7);
    case 'month':
      return months;
    case 'quarter':
      return Math.floor(months / 3);
    case 'year':
      return year;
    case 'fiscal_quarter':
      return Math.floor((months - fiscalStart + 1) / 3);
    case 'fiscal_year':
      return Math.floor((months - fiscalStart + 1) / 12);
  }
}

/** @param leaders members that a row of the others leaves out, as text; the empty text where there is none */
function placeOf(query: Query, cell: CellPlace, source: SourceName, leaders: ReadonlySet<string>): (row: Raw) => boolean {
  const conditions: ((row: Raw) => boolean)[] = (query.filters ?? []).map((filter) => {
    const column = columnOf(filter.field, source);
    return (row) => holds(filter, plainCell(row[column]));
  });
  for (const [field, member] of Object.entries(cell.dimensions ?? {})) {
    const column = columnOf(field, source);
    if (cell.other && field === query.top!.dimension) continue;
    conditions.push((row) => {
      const value = plainCell(row[column]);
      return value === null || member === null ? value === member : String(value) === String(member);
    });
  }
  if (cell.other) {
    const column = columnOf(query.top!.dimension, source);
    conditions.push((row) => !leaders.has(text(plainCell(row[column]))));
  }
  return (row) => conditions.every((condition) => condition(row));
}

const text = (member: unknown): string => (member === null || member === undefined ? '' : String(member));
const columnOf = (field: string, source: SourceName): string => catalogue.dimensions.get(field)!.columns[source]!;
const plainCell = (value: unknown): string | number | boolean | null =>
  value === undefined || value === null
    ? null
    : value instanceof Date
      ? value.toISOString().slice(0, 10)
      : (value as string | number | boolean);

/** Whether a value fulfils a filter; one that is missing fulfils `null` and every negated condition. */
function holds(filter: Filter, value: string | number | boolean | null): boolean {
  if (!('values' in filter)) return (value === null) === (filter.op === 'null');
  const negated = filter.op.startsWith('not_');
  if (value === null) return negated;
  const text = String(value).toLowerCase();
  const [first, second] = filter.values;
  const isOne = filter.values.some((wanted) => String(wanted) === String(value));
  const results = {
    in: () => isOne,
    contains: () => text.includes(String(first).toLowerCase()),
    starts_with: () => text.startsWith(String(first).toLowerCase()),
    between: () => value >= first! && value <= second!,
    at_least: () => value >= first!,
    at_most: () => value <= first!
  };
  const result = results[filter.op.replace(/^not_/, '') as keyof typeof results]();
  return negated ? !result : result;
}
