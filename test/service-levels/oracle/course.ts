import { courseKeys, toldToTheSecond, type CourseRow, type WorldRecord } from '../world.ts';
import { isInstant, type Reader, type Value } from './condition.ts';

/** A part of the course in which nothing that is known changes. */
export interface Stretch {
  from: number;
  /** Infinite for the last one that is known. */
  to: number;
  row: CourseRow;
  isReplied: boolean;
  read: Reader;
}

/** An instant of the newest version of the record, if it is known yet. */
export function instantOf({ course, fields }: WorldRecord, column: string, asOf: number): number | undefined {
  const value = (fields?.[column] as number | undefined) ?? (column === 'opened_at' ? course[0]!.at : undefined);
  return value !== undefined && value <= asOf ? value : undefined;
}

/** The stretches of a record that are known at the data instant. */
export function stretchesOf(record: WorldRecord, asOf: number): Stretch[] {
  const { type = 'incident' } = record;
  const rows = record.course.filter(({ at }) => at <= asOf);
  return rows.map((told, index) => {
    const row = { ...told, ...valuesToldToTheSecond(rows, index) };
    const values = row as unknown as Record<string, Value>;
    const newest = (column: string): Value =>
      isInstant(type, column) ? instantOf(record, column, asOf) : column === 'record_id' ? record.id : record.fields?.[column];
    return {
      from: row.at,
      to: rows[index + 1]?.at ?? Infinity,
      row,
      isReplied: isLastOfSecond(rows, index) && rows.some(({ at, replied }) => at === row.at && replied === true),
      read: (column) => ((courseKeys as readonly string[]).includes(column) ? values[column] : newest(column))
    };
  });
}

const isLastOfSecond = (rows: readonly CourseRow[], index: number): boolean => rows[index + 1]?.at !== rows[index]!.at;

/** Those of the row that ends its second; until it comes, those of the seconds before, or the first ones. */
function valuesToldToTheSecond(rows: readonly CourseRow[], index: number): Partial<CourseRow> {
  const { at } = rows[index]!;
  const before = rows.findLast((row) => row.at < at);
  const telling = isLastOfSecond(rows, index) ? rows[index]! : (before ?? rows[0]!);
  return Object.fromEntries(toldToTheSecond.map((key) => [key, telling[key]]));
}
