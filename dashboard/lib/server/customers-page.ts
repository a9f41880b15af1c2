import { customersAnswer } from '#dashboard/boards/party-answers.ts';
import type { Phrase } from '#dashboard/boards/answer-line.ts';
import { goalIn, promisedBy, promisedTargets, type Promised } from '#dashboard/boards/promised.ts';
import { newestMonth, slam } from '#dashboard/charts/slam.ts';
import { memberOf, numberOf, type Row } from '#dashboard/charts/table.ts';
import { bucket, percent } from '#dashboard/format.ts';
import type { AnalysisFrame } from '#dashboard/lib/analysis-frame.ts';
import type { Answered } from '#dashboard/lib/board-data.ts';
import { customerUrl, recordsUrl } from '#dashboard/lib/links.ts';
import type { TableColumn } from '#dashboard/lib/table-column.ts';
import { columnsOf } from '#dashboard/lib/table-of.ts';
import type { Query } from '#warehouse/query/query.ts';
import type { Reader } from '#warehouse/query/reader.ts';
import { analysisQuestion } from './analysis-scope.ts';
import { askOrSay } from './ask.ts';
import { attainment, breached, completed, goal, isSla, median } from './party-measures.ts';
import { promisedByMonth } from './promised.ts';

export interface CustomersPage {
  frame: AnalysisFrame;
  phrases: Phrase[];
  grid: ReturnType<typeof slam>;
  gridQuery: Query;
  columns: TableColumn[];
  table: Answered;
  query: Query;
}

/** SLAs by the customer of the record. */
export async function customersPage(reader: Reader, url: URL): Promise<CustomersPage> {
  const { frame, clocks } = await analysisQuestion(reader, url, [], [isSla], ['agreement_type']);
  const base = { period: clocks.period, filters: clocks.filters };
  const query: Query = {
    ...base,
    measures: [attainment, breached, completed, median],
    dimensions: ['customer'],
    sort: [{ by: attainment }]
  };
  const gridQuery: Query = { ...base, measures: [attainment, completed], dimensions: ['customer'], grain: 'month' };
  const targetQuery: Query = { ...base, measures: [attainment, goal], dimensions: ['customer', ...promisedTargets] };
  const [answered, single, months, inMonth] = await Promise.all([
    askOrSay(reader, query),
    askOrSay(reader, targetQuery),
    askOrSay(reader, gridQuery),
    promisedByMonth(reader, base, 'customer')
  ]);
  const promised = promisedBy(single.rows, (row) => memberOf(row.customer));
  const grid = slam(months, { row: 'customer', attainment, completed, promised: inMonth, asOf: frame.asOfDate });
  const newest = newestMonth(grid.rows);
  const line = answered.refusal
    ? [{ text: answered.refusal }]
    : customersAnswer(
        answered.rows.map((row) => {
          const { goal, missed } = promised(memberOf(row.customer));
          return {
            name: memberOf(row.customer),
            share: numberOf(row[attainment]),
            goal,
            missed: missed && { ...missed, href: budgetUrl(row) ?? '#customers' },
            completed: numberOf(row[completed]) ?? 0,
            breached: numberOf(row[breached]) ?? 0,
            href: recordsUrl(query, { measure: breached, members: row }),
            shareHref: recordsUrl(query, { measure: attainment, members: row })
          };
        }),
        newest && { ...newest, words: bucket(newest.period, 'month') },
        single.rows.flatMap((row) => {
          const [share, promise] = [numberOf(row[attainment]), goalIn(row)];
          if (share === null || promise === null) return [];
          const href = recordsUrl(targetQuery, { measure: attainment, members: row });
          return [{ customer: memberOf(row.customer), target: memberOf(row.target), share, goal: promise, href }];
        })
      );
  const [customer, ...others] = columnsOf(answered.columns).map((column) =>
    column.name === attainment ? { ...column, targetIn: goal } : column
  );
  return {
    frame,
    phrases: line,
    grid,
    gridQuery,
    columns: customer ? [customer, ...others.toSpliced(1, 0, ...beside)] : [],
    table: {
      ...answered,
      rows: answered.rows.map((row) => {
        const own = promised(memberOf(row.customer));
        const tightest = tightestOf(single.rows.filter((target) => target.customer === row.customer));
        return { ...row, [goal]: own.goal, promised: promisedWords(own), tightest, budgetHref: budgetUrl(row) };
      })
    },
    query
  };
}

const beside: TableColumn[] = [
  {
    name: 'tightest',
    label: 'Tightest error budget',
    unit: 'text',
    meaning:
      'Of all targets, the one with the smallest part of its allowed breaches left. What other targets have left does not pay for it.'
  },
  { name: 'promised', label: 'Goal', unit: 'text' }
];

/** `18.7 % over, Response`, of rows by target; null where none promises a share below all. */
function tightestOf(targets: readonly Row[]): string | null {
  const [tightest] = targets
    .flatMap((row) => {
      const [share, promise] = [numberOf(row[attainment]), goalIn(row)];
      if (share === null || promise === null || promise >= 1) return [];
      return [{ target: memberOf(row.target), left: (share - promise) / (1 - promise) }];
    })
    .sort((a, b) => a.left - b.left);
  if (!tightest) return null;
  const { left, target } = tightest;
  return `${percent(Math.abs(left))} ${left < 0 ? 'over' : 'left'}, ${target}`;
}

/** The customer's page, where each of its targets stands beside its goal. */
const budgetUrl = ({ customer }: Row): string | null => (customer === null ? null : `${customerUrl(memberOf(customer))}#budget`);

const promisedWords = ({ goal, missed }: Promised): string | null => missed?.words ?? (goal === null ? null : percent(goal));
