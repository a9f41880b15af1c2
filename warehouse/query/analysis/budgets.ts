import { errorBudget, type ErrorBudget } from '../../analysis/error-budget.ts';
import type { BuildFacts } from '../build.ts';
import type { Patience } from '../patience.ts';
import { bucketStart, type Span } from '../period.ts';
import type { Reader } from '../reader.ts';
import { askRows, scopeSql, type ClockScope, type Statement } from './scope.ts';

/** Stretches that end with the period: the days of its last month, and rolling days, a short one for what burns now. */
export const budgetSpans = ['month', '90', '28', '7'] as const;
export type BudgetSpan = (typeof budgetSpans)[number];

/** Local dates, `to` exclusive. */
export interface SpanBudget {
  from: string;
  to: string;
  budget: ErrorBudget;
}

export interface TargetBudget {
  target_id: string;
  agreement: string;
  agreement_type: string;
  target: string;
  period: ErrorBudget;
  spans: Record<BudgetSpan, SpanBudget>;
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
 * Error budget of each target over the period and over stretches up to its end, or to the data instant where that is earlier, by the
 * date clocks stopped.
 * @throws QueryError for a filter that clocks do not have
 */
export async function targetBudgets(reader: Reader, scope: ClockScope, patience?: Patience): Promise<TargetBudget[]> {
  const rows = await askRows<OutcomeRow>(reader, (build) => budgetSql(scope, build), patience);
  const spans = spansOf(scope, reader.build);
  return rows.map((row) => {
    const budget = (span: string): ErrorBudget =>
      errorBudget({ completed: Number(row[`completed_${span}`]), breached: Number(row[`breached_${span}`]), goal: row.goal });
    return {
      target_id: row.target_id,
      agreement: row.agreement,
      agreement_type: row.agreement_type,
      target: row.target,
      period: budget('period'),
      spans: Object.fromEntries(budgetSpans.map((span) => [span, { ...spans[span], budget: budget(span) }])) as TargetBudget['spans']
    };
  });
}

/** The stretches of a scope, the same for all of its targets. @throws QueryError when the period is none */
export function spansOf(scope: ClockScope, build: BuildFacts): Record<BudgetSpan, Span> {
  const [own, known] = [scopeSql(scope, build).to, scopeSql({ period: { all: true } }, build).to];
  const to = own < known ? own : known;
  const end = Temporal.PlainDate.from(to);
  const back = (days: number): Span => ({ from: end.subtract({ days }).toString(), to });
  return { month: { from: bucketStart(end.subtract({ days: 1 }).toString(), 'month'), to }, 90: back(90), 28: back(28), 7: back(7) };
}

export function budgetSql(scope: ClockScope, build: BuildFacts): Statement {
  const { binder, within, chosen } = scopeSql(scope, build);
  const spans: [string, string][] = [
    ['period', within('stop_date')],
    ...Object.entries(spansOf(scope, build)).map(([name, { from, to }]): [string, string] => [
      name,
      `stop_date >= ${binder.date(from)} AND stop_date < ${binder.date(to)}`
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
