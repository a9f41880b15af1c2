import { numberOf, type Row } from '#dashboard/charts/table.ts';
import { standing, type Standing } from '#dashboard/charts/theme.ts';
import { bucket, count, difference, emDash, exact, fewRecords, inUnit } from '#dashboard/format.ts';
import type { Query } from '#warehouse/query/query.ts';
import type { Card } from './board.ts';

/** What the dictionary says of a measure, as far as a card prints it. */
export interface MeasureWords {
  label: string;
  meaning: string;
  unit: string;
  direction: 'up' | 'down' | 'none';
}

/** A part of what a change is told against: a figure's place in time, which opens the figure, and the figure itself. */
export interface Beside {
  text: string;
  href?: string;
  title?: string;
}

/** Which way, how much, whether it is better, and against what. */
export interface Change {
  arrow: string;
  text: string;
  words: string;
  tone: Standing;
  beside: Beside[];
}

/** A card with its figures in words, ready to print. */
export interface CardReading {
  id: string;
  title: string;
  measure: string;
  meaning: string;
  value: number | null;
  text: string;
  full: string;
  href: string;
  state: Standing;
  goal: number | null;
  /** Instead of a goal, where targets promise different shares: how many missed their own, and the way to them. */
  missed: { text: string; state: Standing; href: string } | undefined;
  /** Against as long a time before: the only change of the figure itself. */
  change: Change | undefined;
  /** Where the figure has no change to tell: that of the newest complete bucket within it against the one before it, both named. */
  recent: Change | undefined;
  /** The newest complete bucket where it stands otherwise than the whole period. */
  newest: { text: string; state: Standing; href: string } | undefined;
  spark: (number | null)[];
  /** Buckets of the line, and the question behind it, so that each of its points opens. */
  periods: string[];
  series: Query | undefined;
  unit: string;
  second: { text: string; label: string; href: string; size?: { text: string; href: string } } | undefined;
  size: { text: string; href: string } | undefined;
  hasFew: boolean;
  isNow: boolean;
  /** Why there is no change to tell. */
  noChange: string;
  /** Why there is no figure. */
  reason?: string;
}

export interface CardInput {
  card: Card;
  /** Measure that says how many records the figure is over, where that can be told. */
  size?: string | undefined;
  /** The same of the second reading. */
  secondSize?: string | undefined;
  /** One row with the measures, `<measure>:compare` where there is a comparison. */
  total: Row | undefined;
  /** One row per bucket, in order of time. */
  series: readonly Row[];
  /** The question that the buckets answer. */
  seriesQuery?: Query;
  words: (measure: string) => MeasureWords;
  goal: number | null;
  /** Instead of a goal, where targets promise different shares. */
  missed?: CardReading['missed'];
  /** `against the 12 months before` */
  comparison: string;
  /** Why the total has nothing to compare with; by default that no record before has the figure. */
  noComparison?: string;
  /** Address of the receipt of a measure; of `<measure>:compare`, of the figure before. */
  href: (measure: string) => string;
  /** Address of the receipt of a bucket. */
  bucketHref?: (bucket: Row) => string;
}

/** Turns answers into a card: the change says whether it is better in words, never by colour alone. */
export function cardReading(input: CardInput): CardReading {
  const { card, size: sizeName, total, series, seriesQuery, words, goal, comparison, href } = input;
  const { unit, direction, meaning } = words(card.measure);
  const value = numberOf(total?.[card.measure]);
  const before = numberOf(total?.[`${card.measure}:compare`]);
  const size = sizeName ? numberOf(total?.[sizeName]) : null;
  const target = card.goal ? goal : null;
  const missed = card.goal ? input.missed : undefined;
  const hasFew = size !== null && size > 0 && size < fewRecords;
  const isCompared = !card.isNow && value !== null && before !== null;
  return {
    id: card.id,
    title: card.title,
    measure: card.measure,
    meaning,
    value,
    text: inUnit(value, unit, target),
    full: value === null ? 'not available: no record of this period has it' : exact(value, unit, target),
    href: href(card.measure),
    state: hasFew || value === null ? 'none' : (missed?.state ?? standing(value, target)),
    goal: target,
    missed,
    change: isCompared
      ? {
          ...changeOf(value, before, unit, direction, ''),
          beside: [{ text: comparison, href: href(`${card.measure}:compare`), title: exact(before, unit) }]
        }
      : undefined,
    recent: card.isNow || isCompared || value === null ? undefined : newestChange(input),
    newest: hasFew ? undefined : newestStanding(input, standing(value, target), target),
    spark: series.map((row) => numberOf(row[card.measure])),
    periods: series.map((row) => String(row.period)),
    series: seriesQuery,
    unit,
    second: card.second ? { ...secondOf(card.second, card.secondWords, total, words, href), ...secondSizeOf(input, size) } : undefined,
    size: size === null ? undefined : { text: count(size), href: href(sizeName!) },
    hasFew,
    isNow: card.isNow ?? false,
    noChange: card.isNow
      ? 'at the data instant'
      : value === null
        ? 'no record of this period has it'
        : (input.noComparison ?? `no record has it in the time before (${comparison})`)
  };
}

/** Buckets with a figure over enough records, the newest two. */
function newestTwo({ card: { measure }, size, series }: CardInput): Row[] {
  return series.slice(-2).filter((row) => numberOf(row[measure]) !== null && (!size || (numberOf(row[size]) ?? 0) >= fewRecords));
}

/** Where there is no period before: the newest complete bucket against the one before it. */
function newestChange(input: CardInput): Change | undefined {
  const [earlier, newest] = newestTwo(input);
  const { card, seriesQuery, words, bucketHref } = input;
  if (!earlier || !newest || !seriesQuery?.grain || !bucketHref) return undefined;
  const { unit, direction } = words(card.measure);
  const [now, before] = [numberOf(newest[card.measure])!, numberOf(earlier[card.measure])!];
  if (unit === 'count' && Math.max(now, before) < fewRecords) return undefined;
  const [last, first] = [newest, earlier].map((row) => ({
    text: bucket(String(row.period), seriesQuery.grain!),
    href: bucketHref(row),
    title: exact(numberOf(row[card.measure]), unit)
  }));
  return { ...changeOf(now, before, unit, direction, ''), beside: [last!, { text: ' against ' }, first!] };
}

/** A good period hides a bad end, and a bad one a good end. */
function newestStanding(input: CardInput, whole: Standing, target: number | null): CardReading['newest'] {
  const newest = newestTwo(input).at(-1);
  const { card, series, seriesQuery, bucketHref } = input;
  if (!newest || newest !== series.at(-1) || target === null || !seriesQuery?.grain || !bucketHref) return undefined;
  const value = numberOf(newest[card.measure]);
  const state = standing(value, target);
  if (state === whole || state === 'none' || whole === 'none') return undefined;
  return {
    text: `${bucket(String(newest.period), seriesQuery.grain)} ${state === 'met' ? 'met it' : 'missed it'} with ${inUnit(value, input.words(card.measure).unit, target)}`,
    state,
    href: bucketHref(newest)
  };
}

/** How many the second reading is over, where that is another number than that of the first. */
function secondSizeOf({ secondSize, total, href }: CardInput, first: number | null): { size?: { text: string; href: string } } {
  const size = secondSize ? numberOf(total?.[secondSize]) : null;
  return size === null || size === first ? {} : { size: { text: count(size), href: href(secondSize!) } };
}

function secondOf(measure: string, said: string | undefined, total: Row | undefined, words: CardInput['words'], href: CardInput['href']) {
  const { unit, label } = words(measure);
  const value = numberOf(total?.[measure]);
  return {
    text: value === null ? emDash : inUnit(value, unit),
    label: said ?? label.replace(/ %$/, '').toLowerCase(),
    href: href(measure)
  };
}

/** A change in words: which way, how much, and whether it is better. */
export function changeOf(
  value: number,
  before: number,
  unit: string,
  direction: 'up' | 'down' | 'none',
  comparison: string,
  digits?: number
) {
  const text = difference(value, before, unit, digits);
  if (value === before || text.startsWith('±')) return { arrow: '→', text: 'unchanged', words: comparison, tone: 'none' as const };
  const isUp = value > before;
  const isBetter = direction === 'none' ? undefined : isUp === (direction === 'up');
  const verdict = isBetter === undefined ? '' : isBetter ? 'better, ' : 'worse, ';
  return {
    arrow: isUp ? '▲' : '▼',
    text,
    words: `${verdict}${comparison}`,
    tone: isBetter === undefined ? ('none' as const) : isBetter ? ('met' as const) : ('breached' as const)
  };
}
