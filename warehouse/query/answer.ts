import type { Cell, Connection, Row } from '../connection.ts';
import { catalogue } from '../metrics/catalogue.ts';
import type { BuildFacts } from './build.ts';
import { compile, type Compiled } from './compile.ts';
import { labelsOfMembers } from './labels.ts';
import { mostRows, refuseLong } from './limits.ts';
import type { Patience } from './patience.ts';
import type { ResolvedPeriod } from './period.ts';
import type { AnswerColumn, Query } from './query.ts';
import type { Reader } from './reader.ts';

/** A cell that a chart, a table or JSON can show. Dates and instants are ISO 8601 text. */
export type Datum = string | number | boolean | null;

/** Which knowledge an answer rests on. */
export interface BuildWords {
  id: string;
  /** Instant up to which the data tells, ISO 8601 UTC. */
  asOf: string;
  /** Instant at which the warehouse knew it, ISO 8601 UTC. */
  knownAt: string;
  zone: string;
  organisation: string;
  definitionsSha256: string;
}

export interface AnswerFrame {
  columns: AnswerColumn[];
  /** Local dates; `partialFrom` is the first bucket that is not over at the data instant. */
  period: ResolvedPeriod;
  /** Measures (and `<measure>:target`) that this source cannot tell, with the reason; their cells are null. */
  unavailable: Readonly<Record<string, string>>;
  /** IANA zone whose days, hours and weekdays count. */
  zone: string;
  /** Month with which fiscal years begin, 1–12. */
  fiscalYearStart: number;
  build: BuildWords;
}

export interface Answer extends AnswerFrame {
  rows: Record<string, Datum>[];
}

/**
 * Answers a question with rows.
 * @throws QueryError when it cannot be asked, BusyError, TimeoutError, or the signal's reason
 */
export async function answer(reader: Reader, query: Query, patience?: Patience): Promise<Answer> {
  return cached(reader, 'rows', query, patience, async (connection, compiled, build) => {
    const rows = await connection.all(compiled.sql, compiled.values);
    refuseLong(rows.length, query);
    const frame = frameOf(compiled, build);
    const value = { ...frame, columns: labelled(frame.columns, rows, build), rows: rows.map((row) => datums(row, compiled.columns)) };
    return { value, bytes: rows.length * compiled.columns.length * 32 + 1000 };
  });
}

/** Columns with the labels of their members. */
const labelled = (columns: AnswerColumn[], rows: readonly Row[], build: BuildFacts): AnswerColumn[] =>
  columns.map((column) => {
    const labels =
      column.kind === 'dimension'
        ? labelsOfMembers(
            build,
            column.name,
            rows.map((row) => row[column.name])
          )
        : undefined;
    return labels ? { ...column, labels } : column;
  });

type Make<T> = (connection: Connection, compiled: Compiled, build: BuildFacts) => Promise<{ value: T; bytes: number }>;

/**
 * Keeps answers by build, form and compiled text, so that two spellings of one question share one. A build that was published
 * while the question waited is the one it is compiled for and answered from.
 */
export async function cached<T>(now: Reader, form: string, query: Query, patience: Patience | undefined, make: Make<T>): Promise<T> {
  const reader = await now.known(query.asKnownOn);
  const expected = reader.build;
  const most = mostRows(query) + 1;
  const early = compile(query, catalogue, expected, most);
  const keyOf = (build: BuildFacts, { sql, values }: Compiled): string => `${build.buildId} ${form} ${sql} ${JSON.stringify(values)}`;
  const known = reader.cache.get<T>(keyOf(expected, early));
  if (known !== undefined) return known;
  return reader.use(async (connection, build) => {
    const compiled = build === expected ? early : compile(query, catalogue, build, most);
    const { value, bytes } = await make(connection, compiled, build);
    reader.cache.set(keyOf(build, compiled), value, bytes);
    return value;
  }, patience);
}

export const frameOf = (compiled: Compiled, build: BuildFacts): AnswerFrame => ({
  columns: compiled.columns,
  period: compiled.period,
  unavailable: compiled.unavailable,
  zone: compiled.zone,
  fiscalYearStart: build.fiscalYearStart ?? 1,
  build: buildWords(build)
});

export const buildWords = (build: BuildFacts): BuildWords => ({
  id: build.buildId,
  asOf: build.asOf.toISOString(),
  knownAt: build.knownAt.toISOString(),
  zone: build.zone,
  organisation: build.organisation,
  definitionsSha256: build.definitionsSha256
});

const digits: Readonly<Record<string, number>> = { date: 10, instant: 16 };

function datums(row: Row, columns: readonly AnswerColumn[]): Record<string, Datum> {
  return Object.fromEntries(
    columns.map(({ name, kind, unit }) => [name, datum(row[name] ?? null, kind === 'period' || unit === 'date' ? digits[unit] : undefined)])
  );
}

/** A cell as JSON can carry it. @param length how much of an ISO instant to keep: 10 for a date */
export function datum(cell: Cell, length?: number): Datum {
  if (cell instanceof Date) return cell.toISOString().slice(0, length);
  if (typeof cell === 'bigint') return Number(cell);
  return cell !== null && typeof cell === 'object' ? JSON.stringify(cell) : cell;
}
