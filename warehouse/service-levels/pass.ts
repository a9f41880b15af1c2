import { literal, type Connection } from '../connection.ts';
import type { RecordType } from '../contract.ts';
import { boundsSql } from './bounds.ts';
import { limits, writeCourse } from './course.ts';
import type { Course } from './condition-sql.ts';
import { buildSource, type CourseSource } from './course-source.ts';
import type { Definitions } from './definitions.ts';
import { clockColumns, createTable, segmentColumns, uncoveredColumns } from './fact-tables.ts';
import { writeGrid, type Grid } from './grid-tables.ts';
import { writeLinks } from './links.ts';
import { piecesSql } from './pieces.ts';
import { plannedTargets, planPass, type Plan, type PlannedTarget } from './plan.ts';
import { firstInstant, writeRecords } from './record-tables.ts';
import { spansSql } from './spans.ts';
import { crossingsSql, totalsSql } from './verdicts.ts';
import { writeWorkdays } from './working-days.ts';
import { insertClocksSql, insertSegmentsSql, insertUncoveredSql } from './write-facts.ts';

export interface PassOptions {
  connection: Connection;
  definitions: Definitions;
  /** IANA reporting zone. */
  zone: string;
  /** Data instant, epoch seconds. */
  asOf: number;
  /** Where records and courses come from; default the build's own tables. */
  source?: CourseSource;
  /** Only records of this relation (record_type, record_id) are computed, and their rows replaced. */
  changed?: string;
  onProgress: (share: number) => void;
}

/**
 * Writes `fact.clock`, `fact.segment` and `fact.uncovered` in the connection's catalogue: every record × target × cycle, as of the data
 * instant. One target after another, so that memory stays small. `docs/service-levels.md` has the rules.
 * @throws beyond a million teams or 4,095 calendars
 */
export async function runPass(options: PassOptions): Promise<void> {
  const { connection, definitions, asOf, changed, source = buildSource } = options;
  const targets = plannedTargets(definitions, options.zone);
  const types = [...new Set(targets.map(({ recordType }) => recordType))].sort();
  let course: Course | undefined;
  let from: number | undefined;
  if (types.length > 0) {
    await writeRecords(connection, source, targets, asOf, changed);
    course = await writeCourse(connection, source, targets, asOf, changed);
    from = await firstInstant(connection, targets);
  }
  const plan = planPass(definitions, options.zone, Math.min(from ?? asOf, asOf), asOf, await isSomeUntold(connection, types));
  if (plan.calendars.length > limits.calendars)
    throw new Error(`${plan.calendars.length} calendars and zones: the service-level pass handles at most ${limits.calendars}`);
  if (changed) await removeRecords(connection, changed);
  else await createFacts(connection, plan);
  if (from !== undefined && course) await runTargets(options, plan, course);
  await dropScratch(connection, plan, types);
}

export async function isSomeUntold(connection: Connection, types: readonly RecordType[]): Promise<boolean> {
  for (const type of types) if (await connection.one(`SELECT 1 FROM staging.clock_record_${type} WHERE NOT is_told LIMIT 1`)) return true;
  return false;
}

/**
 * Joins run as they are written, the right side being the one looked up in: the engine guesses the sizes of these scratch tables
 * badly and would turn a look-up in a few hundred slots into a hash table of all clocks. TRICKY: an ASOF join crashes the engine (1.5)
 * in this mode, so the grid and the working days are written outside of it.
 */
export async function inWrittenOrder(connection: Connection, work: () => Promise<void>): Promise<void> {
  const before = await connection.one<{ names: string }>("SELECT current_setting('disabled_optimizers') AS names");
  await connection.run("SET disabled_optimizers = 'join_order,build_side_probe_side'");
  try {
    await work();
  } finally {
    await connection.run(`SET disabled_optimizers = ${literal(before?.names ?? '')}`);
  }
}

async function runTargets({ connection, onProgress }: PassOptions, plan: Plan, course: Course): Promise<void> {
  const grid = await writeGrid(connection, plan);
  for (const target of plan.targets) {
    onProgress((target.number + 0.5) / (plan.targets.length + 0.5));
    await writeLinks(connection, target, plan);
    await inWrittenOrder(connection, () => writePieces(connection, plan, grid, course, target));
    await writeWorkdays(connection, target, plan);
    await inWrittenOrder(connection, () => writeVerdicts(connection, plan, grid, course, target));
  }
}

const write = (connection: Connection, name: string, select: string): Promise<void> =>
  connection.run(`CREATE OR REPLACE TABLE staging.${name} AS ${select}`);

async function writePieces(connection: Connection, plan: Plan, grid: Grid, course: Course, target: PlannedTarget): Promise<void> {
  await write(connection, 'clock_span', spansSql(target, course, plan.asOf));
  await write(connection, 'clock_piece', piecesSql(target, plan, grid, course));
}

async function writeVerdicts(connection: Connection, plan: Plan, grid: Grid, course: Course, target: PlannedTarget): Promise<void> {
  await write(connection, 'clock_total', totalsSql(target, plan.asOf));
  await write(connection, 'clock_crossing', crossingsSql(target, course));
  await write(connection, 'clock_bound', boundsSql(target, plan, grid));
  await connection.run(insertClocksSql(target, plan, grid));
  await connection.run(insertSegmentsSql(target, plan, course));
  await connection.run(insertUncoveredSql(target));
}

async function createFacts(connection: Connection, plan: Plan): Promise<void> {
  await createTable(connection, 'fact.clock', clockColumns(plan));
  await createTable(connection, 'fact.segment', segmentColumns(plan));
  await createTable(connection, 'fact.uncovered', uncoveredColumns(plan));
}

async function removeRecords(connection: Connection, changed: string): Promise<void> {
  const those = `(record_type::VARCHAR, record_id) IN (SELECT (c.record_type, c.record_id) FROM ${changed} c)`;
  await connection.run(`DELETE FROM fact.segment WHERE clock_id IN (SELECT clock_id FROM fact.clock WHERE ${those})`);
  await connection.run(`DELETE FROM fact.clock WHERE ${those}`);
  await connection.run(`DELETE FROM fact.uncovered WHERE ${those}`);
}

export async function dropScratch(connection: Connection, plan: Plan, types: readonly RecordType[]): Promise<void> {
  const perTarget = ['span', 'piece', 'total', 'crossing', 'bound', 'workday', 'day_window', 'day', 'local'];
  const links = plan.targets.flatMap(({ calendar, zone }) => [
    ...calendar.links.map((_, at) => `calendar_link_${at}`),
    ...(zone?.links ?? []).map((_, at) => `zone_link_${at}`)
  ]);
  const shared = ['team', 'stretch', 'window', 'slot', 'inverse', ...types.map((type) => `record_${type}`)];
  for (const name of new Set([...perTarget, ...links, ...shared])) await connection.run(`DROP TABLE IF EXISTS staging.clock_${name}`);
}
