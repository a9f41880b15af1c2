import { toJsonSchema } from '@valibot/to-json-schema';
import { spokenDefinitions } from './condition-schema.ts';
import { agreementsFile, calendarsFile, holidaySchemas, spokenSchemas } from './schema.ts';

/**
 * JSON Schemas of the definitions files by file name, for editors; kept beside this module and in step with it by a test.
 * `plimsoll validate --schema` writes them beside the definitions of a home.
 */
export function definitionSchemas(): Record<string, string> {
  return {
    'calendars.schema.json': text({ ...dialect, title: 'Plimsoll calendars', ...calendars() }),
    'agreements.schema.json': text({ ...dialect, title: 'Plimsoll agreements', ...agreements(), $defs: spokenDefinitions() })
  };
}

const dialect = { $schema: 'http://json-schema.org/draft-07/schema#' };

const calendars = (): object =>
  toJsonSchema(calendarsFile, {
    errorMode: 'ignore',
    overrideSchema: ({ valibotSchema }) =>
      (valibotSchema as unknown) === holidaySchemas.holiday ? toJsonSchema(holidaySchemas.forms, { errorMode: 'ignore' }) : undefined
  });

const agreements = (): object =>
  toJsonSchema(agreementsFile, {
    errorMode: 'ignore',
    overrideSchema: ({ valibotSchema }) => {
      const name = Object.entries(spokenSchemas).find(([, schema]) => (schema as unknown) === valibotSchema)?.[0];
      return name === undefined ? undefined : { $ref: `#/$defs/${name}` };
    }
  });

const text = (schema: object): string => `${JSON.stringify(schema, null, 2)}\n`;
