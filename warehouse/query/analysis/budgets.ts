import { errorBudget, type ErrorBudget } from '../../analysis/error-budget.ts';
import type { BuildFacts } from '../build.ts';
import type { Patience } from '../patience.ts';
import type { Reader } from '../reader.ts';
import { askRows, scopeSql, type ClockScope, type Statement } from './scope.ts';

/** Stretches up to the data instant over which the burn rate is told beside the period: a short one for what burns now. */
export const rollingDays = [7, 28, 90] as const;
export type RollingDays = (typeof rollingDays)[number];

export interface TargetBudget {
  target_id: string;
  agreement: string;
  agreement_type: string;
  target: string;
  period: ErrorBudget;
  rolling: Record<RollingDays, ErrorBudget>;
  /** Local dates: the first day of each rolling stretch, and the day after its last. */
  rollingFrom: Record<RollingDays, string>;
  rollingTo: string;
}

interface OutcomeRow {
  target_id: string;
  agreement: string;
  agreement_type: string;
  target: string;
  goal: number | null;
  [count: string]: string | number | null;
}

/**
 * Error budget of each target over the period and over rolling stretches up to the data instant, by the date clocks stopped.
 * @throws QueryError for a filter that clocks do not have
 */
export async function targetBudgets(reader: Reader, scope: ClockScope, patience?: Patience): Promise<TargetBudget[]> {
  const rows = await askRows<OutcomeRow>(reader, (build) => budgetSql(scope, build), patience);
  const { to } = scopeSql({ period: { all: true } }, reader.build);
  const day = Temporal.PlainDate.from(to);
  const from = Object.fromEntries(rollingDays.map((days) => [days, day.subtract({ days }).toString()])) as Record<RollingDays, string>;
  return rows.map((row) => {
    const budget = (span: string): ErrorBudget =>
      errorBudget({ completed: Number(row[`completed_${span}`]), breached: Number(row[`breached_${span}`]), goal: row.goal });
    return {
      target_id: row.target_id,
      agreement: row.agreement,
      agreement_type: row.agreement_type,
      target: row.target,
      period: budget('period'),
      rolling: Object.fromEntries(rollingDays.map((days) => [days, budget(String(days))])) as Record<RollingDays, ErrorBudget>,
      rollingFrom: from,
      rollingTo: to
    };
  });
}

export function budgetSql(scope: ClockScope, build: BuildFacts): Statement {
  const { binder, within, chosen } = scopeSql(scope, build);
  const { to } = scopeSql({ period: { all: true } }, build);
  const spans: [string, string][] = [
    ['period', within('stop_date')],
    ...rollingDays.map((days): [string, string] => [
      String(days),
      `stop_date >= ${binder.date(to)} - ${days} AND stop_date < ${binder.date(to)}`
    ])
  ];
  const counts = spans.flatMap(([name, inside]) => [
    `count(*) FILTER (WHERE is_completed AND ${inside}) AS "completed_${name}"`,
    `count(*) FILTER (WHERE is_completed AND is_breached AND ${inside}) AS "breached_${name}"`
  ]);
  return {
    sql: `SELECT target_id::VARCHAR AS target_id, agreement::VARCHAR AS agreement, agreement_type::VARCHAR AS agreement_type, target::VARCHAR AS target,
        any_value(attainment_goal) AS goal, ${counts.join(', ')}
      FROM fact.clock WHERE ${chosen} GROUP BY ALL ORDER BY agreement_type, agreement, target, target_id`,
    values: binder.values
  };
}
