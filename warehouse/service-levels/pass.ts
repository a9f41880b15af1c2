import type { RecordType } from '../contract.ts';
import { literal, type Connection } from '../connection.ts';
import type { Definitions } from './definitions.ts';
import { clockColumns, createTable, segmentColumns, uncoveredColumns } from './fact-tables.ts';
import { writeGrid, type Grid } from './grid-tables.ts';
import { isByTeam, piecesSql, teamCalendarSql } from './pieces.ts';
import { planPass, type Plan, type PlannedTarget } from './plan.ts';
import { firstInstant, limits, writeRecords, writeStretches } from './record-tables.ts';
import { spansSql } from './spans.ts';
import { crossingsSql, totalsSql } from './verdicts.ts';
import { insertClocksSql, insertSegmentsSql, insertUncoveredSql } from './write-facts.ts';

export interface PassOptions {
  connection: Connection;
  definitions: Definitions;
  /** IANA reporting zone. */
  zone: string;
  /** Data instant, epoch seconds. */
  asOf: number;
  /** Only records of this relation (record_type, record_id) are computed, and their rows replaced. */
  changed?: string;
  onProgress: (share: number) => void;
}

/**
 * Writes `fact.clock`, `fact.segment` and `fact.uncovered`: every record × target × cycle, as of the data instant. Reads
 * `staging.record`, `staging.stretch` and the facts of the record types. One target after another, so that memory stays small.
 */
export async function runPass(options: PassOptions): Promise<void> {
  const { connection, definitions, asOf, changed } = options;
  const targets = definitions.agreements.flatMap(({ targets }) => targets);
  const types = [...new Set(targets.map(({ recordType }) => recordType))].sort();
  if (definitions.calendars.length > limits.calendars)
    throw new Error(`${definitions.calendars.length} calendars: the service-level pass handles at most ${limits.calendars}`);
  if (types.length > 0) await writeRecords(connection, definitions, asOf, changed);
  if (types.length > 0) await writeStretches(connection, types, asOf);
  const from = types.length > 0 ? await firstInstant(connection, targets) : undefined;
  const plan = planPass(definitions, options.zone, Math.min(from ?? asOf, asOf), asOf);
  if (changed) await removeRecords(connection, changed);
  else await createFacts(connection, plan);
  if (from !== undefined) await runTargets(connection, plan, options.onProgress);
  await dropScratch(connection, types);
}

/**
 * Joins run as they are written, the right side being the one looked up in: the engine guesses the sizes of these scratch tables
 * badly and would turn a look-up in a few hundred slots into a hash table of all clocks. TRICKY: an ASOF join crashes the engine (1.5)
 * in this mode, so the grid is written before.
 */
async function inWrittenOrder(connection: Connection, work: () => Promise<void>): Promise<void> {
  const before = await connection.one<{ names: string }>("SELECT current_setting('disabled_optimizers') AS names");
  await connection.run("SET disabled_optimizers = 'join_order,build_side_probe_side'");
  try {
    await work();
  } finally {
    await connection.run(`SET disabled_optimizers = ${literal(before?.names ?? '')}`);
  }
}

async function runTargets(connection: Connection, plan: Plan, onProgress: (share: number) => void): Promise<void> {
  const grid = await writeGrid(connection, plan);
  await inWrittenOrder(connection, async () => {
    for (const target of plan.targets) {
      onProgress((target.number + 0.5) / (plan.targets.length + 0.5));
      await runTarget(connection, plan, grid, target);
    }
  });
}

async function runTarget(connection: Connection, plan: Plan, grid: Grid, target: PlannedTarget): Promise<void> {
  const write = (name: string, select: string) => connection.run(`CREATE OR REPLACE TABLE staging.${name} AS ${select}`);
  await write('clock_span', spansSql(target, plan.asOf));
  if (isByTeam(target)) {
    const { sql, values } = teamCalendarSql(target, plan);
    await connection.run(sql, values);
  }
  await write('clock_piece', piecesSql(target, plan, grid));
  await write('clock_total', totalsSql(target, plan.asOf));
  await write('clock_crossing', crossingsSql(target));
  await connection.run(insertClocksSql(target, plan, grid));
  await connection.run(insertSegmentsSql(target, plan));
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

async function dropScratch(connection: Connection, types: readonly RecordType[]): Promise<void> {
  const perTarget = ['span', 'piece', 'total', 'crossing', 'team_calendar'];
  const shared = ['team', 'stretch', 'window', 'slot', 'inverse', ...types.map((type) => `record_${type}`)];
  for (const name of [...perTarget, ...shared]) await connection.run(`DROP TABLE IF EXISTS staging.clock_${name}`);
}
