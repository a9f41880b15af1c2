import type { Connection } from '#warehouse/connection.ts';
import type { CompiledMapping } from '../compile-mapping.ts';
import type { Mapping } from '../mapping.ts';

const text = (count: number): string => count.toLocaleString('en');

/**
 * What the rows tell about themselves once they are mapped: grain, values that know the future, months that fall off. Sentences.
 */
export async function findingsOf(connection: Connection, mapping: Mapping, compiled: CompiledMapping): Promise<string[]> {
  await connection.run(
    `CREATE OR REPLACE TEMP TABLE mapped_rows AS SELECT record, ${compiled.columns.map(({ name, expression }) => `${expression} AS ${name}`).join(', ')} FROM ${compiled.source}`
  );
  const has = (name: string) => mapping.columns.has(name) && !compiled.unavailable.includes(name);
  return [
    ...(await grainFindings(connection, mapping, has)),
    ...(has('updated_at') ? await futureFindings(connection, mapping, has) : []),
    ...(has('opened_at') ? await cliffFindings(connection) : [])
  ];
}

async function grainFindings(connection: Connection, { grain }: Mapping, has: (name: string) => boolean): Promise<string[]> {
  const { rows, records } = (await connection.one<{ rows: number; records: number }>(
    'SELECT count(record_id) AS rows, count(DISTINCT record_id) AS records FROM mapped_rows'
  ))!;
  if (records === 0 || rows === records) return [];
  const counted = `${text(rows)} rows tell of ${text(records)} records (${(rows / records).toFixed(1)} rows each): count records, never rows`;
  if (grain === 'update') return [counted];
  const way = has('updated_at')
    ? 'if each row is a change, say grain: update in the mapping'
    : 'name a column that tells when each row became true (updated_at), or export one row per record';
  return [`${counted}; ${way}`];
}

const final = ['resolved_at', 'closed_at', 'resolver', 'resolution_code', 'resolution_notes'];

/** Final values on rows that were written before they were known. */
async function futureFindings(connection: Connection, { grain, columns }: Mapping, has: (name: string) => boolean): Promise<string[]> {
  const found: string[] = [];
  for (const name of grain === 'update' ? final.filter(has) : []) {
    const row = (await connection.one<{ constant: number; several: number; early: number }>(
      `SELECT count_if(kinds = 1 AND filled = rows) AS constant, count_if(rows > 1 AND filled > 0) AS several, coalesce(sum(early), 0)::BIGINT AS early
       FROM (SELECT count(*) AS rows, count(${name}) AS filled, count(DISTINCT ${name}) AS kinds,
                    ${name.endsWith('_at') ? `count_if(${name} > updated_at)` : '0'} AS early FROM mapped_rows GROUP BY record_id HAVING count(*) > 1)`
    ))!;
    const isFinal = row.several > 0 && row.constant >= row.several * 0.95;
    if (!isFinal && row.early === 0) continue;
    const later = row.early > 0 ? `, and on ${text(row.early)} rows it lies after the row's own time` : '';
    const way = columns.get(name)?.backfilled
      ? 'the mapping keeps it on the last row only'
      : `say backfilled: true for ${name}, or the past will know the future`;
    found.push(`${name} holds its final value on every row of a record${later}: ${way}`);
  }
  return found;
}

/** First and last months with far fewer records than the others: an export cut by another date, not a trend. */
async function cliffFindings(connection: Connection): Promise<string[]> {
  const months = await connection.all<{ month: string; count: number }>(
    `SELECT strftime(timezone('UTC', opened), '%Y-%m') AS month, count(*) AS count
     FROM (SELECT record_id, min(opened_at) AS opened FROM mapped_rows WHERE opened_at IS NOT NULL GROUP BY record_id) GROUP BY month ORDER BY month`
  );
  const total = months.reduce((sum, { count }) => sum + count, 0);
  const full = typical(
    months.map(({ count }) => count),
    total
  );
  if (months.length < 3 || full < 20) return [];
  const isThin = ({ count }: { count: number }) => count < full / 10;
  const head = months.slice(
    0,
    months.findIndex((month) => !isThin(month))
  );
  const tail = months.slice(months.findLastIndex((month) => !isThin(month)) + 1);
  const said = (part: typeof months, where: string) =>
    part.length === 0
      ? []
      : [
          `only ${text(part.reduce((sum, { count }) => sum + count, 0))} records were opened ${where}, where full months have about ${text(full)}: the export was probably chosen by another date, so this is no trend`
        ];
  return [...said(head, `before ${months[head.length]?.month}`), ...said(tail, `after ${months[months.length - tail.length - 1]?.month}`)];
}

/** Size of the month in which half of all records lie in months that are as large or larger. */
function typical(counts: readonly number[], total: number): number {
  let seen = 0;
  for (const count of [...counts].sort((a, b) => b - a)) {
    seen += count;
    if (seen >= total / 2) return count;
  }
  return 0;
}
