import { memberWords } from '../format.ts';
import { distinct, labelOf, memberOf, numberOf, ranked, type Table } from './table.ts';

export interface DataSeries {
  name: string;
  values: readonly (number | null)[];
  /** The same measure at another time, drawn in grey. */
  isComparison: boolean;
  /** The member of the series dimension, when the series is one. */
  member?: string;
  measure: string;
}

export const otherName = 'Other';

/** Distinct buckets of the column `period`, in order of time. */
export const periodsOf = (table: Table): string[] => distinct(table, 'period').sort();

/**
 * Columns of a table as aligned series over `period`: one per measure, or one per member of `dimension` (four largest,
 * the rest added up as “Other”: only right for counts). A `<measure>:compare` column becomes a grey series.
 */
export function seriesOf(table: Table, measures: readonly string[], dimension?: string): { periods: string[]; series: DataSeries[] } {
  const periods = periodsOf(table);
  const position = new Map(periods.map((period, index) => [period, index]));
  if (dimension && measures[0]) return { periods, series: byMember(table, measures[0], dimension, periods, position) };
  const series: DataSeries[] = [];
  for (const measure of measures) {
    series.push({ name: labelOf(table, measure), measure, isComparison: false, values: column(table, measure, periods, position) });
    const compared = `${measure}:compare`;
    if (table.columns.some((one) => one.name === compared))
      series.push({
        name: labelOf(table, compared),
        measure: compared,
        isComparison: true,
        values: column(table, compared, periods, position)
      });
  }
  return { periods, series };
}

function column(table: Table, name: string, periods: readonly string[], position: ReadonlyMap<string, number>): (number | null)[] {
  const values: (number | null)[] = periods.map(() => null);
  for (const row of table.rows) {
    const at = position.get(memberOf(row.period));
    if (at !== undefined) values[at] = numberOf(row[name]);
  }
  return values;
}

function byMember(
  table: Table,
  measure: string,
  dimension: string,
  periods: readonly string[],
  position: ReadonlyMap<string, number>
): DataSeries[] {
  const bySize = ranked(table, dimension, measure).map((one) => one.member);
  const members = bySize.every((member) => /^\d+$/.test(member)) ? [...bySize].sort((a, b) => Number(a) - Number(b)) : bySize;
  const shown = members.length > 5 ? members.slice(0, 4) : members;
  const series = shown.map((member) => ({
    name: memberWords(dimension, member),
    member,
    measure,
    isComparison: false,
    values: periods.map(() => 0)
  }));
  const index = new Map(shown.map((member, at) => [member, at]));
  if (shown.length < members.length)
    series.push({ name: otherName, member: otherName, measure, isComparison: false, values: periods.map(() => 0) });
  for (const row of table.rows) {
    const at = position.get(memberOf(row.period));
    const one = series[index.get(memberOf(row[dimension])) ?? series.length - 1];
    if (at !== undefined && one) one.values[at] = (one.values[at] ?? 0) + (numberOf(row[measure]) ?? 0);
  }
  return series;
}
