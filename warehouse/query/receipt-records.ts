import type { Patience } from './patience.ts';
import type { Reader } from './reader.ts';
import { receiptOn, type Receipt } from './receipt.ts';
import { verdictColumns, type RecordsRequest } from './record-plan.ts';
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
  const asked = await reader.known(request.query.asKnownOn);
  return asked.use(async (connection, build) => {
    const receipt = await receiptOn(connection, build, request);
    const names = receipt.parts?.receipts.map(({ definition }) => definition.name);
    const asked = names
      ? names.map((measure) => ({ query: request.query, cell: request.cell, measure, limit: partLimit }))
      : receipt.unavailable
        ? []
        : [request];
    const records: RecordsOf[] = [];
    for (const one of asked) {
      const list = await recordsOn(connection, build, one);
      const isOneEach = list.rows.every((row) => row[verdictColumns.other] === 1);
      records.push({ ...list, measure: one.measure, isOneEach });
    }
    return { receipt, records };
  }, patience);
}
