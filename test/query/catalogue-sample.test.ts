import { afterAll, describe, expect, test } from 'vitest';
import { catalogue, measures, partsOf } from '#warehouse/metrics/catalogue.ts';
import { answer, type Datum } from '#warehouse/query/answer.ts';
import { whyUnavailable } from '#warehouse/query/build.ts';
import { compile } from '#warehouse/query/compile.ts';
import { QueryError } from '#warehouse/query/error.ts';
import { both } from '#warehouse/query/read.ts';
import { relationOf } from '#warehouse/metrics/source.ts';
import { grains, type Query } from '#warehouse/query/query.ts';
import { openReader } from '#warehouse/query/reader.ts';
import { questionsOf, unbound } from './questions.ts';
import { recounts } from './recount.ts';
import { sampleWorld } from './sample-world.ts';

const world = await sampleWorld();
const reader = await openReader(world.home);
afterAll(() => reader.close());

const ask = async (query: Query): Promise<Record<string, Datum>[]> => (await answer(reader, query)).rows;
const one = async (...names: string[]): Promise<Record<string, Datum>> => (await ask({ measures: names, period: { all: true } }))[0]!;

/** Whether a question is refused since its days are kept without their instants. */
function isKeptByDay(question: Query): boolean {
  try {
    compile(question, catalogue, reader.build);
    return false;
  } catch (error) {
    if (error instanceof QueryError && error.message.includes('is kept as a day of')) return true;
    throw error;
  }
}

describe('the catalogue on the sample', () => {
  test('what cannot be told says what is missing', () => {
    const reasons = measures.flatMap((measure) => whyUnavailable(measure, reader.build, catalogue) ?? []);
    for (const reason of reasons) expect(reason).toMatch(/^not available from this source, because (the column \w+ |no |the table )/);
    expect(reasons.length).toBeLessThan(measures.length / 10);
    expect(whyUnavailable(catalogue.measures.get('improvement.open')!, reader.build, catalogue)).toMatch(/no improvement register is kept/);
  });

  test('every measure binds on the engine, by a quarter of all dimensions and grains; the heavy tests bind them all', async () => {
    const asked = questionsOf(reader.build).filter((_, at) => at % 4 === 0);
    expect(new Set(asked.flatMap(({ measures: names }) => names)).size).toBe(measures.length);
    expect(new Set(asked.map(({ grain }) => grain)).size).toBe(grains.length + 1);
    expect(await unbound(reader, asked)).toEqual([]);
  });

  test('every measure runs', async () => {
    const row = await one(...measures.map(({ name }) => name));
    const empty = measures.filter(({ name }) => row[name] === null).map(({ name }) => name);
    const told = empty.filter((name) => !whyUnavailable(catalogue.measures.get(name)!, reader.build, catalogue));
    expect(told.length).toBeLessThan(measures.length / 10);
  });

  test('a share that leaves out the unknown has none among its rows', async () => {
    const shares = measures.flatMap((measure) => partsOf(measure)).filter((part) => /for which it is unknown leave/.test(part.nullRule));
    expect(shares.length).toBeGreaterThan(20);
    await reader.use(async (connection, build) => {
      for (const { name, aggregate, needs } of shares) {
        if (aggregate.kind !== 'ratio' || whyUnavailable(catalogue.measures.get(name)!, build, catalogue)) continue;
        const dated = aggregate.date === 'as_of' ? 'TRUE' : `${aggregate.date} IS NOT NULL`;
        const unknown = `(${both(aggregate.where, dated)}) AND (${aggregate.numerator}) IS NULL`;
        const [row] = await connection.all<{ n: number }>(
          `SELECT count(*) AS n FROM ${relationOf(aggregate.source, needs)} WHERE ${unknown}`
        );
        expect({ name, unknown: row!.n }).toEqual({ name, unknown: 0 });
      }
    });
  });
});

describe('two routes to one number', () => {
  test.each(recounts)('$measure: counted again from the delivered files', async ({ measure, count }) => {
    const again = count((table) => world.rows(table));
    const rows = await ask({ measures: [measure], grain: 'month', period: { all: true } });
    const counted = Object.fromEntries(rows.filter((row) => row[measure]).map((row) => [String(row.period).slice(0, 7), row[measure]]));
    expect(counted).toEqual(again);
  });

  test('outages and recertifications are as the truth beside the sample says', async () => {
    const { outages, recertification } = world.truth;
    const rows = await ask({
      measures: ['availability.outages', 'availability.restore_seconds_mean'],
      dimensions: ['service'],
      period: { all: true }
    });
    const told = Object.fromEntries(
      rows.map((row) => [row.service, { count: row['availability.outages'], mean: row['availability.restore_seconds_mean'] }])
    );
    const expected = Object.entries(outages).map(([service, { count, over, seconds }]) => [
      service,
      { count, mean: over === count ? seconds / count : expect.any(Number) }
    ]);
    expect(told).toEqual(Object.fromEntries(expected));
    const reviews = await one('access.recertified_share', 'access.recertified_on_time_share', 'access.without_verdict');
    expect(reviews['access.recertified_share']).toBeCloseTo(recertification.decided / recertification.due, 12);
    expect(reviews['access.recertified_on_time_share']).toBeCloseTo(recertification.on_time / recertification.due, 12);
    expect(reviews['access.without_verdict']).toBe(recertification.open);
  });

  test('the time between service incidents is that between failures and that to restore', async () => {
    const rows = await ask({
      measures: ['mtbsi', 'mtbf', 'mtrs']
        .map((name) => `availability.${name}_seconds`)
        .concat('availability.down_seconds', 'availability.availability'),
      dimensions: ['service'],
      grain: 'quarter',
      period: { all: true }
    });
    const failing = rows.filter((row) => row['availability.mtbsi_seconds'] !== null);
    expect(failing.length).toBeGreaterThan(2);
    for (const row of failing) {
      const [mtbsi, mtbf, mtrs] = ['mtbsi', 'mtbf', 'mtrs'].map((name) => row[`availability.${name}_seconds`] as number) as [
        number,
        number,
        number
      ];
      expect(mtbf + mtrs).toBeCloseTo(mtbsi, 4);
      expect(row['availability.availability']).toBeCloseTo(mtbf / mtbsi, 9);
    }
  });

  test('a zone with the same hours tells the same of every measure', async () => {
    expect(reader.build.zone).toBe('Europe/Berlin');
    const zone = 'Europe/Paris';
    const pairs = questionsOf(reader.build).filter(({ dimension, grain }) =>
      ['by', 'team by month'].includes([dimension, 'by', grain].join(' ').trim())
    );
    expect(pairs).toHaveLength(2);
    for (const { measures: names, dimension = [], grain } of pairs) {
      const question = { period: { all: true }, dimensions: [dimension].flat(), ...(grain ? { grain } : {}) } as const;
      const zoned = names.filter((name) => !isKeptByDay({ ...question, measures: [name], zone }));
      expect(zoned.length).toBeGreaterThan(names.length / 2);
      expect(await ask({ ...question, measures: zoned, zone })).toEqual(await ask({ ...question, measures: zoned }));
    }
  });

  test.each(['incident', 'request', 'problem'])(
    'backlog of %ss: what was open, plus what came in, less what left, is open',
    async (process) => {
      const done = process === 'request' ? 'fulfilled' : 'resolved';
      const names = [
        'backlog',
        'backlog_opened',
        'backlog_reopened',
        'backlog_moved_in',
        `backlog_${done}`,
        'backlog_cancelled',
        'backlog_moved_out'
      ];
      const states = ['new', 'in_progress', 'on_hold'].map((state) => `${process}.backlog_${state}`);
      const wrong: unknown[] = [];
      for (const [dimension, grain] of [
        [undefined, 'day'],
        ['team', 'day'],
        ['service', 'month'],
        ['priority', 'week']
      ] as const) {
        const rows = await ask({
          measures: [...names.map((name) => `${process}.${name}`), ...states],
          ...(dimension ? { dimensions: [dimension] } : {}),
          grain,
          period: { all: true }
        });
        const open = new Map<Datum, number>();
        for (const row of rows) {
          const key = dimension ? row[dimension]! : '';
          const [level, opened, reopened, movedIn, left, cancelled, movedOut] = names.map(
            (name) => row[`${process}.${name}`] as number
          ) as [number, number, number, number, number, number, number];
          const expected = (open.get(key) ?? 0) + opened + reopened + movedIn - left - cancelled - movedOut;
          const byState = states.reduce((sum, name) => sum + (row[name] as number), 0);
          if (level !== expected || byState !== level) wrong.push({ ...row, expected, byState });
          open.set(key, level);
        }
      }
      expect(wrong).toEqual([]);
    }
  );

  test('stretches of clocks add up to the clocks, and sums over stretches to sums over clocks', async () => {
    const [apart] = await reader.use((connection) =>
      connection.all<{ clocks: number; apart: number }>(
        `SELECT count(*) AS clocks, count(*) FILTER (business <> c.elapsed_business_seconds OR wall <> c.elapsed_actual_seconds + c.paused_seconds) AS apart
         FROM fact.clock AS c JOIN (SELECT clock_id, coalesce(sum(business_seconds) FILTER (kind = 'running'), 0) AS business, sum(wall_seconds) AS wall
           FROM fact.segment GROUP BY clock_id) AS s USING (clock_id) WHERE c.is_exact`
      )
    );
    expect(apart!.clocks).toBeGreaterThan(800);
    expect(apart!.apart).toBe(0);
    const summed = await ask({
      measures: ['time.business_seconds', 'service_level.elapsed_business_seconds_mean', 'service_level.completed'],
      dimensions: ['target'],
      period: { all: true },
      filters: [{ field: 'stage', op: 'in', values: ['met', 'breached'] }]
    });
    for (const row of summed)
      expect(row['time.business_seconds']).toBeCloseTo(
        (row['service_level.elapsed_business_seconds_mean'] as number) * (row['service_level.completed'] as number),
        2
      );
  });
});
