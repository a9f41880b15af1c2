import { execFile } from 'node:child_process';
import { mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import Papa from 'papaparse';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Row, Table } from '#dashboard/charts/table.ts';
import { exported } from '#warehouse/query/export/export.ts';
import { toParams } from '#warehouse/query/params.ts';
import type { Query } from '#warehouse/query/query.ts';
import { openReader, type Reader } from '#warehouse/query/reader.ts';
import type { Receipt } from '#warehouse/query/receipt.ts';
import { respondReceipt } from '#warehouse/query/receipt-reply.ts';
import { respondQuery } from '#warehouse/query/respond.ts';
import { makeFixture, type Fixture } from '#test/query/fixture.ts';
import { archiveEdition, listEditions } from '#reports/archive.ts';
import { monthlyServiceLevels } from '#reports/definitions/monthly-service-levels.ts';
import { lastComplete, parsePeriod } from '#reports/period.ts';
import { reportFigures } from '#reports/render/csv.ts';
import { reportHtml } from '#reports/render/html.ts';
import { digestOf, remarksOn } from '#reports/remarks.ts';
import { resolveReport, type Sources } from '#reports/resolve.ts';
import { runReport } from '#reports/run.ts';
import { homeAt } from '#warehouse/home.ts';
import { editComment, writeComment } from '#warehouse/register/comments.ts';
import { openRegister } from '#warehouse/register/register.ts';

const hostile = '=HYPERLINK("x")<script>alert(1)</script>, "quoted"\nline';
const unitOf = (name: string): string =>
  /attainment(:compare)?$|goal(:compare)?$/.test(name) ? 'share' : /seconds/.test(name) ? 'seconds' : 'count';

/** Answers as the query door gives them: one row per bucket and member, figures made from their positions. */
function answer(query: Query): Table {
  const periods = query.grain ? Array.from({ length: 12 }, (_, month) => `2025-${String(month + 1).padStart(2, '0')}-01`) : [undefined];
  const members = query.dimensions?.length ? [hostile, 'Mail'] : [undefined];
  const names = query.measures.flatMap((name) => (query.compare ? [name, `${name}:compare`] : [name]));
  const figure = (name: string, at: number): number =>
    unitOf(name) === 'share' ? (name.includes('goal') ? 0.95 : 0.9 + at / 200) : 100 + at;
  return {
    columns: [
      ...(query.grain ? [{ name: 'period', kind: 'period' as const, label: 'Period', unit: 'date' }] : []),
      ...(query.dimensions ?? []).map((name) => ({ name, kind: 'dimension' as const, label: name, unit: 'text' })),
      ...names.map((name) => ({ name, kind: 'measure' as const, label: name, unit: unitOf(name) }))
    ],
    rows: periods.flatMap((period, at) =>
      members.map((member) => ({
        ...(period ? { period } : {}),
        ...Object.fromEntries((query.dimensions ?? []).map((name) => [name, member ?? null])),
        ...Object.fromEntries(names.map((name) => [name, figure(name, at)]))
      }))
    )
  };
}

const sources: Sources = {
  knowledge: {
    organisation: 'Meridian & Sons',
    zone: 'Europe/Berlin',
    buildId: '0123456789abcdef',
    asOf: '2026-01-10T08:00:00.000Z',
    knownAt: '2026-01-10T09:00:00.000Z',
    definitionsSha256: 'f'.repeat(64)
  },
  remarks: {
    comments: [{ about: 'Incidents, December 2025', body: `${hostile}`, author: '<i>Ada</i>', at: '2026-01-05T08:00:00.000Z' }],
    baselines: [
      { measure: 'service_level.attainment', filters: [], from: '2025-05-01', reason: 'one desk for all sites' },
      { measure: 'service_level.attainment', filters: ['team:in:Desk'], from: '2025-06-01', reason: 'of one team alone' }
    ]
  },
  ask: async (query) => answer(query),
  explain: (measure) => ({ label: measure, meaning: 'Meaning.', formula: 'a / b', nullRule: 'None.', version: 1 })
};
const resolved = await resolveReport(monthlyServiceLevels, parsePeriod('2025-12', 'month', '2026-01-10'), sources);

describe('periods', () => {
  it('reads months, quarters and years', () => {
    expect(parsePeriod('2025-12', 'month', '2026-01-10')).toEqual({
      name: '2025-12',
      grain: 'month',
      from: '2025-12-01',
      to: '2026-01-01',
      isPartial: false
    });
    expect(parsePeriod('2025-Q4', 'quarter', '2025-12-31')).toMatchObject({ from: '2025-10-01', to: '2026-01-01', isPartial: true });
    expect(parsePeriod('2024', 'year', '2026-01-10')).toMatchObject({ from: '2024-01-01', to: '2025-01-01' });
    expect(() => parsePeriod('2025-13', 'month', '2026-01-10')).toThrow("period '2025-13': a month is written like 2026-09");
  });
  it('takes the last one that had ended', () => {
    expect(lastComplete('month', '2026-01-10').name).toBe('2025-12');
    expect(lastComplete('quarter', '2026-05-01').name).toBe('2026-Q1');
    expect(lastComplete('year', '2026-05-01').name).toBe('2025');
  });
});

describe('rendering', () => {
  it('makes the same bytes twice, charts included', async () => {
    const again = await resolveReport(monthlyServiceLevels, parsePeriod('2025-12', 'month', '2026-01-10'), sources);
    expect(reportHtml(again)).toBe(reportHtml(resolved));
    expect(reportHtml(resolved)).toContain('<svg');
  });
  it('lets no word of a record become markup', () => {
    const html = reportHtml(resolved);
    expect(html).not.toContain('<script');
    expect(html).toContain('&lt;script&gt;');
    expect(html).toContain('Meridian &amp; Sons');
  });
  it('refers to nothing outside the file', () => {
    const addresses = [...reportHtml(resolved).matchAll(/(?:src|href|url)\s*[=(]\s*["']?([^"')\s>]+)/g)].map((match) => match[1]!);
    expect(addresses.filter((address) => !address.startsWith('#'))).toEqual([]);
  });
  it('opens each figure where the product is reached, and nothing where nobody knows', () => {
    const base = 'https://plimsoll.example';
    const html = reportHtml({ ...resolved, knowledge: { ...resolved.knowledge, address: base } });
    const links = [...html.matchAll(/<a href="([^"]+)">([^<]*)<\/a>/g)];
    expect(links.length).toBeGreaterThan(30);
    expect(links.filter(([, href]) => !href!.startsWith(`${base}/records?measures=`))).toEqual([]);
    expect(html.replaceAll(/<a href="[^"]+">|<\/a>/g, '')).toBe(reportHtml(resolved));
    const drawn = html.match(/<details>.*?<\/details>/gs) ?? [];
    expect(drawn).toHaveLength(html.match(/<figure /g)!.length);
    for (const figures of drawn) expect(figures).toContain(`<td class="number "><a href="${base}/records?`);
  });
  it('prints what was said of the period, as text', () => {
    const html = reportHtml(resolved);
    expect(html).toContain('Comments on the period');
    expect(html).toContain('&lt;i&gt;Ada&lt;/i&gt;');
  });
  it('prints a new baseline with its reason, of all records and not of some', () => {
    expect(reportHtml(resolved)).toContain('New baseline from 1 May 2025: one desk for all sites.');
    expect(reportHtml(resolved)).not.toContain('of one team alone');
  });
  it('says what the month was, by rule', () => {
    const first = '90.0 % of 100 clocks met their target, below the goal of 95.0 % (±0.0 pp against the period before). ';
    expect(resolved.headline.slice(0, first.length)).toBe(first);
    expect(resolved.headline.endsWith('accounts for 100 of 200 breaches (50.0 %).')).toBe(true);
  });
  it('judges by the targets, never by a mean of goals that differ', async () => {
    const ask = async (query: Query): Promise<Table> => {
      const { columns, rows } = answer(query);
      const goalOf = (row: Row): number => (row.target === hostile ? 0.8 : 0.95);
      return { columns, rows: rows.map((row) => ('service_level.goal' in row ? { ...row, 'service_level.goal': goalOf(row) } : row)) };
    };
    const mixed = await resolveReport(monthlyServiceLevels, parsePeriod('2025-12', 'month', '2026-01-10'), { ...sources, ask });
    expect(mixed.headline).toMatch(/^90\.0 % of 100 clocks met their target, 1 of 2 targets missed its goal \(/);
    const html = reportHtml(mixed);
    expect(html).toContain('; 1 of 2 targets missed its goal</dd>');
    expect(html).not.toContain('87.5 %');
    expect(html, 'a service whose only target promises 80 %').toContain('<span class="note">goal 80.0 %</span>');
    for (const { name, table } of mixed.sections.filter(({ name }) => name !== 'targets'))
      expect(
        table.columns.some((column) => column.name === 'service_level.goal'),
        name
      ).toBe(false);
  });
});

describe('CSV', () => {
  let fixture: Fixture;
  let reader: Reader;
  beforeAll(async () => {
    fixture = await makeFixture();
    reader = await openReader(fixture.home);
  });
  afterAll(() => {
    reader.close();
    fixture.remove();
  });

  it('has every figure once, reads back and is no formula', async () => {
    const csv = Buffer.concat(await Array.fromAsync(exported(reader, reportFigures(resolved), 'csv'))).toString('utf8');
    const { data, errors } = Papa.parse<Record<string, string>>(csv, { header: true, skipEmptyLines: true });
    expect(errors).toEqual([]);
    const lines = data.filter((line) => !['about', 'comment'].includes(line.section!));
    const figures = resolved.sections.flatMap(({ name, table }) =>
      table.rows.flatMap((row) =>
        table.columns.filter((column) => column.kind === 'measure').map((column) => [name, column.name, String(row[column.name])])
      )
    );
    expect(lines.map((line) => [line.section, line.measure, line.value])).toEqual(figures);
    expect(data.find((line) => line.section === 'comment')?.value).toBe(`'${hostile}`);
    expect(data.flatMap((line) => Object.values(line)).filter((cell) => /^[=+@\t\r]/.test(cell))).toEqual([]);
  });

  it('is, section by section, what the API and the command line answer, byte for byte, and the same every time', async () => {
    const order = { reader, archive: fixture.home.archive, name: 'monthly-service-levels', period: '2026-02' };
    const { folder, edition } = await runReport(order);
    const sections = monthlyServiceLevels.sections(parsePeriod('2026-02', 'month', '2026-03-18'));
    expect(edition.files.map(({ name }) => name)).toEqual(['report.html', 'report.csv', ...sections.map(({ name }) => `${name}.csv`)]);
    for (const { name, query } of sections) {
      const filed = readFileSync(join(folder, `${name}.csv`));
      const url = new URL(`http://localhost/api/query?${toParams(query)}&format=csv`);
      const { status, body } = await respondQuery(reader, url, null);
      expect([name, status]).toEqual([name, 200]);
      expect(filed.length).toBeGreaterThan(0);
      expect(Buffer.from(await new Response(body as BodyInit).arrayBuffer()).equals(filed), name).toBe(true);
      if (name === 'services') expect((await told(query)).equals(filed), name).toBe(true);
    }
    await expectReceipts(readFileSync(join(folder, 'report.csv'), 'utf8'));
    expect(await runReport(order)).toMatchObject({ isUnchanged: true, folder });
  }, 120_000);

  /** Every fortieth figure opens a receipt that says the same. */
  async function expectReceipts(csv: string): Promise<void> {
    const { data } = Papa.parse<Record<string, string>>(csv, { header: true, skipEmptyLines: true });
    const figures = data.filter(({ section }) => section !== 'about' && section !== 'comment');
    for (const { receipt, value } of figures.filter((_, at) => at % 40 === 0)) {
      const { body } = await respondReceipt(reader, new URL(receipt!.replace('/records', '/api/receipt'), 'http://localhost'));
      const bill = JSON.parse(await new Response(body as BodyInit).text()) as Receipt;
      expect([receipt, bill.value === null ? '' : String(bill.value)]).toEqual([receipt, value]);
    }
  }

  /** What `plimsoll query … --format csv` writes. */
  async function told(query: Query): Promise<Buffer> {
    const options = [...toParams(query)].flatMap(([name, value]) => [`--${name}`, value]);
    const program = join(import.meta.dirname, '..', '..', 'cli.ts');
    const args = [program, 'query', ...options, '--format', 'csv', '--home', fixture.home.root];
    return (await promisify(execFile)(process.execPath, args, { encoding: 'buffer' })).stdout;
  }
});

describe('what people said', () => {
  const folder = mkdtempSync(join(tmpdir(), 'plimsoll-remarks-'));
  const register = openRegister(homeAt(folder));
  const period = parsePeriod('2025-12', 'month', '2026-01-10');
  const at = (day: string): Date => new Date(`2026-01-${day}T08:00:00Z`);
  const write = (words: object, day: string): string =>
    writeComment(register, 'ada', { page: '/incidents', period: '2025-12', body: 'b', author: 'Ada', ...words }, at(day), String(day));

  it('is of the period or a part of it, as it stood when asked', () => {
    expect(digestOf(remarksOn(register, period))).toBeUndefined();
    const id = write({ body: 'of the month' }, '02');
    write({ period: '2025-W50', body: 'of a week in it', customer: 'Meridian' }, '03');
    write({ period: '2025-Q4', body: 'of the quarter' }, '04');
    write({ period: '2026-01', body: 'of the month after' }, '05');
    const said = remarksOn(register, period);
    expect(said.comments.map(({ about, body }) => [about, body])).toEqual([
      ['Incidents, December 2025', 'of the month'],
      ['Incidents, week 50 of 2025, customer Meridian', 'of a week in it']
    ]);
    expect(remarksOn(register, period, at('02')).comments.map(({ body }) => body)).toEqual(['of the month']);
    editComment(register, 'ada', id, { body: 'of the month, better', author: 'Ada' }, at('06'));
    expect(digestOf(remarksOn(register, period))).not.toBe(digestOf(said));
    register.close();
    rmSync(folder, { recursive: true });
  });
});

describe('archive', () => {
  const about = { report: 'monthly-service-levels', version: 1, period: '2025-12', knowledge: sources.knowledge };
  const place = (): string => mkdtempSync(join(tmpdir(), 'plimsoll-archive-'));

  it('keeps an edition once, and finds it again', () => {
    const archive = place();
    const first = archiveEdition(archive, about, { 'report.html': 'a' });
    expect(first.isUnchanged).toBe(false);
    expect(archiveEdition(archive, about, { 'report.html': 'a' })).toMatchObject({ isUnchanged: true, folder: first.folder });
    archiveEdition(archive, about, { 'report.html': 'a', 'report.csv': 'b' });
    expect(listEditions(archive).map((edition) => edition.files.map((file) => file.name))).toEqual([['report.csv', 'report.html']]);
  });
  it('takes other words about the period for other knowledge', () => {
    const archive = place();
    const { folder } = archiveEdition(archive, about, { 'report.html': 'a' });
    const said = { ...about, knowledge: { ...about.knowledge, remarksSha256: 'c'.repeat(64) } };
    const other = archiveEdition(archive, said, { 'report.html': 'b' });
    expect(other).toMatchObject({ isUnchanged: false });
    expect(other.folder).not.toBe(folder);
    expect(() => archiveEdition(archive, said, { 'report.html': 'c' })).toThrow('the archive holds other bytes');
    expect(listEditions(archive)).toHaveLength(2);
  });
  it('takes another address of the product for another edition', () => {
    const archive = place();
    const { folder } = archiveEdition(archive, about, { 'report.html': 'a' });
    const moved = { ...about, knowledge: { ...about.knowledge, address: 'https://plimsoll.example' } };
    expect(archiveEdition(archive, moved, { 'report.html': 'b' }).folder).not.toBe(folder);
  });
  it('refuses other bytes for the same knowledge and overwrites nothing', () => {
    const archive = place();
    const { folder } = archiveEdition(archive, about, { 'report.html': 'a' });
    expect(() => archiveEdition(archive, about, { 'report.html': 'b' })).toThrow('the archive holds other bytes');
    expect(readFileSync(join(folder, 'report.html'), 'utf8')).toBe('a');
  });
  it('passes over what a killed run left behind', () => {
    const archive = place();
    const { folder } = archiveEdition(archive, about, { 'report.html': 'a' });
    writeFileSync(join(folder, '.edition.json'), 'half');
    expect(listEditions(archive)).toHaveLength(1);
    expect(readdirSync(join(archive, about.report, about.period))).toHaveLength(1);
  });
});
