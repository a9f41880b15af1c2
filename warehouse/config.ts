import { existsSync, readFileSync } from 'node:fs';
import { basename } from 'node:path';
import * as v from 'valibot';
import { LineCounter, parseDocument } from 'yaml';
import type { Home } from './home.ts';

const isZone = (zone: string): boolean => {
  try {
    new Intl.DateTimeFormat('en', { timeZone: zone });
    return true;
  } catch {
    return false;
  }
};

const months = ['january', 'february', 'march', 'april', 'may', 'june', 'july', 'august', 'september', 'october', 'november', 'december'];
const monthOf = (month: string | number): number => (typeof month === 'number' ? month : months.indexOf(month.toLowerCase()) + 1);

/** What the warehouse needs of `plimsoll.yaml`; other keys belong to other areas and pass unread. */
const configSchema = v.looseObject({
  organisation: v.optional(v.pipe(v.string('a text is expected'), v.minLength(1, 'must not be empty')), 'Organisation'),
  zone: v.optional(v.pipe(v.string('a text is expected'), v.check(isZone, 'is not an IANA time zone such as Europe/Berlin')), 'UTC'),
  fiscal_year_start: v.optional(
    v.pipe(
      v.union([v.string(), v.number()], 'is no month; write a name such as april, or 1 to 12'),
      v.transform(monthOf),
      v.check((month) => Number.isInteger(month) && month >= 1 && month <= 12, 'is no month; write a name such as april, or 1 to 12')
    ),
    1
  )
});

export interface Config {
  organisation: string;
  /** IANA reporting zone: dates, hours and weekdays of facts are local there. */
  zone: string;
  /** Month with which fiscal years begin, 1–12. */
  fiscalYearStart: number;
}

/**
 * Reads organisation, reporting zone and fiscal year; a home without `plimsoll.yaml` reports in UTC.
 * @throws with file, line, column, key and reason
 */
export function readConfig(home: Home): Config {
  const text = existsSync(home.config) ? readFileSync(home.config, 'utf8') : '';
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines });
  const file = basename(home.config);
  const broken = document.errors[0];
  if (broken) throw new Error(`${file}:${at(lines, broken.pos[0])}: ${broken.message.split('\n')[0]}`);
  const parsed = v.safeParse(configSchema, document.toJS() ?? {});
  if (parsed.success) {
    const { organisation, zone, fiscal_year_start: fiscalYearStart } = parsed.output;
    return { organisation, zone, fiscalYearStart };
  }
  const [issue] = parsed.issues;
  const path = (issue.path ?? []).map((step) => String(step.key));
  const node = document.getIn(path, true) as { range?: [number, number, number] } | undefined;
  throw new Error(`${file}:${at(lines, node?.range?.[0] ?? 0)}: ${path.join('.') || 'the file'}: ${issue.message}`);
}

function at(lines: LineCounter, offset: number): string {
  const { line, col } = lines.linePos(offset);
  return `${line}:${col}`;
}
