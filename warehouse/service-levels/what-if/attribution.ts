import { literal, type Connection } from '../../connection.ts';
import { keySql, publishedSource } from '../course-source.ts';
import type { Case } from './cases.ts';
import { writeVerdicts } from './from-courses.ts';
import { joined, type Group } from './groups.ts';
import { statusEnum } from './pair.ts';
import { changedParts, withPart, type Part, type Reach } from './parts.ts';
import { wayOf } from './route.ts';
import { weighing, type WeighOptions } from './weigh.ts';

export interface AttributionOptions extends WeighOptions {
  groups: readonly Group[];
  cases: readonly Case[];
  reach: Reach;
  hasUntold: (group: Group) => boolean;
}

/** Why a clock flips, where no part of its target explains it. */
export const wholes = { began: 'new target', ended: 'ended target', version: 'other version' } as const;

/**
 * Writes `staging.what_if_flip`: the pairs whose verdict differs, with `reason`. Where several parts of a target changed, each is
 * tried alone on the clocks that flip: those that alone give the new verdict are the reason; else only all together are.
 */
export async function attribute(options: AttributionOptions): Promise<void> {
  const { connection } = options;
  await connection.run(
    'CREATE OR REPLACE TABLE staging.what_if_alone (group_at INTEGER, record_key BIGINT, cycle INTEGER, part_at INTEGER, part VARCHAR)'
  );
  const several = options.cases.filter(({ before, changed }) => before && changed.length > 1);
  const flipping = await withFlips(connection, several);
  if (flipping.length > 0) await tryAlone(options, flipping);
  await writeFlips(connection, options);
}

async function withFlips(connection: Connection, cases: readonly Case[]): Promise<Case[]> {
  const rows = await connection.all<{ group_at: number; old_at: number | null; new_at: number | null }>(
    'SELECT DISTINCT group_at, old_at, new_at FROM staging.what_if_pair WHERE is_flip'
  );
  return cases.filter((each) => rows.some((row) => row.group_at === each.groupAt && isOf(each, row)));
}

const isOf = ({ oldAt, newAt }: Case, row: { old_at: number | null; new_at: number | null }): boolean =>
  (row.old_at ?? oldAt) === oldAt && (row.new_at ?? newAt) === newAt;
const ofCase = ({ groupAt, oldAt, newAt }: Case): string =>
  `p.group_at = ${groupAt} AND coalesce(p.old_at, ${oldAt}) = ${oldAt} AND coalesce(p.new_at, ${newAt}) = ${newAt}`;

/** A case with one part of its change only. */
interface Trial {
  of: Case;
  part: Part;
  partAt: number;
  alone: Case;
}

function trialsOf({ reach, groups, hasUntold }: AttributionOptions, cases: readonly Case[]): Trial[] {
  return cases.flatMap((of) =>
    of.changed.map((part, partAt) => {
      const after = withPart(of.before!, of.after, part);
      const changed = changedParts(of.before!, after, reach);
      return { of, part, partAt, alone: { ...of, after, changed, way: wayOf(of.before!, after, changed, hasUntold(groups[of.groupAt]!)) } };
    })
  );
}

async function tryAlone(options: AttributionOptions, cases: readonly Case[]): Promise<void> {
  const { connection, catalogue, groups } = options;
  const trials = trialsOf(options, cases);
  const types = groups.map(({ recordType }, at) => `WHEN ${at} THEN ${literal(recordType)}`);
  await connection.run(`CREATE OR REPLACE TABLE staging.what_if_only AS
    SELECT DISTINCT CASE group_at ${types.join(' ')} END AS record_type, record_id FROM staging.what_if_pair p WHERE is_flip AND (${cases.map((each) => `(${ofCase(each)})`).join(' OR ')})`);
  const byPass = trials.filter(({ alone }) => alone.way === 'pass');
  await writeVerdicts({
    ...options,
    source: publishedSource(catalogue, 'staging.what_if_only'),
    definitions: joined(byPass.map(({ alone }) => alone.after)),
    only: 'staging.what_if_only',
    onProgress: () => undefined
  });
  for (const [at, trial] of byPass.entries())
    await insertAlone(connection, trial, `SELECT record_key, cycle, status FROM staging.what_if_clock WHERE target_at = ${at}`, 'none');
  const byFacts = trials.filter(({ alone }) => alone.way === 'facts');
  const weigh = await weighing(
    options,
    byFacts.map(({ alone }) => alone),
    options.reach.from
  );
  for (const trial of byFacts) {
    const key = keySql(literal(groups[trial.of.groupAt]!.recordType), 'record_id');
    await insertAlone(
      connection,
      trial,
      `SELECT ${key} AS record_key, cycle, new_status AS status FROM (${await weigh(trial.alone, 'staging.what_if_only')})`,
      'old'
    );
  }
}

/** @param otherwise what stands where the trial has no clock: none, or what was (facts tell published clocks only) */
const insertAlone = (connection: Connection, { of, part, partAt }: Trial, clocks: string, otherwise: 'none' | 'old'): Promise<void> =>
  connection.run(`INSERT INTO staging.what_if_alone
    SELECT p.group_at, p.record_key, p.cycle, ${partAt}, ${literal(part)} FROM (SELECT * FROM staging.what_if_pair p WHERE is_flip AND ${ofCase(of)}) p
    LEFT JOIN (${clocks}) a ON a.record_key = p.record_key AND a.cycle = p.cycle
    WHERE coalesce(a.status, ${otherwise === 'none' ? `'none'::${statusEnum}` : 'p.old_status'}) = p.new_status`);

async function writeFlips(connection: Connection, { cases }: AttributionOptions): Promise<void> {
  const branches = cases
    .filter(({ before }) => before)
    .map(
      (each) =>
        `WHEN ${ofCase(each)} THEN ${literal(each.changed.length > 1 ? `${each.changed.join(' and ')} together` : (each.changed[0] ?? wholes.version))}`
    );
  const otherwise = `CASE WHEN p.old_at IS NULL THEN ${literal(wholes.began)} WHEN p.new_at IS NULL THEN ${literal(wholes.ended)} ELSE ${literal(wholes.version)} END`;
  await connection.run(`CREATE OR REPLACE TABLE staging.what_if_flip AS
    SELECT p.* EXCLUDE (is_flip), coalesce(a.reason, ${branches.length > 0 ? `CASE ${branches.join(' ')} ELSE ${otherwise} END` : otherwise}) AS reason,
      row_number() OVER (ORDER BY p.group_at, p.record_id, p.cycle) AS flip_number
    FROM staging.what_if_pair p
    LEFT JOIN (SELECT group_at, record_key, cycle, string_agg(part, ' or ' ORDER BY part_at) AS reason FROM staging.what_if_alone GROUP BY ALL) a
      ON a.group_at = p.group_at AND a.record_key = p.record_key AND a.cycle = p.cycle
    WHERE p.is_flip ORDER BY flip_number`);
}
