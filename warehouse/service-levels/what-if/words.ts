import type { Difference } from '../../calendars/difference.ts';
import { dateText } from '../../calendars/windows.ts';
import type { Target } from '../definitions.ts';
import { chainWords, momentsWords } from '../target-words.ts';
import { conditionWords } from '../words.ts';
import type { Part, Side } from './parts.ts';

/** `7h 2m`, `45s`, `0s`; hours are not made days, since a day of a calendar is no 24 hours. */
export function durationWords(seconds: number): string {
  const [hours, minutes, rest] = [
    Math.floor(Math.abs(seconds) / 3600),
    Math.floor((Math.abs(seconds) % 3600) / 60),
    Math.abs(seconds) % 60
  ];
  const words = [hours > 0 ? `${hours}h` : '', minutes > 0 ? `${minutes}m` : '', rest > 0 ? `${rest}s` : ''].filter(Boolean).join(' ');
  return `${seconds < 0 ? '\u2212' : ''}${words || '0s'}`;
}

/** Seconds by local date; what a calendar gained or lost. */
export interface DatedSeconds {
  calendar: string;
  date: string;
  seconds: number;
}

const most = 3;

/** `Berlin 2026-07-20 −10h, 2026-07-21 −10h and on 4 more dates`. */
export function dateWords(dated: readonly DatedSeconds[]): string {
  return [...Map.groupBy(dated, ({ calendar }) => calendar)]
    .map(([calendar, own]) => {
      const told = own.slice(0, most).map(({ date, seconds }) => `${date} ${seconds > 0 ? '+' : ''}${durationWords(seconds)}`);
      const others = own.length - told.length;
      return `${calendar} ${told.join(', ')}${others > 0 ? ` and on ${others} more ${others === 1 ? 'date' : 'dates'}` : ''}`;
    })
    .join('; ');
}

/** The differences of two calendars by local date of the zone, within `[from, to)`. */
export function datedDifferences(
  calendar: string,
  zone: string,
  differences: readonly Difference[],
  from: number,
  to: number
): DatedSeconds[] {
  const found = new Map<string, number>();
  for (const each of differences.slice(firstAfter(differences, from))) {
    if (each.from >= to) break;
    const seconds = (Math.min(each.to, to) - Math.max(each.from, from)) * each.by;
    const date = localDate(Math.max(each.from, from), zone);
    found.set(date, (found.get(date) ?? 0) + seconds);
  }
  return [...found].map(([date, seconds]) => ({ calendar, date, seconds })).filter(({ seconds }) => seconds !== 0);
}

/** Binary search: differences are in order and do not overlap. */
function firstAfter(differences: readonly Difference[], from: number): number {
  let [low, high] = [0, differences.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (differences[middle]!.to > from) high = middle;
    else low = middle + 1;
  }
  return low;
}

function localDate(at: number, zone: string): string {
  const local = Temporal.Instant.fromEpochMilliseconds(at * 1000).toZonedDateTimeISO(zone);
  return dateText(Math.floor((at + local.offsetNanoseconds / 1e9) / 86_400));
}

const goalsWords = ({ goals, unit }: Target): string => {
  const amount = (goal: number): string =>
    unit === 'working_day' ? `${goal} working ${goal === 1 ? 'day' : 'days'}` : durationWords(goal);
  const own = [...goals.byPriority].sort(([a], [b]) => a - b).map(([priority, goal]) => `P${priority} ${amount(goal)}`);
  return [...own, ...(goals.fallback === undefined ? [] : [`${own.length > 0 ? 'others ' : ''}${amount(goals.fallback)}`])].join(', ');
};

/** A part of a target as its definitions say it. */
export function partWords(part: Part, { target, agreement }: Side): string {
  const of = (condition: Target['pause'], otherwise: string): string => (condition ? conditionWords(condition) : otherwise);
  const words: Record<Part, () => string> = {
    validity: () => `${agreement.validFrom ?? 'ever'} to ${agreement.validTo ?? 'ever'}`,
    when: () =>
      [
        agreement.services.length > 0 ? `service is one of ${agreement.services.join(', ')}` : '',
        target.when ? conditionWords(target.when) : ''
      ]
        .filter(Boolean)
        .join(' and ') || 'all',
    start: () =>
      `${momentsWords(target.start, true)}${target.retroactiveStart ? `, counting from ${target.retroactiveStart}${target.hasRetroactivePause ? '' : ' with all time until then'}` : ''}`,
    stop: () => momentsWords(target.stop, false),
    cancel: () =>
      [of(target.cancel, ''), target.isCancelledWhenUnmet ? 'it is no longer about the record' : ''].filter(Boolean).join(' or ') ||
      'never',
    reset: () => of(target.reset, 'never'),
    reopen: () => target.reopen,
    priority_change: () => target.priorityChange,
    pause: () => `${of(target.pause, 'never')}${target.resume ? ` until ${conditionWords(target.resume)}` : ''}`,
    calendar: () => chainWords(target.calendar, 'calendar'),
    zone: () => (target.zone ? chainWords(target.zone, 'time zone') : "the calendar's own"),
    unit: () => `${target.unit}: ${goalsWords(target)}`,
    goals: () => goalsWords(target)
  };
  return words[part]();
}
