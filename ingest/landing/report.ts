import type { LandedType } from '#warehouse/contract.ts';

export interface Rejection {
  /** Physical line where the record begins, 1-based. */
  line: number;
  column: string | null;
  value: string | null;
  reason: string;
  raw: string;
}

export interface RowCounts {
  in: number;
  loaded: number;
  merged: number;
  rejected: number;
}

export type Outcome = 'landed' | 'already landed' | 'refused';

/** What became of one delivery: a file, or one table of an archive. */
export interface DeliveryReport {
  file: string;
  outcome: Outcome;
  /** Of this load, or of the earlier one that holds the same bytes. */
  loadId?: string;
  type: LandedType;
  mapping: { name: string; version: number };
  /** `in` = `loaded` + `merged` + `rejected`; of the earlier load when it has landed already, all zero when refused. */
  rows: RowCounts;
  warnings: string[];
  /** The first ten; all are in `rejections.parquet` of the load. */
  firstRejections: Rejection[];
  /** Place, what was found, and the way out; only when refused. */
  refusal?: string;
  /** Columns of the delivery that the mapping does not use. */
  unmapped: string[];
}

export interface LandingReport {
  file: string;
  deliveries: DeliveryReport[];
}

export interface LandingProgress {
  stage: 'waiting' | 'opening' | 'reading' | 'checking' | 'writing';
  file: string;
  /** 0–1 of the stage, where known. */
  share?: number;
}

export const noRows: RowCounts = { in: 0, loaded: 0, merged: 0, rejected: 0 };
