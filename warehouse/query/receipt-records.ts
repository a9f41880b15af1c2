import type { BuildFacts } from './build.ts';
import type { Patience } from './patience.ts';
import type { Reader } from './reader.ts';
import { receiptOn, type Receipt } from './receipt.ts';
import { verdictColumns, type CellRequest, type RecordsRequest } from './record-plan.ts';
import { recordsOn, type RecordList } from './records.ts';

export interface RecordsOf extends RecordList {
  measure: string;
  /** Each row adds one. */
  isOneEach: boolean;
}

/** A receipt and its records, or those of its parts, all from one build. @param request `partLimit`: records shown of each part */
export async function receiptWithRecords(
  reader: Reader,
  { partLimit, ...request }: RecordsRequest & { partLimit?: number },
  patience?: Patience
): Promise<{ receipt: Receipt; records: RecordsOf[] }> {
  const known = await reader.known(request.query.asKnownOn);
  return known.use(async (connection, build) => {
    const receipt = await kept(known, build, request, () => receiptOn(connection, build, request));
    const asked = receipt.parts
      ? receipt.parts.receipts.map((part) => {
          const { query, cell } = request;
          return { part, one: { query, cell, measure: part.definition.name, limit: partLimit } };
        })
      : receipt.unavailable
        ? []
        : [{ part: receipt, one: request }];
    const records: RecordsOf[] = [];
    for (const { part, one } of asked) {
      const list = await recordsOn(connection, build, one, listed(part, one));
      const isOneEach = list.rows.every((row) => row[verdictColumns.other] === 1);
      records.push({ ...list, measure: one.measure, isOneEach });
    }
    return { receipt, records };
  }, patience);
}

/** Turning a page, or listing those that count, asks for the same receipt again. */
async function kept(
  { cache }: Reader,
  { buildId }: BuildFacts,
  { query, measure, cell }: CellRequest,
  make: () => Promise<Receipt>
): Promise<Receipt> {
  const key = `${buildId} receipt ${JSON.stringify({ query, measure, cell })}`;
  const known = cache.get<Receipt>(key);
  if (known) return known;
  const made = await make();
  cache.set(key, made, JSON.stringify(made).length * 2);
  return made;
}

/** How many records a list of a receipt has: counted once, when they were added up. */
function listed({ makeup }: Receipt, { side }: RecordsRequest): number | undefined {
  const { records, numerator } = makeup ?? {};
  if (side === 'left_out') return makeup?.leftOut?.count ?? 0;
  if (numerator === undefined || records === undefined || side === undefined || side === 'denominator') return records;
  return side === 'numerator' ? numerator : records - numerator;
}
