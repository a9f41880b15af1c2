import type { Phrase } from '#dashboard/boards/answer-line.ts';
import type { Board } from '#dashboard/boards/board.ts';
import type { CardReading } from '#dashboard/boards/cards.ts';
import type { Scope } from '#dashboard/boards/scope.ts';
import type { Baseline } from '#dashboard/charts/encoding.ts';
import type { Row, Table } from '#dashboard/charts/table.ts';
import type { ResolvedPeriod } from '#warehouse/query/period.ts';
import type { FilterField } from './filter-field.ts';
import type { PingPongReading } from './ping-pong.ts';
import type { Marks } from './server/marks.ts';
import type { PromisedReading } from './server/promised.ts';

/** An answer, or why there is none. */
export interface Answered extends Table {
  refusal?: string;
  period?: ResolvedPeriod;
  /** Measures that this source cannot tell, with the reason. */
  unavailable: Readonly<Record<string, string>>;
}

/** Figures that are left out, by the reason. */
export interface Absent {
  /** What the source lacks, which chosen filter the figures know nothing of, or that no record in scope has them. */
  cause: 'source' | 'filter' | 'record';
  reason: string;
  names: string[];
}

/** How a panel may be read: `key` is the first part of its parameter, `weight.<panel>` or `by.<panel>`. */
export interface PanelChoices {
  key: 'weight' | 'by';
  label: string;
  offered: readonly { name: string; label: string }[];
  shown: string;
}

/** The changes that caused most incidents, or why they cannot be told. */
export interface CausingReading {
  rows: Row[];
  refusal?: string;
}

/** Everything a board needs, as plain data: what its `load` returns. Charts fetch their own answers. */
export interface BoardData {
  board: Board;
  scope: Scope;
  fields: FilterField[];
  cards: CardReading[];
  /** Tables by panel id. */
  tables: Record<string, Answered>;
  /** What was promised, by panel id: one goal, or how many targets missed theirs. */
  goals: Record<string, PromisedReading>;
  /** The answer in words, made by rules; empty where the page makes its own. */
  phrases: Phrase[];
  absent: Absent[];
  /** By panel id: the weights or dimensions that can be told, and the one shown. */
  choices: Record<string, PanelChoices>;
  /** By panel id: where a backlog grew, in words. */
  growth: Record<string, Phrase[]>;
  /** Resets of process-behaviour charts by panel id, and where a reader makes one. */
  baselines: Record<string, { kept: readonly Baseline[]; href: string }>;
  /** By panel id of a matrix. */
  pingPong: Record<string, PingPongReading>;
  /** By panel id of a table of causing changes. */
  causing: Record<string, CausingReading>;
  /** Marks on time charts; none when they are switched off. */
  marks: Marks;
  asOfDate: string;
  zone: string;
}
