import { customersAnswer } from '#dashboard/boards/party-answers.ts';
import type { Phrase } from '#dashboard/boards/answer-line.ts';
import { newestMonth, slam } from '#dashboard/charts/slam.ts';
import { memberOf, numberOf } from '#dashboard/charts/table.ts';
import { bucket } from '#dashboard/format.ts';
import type { AnalysisFrame } from '#dashboard/lib/analysis-frame.ts';
import type { Answered } from '#dashboard/lib/board-data.ts';
import { recordsUrl } from '#dashboard/lib/links.ts';
import type { Query } from '#warehouse/query/query.ts';
import type { Reader } from '#warehouse/query/reader.ts';
import { analysisQuestion } from './analysis-scope.ts';
import { askOrSay } from './ask.ts';
import { attainment, breached, budgetLeft, completed, goal, goalIn, isSla, median } from './party-measures.ts';

export interface CustomersPage {
  frame: AnalysisFrame;
  phrases: Phrase[];
  grid: ReturnType<typeof slam>;
  goal: number | null;
  gridQuery: Query;
  table: Answered;
  query: Query;
}

/** SLAs by the customer of the record. */
export async function customersPage(reader: Reader, url: URL): Promise<CustomersPage> {
  const { frame, clocks } = await analysisQuestion(reader, url, [], [isSla], ['agreement_type']);
  const base = { period: clocks.period, filters: clocks.filters };
  const query: Query = {
    ...base,
    measures: [attainment, budgetLeft, breached, completed, goal, median],
    dimensions: ['customer'],
    sort: [{ by: attainment }]
  };
  const gridQuery: Query = { ...base, measures: [attainment, completed], dimensions: ['customer'], grain: 'month' };
  const targetQuery: Query = { ...base, measures: [attainment, goal], dimensions: ['customer', 'target'] };
  const [table, single, months, total] = await Promise.all([
    askOrSay(reader, query),
    askOrSay(reader, targetQuery),
    askOrSay(reader, gridQuery),
    askOrSay(reader, { ...base, measures: [goal] })
  ]);
  const all = goalIn(total.rows[0]);
  const grid = slam(months, { row: 'customer', attainment, completed, goal: all, asOf: frame.asOfDate });
  const newest = newestMonth(grid.rows);
  const line = table.refusal
    ? [{ text: table.refusal }]
    : customersAnswer(
        table.rows.map((row) => ({
          name: memberOf(row.customer),
          share: numberOf(row[attainment]),
          goal: goalIn(row),
          completed: numberOf(row[completed]) ?? 0,
          breached: numberOf(row[breached]) ?? 0,
          href: recordsUrl(query, { measure: breached, members: row }),
          shareHref: recordsUrl(query, { measure: attainment, members: row })
        })),
        all === null || !newest ? undefined : { ...newest, words: bucket(newest.period, 'month') },
        single.rows.flatMap((row) => {
          const [share, promised] = [numberOf(row[attainment]), goalIn(row)];
          if (share === null || promised === null) return [];
          const href = recordsUrl(targetQuery, { measure: attainment, members: row });
          return [{ customer: memberOf(row.customer), target: memberOf(row.target), share, goal: promised, href }];
        })
      );
  return {
    frame,
    phrases: line,
    grid,
    goal: all,
    gridQuery,
    table,
    query
  };
}
