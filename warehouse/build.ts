import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, rmSync } from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import { CheckFailure, readChecks, runChecks, type CheckResult } from './checks/run.ts';
import { planChanges, type BuildInputs, type ChangePlan } from './changes.ts';
import { readConfig } from './config.ts';
import type { Connection } from './connection.ts';
import { codeVersion, definitionsSha256 } from './fingerprint.ts';
import type { Home } from './home.ts';
import { dataInstant, readLanding, type Landing } from './landing.ts';
import { withLock } from './lock.ts';
import { orderModels, type BuildFacts } from './model.ts';
import { codeModels } from './models/index.ts';
import { readSqlModels } from './models/read.ts';
import { runModels, type ModelRun } from './models/run.ts';
import { findSources, listFiles, sourcesFingerprint } from './models/staging/sources.ts';
import { currentBuild, moveDurably, prepareWarehouseFolder, prune, publish } from './publish.ts';
import { archiveDefinitions } from './service-levels/archive.ts';
import { attachWarehouse, defineMacros, detachWarehouse, openWorkspace, prepare, type BuildResources } from './workspace.ts';

export interface BuildOptions extends BuildResources {
  home: Home;
  /** Deliveries known later do not count; ISO 8601. Default `now`: all. */
  knownAt?: string;
  /** Writes the warehouse there and publishes nothing. */
  out?: string;
  /**
   * Default: carries the published build on where that gives the same rows and little has changed. `true`: also when much has
   * changed. `false`: builds everything anew, also when nothing has changed.
   */
  incremental?: boolean;
  onProgress?: (progress: BuildProgress) => void;
  now: Date;
}

export interface BuildProgress {
  /** Model or check that is running. */
  step: string;
  index: number;
  count: number;
  /** Share of this step done, 0–1. */
  share: number;
}

export interface BuildReport {
  /** `unchanged`: the published warehouse already is this build. */
  status: 'published' | 'written' | 'unchanged';
  buildId: string;
  file: string;
  knownAt: string | undefined;
  asOf: string | undefined;
  isIncremental: boolean;
  /** Why everything was built anew. */
  fullBecause?: string;
  models: ModelRun[];
  checks: CheckResult[];
  seconds: number;
}

/**
 * Builds the warehouse from everything that was known at an instant, checks it and publishes it (or writes it to `out`).
 * The same landing, definitions and code give the same tables; nothing of the wall clock enters them.
 * @throws {CheckFailure} when a fatal check finds rows; the last good warehouse stays
 * @throws with file and line for a faulty definition or model, and when another build is running
 */
export async function build(options: BuildOptions): Promise<BuildReport> {
  prepareWarehouseFolder(options.home);
  mkdirSync(options.home.scratch, { recursive: true });
  if (options.out) return buildInto(options);
  return withLock(options.home, 'build', () => buildInto(options));
}

async function buildInto(options: BuildOptions): Promise<BuildReport> {
  const begun = performance.now();
  const database = await openWorkspace(options.home, options);
  try {
    return await database.with(async (connection) => {
      await prepare(connection);
      const inputs = await readInputs(connection, options);
      const report = await buildFrom(connection, options, inputs);
      return { ...report, seconds: (performance.now() - begun) / 1000 };
    });
  } finally {
    database.close();
  }
}

async function readInputs(connection: Connection, { home, knownAt, now }: BuildOptions): Promise<BuildInputs> {
  const config = readConfig(home);
  const landing = readLanding(home, new Date(knownAt ?? now).toISOString());
  const found = await findSources(connection, landing);
  const asOf = await dataInstant(connection, landing);
  await listFiles(connection, found);
  const facts = {
    knownAt: landing.knownAt,
    asOf,
    ...config,
    definitionsSha256: definitionsSha256(home, config),
    codeVersion: codeVersion()
  };
  return { landing, sources: sourcesFingerprint(found), facts: { buildId: buildId(landing, facts), ...facts } };
}

/** Hash of what decides the content: deliveries, definitions, code, data instant. */
function buildId(landing: Landing, facts: Omit<BuildFacts, 'buildId'>): string {
  const loads = landing.manifests.map((manifest) => manifest.loadId);
  const content = JSON.stringify([loads, facts.definitionsSha256, facts.codeVersion, facts.asOf ?? null]);
  return createHash('sha256').update(content).digest('hex').slice(0, 16);
}

async function buildFrom(connection: Connection, options: BuildOptions, inputs: BuildInputs): Promise<Omit<BuildReport, 'seconds'>> {
  const { home, out } = options;
  const { facts } = inputs;
  const answer = { buildId: facts.buildId, knownAt: facts.knownAt, asOf: facts.asOf };
  const current = out ? undefined : currentBuild(home);
  if (current?.buildId === facts.buildId && options.incremental !== false && existsSync(current.path)) {
    prune(home, [current.file, current.previousFile]);
    return { ...answer, status: 'unchanged', file: current.path, isIncremental: false, models: [], checks: [] };
  }

  const folder = out ? dirname(resolve(out)) : home.warehouse;
  const building = join(folder, `.building-${out ? basename(out) : facts.buildId}.duckdb`);
  removeDatabase(building);
  try {
    const planned = await planFor(connection, options, current, inputs, building);
    const plan = 'generation' in planned ? planned : undefined;
    if (!plan) removeDatabase(building);
    const result = await fill(connection, options, inputs, building, plan);
    if (out) moveDurably(building, resolve(out));
    const file = out ? resolve(out) : join(home.warehouse, publishBuild(options, inputs, building, plan));
    return {
      ...answer,
      ...result,
      status: out ? 'written' : 'published',
      file,
      isIncremental: plan !== undefined,
      fullBecause: 'reason' in planned ? planned.reason : undefined
    };
  } finally {
    removeDatabase(building);
  }
}

async function planFor(
  connection: Connection,
  { out, incremental }: BuildOptions,
  current: ReturnType<typeof currentBuild>,
  inputs: BuildInputs,
  building: string
): Promise<ChangePlan | { reason: string }> {
  if (out) return { reason: 'it is written apart' };
  if (incremental === false) return { reason: 'it was asked for' };
  if (!current) return { reason: 'nothing was published before' };
  return planChanges(connection, current, inputs, building, incremental ? Infinity : undefined);
}

/** Fills the new file, checks it and closes it. */
async function fill(
  connection: Connection,
  options: BuildOptions,
  { facts }: BuildInputs,
  building: string,
  plan: ChangePlan | undefined
): Promise<{ models: ModelRun[]; checks: CheckResult[] }> {
  if (!plan) await attachWarehouse(connection, building);
  await defineMacros(connection, facts, plan?.asOfBefore);
  const models = orderModels([...readSqlModels(), ...codeModels]);
  const checks = readChecks();
  const count = models.length + checks.length;
  const tell = (step: string, index: number, share: number): void => options.onProgress?.({ step, index, count, share });
  const runs = await runModels(models, { connection, home: options.home, build: facts, changed: plan?.changed }, (model, index, share) =>
    tell(model.name, index, share)
  );
  await describeModels(connection, runs);
  const results = await runChecks(connection, checks, (index) => tell(`check ${checks[index]?.name}`, models.length + index, 0));
  const failures = results.filter((result) => result.severity === 'fatal' && result.offendingCount > 0);
  if (failures.length) throw new CheckFailure(failures);
  await connection.run('CHECKPOINT warehouse');
  await detachWarehouse(connection);
  return { models: runs, checks: results };
}

async function describeModels(connection: Connection, runs: readonly ModelRun[]): Promise<void> {
  await connection.run('CREATE OR REPLACE TABLE meta.model (name VARCHAR, kind VARCHAR, row_count BIGINT, grain VARCHAR)');
  const rows = runs.flatMap((run) => run.tables.flatMap((table) => (table.rows === undefined ? [] : [{ ...table, kind: run.kind }])));
  for (const { name, kind, rows: rowCount, grain } of rows.sort((a, b) => (a.name < b.name ? -1 : 1)))
    await connection.run('INSERT INTO meta.model VALUES (?, ?, ?, ?)', [name, kind, rowCount ?? null, grain]);
}

function publishBuild(
  { home, now }: BuildOptions,
  { landing, facts, sources }: BuildInputs,
  building: string,
  plan: ChangePlan | undefined
): string {
  const published = publish(home, building, {
    buildId: facts.buildId,
    knownAt: facts.knownAt,
    asOf: facts.asOf,
    zone: facts.zone,
    definitionsSha256: facts.definitionsSha256,
    codeVersion: facts.codeVersion,
    sources,
    loadIds: landing.manifests.map((manifest) => manifest.loadId),
    generation: plan ? plan.generation : 0,
    publishedAt: now.toISOString()
  });
  archiveDefinitions(home, facts.definitionsSha256, { buildId: facts.buildId, asOf: facts.asOf, publishedAt: now.toISOString() });
  return published.file;
}

function removeDatabase(path: string): void {
  for (const file of [path, `${path}.wal`]) rmSync(file, { force: true });
}
