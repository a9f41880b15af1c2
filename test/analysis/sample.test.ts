import { afterAll, describe, expect, test } from 'vitest';
import { timePage } from '#dashboard/lib/server/time-page.ts';
import { policies } from '#warehouse/analysis/policies.ts';
import type { Row } from '#warehouse/connection.ts';
import { budgetSpans, targetBudgets } from '#warehouse/query/analysis/budgets.ts';
import { chainChecks } from '#warehouse/query/analysis/chains.ts';
import { handOffs } from '#warehouse/query/analysis/hand-offs.ts';
import { inverseGoals } from '#warehouse/query/analysis/inverse-goals.ts';
import { policyBands } from '#warehouse/query/analysis/policy-band.ts';
import { analysisTables, respondAnalysis } from '#warehouse/query/analysis/tables.ts';
import { breachHolders, timeSlices, timeSpent } from '#warehouse/query/analysis/time-spent.ts';
import { answer } from '#warehouse/query/answer.ts';
import { Reader } from '#warehouse/query/reader.ts';
import { sampleWorld } from '#test/query/sample-world.ts';

const { home } = await sampleWorld();
const reader = await Reader.open(home, { timeout: 120_000 });
afterAll(() => reader.close());

const period = { from: '2026-01-01', to: '2026-10-01' };
const scope = { period };
const rows = (sql: string): Promise<Row[]> => reader.use((connection) => connection.all(sql));
const one = async (sql: string): Promise<number> => Number(Object.values((await rows(sql))[0] ?? {})[0]);
const inside = (date: string): string => `${date} >= DATE '2026-01-01' AND ${date} < DATE '2026-10-01'`;
const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);

describe('policy band', () => {
  test('its first policy is what every page counts', async () => {
    const { total } = await policyBands(reader, scope);
    const { rows: counted } = await answer(reader, { measures: ['service_level.met', 'service_level.completed'], period });
    expect([total.readings[0]!.met, total.readings[0]!.among]).toEqual([
      counted[0]!['service_level.met'],
      counted[0]!['service_level.completed']
    ]);
  });

  test('counts cycles, records and cancelled clocks as a plain loop over all clocks does', async () => {
    const { total, targets } = await policyBands(reader, scope);
    const clocks =
      await rows(`SELECT target_id::VARCHAR AS target, record_type::VARCHAR || record_id AS record, cycle, stage::VARCHAR AS stage, is_completed, is_breached,
      elapsed_business_seconds AS elapsed, goal_seconds AS goal, coalesce(${inside('stop_date')}, FALSE) AS stopped FROM fact.clock`);
    const count = (name: string, of = total): [number, number] => {
      const reading = of.readings.find((each) => each.name === name)!;
      return [reading.met, reading.among];
    };
    const groups = [...Map.groupBy(clocks, ({ target, record }) => `${String(target)} ${String(record)}`).values()].map((group) =>
      group.filter(({ stage }) => stage !== 'cancelled').sort((a, b) => Number(a.cycle) - Number(b.cycle))
    );
    const lasts = groups.filter((group) => group.at(-1)?.is_completed && group.at(-1)?.stopped);
    expect(count('last_cycle')).toEqual([lasts.filter((group) => !group.at(-1)!.is_breached).length, lasts.length]);
    expect(count('any_cycle')).toEqual([lasts.filter((group) => group.every(({ is_breached }) => !is_breached)).length, lasts.length]);
    expect(count('cumulative')).toEqual([
      lasts.filter((group) => sum(group.map(({ elapsed }) => Number(elapsed))) <= Number(group.at(-1)!.goal)).length,
      lasts.length
    ]);
    const done = clocks.filter(({ is_completed, stopped }) => is_completed && stopped);
    const records = [...Map.groupBy(done, ({ record }) => String(record)).values()];
    expect(count('records')).toEqual([records.filter((group) => group.every(({ is_breached }) => !is_breached)).length, records.length]);
    const cancelled = clocks.filter(({ stage, stopped }) => stage === 'cancelled' && stopped).length;
    expect(count('cancelled_met')).toEqual([done.filter(({ is_breached }) => !is_breached).length + cancelled, done.length + cancelled]);
    const network = targets.find(({ target }) => target === 'Network repair')!;
    expect(count('any_cycle', network)[0]).toBeLessThanOrEqual(count('last_cycle', network)[0]);
    expect(clocks.some(({ cycle }) => Number(cycle) > 1)).toBe(true);
  });

  test('targets add up to the total where clocks are counted', async () => {
    const { total, targets } = await policyBands(reader, scope);
    for (const [index, { name, isByRecord }] of policies.entries()) {
      if (isByRecord) continue;
      expect([name, sum(targets.map(({ readings }) => readings[index]!.among))]).toEqual([name, total.readings[index]!.among]);
      expect([name, sum(targets.map(({ readings }) => readings[index]!.met))]).toEqual([name, total.readings[index]!.met]);
    }
  });

  test('filters choose clocks, and a word of a user stays a value', async () => {
    const filters = [{ field: 'team', op: 'in' as const, values: ["x' OR TRUE --"] }];
    expect((await policyBands(reader, { period, filters })).total.lowest).toBeNull();
    await expect(policyBands(reader, { period, filters: [{ field: 'moon', op: 'null' }] })).rejects.toThrow('moon');
  });
});

describe('where the time went', () => {
  test('every slicing adds up to the same whole, and shares to 1', async () => {
    const whole =
      await rows(`SELECT sum(s.wall_seconds)::BIGINT AS wall, sum(s.business_seconds) FILTER (s.kind = 'running')::BIGINT AS business
      FROM fact.segment s JOIN fact.clock c USING (clock_id) WHERE c.is_completed AND ${inside('c.stop_date')}`);
    for (const slices of [...timeSlices.map((slice) => [slice]), timeSlices]) {
      const parts = await timeSpent(reader, scope, slices);
      expect(sum(parts.map(({ wall }) => wall))).toBe(whole[0]!.wall);
      expect(sum(parts.map(({ business }) => business))).toBe(whole[0]!.business);
      for (const { wall, business, paused, outside } of parts) expect(business + paused + outside).toBe(wall);
      expect(Math.round(sum(parts.map(({ businessShare }) => businessShare * 1000)))).toBe(1000);
      expect(Math.round(sum(parts.map(({ wallShare }) => wallShare * 1000)))).toBe(1000);
    }
  });

  test('the page’s wall time opens segments that add up to it: those of completed clocks, not of cancelled ones', async () => {
    const page = await timePage(reader, new URL('http://localhost/service-levels/time?period=2026-01-01..2026-10-01'));
    const { query, rows: parts } = page.slices.find(({ slice }) => slice === 'team')!;
    const told = await answer(reader, query);
    const wallOf = (row: Record<string, unknown>): unknown => row['time.wall_seconds'];
    expect(parts.map(({ team, wall }) => [team, wall])).toEqual(expect.arrayContaining(told.rows.map((row) => [row.team, wallOf(row)])));
    expect(parts.length).toBe(told.rows.length);
  });

  test('holders at breach are as many as breaches, each in the stretch around it', async () => {
    const holders = await breachHolders(reader, scope);
    expect(sum(holders.map(({ breaches }) => breaches))).toBe(
      await one(`SELECT count(*) FROM fact.clock WHERE is_completed AND is_breached AND ${inside('stop_date')}`)
    );
    const plain =
      await rows(`SELECT s.team, count(*) AS breaches FROM fact.clock c JOIN fact.segment s ON s.clock_id = c.clock_id AND s.from_at <= c.breached_at AND s.to_at > c.breached_at
      WHERE c.is_completed AND c.is_breached AND ${inside('c.stop_date')} GROUP BY ALL`);
    for (const { team, breaches } of plain)
      expect([team, sum(holders.filter((holder) => holder.team === team).map(({ breaches: n }) => n))]).toEqual([team, breaches]);
  });

  test('hand-offs are those that a walk through every history finds', async () => {
    const stretches =
      await rows(`SELECT h.record_type || h.record_id AS record, h.team, h.state, h.assignee, epoch(h.from_at)::BIGINT AS from_s, epoch(coalesce(h.to_at, TIMESTAMPTZ '${reader.build.asOf.toISOString()}'))::BIGINT AS to_s,
        ${inside(`CAST(timezone('${reader.build.zone}', h.from_at) AS DATE)`)} AS inside FROM fact.history h
      SEMI JOIN (SELECT DISTINCT record_type::VARCHAR AS record_type, record_id FROM fact.clock) c ON c.record_type = h.record_type AND c.record_id = h.record_id
      WHERE h.team IS NOT NULL ORDER BY record, h.interval_number`);
    const open = ['new', 'in_progress', 'on_hold'];
    let [count, wait, taken] = [0, 0, 0];
    for (const course of Map.groupBy(stretches, ({ record }) => String(record)).values())
      course.forEach((first, at) => {
        const before = course[at - 1];
        if (!before || before.team === first.team || !first.inside || !open.includes(String(first.state))) return;
        const after = course.slice(at);
        const own = after.slice(
          0,
          after.findIndex(({ team }) => team !== first.team) === -1 ? after.length : after.findIndex(({ team }) => team !== first.team)
        );
        const over = own.find(({ state, assignee }) => !open.includes(String(state)) || (state === 'in_progress' && assignee !== null));
        count += 1;
        wait += Number(over ? over.from_s : own.at(-1)!.to_s) - Number(first.from_s);
        if (over && open.includes(String(over.state))) taken += 1;
      });
    const found = await handOffs(reader, scope);
    expect(count).toBeGreaterThan(100);
    expect([
      sum(found.map(({ hand_offs }) => hand_offs)),
      sum(found.map(({ taken_up }) => taken_up)),
      sum(found.map(({ wait_seconds }) => wait_seconds))
    ]).toEqual([count, taken, wait]);
    for (const { from_team, to_team, hand_offs, taken_up, passed_on, waiting, wait_seconds, business_wait_seconds } of found) {
      expect(from_team).not.toBe(to_team);
      expect(taken_up + passed_on + waiting).toBe(hand_offs);
      expect(business_wait_seconds ?? 0).toBeLessThanOrEqual(wait_seconds);
    }
  });
});

test('budgets count what the query door counts, also over the last days of a period that is over', async () => {
  const budgets = await targetBudgets(reader, scope);
  const resolution = budgets.find(({ target }) => target === 'Resolution')!;
  expect(resolution.spans[28]).toMatchObject({ from: '2026-09-03', to: '2026-10-01' });
  expect(resolution.spans.month).toMatchObject({ from: '2026-09-01', to: '2026-10-01' });
  const measures = ['service_level.completed', 'service_level.breached'];
  const filters = [{ field: 'target_id', op: 'in' as const, values: [resolution.target_id] }];
  for (const [outcome, span] of [
    [resolution.period, period],
    ...budgetSpans.map((span) => [resolution.spans[span].budget, resolution.spans[span]] as const)
  ] as const) {
    const { rows: counted } = await answer(reader, { measures, period: { from: span.from, to: span.to }, filters });
    expect([outcome.completed, outcome.breached]).toEqual(measures.map((measure) => counted[0]![measure]));
  }
});

test('inverse goals reckon with every started clock but the cancelled ones', async () => {
  const found = await inverseGoals(reader, scope, 0.95);
  expect(sum(found.map(({ clocks }) => clocks))).toBe(
    await one(`SELECT count(*) FROM fact.clock WHERE ${inside('start_date')} AND stage::VARCHAR NOT IN ('cancelled', 'undetermined')`)
  );
  for (const { verdict, high, low, seconds } of found) {
    expect(verdict === 'known').toBe(high !== null && seconds !== null);
    if (verdict === 'known') expect(low! <= seconds! && seconds! <= high!).toBe(true);
  }
});

test('the OLAs of the sample fit by their sum and not at every hour', async () => {
  const checks = (await chainChecks(reader)).filter(({ target, reading }) => target === 'Resolution' && reading);
  const named = (priority: number, calendar: string) => checks.find((check) => check.priority === priority && check.calendar === calendar)!;
  expect(named(3, 'berlin-office')).toMatchObject({ isDeclared: true, linkGoals: 20 * 3600, goal: 24 * 3600 });
  expect(named(3, 'berlin-office').links.map(({ target }) => target)).toEqual(['Desk hand-over', 'Network repair']);
  expect(named(3, 'berlin-office').reading!.failing).toBeGreaterThan(0);
  expect(named(5, 'berlin-office').reading!.failing).toBe(0);
});

test('every analysis comes as CSV and as JSON, and refuses what it does not know', async () => {
  for (const name of Object.keys(analysisTables)) {
    const params = new URLSearchParams({ period: '2026-01-01..2026-10-01' });
    const csv = await respondAnalysis(reader, name, params);
    expect([name, csv.status, csv.headers['content-type']]).toEqual([name, 200, expect.stringContaining('csv')]);
    const lines = (await new Response(csv.body as BodyInit).text()).trimEnd().split('\r\n').length;
    params.set('format', 'json');
    const json = await respondAnalysis(reader, name, params);
    expect((JSON.parse(String(json.body)) as { rows: unknown[] }).rows.length).toBe(lines - 1);
  }
  expect((await respondAnalysis(reader, 'budget', new URLSearchParams())).status).toBe(400);
  expect((await respondAnalysis(reader, 'budgets', new URLSearchParams({ perod: 'all' }))).status).toBe(400);
});
