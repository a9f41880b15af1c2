import type { ReceiptWords } from '#dashboard/boards/receipt-words.ts';
import type { Row } from '#dashboard/charts/table.ts';
import type { TableColumn } from './table-column.ts';

/** The records behind one figure, a page at a time. */
export interface ListedRecords {
  /** Heading: `1,402 clocks`. */
  title: string;
  /** What the records listed are to the figure. */
  note: string;
  /** Which can be listed: for a share all, those that count, the others; what is left out. */
  sides: Choice[];
  orders: Choice[];
  columns: TableColumn[];
  rows: Row[];
  total: number;
  csv: string;
  pages: { before?: string; after?: string; words: string };
}

/** A way to look at the same, as an address. */
export interface Choice {
  label: string;
  href: string;
  isChosen: boolean;
}

/** A part of a derived figure: its own receipt in short. */
export interface ReceiptPart {
  label: string;
  figure: string;
  href: string;
  how: string[];
  isEqual: boolean;
  records: ListedRecords;
}

/** The receipt of a figure, ready to print. */
export interface ReceiptPage extends ReceiptWords {
  measure: string;
  meaning: string;
  isEqual: boolean;
  unavailable: string | undefined;
  /** Other measures of the same question. */
  others: { label: string; href: string }[];
  statements: { title: string; sql: string; values: string[] }[];
  /** Opens this receipt again. */
  address: string;
  json: string;
  /** The address was written under another build. */
  isOtherBuild: boolean;
  records: ListedRecords | undefined;
  parts: ReceiptPart[];
  /** The same figure with one condition less, for when nothing matches. */
  drops: { label: string; href: string }[];
}
