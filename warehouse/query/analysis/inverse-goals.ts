import { inverseGoal, type InverseGoal } from '../../analysis/inverse-goal.ts';
import type { Lasting } from '../../analysis/survival.ts';
import type { BuildFacts } from '../build.ts';
import type { Patience } from '../patience.ts';
import type { Reader } from '../reader.ts';
import { askRows, scopeSql, type ClockScope, type Statement } from './scope.ts';

export interface TargetInverse extends InverseGoal {
  target_id: string;
  target: string;
  agreement: string;
  priority: number | null;
  /** The goal in force, seconds; null where clocks of the priority had several. */
  goal: number | null;
}

interface LastingRow extends Lasting {
  target_id: string;
  target: string;
  agreement: string;
  priority: number | null;
  goal: number | null;
}

/**
 * By target and priority, the goal that would have been kept at `share`: over the clocks that started in the period, open ones as
 * censored at what they have used, cancelled and undetermined ones left out. Times are business time in whole minutes, rounded up:
 * nobody promises finer.
 * @throws QueryError for a filter that clocks do not have
 */
export async function inverseGoals(reader: Reader, scope: ClockScope, share: number, patience?: Patience): Promise<TargetInverse[]> {
  const rows = await askRows<LastingRow>(reader, (build) => lastingSql(scope, build), patience);
  const groups = Map.groupBy(rows, ({ target_id, priority }) => `${target_id} ${priority}`);
  return [...groups.values()].map((group) => {
    const { target_id, target, agreement, priority, goal } = group[0]!;
    return { target_id, target, agreement, priority, goal, ...inverseGoal(group, share, goal) };
  });
}

export function lastingSql(scope: ClockScope, build: BuildFacts): Statement {
  const { binder, within, chosen } = scopeSql(scope, build);
  return {
    sql: `SELECT target_id::VARCHAR AS target_id, target::VARCHAR AS target, agreement::VARCHAR AS agreement, priority, goal,
        CAST((elapsed_business_seconds + 59) // 60 * 60 AS BIGINT) AS seconds, count(*) FILTER (WHERE is_completed) AS ended, count(*) FILTER (WHERE NOT is_completed) AS censored
      FROM (
        SELECT *, CASE WHEN min(goal_seconds) OVER own = max(goal_seconds) OVER own THEN goal_seconds END AS goal
        FROM fact.clock WHERE ${chosen} AND ${within('start_date')} AND (is_completed OR (stopped_at IS NULL AND stage::VARCHAR NOT IN ('cancelled', 'undetermined')))
        WINDOW own AS (PARTITION BY target_id, priority)
      ) GROUP BY ALL ORDER BY agreement, target, target_id, priority, seconds`,
    values: binder.values
  };
}
