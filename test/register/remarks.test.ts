import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { homeAt } from '#warehouse/home.ts';
import { addBaseline, listBaselines, removeBaseline, standingBaselines } from '#warehouse/register/baselines.ts';
import { editComment, listComments, withdrawComment, writeComment } from '#warehouse/register/comments.ts';
import { namedSpan, namesWithin } from '#warehouse/register/named-period.ts';
import { openRegister } from '#warehouse/register/register.ts';

const folder = mkdtempSync(join(tmpdir(), 'plimsoll-remarks-'));
const register = openRegister(homeAt(folder));
afterAll(() => {
  register.close();
  rmSync(folder, { recursive: true });
});
const now = new Date('2026-10-01T08:00:00Z');
const later = new Date('2026-10-02T08:00:00Z');

describe('baselines', () => {
  const words = { measure: 'incident.opened', filters: [], from: '2026-03-02', reason: 'the new site joined', author: 'Ada' };

  test('a reset without a reason, a name or a real date is refused', () => {
    expect(() => addBaseline(register, { ...words, reason: ' \n ' }, now)).toThrow('the reason is missing');
    expect(() => addBaseline(register, { ...words, author: '' }, now)).toThrow('your name is missing');
    expect(() => addBaseline(register, { ...words, from: '2026-02-30' }, now)).toThrow('is no date');
    expect(() => addBaseline(register, { ...words, reason: 'x'.repeat(301) }, now)).toThrow('300 can be kept');
    expect(listBaselines(register)).toEqual([]);
  });
  test('it is kept with who and when, once', () => {
    const { id } = addBaseline(register, words, now);
    expect(listBaselines(register)).toEqual([{ ...words, id, madeAt: now.toISOString(), removed: undefined }]);
    expect(() => addBaseline(register, { ...words, reason: 'another' }, now)).toThrow('stands already: the new site joined');
  });
  test('a wider reset holds for narrower records, not the other way round', () => {
    addBaseline(register, { ...words, filters: ['team:in:Desk'], from: '2026-05-04', reason: 'two desks became one' }, now);
    const all = listBaselines(register);
    const reasons = (filters: string[]) => standingBaselines(all, 'incident.opened', filters).map(({ reason }) => reason);
    expect(reasons([])).toEqual(['the new site joined']);
    expect(reasons(['team:in:Desk', 'priority:in:1'])).toEqual(['the new site joined', 'two desks became one']);
    expect(standingBaselines(all, 'incident.resolved', [])).toEqual([]);
  });
  test('it can be removed with a reason, and its history stays', () => {
    const [first] = listBaselines(register).filter(({ filters }) => filters.length === 0);
    expect(() => removeBaseline(register, first!.id, { author: 'Bo', because: '' }, later)).toThrow('the reason is missing');
    removeBaseline(register, first!.id, { author: 'Bo', because: 'it was seasonal' }, later);
    expect(() => removeBaseline(register, first!.id, { author: 'Bo', because: 'again' }, later)).toThrow('no such baseline');
    const all = listBaselines(register);
    expect(all.find(({ id }) => id === first!.id)?.removed).toEqual({ at: later.toISOString(), by: 'Bo', because: 'it was seasonal' });
    expect(standingBaselines(all, 'incident.opened', [])).toEqual([]);
    expect(addBaseline(register, words, later).from).toBe('2026-03-02');
  });
});

describe('comments on a period', () => {
  const words = { page: '/incidents', period: '2026-09', body: 'The move of <b>the site</b> took a week.', author: 'Ada' };

  test('edits and withdrawals keep what stood before', () => {
    const id = writeComment(register, 'ada', words, now, 'a');
    editComment(register, 'ada', id, { body: 'The move took two weeks.', author: 'Ada L.' }, later);
    const [comment] = listComments(register, 'ada');
    expect(comment).toMatchObject({ body: 'The move took two weeks.', author: 'Ada L.', isMine: true, isWithdrawn: false });
    expect(comment).toMatchObject({ writtenAt: now.toISOString(), editedAt: later.toISOString() });
    expect(comment!.earlier).toEqual([{ body: words.body, author: 'Ada', at: now.toISOString() }]);
    withdrawComment(register, 'ada', id, later);
    expect(listComments(register)[0]).toMatchObject({ isWithdrawn: true, isMine: false });
    expect(() => editComment(register, 'ada', id, { body: 'x', author: 'Ada' }, later)).toThrow('no such comment');
  });
  test('only who wrote it may change it', () => {
    const id = writeComment(register, 'ada', words, now, 'b');
    expect(() => editComment(register, 'eve', id, { body: 'x', author: 'Eve' }, later)).toThrow('only who wrote');
    expect(() => withdrawComment(register, 'eve', id, later)).toThrow('only who wrote');
  });
  test('what cannot be kept is refused with its place', () => {
    for (const [field, change] of [
      ['period', { period: '2026-13' }],
      ['period', { period: '2026-W54' }],
      ['page', { page: '//evil.example' }],
      ['page', { page: '/a?b' }],
      ['body', { body: '\u0000 \u0007' }],
      ['body', { body: 'x'.repeat(2001) }],
      ['author', { author: 'x'.repeat(81) }],
      ['customer', { customer: 'x'.repeat(201) }]
    ] as const)
      expect(() => writeComment(register, 'ada', { ...words, ...change }, now, 'c')).toThrow(expect.objectContaining({ field }));
  });
});

describe('periods by name', () => {
  test('months, quarters and ISO weeks', () => {
    expect(namedSpan('2026-12')).toEqual({ from: '2026-12-01', to: '2027-01-01' });
    expect(namedSpan('2026-Q4')).toEqual({ from: '2026-10-01', to: '2027-01-01' });
    expect(namedSpan('2026-W01')).toEqual({ from: '2025-12-29', to: '2026-01-05' });
    expect(namedSpan('2026-W53')).toEqual({ from: '2026-12-28', to: '2027-01-04' });
    expect(namedSpan('2025-W53')).toBeUndefined();
    expect(namedSpan('2026')).toBeUndefined();
  });
  test('those of a span, newest first', () =>
    expect(namesWithin({ from: '2026-08-15', to: '2026-10-02' }, 2)).toEqual({
      months: ['2026-10', '2026-09', '2026-08'],
      quarters: ['2026-Q4', '2026-Q3'],
      weeks: ['2026-W40', '2026-W39']
    }));
});
