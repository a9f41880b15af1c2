import type { Connection } from '../connection.ts';
import { verdictColumns, type RecordsPlan } from './record-plan.ts';

/** Rows of a figure's period and filters that it does not count, told by a statement of its own. */
export interface LeftOut {
  /** All rows of the period and the filters: those counted and those left out. */
  all: number;
  counted: number;
  count: number;
  /** What they fail first, the most frequent first: `condition` as in the measure's entry, of clocks with the stage they are in. */
  reasons: { condition: string; stage?: string; count: number }[];
  /** Rows under the same filters without the date that puts one into a period; absent where the figure has no period. */
  undated?: { column: string; count: number };
}

/** Counts what a figure leaves out; undefined where every row counts, as in a level. */
export async function leftOutOn(connection: Connection, { failing, undated, part, values }: RecordsPlan): Promise<LeftOut | undefined> {
  if (!failing) return undefined;
  const { source, date } = part.aggregate;
  const reason = verdictColumns.leftOut;
  const stage = source === 'clock' ? `CASE WHEN ${reason} IS NOT NULL THEN stage END` : 'NULL';
  const rows = await connection.all<{ reason: string | null; stage: string | null; amount: number | bigint }>(
    `SELECT ${reason} AS reason, ${stage} AS stage, count(*) AS amount FROM ${failing} GROUP BY ALL ORDER BY amount DESC, 1, 2`,
    values
  );
  const counts = rows.map(({ reason: failed, stage: at, amount }) => ({ failed, at, count: Number(amount) }));
  const added = (those: typeof counts): number => those.reduce((sum, { count }) => sum + count, 0);
  const out = counts.filter(({ failed }) => failed !== null);
  const without =
    undated && (await connection.one<{ amount: number | bigint }>(`SELECT count(*) AS amount FROM ${undated.from}`, undated.values));
  return {
    all: added(counts),
    counted: added(counts) - added(out),
    count: added(out),
    reasons: out.map(({ failed, at, count }) => ({ condition: failed!, ...(at === null ? {} : { stage: at }), count })),
    ...(without ? { undated: { column: date, count: Number(without.amount) } } : {})
  };
}
