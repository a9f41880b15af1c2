import { writeFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { exported } from '#warehouse/query/export/export.ts';
import { expectations, freshness } from '#warehouse/query/health.ts';
import { recordDetail } from '#warehouse/query/record-detail.ts';
import { respondReceipt } from '#warehouse/query/receipt-reply.ts';
import type { Reply } from '#warehouse/query/reply.ts';
import { respondQuery, respondRecords, respondTable } from '#warehouse/query/respond.ts';
import { available, table, tableSource, type TableName, type TableRequest } from '#warehouse/query/tables.ts';
import { fixtureAsOf, openFixture } from './fixture.ts';

const { home, reader } = await openFixture();

const tableCsv = (name: TableName, request?: TableRequest) => exported(reader, tableSource(reader, name, request), 'csv');
const at = (path: string): URL => new URL(path, 'http://localhost');
const bodyOf = async ({ body }: Reply): Promise<string> => new Response(body as BodyInit).text();
const jsonOf = async (reply: Reply): Promise<Record<string, unknown>> => JSON.parse(await bodyOf(reply)) as Record<string, unknown>;

describe('one record', () => {
  test('comes with its history, clocks, segments, links and family', async () => {
    const detail = (await recordDetail(reader, 'incident', 'INC6'))!;
    expect(detail.record).toMatchObject({ record_id: 'INC6', opened_date: '2025-01-07', opened_at: expect.stringMatching(/Z$/) });
    expect(detail.history.map(({ interval_number }) => interval_number)).toEqual([0, 1]);
    expect(detail.clocks).toHaveLength(1);
    expect(detail.segments.map(({ segment_number }) => segment_number)).toEqual([0, 1]);
    expect(detail.linked).toEqual([expect.objectContaining({ type: 'problem', id: 'PRO6', through: 'problem_id', direction: 'to' })]);
    expect(detail.family).toMatchObject({ family_id: 'F0' });
  });

  test('links are found from the other side', async () => {
    const { linked } = (await recordDetail(reader, 'problem', 'PRO6'))!;
    expect(linked).toHaveLength(100);
    expect(linked[0]).toMatchObject({ type: 'incident', direction: 'from', through: 'problem_id' });
  });

  test('a number that does not exist is no record', async () => {
    expect(await recordDetail(reader, 'incident', 'NONE')).toBeUndefined();
  });
});

describe('tables', () => {
  test('each of them reads, pages, and comes as CSV with as many rows', async () => {
    for (const name of available(reader.build)) {
      const { total, rows, columns } = await table(reader, name, { limit: 2 });
      expect(rows.length, name).toBe(Math.min(2, total));
      expect(columns.length, name).toBeGreaterThan(0);
      let bytes = 0;
      for await (const part of tableCsv(name)) bytes += part.length;
      expect(bytes, name).toBeGreaterThan(total);
    }
  });

  test('filters, search and sort', async () => {
    const { total, rows } = await table(reader, 'known_errors', {
      where: { priority: 3 },
      search: 'ticket',
      sort: [{ by: 'title' }],
      limit: 5
    });
    expect(total).toBeGreaterThan(0);
    expect(rows.every(({ priority }) => priority === 3)).toBe(true);
    expect(rows.map(({ title }) => title)).toEqual(rows.map(({ title }) => String(title)).toSorted());
    expect(await table(reader, 'problems_open', { where: { problem_id: null } }).catch((error: unknown) => error)).toMatchObject({
      field: 'where'
    });
  });
});

test('the CSV of a joined table takes its filters as the page does', async () => {
  const request = { where: { label: 'Family F1' }, sort: [{ by: 'observed', descending: true }] };
  const { total } = await table(reader, 'candidates', request);
  let text = '';
  for await (const part of tableCsv('candidates', request)) text += Buffer.from(part).toString('utf8');
  expect([total, text.trimEnd().split('\r\n').length]).toEqual([1, 2]);
  await expect(
    tableCsv('candidates', { where: { lable: 'x' } })
      [Symbol.asyncIterator]()
      .next()
  ).rejects.toMatchObject({ suggestion: 'label' });
});

describe('freshness', () => {
  test('late is who sent nothing for longer than promised, or never', async () => {
    writeFileSync(
      home.config,
      'feeds:\n  - { name: incidents, expect_every: 1d }\n  - { name: changes, expect_every: 2w }\n  - { name: other }\n'
    );
    expect(expectations(home)).toEqual(
      new Map([
        ['incidents', 86_400],
        ['changes', 1_209_600]
      ])
    );
    const soon = await freshness(reader, new Date(Date.parse(fixtureAsOf) + 3600_000));
    expect(soon).toMatchObject({
      loads: 1,
      rejectedRows: 1,
      warnings: 1,
      lateFeeds: 1,
      lastLoadedAt: '2026-03-18T10:30:00.000Z',
      checks: { total: 1, failed: 0 }
    });
    expect(soon.feeds.map(({ feed, isLate }) => [feed, isLate])).toEqual([
      ['changes', true],
      ['incidents', false]
    ]);
    expect((await freshness(reader, new Date(Date.parse(fixtureAsOf) + 90_000_000))).lateFeeds).toBe(2);
  });
});

describe('replies', () => {
  test('the form follows format and Accept', async () => {
    const path = '/api/query?measures=incident.opened&by=team&period=all';
    expect(await jsonOf(await respondQuery(reader, at(path), null))).toMatchObject({
      rows: expect.any(Array),
      build: { id: '00000000000000aa' }
    });
    const csv = await respondQuery(reader, at(`${path}&bom`), 'text/csv');
    expect(csv.headers).toMatchObject({ 'content-type': expect.stringContaining('text/csv'), 'x-plimsoll-build': '00000000000000aa' });
    expect(csv.headers['content-disposition']).toBe('attachment; filename="incident.opened-00000000000000aa.csv"');
    expect(await bodyOf(csv)).toContain('team,incident.opened\r\nDatabase,750\r\n');
    const arrow = await respondQuery(reader, at(`${path}&format=arrow`), null);
    expect(arrow.body).toBeInstanceOf(Uint8Array);
  });

  test('a query may come as JSON', async () => {
    const query = { measures: ['incident.opened'], filters: [{ field: 'team', op: 'null' }] };
    const reply = await respondQuery(reader, at(`/api/query?query=${encodeURIComponent(JSON.stringify(query))}`), null);
    expect(await jsonOf(reply)).toMatchObject({ rows: [{ 'incident.opened': 750 }] });
  });

  test.each([
    ['measures=incident.opend', { field: 'measures', suggestion: 'incident.opened' }],
    ['measures=incident.opened&bye=team', { field: 'bye', suggestion: 'by' }],
    ['measures=incident.opened&format=cvs', { field: 'format', suggestion: 'csv' }],
    ['query={', { field: 'query' }],
    [`measures=${'incident.opened,'.repeat(101)}`, { field: 'measures', message: expect.stringContaining('ask several queries') }],
    ['measures=incident.backlog&by=category', { field: 'dimensions', possible: expect.arrayContaining(['team']) }]
  ])('%s is refused with field and suggestion', async (search, expected) => {
    const reply = await respondQuery(reader, at(`/api/query?${search}`), null);
    expect(reply.status).toBe(400);
    expect(await jsonOf(reply)).toMatchObject({ error: 'query', message: expect.any(String), ...expected });
  });

  test('records and tables', async () => {
    const cell =
      '/api/records?measures=incident.opened&by=team&grain=month&period=2026-01-01..2026-02-01&cell.team=&cell.period=2026-01-01';
    const list = await jsonOf(await respondRecords(reader, at(`${cell}&limit=3&order=-opened_at`), null));
    expect(list).toMatchObject({ grain: 'incident', rows: { length: 3 } });
    const text = await bodyOf(await respondRecords(reader, at(`${cell}&format=csv`), null));
    expect(text.match(/^1,INC/gm)).toHaveLength(list.total as number);
    expect(await jsonOf(await respondTable(reader, 'loads', at('/api/table/loads'), null))).toMatchObject({ total: 1 });
    expect((await respondTable(reader, 'laods', at('/api/table/laods'), null)).status).toBe(400);
    expect(await bodyOf(await respondTable(reader, 'rejections', at('/api/table/rejections?format=csv&where.load_id=L1'), null))).toContain(
      'no date'
    );
  });

  test('the row of the other members opens to its records', async () => {
    const query = 'measures=incident.opened&by=team&top=team:2';
    const { rows } = (await jsonOf(await respondQuery(reader, at(`/api/query?${query}`), null))) as { rows: Record<string, unknown>[] };
    const other = rows.find((row) => row.other)!;
    expect(other.team).toBe('Other');
    const cell = `/api/records?${query}&cell.team=Other&cell.other=true`;
    expect(await jsonOf(await respondRecords(reader, at(`${cell}&limit=1`), null))).toMatchObject({ total: other['incident.opened'] });
    expect((await bodyOf(await respondRecords(reader, at(`${cell}&format=csv`), null))).match(/^1,INC/gm)).toHaveLength(
      Number(other['incident.opened'])
    );
    const refused = await respondRecords(reader, at('/api/records?measures=incident.opened&by=team&cell.team=Other&cell.other=true'), null);
    expect([refused.status, (await jsonOf(refused)).field]).toEqual([400, 'cell.other']);
  });

  test('a goal opens to the clocks that it is set for', async () => {
    const query = 'measures=service_level.attainment&by=priority&compare=target';
    const { rows } = (await jsonOf(await respondQuery(reader, at(`/api/query?${query}`), null))) as { rows: Record<string, unknown>[] };
    const row = rows.find((one) => one['service_level.attainment:target'] !== null)!;
    const cell = `cell.priority=${String(row.priority)}&cell.goal=true`;
    const bill = await jsonOf(await respondReceipt(reader, at(`/api/receipt?${query}&${cell}`)));
    expect(bill).toMatchObject({
      value: row['service_level.attainment:target'],
      isEqual: true,
      definition: { name: 'service_level.goal' }
    });
    const { total } = await jsonOf(await respondRecords(reader, at(`/api/records?${query}&${cell}&limit=1`), null));
    expect(total).toBe((bill.makeup as { records: number }).records);
    const refused = await respondRecords(reader, at('/api/records?measures=incident.opened&cell.goal=true'), null);
    expect([refused.status, (await jsonOf(refused)).field]).toEqual([400, 'cell.goal']);
  });

  test('a reader of CSV who leaves stops the export', async () => {
    const { body } = await respondTable(reader, 'history', at('/api/table/history?format=csv'), null);
    const stream = (body as ReadableStream<Uint8Array>).getReader();
    await stream.read();
    await stream.cancel();
    expect((await respondTable(reader, 'loads', at('/api/table/loads?format=csv'), null)).status).toBe(200);
  });
});
