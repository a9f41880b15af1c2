import { join } from 'node:path';
import { literal } from '../../connection.ts';
import { readLanding } from '../../landing.ts';
import type { CodeModel, ModelContext } from '../../model.ts';

const loadColumns = {
  load_id: 'VARCHAR',
  feed: 'VARCHAR',
  file: 'VARCHAR',
  type: 'VARCHAR',
  mapping: 'VARCHAR',
  mapping_version: 'INTEGER',
  known_at: 'TIMESTAMPTZ',
  rows_in: 'BIGINT',
  rows_loaded: 'BIGINT',
  rows_merged: 'BIGINT',
  rows_rejected: 'BIGINT',
  covers_from: 'TIMESTAMPTZ',
  covers_to: 'TIMESTAMPTZ',
  sha256: 'VARCHAR',
  warnings: 'VARCHAR[]'
};

/** Deliveries as their manifests tell them, handed over as one JSON text so that thousands cost one statement. */
export const loadModel: CodeModel = {
  name: 'meta.load',
  grain: 'one delivery that has landed',
  reads: [],
  run: async ({ connection, home, build }: ModelContext) => {
    const rows = readLanding(home, build.knownAt ?? '').manifests.map((manifest) => ({
      load_id: manifest.loadId,
      feed: manifest.feed,
      file: manifest.file,
      type: manifest.type,
      mapping: manifest.mapping.name,
      mapping_version: manifest.mapping.version,
      known_at: manifest.knownAt,
      rows_in: manifest.rows.in,
      rows_loaded: manifest.rows.loaded,
      rows_merged: manifest.rows.merged,
      rows_rejected: manifest.rows.rejected,
      covers_from: manifest.covers?.from ?? null,
      covers_to: manifest.covers?.to ?? null,
      sha256: manifest.sha256,
      warnings: manifest.warnings
    }));
    const shape = JSON.stringify([loadColumns]);
    await connection.run(
      `CREATE OR REPLACE TABLE meta.load AS SELECT load.* FROM (SELECT unnest(from_json($rows::JSON, ${literal(shape)})) AS load) ORDER BY load.load_id`,
      { rows: JSON.stringify(rows) }
    );
  }
};

/** Rejected rows of every delivery, with line, column, value and reason. */
export const rejectionModel: CodeModel = {
  name: 'meta.rejection',
  grain: 'one rejected row of a delivery',
  reads: [],
  run: async ({ connection, home, build }: ModelContext) => {
    const rejected = readLanding(home, build.knownAt ?? '').manifests.filter((manifest) => manifest.files.rejections);
    const selects = rejected.map(({ loadId, file, files }) => {
      const path = literal(join(home.landing, loadId, files.rejections ?? ''));
      return `SELECT ${literal(loadId)} AS load_id, ${literal(file)} AS file, line::BIGINT AS line, "column"::VARCHAR AS column_name, value::VARCHAR AS value,
        reason::VARCHAR AS reason, raw::VARCHAR AS raw FROM read_parquet([${path}])`;
    });
    const nothing = `SELECT NULL::VARCHAR AS load_id, NULL::VARCHAR AS file, NULL::BIGINT AS line, NULL::VARCHAR AS column_name, NULL::VARCHAR AS value,
      NULL::VARCHAR AS reason, NULL::VARCHAR AS raw FROM range(0)`;
    await connection.run(`CREATE OR REPLACE TABLE meta.rejection AS ${[nothing, ...selects].join(' UNION ALL ')} ORDER BY load_id, line`);
  }
};
