import type { ReportPeriod } from './report.ts';

const shapes: Record<ReportPeriod['grain'], RegExp> = {
  month: /^(\d{4})-(0[1-9]|1[0-2])$/,
  quarter: /^(\d{4})-Q([1-4])$/,
  year: /^(\d{4})$/
};
const examples: Record<ReportPeriod['grain'], string> = { month: '2026-09', quarter: '2026-Q3', year: '2026' };
const monthsIn: Record<ReportPeriod['grain'], number> = { month: 1, quarter: 3, year: 12 };

/** Date of the first of a month, counted from year 0: `2026 * 12 + 8` is 2026-09-01. */
function firstOfMonth(count: number): string {
  const year = Math.floor(count / 12);
  return `${String(year).padStart(4, '0')}-${String((count % 12) + 1).padStart(2, '0')}-01`;
}

/**
 * Reads a period name in the shape of the report's grain.
 * @param asOf local date of the data instant
 * @throws when the name has another shape, saying the shape that is meant
 */
export function parsePeriod(name: string, grain: ReportPeriod['grain'], asOf: string): ReportPeriod {
  const match = shapes[grain].exec(name);
  if (!match) throw new Error(`period '${name}': a ${grain} is written like ${examples[grain]}`);
  const start = Number(match[1]) * 12 + (match[2] ? (Number(match[2]) - 1) * monthsIn[grain] : 0);
  return periodFrom(start, grain, asOf);
}

/** The last period that had ended at the data instant. */
export function lastComplete(grain: ReportPeriod['grain'], asOf: string): ReportPeriod {
  const months = Number(asOf.slice(0, 4)) * 12 + Number(asOf.slice(5, 7)) - 1;
  const current = Math.floor(months / monthsIn[grain]) * monthsIn[grain];
  return periodFrom(current - monthsIn[grain], grain, asOf);
}

function periodFrom(start: number, grain: ReportPeriod['grain'], asOf: string): ReportPeriod {
  const from = firstOfMonth(start);
  const to = firstOfMonth(start + monthsIn[grain]);
  const year = from.slice(0, 4);
  const name = { month: from.slice(0, 7), quarter: `${year}-Q${Math.floor((start % 12) / 3) + 1}`, year }[grain];
  return { name, grain, from, to, isPartial: asOf.slice(0, 10) < to };
}

/** The period `back` periods before one, for trends. */
export function earlier(period: ReportPeriod, back: number): string {
  const start = Number(period.from.slice(0, 4)) * 12 + Number(period.from.slice(5, 7)) - 1;
  return firstOfMonth(start - back * monthsIn[period.grain]);
}
