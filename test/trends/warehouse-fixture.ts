import { contract, columnTypes } from '#warehouse/contract.ts';
import { openDatabase, type Connection } from '#warehouse/connection.ts';
import { homeAt } from '#warehouse/home.ts';
import type { BuildFacts } from '#warehouse/model.ts';
import { writeRows } from '#warehouse/trends/lines.ts';
import { trendModels } from '#warehouse/trends/models.ts';

export const zone = 'Europe/Berlin';

/** What a test says of an incident; instants as ISO 8601. Everything else is NULL. */
export interface IncidentRow {
  record_id: string;
  opened_at: string;
  title?: string;
  state?: string;
  service?: string;
  configuration_item?: string;
  category?: string;
  subcategory?: string;
  symptom?: string;
  caller?: string;
  location?: string;
  parent_id?: string;
  problem_id?: string;
  resolve_seconds?: number;
  affected_people?: number;
}
export interface ProblemRow {
  record_id: string;
  title?: string;
  service?: string;
  state?: string;
  is_open?: boolean;
  is_known_error?: boolean;
}

const typed = (columns: readonly { name: string; type: keyof typeof columnTypes }[]): Record<string, string> =>
  Object.fromEntries(columns.map(({ name, type }) => [name, columnTypes[type]]));
const incidentColumns = { ...typed(contract.incident), resolve_seconds: 'BIGINT', age_seconds: 'BIGINT' };
const problemColumns = { ...typed(contract.problem), is_open: 'BOOLEAN' };
const clockColumns =
  'record_type VARCHAR, record_id VARCHAR, target_id VARCHAR, agreement_type VARCHAR, metric VARCHAR, stage VARCHAR, started_at TIMESTAMPTZ, elapsed_business_seconds BIGINT';

const table = (name: string, columns: Record<string, string>): string =>
  `CREATE TABLE ${name} (${Object.entries(columns)
    .map(([column, type]) => `${column} ${type}`)
    .join(', ')})`;

/** An in-memory warehouse with the facts that trends read; `fill` may add more rows in SQL before the facts are dated. */
export async function withFacts<T>(
  facts: { incidents: readonly IncidentRow[]; problems?: readonly ProblemRow[]; fill?: string },
  work: (connection: Connection) => Promise<T>
): Promise<T> {
  const database = await openDatabase(':memory:');
  try {
    return await database.with(async (connection) => {
      for (const schema of ['fact', 'mart', 'staging']) await connection.run(`CREATE SCHEMA ${schema}`);
      await connection.run(table('incident_row', incidentColumns));
      await writeRows(connection, 'incident_row', incidentColumns, facts.incidents);
      if (facts.fill) await connection.run(facts.fill);
      await connection.run(`CREATE TABLE fact.incident AS SELECT *, timezone('${zone}', opened_at)::DATE AS opened_date FROM incident_row`);
      await connection.run(table('fact.problem', problemColumns));
      await writeRows(connection, 'fact.problem', problemColumns, facts.problems ?? []);
      await connection.run(`CREATE TABLE fact.clock (${clockColumns})`);
      return work(connection);
    });
  } finally {
    database.close();
  }
}

export const factsAt = (asOf: string | undefined): BuildFacts => ({
  buildId: '0000000000000000',
  knownAt: asOf,
  asOf,
  zone,
  organisation: 'Test',
  fiscalYearStart: 1,
  definitionsSha256: '',
  codeVersion: '0'
});

/** Runs every trend model as a build would. */
export async function buildTrends(connection: Connection, asOf: string | undefined, onModel?: (name: string) => void): Promise<void> {
  for (const model of trendModels) {
    await model.run({ connection, home: homeAt('.'), build: factsAt(asOf), onProgress: () => undefined });
    onModel?.(model.name);
  }
}
