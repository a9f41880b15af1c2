import { recordTypes } from '../contract.ts';
import type { Connection } from '../connection.ts';
import type { CodeModel, ModelContext } from '../model.ts';
import { matchNames } from './reconcile-names.ts';
import { writeReadings } from './reconcile-calendars.ts';
import {
  cancelledSql,
  comparedSql,
  courseSql,
  differingCausesSql,
  oneSidedCausesSql,
  pairSql,
  readingsSql,
  reopenedSql,
  startsSql
} from './reconcile-sql.ts';
import { loadDefinitions } from './validate.ts';

/**
 * Our clocks beside those of the source tool, and why they differ (R8, R13, R16: the tools' known departures). Rows of one record are
 * paired by target and nearest start; the cause of each difference is found by sums alone, never by names or ids.
 */
export const reconciliationModel: CodeModel = {
  name: 'mart.service_level_reconciliation',
  grain: "one clock, ours and the source tool's side by side",
  also: [{ name: 'mart.service_level_reconciled', grain: 'one target, pair of verdicts and cause: how many clocks' }],
  reads: ['fact.clock', 'fact.history', 'fact.service_level_source', 'dim.target', ...recordTypes.map((type) => `fact.${type}`)],
  run: async (context) => {
    const { connection, changed } = context;
    const isPart = changed !== undefined && !changed.delivered.has('service_level') && !changed.delivered.has('alias');
    await prepare(context, isPart);
    const write = (name: string, select: string) => connection.run(`CREATE OR REPLACE TABLE staging.sla_${name} AS ${select}`);
    await write('pair', pairSql);
    await write('compared', comparedSql);
    await write('course', courseSql);
    await write('reopened', reopenedSql);
    await write('cancelled', cancelledSql);
    await readCalendars(context);
    await write('fitting', readingsSql);
    await write('start', startsSql);
    await write('cause', `${differingCausesSql} UNION ALL ${oneSidedCausesSql}`);
    if (isPart)
      await connection.run(`DELETE FROM mart.service_level_reconciliation WHERE record_id IN (SELECT record_id FROM ${changed.relation})`);
    await connection.run(
      isPart
        ? `INSERT INTO mart.service_level_reconciliation BY NAME ${rows}`
        : `CREATE OR REPLACE TABLE mart.service_level_reconciliation AS ${rows}`
    );
    await connection.run(`CREATE OR REPLACE TABLE mart.service_level_reconciled AS ${counted}`);
    for (const name of scratch) await connection.run(`DROP TABLE IF EXISTS staging.sla_${name}`);
  }
};

const scratch = [
  'source',
  'clock',
  'name',
  'record',
  'pair',
  'compared',
  'course',
  'reopened',
  'cancelled',
  'reading',
  'hours',
  'fitting',
  'start'
];

/** Clocks of targets that the tool also has; in an incremental build those of changed record numbers, of whatever type. */
async function prepare({ connection, home, changed }: ModelContext, isPart: boolean): Promise<void> {
  const ofChanged = isPart && changed ? `record_id IN (SELECT record_id FROM ${changed.relation})` : 'TRUE';
  const names = await connection.all<{ name: string }>('SELECT DISTINCT target AS name FROM fact.service_level_source ORDER BY 1');
  const matched = matchNames(
    names.map(({ name }) => name),
    loadDefinitions(home)
  );
  await connection.run(
    `CREATE OR REPLACE TABLE staging.sla_name AS SELECT n.* FROM (SELECT unnest(from_json($names::JSON, '[{"name":"VARCHAR","targetId":"VARCHAR","distance":"INTEGER"}]')) AS n)`,
    { names: JSON.stringify(matched) }
  );
  await connection.run('ALTER TABLE staging.sla_name RENAME "targetId" TO target_id');
  await connection.run(`CREATE OR REPLACE TABLE staging.sla_source AS
    SELECT row_number() OVER () AS source_key, s.*
    FROM fact.service_level_source s WHERE ${ofChanged}`);
  await connection.run(`CREATE OR REPLACE TABLE staging.sla_clock AS
    SELECT clock_id, record_type::VARCHAR AS record_type, record_id, target_id::VARCHAR AS target_id, agreement::VARCHAR AS agreement, agreement_type::VARCHAR AS agreement_type,
      target::VARCHAR AS target, metric::VARCHAR AS metric, cycle, priority, team, service, stage::VARCHAR AS stage, is_exact, started_at, stopped_at, due_at, goal_seconds,
      elapsed_business_seconds AS elapsed_seconds, paused_seconds, start_date, stop_date
    FROM fact.clock WHERE target_id::VARCHAR IN (SELECT target_id FROM staging.sla_name) AND ${ofChanged}`);
  await connection.run(`CREATE OR REPLACE TABLE staging.sla_record AS
    SELECT record_id, min(record_type) AS record_type FROM (${recordTypes.map((type) => `SELECT record_id, '${type}' AS record_type FROM fact.${type}`).join(' UNION ALL ')})
    WHERE record_id IN (SELECT record_id FROM staging.sla_source) GROUP BY record_id`);
}

async function readCalendars({ connection, home }: ModelContext): Promise<void> {
  const span = await spanOf(connection);
  await writeReadings(connection, span ? loadDefinitions(home) : { calendars: [], agreements: [] }, span?.from ?? 0, span?.to ?? 0);
}

async function spanOf(connection: Connection): Promise<{ from: number; to: number } | undefined> {
  const row = await connection.one<{ from_s: number | null; to_s: number | null }>(
    `SELECT min(least(epoch_us(started_at), epoch_us(started_at_source)) // 1000000) AS from_s,
      max(greatest(epoch_us(coalesce(stopped_at, as_of())), epoch_us(started_at_source)) // 1000000) AS to_s
     FROM staging.sla_compared WHERE is_differing`
  );
  return row?.from_s == null || row.to_s == null ? undefined : { from: Number(row.from_s), to: Number(row.to_s) };
}

const rows = `
  SELECT d.side, coalesce(d.record_type, t.record_type) AS record_type, d.record_id, target_id, agreement, agreement_type, target, metric, source_target, cycle,
    clock_id, sla_id, priority, team, service, stage, stage_source, verdict, verdict_source, is_compared,
    CASE WHEN is_compared THEN verdict = verdict_source END AS agrees, CASE WHEN d.side = 'engine' THEN 'not_in_source' ELSE c.cause END AS cause, c.cause_detail,
    started_at, started_at_source, stopped_at, stopped_at_source, due_at, due_at_source, updated_at_source, goal_seconds, elapsed_seconds, elapsed_source_seconds,
    difference_seconds, paused_seconds, paused_source_seconds, start_date, stop_date
  FROM staging.sla_compared d
  LEFT JOIN staging.sla_cause c ON c.pair_key = d.pair_key
  LEFT JOIN staging.sla_record t ON t.record_id = d.record_id`;

const counted = `
  SELECT side, record_type, target_id, agreement, agreement_type, target, source_target, verdict, verdict_source, is_compared, agrees, cause, count(*)::INTEGER AS clock_count
  FROM mart.service_level_reconciliation
  GROUP BY ALL
  ORDER BY target_id, source_target, side, cause, verdict, verdict_source`;
