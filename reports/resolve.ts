import type { Table } from '#dashboard/charts/table.ts';
import type { Query } from '#warehouse/query/query.ts';
import { headline } from './headline.ts';
import type { Knowledge, ReportDefinition, ReportPeriod, ResolvedReport } from './report.ts';

/** What a report needs of the query door. */
export interface Sources {
  knowledge: Knowledge;
  ask(query: Query): Promise<Table>;
  /** The catalogue's words about a measure. */
  explain(measure: string): ResolvedReport['glossary'][number] | undefined;
}

/** Asks every section's question and puts the answers where the renderers find them. */
export async function resolveReport(definition: ReportDefinition, period: ReportPeriod, sources: Sources): Promise<ResolvedReport> {
  const asked = definition.sections(period);
  const tables = await Promise.all(asked.map((section) => sources.ask(section.query)));
  const sections = asked.map((section, index) => ({ ...section, table: tables[index]! }));
  const tableOf = (name: string): Table => sections.find((section) => section.name === name)?.table ?? { columns: [], rows: [] };
  const measures = [...new Set(asked.flatMap((section) => section.query.measures))];
  return {
    definition: { name: definition.name, title: definition.title, version: definition.version },
    period,
    knowledge: sources.knowledge,
    headline: headline(tableOf('summary'), tableOf('targets')),
    sections,
    glossary: measures.map(sources.explain).filter((entry) => entry !== undefined)
  };
}
