import { afterAll, expect, test } from 'vitest';
import { changes } from '#dashboard/boards/changes.ts';
import { loadBoard } from '#dashboard/lib/server/board.ts';
import { causingChanges } from '#warehouse/query/causing-changes.ts';
import type { Filter, Query } from '#warehouse/query/query.ts';
import { openReader, type Reader } from '#warehouse/query/reader.ts';
import { records } from '#warehouse/query/records.ts';
import { openFixture } from '#test/query/fixture.ts';
import { sampleWorld } from '#test/query/sample-world.ts';

const world = await sampleWorld();
const reader = await openReader(world.home);
afterAll(() => reader.close());

const board = (from: Reader, search: string) =>
  loadBoard(from, changes, new URL(`http://localhost/changes${search}`), { baselines: () => [] });

/** Incidents by the change that they name, counted from the delivered files. */
function causedAgain(isChosen: (change: Record<string, string>) => boolean): Map<string, { all: string[]; major: number }> {
  const known = new Set(
    world
      .rows('change_request')
      .filter(isChosen)
      .map(({ number }) => number!)
  );
  const caused = new Map<string, { all: string[]; major: number }>();
  for (const { number, caused_by: change = '', major_incident_state: major } of world.rows('incident')) {
    if (!known.has(change)) continue;
    const { all, major: before } = caused.get(change) ?? { all: [], major: 0 };
    caused.set(change, { all: [...all, number!], major: before + (major === 'accepted' ? 1 : 0) });
  }
  return caused;
}

test('changes and the incidents they caused are as the delivered files say, most first, and all of them are counted', async () => {
  const again = causedAgain(() => true);
  const rows = await causingChanges(reader, { period: { all: true }, limit: 100_000 });
  expect(rows.length).toBeGreaterThan(1);
  expect(Object.fromEntries(rows.map(({ record_id, incidents, major }) => [record_id, [incidents, major]]))).toEqual(
    Object.fromEntries([...again].map(([id, { all, major }]) => [id, [all.length, major]]))
  );
  expect(rows.map(({ incidents }) => incidents)).toEqual(rows.map(({ incidents }) => incidents).sort((a, b) => b - a));
  expect(await causingChanges(reader, { period: { all: true }, limit: 1 })).toEqual(rows.slice(0, 1));
  const { tables, causing } = await board(reader, '?period=all');
  expect(tables.causing!.rows).toEqual([{ 'change.caused_incident': again.size }]);
  expect(causing.causing!.rows).toEqual(rows.slice(0, 20));
});

test('the filters of the page hold, those of changes alone too', async () => {
  const again = causedAgain(({ type }) => type === 'Normal');
  expect(again.size).toBeGreaterThan(0);
  const { tables, causing } = await board(reader, '?period=all&change_type=normal');
  expect(tables.causing!.rows).toEqual([{ 'change.caused_incident': again.size }]);
  expect(causing.causing!.rows.every(({ record_id }) => again.has(String(record_id)))).toBe(true);
  expect((await board(reader, '?priority=none-such')).causing.causing!.refusal).toMatch(/none-such/);
});

test('the incidents of a change can be asked for by it', async () => {
  const [[id, { all, major }]] = [...causedAgain(() => true)].sort(([, a], [, b]) => b.major - a.major) as [
    [string, { all: string[]; major: number }]
  ];
  const measure = 'incident.change_caused';
  const of = (...filters: Filter[]): Query => ({
    measures: [measure],
    period: { all: true },
    filters: [{ field: 'caused_by_change', op: 'in', values: [id] }, ...filters]
  });
  const { rows } = await records(reader, { query: of(), measure });
  expect(rows.map(({ record_id }) => String(record_id)).sort()).toEqual(all.sort());
  const { total } = await records(reader, { query: of({ field: 'is_major', op: 'in', values: [true] }), measure });
  expect(total).toBe(major);
});

test('where no incident names a change as its cause the panel is left out with the reason', async () => {
  const { reader: without } = await openFixture();
  const { board: shown, absent } = await board(without, '?period=all');
  expect(shown.panels.map(({ id }) => id)).not.toContain('causing');
  expect(absent.find(({ names }) => names.includes('Changes and the incidents they caused'))?.reason).toMatch(/caused_by_change_id/);
});
