import { catalogue } from '../metrics/catalogue.ts';
import { askRows, type Statement } from './analysis/scope.ts';
import { Binder } from './binder.ts';
import type { BuildFacts } from './build.ts';
import { identifier } from '../connection.ts';
import { normalise } from './normalise.ts';
import type { Patience } from './patience.ts';
import type { Filter, Period } from './query.ts';
import { filterSql } from './filter.ts';
import type { Reader } from './reader.ts';
import { totalOf } from './total.ts';

/** A change or a major incident that a reader of a time chart should know of. */
export interface Landmark {
  /** Local date: of opening; of a change, on which its work started. */
  date: string;
  kind: 'major' | 'change';
  /** Why it is one: `major`, `failed`, `backed_out`, `large`. */
  reason: string;
  id: string;
  title: string | null;
  service: string | null;
  /** How many there are in all, on every row. */
  total: number;
}

/** Newest of them, when there are more. */
export const mostLandmarks = 400;

/**
 * Major incidents, and changes that failed, were backed out or are of the widest impact, in a period. Of the filters those hold that say
 * which part of the organisation is meant (service, item, site, supplier, customer); all others leave the marks as they are.
 */
export async function landmarks(
  reader: Reader,
  scope: { period: Period; filters?: readonly Filter[] },
  patience?: Patience
): Promise<Landmark[]> {
  const there = ['fact.incident', 'fact.change'].filter((table) => reader.build.columns.has(table) && !reader.build.empty.has(table));
  return there.length === 0 ? [] : askRows<Landmark>(reader, (build) => landmarkSql(scope, build), patience);
}

const shared = new Set(['service', 'configuration_item', 'location', 'supplier', 'customer']);

export function landmarkSql({ period, filters = [] }: { period: Period; filters?: readonly Filter[] }, build: BuildFacts): Statement {
  const held = filters.filter(({ field }) => shared.has(field));
  const checked = normalise({ measures: ['change.opened'], period, filters: held }, catalogue, build);
  const binder = new Binder();
  const own = checked.filters.map((entry) => `(${filterSql(entry, identifier(entry.dimension.columns.change!), binder)})`);
  const within = (date: string): string =>
    [`${date} >= ${binder.date(checked.period.from)}`, `${date} < ${binder.date(checked.period.to)}`, ...own].join(' AND ');
  const started = `CAST(timezone(${binder.bind(build.zone)}, coalesce(started_at, planned_start_at, opened_at)) AS DATE)`;
  return {
    sql: `WITH mark AS MATERIALIZED (
        SELECT opened_date AS date, 'major' AS kind, 'major' AS reason, record_id AS id, title, service::VARCHAR AS service
        FROM fact.incident WHERE is_major AND ${within('opened_date')}
        UNION ALL
        SELECT date, 'change', CASE WHEN outcome IN ('failed', 'backed_out') THEN outcome ELSE 'large' END, record_id, title, service::VARCHAR
        FROM (SELECT *, ${started} AS date FROM fact.change WHERE outcome IN ('failed', 'backed_out') OR impact = 1)
        WHERE ${within('date')} AND coalesce(outcome, '') <> 'cancelled'
      )
      SELECT strftime(date, '%Y-%m-%d') AS date, kind, reason, id, title, service, ${totalOf('mark')}
      FROM mark ORDER BY date DESC, kind, id LIMIT ${mostLandmarks}`,
    values: binder.values
  };
}
