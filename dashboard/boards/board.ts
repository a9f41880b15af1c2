import type { Encoding } from '#dashboard/charts/encoding.ts';
import type { Filter, Grain, Period, Query } from '#warehouse/query/query.ts';

/** A query that waits for what the reader of the page chose: period, grain, comparison and filters. */
export interface PanelQuery extends Pick<Query, 'measures' | 'dimensions' | 'filters' | 'sort' | 'limit'> {
  /** `scope`: the grain of the page. */
  grain?: Grain | 'scope';
  /** A period of its own instead of the page's. */
  period?: Period;
  /** Takes part in the comparison of the page. */
  compares?: boolean;
}

interface Place {
  /** Unique on its board; the anchor of the panel. */
  id: string;
  title: string;
  /** One quiet line under the title: zone, clock, denominator. */
  note?: string;
  /** Columns of twelve. */
  span: number;
}

export interface ChartPanel extends Place {
  kind: 'chart';
  query: PanelQuery;
  encoding: Encoding;
  /** Draws the attainment goal of the targets in scope as a line. */
  goal?: boolean;
  /** A Pareto may be read by other weights; the first that this build can tell is the one shown unless the reader chooses. */
  weights?: readonly Weight[];
}

/** What the bars of a Pareto add up. */
export interface Weight {
  /** As it stands in the URL: `count`, `lost`, `breaches`. */
  name: string;
  label: string;
  measure: string;
}

export interface TablePanel extends Place {
  kind: 'table';
  query: PanelQuery;
  /** Measure of the query that says how many records the shares and durations of a row are over. */
  size?: string;
}

/** Where a backlog grew: its net change, and what came in and left, by one dimension that the reader chooses. */
export interface GrowthPanel extends Place {
  kind: 'growth';
  query: PanelQuery;
  process: string;
  slices: readonly Slice[];
}

/** A dimension that a panel may be read by. */
export interface Slice {
  /** As it stands in the URL. */
  name: string;
  label: string;
}

/** Counts that each hold the next: what remains of what came in, step by step. The measures of the query are the steps. */
export interface FunnelPanel extends Place {
  kind: 'funnel';
  query: PanelQuery;
}

/** What passes between teams: the query is by `from_team` and `to_team`; beside it the records that went to and fro. */
export interface MatrixPanel extends Place {
  kind: 'matrix';
  query: PanelQuery;
  process: 'incident' | 'request';
}

/** How many records of each stage led on to the next, and how many did not. The measures of the query are those of the stages. */
export interface LineagePanel extends Place {
  kind: 'lineage';
  query: PanelQuery;
  stages: readonly { label: string; all: string; onward: string; words: string }[];
}

/** The changes that incidents name as their cause, worst first. The measure of the query counts all of them. */
export interface CausingPanel extends Place {
  kind: 'causing';
  query: PanelQuery;
}

export type Panel = ChartPanel | TablePanel | GrowthPanel | FunnelPanel | MatrixPanel | LineagePanel | CausingPanel;

/** One figure with its second reading: a share alone misleads. */
export interface Card {
  id: string;
  title: string;
  measure: string;
  /** Printed small under the figure. */
  second?: string;
  /** Words after the second reading instead of its label. */
  secondWords?: string;
  filters?: readonly Filter[];
  /** About SLAs, unless the reader chose agreements or targets; then of those, and called so. */
  ofSlas?: { otherwise: string };
  /** Measured at the data instant: no sparkline, no comparison. */
  isNow?: boolean;
  goal?: boolean;
}

/** A series that the answer line keeps an eye on, week by week. */
export interface Watched {
  measure: string;
  /** How the sentence calls it: “incidents opened”, “time to resolve”. */
  noun: string;
  /** Measure that says how many records a share is over. */
  size?: string;
  /** Dimensions in which a change may have its source. */
  by: readonly string[];
}

/** What the answer line of a board is made from. */
export interface Answering {
  watched: readonly Watched[];
  /** Figures that are told whatever they are, in order. */
  told: readonly { measure: string; words: readonly [one: string, many: string]; isNow?: boolean }[];
}

/** What a page shows, as data. Adding a panel is adding an entry. */
export interface Board {
  /** Path segment and name. */
  name: string;
  title: string;
  /** The question that the page answers, in one line. */
  question: string;
  /** Dimensions that every measure of the board knows, so that a filter holds for all of it. */
  filters: readonly string[];
  period?: Period;
  grain?: Grain;
  cards: readonly Card[];
  panels: readonly Panel[];
  answer?: Answering;
}

/**
 * Attainment of one metric under the agreements with customers, with its goal. Agreements between teams and with suppliers have
 * figures of their own, and are what it tells when the reader chose one of them.
 * @param title `Resolution`
 */
export const slaCard = (metric: string, title: string): Card => ({
  id: metric,
  title: `${title} SLA`,
  measure: 'service_level.attainment',
  second: 'service_level.breached',
  filters: [{ field: 'metric', op: 'in', values: [metric] }],
  ofSlas: { otherwise: `${title}, as chosen` },
  goal: true
});
