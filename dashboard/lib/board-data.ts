import type { Board } from '#dashboard/boards/board.ts';
import type { CardReading } from '#dashboard/boards/cards.ts';
import type { Scope } from '#dashboard/boards/scope.ts';
import type { TargetLine } from '#dashboard/charts/encoding.ts';
import type { Table } from '#dashboard/charts/table.ts';
import type { ResolvedPeriod } from '#warehouse/query/period.ts';
import type { FilterField } from './filter-field.ts';

/** An answer, or why there is none. */
export interface Answered extends Table {
  refusal?: string;
  period?: ResolvedPeriod;
  /** Measures that this source cannot tell, with the reason. */
  unavailable: Readonly<Record<string, string>>;
}

/** Everything a board needs, as plain data: what its `load` returns. Charts fetch their own answers. */
export interface BoardData {
  board: Board;
  scope: Scope;
  fields: FilterField[];
  cards: CardReading[];
  /** Tables by panel id. */
  tables: Record<string, Answered>;
  /** Goal lines by panel id. */
  goals: Record<string, TargetLine | undefined>;
  asOfDate: string;
  zone: string;
}
