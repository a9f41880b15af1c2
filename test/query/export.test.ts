import { once } from 'node:events';
import { createServer, request as ask, type IncomingMessage, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setResponse } from '@sveltejs/kit/node';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { answerSource } from '#warehouse/query/export/answer-source.ts';
import { recordsSource } from '#warehouse/query/export/records-source.ts';
import { formats } from '#warehouse/query/negotiate.ts';
import type { Query } from '#warehouse/query/query.ts';
import { exportReply } from '#warehouse/query/respond-export.ts';
import { respondSeen } from '#warehouse/query/respond-seen.ts';
import type { ExportSource } from '#warehouse/query/export/source.ts';
import { bytesOf, hostile, manifestOf, narrow, readBack } from './export-case.ts';
import { sheetNames, unzipped } from './export-readers.ts';
import { openFixture } from './fixture.ts';

const { home, reader } = await openFixture();

describe('every format holds the same rows', () => {
  test.each(formats)('%s, with and without a pipe', async (format) => {
    const source = hostile(1000);
    const manifest = await manifestOf(reader, source);
    const bytes = await bytesOf(reader, source, format);
    const told = { rows: manifest.rows, checksum: manifest.checksum };
    expect(told.rows).toBe(1000);
    expect(await readBack(reader, format, bytes, manifest, home.root)).toEqual(told);
    expect((await bytesOf(reader, source, format, { noPipe: true })).equals(bytes)).toBe(true);
  });

  test('the address of a manifest asks about the same days, whenever it is asked again', async () => {
    const query: Query = { measures: ['incident.opened'], period: { last: 2, unit: 'month', complete: true } };
    const answered = await manifestOf(reader, answerSource(reader, query));
    expect(decodeURIComponent(answered.address)).toBe('/api/query?measures=incident.opened&period=2026-01-01..2026-03-01');
    const listed = await manifestOf(reader, recordsSource(reader, { query, measure: 'incident.opened' }));
    expect(decodeURIComponent(listed.address)).toContain('period=2026-01-01..2026-03-01');
    const sorted: Query = {
      ...query,
      measures: ['incident.opened', 'incident.resolved'],
      dimensions: ['team'],
      sort: [{ by: 'incident.resolved', descending: true }]
    };
    const ofOne = await manifestOf(reader, recordsSource(reader, { query: sorted, measure: 'incident.opened' }));
    expect(decodeURIComponent(ofOne.address)).toContain('period=2026-01-01..2026-03-01');
  });

  test('an archive holds the file, its manifest and the checksum of its bytes', async () => {
    const parts = await unzipped(await bytesOf(reader, hostile(10), 'ndjson', { form: 'zip' }));
    expect([...parts.keys()]).toEqual(['hostile.ndjson', 'manifest.json']);
    expect(JSON.parse(parts.get('manifest.json')!)).toMatchObject({ rows: 10, file: { sha256: expect.stringMatching(/^[0-9a-f]{64}$/) } });
  });

  test('the manifest stands inside of Parquet, the workbook and JSON', async () => {
    const source = hostile(10);
    const { checksum } = await manifestOf(reader, source);
    expect((await bytesOf(reader, source, 'parquet')).toString('latin1')).toContain(`"rows":${'10'.padStart(20)},"checksum":"${checksum}"`);
    expect((await unzipped(await bytesOf(reader, source, 'xlsx'))).get('xl/worksheets/sheet2.xml')).toContain(checksum);
    expect(JSON.parse((await bytesOf(reader, source, 'json')).toString('utf8'))).toMatchObject({ manifest: { checksum, rows: 10 } });
  });

  test.each([
    [999, ['Rows', 'About']],
    [1000, ['Rows', 'Rows 2', 'About']],
    [2500, ['Rows', 'Rows 2', 'Rows 3', 'About']]
  ])('%s rows in sheets of at most 1,000 with their heading', async (rows, sheets) => {
    const source = narrow(rows);
    const manifest = await manifestOf(reader, source);
    const bytes = await bytesOf(reader, source, 'xlsx', { sheetRows: 1000 });
    expect(await sheetNames(bytes)).toEqual(sheets);
    const parts = await unzipped(bytes, (name) => name.startsWith('xl/worksheets/'));
    const heading = /<row>(<c t="inlineStr" s="3">.*?<\/c>)+<\/row>/.exec(parts.get('xl/worksheets/sheet1.xml')!)![0];
    const own = sheets.slice(0, -1).map((_, at) => parts.get(`xl/worksheets/sheet${at + 1}.xml`)!);
    expect(own.every((xml) => xml.split('</row>').length - 1 <= 1000 && xml.includes(heading))).toBe(true);
    expect(await readBack(reader, 'xlsx', bytes, manifest, home.root)).toEqual({ rows, checksum: manifest.checksum });
  });

  test('rows of a page come as it showed them', async () => {
    const seen = { name: 'Seen', columns: [{ name: 'a', label: 'A', unit: 'text' }], rows: [{ a: '=1' }, { a: null }] };
    const { body } = await respondSeen(reader, JSON.stringify(seen), 'csv');
    expect(await new Response(body as BodyInit).text()).toBe("a\r\n'=1\r\n\r\n");
    expect((await respondSeen(reader, '{', 'csv')).status).toBe(400);
  });
});

describe('a broken export is a failed download', () => {
  /** TRICKY: the engine writes Parquet in groups of 122,880 rows, and runs a megabyte ahead of Arrow; the other formats begin earlier. */
  const late = (format: string | null): ExportSource => {
    const rows = format === 'parquet' || format === 'arrow' ? 140_000 : 40_000;
    return {
      ...hostile(0),
      statement: () => ({
        sql: `SELECT CASE WHEN range > ${rows} THEN error('late') ELSE md5(range::VARCHAR) END AS a FROM range(${rows + 9000})`,
        values: []
      })
    };
  };
  let server: Server;
  beforeAll(async () => {
    server = createServer((incoming, outgoing) => {
      const params = new URL(incoming.url!, 'http://localhost').searchParams;
      exportReply(reader, late(params.get('format')), params.get('format') as 'csv', params).then(
        ({ status, headers, body }) => setResponse(outgoing, new Response(body as BodyInit, { status, headers })),
        () => outgoing.destroy()
      );
    }).listen(0, '127.0.0.1');
    await once(server, 'listening');
  });
  afterAll(() => server.close());

  test.each([...formats.map((format) => `format=${format}`), 'format=csv&manifest=zip'])('%s', async (search) => {
    const { port } = server.address() as AddressInfo;
    const request = ask({ port, host: '127.0.0.1', path: `/?${search}` }).end();
    const [incoming] = (await once(request, 'response')) as [IncomingMessage];
    expect(incoming.statusCode).toBe(200);
    await expect(
      (async () => {
        for await (const part of incoming) expect((part as Buffer).length).toBeGreaterThan(0);
      })()
    ).rejects.toThrow(/aborted|ECONNRESET|terminated/);
    expect(incoming.complete).toBe(false);
  });
});
