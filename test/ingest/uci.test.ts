import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { DeliveryReport } from '#ingest/land.ts';
import { sharedData } from '#test/shared-data.ts';
import { newLandedHome, type LandedHome } from './real-data.ts';

const file = sharedData('uci-servicenow/incident_event_log.csv.zip');

describe.skipIf(!file)(
  `the UCI audit log, landed with the preset${file ? '' : ' (skipped: shared/data/uci-servicenow is not here)'}`,
  () => {
    let landed: LandedHome;
    let report: DeliveryReport;
    const ask = async (sql: string) => (await landed.ask(sql)).map((row) => Object.values(row));
    /** The last row of each incident: its state at the end of the log. */
    const last = `(SELECT * FROM landed QUALIFY row_number() OVER (PARTITION BY record_id ORDER BY sequence DESC, updated_at DESC) = 1)`;

    beforeAll(async () => {
      landed = newLandedHome();
      report = await landed.land(file!, 'servicenow/incident-audit-log');
    });
    afterAll(() => landed?.close());

    test('every row is loaded, as an update', async () => {
      expect(report).toMatchObject({ outcome: 'landed', rows: { in: 141_712, loaded: 141_712, merged: 0, rejected: 0 } });
      expect(await ask('SELECT grain, count(*), count(DISTINCT record_id) FROM landed GROUP BY grain')).toEqual([
        ['update', 141_712, 24_918]
      ]);
      expect(report.unmapped).toEqual([
        'active',
        'sys_created_by',
        'sys_created_at',
        'sys_updated_by',
        'u_priority_confirmation',
        'notify'
      ]);
    });

    test('states by row, the source word kept beside ours', async () => {
      expect(await ask('SELECT state_source, state, count(*) FROM landed GROUP BY ALL ORDER BY count(*) DESC')).toEqual([
        ['Active', 'in_progress', 38_716],
        ['New', 'new', 36_407],
        ['Resolved', 'resolved', 25_751],
        ['Closed', 'closed', 24_985],
        ['Awaiting User Info', 'on_hold', 14_642],
        ['Awaiting Vendor', 'on_hold', 707],
        ['Awaiting Problem', 'on_hold', 461],
        ['Awaiting Evidence', 'on_hold', 38],
        ['-100', 'in_progress', 5]
      ]);
    });

    test('the verdict of the tool: 63.42 % by incident, 93.50 % by row', async () => {
      const met = 'count_if(NOT has_breached_source), round(avg((NOT has_breached_source)::INT) * 100, 2)';
      expect(await ask(`SELECT count(*), ${met} FROM ${last}`)).toEqual([[24_918, 15_803, 63.42]]);
      expect(await ask(`SELECT round(avg((NOT has_breached_source)::INT) * 100, 2) FROM landed`)).toEqual([[93.5]]);
    });

    test('months: of incidents seen before they were resolved, missed by month of opening', async () => {
      const seen = `SELECT * FROM ${last} WHERE record_id IN (SELECT record_id FROM landed WHERE state NOT IN ('resolved', 'closed'))`;
      expect(await ask(`SELECT count(*), round(avg(has_breached_source::INT), 3) FROM (${seen})`)).toEqual([[23_102, 0.382]]);
      expect(
        await ask(`SELECT month(timezone('UTC', opened_at)) AS m, round(avg(has_breached_source::INT), 3) FROM (${seen})
                 WHERE opened_at >= '2016-03-01' AND opened_at < '2016-06-01' GROUP BY m ORDER BY m`)
      ).toEqual([
        [3, 0.642],
        [4, 0.243],
        [5, 0.234]
      ]);
    });

    test('priorities with misses, and hours from opened to resolved', async () => {
      expect(
        await ask(`SELECT priority, count(*), count_if(has_breached_source) FROM ${last} GROUP BY priority ORDER BY priority`)
      ).toEqual([
        [1, 270, 265],
        [2, 408, 406],
        [3, 23_466, 8_321],
        [4, 774, 123]
      ]);
      const hours = `date_diff('second', opened_at, resolved_at) / 3600`;
      expect(
        await ask(`SELECT priority, round(avg(${hours}), 2), round(median(${hours}), 2) FROM ${last} GROUP BY priority ORDER BY priority`)
      ).toEqual([
        [1, 266.08, 80.24],
        [2, 152.46, 38.23],
        [3, 174.35, 21.55],
        [4, 283.19, 5.02]
      ]);
    });

    test('never resolved, reassigned, reopened', async () => {
      expect(
        await ask(`SELECT count_if(resolved_at IS NULL), count_if(reassignment_count > 0), count_if(reopen_count > 0) FROM ${last}`)
      ).toEqual([[1_556, 11_369, 275]]);
    });

    test('largest family and caller; ids and words as they are, double spaces too', async () => {
      expect(
        await ask(
          `SELECT category, subcategory, symptom, count(*) FROM ${last} WHERE symptom IS NOT NULL GROUP BY ALL ORDER BY count(*) DESC LIMIT 1`
        )
      ).toEqual([['Category 42', 'Subcategory 223', 'Symptom 534', 1_596]]);
      expect(await ask(`SELECT caller, count(*) FROM ${last} GROUP BY ALL ORDER BY count(*) DESC LIMIT 1`)).toEqual([['Caller 1904', 438]]);
      expect(await ask(`SELECT record_id, opened_by, opened_at FROM landed WHERE record_id = 'INC0000045' AND sequence = 0`)).toEqual([
        ['INC0000045', 'Opened by  8', new Date('2016-02-29T01:16:00Z')]
      ]);
      expect(await ask(`SELECT count(*) FROM landed WHERE '?' IN (category, caller, team, assignee, problem_id, supplier)`)).toEqual([[0]]);
    });

    test('day first, though 10,682 incidents would pass a month-first reader', async () => {
      expect(await ask(`SELECT count(*) FROM ${last} WHERE day(timezone('UTC', opened_at)) <= 12`)).toEqual([[10_682]]);
      expect(await ask('SELECT min(opened_at), max(opened_at) FROM landed')).toEqual([
        [new Date('2016-02-29T01:16:00Z'), new Date('2017-02-16T14:17:00Z')]
      ]);
    });

    test('back-filled final values stay on the last row of an incident only', async () => {
      expect(
        await ask(`SELECT count_if(closed_at IS NOT NULL), count(DISTINCT record_id) FILTER (closed_at IS NOT NULL) FROM landed`)
      ).toEqual([[24_918, 24_918]]);
      expect(
        await ask(`SELECT count(*) FROM landed WHERE resolved_at > updated_at AND state IN ('new', 'in_progress', 'on_hold')`)
      ).toEqual([[0]]);
    });

    test('one sweep of closing, and a cliff of coverage after May 2016', async () => {
      expect(await ask(`SELECT count(*) FROM ${last} WHERE timezone('UTC', closed_at)::DATE = '2016-03-24'`)).toEqual([[3_114]]);
      expect(await ask(`SELECT count(*) FROM ${last} WHERE opened_at >= '2016-06-01'`)).toEqual([[274]]);
    });
  }
);
