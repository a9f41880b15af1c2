import { bucket, spanName, spanWords, word } from '#dashboard/format.ts';
import { readPeriod, writePeriod } from '#warehouse/query/params.ts';
import type { Grain, Period } from '#warehouse/query/query.ts';
import { spanOf, type Calendar } from './span.ts';

export interface PeriodChoice {
  value: string;
  label: string;
}

const complete = (unit: string): PeriodChoice => ({ value: `last-1-complete-${unit}s`, label: `Last complete ${word(unit)}` });
const toDate = (unit: string): PeriodChoice => ({ value: `${unit}-to-date`, label: `This ${word(unit)} to date` });
const last = (count: number, unit: string): PeriodChoice => ({ value: `last-${count}-${unit}s`, label: `Last ${count} ${unit}s` });
const calendarUnits = ['week', 'month', 'quarter', 'year'];
const fiscalUnits = ['fiscal_quarter', 'fiscal_year'];

/** Periods offered by name; any other fits in the URL as well. All count from the data instant. */
const periodGroups: readonly { label: string; choices: readonly PeriodChoice[] }[] = [
  {
    label: 'Up to now',
    choices: [last(7, 'day'), last(30, 'day'), last(4, 'week'), last(13, 'week'), last(6, 'month'), last(12, 'month'), last(24, 'month')]
  },
  { label: 'Complete', choices: [...calendarUnits, ...fiscalUnits].map(complete) },
  { label: 'To date', choices: [...calendarUnits, ...fiscalUnits].map(toDate) },
  { label: 'All', choices: [{ value: 'all', label: 'Everything' }] }
];

export const periodChoices: readonly PeriodChoice[] = periodGroups.flatMap(({ choices }) => choices);

const grains: readonly Grain[] = ['day', 'week', 'month', 'quarter', 'year', 'fiscal_quarter', 'fiscal_year'];
const isFiscal = (name: string): boolean => name.includes('fiscal');

/** Fiscal years that begin in January are calendar years: nothing of theirs is offered. */
const hasFiscal = ({ fiscalStart = 1 }: Partial<Calendar>): boolean => fiscalStart !== 1;

/** @param chosen offered in any case, so that a control shows what an address asks for */
export const offeredGrains = (calendar: Partial<Calendar>, chosen: Grain): Grain[] =>
  grains.filter((grain) => grain === chosen || !isFiscal(grain) || hasFiscal(calendar));

/** The groups of the menu of periods; what is a calendar unit says which: `Last complete quarter: Q3 2026`. */
export function offeredPeriods({ today, fiscalStart }: Partial<Calendar>): { label: string; choices: readonly PeriodChoice[] }[] {
  const named = ({ value, label }: PeriodChoice): PeriodChoice => {
    const period = tryPeriod(value);
    const span = today && period ? spanOf(period, { today, fiscalStart }) : undefined;
    const name = span && (isFiscal(value) && value.includes('year') ? bucket(span.from, 'fiscal_year') : spanName(span));
    return { value, label: name ? `${label}: ${name}` : label };
  };
  return periodGroups.map(({ label, choices }) => ({
    label,
    choices: choices.filter(({ value }) => !isFiscal(value) || hasFiscal({ fiscalStart })).map(named)
  }));
}

/** A period as the URL spells it; undefined for what is broken or absent. */
export function tryPeriod(text: string | null): Period | undefined {
  try {
    const period = readPeriod(text);
    return period && 'from' in period && period.from >= period.to ? undefined : period;
  } catch {
    return undefined;
  }
}

/** A period in words, as a heading says it: `last 12 months`, `Q3 2026`, `1 Jul 2026 to 14 Aug 2026`. */
export function periodWords(period: Period): string {
  const named = periodChoices.find((choice) => choice.value === writePeriod(period));
  if (named) return named.label.toLowerCase();
  if ('last' in period)
    return `last ${period.last} ${period.complete ? 'complete ' : ''}${word(period.unit)}${period.last === 1 ? '' : 's'}`;
  return 'from' in period ? spanWords(period) : word(writePeriod(period));
}
