import { globSync } from 'node:fs';
import { createRequire } from 'node:module';
import { Validator } from '@seriousme/openapi-schema-validator';
import { describe, expect, test } from 'vitest';
import { respondAnalysis } from '#warehouse/query/analysis/tables.ts';
import { openApi } from '#warehouse/query/openapi.ts';
import { queryParams } from '#warehouse/query/params.ts';
import { respondReceipt } from '#warehouse/query/receipt-reply.ts';
import type { Reply } from '#warehouse/query/reply.ts';
import { exportParams } from '#warehouse/query/respond-export.ts';
import { respondQuery, respondRecords, respondTable } from '#warehouse/query/respond.ts';
import { openFixture } from './fixture.ts';

/** The judge that the validator itself brings along. */
interface Judge {
  validate(schema: object, value: unknown): boolean;
  errors: unknown;
}
const { default: Ajv2020 } = createRequire(import.meta.resolve('@seriousme/openapi-schema-validator'))('ajv/dist/2020.js') as {
  default: new (options: object) => Judge;
};

const { reader } = await openFixture();

interface Operation {
  operationId: string;
  parameters: { name: string; in: string; example?: unknown; schema: { type?: string } }[];
  responses: Record<string, { content: Record<string, { schema: { $ref?: string } }> }>;
  'x-example': string;
}
const document = structuredClone(openApi()) as {
  openapi: string;
  info: { description: string };
  paths: Record<string, { get: Operation }>;
  components: { schemas: Record<string, object> };
};
const operations = Object.entries(document.paths).map(([path, { get }]) => ({ path, ...get }));

const ask = (address: string): Promise<Reply> => {
  const url = new URL(address, 'http://localhost');
  const [, , kind, name = ''] = url.pathname.split('/');
  if (kind === 'query') return respondQuery(reader, url, null);
  if (kind === 'records') return respondRecords(reader, url, null);
  if (kind === 'receipt') return respondReceipt(reader, url);
  return kind === 'table' ? respondTable(reader, name, url, null) : respondAnalysis(reader, name, url.searchParams);
};
const jsonOf = async ({ body }: Reply): Promise<unknown> => JSON.parse(await new Response(body as BodyInit).text());

/** Judges a value by a schema of the document. */
function judge(ref: string, value: unknown): unknown {
  const ajv = new Ajv2020({ strict: false, formats: { date: true } });
  const valid = ajv.validate({ $ref: `#/components/schemas/${ref}`, components: document.components }, value);
  return valid ? undefined : ajv.errors;
}

test('is a valid OpenAPI 3.1 document', async () => {
  const { valid, errors } = await new Validator().validate(structuredClone(document));
  expect(errors).toBeUndefined();
  expect([valid, document.openapi]).toEqual([true, '3.1.0']);
});

test('names every parameter of a question', () => {
  const named = document.paths['/api/query']!.get.parameters.map(({ name }) => name);
  expect(named).toEqual(expect.arrayContaining([...queryParams, ...exportParams, 'format', 'query']));
});

test('every address of the server is described, or named as left out', () => {
  const routes = new URL('../../dashboard/routes/', import.meta.url);
  const addresses = globSync('**/+server.ts', { cwd: routes.pathname }).map(
    (path) => `/${path.replace('/+server.ts', '').replaceAll('\\', '/')}`
  );
  expect(addresses.length).toBeGreaterThan(10);
  const described = Object.keys(document.paths).map((path) => path.replaceAll('{', '[').replaceAll('}', ']'));
  const untold = addresses.filter(
    (path) => !described.includes(path) && !document.info.description.includes(`\`${path.replace(/\/\[.*/, '')}\``)
  );
  expect(untold).toEqual([]);
});

describe('examples', () => {
  test.each(operations.map((operation) => [operation.path, operation] as const))(
    '%s runs and answers as described',
    async (_, operation) => {
      const reply = await ask(operation['x-example']);
      expect(reply.status, String(reply.body)).toBe(200);
      const { schema } = operation.responses['200']!.content['application/json']!;
      if (schema.$ref) expect(judge(schema.$ref.split('/').at(-1)!, await jsonOf(reply))).toBeUndefined();
    }
  );

  test('of single parameters run together', async () => {
    const params = new URLSearchParams();
    for (const { name, example } of document.paths['/api/query']!.get.parameters) {
      for (const value of [example ?? []].flat()) params.append(name, String(value));
    }
    expect((await ask(`/api/query?${params}`)).status).toBe(200);
  });

  test('a refusal is as described', async () => {
    const reply = await ask('/api/query?measures=incident.opend');
    expect(reply.status).toBe(400);
    const refusal = await jsonOf(reply);
    expect(judge('Refusal', refusal)).toBeUndefined();
    expect(refusal).toMatchObject({ field: 'measures', suggestion: 'incident.opened' });
  });
});

test('a question as JSON is judged as the door judges it', () => {
  const query = { measures: ['incident.opened'], dimensions: ['team'], totals: [[]], top: { dimension: 'team', count: 3 } };
  expect(judge('Query', query)).toBeUndefined();
  expect(judge('Query', { ...query, sql: 'drop' })).toBeDefined();
  expect(judge('Query', { ...query, period: { last: 0, unit: 'month' } })).toBeDefined();
});
