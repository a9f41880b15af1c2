import { describe, expect, test } from 'vitest';
import { catalogue } from '#warehouse/metrics/catalogue.ts';
import type { BuildFacts } from '#warehouse/query/build.ts';
import { compile } from '#warehouse/query/compile.ts';
import { nearest } from '#warehouse/query/error.ts';
import type { Query } from '#warehouse/query/query.ts';

const columns = (...names: string[]): ReadonlySet<string> => new Set(names);
const record = columns(
  'record_id',
  'opened_at',
  'updated_at',
  'opened_date',
  'opened_hour',
  'opened_weekday',
  'resolved_at',
  'resolved_date',
  'resolve_seconds',
  'state',
  'is_open',
  'is_major',
  'team',
  'priority',
  'service',
  'category',
  'age_band',
  'age_seconds',
  'has_breached_source'
);
const clock = columns(
  'stop_date',
  'started_at',
  'target_id',
  'agreement',
  'priority',
  'team',
  'service',
  'stage',
  'is_completed',
  'is_breached',
  'is_exact',
  'attainment_goal',
  'stopped_at',
  'start_date'
);
const daily = columns('date', 'record_type', 'team', 'priority', 'service', 'backlog');
const build: BuildFacts = {
  buildId: 'b',
  asOf: new Date('2026-03-18T10:30:00Z'),
  knownAt: new Date('2026-03-18T12:00:00Z'),
  zone: 'Europe/Berlin',
  organisation: 'Meridian Group',
  definitionsSha256: 'd',
  dataFrom: '2025-01-06',
  fiscalYearStart: 4,
  columns: new Map([
    ['fact.incident', record],
    ['fact.request', record],
    ['fact.clock', clock],
    ['mart.clock_daily', columns('stop_date', 'target_id', 'agreement', 'priority', 'team', 'service', 'completed', 'met', 'breached')],
    ['mart.backlog_daily', daily]
  ]),
  empty: new Set(['fact.incident.is_major'])
};
const compiled = (query: Query) => compile(query, catalogue, build);

const golden: Record<string, Query> = {
  'one-count': { measures: ['incident.opened'] },
  'month-team': {
    measures: ['incident.opened', 'incident.resolved'],
    dimensions: ['team'],
    grain: 'month',
    period: { last: 12, unit: 'month' }
  },
  'share-filters': {
    measures: ['incident.cancelled_share'],
    dimensions: ['priority'],
    filters: [
      { field: 'team', op: 'in', values: ['Network', "O'Brien"] },
      { field: 'service', op: 'not_in', values: ['VPN'] },
      { field: 'category', op: 'contains', values: ['soft'] },
      { field: 'priority', op: 'between', values: ['1', '3'] },
      { field: 'age_band', op: 'null' }
    ]
  },
  'more-filters': {
    measures: ['incident.opened'],
    filters: [
      { field: 'category', op: 'not_contains', values: ['soft'] },
      { field: 'service', op: 'starts_with', values: ['V'] },
      { field: 'team', op: 'not_starts_with', values: ['Net'] },
      { field: 'priority', op: 'not_between', values: [2, 3] },
      { field: 'priority', op: 'at_least', values: ['1'] },
      { field: 'opened_hour', op: 'at_most', values: [12] }
    ]
  },
  fiscal: {
    measures: ['incident.opened', 'incident.backlog'],
    grain: 'fiscal_quarter',
    period: { last: 2, unit: 'fiscal_year' },
    compare: 'previous_period'
  },
  'backlog-compare': { measures: ['incident.backlog'], grain: 'week', period: { last: 4, unit: 'week' }, compare: 'previous_period' },
  'backlog-total': { measures: ['incident.backlog'], period: { from: '2026-01-01', to: '2026-02-01' } },
  derived: { measures: ['incident.backlog_growth', 'incident.closure_rate'], grain: 'quarter', period: { toDate: 'year' } },
  percentiles: {
    measures: ['incident.resolve_seconds_median', 'incident.resolve_seconds_p90', 'incident.resolve_seconds_mean'],
    dimensions: ['service']
  },
  hour: { measures: ['incident.opened'], grain: 'hour', period: { last: 2, unit: 'day' }, compare: 'same_period_last_year' },
  'roll-up': { measures: ['service_level.attainment', 'service_level.breached'], dimensions: ['agreement'], grain: 'month' },
  'no-roll-up': { measures: ['service_level.attainment', 'service_level.inexact'], dimensions: ['stage'] },
  'at-the-instant': {
    measures: ['incident.open', 'incident.open_age_seconds_median'],
    dimensions: ['age_band'],
    compare: 'previous_period'
  },
  unavailable: { measures: ['incident.major', 'incident.opened'], grain: 'day', period: { last: 7, unit: 'day' } },
  'nothing-available': { measures: ['incident.major'], dimensions: ['team'], grain: 'day', period: { last: 7, unit: 'day' } },
  'sorted-top': {
    measures: ['incident.opened'],
    dimensions: ['state', 'team'],
    compare: 'previous_period',
    period: { last: 1, unit: 'month', complete: true },
    sort: [{ by: 'incident.opened:compare', descending: true }],
    limit: 10
  },
  totals: {
    measures: ['incident.same_day_share', 'incident.backlog'],
    dimensions: ['team', 'priority'],
    grain: 'month',
    period: { last: 3, unit: 'month' },
    totals: [[], ['period'], ['team'], ['period', 'team']],
    compare: 'previous_period'
  },
  'totals-limited': {
    measures: ['incident.opened'],
    dimensions: ['team'],
    totals: [[]],
    sort: [{ by: 'incident.opened', descending: true }],
    limit: 2
  },
  top: {
    measures: ['incident.opened', 'incident.resolve_seconds_p95'],
    dimensions: ['team', 'priority'],
    grain: 'month',
    period: { last: 3, unit: 'month' },
    top: { dimension: 'team', count: 2 },
    totals: [['period']],
    filters: [{ field: 'priority', op: 'at_most', values: [3] }]
  },
  target: { measures: ['service_level.attainment', 'incident.opened'], dimensions: ['team'], compare: 'target' },
  zone: {
    measures: ['incident.opened', 'incident.resolved', 'incident.backlog', 'incident.backlog_net'],
    dimensions: ['team'],
    grain: 'week',
    period: { last: 2, unit: 'week' },
    zone: 'Asia/Tokyo'
  }
};

describe('compiled SQL', () => {
  test.each(Object.entries(golden))('%s', async (name, query) => {
    const { sql, values, period, unavailable } = compiled(query);
    const notes = [
      `-- ${JSON.stringify(query)}`,
      `-- values ${JSON.stringify(values)}`,
      `-- period ${JSON.stringify(period)}`,
      `-- ${JSON.stringify(unavailable)}`
    ];
    await expect(`${notes.join('\n')}\n${sql}\n`).toMatchFileSnapshot(`golden/${name}.sql`);
  });

  test('no word of a user becomes SQL text', () => {
    const nasty = "x'); DROP TABLE fact.incident; --";
    const { sql, values } = compiled({ measures: ['incident.opened'], filters: [{ field: 'team', op: 'in', values: [nasty] }] });
    expect(sql).not.toContain('DROP');
    expect(values).toContain(nasty);
  });

  test('one question, one text', () => {
    const query = golden['share-filters']!;
    expect(compiled(query)).toEqual(compiled(structuredClone(query)));
  });
});

describe('what cannot be asked', () => {
  const refusal = (query: Partial<Query>) => {
    try {
      compiled({ measures: ['incident.opened'], ...query });
    } catch (error) {
      return error as Error & { field: string; suggestion?: string; possible?: string[] };
    }
    throw new Error('was not refused');
  };

  test('unknown names come back with the nearest', () => {
    expect(refusal({ measures: ['incident.opend'] })).toMatchObject({ field: 'measures', suggestion: 'incident.opened' });
    expect(refusal({ dimensions: ['tem'] })).toMatchObject({ field: 'dimensions', suggestion: 'team' });
    expect(refusal({ filters: [{ field: 'servce', op: 'null' }] })).toMatchObject({ field: 'filters', suggestion: 'service' });
    expect(refusal({ sort: [{ by: 'incident.open' }] })).toMatchObject({ field: 'sort', suggestion: 'incident.opened' });
  });

  test('a slice that a measure does not know names those it does', () => {
    const { message, possible } = refusal({ measures: ['incident.backlog'], dimensions: ['category'] });
    expect(message).toBe('incident.backlog cannot be sliced by category; it can by team, service, priority, record_type');
    expect(possible).toEqual(['team', 'service', 'priority', 'record_type']);
    expect(refusal({ measures: ['incident.opened', 'incident.backlog'], filters: [{ field: 'category', op: 'null' }] })).toMatchObject({
      field: 'filters'
    });
    expect(refusal({ measures: ['incident.backlog_growth'], dimensions: ['symptom'] })).toMatchObject({ field: 'dimensions' });
  });

  test.each([
    [{ measures: ['incident.open'], grain: 'month' as const }, /measured once, at the data instant/],
    [{ measures: ['incident.resolved'], grain: 'hour' as const }, /finest grain is day/],
    [{ measures: [] }, /at least one measure/],
    [{ measures: ['incident.opened', 'incident.opened'] }, /asked for twice/],
    [{ limit: 0 }, /limit is a whole number/],
    [{ totals: [[]] }, /one row has no totals/],
    [{ grain: 'hour' as const, period: { from: '1990-01-01', to: '2026-01-01' } }, /315576 times hour; take a coarser grain/],
    [{ dimensions: ['team'], totals: [['team']] }, /totals that keep team are the rows themselves/],
    [{ dimensions: ['team'], totals: [['priority']] }, /no key of this query called priority/],
    [{ top: { dimension: 'team', count: 3 } }, /no dimension in this query called team/],
    [
      { dimensions: ['team'], top: { dimension: 'team', count: 3, by: 'incident.opend' } },
      /no measure called incident.opend; did you mean incident.opened/
    ],
    [{ zone: 'Europe/Berlim' }, /no IANA time zone/],
    [{ zone: '+02:00' }, /no IANA time zone/],
    [{ measures: ['incident.opened_p95'] }, /incident.opened is no duration, so it has no percentiles; .*incident.resolve_seconds/],
    [{ measures: ['incident.resolve_second_p95'] }, /did you mean incident.resolve_seconds_p95/],
    [{ filters: [{ field: 'priority', op: 'in' as const, values: ['high'] }] }, /priority is a number, high is none/],
    [{ filters: [{ field: 'is_open', op: 'in' as const, values: ['maybe'] }] }, /true or false/],
    [{ filters: [{ field: 'team', op: 'in' as const, values: [] }] }, /names no value/],
    [
      { filters: [{ field: 'team', op: 'between' as const, values: ['A', 'M'] as const }] },
      /team is text, which has no range; use in, not_in, contains/
    ],
    [{ filters: [{ field: 'priority', op: 'contains' as const, values: ['1'] as const }] }, /priority is no text.*use in/],
    [{ filters: [{ field: 'priority', op: 'not_between' as const, values: [3, 1] as const }] }, /range 3 to 1 of priority is empty/],
    [{ filters: [{ field: 'is_open', op: 'at_least' as const, values: [1] as const }] }, /true or false, which has no range/]
  ])('%j', (query, message) => {
    expect(refusal(query).message).toMatch(message);
  });

  test('a far-off word gets no suggestion', () => {
    expect(nearest('zebra crossing', ['team', 'service'])).toBeUndefined();
  });
});
