import { mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { build } from '#warehouse/build.ts';
import { buildKnown, mostKept } from '#warehouse/build-known.ts';
import type { Home } from '#warehouse/home.ts';
import { knownAt, knownFolder } from '#warehouse/known.ts';
import { answer } from '#warehouse/query/answer.ts';
import { answerSource } from '#warehouse/query/export/answer-source.ts';
import { exported } from '#warehouse/query/export/export.ts';
import { knownInstant, setKnownMaker } from '#warehouse/query/known.ts';
import { Reader } from '#warehouse/query/reader.ts';
import { receipt } from '#warehouse/query/receipt.ts';
import { records } from '#warehouse/query/records.ts';
import { respondQuery } from '#warehouse/query/respond.ts';
import { landDeliveries, temporaryHome } from '../warehouse/landed.ts';

let home: Home;
let reader: Reader;
const now = new Date('2026-04-10T00:00:00Z');
const incident = (id: string, day: string) => ({
  record_id: id,
  title: id,
  state: 'new',
  priority: 1,
  opened_at: `${day}T10:00:00Z`,
  updated_at: `${day}T10:00:00Z`
});
const query = { measures: ['incident.opened'] };

beforeAll(async () => {
  home = temporaryHome();
  await landDeliveries(home, [
    { type: 'incident', knownAt: '2026-03-31T21:30:00.000Z', rows: [incident('INC1', '2026-03-01'), incident('INC2', '2026-03-02')] },
    { type: 'incident', knownAt: '2026-04-05T08:00:00.000Z', rows: [incident('INC3', '2026-03-03')] }
  ]);
  await build({ home, now });
  reader = await Reader.open(home);
});
afterAll(() => {
  reader.close();
  rmSync(home.root, { recursive: true, force: true });
});

test('a date means its end in the reporting zone, an instant itself', () => {
  expect(knownInstant('2026-03-31', 'Europe/Berlin')).toBe('2026-03-31T21:59:59.999Z');
  expect(knownInstant('2026-03-31T12:00:00+02:00', 'Europe/Berlin')).toBe('2026-03-31T10:00:00.000Z');
  expect(() => knownInstant('2026-02-30', 'UTC')).toThrow(/2026-02-30 is no date/);
});

describe('as known on', () => {
  test('what has not been built is refused with the command, or is being built', async () => {
    await expect(answer(reader, { ...query, asKnownOn: '2026-03-31' })).rejects.toMatchObject({
      field: 'asKnownOn',
      message: expect.stringContaining('plimsoll known 2026-03-31')
    });
    setKnownMaker(() => 'building');
    const reply = await respondQuery(reader, new URL('http://localhost/api/query?measures=incident.opened&asKnownOn=2026-03-31'), null);
    expect([reply.status, reply.headers['retry-after']]).toEqual([503, '30']);
    expect(JSON.parse(reply.body as string)).toMatchObject({ error: 'building', message: expect.stringContaining('ask again') });
  });

  test('before the first delivery nothing was known', async () => {
    await expect(answer(reader, { ...query, asKnownOn: '2026-03-30' })).rejects.toThrow(
      /nothing had landed by 2026-03-30; the first delivery landed at 2026-03-31T21:30:00.000Z/
    );
  });

  test('answers, receipts, records and exports tell what was known then, and the published build what is known now', async () => {
    const first = await buildKnown(home, knownInstant('2026-03-31', 'Europe/Berlin'), now);
    expect(first).toMatchObject({ status: 'built', loadIds: { length: 1 } });
    expect((await buildKnown(home, '2026-04-01T00:00:00Z', now)).status).toBe('kept');
    expect((await buildKnown(home, '2026-04-06T00:00:00Z', now)).status).toBe('current');

    const past = { ...query, asKnownOn: '2026-03-31' };
    const then = await answer(reader, past);
    expect(then.rows).toEqual([{ 'incident.opened': 2 }]);
    expect(then.build.knownAt).toBe('2026-03-31T21:30:00.000Z');
    expect((await answer(reader, { ...query, asKnownOn: '2026-04-05' })).rows).toEqual([{ 'incident.opened': 3 }]);
    expect((await answer(reader, query)).rows).toEqual([{ 'incident.opened': 3 }]);
    expect((await records(reader, { query: past, measure: 'incident.opened' })).total).toBe(2);
    expect((await receipt(reader, { query: past, measure: 'incident.opened' })).value).toBe(2);
    let csv = '';
    for await (const part of exported(reader, answerSource(reader, past), 'csv')) csv += Buffer.from(part).toString('utf8');
    expect(csv).toBe('incident.opened\r\n2\r\n');
    const reply = await respondQuery(reader, new URL('http://localhost/api/query?measures=incident.opened&asKnownOn=2026-03-31'), null);
    expect(reply.headers['x-plimsoll-build']).toBe(then.build.id);
  });

  test('definitions are those in force then', () => {
    const archive = (name: string, sequence: number, publishedAt: string): void => {
      const folder = join(home.definitions, '.history', name);
      mkdirSync(folder, { recursive: true });
      writeFileSync(join(folder, 'agreements.yaml'), `agreements: [] # ${name}\n`);
      writeFileSync(join(folder, 'sequence.txt'), `${sequence}\n`);
      writeFileSync(join(folder, 'first-use.json'), JSON.stringify({ buildId: name, publishedAt }));
    };
    archive('00000000000000a1', 1, '2026-03-01T00:00:00.000Z');
    archive('00000000000000a2', 2, '2026-04-02T00:00:00.000Z');
    const sha = (instant: string) => knownAt(home, instant)?.definitions?.sha256;
    expect([sha('2026-04-01T00:00:00Z'), sha('2026-04-03T00:00:00Z')]).toEqual(['00000000000000a1', '00000000000000a2']);
    expect(knownAt(home, '2026-04-01T00:00:00Z')!.key).not.toBe(knownAt(home, '2026-04-03T00:00:00Z')!.key);
    rmSync(join(home.definitions, '.history'), { recursive: true });
  });

  test('only so many builds are kept', async () => {
    for (let at = 0; at < mostKept + 2; at++)
      writeFileSync(join(knownFolder(home), `${String(at).padStart(16, '0')}-${'a'.repeat(16)}.duckdb`), '');
    rmSync(
      join(
        knownFolder(home),
        readdirSync(knownFolder(home)).find((name) => !name.endsWith(`-${'a'.repeat(16)}.duckdb`))!
      )
    );
    expect((await buildKnown(home, '2026-04-01T00:00:00Z', now)).status).toBe('built');
    expect(readdirSync(knownFolder(home))).toHaveLength(mostKept);
  });
});
