import type { Connection } from '#warehouse/connection.ts';
import { catalogue, partsOf } from '#warehouse/metrics/catalogue.ts';
import { answer, type Answer, type Datum } from '#warehouse/query/answer.ts';
import type { CellPlace } from '#warehouse/query/cell.ts';
import { QueryError } from '#warehouse/query/error.ts';
import { goalCell } from '#warehouse/query/goal-cell.ts';
import type { Query } from '#warehouse/query/query.ts';
import type { Reader } from '#warehouse/query/reader.ts';
import { receipt } from '#warehouse/query/receipt.ts';
import type { CellRequest } from '#warehouse/query/record-plan.ts';
import { byCsv, byJson, readd, type Listed } from './readd.ts';
import { Draws, membersOf, questionOf, type DrawnQuestion, type Members } from './question.ts';
import { hasSecondDefinition, readAllFacts, secondValue, type Facts } from './second-route.ts';

export interface CellWorld {
  reader: Reader;
  facts: Facts;
  members: Members;
  /** Percentage of cells whose records come as CSV with every column; the others come as JSON, which takes a tenth of the time. */
  csvShare: number;
}

export interface Tally {
  /** Cells whose records were fetched and added up. */
  cells: number;
  /** Of those, how many as CSV with every column. */
  downloads: number;
  /** Cells computed besides by a second definition over raw rows. */
  second: number;
  /** Answers whose cells together had exactly the records of their total. */
  unions: number;
  /** Cells of a compared period, cells with a member that is missing. */
  compared: number;
  nameless: number;
  /** Cells of a row of the others, of totals, in another zone than the reporting one, of a goal. */
  others: number;
  totals: number;
  zoned: number;
  goals: number;
  measures: Set<string>;
  faults: string[];
}

export const openWorld = async (reader: Reader, connection: Connection, csvShare: number): Promise<CellWorld> => ({
  reader,
  csvShare,
  facts: await readAllFacts(connection, reader),
  members: await membersOf(reader, connection)
});

const empty = (): Tally => ({
  cells: 0,
  downloads: 0,
  second: 0,
  unions: 0,
  compared: 0,
  nameless: 0,
  others: 0,
  totals: 0,
  zoned: 0,
  goals: 0,
  measures: new Set(),
  faults: []
});

/** Asks one random question after the other until enough cells were checked. @param say after each question */
export async function checkCells(
  world: CellWorld,
  questions: readonly DrawnQuestion[],
  enough: number,
  say?: (tally: Tally) => void
): Promise<Tally> {
  const tally = empty();
  let at = 0;
  const work = async (): Promise<void> => {
    while (tally.cells < enough && at < questions.length) {
      await checkQuestion(world, questions[at++]!, tally);
      say?.(tally);
    }
  };
  await Promise.all([work(), work(), work()]);
  return tally;
}

async function checkQuestion(world: CellWorld, { measure, numbers }: DrawnQuestion, tally: Tally): Promise<void> {
  const { reader, members } = world;
  const draws = new Draws(numbers);
  const { query, told } = await asked(reader, questionOf(measure, draws, reader, members));
  if (told.unavailable[measure.name]) return checkUnavailable(world, query, told, tally);
  const full = told.rows.filter((row) => row[measure.name] !== null && row[measure.name] !== 0);
  for (let turn = 0; turn < 2 && told.rows.length > 0; turn++) {
    const row = full.length > 0 && draws.chance(80) ? draws.pick(full) : draws.pick(told.rows);
    await checkCell(world, query, told, row, draws, tally);
  }
  if (draws.chance(20)) await checkUnion(world, query, told, tally);
}

/** A zone is refused where only days are kept, not the instants that they are made of; then the question is asked without. */
async function asked(reader: Reader, query: Query): Promise<{ query: Query; told: Answer }> {
  try {
    return { query, told: await answer(reader, query) };
  } catch (error) {
    if (!(error instanceof QueryError) || error.field !== 'zone') throw error;
    const plain = { ...query, zone: undefined };
    return { query: plain, told: await answer(reader, plain) };
  }
}

function placeOf(query: Query, row: Record<string, Datum>, compare: boolean): CellPlace {
  const rolledUp = query.totals && row.total ? String(row.total).split(',') : [];
  const told = (query.dimensions ?? []).filter((name) => !rolledUp.includes(name));
  return {
    ...(query.grain && !rolledUp.includes('period') ? { period: row.period as string } : {}),
    dimensions: Object.fromEntries(told.map((name) => [name, row[name]!])),
    ...(row.other === true && told.includes(query.top!.dimension) ? { other: true } : {}),
    ...(compare ? { compare } : {})
  };
}

async function checkCell(
  world: CellWorld,
  query: Query,
  told: Answer,
  row: Record<string, Datum>,
  draws: Draws,
  tally: Tally
): Promise<void> {
  const [asked] = query.measures as [string];
  const isCompared = told.period.compare !== undefined && draws.chance(50);
  const isGoal = query.compare === 'target' && !told.unavailable[`${asked}:target`] && draws.chance(50);
  const place = placeOf(query, row, isCompared);
  const value = row[isCompared ? `${asked}:compare` : isGoal ? `${asked}:target` : asked] as number | null;
  const request: CellRequest = { query, measure: asked, cell: place };
  await checkFigure(world, isGoal ? goalCell(request) : request, told, value, draws, tally);
  if (isGoal) tally.goals++;
}

async function checkFigure(
  { reader, facts, csvShare }: CellWorld,
  { query, measure, cell = {} }: CellRequest,
  told: Answer,
  value: number | null,
  draws: Draws,
  tally: Tally
): Promise<void> {
  const fail = (what: string, other: unknown): void => {
    tally.faults.push(`${what}: ${String(other)} instead of ${String(value)} for ${JSON.stringify({ query, cell })}`);
  };
  const bill = await receipt(reader, { query, measure, cell });
  if (!same(bill.value, value)) fail('the receipt says', bill.value);
  if (!bill.isEqual) fail('the receipt is not equal to its records', bill.makeup?.value);
  const isDownloaded = draws.chance(csvShare);
  const again = await readd(isDownloaded ? byCsv(reader) : byJson(reader), query, measure, cell);
  if (!same(again, value)) fail('the records add up to', again);
  if (isDownloaded) tally.downloads++;
  tally.cells++;
  tally.measures.add(measure);
  if (cell.compare) tally.compared++;
  if (cell.other) tally.others++;
  if (Object.keys(cell.dimensions ?? {}).length < (query.dimensions?.length ?? 0)) tally.totals++;
  if (query.zone) tally.zoned++;
  if (Object.values(cell.dimensions ?? {}).includes(null)) tally.nameless++;
  if (!hasSecondDefinition(measure, query)) return;
  const second = secondValue(facts, query, measure, cell, told);
  if (!same(second, value)) fail('the second definition gives', second);
  tally.second++;
}

async function checkUnavailable({ reader }: CellWorld, query: Query, told: Answer, tally: Tally): Promise<void> {
  const [measure] = query.measures as [string];
  const bill = await receipt(reader, { query, measure });
  if (bill.value !== null || bill.unavailable !== told.unavailable[measure])
    tally.faults.push(`${measure} is not available and has ${bill.value}`);
}

const mostRows = 14;

/** The records of all cells of an answer are those of its total: none lost, none twice. Levels have no total over time. */
async function checkUnion({ reader }: CellWorld, query: Query, told: Answer, tally: Tally): Promise<void> {
  const measure = catalogue.measures.get(query.measures[0]!)!;
  const isLevel = measure.aggregate.kind === 'stock';
  const rows = told.rows.filter(({ total }) => !total);
  if (rows.length < 2 || rows.length > mostRows || (isLevel && query.grain)) return;
  const fetch = byJson(reader);
  for (const part of partsOf(measure)) {
    const cells: string[] = [];
    for (const row of rows) cells.push(...(await fetch(query, part.name, placeOf(query, row, false))).map(lineOf));
    const total = (await fetch(query, part.name, {})).map(lineOf);
    const [left, right] = [cells.toSorted(), total.toSorted()];
    if (left.length !== right.length || left.some((line, at) => line !== right[at])) {
      tally.faults.push(
        `${cells.length} records in the cells and ${total.length} in the total of ${part.name} for ${JSON.stringify(query)}`
      );
    }
  }
  tally.unions++;
}

const lineOf = (row: Listed): string => JSON.stringify(row);

/** Equal but for the last digits of a floating-point sum; no record at all is 0 for a count and nothing for a mean. */
const same = (left: number | null, right: number | null): boolean =>
  left === null || right === null ? left === right : Math.abs(left - right) <= 1e-9 * Math.max(1, Math.abs(left), Math.abs(right));
