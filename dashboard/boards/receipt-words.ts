import { count, day, decimal, exact, instant, inUnit, memberWords, percent, plural, shownUnit, spanWords } from '#dashboard/format.ts';
import { catalogue } from '#warehouse/metrics/catalogue.ts';
import { findMeasure } from '#warehouse/metrics/percentile.ts';
import type { CellPlace } from '#warehouse/query/cell.ts';
import type { Makeup } from '#warehouse/query/makeup.ts';
import type { Labels } from '#warehouse/query/labels.ts';
import { writePeriod } from '#warehouse/query/params.ts';
import type { Filter, Query } from '#warehouse/query/query.ts';
import type { Receipt } from '#warehouse/query/receipt.ts';
import { pluralOf } from './grain-words.ts';
import { leftOutWords } from './left-out-words.ts';

/** One fact of a receipt. */
export type Fact = { label: string; words: string };

/** A receipt as people read it, on a page, on paper and on the command line. */
export interface ReceiptWords {
  /** `Attainment, metric: resolution, team: Network, Sept 2026` */
  subject: string;
  figure: string;
  definition: Fact[];
  question: Fact[];
  knowledge: Fact[];
  /** How the figure comes about, a sentence each. */
  how: string[];
  /** What adding it up again from its records gave; empty where there is no figure. */
  check: string;
}

/** Puts a receipt into words; all figures uncut. */
export function receiptWords(receipt: Receipt): ReceiptWords {
  const { definition, query, cell, own } = receipt;
  const conditions = (own.query.filters ?? []).map((filter) => filterWords(filter, receipt.labels));
  return {
    subject: [definition.label, ...conditions, whenWords(receipt)].join(', '),
    figure: figureOf(receipt.value, shownUnit(definition)),
    definition: definitionFacts(receipt),
    question: questionFacts(receipt, query, cell),
    knowledge: knowledgeFacts(receipt),
    how: howWords(receipt),
    check: checkWords(receipt)
  };
}

/** A figure uncut; a duration with its seconds, since it is them that are added. */
function figureOf(value: number | null, unit: string): string {
  if ((unit !== 'seconds' && unit !== 'worked') || value === null || Math.abs(value) < 60) return exact(value, unit);
  return `${inUnit(value, unit)} (${decimal(value)} s)`;
}

/** The time of a figure in words: a span of dates, or an hour of a day. */
const timeWords = ({ from, to, hour }: { from: string; to: string; hour?: number }): string =>
  hour === undefined
    ? spanWords({ from, to })
    : `${day(from)}, ${String(hour).padStart(2, '0')}:00 to ${String(hour + 1).padStart(2, '0')}:00`;

function whenWords({ time, makeup, build }: Receipt): string {
  if (!time) return `at ${instant(build.asOf, build.zone)}`;
  const span = makeup?.at ? `at the end of ${day(lastDay(time.to))}` : timeWords(time);
  return `${span}${time.isPartial ? ', to date' : ''}`;
}

const lastDay = (to: string): string => Temporal.PlainDate.from(to).subtract({ days: 1 }).toString();

const directions = { up: 'more is better', down: 'less is better', none: 'for context: neither more nor less is better' } as const;
const clocks = {
  business: 'working time of the calendar',
  actual: 'wall time, nights and weekends included',
  none: 'no duration'
} as const;
const unitWords: Readonly<Record<string, string>> = {
  count: 'a count',
  share: 'a share, shown as a percentage',
  seconds: 'seconds, shown as a duration',
  score: 'a score turned into 0–1',
  number: 'a number'
};

function definitionFacts({ definition, unavailable }: Receipt): Fact[] {
  const { formula, denominator, nullRule, clock, unit, direction, version, name, tables, date } = definition;
  const dated = date === 'as_of' ? 'the data instant, whatever the period' : date && `the local date ${date}`;
  return [
    { label: 'Formula', words: formula },
    ...(denominator ? [{ label: 'Over', words: denominator }] : []),
    { label: 'Without a value', words: nullRule },
    ...(dated ? [{ label: 'Dated by', words: dated }] : []),
    { label: 'Clock', words: clocks[clock] },
    { label: 'Unit', words: unitWords[unit] ?? unit },
    { label: 'Direction', words: directions[direction] },
    { label: 'Counted from', words: tables.join(' and ') },
    { label: 'Available', words: unavailable ?? 'yes, from this source' },
    { label: 'Version', words: `${version} of ${name}` }
  ];
}

function questionFacts(receipt: Receipt, query: Query, cell: CellPlace): Fact[] {
  const { time, build, labels } = receipt;
  const slices = [...(query.dimensions ?? []).map(labelIn), ...(query.grain ? [query.grain] : [])];
  const members = Object.entries(cell.dimensions ?? {}).map(([field, value]) => ({
    label: labelIn(field),
    words: value === null ? 'none: the records without one' : idBeside(field, String(value), labels)
  }));
  const dates = time && `${day(time.from)} to ${day(lastDay(time.to))}`;
  const asked = query.period ? writePeriod(query.period) : 'all';
  return [
    { label: 'Measures', words: query.measures.map((name) => findMeasure(name, catalogue)?.label ?? name).join(', ') },
    ...(slices.length ? [{ label: 'Sliced by', words: slices.join(', ') }] : []),
    ...members,
    ...(query.filters ?? []).map((filter) => ({ label: 'Only', words: filterWords(filter, labels, idBeside) })),
    {
      label: 'Period',
      words:
        dates && time.from < time.to
          ? `${dates}, days of ${build.zone} (asked as ${asked})`
          : time
            ? `${asked}: nothing of it is known yet`
            : 'none: measured at the data instant'
    },
    ...(time?.hour === undefined ? [] : [{ label: 'Hour', words: timeWords(time) }]),
    ...(cell.compare ? [{ label: 'Compared', words: `the figure of the ${comparisonWords(query)}` }] : [])
  ];
}

const comparisonWords = ({ compare }: Query): string =>
  compare === 'same_period_last_year' ? 'same period a year before' : 'period before';

const knowledgeFacts = ({ build }: Receipt): Fact[] => [
  { label: 'Data to', words: instant(build.asOf, build.zone) },
  { label: 'Known at', words: instant(build.knownAt, build.zone) },
  { label: 'Build', words: build.id },
  { label: 'Definitions', words: build.definitionsSha256 }
];

/** Columns of the catalogue are named by their label. */
export const labelIn = (dimension: string): string => catalogue.dimensions.get(dimension)?.label ?? dimension;

/** A member as people call it. */
const labelled = (field: string, member: string, labels: Labels): string => labels[field]?.[member] ?? memberWords(field, member);

/** The same, with its id behind it where that is another. */
const idBeside = (field: string, member: string, labels: Labels): string =>
  labels[field]?.[member] ? `${labels[field][member]} (${member})` : memberWords(field, member);

const verbs: Readonly<Record<Filter['op'], string>> = {
  in: ':',
  not_in: ' is not',
  contains: ' contains',
  not_contains: ' does not contain',
  starts_with: ' starts with',
  not_starts_with: ' does not start with',
  between: ' between',
  not_between: ' not between',
  at_least: ' is at least',
  at_most: ' is at most',
  null: ' is empty',
  not_null: ' is given'
};

/** A filter in words: `team: Network or Desk`, `priority is empty`. */
export function filterWords(filter: Filter, labels: Labels = {}, told = labelled): string {
  const values = 'values' in filter ? filter.values.map((value) => told(filter.field, String(value), labels)) : [];
  const joined = values.join(filter.op === 'between' || filter.op === 'not_between' ? ' and ' : ' or ');
  return `${labelIn(filter.field).toLowerCase()}${verbs[filter.op]} ${joined}`.trim();
}

function howWords(receipt: Receipt): string[] {
  const { makeup, parts, unavailable, definition, value } = receipt;
  if (unavailable) return [`${definition.label} is ${unavailable}.`];
  if (parts) return [derivedWords(parts, value, shownUnit(definition))];
  return makeup ? [...makeupWords(makeup, receipt), ...leftOutWords(receipt, makeup)] : [];
}

const signs = { sum: '+', difference: '−', quotient: '/' } as const;

function derivedWords({ operation, receipts }: NonNullable<Receipt['parts']>, value: number | null, unit: string): string {
  const terms = receipts.map((part) => `${part.definition.label} ${figureOf(part.value, shownUnit(part.definition))}`);
  const result =
    value === null ? `no value${operation === 'quotient' ? ', since nothing can be divided by 0' : ''}` : figureOf(value, unit);
  return `${terms.join(` ${signs[operation]} `)} = ${result}.`;
}

function makeupWords(makeup: Makeup, { definition, value, build }: Receipt): string[] {
  const { records, grain, numerator, sum, over, distinct, entered, left, quantile, at } = makeup;
  const { unit } = definition;
  const all = plural(records, grain, pluralOf(grain));
  const result = figureOf(value, unit);
  if (numerator !== undefined) {
    if (records === 0) return [`There is nothing to divide by: no ${grain} is in the denominator, so there is no value.`];
    return [
      `${count(numerator)} of ${all} count: ${count(numerator)} / ${count(records)} = ${result}.`,
      records === numerator
        ? 'None did not.'
        : `${count(records - numerator)} did not${definition.otherwise ? ` (${definition.otherwise})` : ''}: ${count(numerator)} + ${count(records - numerator)} = ${all}.`
    ];
  }
  if (entered !== undefined) return [`${count(entered)} entered, ${count(left)} left: ${count(entered)} − ${count(left)} = ${result}.`];
  if (quantile) return [rankWords(quantile, all, unit, result)];
  if (distinct !== undefined) return [`${count(distinct)} different values among ${all}.`];
  if (over !== undefined) {
    const terms = `${decimal(sum)} / ${decimal(over)}`;
    return [over === 0 ? `There is nothing to divide by: what ${all} are over adds up to 0.` : `Over ${all}: ${terms} = ${result}.`];
  }
  if (definition.additivity === 'ratio' || definition.additivity === 'percentile') {
    if (records === 0) return ['No record has the value, so there is none to tell.'];
    return [`The values of ${all} add up to ${figureOf(sum ?? null, unit)}; divided by ${count(records)} that is ${result}.`];
  }
  if (sum !== undefined) return [`The values of ${all} add up to ${result}.`];
  const when = at ? `, at ${instant(at, build.zone)}` : '';
  return [`${all}${records === 1 ? ' counts' : ', each counted once'}${when}.`];
}

function rankWords({ share, position, below, above }: NonNullable<Makeup['quantile']>, all: string, unit: string, result: string): string {
  const name = share === 0.5 ? 'median' : `${decimal(share * 100)}th percentile`;
  const place = `The values of ${all} in order: the ${name} stands at position ${decimal(position)}`;
  const figure = (value: number): string => figureOf(value, unit);
  if (below.value === above.value || position === below.rank) return `${place}, where the value is ${figure(below.value)}.`;
  const part = percent(position - below.rank);
  return `${place}, ${part} of the way from the ${ordinal(below.rank)} (${figure(below.value)}) to the ${ordinal(above.rank)} (${figure(above.value)}): ${result}.`;
}

const endings: Readonly<Record<string, string>> = { one: 'st', two: 'nd', few: 'rd', other: 'th' };
const ordinalForm = new Intl.PluralRules('en', { type: 'ordinal' });
const ordinal = (value: number): string => `${count(value)}${endings[ordinalForm.select(value)]}`;

function checkWords({ isEqual, makeup, parts, definition, value }: Receipt): string {
  if (isEqual && value === null) return '';
  const again = parts
    ? 'computed again from its parts, each re-added from its records'
    : `re-added from the records below: ${figureOf(makeup?.value ?? null, shownUnit(definition))}`;
  return isEqual ? `${again}, equal` : `${again}, which is not the figure above: please report this`;
}
