import { constants, copyFileSync, existsSync } from 'node:fs';
import type { Connection } from './connection.ts';
import { recordTypes, type LandedType } from './contract.ts';
import { changeInstants, landedSelect, type LandedFile, type Landing } from './landing.ts';
import type { BuildFacts, Changed } from './model.ts';
import { milestones } from './models/staging/columns.ts';
import type { PublishedBuild } from './publish.ts';
import { attachWarehouse, detachWarehouse } from './workspace.ts';

/** How the next build grows out of the published one. */
export interface ChangePlan {
  /** Incremental builds since the last full one, this one included. */
  generation: number;
  /** Data instant of the build that is carried on. */
  asOfBefore: string;
  changed: Changed;
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
 * otherwise nothing is attached and the answer says why: build everything.
 * @param mostChanged share of all records above which a full build is as quick
 */
export async function planChanges(
  connection: Connection,
  published: PublishedBuild & { path: string },
  inputs: BuildInputs,
  building: string,
  mostChanged = shareAtMost
): Promise<ChangePlan | { reason: string }> {
  const reason = obstacle(published, inputs);
  if (reason) return { reason };
  const asOf = published.asOf as string;
  copyFileSync(published.path, building, constants.COPYFILE_FICLONE);
  await attachWarehouse(connection, building);
  await findChanged(connection, inputs.landing, published, asOf);
  const share = await connection.one<{ share: number }>(
    `SELECT (SELECT count(*) FROM build.changed_record) / greatest((SELECT sum(row_count) FROM meta.model WHERE name IN (${factNames})), 1) AS share`
  );
  if ((share?.share ?? 1) > mostChanged) {
    await detachWarehouse(connection);
    return { reason: `${Math.round((share?.share ?? 1) * 100)} % of the records can differ` };
  }
  await connection.run(`CREATE OR REPLACE TABLE build.stretch_before AS ${stretchBefore}`);
  const before = new Set(published.loadIds);
  const delivered = inputs.landing.manifests.filter((manifest) => !before.has(manifest.loadId)).map((manifest) => manifest.type);
  return {
    generation: published.generation + 1,
    asOfBefore: asOf,
    changed: { relation: 'build.changed_record', delivered: new Set(delivered) }
  };
}

const factNames = recordTypes.map((type) => `'fact.${type}'`).join(', ');

/** Why the published build cannot be carried on; undefined when it can. */
function obstacle(published: PublishedBuild & { path: string }, { landing, facts, sources }: BuildInputs): string | undefined {
  const loads = new Set(landing.manifests.map((manifest) => manifest.loadId));
  if (!existsSync(published.path)) return 'the published file is missing';
  if (published.generation >= generationsAtMost) return `${generationsAtMost} incremental builds went before`;
  if (published.codeVersion !== facts.codeVersion) return 'the program has changed';
  if (published.definitionsSha256 !== facts.definitionsSha256) return 'definitions have changed';
  if (published.sources !== sources) return 'a source is new or tells more columns than before';
  if (!published.loadIds.every((loadId) => loads.has(loadId))) return 'deliveries of the published build do not count any more';
  if (!published.asOf || !facts.asOf || facts.asOf < published.asOf) return 'the data instant is earlier';
  return undefined;
}

/**
 * Records that can differ: told of by new deliveries; open before, since ages and clocks move with the data instant; told of for
 * a time that still lay ahead; access that nobody has revoked; and events that follow a new one with the same fingerprint.
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
  const replies = landedSelect('reply', landing.filesOf('reply'));
  const replied = [
    `SELECT record_type, record_id FROM (${landedSelect('reply', fresh('reply'))})`,
    `SELECT record_type, record_id FROM (${replies}) WHERE ${ahead('reply')}`,
    `SELECT record_type, record_id FROM (${replies}) WHERE author IN (SELECT person FROM (${landedSelect('person', fresh('person'))}))`
  ];
  const open = Object.keys(milestones).map((type) => `SELECT '${type}', record_id FROM fact.${type} WHERE is_open`);
  const unrevoked = `SELECT 'access_grant', record_id FROM fact.access_grant WHERE revoked_at IS NULL`;
  const unstopped = 'SELECT record_type::VARCHAR, record_id FROM fact.clock WHERE stopped_at IS NULL';
  await connection.run(
    `CREATE OR REPLACE TABLE build.changed_record AS SELECT DISTINCT record_type, record_id FROM (${[...told, ...history, ...replied, ...open, unrevoked, unstopped].join(' UNION ALL ')})`
  );
  await connection.run(followers(landedSelect('event', fresh('event'))));
}

/** Events that an event of a new delivery, as it is or as it was, could make repeated: the same fingerprint within the day after. */
const followers = (fresh: string): string => `
  INSERT INTO build.changed_record
  WITH told AS (
    SELECT record_id, fingerprint, opened_at FROM (${fresh})
    UNION
    SELECT record_id, fingerprint, opened_at FROM fact.event WHERE record_id IN (SELECT record_id FROM (${fresh}))
  )
  SELECT DISTINCT 'event', e.record_id
  FROM fact.event e
  JOIN told t ON t.fingerprint = e.fingerprint AND e.opened_at >= t.opened_at AND e.opened_at <= t.opened_at + INTERVAL 25 HOUR
  EXCEPT SELECT record_type, record_id FROM build.changed_record`;

/** Course of changed records as the published build has it: what its backlog counted them for. */
const stretchBefore = `
  SELECT h.record_type, h.interval_number, h.from_at, h.to_at, h.state, h.team, h.priority, h.is_open, o.service,
    lag(h.state) OVER w AS state_before, lag(h.team) OVER w AS team_before, lag(h.priority) OVER w AS priority_before,
    lead(h.state) OVER w AS state_after, lead(h.team) OVER w AS team_after, lead(h.priority) OVER w AS priority_after
  FROM fact.history h
  JOIN (${['incident', 'request', 'problem', 'change', 'event'].map((type) => `SELECT '${type}' AS record_type, record_id, service FROM fact.${type}`).join(' UNION ALL ')}) o
    ON o.record_type = h.record_type AND o.record_id = h.record_id
  JOIN build.changed_record c ON c.record_type = h.record_type AND c.record_id = h.record_id
  WINDOW w AS (PARTITION BY h.record_type, h.record_id ORDER BY h.interval_number)`;
