import { describe, expect, test } from 'vitest';
import { reasonWords } from '#dashboard/boards/left-out-words.ts';
import { receiptWords } from '#dashboard/boards/receipt-words.ts';
import { measures } from '#warehouse/metrics/catalogue.ts';
import type { RowAggregate } from '#warehouse/metrics/measure.ts';
import { sources } from '#warehouse/metrics/source.ts';
import { conjuncts } from '#warehouse/query/conditions.ts';
import type { Query } from '#warehouse/query/query.ts';
import { receipt } from '#warehouse/query/receipt.ts';
import { records } from '#warehouse/query/records.ts';
import { availability } from '#warehouse/query/availability.ts';
import { openFixture } from './fixture.ts';

const { reader } = await openFixture();
const period = { from: '2026-01-01', to: '2026-02-01' };
/** The whole made world, of what is dated; the day after its last one is no part of it. */
const known = new Map(availability(reader).map((entry) => [entry.measure, entry]));
const counted = measures.flatMap(({ name, aggregate }) =>
  known.get(name)?.reason || aggregate.kind === 'derived' || aggregate.source === 'backlog' || aggregate.source === 'flow'
    ? []
    : [{ name, aggregate }]
);

/** Rows of a measure's table in the period and of one priority, counted without anything of the query door. */
const rowsOf = ({ source, date }: RowAggregate, condition: string): Promise<number> =>
  reader.use(async (connection) => {
    const time = date === 'as_of' ? [] : [`${date} >= DATE '${period.from}'`, `${date} < DATE '${period.to}'`];
    const where = [...time, condition].join(' AND ');
    return Number(
      (await connection.one<{ amount: bigint }>(`SELECT count(*) AS amount FROM ${sources[source].from} WHERE ${where}`))!.amount
    );
  });

describe('what a figure leaves out', () => {
  test.each(counted)('$name: with what it counts it is every row of the period and filters', async ({ name, aggregate }) => {
    const isSliced = known.get(name)!.dimensions.includes('priority');
    const query: Query = {
      measures: [name],
      period,
      ...(isSliced ? { filters: [{ field: 'priority', op: 'in' as const, values: [2, 3] }] } : {})
    };
    const bill = await receipt(reader, { query, measure: name });
    expect(bill.isEqual).toBe(true);
    const all = await rowsOf(aggregate, isSliced ? 'priority IN (2, 3)' : 'TRUE');
    const { leftOut, records: inIt } = bill.makeup!;
    if (!leftOut) return expect(inIt).toBe(all);
    expect(leftOut.all).toBe(all);
    expect(leftOut.counted).toBe(inIt);
    expect(inIt + leftOut.count).toBe(all);
    expect(leftOut.reasons.reduce((sum, { count }) => sum + count, 0)).toBe(leftOut.count);
    const listed = await records(reader, { query, measure: name, side: 'left_out', limit: 1 });
    expect(listed.total).toBe(leftOut.count);
    if (leftOut.undated) {
      const isNull = `${aggregate.date} IS NULL`;
      const undated = await reader.use((connection) =>
        connection.one<{ amount: bigint }>(
          `SELECT count(*) AS amount FROM ${sources[aggregate.source].from} WHERE ${[isNull, ...(isSliced ? ['priority IN (2, 3)'] : [])].join(' AND ')}`
        )
      );
      expect(leftOut.undated.count).toBe(Number(undated!.amount));
    }
  });

  test('is listed apart: no record stands on both sides, and each says why', async () => {
    const [name, query] = ['contact.answered_30s_share', { measures: ['contact.answered_30s_share'], period: { all: true } } as Query];
    const request = { query, measure: name, limit: 1_000_000 };
    const [over, out] = [await records(reader, request), await records(reader, { ...request, side: 'left_out' })];
    const both = new Set([...over.rows, ...out.rows].map(({ record_id }) => record_id));
    expect(both.size).toBe(over.total + out.total);
    expect(out.total).toBeGreaterThan(0);
    expect(new Set(out.rows.map(({ left_out_by }) => left_out_by))).toEqual(new Set(['answer_seconds IS NOT NULL']));
  });

  test('is told in words that cannot be taken for those which did not count', async () => {
    const name = 'service_level.attainment';
    const told = await receipt(reader, { query: { measures: [name], period: { all: true } }, measure: name });
    const out = {
      all: 2320,
      counted: 2000,
      count: 320,
      reasons: [
        { condition: 'is_completed', stage: 'cancelled', count: 300 },
        { condition: 'is_completed', stage: 'undetermined', count: 20 }
      ],
      undated: { column: 'stop_date', count: 250 }
    };
    const makeup = { ...told.makeup!, numerator: 905, records: 2000, leftOut: out };
    expect(receiptWords({ ...told, makeup }).how).toEqual([
      '905 of 2,000 clocks count: 905 / 2,000 = 45.3 %.',
      '1,095 did not (breached): 905 + 1,095 = 2,000 clocks.',
      'Left out of the figure, above and below the line: 320 (300 cancelled, 20 undetermined). 2,000 in it + 320 left out = 2,320 clocks of the same period and filters. Cancelled and running clocks leave numerator and denominator.',
      'Besides, 250 clocks without a stop date lie in no period.'
    ]);
    expect(receiptWords(told).how[2]).toBe('Nothing is left out: all 2,000 clocks of the same period and filters are in the figure.');
  });

  test('is said in words whatever the condition', () => {
    expect(reasonWords('is_major IS NOT NULL', undefined, {})).toBe('is major not known');
    expect(reasonWords("agreement_type = 'OLA'", 'met', {})).toBe("where agreement_type = 'OLA' does not hold");
    expect(reasonWords('record_id IN (SELECT 1)', undefined, { denominator: 'problems with a family' })).toBe(
      'not of the problems with a family'
    );
    expect(reasonWords('(a, b) IS DISTINCT FROM (NULL, NULL)', undefined, {})).toBe('without the value');
  });
});

describe('conditions', () => {
  test('come apart at each AND outside parentheses and quotes', () => {
    expect(conjuncts("a AND (b OR c) AND d = 'x AND y'")).toEqual(['a', '(b OR c)', "d = 'x AND y'"]);
    expect(conjuncts('a IN (SELECT b FROM c WHERE d AND e)')).toHaveLength(1);
    expect(conjuncts('a AND b OR c')).toEqual(['a AND b OR c']);
    expect(conjuncts('a BETWEEN 1 AND 2')).toEqual(['a BETWEEN 1 AND 2']);
  });
});
