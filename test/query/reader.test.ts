import { existsSync, readdirSync, unlinkSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { Connection } from '#warehouse/connection.ts';
import { Admission, BusyError } from '#warehouse/query/admission.ts';
import { answer } from '#warehouse/query/answer.ts';
import { AnswerCache } from '#warehouse/query/cache.ts';
import { TimeoutError } from '#warehouse/query/patience.ts';
import { NotBuiltError, openReader } from '#warehouse/query/reader.ts';
import { openFixture, writeBuild } from './fixture.ts';

const { home, reader } = await openFixture();

const heavy = 'SELECT sum(hash(a.range * b.range)) AS n FROM range(1000000) a, range(1000000) b';

describe('reader', () => {
  test('one per home and process', async () => {
    expect(await openReader(home)).toBe(reader);
  });

  test('a home without a build says so, and is looked at again', async () => {
    const empty = { ...home, root: join(home.root, 'none'), warehouse: join(home.root, 'none') };
    await expect(openReader(empty)).rejects.toThrow(NotBuiltError);
    await expect(openReader(empty)).rejects.toThrow(/no warehouse has been published/);
  });

  test('a question that takes too long is stopped in the engine', async () => {
    const start = performance.now();
    await expect(reader.use((connection) => connection.all(heavy), { timeout: 150 })).rejects.toThrow(TimeoutError);
    expect(performance.now() - start).toBeLessThan(10_000);
    expect(await reader.use((connection) => connection.one('SELECT 1 AS n'))).toEqual({ n: 1 });
  });

  test('a file in which the engine failed inside is opened anew, and the question asked again', async () => {
    let asked = 0;
    const broken = ['INTERNAL Error: Attempted to access index 0', 'FATAL Error: Failed: database has been invalidated'];
    const work = async (connection: Connection): Promise<unknown> => {
      if (asked < broken.length) throw new Error(broken[asked++]);
      return connection.one('SELECT 1 AS n');
    };
    const answers = await Promise.all([reader.use(work), reader.use(work)]);
    expect(answers).toEqual([{ n: 1 }, { n: 1 }]);
    await expect(reader.use(() => Promise.reject(new Error('FATAL Error: again and again')))).rejects.toThrow('again and again');
    expect(await reader.use((connection) => connection.one('SELECT 2 AS n'))).toEqual({ n: 2 });
  });

  test('a closed connection stops its question', async () => {
    const leaving = new AbortController();
    const asked = reader.use((connection) => connection.all(heavy), { signal: leaving.signal });
    setTimeout(() => leaving.abort(new Error('gone')), 100);
    await expect(asked).rejects.toThrow('gone');
    await expect(reader.use((connection) => connection.all('SELECT 1'), { signal: leaving.signal })).rejects.toThrow('gone');
  });

  test('the same question is answered from memory until the build changes', async () => {
    const query = { measures: ['incident.opened'], dimensions: ['team'] };
    const first = await answer(reader, query);
    expect(await answer(reader, { ...query })).toBe(first);
    expect(await answer(reader, { ...query, limit: 2 })).not.toBe(first);
  });

  test('a new build takes over while questions run; none fails, the old file is let go', async () => {
    const before = reader.build.buildId;
    const slow = reader.use((connection, build) =>
      connection.one(`SELECT '${build.buildId}' AS build, sum(hash(a.range * b.range)) AS n FROM range(3000) a, range(10000) b`)
    );
    const asked = Array.from({ length: 20 }, (_, at) =>
      answer(reader, { measures: ['incident.opened'], dimensions: ['caller'], limit: at + 1 })
    );
    await writeBuild(home, '00000000000000bb', 0.05);
    expect(await reader.refresh()).toBe(true);
    expect(reader.build.buildId).toBe('00000000000000bb');
    expect((await answer(reader, { measures: ['incident.opened'] })).build.id).toBe('00000000000000bb');
    expect((await slow)!.build).toBe(before);
    expect((await Promise.all(asked)).every(({ rows }) => rows.length > 0)).toBe(true);
    expect(await reader.refresh()).toBe(false);
  });

  test('a pointer to a file that cannot be opened leaves the last good build in place', async () => {
    const good = reader.build.buildId;
    await writeBuild(home, '00000000000000cc', 0.05);
    unlinkSync(join(home.warehouse, '00000000000000cc.duckdb'));
    await expect(reader.refresh()).rejects.toThrow();
    expect((await answer(reader, { measures: ['incident.closed'] })).build.id).toBe(good);
    await writeBuild(home, '00000000000000dd', 0.05);
    expect(await reader.refresh()).toBe(true);
  });

  test('nothing is left in the scratch folder', () => {
    expect(existsSync(home.scratch) ? readdirSync(home.scratch) : []).toEqual([]);
  });
});

describe('admission', () => {
  test('lets so many in, the rest in order, and refuses a queue too long', async () => {
    const admission = new Admission(1, 2);
    const order: number[] = [];
    const first = await admission.enter();
    const second = admission.enter().then((leave) => (order.push(2), leave));
    const third = admission.enter().then((leave) => (order.push(3), leave));
    await expect(admission.enter()).rejects.toThrow(BusyError);
    first();
    first();
    (await second)();
    (await third)();
    expect(order).toEqual([2, 3]);
    (await admission.enter())();
  });

  test('who stops waiting leaves the queue', async () => {
    const admission = new Admission(1, 5);
    const leave = await admission.enter();
    const leaving = new AbortController();
    const waiting = admission.enter(leaving.signal);
    leaving.abort(new Error('gone'));
    await expect(waiting).rejects.toThrow('gone');
    leave();
    (await admission.enter())();
  });
});

describe('cache', () => {
  test('is bounded by bytes and drops the longest unused', () => {
    const cache = new AnswerCache(100);
    for (const key of ['a', 'b', 'c', 'd']) cache.set(key, key, 25);
    expect(cache.get('a')).toBe('a');
    cache.set('e', 'e', 25);
    expect([cache.get('a'), cache.get('b'), cache.get('e')]).toEqual(['a', undefined, 'e']);
    cache.set('huge', 'x', 90);
    expect(cache.get('huge')).toBeUndefined();
  });
});
