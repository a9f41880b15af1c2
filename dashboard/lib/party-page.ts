import type { Phrase } from '#dashboard/boards/answer-line.ts';
import type { Query } from '#warehouse/query/query.ts';
import type { AnalysisFrame } from './analysis-frame.ts';
import type { Answered } from './board-data.ts';

/** One customer or supplier, ready to print. */
export interface PartyPage {
  frame: AnalysisFrame;
  name: string;
  phrases: Phrase[];
  trend: Query;
  goal: number | null;
  slices: { title: string; query: Query; table: Answered }[];
}
