import type { Connection } from '#warehouse/connection.ts';
import { contract } from '#warehouse/contract.ts';
import { saysSomething } from '../cells/cell.ts';
import { instantReader } from '../cells/instant.ts';
import { positionsOf } from '../compile-mapping.ts';
import { AmbiguousHeader, indexHeader } from '../header.ts';
import type { Mapping } from '../mapping.ts';
import { plainFormats, type ColumnEvidence, type FormatEvidence } from './formats.ts';
import { orderOf, proveFormats } from './prove.ts';
import { formatsOf, leftovers, shapesOf, survey, type InstantColumn, type Shape } from './shapes.ts';

const sampled = 2000;

type Surveyed = InstantColumn & { shapes: Shape[] };

/**
 * Finds out how the instants of a delivery are written, for columns of format `auto`. Where the first rows hold ISO 8601 only, they are
 * believed, since a later value of another form is rejected and never misread. Any other form is followed through the whole column:
 * numeric dates are proved by every value, and forms that begin later are found. A column that proves nothing by itself takes the order
 * that its siblings in the same file prove, then the mapping's.
 * @param connection has the view `delivery` with the cells as text in columns c0, c1, …
 */
export async function gatherEvidence(connection: Connection, mapping: Mapping, header: readonly string[]): Promise<ColumnEvidence> {
  const wanted = autoColumns(mapping, header);
  if (wanted.size === 0) return {};
  const head = await readHead(connection, wanted);
  if (!head) return everyColumn(wanted, plain);
  const whole = await survey(connection, await withLeftovers(connection, head));
  const order = orderOf([...whole.values()].flat()) ?? mapping.dateOrder;
  return everyColumn(wanted, (name) => proveFormats(whole.get(name) ?? [], order));
}

/** Shapes of the first rows; undefined when all their instants are written year first. */
async function readHead(connection: Connection, wanted: ReadonlyMap<string, InstantColumn>): Promise<Map<string, Surveyed> | undefined> {
  const cells = [...new Set([...wanted.values()].map(({ cell }) => cell))];
  await connection.run(`CREATE OR REPLACE TEMP TABLE delivery_head AS SELECT ${cells.join(', ')} FROM delivery LIMIT ${sampled}`);
  try {
    const others = [...wanted.values()].map(
      ({ cell, nullValues }) => `count_if(${saysSomething(cell, nullValues)} AND NOT (${isYearFirst(cell)}))`
    );
    const { other } = (await connection.one<{ other: number }>(
      `SELECT CAST(${others.join(' + ')} AS BIGINT) AS other FROM delivery_head`
    ))!;
    if (other === 0) return undefined;
    const head = new Map<string, Surveyed>();
    for (const [name, column] of wanted) head.set(name, { ...column, shapes: await shapesOf(connection, column, 'delivery_head') });
    return head;
  } finally {
    await connection.run('DROP TABLE delivery_head');
  }
}

const isYearFirst = (cell: string): string =>
  `coalesce(trim(${cell})[5] = '-' AND (${instantReader(['iso'], 'UTC').sql(cell)}) IS NOT NULL, FALSE)`;

const plain = (): FormatEvidence => ({ formats: [...plainFormats], because: 'the first rows are written year first' });

const everyColumn = (wanted: ReadonlyMap<string, unknown>, evidence: (name: string) => FormatEvidence): ColumnEvidence =>
  Object.fromEntries([...wanted.keys()].map((name) => [name, evidence(name)]));

/** Adds the shapes that only later rows have, for columns that are not written year first from the beginning. */
async function withLeftovers(connection: Connection, head: ReadonlyMap<string, Surveyed>): Promise<Map<string, Surveyed>> {
  const found = new Map(head);
  for (const [name, column] of head) {
    if (column.shapes.length > 0 && column.shapes.every((shape) => shape.isIso)) continue;
    const formats = column.shapes.flatMap((shape) => (['day_first', 'month_first'] as const).flatMap((order) => formatsOf(shape, order)));
    const readers = [...new Set(formats)].map((format) => instantReader([format], 'UTC').sql(column.cell));
    const more = await leftovers(connection, column, readers, sampled);
    found.set(name, { ...column, shapes: [...column.shapes, ...more.filter((shape) => !isKnown(column.shapes, shape))] });
  }
  return found;
}

const isKnown = (shapes: readonly Shape[], shape: Shape): boolean =>
  shapes.some((other) => other.shape === shape.shape && other.firstDigits === shape.firstDigits && other.thirdDigits === shape.thirdDigits);

function autoColumns(mapping: Mapping, header: readonly string[]): Map<string, InstantColumn> {
  const index = indexHeader(header);
  const found = new Map<string, InstantColumn>();
  for (const column of contract[mapping.type]) {
    const rule = mapping.columns.get(column.name);
    if (column.type !== 'instant' || !rule?.formats.includes('auto')) continue;
    const position = positionOrNone(() => positionsOf(rule, column, index)[0]);
    if (position !== undefined) found.set(column.name, { cell: `c${position}`, nullValues: rule.nullValues });
  }
  return found;
}

/** A header that stands twice is reported when the mapping is compiled, with its way out. */
function positionOrNone(find: () => number | undefined): number | undefined {
  try {
    return find();
  } catch (error) {
    if (error instanceof AmbiguousHeader) return undefined;
    throw error;
  }
}
