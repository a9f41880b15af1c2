import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { alwaysOpen, parseDayWindow, type Calendar } from '#warehouse/calendars/calendar.ts';
import { openDatabase, type Connection } from '#warehouse/connection.ts';
import { columnTypes, contract } from '#warehouse/contract.ts';
import type { Definitions } from '#warehouse/service-levels/definitions.ts';
import { runPass } from '#warehouse/service-levels/pass.ts';
import { resolveAgreements } from '#warehouse/service-levels/resolve.ts';
import type { AgreementEntry, TargetEntry } from '#warehouse/service-levels/schema.ts';
import { compareDefinitions } from '#warehouse/service-levels/what-if/compare.ts';
import { summarise } from '#warehouse/service-levels/what-if/totals.ts';
import { seconds, type Figure } from './figure.ts';
import type { Setting } from './setting.ts';

/** Wall and processor seconds of one piece of work. */
export interface Spent {
  wall: number;
  processor: number;
}

export async function spent(work: () => Promise<unknown>): Promise<Spent> {
  const [started, used] = [performance.now(), process.cpuUsage()];
  await work();
  const { user, system } = process.cpuUsage(used);
  return { wall: (performance.now() - started) / 1000, processor: (user + system) / 1e6 };
}

const begin = Date.UTC(2025, 0, 1) / 1000;
const span = 540 * 86_400;
export const worldEnd = begin + span + 20 * 86_400;

/** Incidents with their courses as a build has them: some five stretches each, two in five on hold, one in 25 with another priority. */
export async function fillWorld(connection: Connection, count: number): Promise<void> {
  await connection.run("ATTACH ':memory:' AS staging");
  await connection.run('CREATE SCHEMA fact');
  await connection.run(`CREATE TABLE staging.base AS SELECT range AS i, ${begin} + (range * ${span / count})::BIGINT AS o, hash(range * 7) % 20 AS team,
    1 + (hash(range * 11) % 5) AS prio, hash(range * 13) % 100 AS h, hash(range * 17) AS g FROM range(${count})`);
  const told: Record<string, string> = {
    record_id: `'INC' || lpad(i::VARCHAR, 8, '0')`,
    opened_at: 'to_timestamp(o)',
    service: `'svc ' || (g % 30)`,
    supplier: `CASE WHEN g % 10 = 0 THEN 'Northbridge' END`
  };
  const columns = contract.incident.map(({ name, type }) => `${told[name] ?? `NULL::${columnTypes[type]}`} AS ${name}`);
  await connection.run(
    `CREATE TABLE fact.incident AS SELECT ${columns.join(', ')}, to_timestamp(o)::DATE AS opened_date, TRUE AS has_history FROM staging.base`
  );
  await connection.run(
    `CREATE TABLE staging.record AS SELECT i + 1 AS record_key, 'incident' AS record_type, ${told.record_id} AS record_id, TRUE AS has_history FROM staging.base`
  );
  const later = `CASE WHEN h < 4 THEN 1 ELSE prio END`;
  await connection.run(`CREATE TABLE staging.stretch AS WITH m AS (
      SELECT i, o AS t, 'new' AS s, 'Desk' AS tm, prio FROM staging.base
      UNION ALL SELECT i, o + 600 + (g % 7000)::BIGINT, 'in_progress', 'Team ' || team, prio FROM staging.base
      UNION ALL SELECT i, o + 9000 + (g % 70000)::BIGINT, 'on_hold', 'Team ' || team, prio FROM staging.base WHERE h < 40
      UNION ALL SELECT i, o + 90000 + (g % 90000)::BIGINT, 'in_progress', 'Team ' || team, ${later} FROM staging.base WHERE h < 40
      UNION ALL SELECT i, o + 200000 + (g % 300000)::BIGINT, 'resolved', 'Team ' || team, ${later} FROM staging.base WHERE i < ${count * 0.98}
      UNION ALL SELECT i, o + 600000 + (g % 300000)::BIGINT, 'closed', 'Team ' || team, ${later} FROM staging.base WHERE i < ${count * 0.97}
    ) SELECT i + 1 AS record_key, row_number() OVER w AS interval_number, to_timestamp(t) AS from_at, to_timestamp(lead(t) OVER w) AS to_at, s AS state, lag(s) OVER w AS state_before,
      tm AS team, prio::BIGINT AS priority, CASE WHEN s = 'on_hold' AND hash(i) % 2 = 0 THEN 'Awaiting Vendor' END AS state_source, NULL::VARCHAR AS assignee
    FROM m WINDOW w AS (PARTITION BY i ORDER BY t) ORDER BY 1, 2`);
}

const office = (name: string, zone: string, hours: string): Calendar => ({
  ...alwaysOpen,
  name,
  zone,
  week: [0, 1, 2, 3, 4, 5, 6].map((day) => (day < 5 ? [parseDayWindow(hours)!] : []))
});
const offices = [alwaysOpen, office('Berlin', 'Europe/Berlin', '08:00-18:00'), office('New York', 'America/New_York', '09:00-17:00')];
const byTeam = {
  by_team: Object.fromEntries(Array.from({ length: 20 }, (_, at) => [`Team ${at}`, ['24x7', 'Berlin', 'New York'][at % 3]!])),
  default: 'Berlin'
};
const promised: TargetEntry[] = [
  { name: 'Response', record_type: 'incident', metric: 'response', calendar: byTeam, goals: { '1': '15m', default: '2h' } },
  {
    name: 'Resolution',
    record_type: 'incident',
    metric: 'resolution',
    calendar: byTeam,
    goals: { '1': '4h', '2': '8h', default: '24h' },
    pause: ['on_hold']
  },
  { name: 'Whole', record_type: 'incident', metric: 'resolution', calendar: 'Berlin', goals: { default: '40h' }, pause: ['on_hold'] }
];
const definitionsOf = (targets: TargetEntry[], calendars = offices): Definitions => ({
  calendars,
  agreements: resolveAgreements([{ name: 'Gold', type: 'SLA', targets } as AgreementEntry])
});

/** Three targets as promised, and changes to all of them. */
export const worldDefinitions = definitionsOf(promised);
export const changes: Record<string, Definitions> = {
  'goals tightened': definitionsOf(promised.map((target) => ({ ...target, goals: { '1': '10m', default: '12h' } }))),
  'a holiday added': definitionsOf(
    promised,
    offices.map((calendar) =>
      calendar.name === 'Berlin' ? { ...calendar, holidays: [{ date: '2025-11-03', name: 'Company day' }] } : calendar
    )
  ),
  'hours changed': definitionsOf(
    promised,
    offices.map((calendar) => (calendar.name === 'Berlin' ? office('Berlin', 'Europe/Berlin', '07:00-18:00') : calendar))
  ),
  'pause states changed': definitionsOf(promised.map((target) => ({ ...target, pause: ['on_hold', 'new'] }))),
  'pause rule changed, by the course': definitionsOf(
    promised.map((target) => ({ ...target, pause: { state: ['on_hold'], state_source: 'Awaiting Vendor' } }))
  ),
  'goals, a holiday and the pause rule': definitionsOf(
    promised.map((target) => ({
      ...target,
      goals: { '1': '10m', default: '12h' },
      pause: { state: ['on_hold'], state_source: 'Awaiting Vendor' }
    })),
    offices.map((calendar) =>
      calendar.name === 'Berlin' ? { ...calendar, holidays: [{ date: '2025-11-03', name: 'Company day' }] } : calendar
    )
  )
};

/** One measured change of definitions. */
export interface ChangeTimes extends Spent {
  change: string;
  flipped: number;
  ways: string[];
}

/** Computes the promises once, then asks what each change would flip. */
export async function measureChanges(
  count: number,
  memoryLimit: string | undefined,
  say: (text: string) => void
): Promise<{ pass: Spent; changes: ChangeTimes[] }> {
  const database = await openDatabase(':memory:', { threads: 2, memoryLimit });
  try {
    return await database.with(async (connection) => {
      await fillWorld(connection, count);
      const pass = await spent(() =>
        runPass({ connection, definitions: worldDefinitions, zone: 'UTC', asOf: worldEnd, onProgress: () => undefined })
      );
      say(`pass: ${pass.wall.toFixed(1)} s, ${pass.processor.toFixed(1)} s of processor`);
      await connection.run(
        `CREATE TABLE fact.history AS SELECT r.record_type, r.record_id, s.* EXCLUDE (record_key, state_before) FROM staging.stretch s JOIN staging.record r ON r.record_key = s.record_key`
      );
      for (const name of ['stretch', 'record', 'base']) await connection.run(`DROP TABLE staging.${name}`);
      const measured: ChangeTimes[] = [];
      for (const [change, after] of Object.entries(changes)) {
        let flipped = 0;
        let ways: string[] = [];
        const options = { connection, catalogue: 'memory', zone: 'UTC', asOf: worldEnd };
        const took = await spent(async () => {
          const comparison = await compareDefinitions({
            ...options,
            before: worldDefinitions,
            after,
            isKnown: true,
            onProgress: () => undefined
          });
          const summaries = await summarise(options, comparison);
          flipped = summaries.reduce((sum, summary) => sum + summary.flipped, 0);
          ways = [...new Set(comparison.cases.map(({ way }) => way))];
        });
        say(`${change}: ${took.wall.toFixed(1)} s, ${took.processor.toFixed(1)} s of processor; ${flipped} flips, ${ways.join(' ')}`);
        measured.push({ change, ...took, flipped, ways });
      }
      return { pass, changes: measured };
    });
  } finally {
    database.close();
  }
}

/** Changes of definitions over a million incidents and three targets (with --quick a hundred thousand). */
export async function measureWhatIf({ isQuick, say }: Setting): Promise<Figure[]> {
  const count = isQuick ? 100_000 : 1_000_000;
  say(`changes of definitions over ${count.toLocaleString('en')} incidents`);
  const { pass, changes: measured } = await measureChanges(count, undefined, say);
  return measured.map(({ change, wall, processor, flipped, ways }) => ({
    part: 'what if',
    what: change,
    value: wall,
    unit: 's',
    ...(change.startsWith('goals, ') ? {} : { goal: { atMost: 10 } }),
    from: `${count.toLocaleString('en')} incidents × 3 targets by ${ways.join(' and ')}; ${seconds(processor)} of processor; ${flipped.toLocaleString('en')} flips; the pass took ${seconds(pass.wall)}`
  }));
}

/** The complete pass over ever more records, three targets each, beside what n log n lets expect from the size before. */
export async function measureGrowth({ isQuick, say }: Setting): Promise<Figure[]> {
  const figures: Figure[] = [];
  let before: { count: number; wall: number } | undefined;
  for (const count of isQuick ? [30_000, 100_000] : [100_000, 300_000, 1_000_000, 3_000_000, 10_000_000]) {
    const took = await passOver(count);
    const expected = before && before.wall * ((count * Math.log(count)) / (before.count * Math.log(before.count)));
    figures.push({
      part: 'growth',
      what: `pass over ${count.toLocaleString('en')} records`,
      value: took.wall,
      unit: 's',
      from: `${seconds(took.processor)} of processor${expected === undefined ? '' : `; ${(took.wall / expected).toFixed(2)} × n log n from the size before`}`
    });
    say(`${count.toLocaleString('en')} records: ${took.wall.toFixed(1)} s, ${took.processor.toFixed(1)} s of processor`);
    before = { count, wall: took.wall };
  }
  return figures;
}

/** In a database of its own, so that nothing of the size before stays in memory. */
async function passOver(count: number): Promise<Spent> {
  const temporaryFolder = mkdtempSync(join(tmpdir(), 'plimsoll-growth-'));
  const database = await openDatabase(':memory:', { threads: 2, temporaryFolder });
  try {
    return await database.with(async (connection) => {
      await fillWorld(connection, count);
      return spent(() => runPass({ connection, definitions: worldDefinitions, zone: 'UTC', asOf: worldEnd, onProgress: () => undefined }));
    });
  } finally {
    database.close();
    rmSync(temporaryFolder, { recursive: true, force: true });
  }
}
