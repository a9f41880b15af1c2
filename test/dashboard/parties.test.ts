import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { scoped } from '#dashboard/boards/scope.ts';
import type { BoardData } from '#dashboard/lib/board-data.ts';
import { queryUrl, recordsUrl } from '#dashboard/lib/links.ts';
import { customerPage, supplierPage } from '#dashboard/lib/server/parties.ts';
import { openDatabase } from '#warehouse/connection.ts';
import { answer } from '#warehouse/query/answer.ts';
import { QueryError } from '#warehouse/query/error.ts';
import type { Query } from '#warehouse/query/query.ts';
import { openReader, type Reader } from '#warehouse/query/reader.ts';
import { records } from '#warehouse/query/records.ts';
import { parseParams } from '#warehouse/query/params.ts';
import { recordsRequest } from '#warehouse/query/respond.ts';
import { makeFixture, type Fixture } from '#test/query/fixture.ts';

let fixture: Fixture;
let reader: Reader;
/** `incident/INC1` → who it is of. */
const parties = new Map<string, { customer: string | null; supplier: string | null }>();
const types = ['incident', 'request', 'problem', 'change'] as const;

beforeAll(async () => {
  fixture = await makeFixture();
  const database = await openDatabase(`${fixture.home.warehouse}/00000000000000aa.duckdb`);
  await database.with(async (connection) => {
    const of = (word: string, id: string) => `'${word} ' || (1 + hash(${id}, '${word}') % 3)::VARCHAR`;
    for (const table of [...types.map((type) => `fact.${type}`), 'fact.clock', 'fact.hand_over'])
      await connection.run(`UPDATE ${table} SET customer = ${of('Customer', 'record_id')}, supplier = ${of('Supplier', 'record_id')}`);
    await connection.run('DROP TABLE dim.target');
    await connection.run(
      'UPDATE fact.segment SET supplier = (SELECT any_value(c.supplier) FROM fact.clock AS c WHERE c.clock_id = segment.clock_id)'
    );
    for (const type of types)
      for (const row of await connection.all<{ record_id: string; customer: string; supplier: string }>(
        `SELECT record_id, customer, supplier FROM fact.${type}`
      ))
        parties.set(`${type}/${row.record_id}`, row);
  });
  database.close();
  reader = await openReader(fixture.home);
});
afterAll(() => {
  reader.close();
  fixture.remove();
});

const baselines = () => [];
const url = (query = '') => new URL(`http://localhost/page?period=all${query}`);

/** Every address of records or of an export that the page holds, those of its charts and cells too. */
function addresses(page: unknown, board: BoardData): string[] {
  const found = [...JSON.stringify(page).matchAll(/"(\/(?:records|api\/(?:records|query))\?[^"]+)"/g)].map((match) => match[1]!);
  const queries = board.board.panels.map((panel) => scoped(panel.query, board.scope));
  return [...new Set([...found, ...queries.flatMap((query) => [queryUrl(query, 'csv'), recordsUrl(query)])])];
}

/** Rows of a list of records whose record is of somebody else. */
async function foreign(address: string, field: 'customer' | 'supplier', party: string): Promise<string[]> {
  const params = new URL(address, 'http://localhost').searchParams;
  if (address.startsWith('/api/query')) {
    const { measures, period, filters } = parseParams(params);
    const query: Query = { measures, dimensions: [field], period, filters };
    return (await answer(reader, query)).rows.map((row) => String(row[field])).filter((member) => member !== party);
  }
  const request = recordsRequest(params);
  const { rows } = await records(reader, { ...request, limit: 100_000 }).catch((error: unknown) => {
    if (error instanceof QueryError) return { rows: [] };
    throw error;
  });
  const type = (row: Record<string, unknown>): string => String(row.record_type ?? request.measure.split('.')[0]);
  return rows.map((row) => `${type(row)}/${String(row.record_id)}`).filter((id) => parties.get(id)?.[field] !== party);
}

describe.each(['customer', 'supplier'] as const)('the page of one %s', (field) => {
  const words = field === 'customer' ? 'Customer' : 'Supplier';
  const load = (name: string, query?: string) =>
    field === 'customer' ? customerPage(reader, name, url(query), { baselines }) : supplierPage(reader, name, url(query), { baselines });

  test('leads to no record, and names no number, of another', async () => {
    const name = `${words} 2`;
    const page = (await load(name))!;
    const found = addresses(page, page.board);
    expect(found.length).toBeGreaterThan(30);
    let seen = 0;
    for (const address of found) {
      expect(await foreign(address, field, name), address).toEqual([]);
      seen += 1;
    }
    expect(seen).toBe(found.length);
    const text = JSON.stringify(page);
    for (const other of ['1', '3']) expect(text).not.toContain(`${words} ${other}`);
  });

  test('cannot be talked into another by its address', async () => {
    const page = (await load(`${words} 2`, `&${field}=${words}+1&filter=${field}:in:${words}+1`))!;
    for (const panel of page.board.board.panels)
      expect(scoped(panel.query, page.board.scope).filters).toContainEqual({ field, op: 'in', values: [`${words} 2`] });
    expect(JSON.stringify(page.board.cards)).not.toContain(`${words}+1`);
  });

  test('is not there for a name that nothing has', async () => {
    expect(await load(`${words} 9`)).toBeUndefined();
    expect(await load("x' OR TRUE --")).toBeUndefined();
  });
});
