import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { DeliveryReport } from '#ingest/land.ts';
import { sharedData } from '#test/shared-data.ts';
import { newLandedHome, type LandedHome } from './real-data.ts';

const folder = sharedData('bpic2013');
const mapping = (name: string) => fileURLToPath(new URL(`../../examples/volvo/${name}.yaml`, import.meta.url));
const why = folder ? '' : ' (skipped: shared/data/bpic2013 is not here)';

describe.skipIf(!folder)(`Volvo incidents, landed with the example mapping${why}`, () => {
  let landed: LandedHome;
  let report: DeliveryReport;
  const ask = async (sql: string) => (await landed.ask(sql)).map((row) => Object.values(row));
  const last = `(SELECT * FROM landed QUALIFY row_number() OVER (PARTITION BY record_id ORDER BY updated_at DESC) = 1)`;

  beforeAll(async () => {
    landed = newLandedHome();
    report = await landed.land(join(folder!, 'incidents.csv.zip'), mapping('incidents'));
  });
  afterAll(() => landed?.close());

  test('every row is loaded', async () => {
    expect(report).toMatchObject({ outcome: 'landed', rows: { in: 65_533, loaded: 65_533, merged: 0, rejected: 0 } });
    expect(await ask('SELECT count(DISTINCT record_id) FROM landed')).toEqual([[7_554]]);
    expect(await ask('SELECT state, count(*) FROM landed GROUP BY state ORDER BY count(*) DESC')).toEqual([
      ['in_progress', 30_239 + 3_221 + 5],
      ['new', 11_544],
      ['resolved', 6_115 + 2_035],
      ['on_hold', 4_217 + 1_533 + 493 + 313 + 101],
      ['closed', 5_716],
      ['cancelled', 1]
    ]);
  });

  test('length of a case from its first to its last change', async () => {
    const hours = `date_diff('second', opened_at, updated_at) / 3600`;
    expect(
      await ask(`SELECT round(avg(${hours}) / 24, 2), round(median(${hours}), 2), round(avg((${hours} > 240)::INT) * 100, 1) FROM ${last}`)
    ).toEqual([[12.08, 181.18, 31]]);
  });

  test('8 are not completed at the end; opened is the same on every row of an incident', async () => {
    expect(await ask(`SELECT count(*) FROM ${last} WHERE state IN ('new', 'in_progress', 'on_hold')`)).toEqual([[8]]);
    expect(await ask(`SELECT max(n) FROM (SELECT count(DISTINCT opened_at) AS n FROM landed GROUP BY record_id)`)).toEqual([[1]]);
    expect(await ask(`SELECT count(*) FROM landed WHERE opened_at > updated_at`)).toEqual([[0]]);
  });

  test('resolved when it last entered resolved or closed, and while it stands there', async () => {
    expect(
      await ask(`SELECT count_if(resolved_at > updated_at), count_if((resolved_at IS NOT NULL) <> (state IN ('resolved', 'closed'))),
                 count_if(closed_at IS NOT NULL AND closed_at < resolved_at) FROM landed`)
    ).toEqual([[0, 0, 0]]);
    const reopened = `SELECT record_id FROM landed GROUP BY record_id
      ORDER BY count_if(state = 'resolved') DESC, record_id LIMIT 1`;
    const row = `SELECT updated_at, state, resolved_at FROM landed WHERE record_id = (${reopened}) ORDER BY updated_at`;
    let resolved: unknown = null;
    for (const [at, state, resolvedAt] of await ask(row)) {
      const isIn = state === 'resolved' || state === 'closed';
      resolved = isIn ? (resolved ?? at) : null;
      expect(resolvedAt).toEqual(resolved);
    }
  });

  test('4,546 stay on first line; top products', async () => {
    expect(
      await ask(`SELECT count(*) FROM (SELECT record_id FROM landed GROUP BY 1 HAVING count_if(regexp_matches(team, ' (2nd|3rd)$')) = 0)`)
    ).toEqual([[4_546]]);
    expect(await ask(`SELECT service, count(*) FROM ${last} GROUP BY service ORDER BY count(*) DESC LIMIT 3`)).toEqual([
      ['PROD424', 882],
      ['PROD660', 484],
      ['PROD253', 226]
    ]);
  });

  test('+01:00 is an offset, not the local clock: the instant is an hour earlier in UTC', async () => {
    expect(await ask(`SELECT min(updated_at) FROM landed WHERE record_id = '1-364285768'`)).toEqual([[new Date('2010-03-31T14:59:42Z')]]);
  });
});

describe.skipIf(!folder)(`Volvo problems from two overlapping files${why}`, () => {
  let landed: LandedHome;
  let closed: DeliveryReport;
  let open: DeliveryReport;
  const ask = async (sql: string) => (await landed.ask(sql)).map((row) => Object.values(row));

  beforeAll(async () => {
    landed = newLandedHome();
    closed = await landed.land(join(folder!, 'closed-problems.csv'), mapping('problems'));
    open = await landed.land(join(folder!, 'open-problems.csv'), mapping('problems'));
  });
  afterAll(() => landed?.close());

  test('rows add up, in another column order and ISO-8859-1', async () => {
    expect(closed.rows).toEqual({ in: 6_660, loaded: 6_660, merged: 0, rejected: 0 });
    expect(open.rows).toMatchObject({ in: 2_351, rejected: 0 });
    expect(open.rows.loaded + open.rows.merged).toBe(2_351);
    expect(await ask(`SELECT count(*) FROM landed WHERE contains(assignee, '\uFFFD')`)).toEqual([[0]]);
    expect(await ask(`SELECT count(*) > 0 FROM landed WHERE regexp_matches(assignee, '[À-ÿ]')`)).toEqual([[true]]);
  });

  test('465 numbers in both files, 1,841 problems in all', async () => {
    expect(await ask('SELECT count(DISTINCT record_id) FROM landed')).toEqual([[1_841]]);
    expect(await ask(`SELECT count(DISTINCT record_id) FROM landed WHERE file = 'closed-problems.csv'`)).toEqual([[1_487]]);
    const alone = newLandedHome();
    try {
      await alone.land(join(folder!, 'open-problems.csv'), mapping('problems'));
      expect(Object.values((await alone.ask('SELECT count(DISTINCT record_id) FROM landed'))[0]!)).toEqual([1_841 - 1_487 + 465]);
    } finally {
      alone.close();
    }
  });

  test("closed problems' mean is 178.88 days", async () => {
    expect(
      await ask(`SELECT round(avg(date_diff('second', opened, ended)) / 86400, 2)
                 FROM (SELECT min(updated_at) AS opened, max(updated_at) AS ended FROM landed WHERE file = 'closed-problems.csv' GROUP BY record_id)`)
    ).toEqual([[178.88]]);
  });
});
