import { afterAll, beforeAll, expect, test } from 'vitest';
import { percent } from '#dashboard/format.ts';
import { promisedOf } from '#dashboard/boards/promised.ts';
import type { Phrase } from '#dashboard/boards/answer-line.ts';
import { customersPage } from '#dashboard/lib/server/customers-page.ts';
import { supplierPage, suppliersPage } from '#dashboard/lib/server/parties.ts';
import { tellSlam } from '#dashboard/lib/telling-levels.ts';
import { openDatabase } from '#warehouse/connection.ts';
import { answer } from '#warehouse/query/answer.ts';
import { openReader, type Reader } from '#warehouse/query/reader.ts';
import { makeFixture, type Fixture } from '#test/query/fixture.ts';

let fixture: Fixture;
let reader: Reader;

/** Who is promised what, and which share of the clocks is breached: one in `of`. */
const promises = [
  { agreement: 'North repair', type: 'UC', party: 'North', target: 'Repair', goal: 0.8, customer: null, of: 10 },
  { agreement: 'North answers', type: 'UC', party: 'North', target: 'Response', goal: 0.95, customer: null, of: 10 },
  { agreement: 'South contract', type: 'UC', party: 'South', target: 'Repair', goal: 0.7, customer: null, of: 4 },
  { agreement: 'Standard', type: 'SLA', party: 'All', target: 'Resolution', goal: 0.8, customer: 'Both', of: 10 },
  { agreement: 'Standard', type: 'SLA', party: 'All', target: 'Response', goal: 0.95, customer: 'Both', of: 10 },
  { agreement: 'Standard', type: 'SLA', party: 'All', target: 'Resolution', goal: 0.8, customer: 'One', of: 10 }
] as const;

beforeAll(async () => {
  fixture = await makeFixture();
  const database = await openDatabase(`${fixture.home.warehouse}/00000000000000aa.duckdb`);
  await database.with(async (connection) => {
    await connection.run(
      'CREATE TEMP TABLE place AS SELECT clock_id, row_number() OVER (ORDER BY stopped_at, clock_id) AS n FROM fact.clock WHERE is_completed'
    );
    await connection.run(
      `DELETE FROM fact.clock WHERE NOT is_completed; ALTER TABLE fact.clock ALTER attainment_goal TYPE DOUBLE; DROP TABLE dim.target;
       CREATE TABLE dim.target (target_id VARCHAR, agreement VARCHAR, agreement_type VARCHAR, party VARCHAR, target VARCHAR, version INTEGER, record_type VARCHAR,
         metric VARCHAR, unit VARCHAR, attainment_goal DOUBLE, warn_at DOUBLE, calendar_source VARCHAR, valid_from DATE, valid_to DATE)`
    );
    for (const [at, { agreement, type, party, target, goal, customer, of }] of promises.entries()) {
      const id = `${agreement}/${target}`;
      await connection.run(
        `UPDATE fact.clock SET target_id = $1, agreement = $2, agreement_type = $3, target = $4, attainment_goal = $5, customer = $6,
           is_breached = (SELECT n // 6 % ${of} = 0 FROM place WHERE place.clock_id = clock.clock_id)
         WHERE clock_id IN (SELECT clock_id FROM place WHERE n % 6 = ${at})`,
        [id, agreement, type, target, goal, customer]
      );
      await connection.run('DELETE FROM dim.target WHERE target_id = $1', [id]);
      await connection.run(
        `INSERT INTO dim.target VALUES ($1, $2, $3, $4, $5, 1, 'incident', 'resolution', 'elapsed', $6, 0.75, 'fixed', NULL, NULL)`,
        [id, agreement, type, party, target, goal]
      );
    }
    await connection.run(
      `CREATE OR REPLACE TABLE mart.clock_daily AS
       SELECT stop_date, target_id, agreement, agreement_type, target, metric, record_type, priority, team, service, count(*)::INTEGER AS completed,
         count(*) FILTER (WHERE NOT is_breached)::INTEGER AS met, count(*) FILTER (WHERE is_breached)::INTEGER AS breached
       FROM fact.clock GROUP BY ALL`
    );
  });
  database.close();
  reader = await openReader(fixture.home);
});
afterAll(() => {
  reader.close();
  fixture.remove();
});

const url = (path: string): URL => new URL(`http://localhost${path}?period=all`);
const text = (phrases: readonly Phrase[]): string => phrases.map((phrase) => phrase.text).join('');

test('each contract of a supplier is a row of its own, judged by its own goal', async () => {
  const { suppliers, grid, phrases } = await suppliersPage(reader, url('/suppliers'));
  const contracts = suppliers.filter(({ agreement }) => agreement !== null);
  expect(contracts.map(({ label, goal, missed }) => [label, goal, missed])).toEqual([
    ['North, North answers', 0.95, undefined],
    ['South', 0.7, undefined],
    ['North, North repair', 0.8, undefined]
  ]);
  expect(Object.fromEntries(grid.rows.map(({ member, goal }) => [member, goal]))).toEqual({
    'North, North answers': 0.95,
    'North, North repair': 0.8,
    South: 0.7
  });
  for (const { goal, cells } of grid.rows)
    for (const { share, state } of cells) if (share !== null) expect(state === 'breached', `${share} against ${goal}`).toBe(share < goal!);
  expect(text(phrases)).toMatch(/^North misses North answers: 89\.\d % against 95\.0 % over the period/);
});

test('a supplier with two contracts is asked about both, and told how many of their targets were missed', async () => {
  const page = (await supplierPage(reader, 'North', url('/suppliers/North'), { baselines: () => [] }))!;
  expect(page.agreements.toSorted()).toEqual(['North answers', 'North repair']);
  expect(page.goal, 'no line for what nobody promised').toBeNull();
  expect(text(page.phrases)).toContain(': 1 of 2 targets missed its goal, with ');
  expect(page.phrases.find(({ href }) => href === '#budget')?.tone).toBe('breached');
  expect(page.targets.map(({ name }) => name).toSorted()).toEqual(['Repair', 'Response']);
});

test('a customer is judged by the goals of its targets, not by their mean', async () => {
  const { table, phrases, grid } = await customersPage(reader, url('/service-levels/customers'));
  const budgets = await answer(reader, {
    measures: ['service_level.error_budget_left'],
    dimensions: ['customer', 'target_id'],
    filters: [{ field: 'agreement_type', op: 'in', values: ['SLA'] }],
    period: { all: true }
  });
  for (const { customer, tightest } of table.rows) {
    const own = budgets.rows.filter((row) => row.customer === customer).map((row) => row['service_level.error_budget_left'] as number);
    const least = Math.min(...own);
    expect(String(tightest).split(',')[0]).toBe(`${percent(Math.abs(least))} ${least < 0 ? 'over' : 'left'}`);
  }
  const rows = Object.fromEntries(table.rows.map((row) => [row.customer, [row.promised, row.tightest, row.budgetHref]]));
  expect(rows).toEqual({
    Both: ['1 of 2 targets missed its goal', expect.stringMatching(/^\d+\.\d % over, Response$/), '/service-levels/customers/Both#budget'],
    One: ['80.0 %', expect.stringMatching(/^\d+\.\d % left, Resolution$/), '/service-levels/customers/One#budget']
  });
  expect(text(phrases)).toMatch(
    /^Over the period a goal was missed for 1 of 2, .*Furthest below over the period: Both is at 89\.\d %: 1 of 2 targets missed its goal, with /
  );
  const both = grid.rows.find(({ member }) => member === 'Both')!;
  expect([both.goal, both.hasSeveral]).toEqual([null, true]);
  const judged = both.cells.filter(({ state }) => state === 'breached');
  expect(judged.length).toBeGreaterThan(0);
  for (const cell of judged) expect(cell.words).toMatch(/^[12] of [12] targets missed (its|their) goal$/);
  expect(tellSlam('Customer', grid, () => '/').summary).toMatch(/of 2 missed a goal; /);
});

test('few clocks judge no target beside those of other goals', () => {
  const response = { name: 'Response', share: 0.5, goal: 0.95, completed: 4 };
  const resolution = { name: 'Resolution', share: 0.85, goal: 0.8, completed: 40 };
  expect(promisedOf([response, resolution]).missed).toMatchObject({ judged: 1, names: [], state: 'met' });
  expect(promisedOf([response, { ...resolution, completed: 3 }]).missed).toMatchObject({ judged: 0, state: 'none' });
});
