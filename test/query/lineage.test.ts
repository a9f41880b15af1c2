import { expect, test } from 'vitest';
import { lineage, type LineageStage } from '#warehouse/query/lineage.ts';
import { pingPong } from '#warehouse/query/ping-pong.ts';
import { records } from '#warehouse/query/records.ts';
import { recordDetail } from '#warehouse/query/record-detail.ts';
import { openFixture } from './fixture.ts';

const { reader } = await openFixture();

const totals = (stages: readonly LineageStage[]): [string, number][] => stages.map(({ type, total }) => [type, total]);

test('an event leads to its incident and on to the problem; each names the other as where it came from', async () => {
  const forward = (await lineage(reader, 'event', 'EVE12'))!;
  expect(forward.from).toEqual([]);
  expect(forward.to.map(({ type, records: found }) => [type, found.map(({ id }) => id)])).toEqual([
    ['incident', ['INC12']],
    ['problem', ['PRO12']]
  ]);
  const incident = (await lineage(reader, 'incident', 'INC12'))!;
  expect(incident.from[0]!.records.map(({ id }) => id)).toContain('EVE12');
  expect(totals(incident.to)).toEqual([['problem', 1]]);
});

test('a problem came from as many incidents, and events of them, as a walk over the links finds', async () => {
  const found = (await lineage(reader, 'problem', 'PRO12'))!;
  const linked = (await recordDetail(reader, 'problem', 'PRO12'))!.linked.filter(({ type }) => type === 'incident');
  expect(found.from.find(({ type }) => type === 'incident')!.total).toBe(linked.length);
  let events = 0;
  for (const { id } of linked) events += (await recordDetail(reader, 'incident', id))!.linked.filter(({ type }) => type === 'event').length;
  expect(found.from.find(({ type }) => type === 'event')?.total ?? 0).toBe(events);
});

test('what stands in no chain has none', async () => {
  expect(await lineage(reader, 'contact', 'CON1')).toBeUndefined();
  expect(await lineage(reader, 'incident', "no' such")).toEqual({ from: [], to: [], causes: [], consequences: [] });
});

test('records given back add up to the hand-overs that give back', async () => {
  const period = { from: '2025-02-01', to: '2025-04-01' };
  const rows = await pingPong(reader, 'incident', { period, limit: 100_000 });
  const query = { measures: ['incident.hand_backs'], period };
  const { total } = await records(reader, { query, measure: 'incident.hand_backs' });
  expect(rows.length).toBeGreaterThan(0);
  expect(rows[0]!.total).toBe(rows.length);
  expect(rows.reduce((sum, row) => sum + row.hand_backs, 0)).toBe(total);
  const few = await pingPong(reader, 'incident', { period, filters: [{ field: 'service', op: 'in', values: ['Mail'] }], limit: 3 });
  expect(few).toHaveLength(3);
  expect(few[0]!.total).toBeLessThan(rows.length);
});
