import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseSqlModel, type SqlModel } from '../model.ts';

const schemas = ['staging', 'dim', 'fact', 'mart', 'meta'] as const;

/** Reads every `models/<schema>/<table>.sql`. Only the process that builds calls this: bundled code has no files beside it. */
export function readSqlModels(folder: string = import.meta.dirname): SqlModel[] {
  return schemas.flatMap((schema) =>
    readdirSync(join(folder, schema))
      .filter((file) => file.endsWith('.sql'))
      .sort()
      .map((file) => parseSqlModel(`${schema}/${file}`, readFileSync(join(folder, schema, file), 'utf8')))
  );
}
