import { QueryError, unknownName } from '../error.ts';
import { mediaTypes } from '../negotiate.ts';
import { parseParams } from '../params.ts';
import type { Patience } from '../patience.ts';
import type { Datum } from '../answer.ts';
import type { Reader } from '../reader.ts';
import { refusal, type Reply } from '../respond.ts';
import { rollingDays, targetBudgets } from './budgets.ts';
import { chainChecks } from './chains.ts';
import { handOffs } from './hand-offs.ts';
import { inverseGoals } from './inverse-goals.ts';
import { policyBands, type TargetBand } from './policy-band.ts';
import type { ClockScope } from './scope.ts';
import { breachHolders, timeSlices, timeSpent, type TimePart } from './time-spent.ts';

export type FlatRow = Record<string, Datum>;
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
    (await targetBudgets(reader, scope, patience)).flatMap(({ agreement_type, agreement, target, period, rolling }) =>
      [['period', period] as const, ...rollingDays.map((days) => [`${days} days`, rolling[days]] as const)].map(([span, budget]) => ({
        agreement_type,
        agreement,
        target,
        span,
        completed: budget.completed,
        breached: budget.breached,
        goal: budget.goal,
        allowed: budget.allowed,
        left: budget.left,
        burn_rate: budget.burn,
        burn_rate_low: budget.interval?.low ?? null,
        burn_rate_high: budget.interval?.high ?? null,
        verdict: budget.verdict
      }))
    ),
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
  const strange = [...params.keys()].find((name) => !['period', 'filter', 'format'].includes(name));
  if (strange !== undefined) throw unknownName('parameter', 'parameter', strange, ['period', 'filter', 'format']);
  const { period, filters } = parseParams(params);
  return { period: period ?? { all: true }, ...(filters ? { filters } : {}) };
}

/**
 * Rows as CSV (RFC 4180). A text that a spreadsheet would run as a formula gets an apostrophe.
 * @throws QueryError when there is no row, and so no column
 */
export function rowsCsv(rows: readonly FlatRow[]): string {
  const [first] = rows;
  if (!first) throw new QueryError('analysis', '', 'there is no row in this period and with these filters');
  const names = Object.keys(first);
  return [names, ...rows.map((row) => names.map((name) => row[name] ?? null))].map((cells) => `${cells.map(cell).join(',')}\r\n`).join('');
}

function cell(value: Datum): string {
  if (value === null) return '';
  if (typeof value !== 'string') return String(value);
  const safe = /^[=+\-@\t\r]/.test(value) ? `'${value}` : value;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

/** Answers `GET /api/analysis/<name>`: all rows as CSV or JSON (`format`), under `period` and `filter`. */
export async function respondAnalysis(reader: Reader, name: string, params: URLSearchParams, signal?: AbortSignal): Promise<Reply> {
  try {
    const known = analysisName(name);
    const isCsv = params.get('format') !== 'json';
    const rows = await analysisTables[known](reader, scopeOf(params), { signal });
    const headers = {
      'cache-control': 'no-store',
      'x-plimsoll-build': reader.build.buildId,
      'x-plimsoll-as-of': reader.build.asOf.toISOString()
    };
    if (!isCsv) return { status: 200, headers: { ...headers, 'content-type': mediaTypes.json }, body: JSON.stringify({ rows }) };
    const file = `${known}-${reader.build.buildId}.csv`;
    return {
      status: 200,
      headers: { ...headers, 'content-type': mediaTypes.csv, 'content-disposition': `attachment; filename="${file}"` },
      body: rowsCsv(rows)
    };
  } catch (error) {
    const refused = refusal(error);
    if (refused) return refused;
    throw error;
  }
}
