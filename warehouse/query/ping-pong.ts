import { identifier } from '../connection.ts';
import type { RecordType } from '../contract.ts';
import { catalogue } from '../metrics/catalogue.ts';
import { askRows, type Statement } from './analysis/scope.ts';
import { Binder } from './binder.ts';
import type { BuildFacts } from './build.ts';
import { filterSql } from './filter.ts';
import { normalise } from './normalise.ts';
import type { Patience } from './patience.ts';
import type { Filter, Period } from './query.ts';
import type { Reader } from './reader.ts';
import { totalOf } from './total.ts';

/** A record that came back to a team which had given it away. */
export interface PingPong {
  record_type: string;
  record_id: string;
  title: string | null;
  state: string | null;
  /** Hand-overs in the period, and those of them that gave it back. */
  hand_overs: number;
  hand_backs: number;
  /** Teams in order: “Desk → Network → Desk”. */
  path: string;
  /** Instant of the last of them, ISO 8601 UTC. */
  last_at: string;
  /** How many such records there are in all, on every row. */
  total: number;
}

export type Handed = Extract<RecordType, 'incident' | 'request'>;
interface HandScope {
  period: Period;
  filters?: readonly Filter[];
  limit?: number;
}

/** Records handed back most often in a period, worst first. @throws QueryError for a filter that hand-overs do not have */
export async function pingPong(reader: Reader, type: Handed, scope: HandScope, patience?: Patience): Promise<PingPong[]> {
  if (!reader.build.columns.has('fact.hand_over')) return [];
  return askRows<PingPong>(reader, (build) => pingPongSql(type, scope, build), patience);
}

function pingPongSql(type: Handed, { period, filters = [], limit = 50 }: HandScope, build: BuildFacts): Statement {
  const checked = normalise({ measures: [`${type}.hand_overs`], period, filters }, catalogue, build);
  const binder = new Binder();
  const own = checked.filters.map((entry) => `(${filterSql(entry, identifier(entry.dimension.columns.hand_over!), binder)})`);
  const { from, to } = checked.period;
  const where = [`record_type = ${binder.bind(type)}`, `handed_date >= ${binder.date(from)}`, `handed_date < ${binder.date(to)}`, ...own];
  return {
    sql: `WITH held AS (SELECT * FROM fact.hand_over WHERE ${where.join(' AND ')}),
      returned AS MATERIALIZED (
        SELECT record_id, r.title, r.state::VARCHAR AS state, t.hand_overs, t.hand_backs
        FROM (SELECT record_id, count(*)::INTEGER AS hand_overs, count(*) FILTER (is_return)::INTEGER AS hand_backs
          FROM held GROUP BY record_id HAVING count(*) FILTER (is_return) > 0) AS t JOIN fact.${type} AS r USING (record_id)
      ),
      worst AS MATERIALIZED (
        SELECT *, ${totalOf('returned')} FROM returned ORDER BY hand_backs DESC, hand_overs DESC, record_id LIMIT ${binder.bind(limit)}
      )
      SELECT '${type}' AS record_type, record_id, any_value(title) AS title, any_value(state) AS state,
        any_value(hand_overs) AS hand_overs, any_value(hand_backs) AS hand_backs,
        first(from_team ORDER BY interval_number) || ' → ' || string_agg(to_team, ' → ' ORDER BY interval_number) AS path,
        strftime(timezone('UTC', max(handed_at)), '%Y-%m-%dT%H:%M:%SZ') AS last_at, any_value(total) AS total
      FROM worst JOIN held USING (record_id) GROUP BY record_id
      ORDER BY hand_backs DESC, hand_overs DESC, record_id`,
    values: binder.values
  };
}
