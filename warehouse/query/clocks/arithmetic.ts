import type { RecordClock } from './clock.ts';
import { abbreviation, dateWords, exactly, instantBoth, localDate, spanWords } from './zoned.ts';

/** A term of the sum by which a goal is used up. */
export interface Part {
  from: number;
  to: number;
  zone: string;
  seconds: number;
}

/** Most terms of a sum that are written out; those in the middle are told together. */
const mostTerms = 6;

/**
 * How the due time follows from the goal, as a sum whose terms add up to it: `4 h = 1 h 12 min (Fri 6 Mar 15:48–17:00) + 2 h 48 min
 * (Mon 9 Mar 09:00–11:48)`. Sentences, in order.
 */
export function dueWords(clock: RecordClock): string[] {
  const { goal, goalDays, stage, dueAt, breachedAt, zone, elapsed, remaining, stoppedAt, least, most } = clock;
  const days = goalDays === null ? '' : `${goalDays} working ${goalDays === 1 ? 'day' : 'days'} = `;
  if (stage === 'cancelled') return [`Cancelled after ${exactly(elapsed)} of ${days}${exactly(goal)}: no due time.`];
  if (stage === 'undetermined')
    return [`History is missing: between ${exactly(least)} and ${exactly(most)} of ${days}${exactly(goal)} were used, so nobody can tell.`];
  if (stage === 'paused') return [`${sum(`${exactly(elapsed)} used`, dueTerms(clock))}.`, pausedWords(clock, days)];
  if (dueAt === null) return [`Goal ${days}${exactly(goal)}; no due time: the calendar does not open that long.`];
  const parts = dueTerms(clock);
  const total = parts.reduce((all, { seconds }) => all + seconds, 0);
  const told = total === goal ? [`${sum(`${days}${exactly(goal)}`, parts)}.`] : [`Goal ${days}${exactly(goal)}.`];
  const plan =
    stoppedAt === null && dueAt > clock.endsAt
      ? `Due ${instantBoth(dueAt, zone)}, if nothing changes.`
      : `Due ${instantBoth(dueAt, zone)}.`;
  return [
    ...told,
    plan,
    ...endingWords(clock, breachedAt !== null && breachedAt > dueAt),
    ...(remaining === null ? [] : [leftWords(clock)])
  ];
}

const pausedWords = ({ goal, elapsed }: RecordClock, days: string): string =>
  `Paused with ${exactly(goal - elapsed)} of ${days}${exactly(goal)} left: no due time until it goes on.`;

function endingWords(clock: RecordClock, isLater: boolean): string[] {
  const { breachedAt, zone, goal } = clock;
  if (breachedAt === null || !isLater) return [];
  const used = clock.stretches.findLast(({ to }) => to <= breachedAt)?.used ?? 0;
  return [
    `Breached ${instantBoth(breachedAt, zone)}, when the goal of ${exactly(goal)} came into force with ${exactly(used)} already used.`
  ];
}

function leftWords({ remaining, stoppedAt, elapsed, isExact, least, most }: RecordClock): string {
  const left = remaining ?? 0;
  const used = isExact ? `${exactly(elapsed)} used` : `between ${exactly(least)} and ${exactly(most)} used (history is missing)`;
  if (left < 0) return `${used}: ${exactly(-left)} over the goal.`;
  return `${used}: ${exactly(left)} ${stoppedAt === null ? 'left' : 'to spare'}.`;
}

/** Terms of the due time: they add up to the goal, and the last ends where it is due. Of a paused or cancelled clock: what it used. */
export const dueTerms = (clock: RecordClock): Part[] => terms(clock, clock.dueAt === null ? clock.elapsed : clock.goal);

/** The running stretches, and the open hours ahead, until so many seconds are used; neighbours are one term. */
function terms(clock: RecordClock, seconds: number): Part[] {
  const last = clock.stretches.at(-1);
  const running = clock.stretches
    .filter(({ kind, counted }) => kind === 'running' && counted > 0)
    .map(({ from, to, zone, counted }) => ({ from, to, zone, counted }));
  const ahead = clock.ahead.map(({ from, to }) => ({ from, to, zone: last?.zone ?? clock.zone, counted: to - from }));
  const parts: Part[] = [];
  let rest = seconds;
  for (const { from, to, zone, counted } of [...running, ...ahead]) {
    if (rest <= 0) break;
    const taken = Math.min(rest, counted);
    const end = counted === to - from ? from + taken : to;
    const before = parts.at(-1);
    if (before && before.to === from && before.zone === zone) Object.assign(before, { to: end, seconds: before.seconds + taken });
    else parts.push({ from, to: end, zone, seconds: taken });
    rest -= taken;
  }
  return parts;
}

/** `total = a (…) + b (…)`. */
function sum(total: string, parts: readonly Part[]): string {
  if (parts.length === 0) return total;
  const hasZones = new Set(parts.map(({ zone }) => zone)).size > 1;
  const term = ({ from, to, zone, seconds }: Part): string =>
    `${exactly(seconds)} (${spanWords(from, to, zone)}${hasZones ? ` ${abbreviation(from, zone)}` : ''})`;
  if (parts.length === 1) return `${total}: ${spanWords(parts[0]!.from, parts[0]!.to, parts[0]!.zone)}`;
  if (parts.length <= mostTerms) return `${total} = ${parts.map(term).join(' + ')}`;
  const [first, last] = [parts.slice(0, 2), parts.slice(-2)];
  const middle = parts.slice(2, -2);
  const [begin, end] = [middle[0]!, middle.at(-1)!];
  const seconds = middle.reduce((all, part) => all + part.seconds, 0);
  const dates = `${dateWords(localDate(begin.from, begin.zone), false)} – ${dateWords(localDate(end.from, end.zone), false)}`;
  const between = `${exactly(seconds)} in ${middle.length} stretches (${dates})`;
  return `${total} = ${[...first.map(term), between, ...last.map(term)].join(' + ')}`;
}
