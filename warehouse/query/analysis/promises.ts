import type { BuildFacts } from '../build.ts';
import type { Patience } from '../patience.ts';
import type { Reader } from '../reader.ts';
import { askRows, type Statement } from './scope.ts';

/** A target as it was defined for this build. */
export interface PromiseRow {
  target_id: string;
  agreement: string;
  agreement_type: 'SLA' | 'OLA' | 'UC';
  party: string | null;
  target: string;
  version: number;
  record_type: string;
  metric: string;
  /** `elapsed` (goals are seconds of schedule) or `working_day`. */
  unit: string;
  attainment_goal: number | null;
  calendar_source: string | null;
  valid_from: string | null;
  valid_to: string | null;
  /** `agreement/target` of the SLA targets that rest on it. */
  underpins: string[];
  /** Goal in seconds of schedule by priority; null stands for records without one. None where the unit is working days. */
  goals: { priority: number | null; goal: number }[];
  /** Calendars that its clocks counted on last, most used first. */
  calendars: string[];
}

/** Every target of the build, in the order of the definitions. */
export async function promises(reader: Reader, patience?: Patience): Promise<PromiseRow[]> {
  if (!reader.build.columns.has('dim.target')) return [];
  const rows = await askRows<
    Omit<PromiseRow, 'underpins' | 'goals' | 'calendars'> & Record<'underpins' | 'goals' | 'calendars', string | null>
  >(reader, promiseSql, patience);
  return rows.map((row) => ({
    ...row,
    underpins: JSON.parse(row.underpins ?? '[]') as string[],
    goals: JSON.parse(row.goals ?? '[]') as PromiseRow['goals'],
    calendars: JSON.parse(row.calendars ?? '[]') as string[]
  }));
}

function promiseSql(build: BuildFacts): Statement {
  const underpins = build.columns.get('dim.target')?.has('underpins') ? 't.underpins' : 'NULL';
  const calendars = build.columns.has('fact.clock')
    ? '(SELECT target_id::VARCHAR AS target_id, calendar::VARCHAR AS calendar, count(*) AS clocks FROM fact.clock WHERE calendar IS NOT NULL GROUP BY ALL)'
    : "(SELECT '' AS target_id, '' AS calendar, 0 AS clocks)";
  return {
    sql: `SELECT t.target_id, t.agreement, t.agreement_type, t.party, t.target, t.version, t.record_type, t.metric, t.unit, t.attainment_goal, t.calendar_source,
        CAST(t.valid_from AS VARCHAR) AS valid_from, CAST(t.valid_to AS VARCHAR) AS valid_to, ${underpins} AS underpins,
        (SELECT to_json(list({priority: g.priority, goal: g.goal_seconds} ORDER BY g.priority NULLS LAST))::VARCHAR FROM dim.goal AS g WHERE g.target_id = t.target_id AND g.goal_seconds IS NOT NULL) AS goals,
        (SELECT to_json(list(c.calendar ORDER BY c.clocks DESC, c.calendar))::VARCHAR FROM ${calendars} AS c WHERE c.target_id = t.target_id AND c.calendar <> '') AS calendars
      FROM dim.target AS t ORDER BY t.rowid`,
    values: []
  };
}
