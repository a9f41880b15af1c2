import { states } from '../contract.ts';
import { checkChain, zoneChain, type ChainKind } from './chain-rules.ts';
import {
  checkChanged,
  checkCondition,
  checkConditionMap,
  checkState,
  columnNamed,
  namesOf,
  within,
  type Place
} from './condition-rules.ts';
import type { Condition } from './condition.ts';
import { parseDays, parseDuration, speaksOfDays } from './duration.ts';
import { didYouMean, error, isError, isMap, shown, warning, type Finding } from './finding.ts';
import { conditionOf, isChange, isState } from './resolve-condition.ts';
import { defaultMoments } from './resolve.ts';
import type { TargetEntry } from './schema.ts';

/** Words, columns, names and goals of one target; whether they go together is another matter. */
export function checkTargetWords(target: TargetEntry, place: Place, calendars: readonly string[] | undefined): Finding[] {
  const conditions = checkConditions(target, place);
  const when = conditions.some(isError) ? undefined : conditionOf(target.when);
  return [...conditions, ...checkDefaults(target, place), ...checkChains(target, place, calendars, when), ...checkGoals(target, place)];
}

function checkConditions(target: TargetEntry, place: Place): Finding[] {
  const found: Finding[] = [];
  if (target.when !== undefined) found.push(...checkWhen(target.when, within(place, 'when')));
  for (const key of ['start', 'stop'] as const)
    if (target[key] !== undefined) found.push(...checkParts(target[key], within(place, key), checkMoment));
  for (const key of ['pause', 'resume'] as const)
    if (target[key] !== undefined) found.push(...checkCondition(target[key], within(place, key)));
  if (target.cancel !== undefined) found.push(...checkParts(target.cancel, within(place, 'cancel'), checkCancel));
  if (target.reset !== undefined) found.push(...checkReset(target.reset, within(place, 'reset')));
  if (target.retroactive_start !== undefined) found.push(...checkInstant(target.retroactive_start, within(place, 'retroactive_start')));
  return found;
}

const checkWhen = (entry: unknown, place: Place): Finding[] =>
  isMap(entry)
    ? checkConditionMap(entry, place)
    : [error(place.path, `${shown(entry)} is no condition`, 'Write columns and what each must be: { category: network }.')];

function checkParts(entry: unknown, place: Place, check: (part: unknown, at: Place) => Finding[]): Finding[] {
  return Array.isArray(entry) ? entry.flatMap((part, at) => check(part, within(place, at))) : check(entry, place);
}

function checkMoment(part: unknown, place: Place): Finding[] {
  const { path, recordType } = place;
  if (isMap(part)) return checkConditionMap(part, place);
  if (typeof part !== 'string')
    return [error(path, `${shown(part)} is no moment`, 'Write an instant, a state, or columns and what each must be.')];
  if (isState(part)) return checkState(part, place);
  const instants = namesOf(recordType, 'instant');
  if (instants.includes(part)) return [];
  const known = columnNamed(recordType, 'state') ? [...states, ...instants] : instants;
  return [
    error(
      path,
      `"${part}" is neither a state nor an instant of ${recordType}`,
      didYouMean(part, known, `Instants: ${instants.join(', ')}.`)
    )
  ];
}

function checkCancel(part: unknown, place: Place): Finding[] {
  if (part === 'when_ends') return [];
  if (typeof part === 'string' && !isState(part))
    return [
      error(place.path, `"${part}" is no state`, didYouMean(part, [...states, 'when_ends'], `States: ${states.join(', ')}; or when_ends.`))
    ];
  return Array.isArray(part) ? [error(place.path, 'a list in a list', 'Write one list.')] : checkCondition(part, place);
}

function checkReset(entry: unknown, place: Place): Finding[] {
  if (entry === 'replied') return [];
  if (!isChange(entry)) return checkCondition(entry, place);
  const others = Object.keys(entry).filter((key) => key !== 'changed');
  if (others.length > 0) return [error([...place.path, others[0] as string], 'a reset by change says nothing else', 'Remove it.')];
  return checkChanged(entry.changed, within(place, 'changed'));
}

function checkInstant(word: string, { path, recordType }: Place): Finding[] {
  const instants = namesOf(recordType, 'instant');
  if (instants.includes(word)) return [];
  return [error(path, `"${word}" is no instant of ${recordType}`, didYouMean(word, instants, `Instants: ${instants.join(', ')}.`))];
}

/** The moments by metric must mean something for the record type. */
function checkDefaults(target: TargetEntry, { path, recordType }: Place): Finding[] {
  const hasStates = columnNamed(recordType, 'state') !== undefined;
  return (['start', 'stop'] as const).flatMap((key) => {
    if (target[key] !== undefined) return [];
    const own = defaultMoments[target.metric][key];
    if (own.some((word) => (isState(word) ? hasStates : columnNamed(recordType, word)))) return [];
    return [
      error([...path, 'metric'], `${recordType} has no ${own.join(' or ')}`, `Say ${key}: with an instant or state of ${recordType}.`)
    ];
  });
}

function checkChains(target: TargetEntry, place: Place, known: readonly string[] | undefined, when: Condition | undefined): Finding[] {
  const calendars: ChainKind = { noun: 'calendar', known, needsLastResort: true };
  return [
    ...(target.calendar === undefined
      ? [warning(place.path, `"${target.name}" names no calendar, so every hour counts (24x7)`, 'Say calendar: 24x7 if that is meant.')]
      : checkChain(target.calendar, calendars, within(place, 'calendar'), when)),
    ...(target.zone === undefined ? [] : checkChain(target.zone, zoneChain, within(place, 'zone'), when))
  ];
}

function checkGoals({ goals, unit }: TargetEntry, { path }: Place): Finding[] {
  const at = [...path, 'goals'];
  const all = Object.entries(goals);
  if (all.length === 0) return [error(at, 'there is no goal', 'Say goals: { 1: 4h, default: 24h }.')];
  if (unit === 'working_day')
    return all
      .filter(([, text]) => parseDays(text) === undefined)
      .map(([priority, text]) =>
        error([...at, priority], `"${text}" is no whole number of working days`, 'Write "3d", or say unit: elapsed.')
      );
  const found = all
    .filter(([, text]) => parseDuration(text) === undefined)
    .map(([priority, text]) =>
      error([...at, priority], `"${text}" is no whole number of seconds above 0`, 'Write "30m", "4h" or "1h 30m".')
    );
  if (unit === undefined && all.some(([, text]) => speaksOfDays(text)))
    found.push(
      error(
        at,
        'a day can mean 24 hours of schedule or one working day',
        'Add unit: elapsed (24 hours of schedule) or unit: working_day, or say the goal in hours.'
      )
    );
  return found;
}
