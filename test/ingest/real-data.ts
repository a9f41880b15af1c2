import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { landFile, type DeliveryReport } from '#ingest/land.ts';
import { openDatabase, type Connection, type Row } from '#warehouse/connection.ts';
import { homeAt, type Home } from '#warehouse/home.ts';
import { readManifests } from '#warehouse/manifest.ts';

/** A home with real exports landed, for as many tests as like to ask it; `close` removes it. */
export interface LandedHome {
  home: Home;
  land(path: string, mapping: string): Promise<DeliveryReport>;
  /** SQL over the view `landed`: all landed rows, with `file`. */
  ask(sql: string): Promise<Row[]>;
  close(): void;
}

export function newLandedHome(): LandedHome {
  const folder = mkdtempSync(join(tmpdir(), 'plimsoll-real-'));
  const home = homeAt(folder);
  mkdirSync(home.inbox);
  let minute = 0;
  return {
    home,
    land: async (path, mapping) => {
      const report = await landFile({ home, path, mapping, now: new Date(Date.UTC(2026, 0, 1, 0, minute++)) });
      if (report.deliveries.length !== 1) throw new Error(`${report.deliveries.length} deliveries in ${path}`);
      return report.deliveries[0]!;
    },
    ask: async (sql) => {
      const database = await openDatabase(':memory:');
      try {
        return await database.with(async (connection) => {
          await viewLanded(connection, home);
          return connection.all(sql);
        });
      } finally {
        database.close();
      }
    },
    close: () => rmSync(folder, { recursive: true, force: true })
  };
}

async function viewLanded(connection: Connection, home: Home): Promise<void> {
  const parts = readManifests(home.landing)
    .filter(({ files }) => files.rows)
    .map(({ loadId, file, files }) => `SELECT '${file}' AS file, * FROM read_parquet('${join(home.landing, loadId, files.rows!)}')`);
  await connection.run(`CREATE VIEW landed AS ${parts.join(' UNION ALL ')}`);
}
