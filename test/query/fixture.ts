import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll } from 'vitest';
import { columnTypes, contract, type RecordType } from '#warehouse/contract.ts';
import { openDatabase, type Connection } from '#warehouse/connection.ts';
import { homeAt, type Home } from '#warehouse/home.ts';
import { openReader, type Reader } from '#warehouse/query/reader.ts';
import { timeDaily } from '#warehouse/service-levels/models.ts';
import { madeOnce } from '#test/once.ts';

/** A small warehouse with the columns of a real one, made in SQL: every number can be counted again by hand. */
export interface Fixture {
  home: Home;
  remove(): void;
}

export const fixtureAsOf = '2026-03-18T10:30:00Z';

const asOf = `TIMESTAMPTZ '${fixtureAsOf}'`;
const pick = (stride: number, ...values: (string | null)[]): string =>
  `[${values.map((value) => (value === null ? 'NULL' : `'${value}'`)).join(', ')}][1 + (i * ${stride}) % ${values.length}]`;
const opened = `TIMESTAMPTZ '2025-01-06 07:00:00Z' + to_seconds(i * 12347)`;
const life: Record<string, string> = {
  opened_at: opened,
  updated_at: `${opened} + to_seconds(7200)`,
  resolved_at: `CASE WHEN i % 9 <> 0 THEN ${opened} + to_seconds(600 + (i * 7919) % 900000) END`,
  closed_at: `CASE WHEN i % 9 > 3 THEN ${opened} + to_seconds(87000 + (i * 7919) % 900000) END`,
  state: `CASE WHEN i % 9 = 0 THEN 'in_progress' WHEN i % 9 > 3 THEN 'closed' ELSE 'resolved' END`,
  state_source: pick(1, 'Active', 'Closed'),
  priority: '1 + (i * 7) % 4',
  impact: '1 + i % 3',
  category: pick(1, 'Software', 'Hardware', 'Network', null),
  service: pick(5, 'Mail', 'VPN', 'Payroll'),
  configuration_item: `'CI-' || (i % 17)`,
  team: pick(3, 'Network', 'Desk', 'Database', null),
  supplier: pick(1, null, 'Northwind'),
  caller: `'C' || (i % 40)`,
  title: `CASE WHEN i % 50 = 0 THEN '=HYPERLINK("x")' WHEN i % 50 = 1 THEN 'two' || chr(10) || 'lines, "quoted"' ELSE 'Ticket ' || i END`,
  channel: pick(1, 'phone', 'portal', 'mail'),
  acknowledged_at: `${opened} + to_seconds(i % 4000)`,
  reassignment_count: 'i % 3',
  reopen_count: 'CASE WHEN i % 20 = 0 THEN 1 ELSE 0 END',
  has_breached_source: 'i % 3 = 0'
};

const more: Record<RecordType, Record<string, string>> = {
  incident: {
    ...life,
    is_knowledge_used: 'i % 4 = 0',
    problem_id: `CASE WHEN i % 6 = 0 THEN 'PRO' || (i % 30) END`,
    caused_by_access_grant_id: `CASE WHEN i % 11 = 0 THEN 'ACC' || (i % 7) END`
  },
  request: {
    ...life,
    request_type: pick(1, 'Laptop', 'Access'),
    is_automated: 'CASE WHEN i % 5 > 0 THEN i % 3 = 0 END',
    approval: pick(1, 'approved', 'rejected', 'not_required'),
    approval_requested_at: opened,
    approved_at: `${opened} + to_seconds(3600)`,
    due_at: `${opened} + to_seconds(400000)`
  },
  problem: {
    ...life,
    is_known_error: 'i % 2 = 0',
    workaround: `CASE WHEN i % 3 = 0 THEN 'restart' END`,
    known_error_at: `CASE WHEN i % 2 = 0 THEN ${opened} + to_seconds(50000) END`,
    workaround_at: `CASE WHEN i % 3 = 0 THEN ${opened} + to_seconds(40000) END`,
    root_cause_at: `CASE WHEN i % 2 = 0 THEN ${opened} + to_seconds(90000) END`,
    resolution_notes: `CASE WHEN i % 2 = 0 THEN 'done' END`
  },
  change: {
    ...life,
    change_type: pick(1, 'standard', 'normal', 'emergency'),
    outcome: pick(1, 'successful', 'failed', 'backed_out', 'cancelled')
  },
  event: {
    ...life,
    significance: pick(1, 'informational', 'warning', 'exception'),
    fingerprint: `'F' || (i % 12)`,
    metric: pick(1, 'cpu', 'disk'),
    incident_id: `CASE WHEN i % 4 = 0 THEN 'INC' || i END`,
    is_auto_resolved: 'i % 2 = 0'
  },
  access_grant: {
    ...life,
    person: `'P' || (i % 25)`,
    is_person_active: 'i % 10 <> 0',
    entitlement: pick(1, 'reader', 'admin'),
    approved_at: `CASE WHEN i % 5 <> 0 THEN ${opened} + to_seconds(1800) END`,
    granted_at: `${opened} + to_seconds(3600)`,
    revoke_due_at: `CASE WHEN i % 4 = 0 THEN ${opened} + to_seconds(864000) END`,
    revoked_at: `CASE WHEN i % 8 = 0 THEN ${opened} + to_seconds(900000) END`
  },
  contact: {
    ...life,
    answered_at: `CASE WHEN i % 10 <> 0 THEN ${opened} + to_seconds(i % 60) END`,
    ended_at: `${opened} + to_seconds(400)`,
    queue: pick(1, 'Line 1', 'Line 2'),
    is_abandoned: 'i % 10 = 0',
    is_first_contact_resolution: 'i % 2 = 0'
  },
  survey: {
    ...life,
    answered_at: `CASE WHEN i % 4 = 0 THEN ${opened} END`,
    score: 'i % 5 + 1',
    scale_least: '1',
    scale_most: '5',
    about_type: `'incident'`
  }
};

const local = (column: string): string => `timezone('Europe/Berlin', ${column})`;
const seconds = (from: string, to: string): string => `date_diff('second', ${from}, ${to})`;
const timed = `version_count: 1, has_history: TRUE, load_id: 'L1', known_at: ${asOf}, opened_date: CAST(${local('opened_at')} AS DATE), opened_hour: CAST(hour(${local('opened_at')}) AS TINYINT), opened_weekday: CAST(isodow(${local('opened_at')}) AS TINYINT)`;
const lifeDerived = `is_open: state IN ('new', 'in_progress', 'on_hold'), is_resolved: state IN ('resolved', 'closed'), is_cancelled: state = 'cancelled',
  is_reopened: reopen_count > 0, is_reassigned: reassignment_count > 0, resolved_date: CAST(${local('resolved_at')} AS DATE), closed_date: CAST(${local('closed_at')} AS DATE),
  resolve_seconds: ${seconds('opened_at', 'resolved_at')}, acknowledge_seconds: ${seconds('opened_at', 'acknowledged_at')}, team_count: 1,
  age_seconds: CASE WHEN is_open THEN ${seconds('opened_at', asOf)} END, age_band: CASE WHEN is_open THEN '30+ d' END,
  update_age_seconds: CASE WHEN is_open THEN ${seconds('updated_at', asOf)} END`;
const derived: Record<RecordType, string> = {
  incident: `${timed}, ${lifeDerived}`,
  request: `${timed}, ${lifeDerived}, approval_wait_seconds: ${seconds('approval_requested_at', 'approved_at')}`,
  problem: `${timed}, ${lifeDerived}, has_workaround: workaround IS NOT NULL, diagnose_seconds: ${seconds('opened_at', 'root_cause_at')},
    known_error_date: CAST(${local('known_error_at')} AS DATE), workaround_seconds: ${seconds('opened_at', 'workaround_at')}, fix_seconds: ${seconds('known_error_at', 'closed_at')}`,
  change: `${timed}, ${lifeDerived
    .replaceAll('reopen_count > 0', 'FALSE')
    .replaceAll('reassignment_count > 0', 'FALSE')
    .replace(`acknowledge_seconds: ${seconds('opened_at', 'acknowledged_at')}, `, '')},
    is_failed: outcome IN ('failed', 'backed_out'), is_emergency: change_type = 'emergency'`,
  event: `${timed}, is_repeat: i % 3 = 0, is_noise: i % 4 = 1, acknowledge_seconds: ${seconds('opened_at', 'acknowledged_at')}`,
  access_grant: `${timed}, grant_seconds: ${seconds('opened_at', 'granted_at')}, revoke_seconds: ${seconds('revoke_due_at', 'revoked_at')},
    is_orphan: NOT is_person_active AND revoked_at IS NULL, is_late_revocation: revoke_due_at < coalesce(revoked_at, ${asOf})`,
  contact: `${timed}, answer_seconds: ${seconds('opened_at', 'answered_at')}, handle_seconds: ${seconds('answered_at', 'ended_at')}, abandon_seconds: CASE WHEN is_abandoned THEN ${seconds('opened_at', 'ended_at')} END`,
  survey: `${timed}, score_share: CASE WHEN answered_at IS NOT NULL THEN (score - scale_least) / (scale_most - scale_least) END`
};

const counts: Record<RecordType, number> = {
  incident: 3000,
  request: 2000,
  problem: 300,
  change: 300,
  event: 2500,
  access_grant: 800,
  contact: 2000,
  survey: 900
};

/** A home of one's own with a published warehouse, a copy of the one that a run makes once. */
export async function makeFixture(): Promise<Fixture> {
  const made = await madeOnce('fixture', (folder) => writeBuild(homeAt(folder), '00000000000000aa'));
  const root = mkdtempSync(join(tmpdir(), 'plimsoll-query-'));
  cpSync(made, root, { recursive: true });
  return { home: homeAt(root), remove: () => rmSync(root, { recursive: true, force: true }) };
}

/** A fixture and its reader for the tests of one file. */
export async function openFixture(open = (home: Home): Promise<Reader> => openReader(home)): Promise<{ home: Home; reader: Reader }> {
  const { home, remove } = await makeFixture();
  const reader = await open(home);
  afterAll(() => {
    reader.close();
    remove();
  });
  return { home, reader };
}

/** Writes a build and points the home to it. */
export async function writeBuild(home: Home, buildId: string, scale = 1): Promise<void> {
  mkdirSync(home.warehouse, { recursive: true });
  const path = join(home.warehouse, `${buildId}.duckdb`);
  const database = await openDatabase(path);
  await database.with((connection) => fill(connection, buildId, scale));
  database.close();
  writeFileSync(
    join(home.warehouse, 'current.json'),
    JSON.stringify({ buildId, file: `${buildId}.duckdb`, zone: 'Europe/Berlin', loadIds: ['L1'] })
  );
}

async function fill(connection: Connection, buildId: string, scale: number): Promise<void> {
  for (const schema of ['meta', 'dim', 'fact', 'mart']) await connection.run(`CREATE SCHEMA ${schema}`);
  for (const type of Object.keys(counts) as RecordType[]) await connection.run(recordTable(type, counts[type] * scale));
  for (const statement of [...histories, ...clocks, ...backlogs, handOvers, ...families, ...metaTables(buildId)])
    await connection.run(statement);
  await connection.run('CHECKPOINT');
}

function recordTable(type: RecordType, count: number): string {
  const columns = contract[type].map(({ name, type: kind }) => {
    const expression = name === 'record_id' ? `'${type.slice(0, 3).toUpperCase()}' || i` : (more[type][name] ?? 'NULL');
    return `CAST(${expression} AS ${columnTypes[kind]}) AS ${name}`;
  });
  const stop = `SELECT i, ${columns.join(', ')} FROM range(${count}) AS t(i) WHERE ${opened} < ${asOf}`;
  const named = `team::ENUM('Network', 'Desk', 'Database') AS team`;
  const hasTeam = contract[type].some(({ name }) => name === 'team');
  return `CREATE TABLE fact.${type} AS SELECT * EXCLUDE (i) ${hasTeam ? `REPLACE (${named})` : ''} FROM (SELECT *, ${derived[type]} FROM (${stop}))`;
}

const histories = ['incident', 'request', 'problem', 'change'].map(
  (type, index) => `${index === 0 ? 'CREATE TABLE fact.history AS' : 'INSERT INTO fact.history'}
  SELECT '${type}' AS record_type, record_id, n AS interval_number, CASE n WHEN 0 THEN opened_at ELSE resolved_at END AS from_at,
    CASE n WHEN 0 THEN resolved_at END AS to_at, CASE n WHEN 0 THEN 'in_progress' ELSE state END AS state, state_source, CAST(team AS VARCHAR) AS team,
    priority, assignee, n = 0 AS is_open, n = 1 OR resolved_at IS NULL AS is_last, 'update' AS source, sequence AS cause_sequence
  FROM fact.${type}, range(2) AS r(n) WHERE (n = 0 OR resolved_at IS NOT NULL) AND (n = 0 OR resolved_at < ${asOf})`
);

const clocks = [
  `CREATE TABLE fact.clock AS
   SELECT row_number() OVER (ORDER BY record_id) AS clock_id, 'incident' AS record_type, record_id, 'meridian/resolution' AS target_id, 1 AS cycle, 'resolved' AS stopped_by, 'fixed' AS calendar_source,
     NULL::VARCHAR AS customer, NULL::VARCHAR AS supplier, NULL::VARCHAR AS category,
     'Meridian' AS agreement, 'SLA' AS agreement_type, 'Resolution' AS target, 'resolution' AS metric, priority, CAST(team AS VARCHAR) AS team, service, opened_at AS started_at,
     CASE WHEN resolved_at < ${asOf} THEN resolved_at END AS stopped_at, 400000 AS goal_seconds, opened_at + to_seconds(400000) AS due_at, CAST(NULL AS TIMESTAMPTZ) AS breached_at,
     coalesce(resolve_seconds, 500000) AS elapsed_business_seconds, coalesce(resolve_seconds, 500000) AS elapsed_actual_seconds, 0 AS paused_seconds,
     400000 - coalesce(resolve_seconds, 500000) AS remaining_seconds, coalesce(resolve_seconds, 500000) > 400000 AS is_breached, stopped_at IS NOT NULL AS is_completed,
     CASE WHEN is_breached THEN 'breached' WHEN is_completed THEN 'met' ELSE 'running' END AS stage, TRUE AS is_exact, '24x7' AS calendar, 1 AS calendar_version,
     1 AS target_version, CAST(${local('stopped_at')} AS DATE) AS stop_date, opened_date AS start_date, 0.95 AS attainment_goal, 0.75 AS warn_at, opened_date
   FROM fact.incident WHERE priority <= 3`,
  `CREATE TABLE fact.segment AS
   SELECT clock_id, n AS segment_number, started_at AS from_at, stopped_at AS to_at, CASE n WHEN 0 THEN 'running' ELSE 'paused' END AS kind,
     CASE n WHEN 0 THEN elapsed_business_seconds ELSE 0 END AS business_seconds, elapsed_actual_seconds // 2 AS wall_seconds, 10 AS out_of_hours_seconds, team,
     CASE n WHEN 0 THEN 'Northwind' END AS supplier, priority, 'in_progress' AS state, calendar, 0 AS interval_number
   FROM fact.clock, range(2) AS r(n)`,
  `CREATE TABLE mart.clock_daily AS
   SELECT stop_date, target_id, agreement, agreement_type, target, metric, record_type, priority, team, service, count(*)::INTEGER AS completed,
     count(*) FILTER (WHERE NOT is_breached)::INTEGER AS met, count(*) FILTER (WHERE is_breached)::INTEGER AS breached
   FROM fact.clock WHERE is_completed GROUP BY ALL`,
  `CREATE TABLE mart.time_daily AS ${timeDaily}`,
  `CREATE TABLE fact.service_level_source AS SELECT record_id, target_id AS sla_id, target, stage FROM fact.clock LIMIT 10`
];

const backlogs = [
  `CREATE TABLE mart.backlog_daily AS
   WITH day AS (SELECT CAST(unnest(generate_series(TIMESTAMP '2025-01-01', TIMESTAMP '2026-03-18', INTERVAL 1 DAY)) AS DATE) AS date),
   service AS (${['incident', 'request', 'problem', 'change'].map((type) => `SELECT '${type}' AS record_type, record_id, service FROM fact.${type}`).join(' UNION ALL ')})
   SELECT date, record_type, team, priority, service, count(*)::INTEGER AS backlog
   FROM day JOIN fact.history ON is_open AND from_at < least(timezone('Europe/Berlin', CAST(date + 1 AS TIMESTAMP)), ${asOf})
     AND (to_at IS NULL OR to_at >= least(timezone('Europe/Berlin', CAST(date + 1 AS TIMESTAMP)), ${asOf}))
   JOIN service USING (record_type, record_id) GROUP BY ALL`,
  `CREATE TABLE mart.backlog_change AS
   SELECT date, record_type, team, priority, service, sum(opened)::INTEGER AS opened, 0 AS reopened, 0 AS moved_in, sum(resolved)::INTEGER AS resolved, 0 AS cancelled,
     0 AS moved_out, sum(opened - resolved)::INTEGER AS net
   FROM (${['incident', 'request', 'problem', 'change']
     .map(
       (
         type
       ) => `SELECT opened_date AS date, '${type}' AS record_type, CAST(team AS VARCHAR) AS team, priority, service, 1 AS opened, 0 AS resolved FROM fact.${type}
        UNION ALL SELECT resolved_date, '${type}', CAST(team AS VARCHAR), priority, service, 0, 1 FROM fact.${type} WHERE resolved_at < ${asOf}`
     )
     .join(' UNION ALL ')}) GROUP BY ALL`
];

const handOvers = `CREATE TABLE fact.hand_over AS SELECT 'incident' AS record_type, record_id, 1 AS interval_number, opened_at + to_seconds(900) AS handed_at, opened_date AS handed_date,
  'Desk' AS from_team, CAST(team AS VARCHAR) AS to_team, substr(record_id, 4)::INTEGER % 5 = 0 AS is_return, priority, CAST(team AS VARCHAR) AS team, service, category, location, customer, supplier
  FROM fact.incident WHERE team <> 'Desk'`;

const families = [
  `CREATE TABLE fact.family_member AS SELECT 'F' || (i % 3) AS family_id, 'incident' AS record_type, 'INC' || i AS record_id, TRUE AS is_counted FROM range(60) AS t(i)`,
  `CREATE TABLE mart.family AS SELECT family_id, 'Family ' || family_id AS label, 'vpn <num>' AS template, 'service' AS facet_type, 'VPN' AS facet, count(*) AS record_count,
     ${asOf} AS first_at, ${asOf} AS last_at, 3 AS caller_count, 5 AS week_count, 1000 AS lost_seconds, CAST(NULL AS VARCHAR) AS open_problem_id, CAST(NULL AS VARCHAR) AS known_error_id,
     'PRO6' AS closed_problem_id, CAST(NULL AS VARCHAR) AS nearest_known_error_id, CAST(NULL AS DOUBLE) AS known_error_similarity, ['vpn'] AS terms,
     FALSE AS is_coded, count(*) AS member_count, 2 AS item_count, 1 AS site_count, 10 AS business_count
   FROM fact.family_member GROUP BY family_id ORDER BY family_id`,
  `CREATE TABLE mart.family_week AS SELECT family_id, DATE '2026-03-16' AS week, 20 AS record_count, 10.0 AS expected, 15.0 AS upper FROM mart.family`,
  `CREATE TABLE mart.candidate AS SELECT 'K' || family_id AS candidate_id, family_id, row_number() OVER (ORDER BY family_id) AS rank, 'recurring' AS kind, 20 AS observed, 10.0 AS expected,
     8.0 AS expected_low, 12.0 AS expected_high, 2.0 AS ratio_low, 0.01 AS p_value, 0.02 AS q_value, 'alert' AS level, 'Twice as often as expected' AS sentence, '{}' AS evidence FROM mart.family`
];

const metaTables = (buildId: string): string[] => [
  `CREATE TABLE meta.build AS SELECT '${buildId}' AS build_id, ${asOf} AS known_at, ${asOf} AS as_of, 'Europe/Berlin' AS zone, 'Meridian Group' AS organisation,
     'd' AS definitions_sha256, '1' AS code_version, DATE '2025-01-06' AS data_from, DATE '2026-03-18' AS data_to`,
  `CREATE TABLE meta.load AS SELECT 'L1' AS load_id, 'incidents' AS feed, 'incident.csv' AS file, 'incident' AS type, 'servicenow/incident' AS mapping, 1 AS mapping_version,
     ${asOf} AS known_at, 10 AS rows_in, 9 AS rows_loaded, 0 AS rows_merged, 1 AS rows_rejected, ${asOf} AS covers_from, ${asOf} AS covers_to, 'x' AS sha256, ['late'] AS warnings`,
  `CREATE TABLE meta.rejection AS SELECT 'L1' AS load_id, 'incident.csv' AS file, 7 AS line, 'opened_at' AS column_name, 'x' AS value, 'no date' AS reason, 'raw' AS raw`,
  `CREATE TABLE meta.check_result AS SELECT 'backlog' AS check_name, 'fatal' AS severity, 0 AS offending_count, 'adds up' AS description, '[]' AS sample`,
  `CREATE TABLE meta.model AS SELECT 'fact.incident' AS name, 'sql' AS kind, 1 AS row_count, 'one incident' AS grain`,
  `CREATE TABLE dim.member AS SELECT 'team' AS dimension, team AS member, count(*) AS record_count FROM fact.history WHERE team IS NOT NULL GROUP BY team`,
  `CREATE TABLE dim.calendar AS SELECT '24x7' AS calendar, 1 AS version, 'UTC' AS zone, TRUE AS is_always_open`,
  `CREATE TABLE dim.target AS SELECT 'meridian/resolution' AS target_id, 'Meridian' AS agreement, 'SLA' AS agreement_type, 'All' AS party, 'Resolution' AS target,
     'incident' AS record_type, 'resolution' AS metric, 'elapsed' AS unit, 0.95 AS attainment_goal, 0.75 AS warn_at, 'fixed' AS calendar_source`,
  `CREATE TABLE dim.calendar_hours AS SELECT '24x7' AS calendar, 1 AS version, 1 AS weekday, 0 AS from_seconds, 86400 AS to_seconds`,
  `CREATE TABLE dim.calendar_day AS SELECT '24x7' AS calendar, 1 AS version, DATE '2026-01-01' AS day, 'holiday' AS kind, 'New Year' AS name, NULL::VARCHAR AS hours`,
  `CREATE TABLE dim.target_rule AS SELECT 'meridian/resolution' AS target_id, 0 AS position, 'when' AS rule, 'It is about all incidents.' AS sentence`,
  `CREATE TABLE dim.goal AS SELECT 'meridian/resolution' AS target_id, 1 AS priority, 400000 AS goal_seconds`
];
