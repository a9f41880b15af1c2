import Papa from 'papaparse';
import { describe, expect, test } from 'vitest';
import type { Row } from '#warehouse/connection.ts';
import { catalogue } from '#warehouse/metrics/catalogue.ts';
import { answer, type Datum } from '#warehouse/query/answer.ts';
import { answerArrow } from '#warehouse/query/arrow.ts';
import { availability } from '#warehouse/query/availability.ts';
import { compile } from '#warehouse/query/compile.ts';
import { decodeAnswer } from './decode.ts';
import { answerSource } from '#warehouse/query/export/answer-source.ts';
import { exported } from '#warehouse/query/export/export.ts';
import { grains, type Query } from '#warehouse/query/query.ts';
import { openFixture } from './fixture.ts';
import { questionsOf, run } from './questions.ts';

const { reader } = await openFixture();

const rowsOf = async (query: Query) => (await answer(reader, query)).rows;
const sql = (text: string): Promise<Row[]> => reader.use((connection) => connection.all(text));

describe('answers', () => {
  test('counts agree with a plain count', async () => {
    const counted = await sql(
      `SELECT strftime(date_trunc('month', opened_date), '%Y-%m-%d') AS period, CAST(team AS VARCHAR) AS team, count(*) AS n
       FROM fact.incident WHERE opened_date >= DATE '2025-10-01' AND opened_date < DATE '2026-01-01' AND priority <= 2 GROUP BY ALL ORDER BY 1, 2 NULLS LAST`
    );
    const rows = await rowsOf({
      measures: ['incident.opened'],
      dimensions: ['team'],
      grain: 'month',
      period: { from: '2025-10-01', to: '2026-01-01' },
      filters: [{ field: 'priority', op: 'in', values: ['1', '2'] }]
    });
    expect(rows.map((row) => [row.period, row.team, row['incident.opened']])).toEqual(
      counted.map(({ period, team, n }) => [period, team, n])
    );
  });

  test('the time axis is dense: a day without records is 0 for counts and nothing for shares', async () => {
    const rows = await rowsOf({
      measures: ['incident.opened', 'incident.cancelled_share'],
      grain: 'day',
      period: { from: '2025-01-01', to: '2025-01-11' }
    });
    expect(rows.map(({ period }) => period)).toEqual(Array.from({ length: 10 }, (_, day) => `2025-01-${String(day + 1).padStart(2, '0')}`));
    expect(rows[0]).toEqual({ period: '2025-01-01', 'incident.opened': 0, 'incident.cancelled_share': null });
    expect(rows[6]!['incident.opened']).toBeGreaterThan(0);
  });

  test('hours are local, days have what their hours have', async () => {
    const period = { from: '2025-06-02', to: '2025-06-09' };
    const hours = await rowsOf({ measures: ['incident.opened'], grain: 'hour', period });
    const days = await rowsOf({ measures: ['incident.opened'], grain: 'day', period });
    expect(hours).toHaveLength(7 * 24);
    for (const day of days) {
      const sum = hours
        .filter((hour) => String(hour.period).startsWith(String(day.period)))
        .reduce((total, hour) => total + Number(hour['incident.opened']), 0);
      expect(sum).toBe(day['incident.opened']);
    }
  });

  test('shares are recomputed at every level, not averaged', async () => {
    const [total] = await rowsOf({ measures: ['service_level.attainment', 'service_level.met', 'service_level.completed'] });
    const parts = await rowsOf({ measures: ['service_level.met', 'service_level.completed'], dimensions: ['team', 'priority'] });
    const sum = (name: string): number => parts.reduce((all, row) => all + Number(row[name]), 0);
    expect(total!['service_level.attainment']).toBeCloseTo(sum('service_level.met') / sum('service_level.completed'), 12);
    expect(total!['service_level.completed']).toBe(sum('service_level.completed'));
  });

  test('a level stands at the last day of its bucket and is never summed over time', async () => {
    const months = await rowsOf({ measures: ['incident.backlog'], grain: 'month', period: { last: 3, unit: 'month' } });
    const [at] = await sql(
      `SELECT CAST(sum(backlog) AS BIGINT) AS n FROM mart.backlog_daily WHERE record_type = 'incident' AND date = DATE '2026-01-31'`
    );
    expect(months[0]!['incident.backlog']).toBe(at!.n);
    const [whole] = await rowsOf({ measures: ['incident.backlog'], period: { last: 3, unit: 'month' } });
    expect(whole!['incident.backlog']).toBe(months[2]!['incident.backlog']);
  });

  test('opening level + net flow = closing level', async () => {
    const rows = await rowsOf({
      measures: ['incident.backlog', 'incident.backlog_net'],
      dimensions: ['team'],
      grain: 'month',
      period: { last: 12, unit: 'month' }
    });
    for (const team of new Set(rows.map((row) => row.team))) {
      const of = rows.filter((row) => row.team === team);
      for (let at = 1; at < of.length; at++) {
        expect(Number(of[at - 1]!['incident.backlog']) + Number(of[at]!['incident.backlog_net'])).toBe(of[at]!['incident.backlog']);
      }
    }
  });

  test.each([
    ['mart.clock_daily', ['service_level.attainment', 'service_level.breached', 'service_level.ola_met_share']],
    [
      'mart.time_daily',
      ['time.business_seconds', 'time.wall_seconds', 'time.paused_seconds', 'time.out_of_hours_seconds', 'time.supplier_share']
    ]
  ])('the summary %s answers as the facts do', async (summary, measures) => {
    const query: Query = {
      measures,
      dimensions: ['team', 'priority'],
      grain: 'month',
      compare: 'previous_period',
      period: { last: 6, unit: 'month' }
    };
    expect(compile(query, catalogue, reader.build).sql).toContain(summary);
    const columns = new Map([...reader.build.columns].filter(([name]) => name !== summary));
    const slow = compile(query, catalogue, { ...reader.build, columns });
    expect(slow.sql).not.toContain(summary);
    const fromFacts = await reader.use((connection) => connection.all(slow.sql, slow.values));
    const fromSummary = await rowsOf(query);
    expect(fromSummary.length).toBeGreaterThan(10);
    const keyed = (rows: readonly Record<string, unknown>[]) =>
      rows.map((row) => measures.map((name) => [row.team, row.priority, row[name], row[`${name}:compare`]]));
    expect(keyed(fromSummary)).toEqual(keyed(fromFacts));
  });

  test.each(['previous_period', 'same_period_last_year'] as const)('%s stands beside the bucket it belongs to', async (compare) => {
    const period = { from: '2026-01-01', to: '2026-03-01' };
    const rows = await rowsOf({
      measures: ['incident.opened', 'incident.backlog'],
      dimensions: ['service'],
      grain: 'month',
      period,
      compare
    });
    const before = compare === 'previous_period' ? { from: '2025-11-01', to: '2026-01-01' } : { from: '2025-01-01', to: '2025-03-01' };
    const old = await rowsOf({
      measures: ['incident.opened', 'incident.backlog'],
      dimensions: ['service'],
      grain: 'month',
      period: before
    });
    expect(rows.map((row) => [row.service, row['incident.opened:compare'], row['incident.backlog:compare']])).toEqual(
      old.map((row) => [row.service, row['incident.opened'], row['incident.backlog']])
    );
  });

  test('what the source cannot tell is nothing, with the column named', async () => {
    const { rows, unavailable } = await answer(reader, { measures: ['incident.major', 'incident.opened'] });
    expect(rows[0]!['incident.major']).toBeNull();
    expect(unavailable).toEqual({ 'incident.major': 'not available from this source, because the column is_major is empty' });
    expect(availability(reader).find(({ measure }) => measure === 'incident.major_share')).toMatchObject({ isAvailable: false });
    expect(availability(reader).find(({ measure }) => measure === 'incident.opened')).toMatchObject({ isAvailable: true });
  });

  test('sort and limit', async () => {
    const rows = await rowsOf({
      measures: ['incident.opened'],
      dimensions: ['caller'],
      sort: [{ by: 'incident.opened', descending: true }, { by: 'caller' }],
      limit: 3
    });
    const [all] = await sql(
      `SELECT list(caller) AS top FROM (SELECT caller FROM fact.incident GROUP BY caller ORDER BY count(*) DESC, caller LIMIT 3)`
    );
    expect(rows.map(({ caller }) => caller)).toEqual(all!.top);
  });
});

const many: Query = {
  measures: ['incident.opened', 'incident.resolve_seconds_mean', 'service_level.attainment', 'incident.major'],
  dimensions: ['team', 'priority'],
  grain: 'week',
  period: { last: 20, unit: 'week' },
  compare: 'previous_period'
};

describe('one answer in every form', () => {
  test.each([
    many,
    { ...many, grain: 'hour' as const, measures: ['incident.opened'], period: { last: 2, unit: 'day' as const } },
    { ...many, grain: undefined },
    { ...many, totals: [[], ['period'], ['team']], top: { dimension: 'team', count: 1 } }
  ])('Arrow tells what rows tell %#', async (query) => {
    expect(decodeAnswer(await answerArrow(reader, query))).toEqual(await answer(reader, query));
  });

  test('CSV tells what rows tell', async () => {
    const { rows, columns } = await answer(reader, many);
    const text = await textOf(exported(reader, answerSource(reader, many), 'csv'));
    const parsed = Papa.parse<string[]>(text, { newline: '\r\n', skipEmptyLines: true }).data;
    expect(parsed[0]).toEqual(columns.map(({ name }) => name));
    const cells = rows.map((row) => columns.map(({ name }) => cellText(row[name]!)));
    expect(parsed.slice(1).map((line) => line.map(numberText))).toEqual(cells.map((line) => line.map(numberText)));
  });
});

const cellText = (value: Datum): string => (value === null ? '' : String(value));
const numberText = (text: string): string | number => (text === '' || Number.isNaN(Number(text)) ? text : Number(text));

async function textOf(source: AsyncIterable<Uint8Array>): Promise<string> {
  const parts = [];
  for await (const part of source) parts.push(part);
  return Buffer.concat(parts).toString('utf8');
}

describe('every measure by every dimension and by every grain it knows; the heavy tests pair them all', () => {
  const slices = [undefined, 'team', 'priority'];
  const asked = questionsOf(reader.build).filter(
    ({ dimension, grain }) => !grain || dimension === slices[grains.indexOf(grain) % slices.length]
  );
  test.each(asked)('runs: $dimension, $grain', async (question) => expect(await run(reader, question)).toBeDefined());
});
