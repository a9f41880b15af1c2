import { isPartial } from '#dashboard/charts/period.ts';
import type { Answer } from '#warehouse/query/answer.ts';
import type { Query } from '#warehouse/query/query.ts';

/** What a panel is in, as its `data-state` attribute says it. `partial`: the newest period is unfinished. */
export type PanelState = 'loading' | 'stale' | 'empty' | 'partial' | 'error' | 'ready';

/** Why there is no answer: `isRefusal` when the question cannot be asked, else a fault with the id of its log line. */
export interface Problem {
  message: string;
  id?: string;
  isRefusal: boolean;
}

export interface Outcome {
  table: Answer | undefined;
  problem: Problem | undefined;
  status: PanelState;
}

/** What a panel shows for an answer, or for the reason why there is none. */
export function outcomeOf(fetched: { table?: Answer; problem?: Problem }, query: Query, asOf: string | undefined): Outcome {
  const { table, problem } = fetched;
  if (!table) return { table, problem, status: problem?.isRefusal ? 'empty' : 'error' };
  const reasons = query.measures.map((measure) => table.unavailable[measure]);
  if (reasons.every(Boolean)) return { table, problem: { message: `This figure is ${reasons[0]}.`, isRefusal: true }, status: 'empty' };
  const isOpen = table.rows.some((row) => isPartial(String(row.period ?? ''), query.grain, asOf));
  const isBlank = table.rows.every((row) => query.measures.every((measure) => !row[measure]));
  return { table, problem: undefined, status: isBlank ? 'empty' : isOpen ? 'partial' : 'ready' };
}
