import { afterAll, describe, expect, it } from 'vitest';
import { paletteItems } from '#dashboard/lib/server/palette.ts';
import { answer } from '#warehouse/query/answer.ts';
import { contractorsLike, membersLike, recordsLike } from '#warehouse/query/find.ts';
import { openReader } from '#warehouse/query/reader.ts';
import { openFixture } from './fixture.ts';
import { sampleWorld } from './sample-world.ts';

const { reader } = await openFixture();
const sample = await openReader((await sampleWorld()).home);
afterAll(() => sample.close());

const hostile = ["' OR 1=1 --", "%'; DROP TABLE fact.incident; --", '_', '%', '\\', '\u0000', '"', '$1', 'x'.repeat(5000), '\ud800', '🚢'];

describe('records by number', () => {
  it('finds the exact one first, then those that begin so, shortest first', async () => {
    const found = await recordsLike(reader, 'inc1', 5);
    const ids = found.filter(({ type }) => type === 'incident').map(({ id }) => id);
    expect(ids[0]).toBe('INC1');
    expect(ids).toHaveLength(5);
    expect(ids.every((id) => id.startsWith('INC1'))).toBe(true);
    expect(found[0]).toMatchObject({ title: expect.any(String) as string, state: expect.any(String) as string });
  });
  it('takes anything as a number that is not there', async () => {
    for (const text of [...hostile, '', '   ']) expect(await recordsLike(reader, text, 5)).toEqual([]);
  });
});

describe('members by name', () => {
  it('takes anything as a name that is not there', async () => {
    for (const text of hostile.filter((one) => !['_', '%', '"'].includes(one))) expect(await membersLike(reader, text, 5)).toEqual([]);
  });
});

describe('the palette', () => {
  const labels = async (typed: string): Promise<string[]> =>
    (await paletteItems(reader, [], typed)).map(({ kind, label }) => `${kind} ${label}`);
  it('puts the record that was typed before everything', async () => expect((await labels('INC1'))[0]).toBe('record INC1'));
  it('leads to pages and KPIs, the explorer before the dictionary', async () => {
    const found = await labels('backlog');
    expect(found.indexOf('KPI Backlog')).toBeLessThan(found.indexOf('definition Backlog'));
    expect((await labels('explore'))[0]).toBe('page Explore');
  });
  it.each(['customer', 'supplier'] as const)('leads to the page of a %s before filters by its name', async (dimension) => {
    const filters = [{ field: dimension, op: 'not_null' as const }];
    const { rows } = await answer(sample, { measures: ['incident.opened'], dimensions: [dimension], filters });
    const name = String(rows[0]![dimension]);
    const found = await paletteItems(sample, [], name.slice(0, -1));
    const at = (kind: string): number => found.findIndex((one) => one.kind === kind && one.label === name);
    const page = found[at('page')]!;
    expect(page.href).toBe(`${dimension === 'customer' ? '/service-levels/customers' : '/suppliers'}/${encodeURIComponent(name)}`);
    expect(at('page')).toBeLessThan(at('member'));
  });
  it('finds a supplier that only a contract names', async () => {
    const [name] = await contractorsLike(sample, 'e', 5);
    expect(
      (await paletteItems(sample, [], name!)).filter(({ kind, hint, label }) => [kind, hint, label].join() === `page,Supplier,${name}`)
    ).toHaveLength(1);
    for (const text of hostile) expect(Array.isArray(await contractorsLike(sample, text, 5))).toBe(true);
  });
  it('finds saved views by name', async () => {
    const view = { id: 'x', name: 'Monday round', description: '', href: '/explore', of: 'own view', kind: 'own' as const };
    const all = await paletteItems(
      reader,
      [{ ...view, isMine: true, page: 'Explore', changed: '', isStart: false, missing: [] }],
      'monday'
    );
    expect(all[0]).toMatchObject({ kind: 'view', label: 'Monday round', href: '/explore' });
  });
  it('takes anything', async () => {
    for (const text of hostile) expect(Array.isArray(await paletteItems(reader, [], text))).toBe(true);
  });
  it('works without a warehouse', async () => expect((await paletteItems(undefined, [], 'explore'))[0]?.label).toBe('Explore'));
});
