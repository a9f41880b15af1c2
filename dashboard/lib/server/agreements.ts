import type { Phrase } from '#dashboard/boards/answer-line.ts';
import { carried } from '#dashboard/boards/carried.ts';
import { agreementsAnswer, budgetWords, burnTone, burnWords, stretchWords } from '#dashboard/boards/analysis-words.ts';
import { isPartial } from '#dashboard/charts/period.ts';
import { memberOf, numberOf, type Row } from '#dashboard/charts/table.ts';
import type { AnalysisFrame } from '#dashboard/lib/analysis-frame.ts';
import type { TargetLine, TargetReading } from '#dashboard/lib/target-reading.ts';
import { recordsUrl } from '#dashboard/lib/links.ts';
import { budgetSpans, targetBudgets, type BudgetSpan, type TargetBudget } from '#warehouse/query/analysis/budgets.ts';
import { promises, type PromiseRow } from '#warehouse/query/analysis/promises.ts';
import type { ClockScope } from '#warehouse/query/analysis/scope.ts';
import type { ErrorBudget } from '#warehouse/analysis/error-budget.ts';
import type { Filter, Query } from '#warehouse/query/query.ts';
import type { Reader } from '#warehouse/query/reader.ts';
import { analysisQuestion, analysisUrl } from './analysis-scope.ts';
import { askOrSay } from './ask.ts';

export interface AgreementReading {
  agreement: string;
  type: string;
  party: string | null;
  href: string;
  targets: TargetReading[];
}

export interface AgreementsPage {
  frame: AnalysisFrame;
  phrases: Phrase[];
  agreements: AgreementReading[];
  csv: string;
}

const attainment = 'service_level.attainment';
const breached = 'service_level.breached';

export const agreementUrl = (name: string): string => `/service-levels/agreements/${encodeURIComponent(name)}`;

/** Every agreement with its targets, against goal and budget. */
export async function agreementsPage(reader: Reader, url: URL): Promise<AgreementsPage> {
  const { frame, clocks } = await analysisQuestion(reader, url);
  const { rows, readings } = await targetReadings(reader, clocks, frame.asOfDate);
  const names = [...new Set(rows.map(({ agreement }) => agreement))];
  const chosen = names.filter((name) => !frame.scope.chosen.agreement || frame.scope.chosen.agreement.includes(name));
  const agreements = chosen.flatMap((name): AgreementReading[] => {
    const row = rows.find(({ agreement }) => agreement === name)!;
    const targets = readings.filter(({ agreement }) => agreement === name);
    return targets.length
      ? [{ agreement: name, type: row.agreement_type, party: row.party, href: carried(agreementUrl(name), url), targets }]
      : [];
  });
  return {
    frame,
    agreements,
    phrases: agreementsAnswer(agreements.flatMap(({ targets }) => targets)),
    csv: analysisUrl('budgets', clocks)
  };
}

/** Targets of the definitions with what became of their clocks; a target without any clock is there too. */
export async function targetReadings(
  reader: Reader,
  clocks: ClockScope & { filters: Filter[] },
  asOfDate: string
): Promise<{ rows: PromiseRow[]; readings: TargetReading[] }> {
  const base: Query = { measures: [attainment], dimensions: ['target_id'], period: clocks.period, filters: clocks.filters };
  const [rows, budgets, months] = await Promise.all([
    promises(reader),
    targetBudgets(reader, clocks),
    askOrSay(reader, { ...base, grain: 'month' })
  ]);
  const isNarrowed = clocks.filters.length > 0;
  const readings = rows.flatMap((row): TargetReading[] => {
    const budget = budgets.find(({ target_id }) => target_id === row.target_id);
    if (!budget) return isNarrowed ? [] : [withoutClocks(row)];
    return [readingOf(row, budget, monthsOf(months.rows, row.target_id, asOfDate), base, asOfDate)];
  });
  return { rows, readings };
}

const monthsOf = (rows: readonly Row[], target: string, asOfDate: string): (number | null)[] =>
  rows
    .filter((row) => memberOf(row.target_id) === target && !isPartial(memberOf(row.period), 'month', asOfDate))
    .sort((a, b) => (memberOf(a.period) < memberOf(b.period) ? -1 : 1))
    .map((row) => numberOf(row[attainment]));

const nameOf = ({ target, version }: PromiseRow, all = 1): string => (all > 1 ? `${target}, version ${version}` : target);

function withoutClocks(row: PromiseRow): TargetReading {
  return {
    target_id: row.target_id,
    agreement: row.agreement,
    agreement_type: row.agreement_type,
    name: nameOf(row, row.version),
    promise: `${row.record_type} ${row.metric}`.replaceAll('_', ' '),
    share: null,
    goal: row.attainment_goal,
    completed: 0,
    spark: [],
    href: null,
    breached: null,
    budget: 'no clock',
    lines: []
  };
}

function readingOf(row: PromiseRow, budget: TargetBudget, spark: (number | null)[], base: Query, asOfDate: string): TargetReading {
  const { completed, breached: late } = budget.period;
  const cell = (measure: string): string =>
    recordsUrl({ ...base, measures: [measure] }, { measure, members: { target_id: row.target_id } });
  const lineOf = (span: TargetLine['span'], label: string, one: ErrorBudget, href: string): TargetLine => ({
    span,
    label,
    text: burnWords(one),
    tone: burnTone(one),
    budget: budgetWords(one),
    left: one.left,
    completed: one.completed,
    breached: one.breached,
    href
  });
  const stretch = (name: BudgetSpan): TargetLine => {
    const { from, to, budget: own } = budget.spans[name];
    const href = recordsUrl(
      { ...base, measures: [breached], period: { from, to } },
      { measure: breached, members: { target_id: row.target_id } }
    );
    return lineOf(name, stretchWords(name, { from, to }, asOfDate), own, href);
  };
  return {
    ...withoutClocks(row),
    share: completed > 0 ? (completed - late) / completed : null,
    goal: budget.period.goal,
    completed,
    spark,
    href: completed > 0 ? cell(attainment) : null,
    breached: { value: late, href: cell(breached) },
    budget: budgetWords(budget.period),
    lines: [lineOf('period', 'the period', budget.period, cell(breached)), ...budgetSpans.map(stretch)]
  };
}
