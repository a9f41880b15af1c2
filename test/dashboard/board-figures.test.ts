import { afterAll, describe, expect, test } from 'vitest';
import { boards } from '#dashboard/boards/index.ts';
import { chosenFilters } from '#dashboard/boards/scope.ts';
import { count } from '#dashboard/format.ts';
import { loadBoard } from '#dashboard/lib/server/board.ts';
import { sizeFor } from '#dashboard/lib/server/measure-words.ts';
import { serviceLevelSections } from '#dashboard/lib/server/service-levels.ts';
import { catalogue } from '#warehouse/metrics/catalogue.ts';
import { answer } from '#warehouse/query/answer.ts';
import { openReader } from '#warehouse/query/reader.ts';
import { receipt } from '#warehouse/query/receipt.ts';
import { sampleWorld } from '#test/query/sample-world.ts';

const { home } = await sampleWorld();
const reader = await openReader(home);
afterAll(() => reader.close());

const load = (name: string, search = '') =>
  loadBoard(reader, boards[name]!, new URL(`http://localhost/${name}${search}`), { baselines: () => [] });
const kindOf = (measure: string): string | undefined => catalogue.measures.get(measure)?.aggregate.kind;

describe('cards', () => {
  test.each(['problems', 'changes', 'incidents', 'availability'])('of %s: the n is what the receipt of the figure counts', async (name) => {
    const { cards, scope } = await load(name);
    let told = 0;
    for (const card of boards[name]!.cards) {
      const reading = cards.find(({ id }) => id === card.id);
      if (!reading?.size) continue;
      const filters = [...(card.filters ?? []), ...chosenFilters(scope)];
      const query = { measures: [card.measure], filters, period: card.isNow ? { all: true as const } : scope.period };
      const { makeup } = await receipt(reader, { query, measure: card.measure });
      expect([card.id, reading.size.text]).toEqual([card.id, count(makeup!.over ?? makeup!.records)]);
      told += 1;
      if (!card.second || !sizeFor(card.second)) continue;
      const second = await receipt(reader, { query: { ...query, measures: [card.second] }, measure: card.second });
      const own = count(second.makeup!.over ?? second.makeup!.records);
      expect([card.id, reading.second?.size?.text ?? reading.size.text], 'the n of the second reading').toEqual([card.id, own]);
    }
    expect(told).toBeGreaterThan(1);
    expect(cards.filter(({ measure, size }) => ['ratio', 'median'].includes(kindOf(measure)!) && !size)).toEqual([]);
  });

  test('compare the figure with as long a time before, or say since when there are data', async () => {
    const long = await load('incidents', '?period=last-12-months');
    const told = long.cards.filter(({ isNow, value }) => !isNow && value !== null);
    expect(told.length).toBeGreaterThan(2);
    for (const { change, noChange } of told)
      expect([change, noChange]).toEqual([undefined, expect.stringMatching(/^not compared: data begin /)]);
    const month = await load('incidents', '?period=last-1-complete-months');
    for (const { change, recent } of month.cards.filter(({ isNow, value }) => !isNow && value !== null))
      expect([change?.beside[0]?.text, recent]).toEqual([expect.stringMatching(/^against \w+ \d{4}$/), undefined]);
  });
});

test('where a backlog grew: members add up to the whole, and each is told by its own change', async () => {
  const data = await load('incidents', '?by.growth=service');
  const net = 'incident.backlog_net';
  const { rows } = await answer(reader, { measures: [net, 'incident.backlog_opened'], period: data.scope.period });
  const { rows: members } = data.tables.growth!;
  expect(data.tables.growth!.columns[0]!.name).toBe('service');
  expect(members.reduce((sum, row) => sum + Number(row[net]), 0)).toBe(Number(rows[0]![net]));
  expect(members.map((row) => Number(row[net]))).toEqual(members.map((row) => Number(row[net])).sort((a, b) => b - a));
  const said = data.growth.growth!.map(({ text }) => text).join('');
  expect(said).toMatch(/^Over the last 12 months the backlog (grew|shrank) by /);
  expect(said).toContain(`${count(Number(rows[0]!['incident.backlog_opened']))} opened`);
  expect(said).not.toContain('%');
  expect(data.phrases.map(({ text }) => text).join('')).toContain('the backlog');
});

describe('service levels under a filter by target', async () => {
  const { rows } = await answer(reader, {
    measures: ['service_level.completed'],
    dimensions: ['target'],
    filters: [{ field: 'agreement_type', op: 'in', values: ['UC'] }],
    sort: [{ by: 'service_level.completed', descending: true }],
    limit: 1
  });
  const target = String(rows[0]!.target);
  const data = await load('service-levels', `?target=${encodeURIComponent(target)}`);

  test('what does not follow it is left out and named in words', () => {
    const left = data.absent.filter(({ cause }) => cause === 'filter');
    expect(left).toEqual([{ cause: 'filter', reason: 'Target', names: expect.arrayContaining(['When incidents arrive']) }]);
    expect(data.board.panels.map(({ id }) => id)).toContain('trend');
    for (const { reason = '' } of data.cards) expect(reason).not.toMatch(/sliced|\w\.\w/);
    for (const { refusal } of Object.values(data.tables)) expect(refusal).toBeUndefined();
    expect(data.board.panels.flatMap(({ query }) => query.measures).filter((name) => name.startsWith('incident.'))).toEqual([]);
  });

  test('tiles tell of the target that was chosen, and those without a clock of it are named instead of shown empty', () => {
    const tiles = data.cards.filter(({ measure }) => measure === 'service_level.attainment');
    expect(tiles.map(({ title }) => title)).toEqual([expect.stringMatching(/^\w+, as chosen$/)]);
    expect(tiles[0]!.value).not.toBeNull();
    expect(tiles[0]!.href).not.toContain('SLA');
    expect(data.absent.filter(({ cause }) => cause === 'record')).toEqual([
      { cause: 'record', reason: 'no record', names: expect.arrayContaining([expect.stringMatching(/as chosen$/)]) as string[] }
    ]);
  });

  test('the sentence speaks of what is in scope', async () => {
    const { phrases } = await serviceLevelSections(reader, data.scope, data.asOfDate);
    const said = phrases.map(({ text }) => text).join('');
    expect(said).not.toContain('No clock stopped');
    expect(said).toMatch(/^\w[\w ]* \d+\.\d %/);
  });
});
