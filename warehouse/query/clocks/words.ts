import { spaced } from '../../service-levels/words.ts';
import type { Aim, Change, RecordClock, Stretch, StretchKind } from './clock.ts';
import { endWords, sentenceOf } from './rules.ts';
import { exactly, instantBoth } from './zoned.ts';

export const kindWords: Readonly<Record<StretchKind, string>> = { running: 'running', paused: 'paused', out_of_hours: 'closed' };

/** `SLA Standard service / Resolution, cycle 2`. */
export const clockName = ({ target, cycle }: RecordClock): string =>
  `${target.agreementType} ${target.agreement} / ${target.name}${cycle > 1 ? `, cycle ${cycle}` : ''}`;

/** `met`; `breached, still open`; what it is by the least and the most it can have used. */
export const stageWords = ({ stage, stoppedAt }: RecordClock): string =>
  stage === 'breached' && stoppedAt === null ? 'breached, still open' : stage;

const priorityWords = (priority: number | null): string => (priority === null ? 'no priority' : `P${priority}`);
const aimWords = ({ goal, days }: Aim): string =>
  days !== null ? `${days} working ${days === 1 ? 'day' : 'days'}` : goal === null ? 'no goal' : exactly(goal);

/** The goal and where it comes from: the priority in force at the end, and the ones before it. */
export function goalWords(clock: RecordClock): string {
  const { goal, goalDays, priority, goalChanges, zone, stoppedAt } = clock;
  const amount = goalDays === null ? exactly(goal) : `${aimWords({ goal, days: goalDays, priority })} (${exactly(goal)} of open hours)`;
  const source = `${amount}, for ${priority === null ? 'records without priority' : `${priorityWords(priority)}, in force ${stoppedAt === null ? 'now' : 'at the end'}`}`;
  const changes = goalChanges.map(
    ({ at, before, after }) =>
      `${instantBoth(at, zone)} ${priorityWords(before.priority)} → ${priorityWords(after.priority)}: ${aimWords(before)} → ${aimWords(after)}`
  );
  return [source, ...changes].join('; ');
}

/** The calendar, its zone, and the link of the chain that chose it. */
export function calendarWords({
  calendar,
  zone,
  calendarSource,
  calendarKey,
  calendarVersion,
  isAlwaysOpen,
  zoneSource,
  target,
  stretches
}: RecordClock): string {
  const version = (calendarVersion ?? 1) > 1 ? `, version ${calendarVersion}` : '';
  const name = `${calendar ?? 'none'} (${isAlwaysOpen ? `always open; times in ${zone}` : zone}${version})`;
  const rule = sentenceOf(target, 'calendar');
  const hasChain = rule === undefined || rule.includes(' else ');
  const link =
    calendarSource === null || (calendarSource === 'fixed' && !hasChain)
      ? 'the calendar of the target'
      : calendarSource === 'fixed'
        ? 'the last resort of the target: no other link knows the record'
        : `by ${spaced(calendarSource)} ${calendarKey ?? 'then'}`;
  const others = new Set(stretches.map((stretch) => stretch.calendar).filter((other) => other !== calendar));
  const before = others.size > 0 ? `; before that ${[...others].join(', ')}` : '';
  return `${name}, ${link}${zoneSource === null ? '' : `; zone by ${spaced(zoneSource)}`}${before}`;
}

/** What a clock used: business time, or its bounds where history is missing (R21), wall time and pauses. */
export function usedWords({ elapsed, least, most, isExact, actual, paused }: RecordClock): string {
  const business = isExact
    ? `${exactly(elapsed)} of open hours`
    : `between ${exactly(least)} and ${exactly(most)} of open hours (history is missing; as told ${exactly(elapsed)})`;
  return `${business}; ${exactly(actual)} wall time without pauses; ${paused > 0 ? `${exactly(paused)} paused` : 'never paused'}`;
}

const value = (text: string | null): string => (text === null ? 'none' : spaced(text));
const labels: Readonly<Record<string, string>> = { state_source: 'source state', configuration_item: 'configuration item' };

/** `state new → in progress`. */
export const changeWords = ({ field, from, to }: Change): string => `${labels[field] ?? spaced(field)} ${value(from)} → ${value(to)}`;

/** What changed at the beginning of a stretch; the source's own word for a state only where the state stayed the same. */
export function beginningWords({ changes }: Stretch): string {
  const isStateChange = changes.some(({ field }) => field === 'state');
  return changes
    .filter(({ field }) => field !== 'state_source' || !isStateChange)
    .map(changeWords)
    .join('; ');
}

/** `row 7 of the history`: the row of the source that brought a change. */
export const causeWords = ({ cause }: Stretch): string =>
  cause === null ? '' : `${cause.source}${cause.sequence === null ? '' : ` ${cause.sequence}`}`;

/** How a clock began and ended: `starts at the opening`, `ended: state resolved`. */
export function startWords({ target, cycle }: RecordClock): string {
  if (cycle > 1) return `cycle ${cycle} begins`;
  return sentenceOf(target, 'start')?.replace(/^The clock /, '') ?? 'starts';
}
export { endWords };
