import { fork } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { homeAt } from '#warehouse/home.ts';
import { openRegister, type Register } from '#warehouse/register/register.ts';
import { changeView, deleteView, limits, listViews, restoreView, saveView, setStart, startOf } from '#warehouse/register/saved-views.ts';

const at = (minute: number) => new Date(Date.UTC(2026, 2, 31, 12, minute));
const words = (name: string, more: object = {}) => ({ name, description: '', address: '/explore', isShared: false, ...more });
let folder: string;
let register: Register;
let seed = 0;
const save = (owner: string, name: string, more?: object, minute = 0) =>
  saveView(register, owner, words(name, more), at(minute), String(seed++));
const namesOf = (owner: string) => listViews(register, owner).map(({ name }) => name);

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'plimsoll-views-'));
  register = openRegister(homeAt(folder));
});
afterEach(() => {
  register.close();
  rmSync(folder, { recursive: true, force: true });
});

describe('views', () => {
  it('are seen by who made them, shared ones by all', () => {
    save('ann', 'Backlog', { description: 'Monday' });
    save('ann', 'Board', { isShared: true });
    save('bob', 'Mine');
    expect(namesOf('ann')).toEqual(['Backlog', 'Board']);
    expect(listViews(register, 'bob')).toMatchObject([
      { name: 'Board', isShared: true, isMine: false, madeAt: at(0).toISOString() },
      { name: 'Mine', isMine: true }
    ]);
    expect(listViews(register, undefined).map(({ name }) => name)).toEqual(['Board']);
  });

  it('are changed and deleted by who made them only', () => {
    const { id } = save('ann', 'Board', { isShared: true });
    expect(() => changeView(register, 'bob', id, words('Mine now'), at(1))).toThrow('made by somebody else');
    expect(() => deleteView(register, 'bob', id, at(1))).toThrow('made by somebody else');
    changeView(register, 'ann', id, words('Renamed', { address: '/incidents?period=all' }), at(2));
    expect(listViews(register, 'ann')).toMatchObject([
      { name: 'Renamed', address: '/incidents?period=all', changedAt: at(2).toISOString() }
    ]);
    expect(namesOf('bob')).toEqual([]);
    expect(() => changeView(register, 'ann', 'nothing', words('x'), at(3))).toThrow('not there any more');
  });

  it('come back for a day after they were deleted', () => {
    const { id } = save('ann', 'Backlog');
    deleteView(register, 'ann', id, at(1));
    expect(namesOf('ann')).toEqual([]);
    expect(() => restoreView(register, 'bob', id, at(2))).toThrow('gone for good');
    restoreView(register, 'ann', id, at(2));
    expect(namesOf('ann')).toEqual(['Backlog']);
    deleteView(register, 'ann', id, at(3));
    save('ann', 'Backlog', {}, 4);
    expect(() => restoreView(register, 'ann', id, at(5))).toThrow('called Backlog already');
    expect(() => restoreView(register, 'ann', id, at(3 + 24 * 60 + 1))).toThrow('gone for good');
  });

  it('have one name each, whatever its case', () => {
    save('ann', 'Backlog');
    expect(() => save('ann', 'BACKLOG')).toThrow('a view of yours called BACKLOG already');
    save('bob', 'Backlog');
    save('ann', 'Backlog', { isShared: true });
    expect(() => save('bob', 'backlog', { isShared: true })).toThrow('a shared view called backlog already');
  });

  it('take any name as text', () => {
    const hostile = [
      `'); DROP TABLE saved_view; --`,
      '<img src=x onerror=alert(1)>',
      '=HYPERLINK("x")',
      '../../x',
      '__proto__',
      '🚢'.repeat(40)
    ];
    for (const name of hostile) save('ann', name);
    expect(new Set(namesOf('ann'))).toEqual(new Set(hostile));
    expect(save('ann', '  two\r\nlines\u202e\u0000 \ud800 ').name).toBe('two lines \ufffd');
  });

  it.each([
    [{ name: '' }, 'needs a name'],
    [{ name: ' \u200b ' }, 'needs a name'],
    [{ name: 'x'.repeat(limits.name + 1) }, 'at most 80'],
    [{ description: 'x'.repeat(limits.description + 1) }, 'at most 400'],
    [{ address: '//evil.example' }, 'of this server'],
    [{ address: '/api/query' }, 'no page']
  ])('refuse %j', (more, message) => expect(() => save('ann', 'x', more)).toThrow(message));

  it('are limited in number', () => {
    for (let i = 0; i < limits.ownViews; i++) save('ann', `view ${i}`);
    expect(() => save('ann', 'one more')).toThrow('200 views already');
    expect(save('bob', 'still').name).toBe('still');
  });

  it('can be what a person begins with', () => {
    const { id } = save('ann', 'Backlog');
    setStart(register, 'ann', id);
    expect([startOf(register, 'ann'), startOf(register, 'bob')]).toEqual([id, undefined]);
    setStart(register, 'ann', undefined);
    expect(startOf(register, 'ann')).toBeUndefined();
  });

  it('are not lost when several processes write at once', async () => {
    const child = join(dirname(fileURLToPath(import.meta.url)), 'views-child.ts');
    const codes = await Promise.all(
      ['a', 'b', 'c'].map(async (who) => (await once(fork(child, [folder, who, '20']), 'exit'))[0] as number)
    );
    expect(codes).toEqual([0, 0, 0]);
    const names = ['a', 'b', 'c'].flatMap((who) => Array.from({ length: 20 }, (_, at) => `${who} ${at}`));
    expect(new Set(namesOf('nobody'))).toEqual(new Set([...names, 'the same']));
    expect(listViews(register, 'nobody')).toHaveLength(61);
  });
});
