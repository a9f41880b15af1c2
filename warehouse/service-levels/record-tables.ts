import { identifier, type Connection } from '../connection.ts';
import { contract, type RecordType } from '../contract.ts';
import type { PlannedTarget } from './plan.ts';
import { keyRangeSql, secondsSql, stateBits, stateBitSql } from './sql.ts';
import type { Definitions } from './definitions.ts';

/** Most a packed integer can hold of each; a build beyond them stops with a message instead of mixing teams or calendars. */
export const limits = { teams: 1_048_575, calendars: 4095 };

/** Instants of a record type that its targets start or stop with. */
function instantsOf(type: RecordType, targets: readonly { recordType: RecordType; start: Fields; stop: Fields }[]): string[] {
  const own = targets.filter(({ recordType }) => recordType === type);
  return [...new Set(['opened_at', ...own.flatMap(({ start, stop }) => [...start.fields, ...stop.fields])])].sort();
}
type Fields = { fields: readonly string[] };

/**
 * `staging.clock_record_<type>`: of each record what its clocks need, instants as epoch seconds under `<name>_s`. An instant after
 * the data instant is not known yet (R19).
 * @param changed relation of (record_type, record_id) to keep to
 */
export async function writeRecords(connection: Connection, definitions: Definitions, asOf: number, changed?: string): Promise<void> {
  const targets = definitions.agreements.flatMap(({ targets }) => targets);
  for (const type of new Set(targets.map(({ recordType }) => recordType))) {
    const has = (name: string) => contract[type].some((column) => column.name === name);
    const conditions = targets
      .filter(({ recordType }) => recordType === type)
      .flatMap(({ conditions }) => conditions.map(({ column }) => column));
    const columns = [...new Set(conditions)].filter((name) => name !== 'service' && name !== 'supplier' && name !== 'team');
    const seconds = instantsOf(type, targets).map((name) => {
      const at = secondsSql(`f.${identifier(name)}`);
      return `CASE WHEN ${at} <= ${asOf} THEN greatest(0, ${at}) END AS ${identifier(`${name}_s`)}`;
    });
    await connection.run(`CREATE OR REPLACE TABLE staging.clock_record_${type} AS
      SELECT r.record_key, r.record_id, r.has_history, f.opened_date, ${seconds.join(', ')},
        ${['service', 'supplier', 'team'].map((name) => (has(name) ? `f.${name}` : `NULL::VARCHAR AS ${name}`)).join(', ')}
        ${columns.map((name) => `, f.${identifier(name)}`).join('')}
      FROM fact.${type} f JOIN staging.record r ON r.record_type = '${type}' AND r.record_id = f.record_id
      ${changed ? `WHERE (r.record_type, r.record_id) IN (SELECT (c.record_type, c.record_id) FROM ${changed} c)` : ''}`);
  }
}

/** Types without a life cycle have no course; their records count as `new` from opening on. */
const hasCourse = (type: RecordType): boolean => contract[type].some(({ name }) => name === 'state');

/**
 * `staging.clock_team` and `staging.clock_stretch`: the course of all records that a target may be about, in narrow columns. `n` orders
 * the stretches of a record, also those of no length.
 */
export async function writeStretches(connection: Connection, types: readonly RecordType[], asOf: number): Promise<void> {
  const ranges = types.filter(hasCourse).map((type) => keyRangeSql('s.record_key', type));
  const course = ranges.length > 0 ? [courseSql(ranges.join(' OR '), asOf)] : [];
  const still = types.filter((type) => !hasCourse(type)).map((type) => stillSql(type, asOf));
  const teams = [
    ...(ranges.length > 0 ? [`SELECT DISTINCT s.team FROM staging.stretch s WHERE ${ranges.join(' OR ')}`] : []),
    ...types.filter((type) => !hasCourse(type)).map((type) => `SELECT DISTINCT team FROM staging.clock_record_${type}`)
  ];
  await connection.run(`CREATE OR REPLACE TABLE staging.clock_team AS
    SELECT team, row_number() OVER (ORDER BY team)::INTEGER AS team_key FROM (${teams.join(' UNION ')}) WHERE team IS NOT NULL`);
  await refuseTooMany(connection, 'staging.clock_team', limits.teams, 'teams');
  await connection.run(`CREATE OR REPLACE TABLE staging.clock_stretch AS ${[...course, ...still].join(' UNION ALL ')}`);
}

const courseSql = (where: string, asOf: number): string => `
  SELECT s.record_key, s.interval_number::INTEGER AS n,
    greatest(0, ${secondsSql('s.from_at')}) AS from_s, least(coalesce(${secondsSql('s.to_at')}, ${asOf}), ${asOf}) AS to_s,
    s.to_at IS NULL AS is_last, ${stateBitSql('s.state')} AS bit, ${stateBitSql('s.state_before')} AS bit_before,
    coalesce(t.team_key, 0)::INTEGER AS team_key, coalesce(s.priority, 0)::UTINYINT AS priority
  FROM staging.stretch s LEFT JOIN staging.clock_team t ON t.team = s.team
  WHERE ${where}`;

const stillSql = (type: RecordType, asOf: number): string => `
  SELECT s.record_key, 1::INTEGER, s.opened_at_s, ${asOf}::BIGINT, TRUE, ${stateBits(['new'])}::UTINYINT, 0::UTINYINT,
    coalesce(t.team_key, 0)::INTEGER, 0::UTINYINT
  FROM staging.clock_record_${type} s LEFT JOIN staging.clock_team t ON t.team = s.team WHERE s.opened_at_s IS NOT NULL`;

/** First instant that any clock can touch, epoch seconds; undefined when there is no record. */
export async function firstInstant(
  connection: Connection,
  targets: readonly Pick<PlannedTarget, 'recordType' | 'start' | 'stop'>[]
): Promise<number | undefined> {
  const types = [...new Set(targets.map(({ recordType }) => recordType))];
  const leasts = types.map((type) => {
    const names = instantsOf(type, targets).map((name) => `min(${identifier(`${name}_s`)})`);
    return `SELECT least(${names.join(', ')}) AS first_s FROM staging.clock_record_${type}`;
  });
  const row = await connection.one<{ first_s: number | null }>(
    `SELECT min(first_s) AS first_s FROM (${leasts.join(' UNION ALL ')} UNION ALL SELECT min(from_s) FROM staging.clock_stretch)`
  );
  return row?.first_s ?? undefined;
}

async function refuseTooMany(connection: Connection, table: string, most: number, what: string): Promise<void> {
  const row = await connection.one<{ count: number }>(`SELECT count(*) AS count FROM ${table}`);
  if ((row?.count ?? 0) > most) throw new Error(`${row?.count} ${what}: the service-level pass handles at most ${most}`);
}
