import { literal, openDatabase, type Connection, type Database } from './connection.ts';
import type { Home } from './home.ts';
import { localTimeSql } from './local-time.ts';
import type { BuildFacts } from './model.ts';

/** How much of the machine a build takes. */
export interface BuildResources {
  threads?: number;
  /** Default 2 GB: beyond it the engine spills to the scratch folder. */
  memoryLimit?: string;
}

/**
 * A build's database: in memory, with the new file attached as `warehouse` and two scratch catalogues beside it, so that what is
 * staged never reaches the file and a failure closes that file alone.
 */
export async function openWorkspace(home: Home, { threads, memoryLimit = '2GB' }: BuildResources): Promise<Database> {
  return openDatabase(':memory:', { threads, memoryLimit, temporaryFolder: `${home.scratch}/spill` });
}

/** Attaches the scratch catalogues and the macros that models use. */
export async function prepare(connection: Connection): Promise<void> {
  await connection.trackProgress();
  await connection.run("ATTACH ':memory:' AS staging");
  await connection.run("ATTACH ':memory:' AS build");
}

/**
 * Creates or opens the file that is being built. Most of the work of writing a fact is trying compressions: the newest storage
 * version has dictionary and symbol table in one, so the older text compression is not tried.
 */
export async function attachWarehouse(connection: Connection, file: string): Promise<void> {
  await connection.run(`ATTACH ${literal(file)} AS warehouse (STORAGE_VERSION 'latest')`);
  await connection.run("SET disabled_compression_methods = 'fsst'");
  await connection.run('USE warehouse');
  for (const schema of ['meta', 'dim', 'fact', 'mart']) await connection.run(`CREATE SCHEMA IF NOT EXISTS ${schema}`);
}

export async function detachWarehouse(connection: Connection): Promise<void> {
  await connection.run('USE memory');
  await connection.run('DETACH warehouse');
}

/** Ten years up to a year after the data instant take the quick way. */
function localTime({ zone, asOf }: BuildFacts): string {
  if (!asOf) return `timezone(${literal(zone)}, instant)`;
  const end = Temporal.Instant.from(asOf).toZonedDateTimeISO('UTC').startOfDay();
  return localTimeSql(zone, end.subtract({ years: 10 }).toInstant().toString(), end.add({ years: 1 }).toInstant().toString());
}

/** `local_time(instant)`, `as_of()` and the like: constants to the engine, words to the reader of a model. */
export async function defineMacros(connection: Connection, build: BuildFacts, asOfBefore?: string): Promise<void> {
  const instant = (iso: string | undefined): string => (iso ? `${literal(iso)}::TIMESTAMPTZ` : 'NULL::TIMESTAMPTZ');
  const facts = {
    build_id: build.buildId,
    zone: build.zone,
    fiscal_year_start: String(build.fiscalYearStart),
    organisation: build.organisation,
    definitions_sha256: build.definitionsSha256,
    code_version: build.codeVersion
  };
  const cases = Object.entries(facts).map(([name, value]) => `WHEN ${literal(name)} THEN ${literal(value)}`);
  const macros = [
    `as_of() AS ${instant(build.asOf)}`,
    `as_of_before() AS ${instant(asOfBefore)}`,
    `known_at() AS ${instant(build.knownAt)}`,
    `reporting_zone() AS ${literal(build.zone)}`,
    `build_fact(name) AS CASE name ${cases.join(' ')} END`,
    `local_time(instant) AS ${localTime(build)}`,
    'seconds_between(earlier, later) AS (epoch_us(later) - epoch_us(earlier)) // 1000000',
    'not_negative(seconds) AS CASE WHEN seconds < 0 THEN 0 ELSE seconds END',
    `age_band(seconds) AS CASE WHEN seconds < 86400 THEN '0–1 d' WHEN seconds < 259200 THEN '1–3 d' WHEN seconds < 604800 THEN '3–7 d'
      WHEN seconds < 1209600 THEN '7–14 d' WHEN seconds < 2592000 THEN '14–30 d' WHEN seconds IS NOT NULL THEN '30+ d' END`
  ];
  for (const macro of macros) await connection.run(`CREATE OR REPLACE TEMP MACRO ${macro}`);
}
