import { identifier, type Connection } from '../connection.ts';
import { contract, type RecordType } from '../contract.ts';
import { columnsOf, courseColumns, type Condition } from './condition.ts';
import { teamKeys, type Course } from './condition-sql.ts';
import { hasTable, type CourseSource } from './course-source.ts';
import type { Target } from './definitions.ts';
import { refinedSql, type Refinement } from './refine.ts';
import { secondsSql, stateBits, stateBitSql } from './sql.ts';

/** Most a packed integer can hold of each; a build beyond them stops with a message instead of mixing teams or calendars. */
export const limits = { teams: 1_048_575, calendars: 4095 };

/** Types without a life cycle have no course; their records count as `new` from opening on. */
const hasCourse = (type: RecordType): boolean => contract[type].some(({ name }) => name === 'state');

const conditionsOf = ({ when, start, stop, reset, cancel, pause, resume }: Target): Condition[] =>
  [when, start.condition, stop.condition, reset, cancel, pause, resume].filter((each) => each !== undefined);

/** Columns that the conditions and calendars of the targets read. */
export const readBy = (targets: readonly Target[]): Set<string> =>
  new Set(
    targets.flatMap((target) => [
      ...conditionsOf(target).flatMap(columnsOf),
      ...[...target.calendar.links, ...(target.zone?.links ?? [])].map(({ column }) => column)
    ])
  );

/**
 * Writes `staging.clock_team` and `staging.clock_stretch`: the course of all records that a target may be about, in narrow columns
 * (record_key, n, from_s, to_s, is_last, bit, bit_before, team_key, priority, interval), and one column for each other column that
 * the targets read and that varies. `n` orders the stretches of a record, also those of no length.
 * @param records of the types that targets are about, as `staging.clock_record_<type>`
 */
export async function writeCourse(
  connection: Connection,
  source: CourseSource,
  targets: readonly Target[],
  asOf: number,
  changed?: string
): Promise<Course> {
  const types = [...new Set(targets.map(({ recordType }) => recordType))].sort();
  const withCourse = types.filter(hasCourse);
  const still = types.filter((type) => !hasCourse(type));
  const told = withCourse.length > 0 ? source.stretches(withCourse) : undefined;
  const read = readBy(targets);
  const words = (['state_source', 'assignee'] as const).filter((name) => read.has(name));
  const teams = [
    ...(told ? [`SELECT DISTINCT team::VARCHAR AS team FROM ${source.teams(withCourse)}`] : []),
    ...still.map((type) => `SELECT DISTINCT team FROM staging.clock_record_${type}`)
  ];
  await connection.run(`CREATE OR REPLACE TABLE staging.clock_team AS
    SELECT team, row_number() OVER (ORDER BY team)::INTEGER AS team_key FROM (${teams.join(' UNION ')}) WHERE team IS NOT NULL`);
  await refuseTooMany(connection, 'staging.clock_team', limits.teams, 'teams');
  const kept = changed ? types.map((type) => `SELECT record_key FROM staging.clock_record_${type}`).join(' UNION ALL ') : undefined;
  const course = [...(told ? [courseSql(told, words, asOf, kept)] : []), ...still.map((type) => stillSql(type, words, asOf))];
  const plain = course.join(' UNION ALL ');
  const refinement = await refinementOf(connection, source, targets, read, types);
  await connection.run(
    `CREATE OR REPLACE TABLE staging.clock_stretch AS ${refinement ? refinedSql(plain, source, refinement, words, asOf) : plain}`
  );
  const fields = refinement?.fields ?? [];
  return {
    varying: new Set(['state', 'team', 'priority', ...words, ...fields]),
    teams: await teamKeys(connection, targets.flatMap(conditionsOf))
  };
}

/** Fields outside the plain course that vary and are read by a target, and whether replies are. */
async function refinementOf(
  connection: Connection,
  source: CourseSource,
  targets: readonly Target[],
  read: ReadonlySet<string>,
  types: readonly RecordType[]
): Promise<Refinement | undefined> {
  const hasReplied = targets.some(({ reset }) => reset?.kind === 'replied');
  const isReplied = hasReplied && (await hasTable(connection, source.nameOf('reply')));
  const others = courseColumns.filter((name) => !['state', 'team', 'priority', 'state_source', 'assignee'].includes(name));
  const wanted = others.filter((name) => name === 'supplier' || read.has(name));
  const fields = (await hasTable(connection, source.nameOf('field_change'))) ? await varyingOf(connection, source, wanted, types) : [];
  if (!hasReplied && fields.length === 0) return undefined;
  return { fields, types, hasReplied, isReplied };
}

async function varyingOf(connection: Connection, source: CourseSource, wanted: readonly string[], types: readonly RecordType[]) {
  const rows = await connection.all<{ field: string }>(
    `SELECT DISTINCT field::VARCHAR AS field FROM ${source.nameOf('field_change')} WHERE record_type IN (${types.map((type) => `'${type}'`).join(', ')})`
  );
  return wanted.filter((name) => rows.some(({ field }) => field === name));
}

const courseSql = (told: string, words: readonly string[], asOf: number, kept: string | undefined): string => `
  SELECT s.record_key, s.interval_number::INTEGER AS n,
    greatest(0, ${secondsSql('s.from_at')}) AS from_s, least(coalesce(${secondsSql('s.to_at')}, ${asOf}), ${asOf}) AS to_s,
    (s.to_at IS NULL OR ${secondsSql('s.to_at')} > ${asOf}) AS is_last, ${stateBitSql('s.state')} AS bit, ${stateBitSql('s.state_before')} AS bit_before,
    coalesce(t.team_key, 0)::INTEGER AS team_key, coalesce(s.priority, 0)::UTINYINT AS priority, s.interval_number::INTEGER AS "interval"
    ${words.map((name) => `, s.${identifier(name)}::VARCHAR AS ${identifier(name)}`).join('')}
  FROM ${told} s LEFT JOIN staging.clock_team t ON t.team = s.team::VARCHAR
  WHERE ${secondsSql('s.from_at')} <= ${asOf} ${kept ? `AND s.record_key IN (${kept})` : ''}`;

const stillSql = (type: RecordType, words: readonly string[], asOf: number): string => `
  SELECT s.record_key, 1::INTEGER AS n, s.opened_at_s AS from_s, ${asOf}::BIGINT AS to_s, TRUE AS is_last, ${stateBits(['new'])}::UTINYINT AS bit, 0::UTINYINT AS bit_before,
    coalesce(t.team_key, 0)::INTEGER AS team_key, 0::UTINYINT AS priority, 1::INTEGER AS "interval"
    ${words.map((name) => `, NULL::VARCHAR AS ${identifier(name)}`).join('')}
  FROM staging.clock_record_${type} s LEFT JOIN staging.clock_team t ON t.team = s.team WHERE s.opened_at_s IS NOT NULL`;

async function refuseTooMany(connection: Connection, table: string, most: number, what: string): Promise<void> {
  const row = await connection.one<{ count: number }>(`SELECT count(*) AS count FROM ${table}`);
  if ((row?.count ?? 0) > most) throw new Error(`${row?.count} ${what}: the service-level pass handles at most ${most}`);
}
