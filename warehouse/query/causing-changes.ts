import { identifier } from '../connection.ts';
import { catalogue } from '../metrics/catalogue.ts';
import { askRows, type Statement } from './analysis/scope.ts';
import { Binder } from './binder.ts';
import type { BuildFacts } from './build.ts';
import { filterSql } from './filter.ts';
import { normalise } from './normalise.ts';
import type { Patience } from './patience.ts';
import type { Filter, Period } from './query.ts';
import type { Reader } from './reader.ts';

/** A change that incidents name as their cause. */
export interface CausingChange {
  record_id: string;
  title: string | null;
  change_type: string | null;
  outcome: string | null;
  /** Instant when work started, ISO 8601 UTC; null where it is not told. */
  started_at: string | null;
  service: string | null;
  /** Incidents that name it, whenever they were opened. */
  incidents: number;
  /** Those of them that were major; null where none says whether it was. */
  major: number | null;
}

interface ChangeScope {
  period: Period;
  filters?: readonly Filter[];
  limit?: number;
}

/**
 * Changes opened in a period that incidents name as their cause, most incidents first; `change.caused_incident` counts all of them.
 * @throws QueryError for a filter that changes do not have
 */
export const causingChanges = (reader: Reader, scope: ChangeScope, patience?: Patience): Promise<CausingChange[]> =>
  askRows<CausingChange>(reader, (build) => causingSql(scope, build), patience);

function causingSql({ period, filters = [], limit = 20 }: ChangeScope, build: BuildFacts): Statement {
  const checked = normalise({ measures: ['change.caused_incident'], period, filters }, catalogue, build);
  const binder = new Binder();
  const { from, to } = checked.period;
  const where = [
    `opened_date >= ${binder.date(from)}`,
    `opened_date < ${binder.date(to)}`,
    ...checked.filters.map((entry) => `(${filterSql(entry, identifier(entry.dimension.columns.change!), binder)})`)
  ];
  return {
    sql: `WITH chosen AS (SELECT * FROM fact.change WHERE ${where.join(' AND ')}),
      caused AS (
        SELECT caused_by_change_id AS record_id, count(*)::INTEGER AS incidents,
          CASE WHEN count(is_major) > 0 THEN count(*) FILTER (is_major) END::INTEGER AS major
        FROM fact.incident WHERE caused_by_change_id IS NOT NULL GROUP BY ALL
      )
      SELECT record_id, title, change_type::VARCHAR AS change_type, outcome::VARCHAR AS outcome,
        strftime(timezone('UTC', started_at), '%Y-%m-%dT%H:%M:%SZ') AS started_at, service::VARCHAR AS service, incidents, major
      FROM chosen JOIN caused USING (record_id)
      ORDER BY incidents DESC, major DESC NULLS LAST, record_id LIMIT ${binder.bind(limit)}`,
    values: binder.values
  };
}
