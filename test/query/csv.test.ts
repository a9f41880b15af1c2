import fc from 'fast-check';
import Papa from 'papaparse';
import { describe, expect, test } from 'vitest';
import { typedRows } from '#warehouse/query/export/column.ts';
import { csvCells, formulaStarts, plainNumber } from '#warehouse/query/export/csv-cells.ts';
import { exported, StallError, type ExportOptions } from '#warehouse/query/export/export.ts';
import { openFixture } from './fixture.ts';

const { reader } = await openFixture();

const streamCsv = (statement: () => { sql: string; values: string[] }, options?: ExportOptions) =>
  exported(
    reader,
    { name: 'test', statement, question: () => ({ words: 'test', address: '/', definitions: [], grain: 'row' }) },
    'csv',
    options
  );

async function textOf(sql: string, values: string[] = [], options?: ExportOptions): Promise<string> {
  const parts = [];
  for await (const part of streamCsv(() => ({ sql, values }), options)) parts.push(part);
  return Buffer.concat(parts).toString('utf8');
}

const bare = (text: string): string => text.replace(/^'+/, '');
const parsed = (text: string): string[][] => Papa.parse<string[]>(text.replace(/\r\n$/, ''), { newline: '\r\n', delimiter: ',' }).data;
const endless = () => ({ sql: 'SELECT range AS n, md5(CAST(range AS VARCHAR)) AS text FROM range(100000000)', values: [] });

describe('CSV', () => {
  test('any text comes back as it was, formulas with an apostrophe before them; with and without a pipe the same bytes', async () => {
    const odd = fc.constantFrom(...formulaStarts, ',', '"', '\n', '\r\n', '-5', '+1.5e3', '=1+1', '@SUM(A1)', ' ', '#', "'", 'é', '😀', '');
    const cell = fc.array(fc.oneof(odd, fc.string({ maxLength: 3 })), { maxLength: 4 }).map((parts) => parts.join('').replaceAll('\0', ''));
    await fc.assert(
      fc.asyncProperty(fc.array(cell, { minLength: 2, maxLength: 12 }), async (cells) => {
        const sql = `SELECT * FROM (VALUES ${cells.map((_, at) => `(${at}, $${at + 1})`).join(', ')}) AS t(number, "text, quoted")`;
        const text = await textOf(sql, cells);
        expect(await textOf(sql, cells, { noPipe: true })).toBe(text);
        const harmless = cells.map((value) =>
          formulaStarts.some((start) => bare(value).startsWith(start)) && !plainNumber.test(bare(value)) ? `'${value}` : value
        );
        expect(parsed(text)).toEqual([['number', 'text, quoted'], ...harmless.map((value, at) => [String(at), value])]);
      }),
      { numRuns: 40 }
    );
  });

  test('numbers stay numbers, instants are ISO 8601, nothing is nothing', async () => {
    const sql = `SELECT -5 AS a, -1.5::DOUBLE AS b, TIMESTAMPTZ '2026-03-01 08:00:00.25+01' AS c, DATE '2026-03-01' AS d, NULL::VARCHAR AS e, '' AS f, true AS g,
      TIMESTAMP '2026-03-01 08:00:00' AS h, ['=x', 'y'] AS i`;
    expect(await textOf(sql)).toBe(
      'a,b,c,d,e,f,g,h,i\r\n-5,-1.5,2026-03-01T07:00:00.250Z,2026-03-01,,"",true,2026-03-01T08:00,\'=x; y\r\n'
    );
  });

  test('the mark for spreadsheets comes first when asked for', async () => {
    expect((await textOf('SELECT 1 AS a', [], { bom: true })).charCodeAt(0)).toBe(0xfeff);
  });

  test('an empty answer still has its header', async () => {
    for (const noPipe of [false, true]) expect(await textOf('SELECT 1 AS a, 2 AS b WHERE false', [], { noPipe })).toBe('a,b\r\n');
  });

  test('every row of a real table, the same by either route', async () => {
    const text = await textOf('SELECT * FROM fact.incident');
    expect(parsed(text)).toHaveLength(3001);
    expect(await textOf('SELECT * FROM fact.incident', [], { noPipe: true })).toBe(text);
  });

  test('an error at any row breaks the stream', async () => {
    await expect(textOf(`SELECT error('early') AS a`)).rejects.toThrow(/early/);
    const late = `SELECT CASE WHEN range > 300000 THEN error('late') ELSE 'x' END AS a FROM range(400000)`;
    await expect(textOf(late)).rejects.toThrow(/late/);
    await expect(textOf(late, [], { noPipe: true })).rejects.toThrow(/failed after \d+ rows/);
  });

  test('a client that leaves, is gone, or never reads on frees its place', async () => {
    for (const noPipe of [false, true]) {
      for await (const part of streamCsv(endless, { noPipe })) {
        expect(part.length).toBeGreaterThan(0);
        break;
      }
      const gone = new AbortController();
      setTimeout(() => gone.abort(new Error('gone')), 80);
      await expect(drain(streamCsv(endless, { signal: gone.signal, noPipe }))).rejects.toThrow('gone');
      await expect(drain(streamCsv(endless, { stall: 50, noPipe }), 200)).rejects.toThrow(StallError);
    }
    expect(await textOf('SELECT 1 AS a')).toBe('a\r\n1\r\n');
  });

  test('the engine sees bound values, never words', async () => {
    const { sql, columns } = await reader.use((connection) => typedRows(connection, 'SELECT $1 AS a', ["'; DROP TABLE x; --"]));
    expect(csvCells(sql, columns)).not.toContain('DROP');
    expect(parsed(await textOf('SELECT CAST($1 AS VARCHAR) AS a', ["'; DROP TABLE x; --"]))[1]).toEqual(["'; DROP TABLE x; --"]);
  });
});

async function drain(source: AsyncIterable<Uint8Array>, pause = 0): Promise<void> {
  for await (const part of source) {
    expect(part.length).toBeGreaterThan(0);
    if (pause) await new Promise((resolve) => setTimeout(resolve, pause));
  }
}
