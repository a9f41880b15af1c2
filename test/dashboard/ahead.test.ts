import { beforeAll, expect, test, vi } from 'vitest';
import { Ahead } from '#dashboard/lib/server/ahead.ts';
import { askOrSay } from '#dashboard/lib/server/ask.ts';
import { boardPages, type BoardPage } from '#dashboard/lib/server/board-pages.ts';
import { Reader } from '#warehouse/query/reader.ts';
import { openFixture } from '#test/query/fixture.ts';

let reader: Reader;
beforeAll(async () => {
  ({ reader } = await openFixture());
});

const page = (name: string): BoardPage => boardPages.find((one) => one.name === name)!;
const some = [page('overview'), page('service-levels'), page('incidents')];
const open = (name: string): Promise<unknown> => page(name).load(reader, new URL(`http://localhost/${name}`));

test('boards are asked ahead once a build, and then open without a question to the engine', async () => {
  const ahead = new Ahead(some);
  expect(await ahead.look(reader)).toBeUndefined();
  for (const { name } of some) expect((await ahead.look(reader))?.name).toBe(name);
  expect(await ahead.look(reader)).toBeUndefined();
  const questions = vi.spyOn(reader, 'use');
  for (const { name } of some) await open(name);
  expect(questions).not.toHaveBeenCalled();
  await open('changes');
  expect(questions).toHaveBeenCalled();
  questions.mockRestore();
});

test('nothing is asked ahead while somebody is answered, nor right after', async () => {
  const ahead = new Ahead(some);
  await ahead.look(reader);
  await ahead.while(async () => {
    expect(await ahead.look(reader)).toBeUndefined();
    expect(await ahead.look(reader)).toBeUndefined();
  });
  expect((await ahead.look(reader))?.name).toBe('overview');
  await ahead.while(() => undefined);
  expect(await ahead.look(reader)).toBeUndefined();
  expect((await ahead.look(reader))?.name).toBe('service-levels');
});

test('a question that takes too long leaves its panel with the reason, not the page with an error', async () => {
  const { reader: hasty } = await openFixture((home) => Reader.open(home, { timeout: 0 }));
  const asked = await askOrSay(hasty, { measures: ['incident.opened'], period: { all: true } });
  expect(asked.rows).toEqual([]);
  expect(asked.refusal).toMatch(/^The query was stopped after 0 s; ask for less/);
});

test('a filter that names no value of a column leaves a board with what it can tell', async () => {
  const board = page('incidents').load(reader, new URL('http://localhost/incidents?priority=abc'));
  await expect(board).resolves.toMatchObject({ board: { pingPong: { 'hand-overs': { rows: [] } } } });
});
