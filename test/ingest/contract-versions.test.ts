import { readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { openDatabase } from '#warehouse/connection.ts';
import { contract } from '#warehouse/contract.ts';
import type { Home } from '#warehouse/home.ts';
import { landedSelect, readLanding } from '#warehouse/landing.ts';
import type { Manifest } from '#warehouse/manifest.ts';
import { landText, newHome } from './fixture.ts';

const header = 'record_id,updated_at,opened_at,title';
const row = (number: number) => `INC${number},2026-01-01 10:00:00+00,2026-01-01 09:00:00+00,title ${number}`;

/** Makes a load look as the first version of the contract wrote it: its columns, its digest, no word of a version. */
async function asFirstVersion(home: Home, loadId: string): Promise<void> {
  const folder = join(home.landing, loadId);
  const manifest = JSON.parse(readFileSync(join(folder, 'manifest.json'), 'utf8')) as Manifest;
  const path = join(folder, manifest.files.rows!);
  const columns = contract.incident.filter(({ since }) => since === undefined).map(({ name }) => name);
  const database = await openDatabase(':memory:');
  await database.with((connection) =>
    connection.run(`COPY (SELECT grain, ${columns.join(', ')}, hash(${columns.join(', ')}) AS row_hash FROM read_parquet('${path}'))
      TO '${path}.first' (FORMAT parquet)`)
  );
  database.close();
  renameSync(`${path}.first`, path);
  writeFileSync(join(folder, 'manifest.json'), JSON.stringify({ ...manifest, contract: undefined }));
}

it('what landed under an earlier contract stays known, and reads beside what landed under today’s', async () => {
  const home = newHome();
  const first = await landText(home, 'first.csv', `${header}\n${[1, 2, 3].map(row).join('\n')}\n`);
  await asFirstVersion(home, first.loadId!);
  const lines = [...[1, 2].map((number) => `${row(number)},`), `${row(3)},12`, `${row(4)},`];
  const second = await landText(home, 'second.csv', `${header},affected_people\n${lines.join('\n')}\n`);
  expect(second.rows).toEqual({ in: 4, loaded: 2, merged: 2, rejected: 0 });

  const files = readLanding(home, '9999').filesOf('incident');
  const database = await openDatabase(':memory:');
  const told = await database.with((connection) =>
    connection.all(
      `SELECT file_index::INTEGER AS file, record_id, affected_people FROM (${landedSelect('incident', files)}) ORDER BY row_key`
    )
  );
  database.close();
  expect(told).toEqual([
    ...[1, 2, 3].map((number) => ({ file: 0, record_id: `INC${number}`, affected_people: null })),
    { file: 1, record_id: 'INC3', affected_people: 12 },
    { file: 1, record_id: 'INC4', affected_people: null }
  ]);
});
