import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { recordsUrl } from '#dashboard/lib/links.ts';
import { launchBrowser } from '#test/e2e/browser.ts';
import { plimsoll, startProductAt, type Product } from '#test/e2e/product.ts';
import { settle } from '#test/e2e/visit.ts';
import { sharedData } from '#test/shared-data.ts';
import type { Filter, Period } from '#warehouse/query/query.ts';

/** Loads exports by the command line as people do, serves them, and reads what the pages say. */
class Reading {
  readonly home = join(mkdtempSync(join(tmpdir(), 'plimsoll-figures-')), 'home');
  product!: Product;
  browser!: Browser;
  page!: Page;

  async open(): Promise<void> {
    [this.product, this.browser] = await Promise.all([startProductAt(this.home, '--no-schedule'), launchBrowser()]);
    this.page = await this.browser.newPage({ viewport: { width: 1440, height: 900 } });
  }
  async close(): Promise<void> {
    await this.browser?.close();
    const code = await this.product?.stop();
    this.product?.discard();
    expect(code).toBe(0);
  }
  async go(path: string): Promise<void> {
    await this.page.goto(this.product.address + path, { waitUntil: 'networkidle' });
    await settle(this.page);
  }
  /** The uncut figure of a card, as the pointer shows it. */
  card = async (id: string): Promise<string | null> => this.page.locator(`#card-${id} .value`).getAttribute('title');
  text = async (selector: string): Promise<string> => ((await this.page.locator(selector).first().textContent()) ?? '').trim();

  /** The figure of a receipt, how it says that it comes about, and how many records it lists. */
  async receipt(
    measure: string,
    filters: Filter[],
    period: Period = { all: true }
  ): Promise<{ figure: string; how: string; records: string }> {
    await this.go(recordsUrl({ measures: [measure], period, filters }));
    return {
      figure: await this.text('#figure .figure'),
      how: (await this.page.locator('#figure .how').allTextContents()).join(' '),
      records: await this.text('#list-title')
    };
  }
}

const only = (field: string, value: string): Filter => ({ field, op: 'in', values: [value] });
const log = sharedData('uci-servicenow/incident_event_log.csv.zip');

describe.skipIf(!log)(`the UCI log on the pages${log ? '' : ' (skipped: shared/data/uci-servicenow is not here)'}`, () => {
  const reading = new Reading();
  beforeAll(async () => {
    await plimsoll(reading.home, 'ingest', log!, '-m', 'servicenow/incident-audit-log');
    await reading.open();
  }, 600_000);
  afterAll(() => reading.close());

  it('cards: incidents, not rows; 1,556 are never resolved; 274 stand behind the cliff of coverage', async () => {
    await reading.go('/incidents?period=all');
    expect(await reading.card('opened')).toBe('24,918');
    expect(await reading.card('resolved')).toBe((24_918 - 1_556).toLocaleString('en-GB'));
    await reading.page.locator('#card-opened .value').click();
    await reading.page.waitForURL(/\/records\?/);
    expect(await reading.text('#list-title')).toBe('24,918 incidents');
    await reading.go('/incidents?period=2016-06-01..2017-03-01');
    expect(await reading.card('opened')).toBe('274');
  });

  it.each([
    { priority: '1', opened: '270', missed: 265, median: '3 d 8 h', hours: ['80.24', '266.08'] },
    { priority: '2', opened: '408', missed: 406, median: '1 d 14 h', hours: ['38.23', '152.46'] },
    { priority: '3', opened: '23,466', missed: 8_321, median: '21 h 33 min', hours: ['21.55', '174.35'] },
    { priority: '4', opened: '774', missed: 123, median: '5 h 1 min', hours: ['5.02', '283.19'] }
  ])('P$priority: $opened opened, $missed missed, median and mean to resolve', async ({ priority, opened, missed, median, hours }) => {
    await reading.go(`/incidents?period=all&priority=${priority}`);
    expect(await reading.card('opened')).toBe(opened);
    expect(await reading.card('resolve')).toBe(median);
    for (const [at, measure] of ['incident.resolve_seconds_median', 'incident.resolve_seconds_mean'].entries()) {
      const { figure } = await reading.receipt(measure, [only('priority', priority)]);
      const [, seconds = ''] = /([\d,.]+) s\)?$/.exec(figure) ?? [];
      expect((Number(seconds.replaceAll(',', '')) / 3600).toFixed(2), `${measure}: ${figure}`).toBe(hours[at]);
    }
    const met = (Number(opened.replaceAll(',', '')) - missed).toLocaleString('en-GB');
    const verdict = await reading.receipt('incident.made_sla_source_share', [only('priority', priority)]);
    expect(verdict.how).toMatch(new RegExp(`\\b${met}\\b`));
    expect(verdict.records).toBe(`${opened} incidents`);
  });

  it('receipts: 63.42 % met by the verdict of the tool, one sweep of closing, the largest caller and family', async () => {
    const verdict = await reading.receipt('incident.made_sla_source_share', []);
    expect([verdict.figure, verdict.records]).toEqual(['63.4 %', '24,918 incidents']);
    expect(verdict.how).toMatch(/\b15,803\b/);
    const sweep: Period = { from: '2016-03-24', to: '2016-03-25' };
    expect(await reading.receipt('incident.closed', [], sweep)).toMatchObject({ records: '3,114 incidents' });
    expect(await reading.receipt('incident.opened', [only('caller', 'Caller 1904')])).toMatchObject({ records: '438 incidents' });
    const family = [only('category', 'Category 42'), only('subcategory', 'Subcategory 223'), only('symptom', 'Symptom 534')];
    expect(await reading.receipt('incident.opened', family)).toMatchObject({ records: '1,596 incidents' });
  });
});

const volvo = sharedData('bpic2013');
const mapping = (name: string): string => fileURLToPath(new URL(`../../examples/volvo/${name}.yaml`, import.meta.url));

describe.skipIf(!volvo)(`the Volvo logs on the pages${volvo ? '' : ' (skipped: shared/data/bpic2013 is not here)'}`, () => {
  const reading = new Reading();
  beforeAll(async () => {
    await plimsoll(reading.home, 'ingest', join(volvo!, 'incidents.csv.zip'), '-m', mapping('incidents'), '--no-build');
    await plimsoll(reading.home, 'ingest', join(volvo!, 'closed-problems.csv'), '-m', mapping('problems'), '--no-build');
    await plimsoll(reading.home, 'ingest', join(volvo!, 'open-problems.csv'), '-m', mapping('problems'));
    await reading.open();
  }, 600_000);
  afterAll(() => reading.close());

  it('incidents: 7,554, of which 8 are not completed; the top products lead the table', async () => {
    await reading.go('/incidents?period=all');
    expect(await reading.card('opened')).toBe('7,554');
    expect(await reading.card('open')).toBe('8');
    const heads = (await reading.page.locator('#services thead th').allTextContents()).map((text) => text.replace(/[↑↓]/, '').trim());
    const opened = heads.indexOf('Opened');
    await reading.page.locator('#services thead button').nth(opened).click();
    const first = await reading.page
      .locator('#services tbody tr')
      .evaluateAll((rows, at) => rows.slice(0, 3).map((row) => [0, at].map((cell) => row.children[cell]?.textContent?.trim())), opened);
    expect(first).toEqual([
      ['PROD424', '882'],
      ['PROD660', '484'],
      ['PROD253', '226']
    ]);
  });

  it('problems: 1,841 of two files that share 465', async () => {
    await reading.go('/problems?period=all');
    expect(await reading.card('opened')).toBe('1,841');
    await reading.page.locator('#card-opened .value').click();
    await reading.page.waitForURL(/\/records\?/);
    expect(await reading.text('#list-title')).toBe('1,841 problems');
  });
});
