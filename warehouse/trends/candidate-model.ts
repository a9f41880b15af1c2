import type { Connection } from '../connection.ts';
import type { CodeModel, ModelContext } from '../model.ts';
import { familyDaySql, featureSql, scopeSql, todaySql, weekSql } from './candidate-sql.ts';
import { chooseCandidates, type Candidate, type Feature } from './candidates.ts';
import { evidenceOf, type Tested } from './evidence.ts';
import { interval, ratioLow } from './expectation.ts';
import { createTable, readLines, writeRows } from './lines.ts';
import { sentenceOf, type Kinship, type Scope } from './sentence.ts';
import { findSignals, type Findings, type Signal } from './signals.ts';
import { reach, type Stream } from './stream.ts';
import { findWaves, type Waves } from './waves.ts';

/** Which families grow, burst, come back or cost most, with the evidence. */
export const candidateModel: CodeModel = {
  name: 'mart.candidate',
  grain: 'one family that a problem manager should look at',
  reads: ['staging.trend_incident', 'mart.family'],
  also: [
    { name: 'mart.family_week', grain: 'one finished ISO week of a tested family, with what its own history lets expect' },
    { name: 'mart.family_signal', grain: 'one test of one family: the whole pool of this build' }
  ],
  run: async ({ connection, build, onProgress }: ModelContext) => {
    const now = { as_of: build.asOf ?? null, zone: build.zone };
    await connection.run(familyDaySql);
    const streams = await readStreams(connection);
    const findings = await testStreams(connection, streams, now);
    onProgress(0.6);
    await connection.run(createTable('staging.trend_usual', usualColumns));
    const usual = [...findings.usual].map(([family_id, { expected, upper }]) => ({ family_id, expected, upper }));
    await writeRows(connection, 'staging.trend_usual', usualColumns, usual);
    await connection.run(weekSql, now);
    await writeSignals(connection, findings.signals);
    const features = await connection.all<Feature>(featureSql);
    onProgress(0.8);
    const candidates = chooseCandidates(features, findings.signals, wavesOf(streams));
    await writeCandidates(connection, candidates, findings.signals.length, now);
  }
};

type Now = { as_of: string | null; zone: string };

const usualColumns = { family_id: 'VARCHAR', expected: 'DOUBLE', upper: 'DOUBLE' };

async function readStreams(connection: Connection): Promise<Stream[]> {
  const streams = new Map<string, { id: string; days: Uint32Array }>();
  for await (const line of readLines(connection, 'staging.trend_family_day', 'line')) {
    const [id, day, count] = line.split(' ') as [string, string, string];
    const stream = streams.get(id) ?? { id, days: new Uint32Array(reach) };
    streams.set(id, stream);
    stream.days[Number(day)] = Number(count);
  }
  return [...streams.values()];
}

function wavesOf(streams: readonly Stream[]): Map<string, Waves> {
  return new Map(streams.flatMap((stream) => [findWaves(stream)].flatMap((waves) => (waves ? [[stream.id, waves] as const] : []))));
}

async function testStreams(connection: Connection, streams: readonly Stream[], now: Now): Promise<Findings> {
  const all = new Uint32Array(reach);
  const days = await connection.all<{ day: number; count: number }>(
    `SELECT days_back AS day, count(*) AS count FROM staging.trend_incident WHERE is_counted AND days_back < ${reach} GROUP BY ALL`
  );
  for (const { day, count } of days) all[day] = count;
  const known = await connection.one<{ days: number | null; today: number | null }>(
    `SELECT max(days_back) AS days, epoch(timezone($zone, $as_of::TIMESTAMPTZ)::TIME) / 86400 AS today FROM staging.trend_incident`,
    now
  );
  return findSignals(streams, all, known?.days ?? 0, known?.today ?? 1);
}

const signalColumns = {
  family_id: 'VARCHAR',
  kind: 'VARCHAR',
  days: 'INTEGER',
  observed: 'BIGINT',
  expected: 'DOUBLE',
  against: 'VARCHAR',
  p_value: 'DOUBLE',
  q_value: 'DOUBLE',
  level: 'VARCHAR'
};

async function writeSignals(connection: Connection, signals: readonly Signal[]): Promise<void> {
  await connection.run(createTable('mart.family_signal', signalColumns));
  const rows = signals.map(({ id, p, q, mixture: _, ...rest }) => ({ family_id: id, p_value: p, q_value: q, ...rest }));
  await writeRows(connection, 'mart.family_signal', signalColumns, rows);
}

const candidateColumns = {
  candidate_id: 'VARCHAR',
  family_id: 'VARCHAR',
  rank: 'INTEGER',
  kind: 'VARCHAR',
  signal: 'VARCHAR',
  days: 'INTEGER',
  observed: 'BIGINT',
  expected: 'DOUBLE',
  expected_low: 'BIGINT',
  expected_high: 'BIGINT',
  ratio_low: 'DOUBLE',
  p_value: 'DOUBLE',
  q_value: 'DOUBLE',
  level: 'VARCHAR',
  impact_seconds: 'BIGINT',
  recurrence_of: 'VARCHAR',
  sentence: 'VARCHAR',
  evidence: 'VARCHAR'
};

const daysOf = ({ kind, signal }: Candidate): number => (kind === 'signal' && signal ? signal.days : kind === 'recurring' ? 182 : 364);

async function writeCandidates(connection: Connection, candidates: readonly Candidate[], poolSize: number, now: Now): Promise<void> {
  const picked = { family_id: 'VARCHAR', days: 'INTEGER' };
  await connection.run(createTable('staging.trend_picked', picked));
  const picks = candidates.map((candidate) => ({ family_id: candidate.feature.familyId, days: daysOf(candidate) }));
  await writeRows(connection, 'staging.trend_picked', picked, picks);
  const scopes = await connection.all<Scope & Kinship & { familyId: string }>(scopeSql);
  const byFamily = new Map(scopes.map((scope) => [scope.familyId, scope]));
  const today = await connection.one<{ date: string }>(todaySql, now);
  const rows = candidates.map((candidate, index) =>
    row(candidate, byFamily.get(candidate.feature.familyId)!, index + 1, poolSize, today!.date)
  );
  await connection.run(createTable('mart.candidate', candidateColumns));
  await writeRows(connection, 'mart.candidate', candidateColumns, rows);
}

function row(candidate: Candidate, scope: Scope & Kinship, rank: number, poolSize: number, today: string) {
  const { feature, signal } = candidate;
  const bounds = signal && interval(signal.mixture);
  const tested: Tested | undefined =
    signal && bounds ? { low: bounds[0], high: bounds[1], ratioLow: ratioLow(signal.observed, signal.mixture), poolSize } : undefined;
  return {
    candidate_id: `C-${feature.familyId}`,
    family_id: feature.familyId,
    rank,
    kind: candidate.kind,
    signal: signal?.kind,
    days: daysOf(candidate),
    observed: signal?.observed ?? scope.count,
    expected: signal?.expected,
    expected_low: tested?.low,
    expected_high: tested?.high,
    ratio_low: tested?.ratioLow,
    p_value: signal?.p,
    q_value: signal?.q,
    level: candidate.level,
    impact_seconds: Math.round(candidate.impact.seconds),
    recurrence_of: feature.knownErrorId ?? feature.openProblemId,
    sentence: sentenceOf(candidate, scope, scope, bounds),
    evidence: JSON.stringify(evidenceOf(candidate, scope, scope, tested, today))
  };
}
