import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { exported, type ExportOptions } from '#warehouse/query/export/export.ts';
import type { ClosedManifest } from '#warehouse/query/export/manifest.ts';
import { literal } from '#warehouse/connection.ts';
import type { ExportSource, SqlText } from '#warehouse/query/export/source.ts';
import type { Format } from '#warehouse/query/negotiate.ts';
import type { Reader } from '#warehouse/query/reader.ts';
import { arrowRows, checksumOf, csvRows, documentLines, jsonCells, jsonRow, textLines, xlsxRows } from './export-readers.ts';

const hostileSql = (rows: number): string =>
  `SELECT range AS number, CASE range % 11 WHEN 0 THEN NULL WHEN 1 THEN '' WHEN 2 THEN '=1+' || range WHEN 3 THEN '"q",' || chr(10) || 'n'
      WHEN 4 THEN 'a' || chr(13) || chr(10) || chr(9) || 'b' WHEN 5 THEN '''=x' WHEN 6 THEN '''''@y' WHEN 7 THEN '-5' WHEN 8 THEN '_x0041_x0042_<&>' || chr(1)
      WHEN 9 THEN 'é😀' || range ELSE '#,''' END AS "text, ""quoted""",
    CASE WHEN range % 5 = 0 THEN NULL ELSE (range - 500) / 7.0 END AS part, -1e300 / (range + 1) AS huge, -0.0::DOUBLE AS zero,
    9223372036854775807 - range AS big, -range::INTEGER AS negative, range % 3 = 0 AS is_third,
    DATE '1850-01-01' + CAST(range % 100000 AS INTEGER) AS day,
    TIMESTAMPTZ '1901-02-03 04:05:06.123457Z' + INTERVAL (range * 3671) SECOND + INTERVAL (range % 1000) MICROSECOND AS at,
    TIMESTAMP '1969-12-31 23:00:00' + INTERVAL (range) MINUTE AS local, ['a', '=b'] AS list,
    CASE WHEN range = 3 THEN repeat('lé&', 30000) END AS long FROM range(${rows})`;

/** Rows of everything that formats trip over: quotes, line ends, formulas, marks, nothing, big, negative and old values. */
export const hostile = (rows: number): ExportSource => ({
  name: 'hostile',
  statement: () => ({ sql: hostileSql(rows), values: [] }),
  question: () => ({ words: 'hostile rows', address: '/', definitions: [], grain: 'row' })
});

/** The same with a column of each kind, for a great many rows. */
export const narrow = (rows: number): ExportSource => ({
  ...hostile(0),
  name: 'narrow',
  statement: () => ({ sql: `SELECT number, "text, ""quoted""", part, is_third, day, "at" FROM (${hostileSql(rows)})`, values: [] })
});

export async function bytesOf(reader: Reader, source: ExportSource, format: Format, options?: ExportOptions): Promise<Buffer> {
  const parts: Uint8Array[] = [];
  for await (const part of exported(reader, source, format, options)) parts.push(part);
  return Buffer.concat(parts);
}

export const manifestOf = async (reader: Reader, source: ExportSource): Promise<ClosedManifest> =>
  JSON.parse((await bytesOf(reader, source, 'csv', { form: 'manifest' })).toString('utf8')) as ClosedManifest;

/** Count and checksum of what is in a file, by a reader that is not the product's (but for Parquet, which the engine reads). */
export async function readBack(reader: Reader, format: Format, bytes: Buffer, { columns }: ClosedManifest, folder: string) {
  switch (format) {
    case 'csv':
      return checksumOf(csvRows(bytes.toString('utf8'), columns));
    case 'ndjson':
      return checksumOf(textLines(bytes.toString('utf8')).map((line) => jsonCells(jsonRow(line), columns)));
    case 'json':
      return checksumOf(documentLines(bytes.toString('utf8')).map((line) => jsonCells(jsonRow(line), columns)));
    case 'arrow':
      return checksumOf(arrowRows(bytes, columns));
    case 'xlsx':
      return checksumOf(xlsxRows(bytes, columns));
    case 'parquet': {
      const path = join(folder, 'back.parquet');
      writeFileSync(path, bytes);
      const statement = (): SqlText => ({ sql: `SELECT * FROM read_parquet(${literal(path)})`, values: [] });
      const { rows, checksum } = await manifestOf(reader, { ...hostile(0), statement });
      return { rows, checksum };
    }
  }
}
