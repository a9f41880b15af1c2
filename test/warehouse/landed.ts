import { createHash } from 'node:crypto';
import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { literal, openDatabase } from '#warehouse/connection.ts';
import { columnTypes, contract, contractVersion, type LandedType } from '#warehouse/contract.ts';
import { homeAt, type Home } from '#warehouse/home.ts';
import type { Manifest } from '#warehouse/manifest.ts';

/** A canonical row as text, instants in ISO 8601 UTC; absent and empty both mean no value. */
export type CanonicalRow = Record<string, string | number | boolean | null | undefined>;

export interface Delivery {
  type: LandedType;
  grain?: 'record' | 'update';
  knownAt: string;
  mapping?: string;
  rows: readonly CanonicalRow[];
  rejected?: readonly { line: number; column: string; value: string; reason: string; raw: string }[];
}

/** An empty home of its own in the temporary folder. */
export function temporaryHome(config = 'organisation: Test\nzone: Europe/Berlin\n'): Home {
  const home = homeAt(mkdtempSync(join(tmpdir(), 'plimsoll-')));
  mkdirSync(home.definitions, { recursive: true });
  writeFileSync(home.config, config);
  return home;
}

/** Writes deliveries into the landing zone as ingest would, from canonical rows. */
export async function landDeliveries(home: Home, deliveries: readonly Delivery[]): Promise<void> {
  const database = await openDatabase(':memory:');
  await database.with(async (connection) => {
    for (const [index, delivery] of deliveries.entries()) {
      const { type, grain = 'record', knownAt, mapping = `test/${type}`, rows, rejected = [] } = delivery;
      const sha256 = createHash('sha256')
        .update(JSON.stringify([index, delivery]))
        .digest('hex');
      const loadId = `${knownAt.replace(/[-:.]/g, '')}-${String(index).padStart(4, '0')}${sha256.slice(0, 8)}`;
      const folder = join(home.landing, loadId);
      mkdirSync(folder, { recursive: true });
      if (rows.length) {
        const shape = JSON.stringify([{ ...Object.fromEntries(contract[type].map(({ name, type: kind }) => [name, columnTypes[kind]])) }]);
        const columns = contract[type].map(({ name }) => `r."${name}"`).join(', ');
        const named = rows.map((row) => Object.fromEntries(Object.entries(row).filter(([, value]) => value !== '' && value !== null)));
        await connection.run(
          `CREATE OR REPLACE TABLE landed AS SELECT ${literal(grain)} AS grain, ${columns}, hash(r) AS row_hash
           FROM (SELECT unnest(from_json($rows::JSON, ${literal(shape)})) AS r)`,
          { rows: JSON.stringify(named) }
        );
        await connection.run(`COPY landed TO ${literal(join(folder, `${type}.parquet`))} (FORMAT parquet, COMPRESSION zstd)`);
      }
      if (rejected.length) {
        await connection.run(
          `CREATE OR REPLACE TABLE rejections AS SELECT r.* FROM (SELECT unnest(from_json($rows::JSON,
            '[{"line":"BIGINT","column":"VARCHAR","value":"VARCHAR","reason":"VARCHAR","raw":"VARCHAR"}]')) AS r)`,
          { rows: JSON.stringify(rejected) }
        );
        await connection.run(`COPY rejections TO ${literal(join(folder, 'rejections.parquet'))} (FORMAT parquet)`);
      }
      const manifest: Manifest = {
        loadId,
        knownAt,
        feed: 'manual',
        file: `${type}.csv`,
        bytes: 0,
        sha256,
        type,
        grain,
        contract: contractVersion,
        mapping: { name: mapping, version: 1, sha256: '' },
        header: [],
        dialect: { delimiter: ',', quote: '"', encoding: 'utf-8' },
        rows: { in: rows.length + rejected.length, loaded: rows.length, merged: 0, rejected: rejected.length },
        unmapped: [],
        warnings: [],
        files: { ...(rows.length && { rows: `${type}.parquet` }), ...(rejected.length && { rejections: 'rejections.parquet' }) }
      };
      writeFileSync(join(folder, 'manifest.json'), JSON.stringify(manifest));
    }
  });
  database.close();
}
