import { carried } from '#dashboard/boards/carried.ts';
import {
  budgetAnswer,
  customersAnswer,
  suppliersAnswer,
  supplierShare,
  supplierTime,
  type PartyReading
} from '#dashboard/boards/party-answers.ts';
import { customerBoard, supplierBoard } from '#dashboard/boards/parties.ts';
import { gapOf, promisedBy, promisedTargets } from '#dashboard/boards/promised.ts';
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
import { attainment, breached, completed, goal, isSla, isUc, median } from './party-measures.ts';
import { promisedByMonth, promisedIn, type PromisedReading } from './promised.ts';

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
  const total: Query = { period: board.scope.period, filters: [own, isSla], measures: [attainment, completed, breached] };
  const monthly: Query = { ...total, measures: [attainment], grain: 'month' };
  const clocks = { period: board.scope.period, filters: [own, isSla] };
  const [sum, months, { readings }, promised] = await Promise.all([
    askOrSay(reader, total),
    askOrSay(reader, monthly),
    targetReadings(reader, clocks, board.asOfDate),
    promisedIn(reader, clocks, board.scope)
  ]);
  const newest = newestMonths(months.rows, monthly, attainment, board.asOfDate);
  return {
    board,
    phrases: joined([
      sum.refusal ? [{ text: sum.refusal }] : customersAnswer([{ ...readingOf(name, sum.rows[0], total, promised), newest }]),
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

const readingOf = (name: string, row: Row | undefined, total: Query, { goal, missed, href }: PromisedReading): PartyReading => ({
  name,
  share: numberOf(row?.[attainment]),
  goal,
  missed: missed && { ...missed, href },
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
  const total: Query = { ...base, measures: [attainment, completed, breached] };
  const trend: Query = { ...base, measures: [attainment], grain: 'month' };
  const [tables, sum, months, promised] = await Promise.all([
    Promise.all(sliced.map((query) => askOrSay(reader, query))),
    askOrSay(reader, total),
    askOrSay(reader, trend),
    promisedIn(reader, base, { ...frame.scope, own: base.filters ?? [] })
  ]);
  const reading = readingOf(name, sum.rows[0], total, promised);
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
  gridQuery: Query;
}

/** Underpinning contracts, and how much of the time of records went with a supplier named on them. */
export async function suppliersPage(reader: Reader, url: URL): Promise<SuppliersPage> {
  const { frame, clocks } = await analysisQuestion(reader, url, [], [], ['agreement_type', 'agreement', 'target', 'metric']);
  const base = { period: clocks.period, filters: [...clocks.filters, isUc] };
  const lives: Filter[] = [isSla, { field: 'metric', op: 'in', values: ['resolution', 'fulfilment'] }];
  const measured: Query = { ...base, measures: [attainment, completed, breached], dimensions: ['agreement'] };
  const single: Query = { ...base, measures: [attainment, goal], dimensions: promisedTargets };
  const monthly: Query = { ...base, measures: [attainment, completed, median], dimensions: ['agreement'], grain: 'month' };
  const [rows, totals, targets, months, inMonth, parts] = await Promise.all([
    promises(reader),
    askOrSay(reader, measured),
    askOrSay(reader, single),
    askOrSay(reader, monthly),
    promisedByMonth(reader, base, 'agreement'),
    timeSpent(reader, { period: clocks.period, filters: [...clocks.filters, ...lives] }, ['supplier'])
  ]);
  const contracts = new Map(rows.filter((row) => row.agreement_type === 'UC').map((row) => [row.agreement, row.party ?? row.agreement]));
  const names = [...new Set([...contracts.values(), ...parts.flatMap(({ members }) => members.supplier ?? [])])];
  const promised = promisedBy(targets.rows, (row) => memberOf(row.agreement));
  const suppliers = names.flatMap((name): SupplierReading[] => {
    const own = [...contracts].flatMap(([agreement, party]) => (party === name ? [agreement] : []));
    const part = parts.find(({ members }) => members.supplier === name);
    return (own.length > 0 ? own : [null]).map((agreement) => {
      const total = totals.rows.find((row) => memberOf(row.agreement) === agreement);
      return {
        name,
        label: own.length > 1 ? `${name}, ${agreement}` : name,
        href: carried(supplierUrl(name), url),
        agreement,
        share: numberOf(total?.[attainment]),
        ...promised(agreement ?? ''),
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
  });
  suppliers.sort((a, b) => (gapOf(a) ?? 9) - (gapOf(b) ?? 9) || b.wall - a.wall);
  const labels = new Map(suppliers.map(({ agreement, label }) => [agreement, label]));
  const contractOf = new Map(suppliers.map(({ agreement, label }) => [label, agreement]));
  return {
    frame,
    phrases: suppliersAnswer(suppliers),
    suppliers,
    newest: monthName(completeMonths(months.rows, frame.asOfDate).at(-1)),
    grid: slam(labelled(months, labels), {
      row: 'label',
      attainment,
      completed,
      promised: (label, month) => inMonth(contractOf.get(label) ?? label, month),
      asOf: frame.asOfDate
    }),
    gridQuery: monthly
  };
}

const monthName = (row: Row | undefined): string | null => (row ? bucket(memberOf(row.period), 'month') : null);

/** Rows by the contract's supplier instead of its name; the member of the query stays in `agreement`. */
const labelled = (table: Answered, labels: ReadonlyMap<string | null, string>): Answered => ({
  ...table,
  rows: table.rows.map((row): Row => ({ ...row, label: labels.get(memberOf(row.agreement)) ?? memberOf(row.agreement) }))
});

function monthsOf(
  rows: readonly Row[],
  agreement: string | null,
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
  agreements: string[];
  /** The targets of its contracts, each with what it still allows. */
  targets: TargetReading[];
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
  const known = all.suppliers.filter((supplier) => supplier.name === name);
  const readings = known.length === 0 && (await isNamed(reader, named)) ? [withoutClocks(name)] : known;
  const [reading] = readings;
  if (!reading) return undefined;
  const agreements = readings.flatMap(({ agreement }) => agreement ?? []);
  const { frame, clocks } = await analysisQuestion(reader, url, [], [], ['agreement_type', 'agreement', 'target', 'metric']);
  const own: Filter[] = agreements.length
    ? [{ field: 'agreement', op: 'in', values: agreements }]
    : [isSla, { field: 'supplier', op: 'in', values: [name] }];
  const base = { period: clocks.period, filters: [...clocks.filters, ...own] };
  const view = await partyPage(reader, name, frame, base, [
    ['Teams at the stop', 'team'],
    ['Services', 'service'],
    ['Priorities', 'priority']
  ]);
  const question = agreements.length
    ? `Does it keep ${agreements.join(' and ')}?`
    : 'No contract is defined; these are the records that name it, and their SLA clocks.';
  const [board, { readings: targets }] = await Promise.all([
    loadBoard(reader, supplierBoard(name, question), url, { ...options, own: [named] }),
    targetReadings(reader, base, frame.asOfDate)
  ]);
  return {
    ...view,
    board,
    agreements,
    targets,
    holdTrend: { ...base, measures: [median], grain: 'month' },
    sentence: readings
      .map(supplierTime)
      .filter((words) => words !== '')
      .concat(supplierShare(reading))
      .join(' ')
  };
}
