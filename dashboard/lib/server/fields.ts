import type { FilterField } from '#dashboard/lib/filter-field.ts';
import { catalogue } from '#warehouse/metrics/catalogue.ts';
import type { Reader } from '#warehouse/query/reader.ts';
import { available, table } from '#warehouse/query/tables.ts';

type Members = ReadonlyMap<string, readonly FilterField['members'][number][]>;
const kept = new WeakMap<Reader, { buildId: string; members: Promise<Members> }>();

/** Columns of a target that are dimensions of clocks. */
const ofTargets = ['agreement', 'agreement_type', 'target', 'metric'] as const;

/** What the menus of the filter bar offer: members by how many records have them. */
export async function filterFields(reader: Reader, names: readonly string[]): Promise<FilterField[]> {
  const members = await membersOf(reader);
  return names.map((name) => ({ name, label: catalogue.dimensions.get(name)?.label ?? name, members: members.get(name) ?? [] }));
}

async function membersOf(reader: Reader): Promise<Members> {
  const { buildId } = reader.build;
  const known = kept.get(reader.whole);
  if (known?.buildId === buildId) return known.members;
  const members = readMembers(reader.whole);
  kept.set(reader.whole, { buildId, members });
  members.catch(() => kept.delete(reader.whole));
  return members;
}

async function readMembers(reader: Reader): Promise<Members> {
  const there = available(reader.build);
  const rowsOf = async (name: 'members' | 'targets') => (there.includes(name) ? (await table(reader, name, { limit: 20_000 })).rows : []);
  const [rows, targets] = await Promise.all([rowsOf('members'), rowsOf('targets')]);
  const found = new Map<string, FilterField['members'][number][]>();
  for (const row of rows) push(found, String(row.dimension), { value: String(row.member), count: Number(row.record_count) });
  for (const column of ofTargets) {
    if (found.has(column)) continue;
    for (const value of [...new Set(targets.map((target) => String(target[column])))].sort()) push(found, column, { value });
  }
  for (const [name, list] of found) found.set(name, ordered(name, list));
  return found;
}

function push(found: Map<string, FilterField['members'][number][]>, name: string, member: FilterField['members'][number]): void {
  found.set(name, [...(found.get(name) ?? []), member]);
}

/** Numbers and dimensions with a natural order go by it; the rest by how many records they have, as the table gives them. */
function ordered(name: string, list: FilterField['members'][number][]): FilterField['members'][number][] {
  const dimension = catalogue.dimensions.get(name);
  const order = dimension?.order?.map(String);
  if (order) return [...list].sort((a, b) => order.indexOf(a.value) - order.indexOf(b.value));
  return dimension?.type === 'integer' ? [...list].sort((a, b) => Number(a.value) - Number(b.value)) : list;
}
