import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import Papa from 'papaparse';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { openDatabase } from '#warehouse/connection.ts';
import type { LandedType } from '#warehouse/contract.ts';
import { buildAt } from './built.ts';
import { landDeliveries, temporaryHome, type CanonicalRow, type Delivery } from './landed.ts';

/**
 * Each folder of `test/cases`: `given/deliveries.yaml` lists canonical CSV files beside it, with type, grain and the instant known;
 * `expect/<schema>.<table>.csv` holds the rows of a table in the columns its header names; `expect/<table>@<instant>.csv` those of a
 * build as known then. Rows are compared in any order.
 */
const folder = join(import.meta.dirname, '../cases');

interface Given {
  zone?: string;
  deliveries: { file: string; type: LandedType; grain?: 'record' | 'update'; known_at: string; mapping?: string }[];
}

const readCsv = (path: string): CanonicalRow[] =>
  Papa.parse<CanonicalRow>(readFileSync(path, 'utf8').trim(), { header: true, skipEmptyLines: true }).data;

function readGiven(name: string): { zone: string; deliveries: Delivery[] } {
  const given = parse(readFileSync(join(folder, name, 'given/deliveries.yaml'), 'utf8')) as Given;
  const deliveries = given.deliveries.map(({ file, known_at: knownAt, ...rest }) => ({
    ...rest,
    knownAt,
    rows: readCsv(join(folder, name, 'given', file))
  }));
  return { zone: given.zone ?? 'UTC', deliveries };
}

/** A table as sorted lines of text: instants `2026-01-01T09:00:00Z`, NULL as nothing. */
async function linesOf(file: string, table: string, columns: readonly string[]): Promise<string[]> {
  const database = await openDatabase(file, { readOnly: true });
  try {
    return await database.with(async (connection) => {
      const known = await connection.all<{ name: string; type: string }>(
        `SELECT column_name AS name, column_type AS type FROM (DESCRIBE ${table})`
      );
      const typeOf = new Map(known.map((column) => [column.name, column.type]));
      const shown = columns.map((name) =>
        typeOf.get(name) === 'TIMESTAMP WITH TIME ZONE' ? `strftime(timezone('UTC', ${name}), '%Y-%m-%dT%H:%M:%SZ')` : `${name}::VARCHAR`
      );
      const rows = await connection.all<{ line: string }>(
        `SELECT concat_ws(',', ${shown.map((column) => `coalesce(${column}, '')`).join(', ')}) AS line FROM ${table} ORDER BY 1`
      );
      return rows.map((row) => row.line);
    });
  } finally {
    database.close();
  }
}

describe('cases', () => {
  for (const name of readdirSync(folder).sort())
    it(name.replaceAll('-', ' '), async () => {
      const { zone, deliveries } = readGiven(name);
      const home = temporaryHome(`organisation: Test\nzone: ${zone}\n`);
      await landDeliveries(home, deliveries);
      const { file } = await buildAt(home);
      for (const expected of readdirSync(join(folder, name, 'expect'))) {
        const [table, knownAt] = expected.replace(/\.csv$/, '').split('@') as [string, string | undefined];
        const at = knownAt
          ? (await buildAt(home, { knownAt: knownAt.replaceAll('_', ':'), out: join(home.root, `${knownAt}.duckdb`) })).file
          : file;
        const [header, ...lines] = readFileSync(join(folder, name, 'expect', expected), 'utf8')
          .trim()
          .split('\n');
        expect(await linesOf(at, table, (header ?? '').split(',')), expected).toEqual(lines.sort());
      }
    });
});
