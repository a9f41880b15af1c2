import type { Connection } from '../connection.ts';
import { catalogue } from '../metrics/catalogue.ts';
import type { BuildFacts } from './build.ts';
import { compileLeaders } from './compile.ts';
import type { Filter } from './query.ts';
import type { CellRequest } from './record-plan.ts';

/**
 * A cell of the row that stands for all members that do not lead, as a cell of a question that leaves the leaders out by name; any other
 * cell as it is. Which members lead is told by the question as it was asked, over its whole period.
 * @throws QueryError when the question has no such row
 */
export async function withoutLeaders<Request extends CellRequest>(
  connection: Connection,
  build: BuildFacts,
  request: Request
): Promise<Request> {
  const { query, cell } = request;
  if (!cell?.other) return request;
  const { sql, values } = compileLeaders(query, catalogue, build);
  const rows = await connection.all(sql, values);
  const field = query.top!.dimension;
  const dimensions = Object.fromEntries(Object.entries(cell.dimensions ?? {}).filter(([name]) => name !== field));
  const filters = [
    ...(query.filters ?? []),
    ...noneOf(
      field,
      rows.map(({ leader_member: member }) => member as string | null)
    )
  ];
  return { ...request, query: { ...query, top: undefined, filters }, cell: { ...cell, other: undefined, dimensions } };
}

/** Records without a member are among the others, unless nothing leads. */
function noneOf(field: string, leaders: readonly (string | number | boolean | null)[]): Filter[] {
  const named = leaders.filter((member) => member !== null);
  return [
    ...(named.length ? [{ field, op: 'not_in' as const, values: named.map(plain) }] : []),
    ...(named.length < leaders.length ? [{ field, op: 'not_null' as const }] : [])
  ];
}

const plain = (member: string | number | boolean | bigint): string | number | boolean =>
  typeof member === 'bigint' ? Number(member) : member;
