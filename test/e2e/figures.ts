import type { Page } from 'playwright-core';
import { compact, count, duration, exact, hours, inUnit, meanInUnit, percent, points, worked } from '#dashboard/format.ts';
import type { Receipt } from '#warehouse/query/receipt.ts';

/** A share near its goal is written with more digits. */
const nearGoals = [0.004, -0.004];

/** Every way in which the product writes a receipt's figure, its records, or those of them that count. */
function ways({ value, makeup, definition: { unit } }: Receipt): string[] {
  const amounts = [makeup?.records, makeup?.numerator, makeup?.sum].filter((one) => one !== undefined);
  const figures = value === null ? [] : [inUnit(value, unit), exact(value, unit), meanInUnit(value, unit), worked(value), hours(value)];
  const shares =
    value === null || unit !== 'share'
      ? []
      : [...[value, value + 1e-9].flatMap((one) => [percent(one, one), points(one)]), ...nearGoals.map((by) => percent(value, value + by))];
  return [...figures, ...shares, ...amounts.flatMap((one) => [count(one), compact(one), duration(one)])];
}

const spaced = (text: string): string => text.replaceAll(/\s+/g, ' ');

/** Whether a figure stands in a text, and not as a part of a longer one. */
function says(text: string, figure: string): boolean {
  const at = spaced(text).split(spaced(figure));
  return at.slice(1).some((after, index) => !/^(\d|[.,]\d)/.test(after) && !/[\d.,]$/.test(at[index]!));
}

const month = String.raw`(?:Jan|Feb|Mar|Apr|May|June?|July?|Aug|Sept?|Oct|Nov|Dec)\b`;
const year = String.raw`(?:19|20)\d\d\b(?![.,]\d|\s*%)`;
/** Dates and stretches of time as the product names them: digits of which none is a figure. */
const times = new RegExp(
  [
    String.raw`\b(?:\d{1,2} )?${month}(?: ${year})?(?:,? \d\d:\d\d)?`,
    String.raw`\(?\bW\d{1,2}\b\)?(?: ${year})?`,
    String.raw`\bQ[1-4] ${year}`,
    String.raw`(?<![.,\d])\b(?:FY )?${year}(?:/\d\d)?`,
    String.raw`\b(?:last|this|next|the) \d+ (?:day|week|month|quarter|year)s?\b`
  ].join('|'),
  'g'
);

/** What words say apart from dates. */
const timeless = (words: string): string => spaced(words).replaceAll(times, '·');
const showsFigure = (words: string): boolean => /\d/.test(timeless(words));

/**
 * Links that show a figure, in what is seen or in their title, and open a receipt that says another. Those that name a time alone show
 * none.
 * @param most links of a page that are opened, spread over it
 */
export async function wrongFigures(page: Page, most = 60): Promise<string[]> {
  const links = await page.locator('a[href*="/records?"]').evaluateAll((all) =>
    all.map((link) => {
      const url = new URL((link as HTMLAnchorElement).href);
      url.searchParams.delete('page');
      return {
        text: /^\s*https?:/.test(link.textContent ?? '') ? '' : (link.textContent ?? ''),
        title: link.getAttribute('title') ?? '',
        address: `/api/receipt${url.search}`
      };
    })
  );
  const figures = [
    ...new Map(
      links.filter(({ text, title }) => showsFigure(text) || showsFigure(title)).map((one) => [one.text + one.address, one])
    ).values()
  ];
  const step = Math.max(1, figures.length / most);
  const chosen = Array.from({ length: Math.min(most, figures.length) }, (_, at) => figures[Math.floor(at * step)]!);
  const wrong: string[] = [];
  for (const { text, title, address } of chosen) {
    const reply = await page.request.get(new URL(address, page.url()).href);
    if (!reply.ok()) wrong.push(`${text.trim()} opens ${address}: ${await reply.text()}`);
    else {
      const receipt = (await reply.json()) as Receipt;
      if (!receipt.isEqual) wrong.push(`${text.trim()} opens a receipt that does not add up: ${address}`);
      if (!ways(receipt).some((way) => says(timeless(`${text} ${title}`), way)))
        wrong.push(`${text.trim()} opens ${String(receipt.value)}: ${address}`);
    }
  }
  return wrong;
}
