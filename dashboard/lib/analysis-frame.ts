import type { Board } from '#dashboard/boards/board.ts';
import type { Scope } from '#dashboard/boards/scope.ts';
import type { FilterField } from './filter-field.ts';

/** What every page of the section has: what was chosen, and what the filter bar offers. */
export interface AnalysisFrame {
  board: Pick<Board, 'filters' | 'period' | 'grain'>;
  scope: Scope;
  fields: FilterField[];
  periodWords: string;
  asOfDate: string;
  zone: string;
}
