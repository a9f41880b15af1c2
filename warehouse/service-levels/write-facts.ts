import { literal } from '../connection.ts';
import type { Chain } from './definitions.ts';
import type { Plan, PlannedTarget } from './plan.ts';
import { calendarEnum, kindEnum } from './fact-tables.ts';
import type { Grid } from './grid-tables.ts';
import type { Course } from './condition-sql.ts';
import { linkWords } from './links.ts';
import { localDateSql, pack, stateNameSql } from './sql.ts';
import { verdictsSql } from './verdicts.ts';

const instant = (seconds: string): string => `to_timestamp(${seconds})`;
const numberOrNull = (value: number | undefined): string => (value === undefined ? 'NULL' : String(value));
const calendarName = (plan: Plan, index: string): string =>
  `CASE ${index} ${plan.calendars
    .filter(({ name }) => name)
    .map(({ name }, at) => `WHEN ${at} THEN ${literal(name)}::${calendarEnum(plan)}`)
    .join(' ')} END`;

/** Version of a calendar in force on a date. */
function calendarVersion({ calendars }: Plan, index: string, date: string): string {
  const branches = calendars
    .filter(({ name }) => name)
    .flatMap(({ versions }, at) => {
      const later = versions.slice(1).reverse();
      const dated = later.map(
        ({ validFrom, version }) => `WHEN ${index} = ${at} AND ${date} >= DATE ${literal(validFrom ?? '0001-01-01')} THEN ${version}`
      );
      return [...dated, `WHEN ${index} = ${at} THEN ${versions[0]?.version ?? 1}`];
    });
  return `CASE ${branches.join(' ')} END`;
}

/** The same record, target and cycle has the same id in every build. 63 bits. */
const clockId = ({ recordType, id }: PlannedTarget): string =>
  `(hash(${literal(recordType)}, r.record_id, ${literal(id)}, v.cycle) >> 1)::BIGINT`;

/** Columns of `fact.clock` that tell of the target, the same for all its clocks. */
function targetColumns({ agreement, ...target }: PlannedTarget): string {
  return `${literal(target.recordType)} AS record_type, ${literal(target.id)} AS target_id, ${literal(agreement.name)} AS agreement, ${literal(agreement.type)} AS agreement_type,
      ${literal(target.name)} AS target, ${literal(target.metric)} AS metric, ${target.version} AS target_version,
      ${numberOrNull(target.attainment)}::DOUBLE AS attainment_goal, ${target.warnAt}::DOUBLE AS warn_at`;
}

export function insertClocksSql(target: PlannedTarget, plan: Plan, grid: Grid): string {
  const date = (seconds: string) => localDateSql(seconds, plan.zone, plan.from, plan.asOf);
  return `INSERT INTO fact.clock BY NAME
    SELECT * EXCLUDE (calendar_index), ${calendarName(plan, 'calendar_index')} AS calendar, ${calendarVersion(plan, 'calendar_index', 'start_date')} AS calendar_version FROM (
      SELECT ${clockId(target)} AS clock_id, r.record_id, v.cycle, ${targetColumns(target)},
        nullif(v.priority, 0) AS priority, m.team, r.service, r.customer, r.supplier, r.category, ${instant('v.start_s')} AS started_at, ${instant('v.stop_s')} AS stopped_at, v.goal AS goal_seconds,
        ${instant('v.due_s')} AS due_at, ${instant('v.breached_s')} AS breached_at, v.elapsed AS elapsed_business_seconds,
        v.actual AS elapsed_actual_seconds, v.least AS elapsed_least_seconds, v.most AS elapsed_most_seconds, v.paused AS paused_seconds, CASE WHEN NOT v.is_cancelled THEN v.goal - v.elapsed END AS remaining_seconds,
        v.stage, v.stage IN ('met', 'breached') AND v.stop_s IS NOT NULL AS is_completed, v.stage = 'breached' AS is_breached, v.is_ever_breached,
        v.least = v.most AS is_exact, v.stopped_by, CASE WHEN v.is_cancelled THEN r.state_source END AS stop_state_source,
        ${linkWord(target.calendar, pack.calendarLink('v.last'))} AS calendar_source, ${target.zone ? linkWord(target.zone, pack.zoneLink('v.last')) : 'NULL'} AS zone_source,
        v.last_calendar AS calendar_index, ${date('v.start_s')} AS start_date,
        CASE WHEN v.stop_s IS NOT NULL THEN ${date('v.stop_s')} END AS stop_date, r.opened_date
      FROM staging.clock_record_${target.recordType} r
      JOIN (${verdictsSql(grid)}) v ON v.record_key = r.record_key
      LEFT JOIN staging.clock_team m ON m.team_key = v.team_key
    )`;
}

/** The words of the chain's links by their number. */
const linkWord = (chain: Chain, link: string): string =>
  `CASE ${link} ${linkWords(chain)
    .map((word, at) => `WHEN ${at} THEN ${literal(word)}`)
    .join(' ')} END`;

export function insertSegmentsSql(target: PlannedTarget, plan: Plan, course: Course): string {
  return `INSERT INTO fact.segment BY NAME
    SELECT ${clockId(target)} AS clock_id, (p.n - v.first_n + 1)::INTEGER AS segment_number,
      ${instant('p.from_s')} AS from_at, ${instant('p.to_s')} AS to_at, CASE WHEN p.is_paused THEN 'paused'::${kindEnum} ELSE 'running'::${kindEnum} END AS kind,
      p.business AS business_seconds, p.to_s - p.from_s AS wall_seconds, p.to_s - p.from_s - p.business AS out_of_hours_seconds,
      m.team, ${course.varying.has('supplier') ? 'p' : 'r'}.supplier, nullif(p.priority, 0) AS priority, ${stateNameSql('p.bit')} AS state, ${calendarName(plan, 'p.calendar_index')} AS calendar, p."interval" AS interval_number
    FROM staging.clock_piece p
    JOIN staging.clock_total v ON v.record_key = p.record_key AND v.cycle = p.cycle AND v.goal IS NOT NULL
    JOIN staging.clock_record_${target.recordType} r ON r.record_key = p.record_key
    LEFT JOIN staging.clock_team m ON m.team_key = p.team_key
    WHERE p.from_s < p.to_s`;
}

/** Clocks that found no goal for the priority in force at their end (R22). */
export function insertUncoveredSql(target: PlannedTarget): string {
  return `INSERT INTO fact.uncovered BY NAME
    SELECT ${literal(target.recordType)} AS record_type, r.record_id, ${literal(target.id)} AS target_id, ${literal(target.agreement.name)} AS agreement,
      ${literal(target.name)} AS target, ${literal(target.metric)} AS metric, nullif(${pack.priority('t.last')}, 0) AS priority, m.team, r.service, r.customer, r.opened_date
    FROM staging.clock_record_${target.recordType} r
    JOIN staging.clock_total t ON t.record_key = r.record_key AND t.goal IS NULL AND NOT t.is_cancelled AND t.cycle = 1
    LEFT JOIN staging.clock_team m ON m.team_key = ${pack.team('t.last')}`;
}
