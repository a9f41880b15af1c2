import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { negotiate } from '#warehouse/query/negotiate.ts';
import { parseParams, readPeriod, toParams, writePeriod } from '#warehouse/query/params.ts';
import {
  boundOps,
  comparisons,
  grains,
  listOps,
  nullOps,
  periodUnits,
  rangeOps,
  textOps,
  toDateUnits,
  type Filter,
  type Period,
  type Query
} from '#warehouse/query/query.ts';
import { parseQuery } from '#warehouse/query/schema.ts';

const name = fc.stringMatching(/^[a-z][a-z_]{0,12}(\.[a-z_]{1,12})?$/);
const text = fc.string({ minLength: 0, maxLength: 12, unit: 'grapheme' });
const date = fc
  .date({ min: new Date('2000-01-01'), max: new Date('2099-12-31'), noInvalidDate: true })
  .map((value) => value.toISOString().slice(0, 10));
const unit = fc.constantFrom(...periodUnits);
const period: fc.Arbitrary<Period> = fc.oneof(
  fc.record({ from: date, to: date }),
  fc.record({ last: fc.integer({ min: 1, max: 9999 }), unit }) as fc.Arbitrary<Period>,
  fc.record({ last: fc.integer({ min: 1, max: 9999 }), unit, complete: fc.constant(true) }) as fc.Arbitrary<Period>,
  fc.record({ toDate: fc.constantFrom(...toDateUnits) }) as fc.Arbitrary<Period>,
  fc.constant({ all: true as const })
);
const bound = fc.string({ minLength: 1, maxLength: 12, unit: 'grapheme' });
const filter = fc.oneof(
  fc.record({ field: name, op: fc.constantFrom(...listOps), values: fc.array(text, { minLength: 1, maxLength: 4 }) }),
  fc.record({ field: name, op: fc.constantFrom(...textOps), values: fc.tuple(text) }),
  fc.record({ field: name, op: fc.constantFrom(...rangeOps), values: fc.tuple(bound, bound) }),
  fc.record({ field: name, op: fc.constantFrom(...boundOps), values: fc.tuple(bound) }),
  fc.record({ field: name, op: fc.constantFrom(...nullOps) })
) as fc.Arbitrary<Filter>;
const top = fc.record(
  { dimension: name, count: fc.integer({ min: 1, max: 1000 }), by: name, ascending: fc.constant(true) },
  { requiredKeys: ['dimension', 'count'] }
);
const query: fc.Arbitrary<Query> = fc.record(
  {
    measures: fc.array(name, { minLength: 1, maxLength: 4 }),
    dimensions: fc.array(name, { minLength: 1, maxLength: 3 }),
    grain: fc.constantFrom(...grains),
    period,
    filters: fc.array(filter, { minLength: 1, maxLength: 3 }),
    compare: fc.constantFrom(...comparisons),
    totals: fc.array(fc.array(name, { maxLength: 3 }), { minLength: 1, maxLength: 3 }),
    top,
    zone: fc.constantFrom('Asia/Tokyo', 'America/St_Johns'),
    asKnownOn: date,
    sort: fc.array(fc.oneof(fc.record({ by: name }), fc.record({ by: name, descending: fc.constant(true) })), {
      minLength: 1,
      maxLength: 2
    }),
    limit: fc.integer({ min: 1, max: 1e6 })
  },
  { requiredKeys: ['measures'] }
);

describe('parameters', () => {
  test('a query survives its address', () => {
    fc.assert(
      fc.property(query, (asked) => void expect(parseParams(new URLSearchParams(toParams(asked).toString()))).toEqual(asked)),
      { numRuns: 1000 }
    );
  });

  test('the JSON form takes what the types allow', () => {
    fc.assert(
      fc.property(query, (asked) => void expect(parseQuery(JSON.parse(JSON.stringify(asked)))).toEqual(asked)),
      { numRuns: 300 }
    );
  });

  test('the short form is readable', () => {
    const params = toParams({
      measures: ['incident.opened', 'incident.resolved'],
      dimensions: ['team'],
      grain: 'month',
      period: { last: 12, unit: 'month' },
      filters: [{ field: 'team', op: 'in', values: ['A', 'B, C'] }],
      compare: 'previous_period',
      sort: [{ by: 'incident.opened', descending: true }],
      limit: 20
    });
    expect(decodeURIComponent(params.toString()).replaceAll('+', ' ')).toBe(
      'measures=incident.opened,incident.resolved&by=team&grain=month&period=last-12-months&filter=team:in:A,B\\, C&compare=previous_period&sort=-incident.opened&limit=20'
    );
  });

  test.each([
    ['2026', '2026-01-01..2027-01-01'],
    ['2026-Q3', '2026-07-01..2026-10-01'],
    ['2026-09', '2026-09-01..2026-10-01'],
    ['2026-W01', '2025-12-29..2026-01-05'],
    ['2026-W53', '2026-12-28..2027-01-04']
  ])('the period %s is %s', (text, expected) => {
    expect(writePeriod(readPeriod(text)!)).toBe(expected);
  });

  test.each([
    ['grain=mont', /grain cannot be mont.*did you mean month\?/],
    ['period=last-12-moons', /cannot read the period/],
    ['period=last-0x2-days', /cannot read the period/],
    ['filter=team', /cannot read the filter/],
    ['filter=team:iin:A', /did you mean in\?/],
    ['filter=priority:between:1', /between needs two.*priority:at_least:1/],
    ['filter=priority:at_most:1,2', /at_most needs one/],
    ['top=team', /write dimension:count:measure/],
    ['period=2027-W53', /cannot read the period/],
    ['limit=many', /limit is a whole number/]
  ])('%s is refused with the way out', (text, message) => {
    expect(() => parseParams(new URLSearchParams(`measures=incident.opened&${text}`))).toThrow(message);
  });

  test.each([
    [{ measures: [] }, 'measures'],
    [{ measures: ['a'], filters: [{ field: 'x', op: 'like', values: ['a'] }] }, 'filters.0.op'],
    [{ measures: ['a'], limit: 1.5 }, 'limit'],
    [{ measures: ['a'], sql: 'drop' }, 'sql'],
    ['text', 'query']
  ])('JSON %j is refused at its place', (value, field) => {
    expect(() => parseQuery(value)).toThrow(expect.objectContaining({ field }));
  });
});

describe('form of an answer', () => {
  test.each([
    [null, null, 'json'],
    ['csv', 'application/json', 'csv'],
    [null, 'text/csv', 'csv'],
    [null, 'application/json;q=0.5, application/vnd.apache.arrow.stream', 'arrow'],
    [null, 'text/html,application/xhtml+xml,*/*;q=0.8', 'json'],
    [null, '', 'json']
  ] as const)('format %s, Accept %s → %s', (format, accept, expected) => {
    expect(negotiate(format, accept)).toBe(expected);
  });

  test('what cannot be made is refused', () => {
    expect(() => negotiate('cvs', null)).toThrow(/did you mean csv/);
    expect(() => negotiate(null, 'image/png')).toThrow(/none of the accepted/);
  });
});
