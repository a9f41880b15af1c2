import { identifier, type Connection } from '../connection.ts';
import { columnTypes, contract, type RecordType } from '../contract.ts';
import { milestones } from '../models/staging/columns.ts';
import { readBy } from './course.ts';
import type { CourseSource } from './course-source.ts';
import type { Target } from './definitions.ts';
import { secondsSql } from './sql.ts';

type Timed = Pick<Target, 'recordType' | 'start' | 'stop' | 'retroactiveStart'>;

/** Instants of a record type that its targets start or stop with, and those that tell a stop. */
function instantsOf(type: RecordType, targets: readonly Timed[]): string[] {
  const own = targets.filter(({ recordType }) => recordType === type);
  const named = own.flatMap(({ start, stop, retroactiveStart }) => [...start.fields, ...stop.fields, retroactiveStart ?? []].flat());
  return [...new Set(['opened_at', ...Object.values(milestones[type] ?? {}), ...named])].sort();
}

/** What clocks, segments and pages say of a record besides its course. */
export const recordColumns = ['service', 'supplier', 'customer', 'category', 'configuration_item', 'team', 'state_source'] as const;

/**
 * `staging.clock_record_<type>`: of each record what its clocks need, instants as epoch seconds under `<name>_s`. An instant after
 * the data instant is not known yet (R19).
 * @param changed relation of (record_type, record_id) to keep to
 */
export async function writeRecords(
  connection: Connection,
  source: CourseSource,
  targets: readonly Target[],
  asOf: number,
  changed?: string
): Promise<void> {
  for (const type of new Set(targets.map(({ recordType }) => recordType))) {
    const columnOf = (name: string) => contract[type].find((column) => column.name === name);
    const read = readBy(targets.filter(({ recordType }) => recordType === type));
    const columns = [...new Set([...recordColumns, 'reassignment_count', ...read])].map((name) => {
      const column = columnOf(name);
      const value =
        column?.type === 'instant' ? `CASE WHEN f.${name} <= to_timestamp(${asOf}) THEN f.${name} END` : `f.${identifier(name)}`;
      return column ? `${value} AS ${identifier(name)}` : `NULL::${columnTypes.text} AS ${identifier(name)}`;
    });
    const seconds = instantsOf(type, targets).map((name) => {
      const at = secondsSql(`f.${identifier(name)}`);
      return `CASE WHEN ${at} <= ${asOf} THEN greatest(0, ${at}) END AS ${identifier(`${name}_s`)}`;
    });
    await connection.run(`CREATE OR REPLACE TABLE staging.clock_record_${type} AS
      SELECT f.record_key, f.record_id, f.is_told, f.opened_date, ${[...seconds, ...columns].join(', ')}
      FROM ${source.records(type)} f
      ${changed ? `WHERE ('${type}', f.record_id) IN (SELECT (c.record_type, c.record_id) FROM ${changed} c)` : ''}`);
  }
}

/** First instant that any clock can touch, epoch seconds; undefined when there is no record. */
export async function firstInstant(connection: Connection, targets: readonly Timed[]): Promise<number | undefined> {
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
