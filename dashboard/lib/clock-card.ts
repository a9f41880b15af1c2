import type { Standing } from '#dashboard/charts/theme.ts';

/** A stretch of a clock, ready to print. */
export interface StretchRow {
  from: string;
  to: string;
  kind: 'running' | 'paused' | 'out_of_hours';
  word: string;
  symbol: string;
  isOver: boolean;
  wall: string;
  counted: string;
  used: string;
  begins: string;
  cause: string;
  rule: string;
}

/** One clock of a record, ready to print. */
export interface ClockCard {
  id: string;
  name: string;
  party: string;
  state: Standing;
  word: string;
  facts: { label: string; words: string }[];
  /** How the due time follows from the goal. */
  arithmetic: string[];
  rules: string[];
  stretches: StretchRow[];
  total: { wall: string; counted: string };
}
