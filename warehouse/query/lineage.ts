import type { RecordType } from '../contract.ts';
import type { Connection } from '../connection.ts';
import type { Patience } from './patience.ts';
import type { Reader } from './reader.ts';
import { totalOf } from './total.ts';

/** What comes of what: an event raises an incident, incidents a problem, a problem a change. */
export const lineageOrder = ['event', 'incident', 'problem', 'change'] as const satisfies readonly RecordType[];
export type LineageType = (typeof lineageOrder)[number];

export interface LineageRecord {
  type: LineageType;
  id: string;
  title: string | null;
  state: string | null;
  /** ISO 8601 UTC. */
  openedAt: string;
}

/** One stage of the chain of a record. */
export interface LineageStage {
  type: LineageType;
  /** All of them; `records` holds the newest. */
  total: number;
  records: LineageRecord[];
}

export interface Lineage {
  /** Stages before the record's own, in order of the chain: what it came from. */
  from: LineageStage[];
  /** Stages after it: what it led to. */
  to: LineageStage[];
  /** Changes that caused it, or incidents that it caused: recorded by hand, against the order of the chain. */
  causes: LineageStage[];
  consequences: LineageStage[];
}

/** Records of one stage that are listed. */
const listed = 20;

/** `type: where its records are linked from the record`; `$1` is its number. */
type Steps = Partial<Record<LineageType, string>>;

const incidentsOf: Readonly<Record<LineageType, string>> = {
  event: 'record_id IN (SELECT incident_id FROM fact.event WHERE record_id = $1)',
  incident: 'record_id = $1',
  problem: 'problem_id = $1',
  change: 'change_id = $1 OR problem_id IN (SELECT record_id FROM fact.problem WHERE change_id = $1)'
};
const steps: Readonly<Record<LineageType, Steps>> = {
  event: {
    incident: incidentsOf.event,
    problem: `record_id IN (SELECT problem_id FROM fact.event WHERE record_id = $1 UNION SELECT problem_id FROM fact.incident WHERE ${incidentsOf.event})`,
    change: `record_id IN (SELECT change_id FROM fact.event WHERE record_id = $1 UNION SELECT change_id FROM fact.incident WHERE ${incidentsOf.event}
      UNION SELECT change_id FROM fact.problem WHERE record_id IN (SELECT problem_id FROM fact.event WHERE record_id = $1 UNION SELECT problem_id FROM fact.incident WHERE ${incidentsOf.event}))`
  },
  incident: {
    event: 'incident_id = $1',
    problem: 'record_id IN (SELECT problem_id FROM fact.incident WHERE record_id = $1)',
    change: `record_id IN (SELECT change_id FROM fact.incident WHERE record_id = $1
      UNION SELECT change_id FROM fact.problem WHERE record_id IN (SELECT problem_id FROM fact.incident WHERE record_id = $1))`
  },
  problem: {
    event: `problem_id = $1 OR incident_id IN (SELECT record_id FROM fact.incident WHERE ${incidentsOf.problem})`,
    incident: incidentsOf.problem,
    change: 'record_id IN (SELECT change_id FROM fact.problem WHERE record_id = $1)'
  },
  change: {
    event: `change_id = $1 OR incident_id IN (SELECT record_id FROM fact.incident WHERE ${incidentsOf.change})`,
    incident: incidentsOf.change,
    problem: 'change_id = $1'
  }
};

const isStage = (type: string): type is LineageType => (lineageOrder as readonly string[]).includes(type);

/** The chain that a record stands in, in both directions; undefined for a type that stands in none. */
export async function lineage(reader: Reader, type: string, id: string, patience?: Patience): Promise<Lineage | undefined> {
  if (!isStage(type)) return undefined;
  const missing = lineageOrder.some((name) => !reader.build.columns.has(`fact.${name}`));
  if (missing) return undefined;
  return reader.use(async (connection) => {
    const stage = (other: LineageType, where: string) => readStage(connection, other, where, id);
    const own = lineageOrder.indexOf(type);
    const along = async (names: readonly LineageType[]): Promise<LineageStage[]> => {
      const found: LineageStage[] = [];
      for (const name of names) found.push(await stage(name, steps[type][name]!));
      return found.filter(({ total }) => total > 0);
    };
    return {
      from: await along(lineageOrder.slice(0, own)),
      to: await along(lineageOrder.slice(own + 1)),
      causes:
        type === 'incident'
          ? [await stage('change', 'record_id IN (SELECT caused_by_change_id FROM fact.incident WHERE record_id = $1)')].filter(
              ({ total }) => total > 0
            )
          : [],
      consequences: type === 'change' ? [await stage('incident', 'caused_by_change_id = $1')].filter(({ total }) => total > 0) : []
    };
  }, patience);
}

async function readStage(connection: Connection, type: LineageType, where: string, id: string): Promise<LineageStage> {
  const rows = await connection.all<{ id: string; title: string | null; state: string | null; opened_at: Date; total: number }>(
    `WITH linked AS MATERIALIZED (
       SELECT record_id AS id, title::VARCHAR AS title, state::VARCHAR AS state, opened_at FROM fact.${type} WHERE ${where})
     SELECT *, ${totalOf('linked')} FROM linked ORDER BY opened_at DESC, id LIMIT ${listed}`,
    [id]
  );
  return {
    type,
    total: Number(rows[0]?.total ?? 0),
    records: rows.map((row) => ({ type, id: row.id, title: row.title, state: row.state, openedAt: row.opened_at.toISOString() }))
  };
}
