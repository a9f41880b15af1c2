import { agreementsAnswer, chainAnswer } from '#dashboard/boards/analysis-words.ts';
import type { Phrase } from '#dashboard/boards/answer-line.ts';
import type { Row } from '#dashboard/charts/table.ts';
import type { AnalysisFrame } from '#dashboard/lib/analysis-frame.ts';
import type { PolicyView } from '#dashboard/lib/policy-view.ts';
import type { TableColumn } from '#dashboard/lib/table-column.ts';
import type { TargetReading } from '#dashboard/lib/target-reading.ts';
import { recordsUrl, recordsParams } from '#dashboard/lib/links.ts';
import { chainChecks } from '#warehouse/query/analysis/chains.ts';
import { inverseGoals } from '#warehouse/query/analysis/inverse-goals.ts';
import { policyBands } from '#warehouse/query/analysis/policy-band.ts';
import { promises } from '#warehouse/query/analysis/promises.ts';
import type { Filter, Query } from '#warehouse/query/query.ts';
import type { Reader } from '#warehouse/query/reader.ts';
import { records } from '#warehouse/query/records.ts';
import { targetReadings } from './agreements.ts';
import { analysisQuestion, analysisUrl } from './analysis-scope.ts';
import { columnOf } from './record-columns.ts';
import { policyView } from './policy-reading.ts';

export interface AgreementPage {
  frame: AnalysisFrame;
  agreement: string;
  type: string;
  party: string | null;
  targets: TargetReading[];
  phrases: Phrase[];
  trend: Query;
  goal: number | null;
  bands: PolicyView[];
  inverse: { rows: Row[]; csv: string; share: number };
  chain: { phrases: Phrase[]; isSla: boolean };
  breaches: { columns: TableColumn[]; rows: Row[]; total: number; csv: string; href: string };
}

const share = 0.95;
const breached = 'service_level.breached';

/** One agreement; undefined when the build has none of that name. */
export async function agreementPage(reader: Reader, name: string, url: URL): Promise<AgreementPage | undefined> {
  const first = (await promises(reader)).find(({ agreement }) => agreement === name);
  if (!first) return undefined;
  const own: Filter = { field: 'agreement', op: 'in', values: [name] };
  const { frame, clocks } = await analysisQuestion(reader, url, [], [own], ['agreement_type', 'agreement']);
  const late: Query = { measures: [breached], period: clocks.period, filters: clocks.filters };
  const isSla = first.agreement_type === 'SLA';
  const [{ readings }, bands, inverse, chains, breaches] = await Promise.all([
    targetReadings(reader, clocks, frame.asOfDate),
    policyBands(reader, clocks),
    inverseGoals(reader, clocks, share),
    isSla ? chainChecks(reader).then((all) => all.filter(({ agreement }) => agreement === name)) : [],
    records(reader, { query: late, measure: breached, sort: [{ by: 'stopped_at', descending: true }], limit: 50 })
  ]);
  const targets = readings.filter(({ agreement }) => agreement === name);
  const goals = new Set(targets.map(({ goal }) => goal));
  const csv = recordsParams(late);
  csv.set('measure', breached);
  csv.set('format', 'csv');
  return {
    frame,
    agreement: name,
    type: first.agreement_type,
    party: first.party,
    targets,
    phrases: agreementsAnswer(targets),
    trend: {
      measures: ['service_level.attainment'],
      dimensions: ['target'],
      grain: 'month',
      period: clocks.period,
      filters: clocks.filters
    },
    goal: goals.size === 1 ? ([...goals][0] ?? null) : null,
    bands: bands.targets.map((band) =>
      policyView(band.target_id, band.target, band, clocks, [{ field: 'target_id', op: 'in', values: [band.target_id] }])
    ),
    inverse: { rows: inverse.map(inverseRow), csv: analysisUrl('inverse_goals', clocks), share },
    chain: { phrases: chainAnswer(chains), isSla },
    breaches: {
      columns: breaches.columns.map((column) => columnOf(column, frame.zone)),
      rows: breaches.rows,
      total: breaches.total,
      csv: `/api/records?${csv}`,
      href: recordsUrl(late)
    }
  };
}

const inverseRow = (one: Awaited<ReturnType<typeof inverseGoals>>[number]): Row => ({
  target: one.target,
  priority: one.priority,
  goal: one.goal,
  within_goal: one.withinGoal,
  seconds: one.verdict === 'known' ? one.seconds : null,
  low: one.low,
  high: one.high,
  verdict: { known: 'known', too_few: 'too few to tell', empty: 'no clock' }[one.verdict],
  clocks: one.clocks,
  open: one.open
});
