import type { Connection } from '#warehouse/connection.ts';
import { contract } from '#warehouse/contract.ts';
import { positionsOf } from '../compile-mapping.ts';
import { AmbiguousHeader, indexHeader } from '../header.ts';
import type { Mapping } from '../mapping.ts';
import { plainFormats, type ColumnEvidence, type FormatEvidence } from './formats.ts';
import { orderOf, proveFormats, shapesOf, type Shape } from './shapes.ts';

const sampled = 2000;

/**
 * Finds out how the instants of a delivery are written, for columns of format `auto`. Values that one value alone decides (ISO 8601)
 * are believed from the first rows, since a later value of another form is rejected and never misread. Numeric dates are proved from
 * the whole column; a column that proves nothing by itself takes the order that its siblings in the same file prove.
 * @param connection has the view `delivery` with the cells as text in columns c0, c1, …
 */
export async function gatherEvidence(connection: Connection, mapping: Mapping, header: readonly string[]): Promise<ColumnEvidence> {
  const wanted = autoColumns(mapping, header);
  if (wanted.size === 0) return {};
  const head = await readShapes(connection, wanted, mapping, `(SELECT * FROM delivery LIMIT ${sampled})`);
  const doubtful = new Map([...wanted].filter(([name]) => !isPlain(head.get(name) ?? [])));
  const shapes = doubtful.size > 0 ? await readShapes(connection, doubtful, mapping, 'delivery') : new Map<string, Shape[]>();
  const siblings = orderOf([...shapes.values()].flat());
  return Object.fromEntries([...wanted.keys()].map((name) => [name, evidenceOf(shapes.get(name), siblings ?? mapping.dateOrder)]));
}

const isPlain = (shapes: readonly Shape[]): boolean => shapes.length > 0 && shapes.every((shape) => shape.isIso);

function evidenceOf(shapes: readonly Shape[] | undefined, order: Mapping['dateOrder']): FormatEvidence {
  if (!shapes) return { formats: [...plainFormats], because: 'every value of the first rows is written year first' };
  return proveFormats(shapes, order);
}

function autoColumns(mapping: Mapping, header: readonly string[]): Map<string, number> {
  const index = indexHeader(header);
  const found = new Map<string, number>();
  for (const column of contract[mapping.type]) {
    const rule = mapping.columns.get(column.name);
    if (column.type !== 'instant' || !rule?.formats.includes('auto')) continue;
    const position = positionOrNone(() => positionsOf(rule, column, index)[0]);
    if (position !== undefined) found.set(column.name, position);
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

async function readShapes(
  connection: Connection,
  wanted: ReadonlyMap<string, number>,
  mapping: Mapping,
  from: string
): Promise<Map<string, Shape[]>> {
  const found = new Map<string, Shape[]>();
  for (const [name, position] of wanted) {
    const nulls = mapping.columns.get(name)?.nullValues ?? [''];
    found.set(name, await shapesOf(connection, `c${position}`, from, nulls));
  }
  return found;
}
