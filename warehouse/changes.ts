import { constants, copyFileSync, existsSync } from 'node:fs';
import type { Connection } from './connection.ts';
import { recordTypes, type LandedType } from './contract.ts';
import { changeInstants, landedSelect, type LandedFile, type Landing } from './landing.ts';
import type { BuildFacts } from './model.ts';
import { milestones } from './models/staging/columns.ts';
import type { PublishedBuild } from './publish.ts';
import { attachWarehouse, detachWarehouse } from './workspace.ts';

/** How the next build grows out of the published one. */
export interface ChangePlan {
  /** Incremental builds since the last full one, this one included. */
  generation: number;
  /** Data instant of the build that is carried on. */
  asOfBefore: string;
}

export interface BuildInputs {
  landing: Landing;
  facts: BuildFacts;
  sources: string;
}

/** Deleted rows stay in the file until a full build. */
const generationsAtMost = 20;
const shareAtMost = 0.3;

/**
 * Decides whether the published build can be carried on: same definitions, code, zone and sources, and only later deliveries. If
 * so, `building` is a copy of it, attached as `warehouse`, and `build.changed_record` and `build.stretch_before` are filled;
 * otherwise nothing is attached and the answer is undefined: build everything.
 * @param mostChanged share of all records above which a full build is as quick
 */
export async function planChanges(
  connection: Connection,
  published: PublishedBuild & { path: string },
  inputs: BuildInputs,
  building: string,
  mostChanged = shareAtMost
): Promise<ChangePlan | undefined> {
  const { asOf } = published;
  if (!asOf || !continues(published, inputs)) return undefined;
  copyFileSync(published.path, building, constants.COPYFILE_FICLONE);
  await attachWarehouse(connection, building);
  await findChanged(connection, inputs.landing, published, asOf);
  const share = await connection.one<{ share: number }>(
    `SELECT (SELECT count(*) FROM build.changed_record) / greatest((SELECT sum(row_count) FROM meta.model WHERE name IN (${factNames})), 1) AS share`
  );
  if ((share?.share ?? 1) > mostChanged) {
    await detachWarehouse(connection);
    return undefined;
  }
  await connection.run(`CREATE OR REPLACE TABLE build.stretch_before AS ${stretchBefore}`);
  return { generation: published.generation + 1, asOfBefore: asOf };
}

const factNames = recordTypes.map((type) => `'fact.${type}'`).join(', ');

function continues(published: PublishedBuild & { path: string }, { landing, facts, sources }: BuildInputs): boolean {
  const loads = new Set(landing.manifests.map((manifest) => manifest.loadId));
  return (
    existsSync(published.path) &&
    published.generation < generationsAtMost &&
    published.definitionsSha256 === facts.definitionsSha256 &&
    published.codeVersion === facts.codeVersion &&
    published.zone === facts.zone &&
    published.sources === sources &&
    published.loadIds.every((loadId) => loads.has(loadId)) &&
    facts.asOf !== undefined &&
    published.asOf !== undefined &&
    facts.asOf >= published.asOf
  );
}

/**
 * Records that can differ: told of by new deliveries; open before, since ages and clocks move with the data instant; told of for
 * a time that still lay ahead; access that nobody has revoked; and events that share a fingerprint with any of these.
 */
async function findChanged(connection: Connection, landing: Landing, published: PublishedBuild, asOf: string): Promise<void> {
  const before = new Set(published.loadIds);
  const fresh = (type: LandedType): LandedFile[] => landing.filesOf(type).filter((file) => !before.has(file.manifest.loadId));
  const ahead = (type: LandedType): string =>
    changeInstants(type)
      .map((name) => `${name} > '${asOf}'::TIMESTAMPTZ`)
      .join(' OR ');
  const told = recordTypes.flatMap((type) => [
    `SELECT '${type}' AS record_type, record_id FROM (${landedSelect(type, fresh(type))})`,
    `SELECT '${type}', record_id FROM (${landedSelect(type, landing.filesOf(type))}) WHERE ${ahead(type)}`
  ]);
  const history = [
    `SELECT record_type, record_id FROM (${landedSelect('history', fresh('history'))})`,
    `SELECT record_type, record_id FROM (${landedSelect('history', landing.filesOf('history'))}) WHERE ${ahead('history')}`
  ];
  const open = Object.keys(milestones).map((type) => `SELECT '${type}', record_id FROM fact.${type} WHERE is_open`);
  const unrevoked = `SELECT 'access_grant', record_id FROM fact.access_grant WHERE revoked_at IS NULL`;
  await connection.run(
    `CREATE OR REPLACE TABLE build.changed_record AS SELECT DISTINCT record_type, record_id FROM (${[...told, ...history, ...open, unrevoked].join(' UNION ALL ')})`
  );
  await connection.run(
    `INSERT INTO build.changed_record
     WITH told AS (SELECT record_id, fingerprint FROM (${landedSelect('event', landing.filesOf('event'))}) WHERE fingerprint IS NOT NULL)
     SELECT DISTINCT 'event', record_id FROM told
     WHERE fingerprint IN (SELECT fingerprint FROM told WHERE record_id IN (SELECT record_id FROM build.changed_record WHERE record_type = 'event'))
     EXCEPT SELECT record_type, record_id FROM build.changed_record`
  );
}

/** Course of changed records as the published build has it: what its backlog counted them for. */
const stretchBefore = `
  SELECT h.record_type, h.interval_number, h.from_at, h.to_at, h.team, h.priority, h.is_open, o.service,
    lag(h.state) OVER w AS state_before, lag(h.team) OVER w AS team_before, lag(h.priority) OVER w AS priority_before,
    lead(h.state) OVER w AS state_after, lead(h.team) OVER w AS team_after, lead(h.priority) OVER w AS priority_after
  FROM fact.history h
  JOIN (${['incident', 'request', 'problem', 'change', 'event'].map((type) => `SELECT '${type}' AS record_type, record_id, service FROM fact.${type}`).join(' UNION ALL ')}) o
    ON o.record_type = h.record_type AND o.record_id = h.record_id
  JOIN build.changed_record c ON c.record_type = h.record_type AND c.record_id = h.record_id
  WINDOW w AS (PARTITION BY h.record_type, h.record_id ORDER BY h.interval_number)`;
