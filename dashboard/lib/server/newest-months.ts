import type { NewestMonths } from '#dashboard/boards/answer-line.ts';
import { isPartial } from '#dashboard/charts/period.ts';
import { memberOf, numberOf, type Row } from '#dashboard/charts/table.ts';
import { bucket } from '#dashboard/format.ts';
import { recordsUrl } from '#dashboard/lib/links.ts';
import type { Query } from '#warehouse/query/query.ts';

/** The complete months among the rows of a monthly question, oldest first. @param asOfDate local date of the data instant */
export const completeMonths = (rows: readonly Row[], asOfDate: string): Row[] =>
  rows
    .filter((row) => !isPartial(memberOf(row.period), 'month', asOfDate))
    .sort((a, b) => (memberOf(a.period) < memberOf(b.period) ? -1 : 1));

/** What a sentence says of the complete months of one series. @param rows of the series alone */
export function newestMonths(rows: readonly Row[], query: Query, measure: string, asOfDate: string): NewestMonths {
  const own = completeMonths(rows, asOfDate);
  const last = own.at(-1);
  return {
    months: own.map((row) => numberOf(row[measure])),
    ...(last ? { lastMonth: bucket(memberOf(last.period), 'month'), lastHref: recordsUrl(query, { measure, members: last }) } : {})
  };
}
