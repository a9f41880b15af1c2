import { recordTypes, type RecordType } from '../../contract.ts';
import { QueryError } from '../error.ts';
import type { Patience } from '../patience.ts';
import type { Reader } from '../reader.ts';

/** What a record is called, to find it by. */
export interface RecordName {
  type: RecordType;
  id: string;
  title: string | null;
  state: string | null;
}

/** How many of the nearest numbers are named. */
const mostNear = 3;

/**
 * Records of a number, by type: numbers are unique within a type only.
 * @param type only of this type
 * @throws QueryError with the nearest numbers there are, when there is no such record
 */
export async function findRecords(reader: Reader, id: string, type?: RecordType, patience?: Patience): Promise<RecordName[]> {
  return reader.use(async (connection, build) => {
    const types = recordTypes.filter((each) => (type === undefined || each === type) && build.columns.has(`fact.${each}`));
    const found: RecordName[] = [];
    for (const each of types) {
      const columns = build.columns.get(`fact.${each}`);
      const text = (name: string): string => (columns?.has(name) ? `${name}::VARCHAR AS ${name}` : `NULL::VARCHAR AS ${name}`);
      const rows = await connection.all<Omit<RecordName, 'type'>>(
        `SELECT record_id AS id, ${text('title')}, ${text('state')} FROM fact.${each} WHERE record_id = $1`,
        [id]
      );
      found.push(...rows.map((row) => ({ type: each, ...row })));
    }
    if (found.length > 0) return found;
    const near: { type: RecordType; id: string; likeness: number }[] = [];
    for (const each of types)
      near.push(
        ...(
          await connection.all<{ id: string; likeness: number }>(
            `SELECT record_id AS id, jaro_winkler_similarity(lower(record_id), lower($1)) AS likeness FROM fact.${each}
            WHERE likeness > 0.85 ORDER BY likeness DESC, record_id LIMIT ${mostNear}`,
            [id]
          )
        ).map((row) => ({ type: each, ...row }))
      );
    const nearest = near.toSorted((a, b) => b.likeness - a.likeness).slice(0, mostNear);
    const what = type === undefined ? 'record' : type.replaceAll('_', ' ');
    const names = nearest.map((each) => `${each.id} (${each.type.replaceAll('_', ' ')})`);
    throw new QueryError(
      'record',
      id,
      `there is no ${what} with the number ${id}${names.length > 0 ? `; nearest: ${names.join(', ')}` : ''}`,
      { possible: nearest.map((each) => each.id) }
    );
  }, patience);
}
