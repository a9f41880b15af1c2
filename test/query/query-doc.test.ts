import { readFileSync } from 'node:fs';
import { afterAll, describe, expect, test } from 'vitest';
import { formats } from '#warehouse/query/negotiate.ts';
import { openReader } from '#warehouse/query/reader.ts';
import { respondReceipt } from '#warehouse/query/receipt-reply.ts';
import type { Reply } from '#warehouse/query/reply.ts';
import { respondQuery, respondRecords } from '#warehouse/query/respond.ts';
import { sampleWorld } from './sample-world.ts';

/** Every example of docs/query.md is asked of the sample: an address, a parameter, a filter, the place of a cell, an error. */
const doc = readFileSync(new URL('../../docs/query.md', import.meta.url), 'utf8');
const reader = await openReader((await sampleWorld()).home);
afterAll(() => reader.close());

const textOf = async ({ body }: Reply): Promise<string> => new Response(body as BodyInit).text();
const responders: Record<string, (url: URL) => Promise<Reply>> = {
  query: (url) => respondQuery(reader, url, null),
  records: (url) => respondRecords(reader, url, null),
  receipt: (url) => respondReceipt(reader, url)
};
async function ask(address: string): Promise<unknown> {
  const url = new URL(address, 'http://localhost');
  const reply = await responders[url.pathname.split('/').at(-1)!]!(url);
  const text = await textOf(reply);
  // The sample landed at once: before that nothing was known, and it is said so.
  if (url.searchParams.has('asKnownOn')) expect(text).toMatch(/nothing had landed by/);
  if (url.searchParams.has('asKnownOn')) return {};
  expect([address, reply.status, reply.status === 200 ? '' : text]).toEqual([address, 200, '']);
  return JSON.parse(text);
}

/** Code in the running text; what stands in a block of its own is an address. */
const spans = (text: string): string[] =>
  [...text.replaceAll(/```[\s\S]*?```/g, '').matchAll(/`([^`]+)`/g)].map((match) => match[1]!.replaceAll('\\|', '|'));
/** Cells of the rows of a table, the columns found by a word of its header. */
function rowsUnder(header: string): string[][] {
  const lines = doc.split('\n');
  const at = lines.findIndex((line) => line.startsWith(header));
  const end = lines.findIndex((line, index) => index > at && !line.startsWith('|'));
  return lines.slice(at + 2, end).map((line) =>
    line
      .split('|')
      .slice(1, -1)
      .map((cell) => cell.trim())
  );
}

const base = 'measures=incident.opened&by=team&grain=month&period=last-6-months';
/** The usual question with some of its parameters said otherwise. */
function question(...said: string[]): string {
  const params = new URLSearchParams(base);
  for (const name of new Set(said.map((one) => one.split('=')[0]!))) params.delete(name);
  for (const one of said) if (!one.endsWith('=')) params.append(one.slice(0, one.indexOf('=')), one.slice(one.indexOf('=') + 1));
  return `/api/query?${params}`;
}

const parameters = rowsUnder('| part | parameter').map(([part, parameter, means]) => ({
  part: part!,
  parameter: spans(parameter!),
  means: means!
}));
const filters = rowsUnder('| op | on').map((cells) => spans(cells[2]!)[0]!);

describe('examples of docs/query.md', () => {
  test('whole addresses, and the question as JSON', async () => {
    const addresses = [...doc.matchAll(/\/api\/query\?[^'`\s]+/g)].map(([address]) => address);
    const json = spans(doc).filter((text) => text.startsWith('query={'));
    expect([addresses.length, json.length]).toEqual([1, 1]);
    for (const address of addresses) expect(await ask(address)).toHaveProperty('rows.0');
    for (const text of json) expect(await ask(`/api/query?query=${encodeURIComponent(text.slice(6))}`)).toHaveProperty('rows.0');
  });

  test.each(parameters)('the part $part', async ({ parameter }) => {
    expect(parameter).toHaveLength(1);
    const said = parameter[0]!.split('&');
    const needs = said[0]!.startsWith('sort=') || said[0]!.startsWith('top=') ? ['grain='] : [];
    await ask(question(...said, ...needs));
  });

  test('measures, grains, periods and comparisons that the table names besides', async () => {
    const of = (part: string): string => parameters.find((one) => one.part === part)!.means;
    const names = spans(of('measures')).filter((name) => name.includes('.'));
    expect(names).toHaveLength(1);
    for (const name of names) await ask(question(`measures=${name}`, 'by=service'));
    const grains = spans(of('grain'))
      .flatMap((text) => text.split(' '))
      .filter((name) => name !== 'period');
    expect(grains.length).toBeGreaterThan(7);
    for (const grain of grains) await ask(question(`grain=${grain}`, 'period=last-7-days'));
    const periods = spans(of('period'));
    expect(periods.length).toBeGreaterThan(8);
    for (const period of periods) await ask(question(`period=${period}`));
    for (const compare of spans(of('comparison')).filter((name) => !name.includes(':'))) await ask(question(`compare=${compare}`));
    await ask(question(`top=${spans(of('leaders'))[0]}`));
  });

  test.each(filters)('the filter %s', async (filter) => void (await ask(question(`filter=${filter}`))));

  test('the places of cells, for records and receipts', async () => {
    const cells = spans(doc).filter((text) => text.startsWith('cell.'));
    expect(cells.length).toBeGreaterThan(4);
    for (const cell of cells) {
      const [name] = cell.split('=');
      const more =
        { 'cell.compare': '&compare=previous_period', 'cell.other': '&top=team:2:incident.opened', 'cell.goal': '&compare=target' }[
          name!
        ] ?? '';
      const measure = name === 'cell.goal' ? 'service_level.attainment' : 'incident.opened';
      const about = `measures=${measure}&by=team&grain=month&period=2026-01-01..2026-04-01${more}&${cell}`;
      await ask(`/api/receipt?${about}`);
      if (name !== 'cell.goal') await ask(`/api/records?${about}&limit=1`);
    }
  });

  test('the error, the forms', async () => {
    const [example] = spans(doc).filter((text) => text.startsWith('{"error"'));
    const told = JSON.parse(example!.replace(',"possible":[…]', '')) as Record<string, unknown>;
    const reply = await respondQuery(reader, new URL(`http://localhost/api/query?measures=${String(told.value)}`), null);
    expect([reply.status, JSON.parse(await textOf(reply))]).toEqual([400, expect.objectContaining(told)]);
    const forms = doc.slice(doc.indexOf('**Forms.**'), doc.indexOf('**Behind a cell.**'));
    for (const format of formats) expect(forms).toContain(format);
  });
});
