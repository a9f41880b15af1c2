import { unknownName } from '../error.ts';
import { flatSource, type FlatRow } from '../export/flat-rows.ts';
import { mediaTypes, negotiate } from '../negotiate.ts';
import { parseParams } from '../params.ts';
import type { Patience } from '../patience.ts';
import type { Reader } from '../reader.ts';
import type { Reply } from '../reply.ts';
import { exportParams, exportReply, headersOf, isExport } from '../respond-export.ts';
import { replying } from '../respond.ts';
import { budgetSpans, targetBudgets } from './budgets.ts';
import { chainChecks } from './chains.ts';
import { handOffs } from './hand-offs.ts';
import { inverseGoals } from './inverse-goals.ts';
import { policyBands, type TargetBand } from './policy-band.ts';
import { scopeSql, type ClockScope } from './scope.ts';
import { breachHolders, timeSlices, timeSpent, type TimePart } from './time-spent.ts';

type Make = (reader: Reader, scope: ClockScope, patience?: Patience) => Promise<FlatRow[]>;

const flatTime = ({ members, ...part }: TimePart): FlatRow => ({ ...members, ...part });
const bandRows = ({ agreement, target, goal, readings }: Pick<TargetBand, 'agreement' | 'target' | 'goal' | 'readings'>): FlatRow[] =>
  readings.map(({ name, kind, label, formula, met, among, share, side }) => ({
    agreement,
    target,
    policy: name,
    kind,
    label,
    met,
    among,
    share,
    goal,
    side,
    formula
  }));

/** Every analysis as flat rows, for tables and downloads. */
export const analysisTables = {
  policy_band: async (reader, scope, patience) => {
    const { total, targets } = await policyBands(reader, scope, patience);
    return [...bandRows({ agreement: '', target: '', ...total }), ...targets.flatMap(bandRows)];
  },
  budgets: async (reader, scope, patience) =>
    (await targetBudgets(reader, scope, patience)).flatMap(({ agreement_type, agreement, target, period, spans }) => {
      const { from, to } = scopeSql(scope, reader.build);
      const stretches = budgetSpans.map((name) => ({ span: name === 'month' ? name : `${name} days`, ...spans[name] }));
      return [{ span: 'period', from, to, budget: period }, ...stretches].map(({ span, from: first, to: before, budget }) => ({
        agreement_type,
        agreement,
        target,
        span,
        from_date: first,
        before_date: before,
        completed: budget.completed,
        breached: budget.breached,
        goal: budget.goal,
        allowed: budget.allowed,
        left: budget.left,
        burn_rate: budget.burn,
        burn_rate_low: budget.interval?.low ?? null,
        burn_rate_high: budget.interval?.high ?? null,
        verdict: budget.verdict
      }));
    }),
  inverse_goals: async (reader, scope, patience) =>
    (await inverseGoals(reader, scope, 0.95, patience)).map(({ agreement, target, priority, goal, ...one }) => ({
      agreement,
      target,
      priority,
      goal_seconds: goal,
      within_goal: one.withinGoal,
      share: one.share,
      seconds: one.seconds,
      seconds_low: one.low,
      seconds_high: one.high,
      clocks: one.clocks,
      open: one.open,
      verdict: one.verdict
    })),
  time_spent: async (reader, scope, patience) => (await timeSpent(reader, scope, timeSlices, false, patience)).map(flatTime),
  time_of_breached: async (reader, scope, patience) => (await timeSpent(reader, scope, ['team', 'supplier'], true, patience)).map(flatTime),
  breach_holders: async (reader, scope, patience) => (await breachHolders(reader, scope, patience)).map((row) => ({ ...row })),
  hand_offs: async (reader, scope, patience) => (await handOffs(reader, scope, patience)).map((row) => ({ ...row })),
  chain_checks: async (reader, _scope, patience) =>
    (await chainChecks(reader, patience)).map(({ agreement, target, priority, goal, calendar, links, linkGoals, reading, reason }) => ({
      agreement,
      target,
      priority,
      goal_seconds: goal,
      calendar,
      links: links.map((link) => `${link.agreement}/${link.target}`).join(' → '),
      link_goal_seconds: linkGoals,
      slots: reading?.slots ?? null,
      failing_slots: reading?.failing ?? null,
      least_slack_seconds: reading?.worst.slack ?? null,
      worst_opened_at: reading ? new Date(reading.worst.openedAt * 1000).toISOString() : null,
      reason
    }))
} satisfies Record<string, Make>;
export type AnalysisName = keyof typeof analysisTables;

/** A name from outside as one of the analyses. @throws QueryError with the nearest */
export function analysisName(name: string): AnalysisName {
  if (Object.hasOwn(analysisTables, name)) return name as AnalysisName;
  throw unknownName('analysis', 'analysis', name, Object.keys(analysisTables));
}

/** Period and filters as the parameters `period` and `filter` of a question spell them. @throws QueryError */
export function scopeOf(params: URLSearchParams): ClockScope {
  const allowed = ['period', 'filter', 'format', ...exportParams];
  const strange = [...params.keys()].find((name) => !allowed.includes(name));
  if (strange !== undefined) throw unknownName('parameter', 'parameter', strange, allowed);
  const { period, filters } = parseParams(params);
  return { period: period ?? { all: true }, ...(filters ? { filters } : {}) };
}

/** Columns of analyses that are instants in ISO 8601. */
const instants = ['worst_opened_at'];

/** Answers `GET /api/analysis/<name>`, under `period` and `filter`: its rows as JSON, or a download (CSV when no format is named). */
export async function respondAnalysis(reader: Reader, name: string, params: URLSearchParams, signal?: AbortSignal): Promise<Reply> {
  return replying(async () => {
    const known = analysisName(name);
    const format = negotiate(params.get('format') ?? 'csv', null);
    const scope = scopeOf(params);
    const rows = await analysisTables[known](reader, scope, { signal });
    if (!isExport(params, format, ['json']))
      return { status: 200, headers: headersOf(reader, mediaTypes.json), body: JSON.stringify({ rows }) };
    const asked = new URLSearchParams([...params].filter(([key]) => key === 'period' || key === 'filter'));
    const source = flatSource({
      name: known,
      rows,
      instants,
      question: () => ({
        words: [`Analysis ${known.replaceAll('_', ' ')}`, ...asked.values()].join('; '),
        address: `/api/analysis/${known}${asked.size > 0 ? `?${asked}` : ''}`,
        definitions: [],
        grain: 'row of the analysis'
      })
    });
    return exportReply(reader, source, format, params, signal);
  });
}
