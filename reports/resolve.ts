import type { Table } from '#dashboard/charts/table.ts';
import { writeFilter } from '#warehouse/query/params.ts';
import type { Query } from '#warehouse/query/query.ts';
import { headline } from './headline.ts';
import { promisedIn, targetsQuery } from './promised.ts';
import type { Knowledge, Remarks, ReportDefinition, ReportPeriod, ResolvedReport, ResolvedSection, Section } from './report.ts';

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
  const sections = await Promise.all(
    asked.map(async (section): Promise<ResolvedSection> => {
      const byTarget = targetsQuery(section);
      const [table, targets] = await Promise.all([sources.ask(section.query), byTarget && sources.ask(byTarget)]);
      return { ...section, table, ...(targets ? { targets } : {}), ...resetsOf(section, sources.remarks) };
    })
  );
  const summary = sections.find(({ name }) => name === 'summary');
  const tableOf = (name: string): Table => sections.find((section) => section.name === name)?.table ?? { columns: [], rows: [] };
  const measures = [...new Set(asked.flatMap((section) => section.query.measures))];
  return {
    definition: { name: definition.name, title: definition.title, version: definition.version },
    period,
    knowledge: sources.knowledge,
    headline: headline(tableOf('summary'), tableOf('targets'), summary ? promisedIn(summary).whole : { goal: null, missed: undefined }),
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
