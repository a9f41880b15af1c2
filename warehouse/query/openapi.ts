import { toJsonSchema } from '@valibot/to-json-schema';
import type { GenericSchema } from 'valibot';
import { catalogue } from '../metrics/catalogue.ts';
import { analysisTables } from './analysis/tables.ts';
import { formats, mediaTypes, type Format } from './negotiate.ts';
import { comparisons, grains } from './query.ts';
import { sides } from './record-source.ts';
import { querySchema } from './schema.ts';
import { tableNames } from './tables.ts';

type Json = Readonly<Record<string, unknown>>;

const example = 'incident.opened';
const string = { type: 'string' };

interface Parameter {
  name: string;
  description: string;
  schema?: Json;
  example?: unknown;
  required?: boolean;
  isRepeated?: boolean;
}

const parameter = ({ name, description, schema = string, example: shown, required, isRepeated }: Parameter): Json => ({
  name,
  in: 'query',
  description,
  ...(required ? { required } : {}),
  schema: isRepeated ? { type: 'array', items: schema } : schema,
  ...(isRepeated ? { style: 'form', explode: true } : {}),
  ...(shown === undefined ? {} : { example: shown })
});

const inPath = (name: string, values: readonly string[], description: string): Json => ({
  name,
  in: 'path',
  required: true,
  description,
  schema: { type: 'string', enum: values }
});

/** Parameters that spell a query, as `params.ts` reads them. */
const questionParameters = (): Json[] =>
  [
    { name: 'measures', description: 'Names of the catalogue, comma-separated.', example },
    { name: 'by', description: 'Dimensions, comma-separated.', example: 'team' },
    { name: 'grain', description: 'Adds a column `period`.', schema: { type: 'string', enum: grains }, example: 'month' },
    {
      name: 'period',
      description:
        '`last-12-months`, `last-3-complete-weeks`, `fiscal_year-to-date`, `2026`, `2026-Q3`, `2026-09`, `2026-W38`, `2026-01-01..2026-04-01`, `all`. Counted back from the data instant.',
      example: 'last-12-months'
    },
    { name: 'filter', description: '`field:op:values`; may be repeated, all must hold.', isRepeated: true, example: ['priority:in:1,2'] },
    { name: 'compare', description: 'Adds a column per measure.', schema: { type: 'string', enum: comparisons } },
    { name: 'totals', description: '`grand`, or the keys that totals keep; may be repeated.', isRepeated: true },
    { name: 'top', description: '`dimension:count:measure`; a `-` before the measure ranks the least first.' },
    { name: 'sort', description: 'Columns, comma-separated; a `-` before one turns it round.' },
    { name: 'limit', description: 'Most rows, totals besides.', schema: { type: 'integer', minimum: 1 } },
    { name: 'zone', description: 'IANA zone whose days count.' },
    { name: 'asKnownOn', description: 'Local date (its end) or instant: answers with what was known then.' },
    { name: 'query', description: 'The whole question as JSON (schema `Query`), in place of the parameters above.' }
  ].map(parameter);

const formatParameters = (): Json[] =>
  [
    { name: 'format', description: 'Form of the answer; else the header Accept decides.', schema: { type: 'string', enum: formats } },
    {
      name: 'export',
      description: 'A download of all rows, whatever the format.',
      schema: { type: 'string', enum: ['', '0', '1', 'true', 'false'] }
    },
    {
      name: 'manifest',
      description: 'What stands behind the rows, alone or beside them in an archive.',
      schema: { type: 'string', enum: ['only', 'zip'] }
    },
    { name: 'bom', description: 'CSV begins with a byte order mark.', schema: { type: 'string', enum: ['', '0', '1', 'true', 'false'] } }
  ].map(parameter);

const pageParameters = (): Json[] =>
  [
    { name: 'order', description: 'Column; a `-` before it turns it round; may be repeated.', isRepeated: true },
    { name: 'limit', description: 'Rows of a page; default 100. CSV has all.', schema: { type: 'integer', minimum: 0 } },
    { name: 'offset', description: 'Rows before the page.', schema: { type: 'integer', minimum: 0 } }
  ].map(parameter);

const cellParameters = (): Json[] => [
  parameter({ name: 'measure', description: 'Measure of the query whose cell it is; default its first.' }),
  parameter({ name: 'cell.period', description: 'Bucket of the cell, as in the column `period`.' }),
  parameter({ name: 'cell.compare', description: 'The compared cell of the row.', schema: { type: 'string', enum: ['true'] } }),
  parameter({ name: 'cell.other', description: 'The row of the members that do not lead.', schema: { type: 'string', enum: ['true'] } }),
  parameter({ name: 'cell.goal', description: 'The cell of the column `<measure>:target`.', schema: { type: 'string', enum: ['true'] } }),
  parameter({ name: 'cell.team', description: '`cell.<dimension>` for each dimension of the query; empty means none.' })
];

const bare = (format: Format): string => mediaTypes[format].split(';')[0]!;
const content = (schema: Json, isTabular = true): Json => ({
  [bare('json')]: { schema },
  ...(isTabular
    ? Object.fromEntries(
        formats
          .filter((format) => format !== 'json')
          .map((format) => [bare(format), { schema: { type: 'string', contentMediaType: bare(format) } }])
      )
    : {})
});

const refused = (description: string): Json => ({ description, content: content({ $ref: '#/components/schemas/Refusal' }, false) });
const operation = (operationId: string, summary: string, parameters: readonly Json[], answer: Json, curl: string): Json => ({
  get: {
    operationId,
    summary,
    parameters,
    responses: {
      200: { description: summary, content: answer },
      400: refused('The question cannot be answered as asked: field, message and, where there is one, a suggestion.'),
      503: refused('Busy, or what was known then is being built; ask again after `retry-after` seconds.'),
      504: refused('It took too long; ask for less.')
    },
    'x-example': curl
  }
});

const schemaOf = (schema: GenericSchema): Json =>
  Object.fromEntries(
    Object.entries(toJsonSchema(schema, { errorMode: 'ignore', target: 'draft-2020-12' })).filter(([name]) => name !== '$schema')
  );

const rows = { type: 'array', items: { type: 'object', additionalProperties: { type: ['string', 'number', 'boolean', 'null'] } } };
const schemas = (): Json => ({
  Query: { ...schemaOf(querySchema), description: 'A question as JSON. Names are those of the catalogue.' },
  Measure: { type: 'string', enum: [...catalogue.measures.keys()] },
  Dimension: { type: 'string', enum: [...catalogue.dimensions.keys()] },
  Answer: {
    type: 'object',
    required: ['columns', 'rows', 'period', 'unavailable', 'zone', 'build'],
    properties: {
      columns: {
        type: 'array',
        items: {
          type: 'object',
          required: ['name', 'kind', 'label', 'unit'],
          properties: {
            name: string,
            kind: { enum: ['period', 'dimension', 'mark', 'measure', 'compare', 'target'] },
            label: string,
            unit: string,
            direction: { enum: ['up', 'down', 'none'] },
            clock: { enum: ['business'], description: 'The seconds are working time, in which a day is no 24 hours.' }
          }
        }
      },
      rows,
      period: {
        type: 'object',
        required: ['from', 'to', 'isPartial'],
        properties: { from: string, to: string, isPartial: { type: 'boolean' }, partialFrom: string, compare: { type: 'object' } }
      },
      unavailable: { type: 'object', additionalProperties: string, description: 'Columns that are null throughout, with the reason.' },
      zone: string,
      fiscalYearStart: { type: 'integer', minimum: 1, maximum: 12 },
      build: { type: 'object', additionalProperties: string }
    }
  },
  Page: {
    type: 'object',
    required: ['columns', 'rows', 'total', 'grain'],
    properties: { columns: { type: 'array', items: { type: 'object' } }, rows, total: { type: 'integer' }, grain: string }
  },
  Rows: { type: 'object', required: ['rows'], properties: { rows } },
  Refusal: {
    type: 'object',
    required: ['message'],
    properties: {
      error: { enum: ['query', 'busy', 'timeout', 'building'] },
      field: string,
      value: {},
      message: string,
      suggestion: string,
      possible: { type: 'array', items: string }
    }
  }
});

/** Raised when something that was understood no longer is. */
const version = '1';

/** What the API understands, as OpenAPI 3.1, made from the schemas and the catalogue that answer. */
export function openApi(): Json {
  const ref = (name: string): Json => ({ $ref: `#/components/schemas/${name}` });
  const cell = [...questionParameters().filter(({ name }) => name !== 'limit'), ...cellParameters()];
  return {
    openapi: '3.1.0',
    info: {
      title: 'Plimsoll',
      version,
      description: [
        'Service levels and the records behind them. Reading only; see docs/query.md.',
        'Not described here, because pages alone call them and they change with the pages: `/api/palette` (search), `/api/seen` (rows of a page, sent back as a file), `/api/record-clocks` and `/api/definition-changes` (downloads of the pages of one record and of proposals), `/explore/rows` (records of Explore), `/s` (short links), `/theme`, `/api/openapi.json` itself, and `/livez` and `/readyz`, which answer whether the process lives and whether it can answer.'
      ].join('\n\n')
    },
    servers: [{ url: '/' }],
    paths: {
      '/api/query': operation(
        'query',
        'One question, answered from the records',
        [...questionParameters(), ...formatParameters()],
        content(ref('Answer')),
        '/api/query?measures=incident.opened,incident.resolve_seconds_p95&by=team&grain=month&period=last-6-months&totals=grand&top=team:3'
      ),
      '/api/records': operation(
        'records',
        'The records behind a cell',
        [
          ...cell,
          parameter({ name: 'side', description: 'Which records of a share.', schema: { enum: sides } }),
          ...pageParameters(),
          ...formatParameters()
        ],
        content(ref('Page')),
        '/api/records?measures=incident.opened&by=priority&period=last-6-months&cell.priority=1&limit=5'
      ),
      '/api/receipt': operation(
        'receipt',
        'How a figure comes about: definition, question, parts, and the figure added up again',
        cell,
        content({ type: 'object' }, false),
        '/api/receipt?measures=incident.opened&period=last-6-months'
      ),
      '/api/table/{name}': operation(
        'table',
        'A table as it is; `where.<column>=value` narrows it',
        [
          inPath('name', tableNames, 'Which table.'),
          parameter({ name: 'search', description: 'Text that some column contains.' }),
          ...pageParameters(),
          ...formatParameters()
        ],
        content(ref('Page')),
        '/api/table/loads?limit=5'
      ),
      '/api/analysis/{name}': operation(
        'analysis',
        'An analysis of service levels, all its rows',
        [
          inPath('name', Object.keys(analysisTables), 'Which analysis.'),
          ...questionParameters().filter(({ name }) => name === 'period' || name === 'filter'),
          parameter({ name: 'format', description: 'Default csv.', schema: { type: 'string', enum: formats } })
        ],
        content(ref('Rows')),
        '/api/analysis/hand_offs?period=last-6-months&format=json'
      )
    },
    components: { schemas: schemas() }
  };
}
