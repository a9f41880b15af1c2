import { describe, expect, test } from 'vitest';
import { answer, type Datum } from '#warehouse/query/answer.ts';
import type { CellPlace } from '#warehouse/query/cell.ts';
import { exported } from '#warehouse/query/export/export.ts';
import { recordsSource } from '#warehouse/query/export/records-source.ts';
import type { Query } from '#warehouse/query/query.ts';
import { receipt } from '#warehouse/query/receipt.ts';
import { receiptWithRecords } from '#warehouse/query/receipt-records.ts';
import { records } from '#warehouse/query/records.ts';
import { openFixture } from './fixture.ts';

const { reader } = await openFixture();

const cellOf = (query: Query, row: Record<string, Datum>): CellPlace => ({
  ...(query.grain ? { period: row.period as string } : {}),
  dimensions: Object.fromEntries((query.dimensions ?? []).map((name) => [name, row[name]!]))
});

describe('records behind a cell', () => {
  const shared: Query = { measures: ['incident.same_day_share'], dimensions: ['team'], grain: 'month', period: { last: 6, unit: 'month' } };

  test('a share opens on either side', async () => {
    const [row] = (await answer(reader, shared)).rows;
    const request = { query: shared, measure: 'incident.same_day_share', cell: cellOf(shared, row!) };
    const above = await records(reader, { ...request, side: 'numerator' });
    const below = await records(reader, request);
    const rest = await records(reader, { ...request, side: 'rest' });
    expect(above.total + rest.total).toBe(below.total);
    expect(rest.rows.every((row) => row.counts_in_numerator === false)).toBe(true);
    expect(above.total / below.total).toBeCloseTo(row!['incident.same_day_share'] as number, 12);
    expect(below.rows).toHaveLength(Math.min(100, below.total));
    expect(above.rows.every(({ team }) => team === row!.team)).toBe(true);
  });

  test.each(['incident.same_day_share', 'incident.resolve_seconds_mean', 'incident.resolve_seconds_median', 'incident.backlog'])(
    'the receipt of %s adds up whichever of its records are listed, and its lists are as long as it says',
    async (measure) => {
      const query: Query = { measures: [measure], period: { last: 6, unit: 'month' } };
      for (const side of [undefined, 'numerator', 'denominator', 'rest'] as const) {
        const request = { query, measure, limit: 5, ...(side ? { side } : {}) };
        const told = await receiptWithRecords(reader, request);
        expect(told.receipt.isEqual).toBe(true);
        expect(told.receipt).toEqual(await receipt(reader, { query, measure }));
        const [list] = told.records;
        expect(list).toMatchObject(await records(reader, request));
        expect(list!.total).toBeGreaterThan(0);
      }
    }
  );

  test('pages do not overlap and are in the order asked for', async () => {
    const request = {
      query: shared,
      measure: 'incident.same_day_share',
      side: 'denominator' as const,
      sort: [{ by: 'priority' }, { by: 'title' }]
    };
    const first = await records(reader, { ...request, limit: 30 });
    const second = await records(reader, { ...request, limit: 30, offset: 30 });
    const ids = [...first.rows, ...second.rows].map((row) => row.record_id);
    expect(new Set(ids).size).toBe(60);
    const priorities = [...first.rows, ...second.rows].map((row) => Number(row.priority));
    expect(priorities).toEqual(priorities.toSorted());
  });

  test('the download has every record and every column', async () => {
    const request = { query: shared, measure: 'incident.same_day_share', side: 'denominator' as const };
    let text = '';
    for await (const part of exported(reader, recordsSource(reader, request), 'csv')) text += Buffer.from(part).toString('utf8');
    const { total } = await records(reader, { ...request, limit: 1 });
    expect(text.match(/^(true|false),INC\d+,/gm)).toHaveLength(total);
    expect(text.split('\r\n')[0]!.split(',')).toEqual(['counts_in_numerator', ...reader.build.columns.get('fact.incident')!]);
  });

  test('records behind a level are those open at the end of the day', async () => {
    const query: Query = { measures: ['incident.backlog'], dimensions: ['service'], grain: 'day', period: { last: 5, unit: 'day' } };
    const { rows } = await answer(reader, query);
    for (const row of rows) {
      const list = await records(reader, { query, measure: 'incident.backlog', cell: cellOf(query, row), limit: 1 });
      expect(list.total).toBe(row['incident.backlog']);
    }
  });

  test('a bucket beside which the compared period has none counts nothing, at whatever level', async () => {
    const period = { from: '2025-10-18', to: '2026-01-21' };
    for (const measure of ['incident.closure_rate', 'incident.opened', 'incident.backlog']) {
      const query: Query = { measures: [measure], grain: 'year', period, compare: 'previous_period' };
      const row = (await answer(reader, query)).rows.find((one) => one.period === '2026-01-01')!;
      const bill = await receipt(reader, { query, measure, cell: { period: '2026-01-01', compare: true } });
      expect([measure, bill.value, bill.isEqual]).toEqual([measure, row[`${measure}:compare`], true]);
    }
  });

  test('a cell that cannot be is refused', async () => {
    const refused = (request: Partial<Parameters<typeof records>[1]>) =>
      records(reader, { query: shared, measure: 'incident.same_day_share', ...request }).catch((error: unknown) => error);
    expect(await refused({ cell: { dimensions: { priority: 1 } } })).toMatchObject({ field: 'cell.dimensions', possible: ['team'] });
    expect(await refused({ cell: { period: '2026-01-07' } })).toMatchObject({ field: 'cell.period' });
    expect(await refused({ measure: 'incident.opened' })).toMatchObject({ field: 'measure' });
    expect(await refused({ sort: [{ by: 'titel' }] })).toMatchObject({ field: 'sort', suggestion: 'title' });
    const growth: Query = { measures: ['incident.backlog_growth'] };
    expect(await refused({ query: growth, measure: 'incident.backlog_growth' })).toMatchObject({
      possible: ['incident.opened', 'incident.resolved']
    });
    expect((await records(reader, { query: growth, measure: 'incident.resolved' })).total).toBeGreaterThan(0);
  });
});
