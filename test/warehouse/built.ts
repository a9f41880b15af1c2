import { build, type BuildOptions } from '#warehouse/build.ts';
import { openDatabase, type Row } from '#warehouse/connection.ts';
import type { Home } from '#warehouse/home.ts';

export const buildAt = (home: Home, options: Partial<BuildOptions> = {}): ReturnType<typeof build> =>
  build({ home, now: new Date('2030-01-01T00:00:00Z'), threads: 2, ...options });

/** Rows of a query over a built file, which is opened for reading and closed again. */
export async function rowsOf<R = Row>(file: string, sql: string): Promise<R[]> {
  const database = await openDatabase(file, { readOnly: true });
  try {
    return await database.with((connection) => connection.all<R>(sql));
  } finally {
    database.close();
  }
}
