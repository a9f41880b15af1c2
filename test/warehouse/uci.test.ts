import { beforeAll, describe, expect, it } from 'vitest';
import { landFile } from '#ingest/land.ts';
import { sharedData } from '#test/shared-data.ts';
import { buildAt, rowsOf } from './built.ts';
import { temporaryHome } from './landed.ts';

const log = sharedData('uci-servicenow/incident_event_log.csv.zip');

/** Figures of the data set's README, counted by others; here from facts of a built warehouse. */
describe.skipIf(!log)(`UCI incident log in facts${log ? '' : ' (skipped: shared/data/uci-servicenow is not beside this checkout)'}`, () => {
  let file = '';
  beforeAll(async () => {
    const home = temporaryHome('organisation: UCI\nzone: UTC\n');
    const landed = await landFile({
      home,
      path: log ?? '',
      mapping: 'servicenow/incident-audit-log',
      now: new Date('2026-01-01T00:00:00Z')
    });
    expect(landed.deliveries[0]?.rows?.loaded).toBe(141_712);
    file = (await buildAt(home)).file;
  });
  const one = async (sql: string): Promise<unknown[]> => Object.values((await rowsOf(file, sql))[0] ?? {});

  it('counts incidents, not rows', async () => {
    expect(await one('SELECT count(*), count(*) FILTER (NOT has_breached_source), sum(version_count)::BIGINT FROM fact.incident')).toEqual([
      24_918, 15_803, 141_712
    ]);
  });

  it('finds those never resolved, reassigned, reopened, closed in one sweep, and after the coverage cliff', async () => {
    expect(
      await one(`SELECT count(*) FILTER (resolved_at IS NULL), count(*) FILTER (is_reassigned), count(*) FILTER (is_reopened),
        count(*) FILTER (closed_date = DATE '2016-03-24'), count(*) FILTER (opened_date > DATE '2016-05-31') FROM fact.incident`)
    ).toEqual([1_556, 11_369, 275, 3_114, 274]);
  });

  it('gives missed targets and hours to resolve by last priority', async () => {
    const rows = await rowsOf(
      file,
      `SELECT priority, count(*) AS n, count(*) FILTER (has_breached_source) AS missed, round(avg(resolve_seconds) / 3600, 2) AS mean,
        round(median(resolve_seconds) / 3600, 2) AS median FROM fact.incident GROUP BY priority ORDER BY priority`
    );
    expect(rows.map((row) => Object.values(row))).toEqual([
      [1, 270, 265, 266.08, 80.24],
      [2, 408, 406, 152.46, 38.23],
      [3, 23_466, 8_321, 174.35, 21.55],
      [4, 774, 123, 283.19, 5.02]
    ]);
  });

  it('gives the share missed by month among those that were ever seen open', async () => {
    const seenOpen = `fact.incident SEMI JOIN (SELECT record_id FROM fact.history WHERE state_source NOT IN ('Resolved', 'Closed')) o USING (record_id)`;
    expect(await one(`SELECT count(*), round(avg(has_breached_source::INTEGER), 3) FROM ${seenOpen}`)).toEqual([23_102, 0.382]);
    const months = await rowsOf<{ missed: number }>(
      file,
      `SELECT round(avg(has_breached_source::INTEGER), 3) AS missed FROM ${seenOpen} WHERE opened_date BETWEEN DATE '2016-03-01' AND DATE '2016-05-31'
       GROUP BY month(opened_date) ORDER BY month(opened_date)`
    );
    expect(months.map((month) => month.missed)).toEqual([0.642, 0.243, 0.234]);
  });

  it('knows the largest category triple and caller, and keeps the source words of states', async () => {
    expect(await one('SELECT count(*) AS n FROM fact.incident GROUP BY category, subcategory, symptom ORDER BY n DESC LIMIT 1')).toEqual([
      1_596
    ]);
    expect(await one('SELECT count(*) AS n, caller FROM fact.incident GROUP BY caller ORDER BY n DESC LIMIT 1')).toEqual([
      438,
      'Caller 1904'
    ]);
    const words = await rowsOf<{ word: string }>(
      file,
      'SELECT DISTINCT state_source AS word FROM fact.history WHERE state_source IS NOT NULL ORDER BY 1'
    );
    expect(words.map((row) => row.word)).toEqual([
      '-100',
      'Active',
      'Awaiting Evidence',
      'Awaiting Problem',
      'Awaiting User Info',
      'Awaiting Vendor',
      'Closed',
      'New',
      'Resolved'
    ]);
  });

  it('lets nothing after the data instant into history, and the backlog add up', async () => {
    expect(await one(`SELECT count(*) FROM meta.check_result WHERE severity = 'fatal' AND offending_count > 0`)).toEqual([0]);
    expect(await one('SELECT max(from_at) <= (SELECT as_of FROM meta.build) FROM fact.history')).toEqual([true]);
  });
});
