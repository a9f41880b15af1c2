import { identifier, literal, type Connection } from '../../connection.ts';
import type { RecordType } from '../../contract.ts';
import { hasLife } from '../../models/staging/columns.ts';
import { keySql, publishedSource } from '../course-source.ts';
import type { Definitions } from '../definitions.ts';
import { createTable } from '../fact-tables.ts';
import { attribute } from './attribution.ts';
import { casesOf, isInPlace, type Case } from './cases.ts';
import { writeVerdicts } from './from-courses.ts';
import { groupsOf, joined, type Group } from './groups.ts';
import { narrowedBy } from './narrow.ts';
import { isOtherSql, pairColumns, publishedStatusSql } from './pair.ts';
import type { Reach } from './parts.ts';
import { weighing, type Weigher } from './weigh.ts';

export interface CompareOptions {
  /** With a catalogue `staging` to write to, and the published warehouse attached read-only. */
  connection: Connection;
  /** Name of the attached warehouse. */
  catalogue: string;
  /** The definitions that the published clocks follow, and others. */
  before: Definitions;
  after: Definitions;
  /** False when nobody knows whether the published clocks follow `before`: then all are computed. */
  isKnown: boolean;
  /** IANA reporting zone. */
  zone: string;
  /** Data instant, epoch seconds. */
  asOf: number;
  onProgress: (share: number, step: string) => void;
}

/** What was compared; the clocks that differ stand in `staging.what_if_pair`, those whose verdict differs in `staging.what_if_flip`. */
export interface Comparison {
  groups: Group[];
  cases: Case[];
  reach: Reach;
}

/**
 * Finds the clocks on which two sets of definitions differ: every target by the least way that tells them. Writes
 * `staging.what_if_pair` and `staging.what_if_flip`.
 */
export async function compareDefinitions(options: CompareOptions): Promise<Comparison> {
  const { connection, catalogue, asOf, onProgress } = options;
  const groups = groupsOf(options.before, options.after);
  const from = await firstStart(connection, catalogue, asOf);
  const reach = { from, to: asOf + 400 * 86_400 };
  const untold = await untoldTypes(connection, catalogue, groups);
  const cases = groups.flatMap((group, at) => casesOf(group, at, reach, untold.has(group.recordType), options.isKnown));
  await createTable(connection, 'staging.what_if_pair', pairColumns);
  const byPass = cases.filter(({ way }) => way === 'pass');
  onProgress(0, 'reading');
  await writeVerdicts({
    ...options,
    source: publishedSource(catalogue),
    definitions: joined(byPass.map(({ after }) => after)),
    narrowing: {
      old: options.isKnown ? byPass.map((each) => narrowedBy(groups[each.groupAt]!, each)) : [],
      light: publishedSource(catalogue, undefined, true),
      among: (only) => publishedSource(catalogue, only)
    },
    onProgress: (share) => onProgress(share * 0.6, 'computing')
  });
  onProgress(0.6, 'comparing');
  const weigher = await weighing(options, cases, from);
  for (const [groupAt, group] of groups.entries()) {
    const own = cases.filter((each) => each.groupAt === groupAt);
    await writePairs(options, group, groupAt, own, weigher, byPass);
  }
  onProgress(0.8, 'finding reasons');
  await attribute({ ...options, reach, groups, cases, hasUntold: ({ recordType }) => untold.has(recordType) });
  return { groups, cases, reach };
}

/** First start of a published clock, epoch seconds. */
async function firstStart(connection: Connection, catalogue: string, asOf: number): Promise<number> {
  const row = await connection.one<{ first: number | null }>(
    `SELECT epoch_us(min(started_at)) // 1000000 AS first FROM ${identifier(catalogue)}.fact.clock`
  );
  return row?.first ?? asOf;
}

/** Record types of which some record has no history. */
async function untoldTypes(connection: Connection, catalogue: string, groups: readonly Group[]): Promise<Set<RecordType>> {
  const found = new Set<RecordType>();
  for (const type of new Set(groups.map(({ recordType }) => recordType))) {
    const table = `${identifier(catalogue)}.fact.${type}`;
    if (!hasLife(type) || (await connection.one(`SELECT 1 FROM ${table} WHERE NOT coalesce(has_history, FALSE) LIMIT 1`))) found.add(type);
  }
  return found;
}

async function writePairs(
  { connection, catalogue, isKnown }: CompareOptions,
  group: Group,
  groupAt: number,
  cases: readonly Case[],
  weigh: Weigher,
  byPass: readonly Case[]
): Promise<void> {
  const key = keySql(literal(group.recordType), 'record_id');
  const insert = (pairs: string): Promise<void> =>
    connection.run(`INSERT INTO staging.what_if_pair BY NAME
      SELECT * REPLACE (CASE WHEN is_flip THEN record_id END AS record_id) FROM (SELECT *, ${groupAt} AS group_at, old_status <> new_status AS is_flip FROM (${pairs}) WHERE ${isOtherSql})`);
  if (isInPlace(group, cases)) {
    for (const each of cases.filter(({ way }) => way === 'facts'))
      await insert(`SELECT *, ${each.oldAt} AS old_at, ${each.newAt} AS new_at, ${key} AS record_key FROM (${await weigh(each)})`);
    return;
  }
  await connection.run(
    `CREATE OR REPLACE TABLE staging.what_if_now (new_at INTEGER, record_key BIGINT, cycle INTEGER, status ${pairColumns.new_status}, elapsed BIGINT, goal BIGINT, is_stopped BOOLEAN, priority TINYINT)`
  );
  for (const each of cases) {
    const kept = each.oldAt === undefined ? '' : uncoveredSql(catalogue, group, [each.oldAt], key);
    const now =
      each.way === 'pass'
        ? `SELECT ${each.newAt} AS new_at, record_key, cycle, status, elapsed, goal, is_stopped, priority FROM staging.what_if_clock WHERE target_at = ${byPass.indexOf(each)}`
        : `SELECT ${each.newAt} AS new_at, ${key} AS record_key, cycle, new_status AS status, new_elapsed AS elapsed, new_goal AS goal, is_stopped_after AS is_stopped, priority FROM (${await weigh(each)})
          UNION ALL SELECT ${each.newAt}, record_key, cycle, status, elapsed, goal, is_stopped, priority FROM (${kept})`;
    await connection.run(`INSERT INTO staging.what_if_now ${now}`);
  }
  const only = cases.length === 1 && narrowedBy(group, cases[0]!) && isKnown ? byPass.indexOf(cases[0]!) : undefined;
  const affected =
    only === undefined ? '' : `WHERE record_key IN (SELECT record_key FROM staging.what_if_affected WHERE target_at = ${only})`;
  await insert(`SELECT o.old_at, n.new_at, coalesce(o.record_key, n.record_key) AS record_key, o.record_id, coalesce(o.cycle, n.cycle) AS cycle,
      o.clock_id, coalesce(n.priority, o.priority) AS priority, coalesce(o.status, 'none') AS old_status, coalesce(n.status, 'none') AS new_status,
      o.elapsed AS old_elapsed, n.elapsed AS new_elapsed, o.goal AS old_goal, n.goal AS new_goal,
      coalesce(o.is_stopped, FALSE) AS is_stopped_before, coalesce(n.is_stopped, FALSE) AS is_stopped_after
    FROM (SELECT * FROM (${publishedSql(catalogue, group, key)}) ${affected}) o
    FULL JOIN staging.what_if_now n ON n.record_key = o.record_key AND n.cycle = o.cycle`);
  await nameNewClocks(connection, catalogue, group, groupAt, key);
}

/** Clocks that were not there before have their record's key only. */
async function nameNewClocks(
  connection: Connection,
  catalogue: string,
  { recordType }: Group,
  groupAt: number,
  key: string
): Promise<void> {
  const unnamed = `group_at = ${groupAt} AND is_flip AND record_id IS NULL`;
  if (!(await connection.one(`SELECT 1 FROM staging.what_if_pair WHERE ${unnamed} LIMIT 1`))) return;
  await connection.run(`UPDATE staging.what_if_pair SET record_id = r.record_id
    FROM (SELECT ${key} AS own_key, record_id FROM ${identifier(catalogue)}.fact.${recordType}) r WHERE ${unnamed.replace('record_id', 'what_if_pair.record_id')} AND own_key = what_if_pair.record_key`);
}

const oldAtSql = ({ before }: Group, ats: readonly number[]): string =>
  `CASE target_id::VARCHAR ${ats.map((at) => `WHEN ${literal(before[at]!.target.id)} THEN ${at}`).join(' ')} END`;
const ofTargets = ({ before }: Group, ats: readonly number[]): string =>
  ats.length > 0 ? `target_id::VARCHAR IN (${ats.map((at) => literal(before[at]!.target.id)).join(', ')})` : 'FALSE';

/** Published clocks of a group, those without a goal among them. */
function publishedSql(catalogue: string, group: Group, key: string): string {
  const ats = group.before.map((_, at) => at);
  if (ats.length === 0)
    return `SELECT * EXCLUDE (group_at, new_at), old_status AS status, old_elapsed AS elapsed, old_goal AS goal, is_stopped_before AS is_stopped FROM staging.what_if_pair WHERE FALSE`;
  return `SELECT ${oldAtSql(group, ats)} AS old_at, ${key} AS record_key, record_id, cycle, clock_id, priority, ${publishedStatusSql('stage')} AS status,
      elapsed_business_seconds AS elapsed, goal_seconds AS goal, stopped_at IS NOT NULL AS is_stopped
    FROM ${identifier(catalogue)}.fact.clock WHERE ${ofTargets(group, ats)}
    UNION ALL ${uncoveredSql(catalogue, group, ats, key)}`;
}

const uncoveredSql = (catalogue: string, group: Group, ats: readonly number[], key: string): string =>
  `SELECT ${oldAtSql(group, ats)} AS old_at, ${key} AS record_key, record_id, 1 AS cycle, NULL::BIGINT AS clock_id, priority, 'uncovered'::${pairColumns.old_status} AS status,
      NULL::BIGINT AS elapsed, NULL::BIGINT AS goal, FALSE AS is_stopped
    FROM ${identifier(catalogue)}.fact.uncovered WHERE ${ofTargets(group, ats)}`;
