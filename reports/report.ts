import type { Encoding } from '#dashboard/charts/encoding.ts';
import type { Table } from '#dashboard/charts/table.ts';
import type { Query } from '#warehouse/query/query.ts';

/** The stretch of time a report is about: one bucket of its grain. `to` is exclusive. */
export interface ReportPeriod {
  /** As asked for and as archived: `2026-09`, `2026-Q3`, `2026`. */
  name: string;
  grain: 'month' | 'quarter' | 'year';
  from: string;
  to: string;
  /** Whether the data instant lies inside, so that figures can still change. */
  isPartial: boolean;
}

/** How a section of a report is drawn. Columns are named as in the answer; none given means all. `judged` is told by the goals of its targets. */
export type View =
  | { as: 'cards'; measures: readonly string[]; judged?: string }
  | { as: 'chart'; encoding: Encoding; judged?: string }
  | { as: 'bullets'; label: string; attainment: string; completed: string; goal: string }
  | { as: 'grid'; row: string; judged: string; completed: string }
  | { as: 'table'; judged?: string };

export interface Section {
  /** Stable key: the first column of the CSV. */
  name: string;
  title: string;
  /** What the reader should know to read it right. */
  note?: string;
  query: Query;
  view: View;
}

/** A report as data: what it asks and how it shows the answers. */
export interface ReportDefinition {
  name: string;
  title: string;
  /** Raised when the same figures would be laid out or computed otherwise. */
  version: number;
  grain: ReportPeriod['grain'];
  sections(period: ReportPeriod): Section[];
}

export interface ResolvedSection extends Section {
  table: Table;
  /** Its question asked by targets, where its figures are judged: not printed. */
  targets?: Table;
  /** Resets of its process, for a process-behaviour chart. */
  baselines?: readonly Pick<Reset, 'from' | 'reason'>[];
}

/** What the figures were made from; printed on the report and kept in the archive. */
export interface Knowledge {
  organisation: string;
  zone: string;
  buildId: string;
  /** Data instant, ISO 8601 UTC. */
  asOf: string;
  knownAt: string;
  definitionsSha256: string;
  /** Of what people said about the period, where anybody did: other words are other knowledge. */
  remarksSha256?: string;
  /** Where figures open their receipts, without a slash at its end; absent means that they are plain text. */
  address?: string;
}

/** What people said about the period of a report. */
export interface Remarks {
  comments: Remark[];
  /** From when on which process is a new one, in order of time. */
  baselines: Reset[];
}

export interface Remark {
  /** Page, period, service and customer in words. */
  about: string;
  body: string;
  author: string;
  /** Instant of this wording, ISO 8601 UTC. */
  at: string;
}

export interface Reset {
  measure: string;
  filters: readonly string[];
  from: string;
  reason: string;
}

/** All that the renderers need: no database, no clock. */
export interface ResolvedReport {
  definition: Pick<ReportDefinition, 'name' | 'title' | 'version'>;
  period: ReportPeriod;
  knowledge: Knowledge;
  headline: string;
  sections: ResolvedSection[];
  comments: Remark[];
  /** Meaning and formula of each measure that appears. */
  glossary: { label: string; meaning: string; formula: string; nullRule: string; version: number }[];
}

export const formats = ['html', 'csv'] as const;
export type Format = (typeof formats)[number];
