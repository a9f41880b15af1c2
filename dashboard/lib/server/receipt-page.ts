import { pluralOf } from '#dashboard/boards/grain-words.ts';
import { reasonWords } from '#dashboard/boards/left-out-words.ts';
import { filterWords, receiptWords } from '#dashboard/boards/receipt-words.ts';
import { count, plural, shownUnit } from '#dashboard/format.ts';
import type { Choice, ListedRecords, ReceiptPage, ReceiptPart } from '#dashboard/lib/receipt-page.ts';
import { catalogue } from '#warehouse/metrics/catalogue.ts';
import { findMeasure } from '#warehouse/metrics/percentile.ts';
import { sources } from '#warehouse/metrics/source.ts';
import type { Reader } from '#warehouse/query/reader.ts';
import type { Makeup } from '#warehouse/query/makeup.ts';
import type { Receipt, Statement } from '#warehouse/query/receipt.ts';
import { receiptWithRecords, type RecordsOf } from '#warehouse/query/receipt-records.ts';
import { verdictColumns, type RecordsRequest } from '#warehouse/query/record-plan.ts';
import type { Side } from '#warehouse/query/record-source.ts';
import { recordsRequest } from '#warehouse/query/respond.ts';
import { recordColumnOf } from './record-columns.ts';

const pageSize = 100;
/** Records shown of each part of a derived figure. */
const partSize = 20;

/** The receipt of the figure that an address names, with its records a page at a time. @throws QueryError */
export async function receiptPage(reader: Reader, url: URL): Promise<ReceiptPage> {
  const own = new URLSearchParams([...url.searchParams].filter(([name]) => name !== 'page' && name !== 'build'));
  const request = recordsRequest(own);
  const page = Math.max(1, Math.trunc(Number(url.searchParams.get('page') ?? 1)) || 1);
  const { receipt, records } = await receiptWithRecords(reader, {
    ...request,
    limit: pageSize,
    offset: (page - 1) * pageSize,
    partLimit: partSize
  });
  const { build, definition, statements } = receipt;
  const written = url.searchParams.get('build');
  const address = new URL(receipt.address, url);
  return {
    ...receiptWords(receipt),
    measure: definition.name,
    meaning: definition.meaning,
    isEqual: receipt.isEqual,
    unavailable: receipt.unavailable,
    others: othersOf(url, request),
    statements: [
      statementOf('The figure', statements.figure),
      ...(statements.records ? [statementOf('Its records', statements.records)] : [])
    ],
    address: address.href,
    json: `/api/receipt${address.search}`,
    isOtherBuild: written !== null && written !== build.id,
    records: receipt.makeup && listOf(receipt, records[0]!, request, url, page),
    parts: (receipt.parts?.receipts ?? []).map((part, at) => partOf(part, records[at]!, url)),
    drops: dropsOf(url, request, receipt)
  };
}

function partOf(part: Receipt, records: RecordsOf, url: URL): ReceiptPart {
  const { figure, how } = receiptWords(part);
  const { label, name } = part.definition;
  const list = listOf(part, records, {}, url, 1);
  return {
    label,
    figure,
    how,
    href: changed(url, { measure: name }),
    isEqual: part.isEqual,
    records: { ...list, sides: [], orders: [], pages: { words: '' } }
  };
}

function listOf(
  receipt: Receipt,
  records: RecordsOf,
  { side = 'denominator', sort }: Partial<RecordsRequest>,
  url: URL,
  page: number
): ListedRecords {
  const { definition, makeup, build } = receipt;
  const measure = findMeasure(definition.name, catalogue)!;
  const type = measure.aggregate.kind === 'derived' ? undefined : sources[measure.aggregate.source].recordType;
  const isOneEach = measure.aggregate.kind === 'count' || measure.aggregate.kind === 'stock' || records.isOneEach;
  const isShare = makeup?.numerator !== undefined;
  const csv = new URLSearchParams(new URL(receipt.address, url).search);
  csv.delete('build');
  csv.set('format', 'csv');
  if (side !== 'denominator') csv.set('side', side);
  return {
    title: plural(records.total, records.grain, pluralOf(records.grain)),
    note:
      side === 'left_out' ? 'Of the same period and filters, and not in the figure' : 'Exactly the records that the figure is made from',
    sides: sidesOf(url, side, makeup, definition.otherwise),
    orders: isShare || isOneEach || side === 'left_out' ? [] : ordersOf(url, sort?.[0]),
    columns: records.columns
      .filter(({ name }) => name !== 'clock_id' && !(isOneEach && name === verdictColumns.other))
      .map((column) => recordColumnOf(column, shownUnit(definition), build.zone)),
    rows: records.rows.map((row) => ({ ...(type ? { record_type: type } : {}), ...row, ...reasonOf(row, definition) })),
    total: records.total,
    csv: `/api/records?${csv}`,
    pages: pagesOf(url, page, records.total)
  };
}

/** Of a row that is left out: why, in words. */
function reasonOf(row: RecordsOf['rows'][number], definition: Receipt['definition']): RecordsOf['rows'][number] {
  const condition = row[verdictColumns.leftOut];
  if (typeof condition !== 'string') return {};
  return { [verdictColumns.leftOut]: reasonWords(condition, typeof row.stage === 'string' ? row.stage : undefined, definition) };
}

/** Which records can be listed: of a share all that it is over, those above the line and the others; and what a figure leaves out. */
function sidesOf(url: URL, chosen: Side, makeup: Makeup | undefined, otherwise: string | undefined): Choice[] {
  if (!makeup) return [];
  const { records, numerator, leftOut } = makeup;
  const entries: (readonly [Side, string])[] =
    numerator === undefined
      ? [['denominator', `In the figure (${count(records)})`]]
      : [
          ['denominator', `All that it is over (${count(records)})`],
          ['numerator', `Those that count (${count(numerator)})`],
          ['rest', `Over, did not count${otherwise ? `: ${otherwise}` : ''} (${count(records - numerator)})`]
        ];
  if (leftOut?.count) entries.push(['left_out', `Left out of the figure (${count(leftOut.count)})`]);
  if (entries.length < 2) return [];
  return entries.map(([side, label]) => ({
    label,
    href: changed(url, { side: side === 'denominator' ? null : side, order: null, page: null }),
    isChosen: side === chosen
  }));
}

const ordersOf = (url: URL, chosen: { by: string; descending?: boolean } | undefined): Choice[] =>
  (
    [
      [null, 'Latest first'],
      [`-${verdictColumns.other}`, 'Largest value first'],
      [verdictColumns.other, 'Smallest value first']
    ] as const
  ).map(([order, label]) => ({
    label,
    href: changed(url, { order, page: null }),
    isChosen: order === (chosen ? `${chosen.descending ? '-' : ''}${chosen.by}` : null)
  }));

const statementOf = (title: string, { sql, values }: Statement): ReceiptPage['statements'][number] => ({
  title,
  sql,
  values: values.map((value, at) => `$${at + 1} = ${JSON.stringify(value)}`)
});

const othersOf = (url: URL, { query, measure }: RecordsRequest): ReceiptPage['others'] =>
  query.measures
    .filter((name) => name !== measure)
    .map((name) => ({
      label: findMeasure(name, catalogue)?.label ?? name,
      href: changed(url, { measure: name, page: null, side: null, order: null })
    }));

function pagesOf(url: URL, page: number, total: number): ListedRecords['pages'] {
  const first = (page - 1) * pageSize + 1;
  return {
    ...(page > 1 ? { before: changed(url, { page: page === 2 ? null : String(page - 1) }) } : {}),
    ...(page * pageSize < total ? { after: changed(url, { page: String(page + 1) }) } : {}),
    words: `${count(first)}–${count(Math.min(page * pageSize, total))} of ${count(total)}`
  };
}

/** The same address with one filter less each. */
function dropsOf(url: URL, { query }: RecordsRequest, { labels }: Receipt): ReceiptPage['drops'] {
  return (query.filters ?? []).map((filter, at) => {
    const params = new URLSearchParams(url.search);
    const written = params.getAll('filter');
    params.delete('filter');
    written.filter((_, index) => index !== at).forEach((text) => params.append('filter', text));
    return { label: filterWords(filter, labels), href: `?${params}` };
  });
}

/** The address with parameters set, or left out where null. */
function changed(url: URL, changes: Record<string, string | null>): string {
  const params = new URLSearchParams(url.search);
  for (const [name, value] of Object.entries(changes)) {
    if (value === null) params.delete(name);
    else params.set(name, value);
  }
  return `?${params}`;
}
