import { build, type BuildOptions } from '#warehouse/build.ts';
import { openDatabase, type Row } from '#warehouse/connection.ts';
import type { Home } from '#warehouse/home.ts';

/** One thread: the warehouses of tests are small, and other files run beside. */
export const buildAt = (home: Home, options: Partial<BuildOptions> = {}): ReturnType<typeof build> =>
  build({ home, now: new Date('2030-01-01T00:00:00Z'), threads: 1, ...options });

/** Rows of a query over a built file, which is opened for reading and closed again. */
export async function rowsOf<R = Row>(file: string, sql: string): Promise<R[]> {
  const database = await openDatabase(file, { readOnly: true });
  try {
    return await database.with((connection) => connection.all<R>(sql));
  } finally {
    database.close();
  }
}

/** Per table its number of rows and a sum over the hashes of its rows, whatever their order. */
export async function tableSums(file: string): Promise<Record<string, string>> {
  const database = await openDatabase(file, { readOnly: true });
  try {
    return await database.with(async (connection) => {
      const tables = await connection.all<{ name: string }>(
        `SELECT schema_name || '.' || table_name AS name FROM duckdb_tables() WHERE database_name = current_database() ORDER BY 1`
      );
      const sums: Record<string, string> = {};
      for (const { name } of tables) {
        const row = await connection.one<{ sum: string }>(
          `SELECT count(*) || ' rows, ' || coalesce(sum(hash(t::VARCHAR)::HUGEINT), 0) AS sum FROM ${name} t`
        );
        sums[name] = row?.sum ?? '';
      }
      return sums;
    });
  } finally {
    database.close();
  }
}
