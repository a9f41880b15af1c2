import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { catalogue, measures } from '#warehouse/metrics/catalogue.ts';
import { answer, type Datum } from '#warehouse/query/answer.ts';
import { dimensionsOf } from '#warehouse/query/normalise.ts';
import { grains, type Query } from '#warehouse/query/query.ts';
import { openReader, type Reader } from '#warehouse/query/reader.ts';
import { recordCount, records, recordsCsv, type CellPlace } from '#warehouse/query/records.ts';
import { makeFixture, type Fixture } from './fixture.ts';

let fixture: Fixture;
let reader: Reader;
beforeAll(async () => {
  fixture = await makeFixture();
  reader = await openReader(fixture.home);
});
afterAll(() => {
  reader.close();
  fixture.remove();
});

const counted = measures.filter(({ aggregate }) => aggregate.kind !== 'derived');

/** A question about one measure that can be asked, drawn from numbers. */
function questionOf(measureAt: number, dimensionsAt: number[], grainAt: number): Query {
  const measure = counted[measureAt % counted.length]!;
  const known = dimensionsOf(measure, catalogue, reader.build).map(({ name }) => name);
  const dimensions = [...new Set(dimensionsAt.map((at) => known[at % known.length]!))];
  const { aggregate } = measure;
  const isDated = aggregate.kind !== 'derived' && aggregate.date !== 'as_of';
  const possible = aggregate.kind !== 'derived' && aggregate.date === 'opened_date' ? grains : grains.slice(1);
  const grain = isDated && grainAt > 0 ? possible[grainAt % possible.length] : undefined;
  return { measures: [measure.name], dimensions, grain, period: { last: grain === 'hour' ? 20 : 200, unit: 'day' } };
}

const cellOf = (query: Query, row: Record<string, Datum>): CellPlace => ({
  ...(query.grain ? { period: row.period as string } : {}),
  dimensions: Object.fromEntries((query.dimensions ?? []).map((name) => [name, row[name]!]))
});

describe('records behind a cell', () => {
  test('added up again, they give the cell: random measures, slices, grains and cells', async () => {
    const nat = fc.nat({ max: 9999 });
    await fc.assert(
      fc.asyncProperty(nat, fc.array(nat, { maxLength: 2 }), fc.nat({ max: 6 }), nat, async (measureAt, dimensionsAt, grainAt, rowAt) => {
        const query = questionOf(measureAt, dimensionsAt, grainAt);
        const [measure] = query.measures as [string];
        const { rows, unavailable } = await answer(reader, query);
        if (rows.length === 0 || unavailable[measure]) return;
        const row = rows[rowAt % rows.length]!;
        const { value, total } = await recordCount(reader, { query, measure, cell: cellOf(query, row) });
        const cell = row[measure] as number | null;
        if (typeof cell === 'number' && typeof value === 'number') expect(value).toBeCloseTo(cell, 6);
        else expect(value ?? 0).toBe(cell ?? 0);
        const isCount = catalogue.measures.get(measure)!.aggregate.kind === 'count';
        if (isCount) expect(total).toBe(cell);
      }),
      { numRuns: 250 }
    );
  }, 120_000);

  const shared: Query = { measures: ['incident.same_day_share'], dimensions: ['team'], grain: 'month', period: { last: 6, unit: 'month' } };

  test('a share opens on either side', async () => {
    const [row] = (await answer(reader, shared)).rows;
    const request = { query: shared, measure: 'incident.same_day_share', cell: cellOf(shared, row!) };
    const above = await records(reader, { ...request, side: 'numerator' });
    const below = await records(reader, { ...request, side: 'denominator' });
    expect(above.total / below.total).toBeCloseTo(row!['incident.same_day_share'] as number, 12);
    expect(below.rows).toHaveLength(Math.min(100, below.total));
    expect(above.rows.every(({ team }) => team === row!.team)).toBe(true);
  });

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
    for await (const part of recordsCsv(reader, request)) text += Buffer.from(part).toString('utf8');
    const { total } = await records(reader, { ...request, limit: 1 });
    expect(text.match(/^INC\d+,/gm)).toHaveLength(total);
    expect(text.split('\r\n')[0]!.split(',')).toEqual([...reader.build.columns.get('fact.incident')!]);
  });

  test('records behind a level are those open at the end of the day', async () => {
    const query: Query = { measures: ['incident.backlog'], dimensions: ['service'], grain: 'day', period: { last: 5, unit: 'day' } };
    const { rows } = await answer(reader, query);
    for (const row of rows) {
      const list = await records(reader, { query, measure: 'incident.backlog', cell: cellOf(query, row), limit: 1 });
      expect(list.total).toBe(row['incident.backlog']);
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
