import { identifier, type Connection } from '../connection.ts';
import { dimensions } from '../metrics/dimension.ts';
import type { BuildFacts } from './build.ts';
import type { CellPlace } from './cell.ts';
import type { Filter } from './query.ts';

/** Dimension → member → what people call it, of members that are ids. */
export type Labels = Readonly<Record<string, Readonly<Record<string, string>>>>;

/** The labels of every dimension whose members are ids, as far as their tables are in the build. */
export async function readLabels(
  connection: Connection,
  columns: BuildFacts['columns']
): Promise<ReadonlyMap<string, ReadonlyMap<string, string>>> {
  const read = new Map<string, ReadonlyMap<string, string>>();
  for (const { name, labelled } of dimensions) {
    if (!labelled || !columns.get(labelled.table)?.has(labelled.label)) continue;
    const [id, label] = [identifier(labelled.id), identifier(labelled.label)];
    const rows = await connection.all<{ id: string; label: string }>(
      `SELECT CAST(${id} AS VARCHAR) AS id, any_value(${label}) AS label FROM ${labelled.table} WHERE ${label} IS NOT NULL GROUP BY ${id}`
    );
    read.set(name, new Map(rows.map((row) => [row.id, row.label])));
  }
  return read;
}

/** The labels of just these members of a dimension; undefined where none has one. */
export function labelsOfMembers({ labels }: BuildFacts, field: string, members: Iterable<unknown>): Record<string, string> | undefined {
  const known = labels?.get(field);
  if (!known) return undefined;
  const found = [...new Set(members)].flatMap((member) => {
    const label = known.get(String(member));
    return label === undefined ? [] : [[String(member), label] as const];
  });
  return found.length > 0 ? Object.fromEntries(found) : undefined;
}

/** The labels of all members that filters and a cell name. */
export function labelsIn(build: BuildFacts, filters: readonly Filter[] = [], cell: CellPlace = {}): Labels {
  const named = [
    ...filters.map((filter) => [filter.field, 'values' in filter ? filter.values : []] as const),
    ...Object.entries(cell.dimensions ?? {}).map(([field, value]) => [field, [value]] as const)
  ];
  return Object.fromEntries(
    named.flatMap(([field]) => {
      const all = named.filter(([other]) => other === field).flatMap(([, values]) => [...values]);
      const labels = labelsOfMembers(build, field, all);
      return labels ? [[field, labels] as const] : [];
    })
  );
}
