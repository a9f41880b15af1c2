import type { Behaviour } from '#dashboard/charts/behaviour.ts';
import type { Signal } from '#dashboard/charts/limits.ts';
import { bucket, count, day, inUnit, meanInUnit, plural } from '#dashboard/format.ts';
import type { Phrase } from './answer-line.ts';

/** A figure with the address of its receipt. */
interface Linked {
  value: number;
  href: string;
}

/** A count over the stretch of a signal, and over as long a time before. */
export interface Shift {
  now: Linked;
  before: Linked;
}

/** Where a change has its source: the member of a dimension that moved most, or that stands out. */
export interface Cause {
  label: string;
  /** The member's own value, in the unit of the series. */
  own: Linked;
  /** Of counts: the member's and everybody's shift. Shares and durations do not add up, so that their value alone is told. */
  shift?: { own: Shift; whole: Shift };
}

/** A watched series that is out of its ordinary, and what there is to say of it. */
export interface Unusual {
  noun: string;
  unit: string;
  direction: 'up' | 'down' | 'none';
  behaviour: Behaviour;
  signal: Signal;
  /** The value over the whole stretch of the signal: a count of all its weeks, a share or median recomputed. */
  value: number | null;
  href: string;
  cause?: Cause;
}

export interface UnusualInput {
  /** The period that the weeks are of, in words: `last 12 months`. */
  period: string;
  unusual: readonly Unusual[];
  /** Nouns of the series that keep within their limits. */
  calm: readonly string[];
  /** Nouns of the series with too few weeks to judge. */
  short: readonly string[];
}

/** How many of the last buckets a point outside the limits stays news. */
const newsFor = 2;

/** The newest signal that still stands at the end of the series: a run that goes on, or a point outside among the last two. */
export function standing({ found, periods }: Pick<Behaviour, 'found' | 'periods'>): Signal | undefined {
  const last = periods.length - 1;
  return (
    found.findLast(({ rule, to }) => rule === 'run' && to === last) ??
    found.findLast(({ rule, to }) => rule === 'outside' && to > last - newsFor)
  );
}

/** Whether the signal is bad news, good news, or just news. */
export const tidings = ({ direction, signal }: Pick<Unusual, 'direction' | 'signal'>): 'bad' | 'good' | 'news' =>
  direction === 'none' ? 'news' : (direction === 'up') === (signal.side === 'above') ? 'good' : 'bad';

const order = { bad: 0, news: 1, good: 2 };
/** Bad news first; the longest standing first among equals. */
export const byWeight = (a: Unusual, b: Unusual): number => order[tidings(a)] - order[tidings(b)] || a.signal.from - b.signal.from;

const most = 3;

/**
 * What is unusual, since when and where it comes from, in sentences. Rules, in order: bad news before news before good news; at most three
 * told in full, the rest named; the one member that makes at least a quarter of all that rose (or fell), else nobody. Nothing unusual is said too.
 */
export function unusualPhrases({ period, unusual, calm, short }: UnusualInput): Phrase[] {
  const named = inSentence(period);
  if (unusual.length === 0) return quiet(calm, short, named);
  const sorted = [...unusual].sort(byWeight);
  const told = sorted
    .slice(0, most)
    .map((one, at) => sentence(one, at === 0 ? `Week by week over ${named}, ${one.noun}` : capital(one.noun)));
  const rest = sorted.slice(most).map(({ noun }) => noun);
  const more: Phrase[][] = rest.length ? [[{ text: `Also out of their limits: ${list(rest)}.` }]] : [];
  return joined([...told, ...more]);
}

/** Sentences with a space between them. */
export const joined = (sentences: readonly Phrase[][]): Phrase[] =>
  sentences.filter((one) => one.length > 0).flatMap((sentence, at) => (at === 0 ? sentence : [{ text: ' ' }, ...sentence]));

const capital = (words: string): string => `${words[0]!.toUpperCase()}${words.slice(1)}`;

function quiet(calm: readonly string[], short: readonly string[], period: string): Phrase[] {
  if (calm.length === 0)
    return short.length
      ? [{ text: 'Too few complete weeks in this period, or too few records in them, to tell the usual from the unusual.' }]
      : [];
  return [{ text: `Nothing unusual in the newest weeks of ${period}: ${list(calm)} within the natural limits.` }];
}

function sentence(one: Unusual, subject: string): Phrase[] {
  const { unit, behaviour, signal, value, href, cause } = one;
  const news = tidings(one);
  const tone = news === 'bad' ? ('breached' as const) : news === 'good' ? ('met' as const) : undefined;
  const figure: Phrase = { text: inUnit(value, unit), href, ...(tone ? { tone } : {}) };
  return [
    { text: `${subject}: ` },
    figure,
    { text: ` ${span(signal, behaviour)}, ${against(one)}` },
    ...(cause ? because(cause, unit, signal) : []),
    { text: '.' }
  ];
}

function span(signal: Signal, { periods }: Behaviour): string {
  const from = periods[signal.from] ?? '';
  const weeks = signal.to - signal.from + 1;
  return signal.rule === 'outside' ? `in the ${bucket(from, 'week')}` : `in the ${plural(weeks, 'week')} since ${day(from)}`;
}

/** What the ordinary would have been: limits for one week, the mean times the weeks for a run of counts. */
function against({ unit, behaviour, signal }: Unusual): string {
  const stretch = behaviour.stretches.find(({ from, to }) => signal.from >= from && signal.from <= to);
  if (!stretch) return `${signal.side} the ordinary`;
  if (signal.rule === 'outside') {
    const at = signal.from - stretch.from;
    return `${signal.side} the natural limits (${meanInUnit(stretch.lower[at], unit)} to ${meanInUnit(stretch.upper[at], unit)})`;
  }
  const weeks = signal.to - signal.from + 1;
  if (unit === 'count') return `every week ${signal.side} the mean, which lets expect ${count(stretch.mean * weeks)}`;
  return `every week ${signal.side} the mean of ${meanInUnit(stretch.mean, unit)}`;
}

function because({ label, own, shift }: Cause, unit: string, { side, from, to }: Signal): Phrase[] {
  if (!shift)
    return [{ text: `; ${side === 'above' ? 'highest' : 'lowest'} in ${label} with ` }, { text: inUnit(own.value, unit), href: own.href }];
  const before = to > from ? `the ${plural(to - from + 1, 'week')} before` : 'the week before';
  return [{ text: `; against ${before}, ${label} went ` }, ...shifted(shift.own), { text: ' and all together ' }, ...shifted(shift.whole)];
}

/** “from 201 to 326 (+125)”, both figures with their receipts. */
function shifted({ now, before }: Shift): Phrase[] {
  const more = now.value - before.value;
  return [
    { text: 'from ' },
    { text: count(before.value), href: before.href },
    { text: ' to ' },
    { text: count(now.value), href: now.href },
    { text: ` (${more < 0 ? '−' : '+'}${count(Math.abs(more))})` }
  ];
}

/** “a, b and c”. */
const list = (words: readonly string[]): string =>
  words.length < 2 ? (words[0] ?? '') : `${words.slice(0, -1).join(', ')} and ${words.at(-1)!}`;

/** `the last 12 months`, `Q3 2026`: a period in the middle of a sentence. */
export const inSentence = (period: string): string => `${period.startsWith('last') ? 'the ' : ''}${period}`;

export interface Told {
  text: string;
  words: string;
  href: string;
  isNow?: boolean;
}

/**
 * Figures that are told whatever they are: “5,204 were opened, 5,166 resolved in the period. 412 are open now, of whatever age.” Those
 * of the period and those of now stand apart, because the ones do not add up to the others.
 */
export function toldPhrases(told: readonly Told[]): Phrase[] {
  const [during, now] = [told.filter(({ isNow }) => !isNow), told.filter(({ isNow }) => isNow)];
  const isBoth = during.length > 0 && now.length > 0;
  return joined([toldSentence(during, isBoth ? ' in the period.' : '.'), toldSentence(now, isBoth ? ', of whatever age.' : '.')]);
}

function toldSentence(told: readonly Told[], end: string): Phrase[] {
  if (told.length === 0) return [];
  const parts = told.flatMap(({ text, words, href }, at): Phrase[] => [
    ...(at === 0 ? [] : [{ text: ', ' }]),
    { text, href },
    { text: ` ${words}` }
  ]);
  return [...parts, { text: end }];
}
