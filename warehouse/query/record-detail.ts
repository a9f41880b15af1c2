import { contract, recordTypes, type RecordType } from '../contract.ts';
import type { Connection, Value } from '../connection.ts';
import { datum, type Datum } from './answer.ts';
import type { BuildFacts } from './build.ts';
import { unknownName } from './error.ts';
import type { Patience } from './patience.ts';
import type { Reader } from './reader.ts';

type Fields = Record<string, Datum>;

/** Everything the warehouse knows of one record. Instants are ISO 8601 UTC, durations seconds. */
export interface RecordDetail {
  type: RecordType;
  id: string;
  record: Fields;
  /** Stretches in which state, team, priority and assignee stayed the same, in order. */
  history: Fields[];
  clocks: Fields[];
  /** Stretches of all its clocks, by clock and in order. */
  segments: Fields[];
  /** The source tool's own clocks. */
  sourceClocks: Fields[];
  linked: LinkedRecord[];
  family: Fields | undefined;
}

export interface LinkedRecord {
  type: RecordType;
  id: string;
  title: string | null;
  state: string | null;
  openedAt: string | null;
  /** Column that links, and whether it stands in this record or in the other. */
  through: string;
  direction: 'to' | 'from';
}

/** Columns that hold the number of another record. */
const links: Readonly<Record<string, RecordType | 'same'>> = {
  problem_id: 'problem',
  change_id: 'change',
  caused_by_change_id: 'change',
  caused_by_access_grant_id: 'access_grant',
  incident_id: 'incident',
  request_id: 'request',
  parent_id: 'same'
};

/** A name from outside as a record type. @throws QueryError with the nearest */
export function recordTypeOf(name: string): RecordType {
  const type = recordTypes.find((entry) => entry === name);
  if (!type) throw unknownName('type', 'record type', name, recordTypes);
  return type;
}

/** One record with its history, clocks, segments, links and family; undefined when there is none of that number. */
export async function recordDetail(reader: Reader, type: RecordType, id: string, patience?: Patience): Promise<RecordDetail | undefined> {
  return reader.use(async (connection, build) => {
    if (!build.columns.has(`fact.${type}`)) return undefined;
    const [record] = await fields(connection, `SELECT * FROM fact.${type} WHERE record_id = $1`, [id]);
    if (!record) return undefined;
    const read = (table: string, sql: string): Promise<Fields[]> =>
      build.columns.has(table) ? fields(connection, sql, [id, type]) : Promise.resolve([]);
    const ofRecord = 'record_id = $1 AND record_type = $2';
    const clocks = await read('fact.clock', `SELECT * FROM fact.clock WHERE ${ofRecord} ORDER BY target_id, cycle, started_at`);
    return {
      type,
      id,
      record,
      history: await read('fact.history', `SELECT * FROM fact.history WHERE ${ofRecord} ORDER BY interval_number`),
      clocks,
      segments: clocks.length
        ? await read(
            'fact.segment',
            `SELECT * FROM fact.segment WHERE clock_id IN (SELECT clock_id FROM fact.clock WHERE ${ofRecord}) ORDER BY clock_id, segment_number`
          )
        : [],
      sourceClocks: build.columns.has('fact.service_level_source')
        ? await fields(connection, 'SELECT * FROM fact.service_level_source WHERE record_id = $1', [id])
        : [],
      linked: await linkedRecords(connection, build, type, id, record),
      family: (
        await read(
          'mart.family',
          `SELECT * FROM mart.family WHERE family_id IN (SELECT family_id FROM fact.family_member WHERE ${ofRecord}) ORDER BY family_id`
        )
      )[0]
    };
  }, patience);
}

/** How many records of the other side are listed for each link; a problem may have thousands of incidents. */
const mostLinked = 200;

async function linkedRecords(
  connection: Connection,
  build: BuildFacts,
  type: RecordType,
  id: string,
  record: Fields
): Promise<LinkedRecord[]> {
  const outward = Object.entries(links)
    .filter(([column]) => record[column])
    .map(([column, target]) => ({
      column,
      other: target === 'same' ? type : target,
      direction: 'to' as const,
      condition: 'record_id',
      value: String(record[column])
    }));
  const inward = recordTypes.flatMap((other) =>
    contract[other]
      .filter(({ name }) => links[name] === type || (links[name] === 'same' && other === type))
      .map(({ name }) => ({ column: name, other, direction: 'from' as const, condition: name, value: id }))
  );
  const found: LinkedRecord[] = [];
  for (const { column, other, direction, condition, value } of [...outward, ...inward]) {
    const columns = build.columns.get(`fact.${other}`);
    if (!columns?.has(condition)) continue;
    const has = (name: string): string => (columns.has(name) ? `CAST(${name} AS VARCHAR)` : 'NULL');
    const rows = await fields(
      connection,
      `SELECT record_id AS id, ${has('title')} AS title, ${has('state')} AS state, opened_at FROM fact.${other} WHERE ${condition} = $1 ORDER BY opened_at DESC, record_id LIMIT ${mostLinked}`,
      [value]
    );
    found.push(...rows.map((row) => linkOf(row, other, column, direction)));
  }
  return found;
}

const linkOf = (row: Fields, type: RecordType, through: string, direction: 'to' | 'from'): LinkedRecord => ({
  type,
  id: String(row.id),
  title: row.title as string | null,
  state: row.state as string | null,
  openedAt: row.opened_at as string | null,
  through,
  direction
});

/** Local dates are told from instants by their midnight, since both come as dates. */
async function fields(connection: Connection, sql: string, values: Value[]): Promise<Fields[]> {
  const needed = values.filter((_, index) => sql.includes(`$${index + 1}`));
  const rows = await connection.all(sql, needed);
  return rows.map((row) =>
    Object.fromEntries(Object.entries(row).map(([name, cell]) => [name, datum(cell, /_date$|^(date|week)$/.test(name) ? 10 : undefined)]))
  );
}
