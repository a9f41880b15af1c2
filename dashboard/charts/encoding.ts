import type { Grain } from '#warehouse/query/query.ts';
import type { Theme } from './theme.ts';

/** A line that is not part of the series: an agreed target, printed with its own name. */
export interface TargetLine {
  value: number;
  label: string;
}

/** How columns of a table become marks. Names are columns of the answer. */
export type Encoding =
  | {
      chart: 'line';
      measures: readonly string[];
      series?: string;
      target?: TargetLine;
      /** Measure that says how many records a value is over: few are drawn faint. */
      size?: string;
    }
  | { chart: 'bars'; measures: readonly string[]; series?: string; stacked?: boolean }
  | {
      chart: 'ranking';
      category: string;
      measure: string;
      limit?: number;
      /** Members in this order, absent ones as 0, instead of by size. */ order?: readonly string[];
    }
  | { chart: 'pareto'; category: string; measure: string; limit?: number }
  | { chart: 'backlog'; backlog: string; arrived: readonly string[]; left: readonly string[]; net?: string }
  | { chart: 'heat'; x: string; y: string; measure: string }
  | { chart: 'calendar'; measure: string }
  | {
      chart: 'behaviour';
      measure: string;
      target?: TargetLine;
      /** Measure that says how many records a share is over: with few, its limits follow from chance alone. */
      size?: string;
    };

/** What a chart must know besides its table. */
export interface ChartContext {
  theme: Theme;
  /** Grain of the column `period`, when there is one. */
  grain?: Grain;
  /** Local date of the data instant: the bucket that holds it is unfinished and marked “to date”. */
  asOf?: string;
  /** First local date of the period: a bucket that begins before it is cut. */
  from?: string;
  /** First local date after the period: a bucket that ends after it is cut. */
  to?: string;
  /** A target from an agreement, filled in by the page. */
  target?: TargetLine;
  /** Width in CSS pixels, for labels that must give way. */
  width?: number;
  /** Where a reader said that the process is a new one, in order of time. */
  baselines?: readonly Baseline[];
  /** Changes and major incidents to be marked on time charts. */
  marks?: readonly ChartMark[];
}

/** From this local date on the process is another one, because of the reason. */
export interface Baseline {
  from: string;
  reason: string;
}

/** Something that happened on a local date, and the record that tells of it. */
export interface ChartMark {
  date: string;
  kind: 'major' | 'change';
  id: string;
  title: string;
  /** `major`, `failed`, `backed out`, `large`. */
  reason: string;
  href: string;
}
