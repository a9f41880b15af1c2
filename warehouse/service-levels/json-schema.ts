import { toJsonSchema } from '@valibot/to-json-schema';
import { agreementsFile, calendarsFile } from './schema.ts';

/** JSON Schemas of the definitions files by file name, for editors; kept beside this module and in step with it by a test. */
export function definitionSchemas(): Record<string, string> {
  const options = { errorMode: 'ignore' } as const;
  return {
    'calendars.schema.json': text({ title: 'Plimsoll calendars', ...toJsonSchema(calendarsFile, options) }),
    'agreements.schema.json': text({ title: 'Plimsoll agreements', ...toJsonSchema(agreementsFile, options) })
  };
}

const text = (schema: object): string => `${JSON.stringify(schema, null, 2)}\n`;
