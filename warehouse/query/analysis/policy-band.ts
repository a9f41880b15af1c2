import { policies } from '../../analysis/policies.ts';
import { policyBand, type PolicyBand, type PolicyCount } from '../../analysis/policy-band.ts';
import type { BuildFacts } from '../build.ts';
import type { Patience } from '../patience.ts';
import type { Reader } from '../reader.ts';
import { askRows, scopeSql, type ClockScope, type Statement } from './scope.ts';

export interface TargetBand extends PolicyBand {
  target_id: string;
  agreement: string;
  agreement_type: string;
  target: string;
}

export interface PolicyBands {
  total: PolicyBand;
  targets: TargetBand[];
}

/** Columns of one row: `m<n>` and `a<n>` count numerator and denominator of the n-th policy. */
type CountRow = Record<string, string | number | null>;

/**
 * Compliance under every policy, for all clocks in scope together and for each target.
 * @throws QueryError for a filter that clocks do not have
 */
export async function policyBands(reader: Reader, scope: ClockScope, patience?: Patience): Promise<PolicyBands> {
  const [total, targets] = await Promise.all([
    askRows<CountRow>(reader, (build) => policyBandSql(scope, build, false), patience),
    askRows<CountRow>(reader, (build) => policyBandSql(scope, build, true), patience)
  ]);
  return {
    total: bandOf(total[0]),
    targets: targets.map((row) => ({
      target_id: String(row.target_id),
      agreement: String(row.agreement),
      agreement_type: String(row.agreement_type),
      target: String(row.target),
      ...bandOf(row)
    }))
  };
}

const bandOf = (row: CountRow = {}): PolicyBand =>
  policyBand(
    policies,
    policies.map((_, index): PolicyCount => ({ met: Number(row[`m${index}`] ?? 0), among: Number(row[`a${index}`] ?? 0) })),
    row.goal === null || row.goal === undefined ? null : Number(row.goal)
  );

/**
 * One row for all clocks, or one per target. Cycles are looked at whole before the filters choose among them: what became of the
 * other cycles of a record does not depend on who held which. Records are counted among the clocks in scope.
 */
export function policyBandSql(scope: ClockScope, build: BuildFacts, isPerTarget: boolean): Statement {
  const { binder, within, chosen } = scopeSql(scope, build);
  const counts = policies.flatMap(({ among, met, isByRecord }, index) => {
    const [all, some] = [`(${among(within)})`, `(${among(within)}) AND (${met})`];
    if (!isByRecord) return [`count(*) FILTER (WHERE ${some}) AS m${index}`, `count(*) FILTER (WHERE ${all}) AS a${index}`];
    const records = (which: string): string => `count(DISTINCT (record_type, record_id)) FILTER (WHERE ${which})`;
    return [`${records(all)} - ${records(`${all} AND NOT (${met})`)} AS m${index}`, `${records(all)} AS a${index}`];
  });
  const hasTool = build.columns.has('fact.service_level_source');
  const mine = `FILTER (WHERE is_completed AND ${within('stop_date')})`;
  const goal = `CASE WHEN min(attainment_goal) ${mine} = max(attainment_goal) ${mine} THEN min(attainment_goal) ${mine} ELSE avg(attainment_goal) ${mine} END`;
  const words = ['target_id', 'agreement', 'agreement_type', 'target'];
  const shown = isPerTarget ? `${words.map((name) => `${name}::VARCHAR AS ${name}`).join(', ')}, ` : '';
  const sql = `WITH again AS (
      SELECT DISTINCT target_id, record_type, record_id FROM fact.clock WHERE cycle > 1
    ), cycles AS (
      SELECT target_id, record_type, record_id, max(cycle) AS last_cycle, bool_or(is_breached) AS any_breached, sum(elapsed_business_seconds) AS cycles_elapsed
      FROM fact.clock SEMI JOIN again USING (target_id, record_type, record_id) WHERE stage::VARCHAR <> 'cancelled' GROUP BY ALL
    ), clock AS (
      SELECT c.* EXCLUDE (stage), c.stage::VARCHAR = 'cancelled' AS is_cancelled, c.stage::VARCHAR = 'undetermined' AS is_undetermined,
        c.stopped_at IS NULL AND c.stage::VARCHAR <> 'cancelled' AS is_open, c.cycle = coalesce(y.last_cycle, c.cycle) AS is_last_cycle,
        coalesce(y.any_breached, c.is_breached) AS any_breached, coalesce(y.cycles_elapsed, c.elapsed_business_seconds) AS cycles_elapsed,
        ${hasTool ? 't.tool_breached' : 'NULL::BOOLEAN AS tool_breached'}
      FROM (SELECT * FROM fact.clock WHERE ${chosen}) AS c LEFT JOIN cycles AS y USING (target_id, record_type, record_id)
      ${hasTool ? `LEFT JOIN (${toolSql}) AS t ON t.clock_id = c.clock_id` : ''}
    )
    SELECT ${shown}${goal} AS goal, ${counts.join(', ')}
    FROM clock ${isPerTarget ? `GROUP BY ${words.map((name) => `clock.${name}`).join(', ')} ORDER BY ${words.map((name) => `clock.${name}`).join(', ')}` : ''}`;
  return { sql, values: binder.values };
}

/** The tool's newest word on a record's first SLA clock, found by the name of the target at the beginning of that of its own. */
const toolSql = `SELECT c.clock_id, arg_max(t.has_breached, (t.updated_at, t.sequence)) AS tool_breached
        FROM fact.service_level_source AS t JOIN fact.clock AS c ON t.record_id = c.record_id
        WHERE t.stage = 'completed' AND c.cycle = 1 AND c.agreement_type = 'SLA' AND starts_with(lower(t.target), lower(c.target::VARCHAR)) GROUP BY ALL`;
