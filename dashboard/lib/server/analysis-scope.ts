import { clockBoard, standingDefaults } from '#dashboard/boards/service-level-pages.ts';
import { periodWords } from '#dashboard/boards/periods.ts';
import { chosenFilters, readScope } from '#dashboard/boards/scope.ts';
import type { AnalysisFrame } from '#dashboard/lib/analysis-frame.ts';
import { writePeriod, toParams } from '#warehouse/query/params.ts';
import type { Filter } from '#warehouse/query/query.ts';
import type { Reader } from '#warehouse/query/reader.ts';
import type { AnalysisName } from '#warehouse/query/analysis/tables.ts';
import type { ClockScope } from '#warehouse/query/analysis/scope.ts';
import { filterFields } from './fields.ts';
import { localDate } from './freshness.ts';

export interface AnalysisQuestion {
  frame: AnalysisFrame;
  /** Chosen filters, and the page's own where nothing was chosen in their place. */
  clocks: ClockScope & { filters: Filter[] };
  /** How the page says which clocks it is about by itself; empty when the reader chose. */
  defaultWords: string;
}

/** Reads what a page of the section is asked. @param fixed filters of the page itself, for example its agreement */
export async function analysisQuestion(
  reader: Reader,
  url: URL,
  defaults: Parameters<typeof standingDefaults>[1] = [],
  fixed: readonly Filter[] = [],
  without: readonly string[] = []
): Promise<AnalysisQuestion> {
  const board = { ...clockBoard, filters: clockBoard.filters.filter((name) => !without.includes(name)) };
  const scope = readScope(url.searchParams, board);
  const standing = standingDefaults(scope, defaults);
  return {
    frame: {
      board,
      scope,
      fields: await filterFields(reader, board.filters),
      periodWords: periodWords(scope.period),
      asOfDate: localDate(reader.build.asOf.toISOString(), reader.build.zone),
      zone: reader.build.zone
    },
    clocks: { period: scope.period, filters: [...fixed, ...standing.filters, ...chosenFilters(scope)] },
    defaultWords: standing.words
  };
}

/** Address of an analysis as a download. */
export function analysisUrl(name: AnalysisName, { period, filters = [] }: ClockScope): string {
  const params = new URLSearchParams({ period: writePeriod(period) });
  for (const filter of toParams({ measures: ['x'], filters }).getAll('filter')) params.append('filter', filter);
  return `/api/analysis/${name}?${params}`;
}
