import type { Phrase } from '#dashboard/boards/answer-line.ts';
import type { Answering, Watched } from '#dashboard/boards/board.ts';
import { periodWords } from '#dashboard/boards/periods.ts';
import { chosenFilters, type Scope } from '#dashboard/boards/scope.ts';
import { joined, standing, toldPhrases, unusualPhrases, type Cause, type Told, type Unusual } from '#dashboard/boards/unusual.ts';
import { behaviourOf } from '#dashboard/charts/behaviour.ts';
import type { Signal } from '#dashboard/charts/limits.ts';
import { bucketEnd } from '#dashboard/charts/period.ts';
import { memberOf, numberOf, sum, type Row } from '#dashboard/charts/table.ts';
import { fewRecords, inUnit, memberWords } from '#dashboard/format.ts';
import { recordsUrl } from '#dashboard/lib/links.ts';
import { whySilent } from '#warehouse/query/availability.ts';
import type { Query } from '#warehouse/query/query.ts';
import type { Reader } from '#warehouse/query/reader.ts';
import { askOrSay } from './ask.ts';
import { wordsOf } from './measure-words.ts';
import type { BaselinesOf } from './remarks.ts';

interface Asking {
  reader: Reader;
  scope: Scope;
  asOfDate: string;
  /** Resets of a measure under these filters, in order of time. */
  baselinesOf: BaselinesOf;
}

/** The answer line of a board: what is out of its ordinary, then the figures that are told whatever they are. */
export async function boardAnswer(asking: Asking, { watched, told }: Answering): Promise<Phrase[]> {
  const [watches, figures] = await Promise.all([
    Promise.all(watched.map((one) => watch(asking, one))),
    Promise.all(told.map((one) => tell(asking, one)))
  ]);
  return joined([
    unusualPhrases({
      period: periodWords(asking.scope.period),
      unusual: watches.flatMap((one) => (typeof one === 'object' ? [one] : [])),
      calm: watched.filter((_, at) => watches[at] === 'calm').map(({ noun }) => noun),
      short: watched.filter((_, at) => watches[at] === 'short').map(({ noun }) => noun)
    }),
    toldPhrases(figures.filter((one) => one !== undefined))
  ]);
}

async function watch(asking: Asking, watched: Watched): Promise<Unusual | 'calm' | 'short' | 'silent'> {
  const { reader, scope, asOfDate, baselinesOf } = asking;
  const { measure, size, noun } = watched;
  if (whySilent(reader.build, measure)) return 'silent';
  const filters = chosenFilters(scope);
  const base: Query = { measures: size ? [measure, size] : [measure], period: scope.period, ...(filters.length ? { filters } : {}) };
  const table = await askOrSay(reader, { ...base, grain: 'week' });
  if (table.refusal) return 'silent';
  const behaviour = behaviourOf(
    table,
    { chart: 'behaviour', measure, ...(size ? { size } : {}) },
    { grain: 'week', asOf: asOfDate, from: table.period?.from, to: table.period?.to, baselines: baselinesOf(measure, filters) }
  );
  if (!behaviour.now || behaviour.tellsNothing) return 'short';
  const signal = standing(behaviour);
  if (!signal) return 'calm';
  const { unit, direction } = wordsOf(measure);
  const during: Query = { ...base, period: spanOf(signal, behaviour.periods) };
  const total = await askOrSay(reader, { ...during, compare: 'previous_period' });
  const cause = await causeOf(asking, watched, { during, signal, unit, total: total.rows[0] });
  return {
    noun,
    unit,
    direction,
    behaviour,
    signal,
    value: numberOf(total.rows[0]?.[measure]),
    href: recordsUrl({ ...during, measures: [measure] }),
    ...(cause ? { cause } : {})
  };
}

const spanOf = (signal: Signal, periods: readonly string[]): { from: string; to: string } => ({
  from: periods[signal.from]!,
  to: bucketEnd(periods[signal.to]!, 'week')
});

/** At least this part of all that moved in the direction of a change, or a member does not explain it. */
const explaining = 0.25;

interface Change {
  during: Query;
  signal: Signal;
  unit: string;
  /** The whole over the stretch, with the time before beside it. */
  total: Row | undefined;
}

/** The first dimension with a member that explains the change, in the order in which the board names them. */
async function causeOf(
  { reader }: Asking,
  { measure, size, by }: Watched,
  { during, signal, unit, total }: Change
): Promise<Cause | undefined> {
  const linked = (query: Query, row: Row, name: string) => ({
    value: numberOf(row[name]) ?? 0,
    href: recordsUrl({ ...query, measures: [measure] }, { measure: name, members: row })
  });
  const shiftOf = (query: Query, row: Row) => ({ now: linked(query, row, measure), before: linked(query, row, `${measure}:compare`) });
  for (const dimension of by) {
    if (whySilent(reader.build, measure, [dimension])) continue;
    const query: Query = { ...during, dimensions: [dimension], compare: 'previous_period' };
    const { rows, refusal } = await askOrSay(reader, query);
    if (refusal || rows.length < 2) continue;
    const found = unit === 'count' ? largestShift(rows, measure, signal) : extreme(rows, measure, size, signal);
    if (!found) continue;
    const whole: Query = { ...during, compare: 'previous_period' };
    return {
      label: memberWords(dimension, memberOf(found[dimension])),
      own: linked(query, found, measure),
      ...(unit === 'count' && total ? { shift: { own: shiftOf(query, found), whole: shiftOf(whole, total) } } : {})
    };
  }
  return undefined;
}

/**
 * Counts add up: who moved most in the direction of the signal, against as long a time before, if that is enough of all that moved this
 * way. What moved the other way does not count against it: of a small change left over any member could be the whole.
 */
function largestShift(rows: readonly Row[], measure: string, { side }: Signal): Row | undefined {
  const sign = side === 'above' ? 1 : -1;
  const shift = (row: Row): number => sign * ((numberOf(row[measure]) ?? 0) - (numberOf(row[`${measure}:compare`]) ?? 0));
  const row = rows.reduce((best, one) => (shift(one) > shift(best) ? one : best));
  const moved = sum(rows.map((one) => Math.max(0, shift(one))));
  return sum(rows.map(shift)) > 0 && shift(row) >= moved * explaining ? row : undefined;
}

/** Shares and durations do not: who stands out among those with enough records. */
function extreme(rows: readonly Row[], measure: string, size: string | undefined, { side }: Signal): Row | undefined {
  if (!size) return undefined;
  const judged = rows.filter((row) => numberOf(row[measure]) !== null && (numberOf(row[size]) ?? 0) >= fewRecords);
  const sign = side === 'above' ? 1 : -1;
  const [row] = [...judged].sort((a, b) => sign * (numberOf(b[measure])! - numberOf(a[measure])!));
  return judged.length > 1 ? row : undefined;
}

async function tell(
  { reader, scope }: Asking,
  { measure, words: [one, many], isNow }: Answering['told'][number]
): Promise<Told | undefined> {
  if (whySilent(reader.build, measure)) return undefined;
  const filters = chosenFilters(scope);
  const query: Query = { measures: [measure], period: isNow ? { all: true } : scope.period, ...(filters.length ? { filters } : {}) };
  const { rows, refusal } = await askOrSay(reader, query);
  const value = numberOf(rows[0]?.[measure]);
  if (refusal || value === null) return undefined;
  return {
    text: inUnit(value, wordsOf(measure).unit),
    words: value === 1 ? one : many,
    href: recordsUrl(query),
    ...(isNow ? { isNow } : {})
  };
}
