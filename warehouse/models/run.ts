import { identifier, type Connection } from '../connection.ts';
import { isSqlModel, tablesOf, type Model, type ModelContext, type SqlModel } from '../model.ts';

/** What one model took and gave. */
export interface ModelRun {
  name: string;
  kind: 'sql' | 'code';
  grain: string;
  /** Rows of each of its tables, in the order of `tables`. Scratch views are not counted. */
  tables: { name: string; grain: string; rows: number | undefined }[];
  seconds: number;
}

/** Steady seconds for reports of progress; never part of what is built. */
const steadySeconds = (): number => performance.now() / 1000;

/**
 * Builds models in the given order.
 * @param onModel told when a model begins, while it runs (share 0–1 where the engine can tell) and when it has ended
 * @throws the engine's error, with the model's name and file in front
 */
export async function runModels(
  models: readonly Model[],
  context: Omit<ModelContext, 'onProgress'>,
  onModel: (model: Model, index: number, share: number) => void
): Promise<ModelRun[]> {
  const runs: ModelRun[] = [];
  for (const [index, model] of models.entries()) {
    const begun = steadySeconds();
    onModel(model, index, 0);
    const report = (share: number): void => onModel(model, index, share);
    const timer = setInterval(() => report(context.connection.progress ?? 0), 250);
    try {
      await (isSqlModel(model) ? runSql(model, context) : model.run({ ...context, onProgress: report }));
    } catch (error) {
      throw new Error(`${isSqlModel(model) ? model.file : `model ${model.name}`}: ${(error as Error).message}`, { cause: error });
    } finally {
      clearInterval(timer);
    }
    report(1);
    const tables = await countTables(context.connection, model);
    runs.push({ name: model.name, kind: isSqlModel(model) ? 'sql' : 'code', grain: model.grain, tables, seconds: steadySeconds() - begun });
  }
  return runs;
}

async function runSql(model: SqlModel, { connection, changed }: Omit<ModelContext, 'onProgress'>): Promise<void> {
  const table = quoted(model.name);
  if (model.materialised === 'view') return connection.run(`CREATE OR REPLACE VIEW ${table} AS ${model.sql}`);
  if (model.materialised === 'table' || !changed) return connection.run(`CREATE OR REPLACE TABLE ${table} AS ${model.sql}`);
  await connection.run(`DELETE FROM ${table} WHERE ${await ofChanged(connection, model.name, changed.relation)}`);
  await connection.run(`INSERT INTO ${table} BY NAME ${model.sql}`);
}

async function ofChanged(connection: Connection, name: string, relation: string): Promise<string> {
  const [schema, table] = name.split('.') as [string, string];
  const typed = await connection.one(
    `SELECT 1 FROM duckdb_columns() WHERE database_name = current_database() AND schema_name = $schema AND table_name = $table AND column_name = 'record_type'`,
    { schema, table }
  );
  if (typed) return `(record_type, record_id) IN (SELECT (record_type, record_id) FROM ${relation})`;
  return `record_id IN (SELECT record_id FROM ${relation} WHERE record_type = '${table}')`;
}

async function countTables(connection: Connection, model: Model): Promise<ModelRun['tables']> {
  const counted = [];
  for (const { name, grain } of tablesOf(model)) {
    const isStored = !name.startsWith('staging.');
    const row = isStored ? await connection.one<{ rows: number }>(`SELECT count(*) AS rows FROM ${quoted(name)}`) : undefined;
    counted.push({ name, grain, rows: row?.rows });
  }
  return counted;
}

export const quoted = (name: string): string => name.split('.').map(identifier).join('.');
