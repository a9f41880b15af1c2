import type { CodeModel, ModelContext } from '../model.ts';

/**
 * Incidents as trends see them: opened by the data instant and not cancelled; the text they tell; children of
 * one parent counted once; lost time in business seconds where a clock of an SLA's resolution target knows it, else actual, for each
 * person affected (one where nobody told).
 */
export const trendIncidentModel: CodeModel = {
  name: 'staging.trend_incident',
  grain: 'one incident that was work, with what families and trends need of it',
  reads: ['fact.incident', 'fact.clock'],
  run: async ({ connection, build }: ModelContext) => {
    await connection.run(`CREATE OR REPLACE TABLE staging.trend_incident AS ${select}`, { as_of: build.asOf ?? null, zone: build.zone });
  }
};

const blank = (column: string): string => `nullif(${column}::VARCHAR, '')`;

const wasWork = "opened_at <= $as_of::TIMESTAMPTZ AND coalesce(state::VARCHAR, '') <> 'cancelled'";

/**
 * A child counts when its parent is not among the incidents and it is the first of that parent's children; of two that name each
 * other the one with the smaller id counts. People and places are only ever counted, so their hashes are kept. Facts lie in order
 * of opening; `id` keeps it.
 */
const select = `WITH child AS (
    SELECT c.record_id, CASE WHEN p.record_id IS NULL
        THEN row_number() OVER (PARTITION BY c.parent_id ORDER BY c.opened_at, c.record_id) = 1
        ELSE p.parent_id IS NOT DISTINCT FROM c.record_id AND c.record_id < p.record_id END AS is_counted
    FROM (SELECT record_id, parent_id, opened_at FROM fact.incident WHERE parent_id <> record_id AND ${wasWork}) c
    LEFT JOIN (SELECT record_id, parent_id FROM fact.incident WHERE ${wasWork}) p ON p.record_id = c.parent_id
  ),
  elapsed AS (
    SELECT record_id, target_id, sum(elapsed_business_seconds) AS seconds
    FROM fact.clock
    WHERE record_type = 'incident' AND agreement_type = 'SLA' AND metric = 'resolution' AND stage <> 'cancelled' AND started_at <= $as_of::TIMESTAMPTZ
    GROUP BY ALL
  ),
  business AS (SELECT record_id, max(seconds) AS seconds FROM elapsed GROUP BY record_id)
  SELECT (row_number() OVER () - 1)::INTEGER AS id, i.record_id, ${blank('title')} AS title,
    ${blank('configuration_item')} AS item, ${blank('service')} AS service, ${blank('category')} AS category,
    i.opened_at, i.opened_date, (timezone($zone, $as_of::TIMESTAMPTZ)::DATE - i.opened_date)::INTEGER AS days_back,
    CASE WHEN i.caller IS NOT NULL THEN hash(i.caller::VARCHAR) END AS caller, CASE WHEN i.location IS NOT NULL THEN hash(i.location::VARCHAR) END AS location,
    i.problem_id, coalesce(child.is_counted, TRUE) AS is_counted,
    (coalesce(business.seconds, i.resolve_seconds, i.age_seconds, 0) * greatest(coalesce(i.affected_people, 1), 1))::BIGINT AS lost_seconds, business.seconds IS NOT NULL AS is_business
  FROM fact.incident i LEFT JOIN child ON child.record_id = i.record_id LEFT JOIN business ON business.record_id = i.record_id
  WHERE ${wasWork}`;
