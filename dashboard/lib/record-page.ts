import type { Row } from '#dashboard/charts/table.ts';
import type { Timeline } from '#dashboard/charts/timeline.ts';
import type { ClockCard } from './clock-card.ts';
import type { TableColumn } from './table-column.ts';

interface Rows {
  columns: TableColumn[];
  rows: Row[];
}

/** One record, ready to print. */
export interface RecordPage {
  type: string;
  id: string;
  title: string;
  state: string;
  priority: string | undefined;
  team: string | undefined;
  service: string | undefined;
  timeline: Timeline;
  clocks: ClockCard[];
  /** Targets that are about it but have no goal for its priority. */
  uncovered: string[];
  /** Address of the stretches as CSV. */
  csv: string | undefined;
  fields: { name: string; label: string; value: string; href?: string }[];
  /** Labels of the columns that hold nothing. */
  missing: string[];
  history: Rows;
  historyNote: string;
  links: { relation: string; type: string; id: string; title: string }[];
  /** What it came from and what it led to; undefined for a type that stands in no chain. */
  lineage: LineageReading | undefined;
  /** Of a resolved problem: whether its families stayed away, one sentence each. */
  recurrences: { words: string; verdict: string; href: string }[];
}

/** A stage of the chain event → incident → problem → change, as a page prints it. */
export interface StageReading {
  words: string;
  /** How many records there are besides those listed. */
  more: number;
  records: { id: string; href: string; title: string; state: string; opened: string }[];
}

export interface LineageReading {
  from: StageReading[];
  to: StageReading[];
}
