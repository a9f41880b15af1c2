import { identifier, type Connection } from '../connection.ts';
import { recordTypes, states } from '../contract.ts';
import { agreementTypes, metrics } from './definitions.ts';
import type { Plan } from './plan.ts';
import { enumOf, stages } from './sql.ts';

type Columns = Record<string, string>;

/** Names that the definitions give are ENUMs: a change of definitions makes all clocks anew. */
const namesOf = (plan: Plan) => ({
  target: enumOf(['', ...plan.targets.map(({ id }) => id)]),
  agreement: enumOf(['', ...plan.targets.map(({ agreement }) => agreement.name)]),
  targetName: enumOf(['', ...plan.targets.map(({ name }) => name)]),
  calendar: calendarEnum(plan)
});

/** Names of calendars as a type. */
export const calendarEnum = (plan: Plan): string => enumOf(['', ...plan.calendars.flatMap(({ name }) => name || [])]);
/** Whether a segment counts. */
export const kindEnum = enumOf(['running', 'paused']);

/**
 * Columns of `fact.clock`, in order. Durations are seconds; `remaining_seconds` is below 0 once the goal is overrun. `is_completed`: it
 * stopped and the verdict is known. `is_exact`: the least and the most it can have used are the same (R21). `stopped_by`: the instant,
 * state or rule that ended it; `stop_state_source`: the source's word where it was cancelled (merged, deleted, …). `calendar_source` and
 * `zone_source`: the link of the chain that was used, `fixed` for the last resort.
 */
export function clockColumns(plan: Plan): Columns {
  const names = namesOf(plan);
  return {
    clock_id: 'BIGINT',
    record_type: enumOf(recordTypes),
    record_id: 'VARCHAR',
    target_id: names.target,
    cycle: 'INTEGER',
    agreement: names.agreement,
    agreement_type: enumOf(agreementTypes),
    target: names.targetName,
    metric: enumOf(metrics),
    priority: 'TINYINT',
    team: 'VARCHAR',
    service: 'VARCHAR',
    customer: 'VARCHAR',
    supplier: 'VARCHAR',
    category: 'VARCHAR',
    started_at: 'TIMESTAMPTZ',
    stopped_at: 'TIMESTAMPTZ',
    goal_seconds: 'BIGINT',
    due_at: 'TIMESTAMPTZ',
    breached_at: 'TIMESTAMPTZ',
    elapsed_business_seconds: 'BIGINT',
    elapsed_actual_seconds: 'BIGINT',
    elapsed_least_seconds: 'BIGINT',
    elapsed_most_seconds: 'BIGINT',
    paused_seconds: 'BIGINT',
    remaining_seconds: 'BIGINT',
    stage: enumOf(stages),
    stopped_by: 'VARCHAR',
    stop_state_source: 'VARCHAR',
    is_completed: 'BOOLEAN',
    is_breached: 'BOOLEAN',
    is_ever_breached: 'BOOLEAN',
    is_exact: 'BOOLEAN',
    calendar: names.calendar,
    calendar_version: 'INTEGER',
    calendar_source: 'VARCHAR',
    zone_source: 'VARCHAR',
    target_version: 'INTEGER',
    start_date: 'DATE',
    stop_date: 'DATE',
    opened_date: 'DATE',
    attainment_goal: 'DOUBLE',
    warn_at: 'DOUBLE'
  };
}

/** Columns of `fact.segment`: stretches that tile a clock. `business_seconds` are open seconds, also of a pause. */
export function segmentColumns(plan: Plan): Columns {
  return {
    clock_id: 'BIGINT',
    segment_number: 'INTEGER',
    from_at: 'TIMESTAMPTZ',
    to_at: 'TIMESTAMPTZ',
    kind: kindEnum,
    business_seconds: 'BIGINT',
    wall_seconds: 'BIGINT',
    out_of_hours_seconds: 'BIGINT',
    team: 'VARCHAR',
    supplier: 'VARCHAR',
    priority: 'TINYINT',
    state: enumOf(states),
    calendar: namesOf(plan).calendar,
    interval_number: 'INTEGER'
  };
}

/** Columns of `fact.uncovered`: records to which a target attaches but has no goal for their priority (R22). */
export function uncoveredColumns(plan: Plan): Columns {
  const { record_type, record_id, target_id, agreement, target, metric, priority, team, service, customer, opened_date } =
    clockColumns(plan);
  return { record_type, record_id, target_id, agreement, target, metric, priority, team, service, customer, opened_date } as Columns;
}

export const createTable = (connection: Connection, name: string, columns: Columns): Promise<void> =>
  connection.run(
    `CREATE OR REPLACE TABLE ${name} (${Object.entries(columns)
      .map(([column, type]) => `${identifier(column)} ${type}`)
      .join(', ')})`
  );
