import { fit, rank } from '#dashboard/boards/fuzzy.ts';
import { pages } from '#dashboard/boards/pages.ts';
import { count, word } from '#dashboard/format.ts';
import { customerUrl, recordUrl, supplierUrl } from '#dashboard/lib/links.ts';
import type { PaletteItem } from '#dashboard/lib/palette-item.ts';
import type { ViewReading } from '#dashboard/lib/view-reading.ts';
import { catalogue, measures } from '#warehouse/metrics/catalogue.ts';
import { whyUnavailable } from '#warehouse/query/build.ts';
import { contractorsLike, membersLike, recordsLike } from '#warehouse/query/find.ts';
import { writeFilter } from '#warehouse/query/params.ts';
import type { Patience } from '#warehouse/query/patience.ts';
import type { Reader } from '#warehouse/query/reader.ts';

const longestQuestion = 100;
const most = 40;

/**
 * What fits the text that somebody typed, best first: pages, KPIs, views, and by bound values records and members.
 * @param reader absent while nothing has been published
 */
export async function paletteItems(
  reader: Reader | undefined,
  views: readonly ViewReading[],
  typed: string,
  patience?: Patience
): Promise<PaletteItem[]> {
  const text = typed.trim().slice(0, longestQuestion);
  const known = [...pageItems(), ...views.map(viewItem), ...measureItems(reader)];
  if (text === '' || !reader) return rank(text, text === '' ? known.filter(({ kind }) => kind === 'page' || kind === 'view') : known, most);
  const [records, members, contractors] = await Promise.all([
    recordsLike(reader, text, 5, patience),
    membersLike(reader, text, 12, patience),
    contractorsLike(reader, text, 12, patience)
  ]);
  const parties = partyItems(members, contractors);
  const found = [...records.map(recordItem(text)), ...parties, ...members.map(memberItem)];
  return rank(text, [...known, ...found.filter(({ label }) => fit(text, label))], most);
}

const pageItems = (): PaletteItem[] =>
  pages.map(({ path, label, group }) => ({ kind: 'page', label, hint: group, href: path, weight: 60 }));

const viewItem = ({ name, description, of, href }: ViewReading): PaletteItem => ({
  kind: 'view',
  label: name,
  hint: of,
  more: description,
  href,
  weight: 40
});

function measureItems(reader: Reader | undefined): PaletteItem[] {
  return measures.flatMap((measure) => {
    const reason = reader && whyUnavailable(measure, reader.build, catalogue);
    const base = { label: measure.label, more: `${measure.name} ${measure.meaning} ${word(measure.process)}` };
    const open: PaletteItem = {
      kind: 'KPI',
      ...base,
      hint: `explore · ${word(measure.process)}`,
      href: `/explore?measures=${measure.name}`
    };
    const definition: PaletteItem = {
      kind: 'definition',
      ...base,
      hint: reason ? 'not available from this source' : `definition · ${word(measure.process)}`,
      href: `/kpis#${measure.name}`,
      weight: -30
    };
    return reason || !reader ? [definition] : [open, definition];
  });
}

const recordItem =
  (typed: string) =>
  ({ type, id, title, state }: Awaited<ReturnType<typeof recordsLike>>[number]): PaletteItem => ({
    kind: 'record',
    label: id,
    hint: [word(type), state && word(state), title].filter(Boolean).join(' · '),
    href: recordUrl(type, id),
    weight: id.toLowerCase() === typed.toLowerCase() ? 500 : 20
  });

/** Pages of customers and suppliers that are called so; a supplier may be named by its contract alone. */
function partyItems(members: Awaited<ReturnType<typeof membersLike>>, contractors: readonly string[]): PaletteItem[] {
  const named = (dimension: string): string[] => members.filter((one) => one.dimension === dimension).map(({ member }) => member);
  const item =
    (hint: string, address: (name: string) => string) =>
    (name: string): PaletteItem => ({ kind: 'page', label: name, hint, href: address(name), weight: 50 });
  return [
    ...named('customer').map(item('Customer', customerUrl)),
    ...[...new Set([...named('supplier'), ...contractors])].map(item('Supplier', supplierUrl))
  ];
}

const memberItem = ({ dimension, member, count: size }: Awaited<ReturnType<typeof membersLike>>[number]): PaletteItem => ({
  kind: 'member',
  label: member,
  hint: `${catalogue.dimensions.get(dimension)?.label ?? word(dimension)} · ${count(size)} records`,
  href: `/explore?${new URLSearchParams({ filter: writeFilter({ field: dimension, op: 'in', values: [member] }) })}`,
  weight: 10
});
