import type { Connection } from '../connection.ts';
import { catalogue } from '../metrics/catalogue.ts';
import type { Measure } from '../metrics/measure.ts';
import { findMeasure } from '../metrics/percentile.ts';
import { additivity } from '../metrics/measure.ts';
import { sources } from '../metrics/source.ts';
import { buildWords, datum, type BuildWords } from './answer.ts';
import type { BuildFacts } from './build.ts';
import { cellFilters, cellTime, type CellPlace, type CellTime } from './cell.ts';
import { compile } from './compile.ts';
import { unknownName } from './error.ts';
import { labelsIn, type Labels } from './labels.ts';
import { makeupOn, type Makeup } from './makeup.ts';
import { withoutLeaders } from './other.ts';
import { normalise } from './normalise.ts';
import { toParams } from './params.ts';
import type { Patience } from './patience.ts';
import type { Query } from './query.ts';
import type { Reader } from './reader.ts';
import { receiptAddress } from './receipt-address.ts';
import { planRecords, type CellRequest } from './record-plan.ts';

/** What stands behind one figure: enough to defend it and to compute it again. */
export interface Receipt {
  definition: Definition;
  value: number | null;
  /** Why there is no figure. */
  unavailable?: string;
  /** Whether the figure, added up again from its records by statements of their own, comes out the same, and no row of the period is lost. */
  isEqual: boolean;
  /** How it comes about; absent for what is derived or not available. */
  makeup?: Makeup;
  /** Of a derived measure: what it is computed from, in the order of the formula. */
  parts?: { operation: 'sum' | 'difference' | 'quotient'; receipts: Receipt[] };
  /** The question that it was a cell of, and which one. */
  query: Query;
  cell: CellPlace;
  /** Local dates that it stands for; absent for what is measured at the data instant alone. */
  time?: CellTime & { isPartial: boolean };
  /** The cell as a question of its own, in dates that stay. */
  own: { query: Query; params: string; filters: string[] };
  /** Opens this receipt again, on the server that answered. */
  address: string;
  /** What computed the figure, and what lists its records; values of `$1`, `$2`, … */
  statements: { figure: Statement; records?: Statement };
  build: BuildWords;
  /** What people call the members that filters and cell name by id. */
  labels: Labels;
}

export interface Statement {
  sql: string;
  values: unknown[];
}

/** A measure in words, for dictionaries, receipts and glossaries. */
export interface Definition extends Omit<Measure, 'aggregate'> {
  /** `additive`, `semi-additive` (a level), `ratio`, `percentile` or `derived`. */
  additivity: ReturnType<typeof additivity>;
  /** Tables it is counted from. */
  tables: string[];
  /** Column that puts a record into a period; absent for derived measures. */
  date?: string;
}

/** One measure in words; undefined when there is none of that name. */
export function definitionOf(name: string): Definition | undefined {
  const measure = findMeasure(name, catalogue);
  if (!measure) return undefined;
  const { aggregate, ...words } = measure;
  if (aggregate.kind !== 'derived') {
    return { ...words, additivity: additivity(measure), tables: [sources[aggregate.source].table], date: aggregate.date };
  }
  const tables = aggregate.from.flatMap((part) => definitionOf(part)?.tables ?? []);
  return { ...words, additivity: additivity(measure), tables: [...new Set(tables)] };
}

/** The receipt of one cell, all of it from one build. @throws QueryError when the cell is none of the query */
export const receipt = async (reader: Reader, request: CellRequest, patience?: Patience): Promise<Receipt> =>
  (await reader.known(request.query.asKnownOn)).use((connection, build) => receiptOn(connection, build, request), patience);

/** The same on a connection that is out already. Which of the records a list shows is nothing to the figure. */
export async function receiptOn(
  connection: Connection,
  build: BuildFacts,
  { query: asked, measure: name, cell: at }: CellRequest
): Promise<Receipt> {
  const request = await withoutLeaders(connection, build, { query: asked, measure: name, cell: at });
  const { query, cell = {} } = request;
  const measure = askedMeasure(request);
  const { own, place, time } = ownQuestion(request, measure, build);
  const { sql, values, unavailable } = compile(own, catalogue, build);
  const params = toParams(own);
  const base = {
    definition: definitionOf(measure.name)!,
    query,
    cell,
    ...(time ? { time } : {}),
    own: { query: own, params: params.toString(), filters: params.getAll('filter') },
    address: `${receiptAddress(own, measure.name, place)}&build=${build.buildId}`,
    build: buildWords(build),
    labels: labelsIn(build, [...(query.filters ?? []), ...(own.filters ?? [])], cell)
  };
  const figure = { sql, values };
  const reason = unavailable[measure.name];
  if (reason) return { ...base, value: null, unavailable: reason, isEqual: true, statements: { figure } };
  const rows = await connection.all(sql, values);
  const row =
    place.period === undefined ? rows[0] : rows.find(({ period }) => datum(period ?? null, place.period?.length) === place.period);
  const value = numberOf(row?.[place.compare ? `${measure.name}:compare` : measure.name]);
  if (measure.aggregate.kind === 'derived') {
    const { operation, from } = measure.aggregate;
    const receipts: Receipt[] = [];
    for (const part of from) receipts.push(await receiptOn(connection, build, { ...request, measure: part }));
    const again = derived(operation, receipts[0]!.value, receipts[1]!.value);
    const isEqual = same(value, again) && receipts.every((part) => part.isEqual);
    return { ...base, value, isEqual, parts: { operation, receipts }, statements: { figure } };
  }
  const makeup = await makeupOn(connection, build, request);
  const plan = planRecords(request, build);
  const records = { sql: `SELECT * FROM ${plan.from}`, values: plan.values };
  return { ...base, value, isEqual: same(value, makeup.value) && isWhole(makeup), makeup, statements: { figure, records } };
}

/** The measure itself, or the part of a derived one that was asked for. */
function askedMeasure({ query, measure }: CellRequest): Measure {
  const parts = query.measures.flatMap((name) => {
    const aggregate = catalogue.measures.get(name)?.aggregate;
    return [name, ...(aggregate?.kind === 'derived' ? aggregate.from : [])];
  });
  const found = parts.includes(measure) ? findMeasure(measure, catalogue) : undefined;
  if (!found) throw unknownName('measure', 'measure in this query', measure, parts);
  return found;
}

/** The cell as a question of its own: its members as filters, its bucket as dates. An hour stays a bucket of its day, and a bucket
 * beside which nothing lies stays what it is. */
function ownQuestion({ query, cell = {} }: CellRequest, measure: Measure, build: BuildFacts) {
  const filters = [...(query.filters ?? []), ...cellFilters(query, cell)];
  const { period } = normalise({ ...query, sort: undefined, top: undefined, totals: undefined }, catalogue, build);
  const { zone, asKnownOn } = query;
  const kept = { ...(zone ? { zone } : {}), ...(asKnownOn ? { asKnownOn } : {}) };
  const base: Query = { measures: [measure.name], ...(filters.length ? { filters } : {}), ...kept };
  if (isAtInstant(measure)) return { own: base, place: {} as CellPlace, time: undefined };
  const { from, to, hour } = cellTime(period, query, cell, build.fiscalYearStart);
  const asked = query.period ? { period: query.period } : {};
  const span = from < to ? { period: { from, to } } : asked;
  const isPartial =
    !cell.compare && (cell.period === undefined ? period.isPartial : period.partialFrom !== undefined && cell.period >= period.partialFrom);
  const time = { from, to, ...(hour === undefined ? {} : { hour }), isPartial };
  if (from >= to && cell.compare && cell.period !== undefined) {
    const place: CellPlace = { period: cell.period, compare: true };
    return { own: { ...base, ...asked, grain: query.grain, compare: query.compare }, place, time };
  }
  if (hour === undefined) return { own: { ...base, ...span }, place: {} as CellPlace, time };
  const place: CellPlace = { period: `${from}T${String(hour).padStart(2, '0')}:00` };
  return { own: { ...base, ...span, grain: 'hour' as const }, place, time };
}

/** Measured once, at the data instant, whatever the period. */
function isAtInstant({ aggregate }: Measure): boolean {
  if (aggregate.kind !== 'derived') return aggregate.date === 'as_of';
  return aggregate.from.every((name) => isAtInstant(catalogue.measures.get(name)!));
}

function derived(operation: 'sum' | 'difference' | 'quotient', left: number | null, right: number | null): number | null {
  if (left === null || right === null) return null;
  if (operation === 'quotient') return right === 0 ? null : left / right;
  return operation === 'sum' ? left + right : left - right;
}

const numberOf = (cell: unknown): number | null => (typeof cell === 'number' ? cell : typeof cell === 'bigint' ? Number(cell) : null);

/** What is counted and what is left out are all there is. */
const isWhole = ({ records, leftOut }: Makeup): boolean => leftOut === undefined || leftOut.counted === records;

/** Equal but for the last digits of a floating-point mean. */
const same = (left: number | null, right: number | null): boolean =>
  left === null || right === null ? left === right : Math.abs(left - right) <= 1e-9 * Math.max(1, Math.abs(left), Math.abs(right));
