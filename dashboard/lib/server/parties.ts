import { carried } from '#dashboard/boards/carried.ts';
import { budgetAnswer, customersAnswer, supplierWords, suppliersAnswer, type PartyReading } from '#dashboard/boards/party-answers.ts';
import { customerBoard, supplierBoard } from '#dashboard/boards/parties.ts';
import { joined } from '#dashboard/boards/unusual.ts';
import type { Phrase } from '#dashboard/boards/answer-line.ts';
import { slam } from '#dashboard/charts/slam.ts';
import { memberOf, numberOf, type Row } from '#dashboard/charts/table.ts';
import { bucket } from '#dashboard/format.ts';
import type { AnalysisFrame } from '#dashboard/lib/analysis-frame.ts';
import type { Answered, BoardData } from '#dashboard/lib/board-data.ts';
import type { PartyPage } from '#dashboard/lib/party-page.ts';
import { withoutClocks, type SupplierReading } from '#dashboard/lib/supplier-reading.ts';
import type { TargetReading } from '#dashboard/lib/target-reading.ts';
import { recordsUrl, supplierUrl } from '#dashboard/lib/links.ts';
import { promises } from '#warehouse/query/analysis/promises.ts';
import { timeSpent } from '#warehouse/query/analysis/time-spent.ts';
import type { Filter, Query } from '#warehouse/query/query.ts';
import type { Reader } from '#warehouse/query/reader.ts';
import { analysisQuestion } from './analysis-scope.ts';
import { askOrSay } from './ask.ts';
import { targetReadings } from './agreements.ts';
import { completeMonths, newestMonths } from './newest-months.ts';
import { loadBoard, type BoardOptions } from './board.ts';
import { attainment, breached, completed, goal, goalIn, isSla, isUc, median } from './party-measures.ts';

export interface CustomerPage {
  board: BoardData;
  phrases: Phrase[];
  /** The SLA targets with clocks of the customer, each with what it still allows. */
  targets: TargetReading[];
}

/**
 * One customer, over every process that names it; undefined when no record and no clock does. The customer is part of every question of the
 * page, so that nothing of another can come of it.
 */
export async function customerPage(
  reader: Reader,
  name: string,
  url: URL,
  options: Pick<BoardOptions, 'baselines'> = {}
): Promise<CustomerPage | undefined> {
  const own: Filter = { field: 'customer', op: 'in', values: [name] };
  if (!(await isNamed(reader, own))) return undefined;
  const board = await loadBoard(reader, customerBoard(name), url, { ...options, own: [own] });
  const total: Query = { period: board.scope.period, filters: [own, isSla], measures: [attainment, goal, completed, breached] };
  const monthly: Query = { ...total, measures: [attainment], grain: 'month' };
  const clocks = { period: board.scope.period, filters: [own, isSla] };
  const [sum, months, { readings }] = await Promise.all([
    askOrSay(reader, total),
    askOrSay(reader, monthly),
    targetReadings(reader, clocks, board.asOfDate)
  ]);
  const newest = newestMonths(months.rows, monthly, attainment, board.asOfDate);
  return {
    board,
    phrases: joined([
      sum.refusal ? [{ text: sum.refusal }] : customersAnswer([{ ...readingOf(name, sum.rows[0], total), newest }]),
      budgetAnswer(readings),
      board.phrases
    ]),
    targets: readings
  };
}

/** Whether any record, or any clock, is of the party. */
async function isNamed(reader: Reader, own: Filter): Promise<boolean> {
  const counts = ['service_level.started', 'incident.opened', 'request.opened', 'problem.opened', 'change.opened'];
  const answers = await Promise.all(
    counts.map((measure) => askOrSay(reader, { measures: [measure], filters: [own], period: { all: true } }))
  );
  return answers.some(({ rows }, at) => (numberOf(rows[0]?.[counts[at]!]) ?? 0) > 0);
}

const readingOf = (name: string, row: Row | undefined, total: Query): PartyReading => ({
  name,
  share: numberOf(row?.[attainment]),
  goal: goalIn(row),
  completed: numberOf(row?.[completed]) ?? 0,
  breached: numberOf(row?.[breached]) ?? 0,
  href: recordsUrl({ ...total, measures: [breached] }),
  shareHref: recordsUrl({ ...total, measures: [attainment] })
});

async function partyPage(
  reader: Reader,
  name: string,
  frame: AnalysisFrame,
  base: Pick<Query, 'period' | 'filters'>,
  by: [string, string][]
): Promise<PartyPage> {
  const sliced = by.map(([, dimension]): Query => ({
    ...base,
    measures: [attainment, completed, breached, median],
    dimensions: [dimension],
    sort: [{ by: breached, descending: true }]
  }));
  const total: Query = { ...base, measures: [attainment, goal, completed, breached] };
  const trend: Query = { ...base, measures: [attainment], grain: 'month' };
  const [tables, sum, months] = await Promise.all([
    Promise.all(sliced.map((query) => askOrSay(reader, query))),
    askOrSay(reader, total),
    askOrSay(reader, trend)
  ]);
  const reading = readingOf(name, sum.rows[0], total);
  return {
    frame,
    name,
    phrases: sum.refusal
      ? [{ text: sum.refusal }]
      : customersAnswer([{ ...reading, newest: newestMonths(months.rows, trend, attainment, frame.asOfDate) }]),
    trend,
    goal: reading.goal,
    slices: by.map(([title], at) => ({ title, query: sliced[at]!, table: tables[at]! }))
  };
}

export interface SuppliersPage {
  frame: AnalysisFrame;
  phrases: Phrase[];
  suppliers: SupplierReading[];
  /** Name of the newest complete month with a clock of a contract. */
  newest: string | null;
  grid: ReturnType<typeof slam>;
  goal: number | null;
  gridQuery: Query;
}

/** Underpinning contracts, and how much of the time of records went with a supplier named on them. */
export async function suppliersPage(reader: Reader, url: URL): Promise<SuppliersPage> {
  const { frame, clocks } = await analysisQuestion(reader, url, [], [], ['agreement_type', 'agreement', 'target', 'metric']);
  const base = { period: clocks.period, filters: [...clocks.filters, isUc] };
  const lives: Filter[] = [isSla, { field: 'metric', op: 'in', values: ['resolution', 'fulfilment'] }];
  const measured: Query = { ...base, measures: [attainment, goal, completed, breached, median], dimensions: ['agreement'] };
  const monthly: Query = { ...base, measures: [attainment, completed, median], dimensions: ['agreement'], grain: 'month' };
  const [rows, totals, months, parts] = await Promise.all([
    promises(reader),
    askOrSay(reader, measured),
    askOrSay(reader, monthly),
    timeSpent(reader, { period: clocks.period, filters: [...clocks.filters, ...lives] }, ['supplier'])
  ]);
  const contracts = new Map(rows.filter((row) => row.agreement_type === 'UC').map((row) => [row.agreement, row.party ?? row.agreement]));
  const names = [...new Set([...contracts.values(), ...parts.flatMap(({ members }) => members.supplier ?? [])])];
  const suppliers = names.map((name): SupplierReading => {
    const agreement = [...contracts].find(([, party]) => party === name)?.[0];
    const total = totals.rows.find((row) => memberOf(row.agreement) === agreement);
    const part = parts.find(({ members }) => members.supplier === name);
    return {
      name,
      href: carried(supplierUrl(name), url),
      agreement: agreement ?? null,
      share: numberOf(total?.[attainment]),
      goal: goalIn(total),
      completed: numberOf(total?.[completed]) ?? 0,
      breached: numberOf(total?.[breached]) ?? 0,
      breachedHref: total ? recordsUrl(measured, { measure: breached, members: total }) : null,
      shareHref: total ? recordsUrl(measured, { measure: attainment, members: total }) : null,
      wallShare: part?.wallShare ?? 0,
      wall: part?.wall ?? 0,
      records: part?.clocks ?? 0,
      ...monthsOf(months.rows, agreement, frame.asOfDate)
    };
  });
  const goals = goalIn(totals.rows[0]);
  suppliers.sort((a, b) => gap(a) - gap(b) || b.wall - a.wall);
  return {
    frame,
    phrases: suppliersAnswer(suppliers),
    suppliers,
    newest: monthName(completeMonths(months.rows, frame.asOfDate).at(-1)),
    grid: slam(renamed(months, contracts), { row: 'supplier', attainment, completed, goal: goals, asOf: frame.asOfDate }),
    goal: goals,
    gridQuery: monthly
  };
}

const gap = ({ share, goal: promised }: SupplierReading): number => (share === null || promised === null ? 9 : share - promised);

const monthName = (row: Row | undefined): string | null => (row ? bucket(memberOf(row.period), 'month') : null);

/** Rows by the contract's supplier instead of its name; the member of the query stays in `agreement`. */
const renamed = (table: Answered, contracts: ReadonlyMap<string, string>): Answered => ({
  ...table,
  rows: table.rows.map((row): Row => ({ ...row, supplier: contracts.get(memberOf(row.agreement)) ?? memberOf(row.agreement) }))
});

function monthsOf(
  rows: readonly Row[],
  agreement: string | undefined,
  asOfDate: string
): Pick<SupplierReading, 'holds' | 'newestMonth' | 'months'> {
  const own = completeMonths(
    rows.filter((row) => memberOf(row.agreement) === agreement),
    asOfDate
  );
  return {
    holds: own.map((row) => numberOf(row[median])),
    newestMonth: monthName(own.at(-1)),
    months: own.map((row) => numberOf(row[attainment]))
  };
}

export interface SupplierPage extends PartyPage {
  /** The records that name it, in all processes. */
  board: BoardData;
  agreement: string | null;
  holdTrend: Query;
  sentence: string;
}

/** One supplier: its contract and its records; undefined when neither a contract nor a record names it. */
export async function supplierPage(
  reader: Reader,
  name: string,
  url: URL,
  options: Pick<BoardOptions, 'baselines'> = {}
): Promise<SupplierPage | undefined> {
  const named: Filter = { field: 'supplier', op: 'in', values: [name] };
  const all = await suppliersPage(reader, url);
  const reading =
    all.suppliers.find((supplier) => supplier.name === name) ?? ((await isNamed(reader, named)) ? withoutClocks(name) : undefined);
  if (!reading) return undefined;
  const { frame, clocks } = await analysisQuestion(reader, url, [], [], ['agreement_type', 'agreement', 'target', 'metric']);
  const own: Filter[] = reading.agreement
    ? [{ field: 'agreement', op: 'in', values: [reading.agreement] }]
    : [isSla, { field: 'supplier', op: 'in', values: [name] }];
  const base = { period: clocks.period, filters: [...clocks.filters, ...own] };
  const view = await partyPage(reader, name, frame, base, [
    ['Teams at the stop', 'team'],
    ['Services', 'service'],
    ['Priorities', 'priority']
  ]);
  const question = reading.agreement
    ? `Does it keep ${reading.agreement}?`
    : 'No contract is defined; these are the records that name it, and their SLA clocks.';
  const board = await loadBoard(reader, supplierBoard(name, question), url, { ...options, own: [named] });
  return {
    ...view,
    board,
    agreement: reading.agreement,
    holdTrend: { ...base, measures: [median], grain: 'month' },
    sentence: supplierWords(reading)
  };
}
