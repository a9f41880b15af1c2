import type { Connection } from '../../connection.ts';
import { boundsSql } from '../bounds.ts';
import { writeCourse } from '../course.ts';
import type { Course } from '../condition-sql.ts';
import type { CourseSource } from '../course-source.ts';
import type { Definitions, Target } from '../definitions.ts';
import { writeGrid, type Grid } from '../grid-tables.ts';
import { writeLinks } from '../links.ts';
import { dropScratch, inWrittenOrder, isSomeUntold } from '../pass.ts';
import { piecesSql } from '../pieces.ts';
import { plannedTargets, planPass, type Plan, type PlannedTarget } from '../plan.ts';
import { firstInstant, writeRecords } from '../record-tables.ts';
import { spansSql } from '../spans.ts';
import { pack } from '../sql.ts';
import { goalSql, totalsSql } from '../verdicts.ts';
import { workdayJoin, writeWorkdays } from '../working-days.ts';
import { affectedSql } from './narrow.ts';
import { statusEnum, statusSql } from './pair.ts';

export interface VerdictOptions {
  connection: Connection;
  source: CourseSource;
  /** Their targets are told by their place in the list. */
  definitions: Definitions;
  /** IANA reporting zone. */
  zone: string;
  /** Data instant, epoch seconds. */
  asOf: number;
  /** Only records of this relation (record_type, record_id). */
  only?: string;
  narrowing?: Narrowing;
  onProgress: (share: number) => void;
}

/** How targets of which only conditions changed find the records that this can concern; see `narrowedBy`. */
export interface Narrowing {
  /** By place of a target: what it was, where it can be narrowed. */
  old: readonly (Target | undefined)[];
  /** Where to look for the records: without `state_before`. */
  light: CourseSource;
  /** The records of a relation (record_type, record_id). */
  among: (only: string) => CourseSource;
}

/**
 * The pass as far as verdicts need it: `staging.what_if_clock` (target_at, record_key, cycle, status, elapsed, goal, is_stopped,
 * priority). No due and breach instants, no segments, no names. `staging.what_if_affected` (target_at, record_key): the records that
 * narrowed targets were computed for.
 */
export async function writeVerdicts(options: VerdictOptions): Promise<void> {
  const { connection, definitions, zone, asOf, narrowing, onProgress } = options;
  await connection.run(`CREATE OR REPLACE TABLE staging.what_if_clock (target_at INTEGER, record_key BIGINT, cycle INTEGER, status ${statusEnum},
    elapsed BIGINT, goal BIGINT, is_stopped BOOLEAN, priority TINYINT)`);
  await connection.run('CREATE OR REPLACE TABLE staging.what_if_affected (target_at INTEGER, record_key BIGINT)');
  const planned = plannedTargets(definitions, zone);
  const targets: Target[] = [...planned, ...(narrowing?.old ?? []).filter((each) => each !== undefined)];
  if (planned.length === 0) return;
  const types = [...new Set(targets.map(({ recordType }) => recordType))].sort();
  onProgress(0);
  const found = narrowing && (await writeAffected(connection, narrowing, planned, targets, asOf));
  const only = found ?? options.only;
  const source = found && narrowing ? narrowing.among(found) : options.source;
  onProgress(0.1);
  await writeRecords(connection, source, targets, asOf, only);
  const course = await writeCourse(connection, source, targets, asOf, only);
  const from = await firstInstant(connection, targets);
  const isUntold = await isSomeUntold(connection, types);
  const plan = planPass(definitions, zone, Math.min(from ?? asOf, asOf), asOf, isUntold);
  if (from !== undefined) {
    const grid = await writeGrid(connection, plan);
    for (const target of plan.targets) {
      onProgress(0.3 + (0.7 * target.number) / plan.targets.length);
      await writeLinks(connection, target, plan);
      const keys = narrowing?.old[target.number] && `SELECT record_key FROM staging.what_if_affected WHERE target_at = ${target.number}`;
      await writeTarget({ connection, plan, grid, course, isUntold, keys }, target);
    }
  }
  await dropScratch(connection, plan, types);
}

/**
 * Fills `staging.what_if_affected` for narrowed targets.
 * @returns relation of all these records (record_type, record_id), where every target is narrowed
 */
async function writeAffected(
  connection: Connection,
  { old, light }: Narrowing,
  planned: readonly PlannedTarget[],
  targets: readonly Target[],
  asOf: number
): Promise<string | undefined> {
  if (!old.some((each) => each !== undefined)) return undefined;
  await writeRecords(connection, light, targets, asOf);
  const course = await writeCourse(connection, light, targets, asOf);
  for (const target of planned) {
    const before = old[target.number];
    if (before)
      await connection.run(
        `INSERT INTO staging.what_if_affected SELECT ${target.number}, record_key FROM (${affectedSql(before, target, course)})`
      );
  }
  if (!planned.every(({ number }) => old[number])) return undefined;
  const named = [...new Set(planned.map(({ recordType }) => recordType))].map(
    (type) =>
      `SELECT '${type}' AS record_type, record_id FROM staging.clock_record_${type} WHERE record_key IN (SELECT record_key FROM staging.what_if_affected)`
  );
  await connection.run(`CREATE OR REPLACE TABLE staging.what_if_only AS ${named.join(' UNION ALL ')}`);
  return 'staging.what_if_only';
}

interface Ground {
  connection: Connection;
  plan: Plan;
  grid: Grid;
  course: Course;
  isUntold: boolean;
  /** SELECT of record keys to keep to. */
  keys: string | undefined;
}

async function writeTarget({ connection, plan, grid, course, isUntold, keys }: Ground, target: PlannedTarget): Promise<void> {
  const write = (name: string, select: string): Promise<void> => connection.run(`CREATE OR REPLACE TABLE staging.${name} AS ${select}`);
  const needsPieces = isUntold || target.unit === 'working_day';
  await inWrittenOrder(connection, async () => {
    await write('clock_span', spansSql(target, course, plan.asOf, keys));
    if (needsPieces) await write('clock_piece', piecesSql(target, plan, grid, course));
  });
  if (needsPieces) await writeWorkdays(connection, target, plan);
  await inWrittenOrder(connection, async () => {
    if (isUntold) {
      await write('clock_total', totalsSql(target, plan.asOf));
      await write('clock_bound', boundsSql(target, plan, grid));
    }
    await connection.run(
      insertSql(
        target,
        isUntold ? boundedSql : toldSql(target, needsPieces ? 'staging.clock_piece' : `(${piecesSql(target, plan, grid, course)})`)
      )
    );
  });
}

/** Clocks of records that may lack their history, with bounds. */
const boundedSql = `SELECT t.record_key, t.cycle, t.is_cancelled, t.elapsed, t.goal, t.stop_s IS NOT NULL AS is_stopped, ${pack.priority('t.last')} AS priority,
      coalesce(b.least, t.elapsed) AS least, coalesce(b.most, t.elapsed) AS most
    FROM staging.clock_total t LEFT JOIN staging.clock_bound b ON b.record_key = t.record_key AND b.cycle = t.cycle`;

/** Clocks of records whose history is known, straight from their pieces. */
const toldSql = (target: PlannedTarget, pieces: string): string => `SELECT *, elapsed AS least, elapsed AS most FROM (
      SELECT t.record_key, t.cycle, c.is_cancelled, t.elapsed, ${goalSql(target, '(t.last & 7)')} AS goal, c.stop_s IS NOT NULL AS is_stopped, t.last & 7 AS priority
      FROM (
        SELECT p.record_key, p.cycle, max(p.n::BIGINT * 8 + p.priority) AS last, sum(CASE WHEN p.is_paused THEN 0 ELSE p.business END)::BIGINT AS elapsed
        FROM ${pieces} p GROUP BY p.record_key, p.cycle
      ) t JOIN staging.clock_span c ON c.record_key = t.record_key AND c.cycle = t.cycle ${workdayJoin(target, 't')}
    )`;

function insertSql(target: PlannedTarget, clocks: string): string {
  const status = statusSql({
    isCancelled: 'v.is_cancelled',
    least: 'v.least',
    most: 'v.most',
    goal: 'v.goal',
    isStopped: 'v.is_stopped',
    cycle: 'v.cycle'
  });
  return `INSERT INTO staging.what_if_clock BY NAME SELECT * FROM (
    SELECT ${target.number} AS target_at, v.record_key, v.cycle, ${status} AS status, CASE WHEN v.goal IS NOT NULL THEN v.elapsed END AS elapsed, v.goal, v.is_stopped, nullif(v.priority, 0)::TINYINT AS priority
    FROM (${clocks}) v) WHERE status <> 'none'`;
}
