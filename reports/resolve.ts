import type { Table } from '#dashboard/charts/table.ts';
import { writeFilter } from '#warehouse/query/params.ts';
import type { Query } from '#warehouse/query/query.ts';
import { headline } from './headline.ts';
import type { Knowledge, Remarks, ReportDefinition, ReportPeriod, ResolvedReport, Section } from './report.ts';

/** What a report needs of the query door. */
export interface Sources {
  knowledge: Knowledge;
  remarks: Remarks;
  ask(query: Query): Promise<Table>;
  /** The catalogue's words about a measure. */
  explain(measure: string): ResolvedReport['glossary'][number] | undefined;
}

/** Asks every section's question and puts the answers where the renderers find them. */
export async function resolveReport(definition: ReportDefinition, period: ReportPeriod, sources: Sources): Promise<ResolvedReport> {
  const asked = definition.sections(period);
  const tables = await Promise.all(asked.map((section) => sources.ask(section.query)));
  const sections = asked.map((section, index) => ({ ...section, table: tables[index]!, ...resetsOf(section, sources.remarks) }));
  const tableOf = (name: string): Table => sections.find((section) => section.name === name)?.table ?? { columns: [], rows: [] };
  const measures = [...new Set(asked.flatMap((section) => section.query.measures))];
  return {
    definition: { name: definition.name, title: definition.title, version: definition.version },
    period,
    knowledge: sources.knowledge,
    headline: headline(tableOf('summary'), tableOf('targets')),
    sections,
    comments: sources.remarks.comments,
    glossary: measures.map(sources.explain).filter((entry) => entry !== undefined)
  };
}

/** The resets of a process-behaviour chart over all records; those of some records alone say nothing of it. */
function resetsOf({ view, query }: Section, { baselines }: Remarks) {
  if (view.as !== 'chart' || view.encoding.chart !== 'behaviour') return {};
  const { measure } = view.encoding;
  const filters = (query.filters ?? []).map(writeFilter);
  return { baselines: baselines.filter((one) => one.measure === measure && one.filters.every((filter) => filters.includes(filter))) };
}
