import { recordTypes, type RecordType } from '../contract.ts';
import type { Patience } from './patience.ts';
import type { Reader } from './reader.ts';

/** A record by what it is called. */
export interface FoundRecord {
  type: RecordType;
  id: string;
  title: string | null;
  state: string | null;
}

/** A member of a dimension, with how many records have it. */
export interface FoundMember {
  dimension: string;
  member: string;
  count: number;
}

/** Dimensions whose members people know by name. */
export const namedDimensions = ['configuration_item', 'service', 'team', 'supplier', 'customer', 'category'] as const;

const longestText = 100;

/**
 * Records whose number is the text or begins with it, of every type; the exact one first. A range of numbers is read, never the
 * whole table. Large and small letters are tried as typed and as capitals.
 * @param limit of each type
 */
export async function recordsLike(reader: Reader, text: string, limit: number, patience?: Patience): Promise<FoundRecord[]> {
  const typed = text.trim().slice(0, longestText);
  if (typed === '') return [];
  return reader.use(async (connection, build) => {
    const found: FoundRecord[] = [];
    for (const type of recordTypes) {
      const columns = build.columns.get(`fact.${type}`);
      if (!columns?.has('record_id')) continue;
      const shown = (name: string): string =>
        columns.has(name) ? `CAST(${name} AS VARCHAR) AS ${name}` : `CAST(NULL AS VARCHAR) AS ${name}`;
      const rows = await connection.all<Omit<FoundRecord, 'type'>>(
        `SELECT record_id AS id, ${shown('title')}, ${shown('state')} FROM fact.${type}
         WHERE (record_id >= $1 AND starts_with(record_id, $1)) OR (record_id >= $2 AND starts_with(record_id, $2))
         ORDER BY record_id NOT IN ($1, $2), length(record_id), record_id LIMIT $3`,
        [typed, typed.toUpperCase(), limit]
      );
      found.push(...rows.map((row) => ({ type, ...row })));
    }
    const isExact = ({ id }: FoundRecord): boolean => id === typed || id === typed.toUpperCase();
    return found.toSorted((a, b) => Number(isExact(b)) - Number(isExact(a)));
  }, patience);
}

/** Members of named dimensions that hold the text: those that begin with it first, then the most frequent. */
export async function membersLike(reader: Reader, text: string, limit: number, patience?: Patience): Promise<FoundMember[]> {
  const typed = text.trim().slice(0, longestText);
  if (typed === '' || !reader.build.columns.has('dim.member')) return [];
  const names = namedDimensions.map((name) => `'${name}'`).join(', ');
  const rows = await reader.use(
    (connection) =>
      connection.all<FoundMember>(
        `SELECT dimension, member, record_count AS count FROM dim.member
         WHERE dimension IN (${names}) AND contains(lower(member), lower($1))
         ORDER BY starts_with(lower(member), lower($1)) DESC, record_count DESC, member LIMIT $2`,
        [typed, limit]
      ),
    patience
  );
  return rows.map((row) => ({ ...row, count: Number(row.count) }));
}

/** Suppliers that underpinning contracts name and that hold the text, by name. */
export async function contractorsLike(reader: Reader, text: string, limit: number, patience?: Patience): Promise<string[]> {
  const typed = text.trim().slice(0, longestText);
  if (typed === '' || !reader.build.columns.get('dim.target')?.has('party')) return [];
  const rows = await reader.use(
    (connection) =>
      connection.all<{ name: string }>(
        `SELECT DISTINCT coalesce(party, agreement)::VARCHAR AS name FROM dim.target
         WHERE agreement_type = 'UC' AND contains(lower(coalesce(party, agreement)), lower($1)) ORDER BY name LIMIT $2`,
        [typed, limit]
      ),
    patience
  );
  return rows.map(({ name }) => name);
}
