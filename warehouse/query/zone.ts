import { literal } from '../connection.ts';
import { localTimeSql } from '../local-time.ts';
import type { RowAggregate, SourceName } from '../metrics/measure.ts';
import { joinedColumns, localColumns, relationOf, sources } from '../metrics/source.ts';
import type { BuildFacts } from './build.ts';
import { QueryError } from './error.ts';
import { openStates, openStretches, turns, turnKinds } from './turns.ts';

/** The zone of a question as IANA writes it; absent means the reporting zone. @throws QueryError for a zone that nobody knows */
export function zoneOf(asked: string | undefined, build: Pick<BuildFacts, 'zone'>): string {
  if (asked === undefined) return build.zone;
  try {
    const { timeZone } = new Intl.DateTimeFormat('en', { timeZone: asked }).resolvedOptions();
    if (/^[A-Za-z]/.test(timeZone)) return asked.toLowerCase() === build.zone.toLowerCase() ? build.zone : timeZone;
  } catch {
    // An unknown zone, like an offset, is refused below.
  }
  throw new QueryError('zone', asked, `${asked} is no IANA time zone; write one such as Europe/Berlin, Asia/Tokyo or UTC`);
}

/** The build as a question about another zone sees it: its instants are the same, its days are not. */
export function inZone(zone: string, build: BuildFacts): BuildFacts {
  if (zone === build.zone) return build;
  const first = Temporal.PlainDate.from(build.dataFrom).toZonedDateTime(build.zone);
  return { ...build, zone, dataFrom: first.withTimeZone(zone).toPlainDate().toString() };
}

/**
 * The relation of a measure with its local dates, hours and weekdays in a zone.
 * @param columns what the question slices by
 * @throws QueryError when the source keeps days only and not the instants they are made of
 */
export function relationIn(zone: string, aggregate: RowAggregate, columns: readonly string[], build: BuildFacts): string {
  const { source, date } = aggregate;
  const relation = relationOf(source, columns);
  if (zone === build.zone) return replaced(relation, source, computedOf(source, columns), zone, build);
  if (source === 'backlog' || source === 'flow') return countedAgain(source, recordTypeOf(aggregate), zone, build);
  const local = localsOf(source, columns, build);
  if (date !== 'as_of' && !local.includes(date)) {
    throw new QueryError('zone', zone, `${date} of ${source} is kept as a day of ${build.zone}, without the instant; leave zone out`);
  }
  return replaced(relation, source, local, zone, build);
}

function replaced(relation: string, source: SourceName, local: readonly string[], zone: string, build: BuildFacts): string {
  if (local.length === 0) return relation;
  const made = local.map((column) => `${localSql(column, zone, build)} AS ${column}`);
  return `(SELECT * REPLACE (${made.join(', ')}) FROM ${relation}) AS ${source}`;
}

/** Local columns that no table keeps. Made by offsets, since the engine would look the zone up for every row. */
const computedOf = (source: SourceName, columns: readonly string[]): string[] =>
  (sources[source].wider ?? []).flatMap((one) => one.columns).filter((column) => localColumns.has(column) && columns.includes(column));

/** Local columns of a relation whose instants it has as well. */
function localsOf(source: SourceName, columns: readonly string[], build: BuildFacts): string[] {
  const { table, wider = [] } = sources[source];
  const own = build.columns.get(table);
  const has = (column: string): boolean => Boolean(own?.has(column) || joinedColumns[source]?.includes(column));
  const asked = wider.flatMap((one) => (one.columns.some((column) => columns.includes(column)) ? one.columns : []));
  return [...localColumns]
    .filter(
      ([column, { instant }]) =>
        (source === 'segment' ? joinedColumns.segment!.includes(column) : has(column) || asked.includes(column)) && has(instant)
    )
    .map(([column]) => column);
}

/** A day that its table leaves empty though the instant is told stays empty: what was cancelled was never resolved, in no zone. */
function localSql(column: string, zone: string, build: BuildFacts): string {
  const { instant, part } = localColumns.get(column)!;
  const local = localTime(zone, instant, build);
  if (part === 'date') return `CASE WHEN ${column} IS NOT NULL THEN CAST(${local} AS DATE) END`;
  return `CAST(${part === 'hour' ? 'hour' : 'isodow'}(${local}) AS TINYINT)`;
}

const localTime = (zone: string, instant: string, { dataFrom, asOf }: BuildFacts): string =>
  localTimeSql(zone, `${dataFrom}T00:00:00Z`, new Date(asOf.getTime() + 86_400_000).toISOString(), instant);

/** Levels and flows are kept by days of the reporting zone, so another zone counts them again from the history. */
function countedAgain(source: 'backlog' | 'flow', type: string, zone: string, build: BuildFacts): string {
  const day = (instant: string): string => `CAST(${localTime(zone, instant, build)} AS DATE)`;
  if (source === 'flow') {
    const kinds = turnKinds.map((kind) => `CAST(kind = '${kind}' AS INTEGER) AS ${kind}`).join(', ');
    return `(SELECT ${day('"at"')} AS date, record_type, team, priority, service, ${kinds}, delta AS net FROM ${turns(type)}) AS flow`;
  }
  const levels = openStates.map((state) => `CAST(state = '${state}' AS INTEGER) AS backlog_${state}`).join(', ');
  const last = `CAST(timezone(${literal(zone)}, CAST('${build.asOf.toISOString()}' AS TIMESTAMPTZ)) AS DATE)`;
  return `(SELECT record_type, team, priority, service, 1 AS backlog, ${levels},
      CAST(unnest(generate_series(from_date, to_date - 1, INTERVAL 1 DAY)) AS DATE) AS date
    FROM (SELECT record_type, state, team, priority, service, ${day('from_at')} AS from_date, coalesce(${day('to_at')}, ${last} + 1) AS to_date
      FROM ${openStretches(type)})
    WHERE to_date > from_date) AS backlog`;
}

/** The record type of a backlog measure stands in its condition. */
export function recordTypeOf({ where }: RowAggregate): string {
  return /record_type = '([a-z_]+)'/.exec(where ?? '')![1]!;
}
