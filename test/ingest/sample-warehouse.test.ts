import { afterAll, expect, test } from 'vitest';
import { openDatabase, type Row } from '#warehouse/connection.ts';
import { expectSumsOf } from '#test/query/clock-world.ts';
import { sampleWorld } from '#test/query/sample-world.ts';

const { truth, file } = await sampleWorld();
const warehouse = await openDatabase(file, { readOnly: true });
afterAll(() => warehouse.close());

const rows = (sql: string) => warehouse.with((connection) => connection.all(sql));
const counts = async (sql: string) => Object.fromEntries((await rows(sql)).map((row: Row) => [String(row.name), Number(row.n)]));

test('the warehouse counts what the generator counted', async () => {
  const { totals } = truth;
  const opened = await counts(`select strftime(opened_date, '%Y-%m') as name, count(*) as n from fact.incident group by all`);
  const resolved = await counts(
    `select strftime(resolved_date, '%Y-%m') as name, count(*) as n from fact.incident where resolved_date is not null group by all`
  );
  expect(totals.months).toEqual(totals.months.map(({ month }) => ({ month, opened: opened[month] ?? 0, resolved: resolved[month] ?? 0 })));
  expect(await counts('select priority as name, count(*) as n from fact.incident group by all')).toEqual(totals.by_priority);
  expect(await counts('select team as name, count(*) as n from fact.incident where is_open group by all')).toEqual(totals.backlog_by_team);
  const [sums = {}] = await rows(`select count(*) as incidents, count(*) filter (is_open) as backlog, count(*) filter (is_major) as majors,
    count(parent_id) as children, count(*) filter (is_reopened) as reopened, count(*) filter (is_reassigned) as reassigned,
    count(*) filter (is_cancelled) as cancelled, count(problem_id) as with_problem, count(caused_by_change_id) as caused_by_change,
    count(*) filter (has_breached_source) as missed_sla from fact.incident`);
  for (const [name, n] of Object.entries(sums)) expect([name, Number(n)]).toEqual([name, totals[name as keyof typeof totals]]);
});

test('its clocks agree to the second with those of the tool, but for the planted departures', async () => {
  const differing = await rows(`select clock.record_id, clock.is_breached as ours, source.has_breached as theirs
    from fact.clock clock join fact.service_level_source source on source.record_id = clock.record_id and starts_with(source.target, clock.target)
    where clock.stopped_at is not null and clock.stage <> 'cancelled' and (clock.is_breached <> source.has_breached or clock.elapsed_business_seconds <> source.business_seconds)`);
  const planted = new Map(truth.vendor_deviations.map((one) => [one.record_id, one]));
  for (const row of differing) expect(planted.get(String(row.record_id))).toMatchObject({ rightly: row.ours, has_breached: row.theirs });
  const flipped = truth.vendor_deviations.filter((one) => one.rightly !== one.has_breached).map((one) => one.record_id);
  expect(flipped.length).toBeGreaterThan(0);
  expect(
    differing
      .filter((row) => row.ours !== row.theirs)
      .map((row) => row.record_id)
      .sort()
  ).toEqual(flipped.sort());
});

test('over the changes of the clocks it counts the business seconds that the truth notes', async () => {
  const cases = truth.stories.find((story) => story.id === 'clock-change')?.expected.cases as {
    record_id: string;
    business_seconds: number;
  }[];
  expect(cases.length).toBe(30);
  const elapsed = await counts(`select record_id as name, elapsed_business_seconds as n from fact.clock where target = 'Resolution'`);
  for (const one of cases) expect([one.record_id, elapsed[one.record_id]]).toEqual([one.record_id, one.business_seconds]);
});

/** Planted departure → the cause that the reconciliation must find by its sums. */
const causeOf = { 'stale-export': 'stale_export', 'pause-outside-hours': 'pause_outside_hours', 'zone-fallback': 'zone_fallback' };

test('every departure of the tool from the agreements is explained by the cause that was planted, and nothing else is', async () => {
  const compared = await rows(
    `select record_id, target, side, agrees, cause, verdict <> verdict_source as is_flipped from mart.service_level_reconciliation`
  );
  expect(compared.filter((row) => row.side !== 'both')).toEqual([]);
  const found = compared.filter((row) => row.cause !== null);
  const planted = new Map(truth.vendor_deviations.map((one) => [one.record_id, one]));
  const confusion = new Map<string, number>();
  for (const { record_id, target, cause } of found) {
    const kind = target === 'Resolution' ? planted.get(String(record_id))?.kind : undefined;
    const cell = `${kind ?? 'nothing planted'} → ${String(cause)}`;
    confusion.set(cell, (confusion.get(cell) ?? 0) + 1);
  }
  expect([...confusion.keys()].sort()).toEqual(
    Object.entries(causeOf)
      .map(([kind, cause]) => `${kind} → ${cause}`)
      .sort()
  );
  const stale = truth.vendor_deviations.filter(({ kind }) => kind === 'stale-export');
  expect(confusion.get('stale-export → stale_export')).toBe(stale.length);
  const undetected = compared.filter((row) => row.agrees === false && row.cause === null);
  expect(undetected).toEqual([]);
});

test('the stretches of every clock of 60 records tile it and add up, and its goal is used up when it is due', async () => {
  // 300 records in `test/faults/sample.test.ts`.
  const { clocks, kinds } = await warehouse.with((connection) => expectSumsOf(connection, 60));
  expect(clocks).toBeGreaterThan(110);
  expect([...kinds].sort()).toEqual(['out_of_hours', 'paused', 'running']);
});

test('hand-overs are those that a walk through each history finds, and go back where a team had the record before', async () => {
  const history = await rows(
    `select record_type, record_id, team, is_open from fact.history where record_type = 'incident' order by record_id, interval_number`
  );
  const walked = { handed: 0, back: 0 };
  let held: string[] = [];
  let before: Row | undefined;
  for (const row of history) {
    if (row.record_id !== before?.record_id) held = [];
    else if (before && before.team !== null && row.team !== null && row.team !== before.team && row.is_open) {
      held.push(String(before.team));
      walked.handed += 1;
      if (held.includes(String(row.team))) walked.back += 1;
    }
    before = row;
  }
  const [told] = await rows('select count(*) as handed, count(*) filter (is_return) as back from fact.hand_over');
  expect({ handed: Number(told!.handed), back: Number(told!.back) }).toEqual(walked);
  expect(walked.back).toBeGreaterThan(0);
});
