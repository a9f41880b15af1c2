import { alwaysOpen, parseDayWindow } from '../calendars/calendar.ts';
import { isZone } from '../calendars/offsets.ts';
import { contract, states } from '../contract.ts';
import { parseDuration, speaksOfDays } from './duration.ts';
import { defaultMoments } from './resolve.ts';
import type { AgreementEntry, CalendarEntry, TargetEntry } from './schema.ts';
import { nearest, type Path } from './source-file.ts';

/** What a rule finds: the place inside the file, why it cannot stand, and a way out. */
export interface Finding {
  path: Path;
  reason: string;
  suggestion: string;
  severity: 'error' | 'warning';
}

const error = (path: Path, reason: string, suggestion: string): Finding => ({ path, reason, suggestion, severity: 'error' });
const warning = (path: Path, reason: string, suggestion: string): Finding => ({ path, reason, suggestion, severity: 'warning' });
const listOf = (value: string | readonly string[] | undefined): readonly string[] =>
  value === undefined ? [] : typeof value === 'string' ? [value] : value;
const didYouMean = (word: string, known: readonly string[], otherwise: string): string => {
  const close = nearest(word, known);
  return close ? `Did you mean "${close}"?` : otherwise;
};

/** Everything about calendars that their shape alone cannot tell. */
export function checkCalendars(entries: readonly CalendarEntry[]): Finding[] {
  return [...entries.flatMap(checkCalendar), ...checkVersions(entries, 'calendars')];
}

function checkCalendar(entry: CalendarEntry, index: number): Finding[] {
  const path = ['calendars', index];
  const found: Finding[] = [];
  if (!isZone(entry.zone))
    found.push(
      error(
        [...path, 'zone'],
        `"${entry.zone}" is no IANA time zone`,
        didYouMean(entry.zone, Intl.supportedValuesOf('timeZone'), 'Write it like "Europe/Berlin".')
      )
    );
  if (entry.name === alwaysOpen.name)
    found.push(error([...path, 'name'], `"${alwaysOpen.name}" is built in: always open, in UTC`, 'Choose another name.'));
  for (const [at, dates] of datesOf(entry))
    if (!isDate(dates)) found.push(error([...path, ...at], `${dates} is no date`, 'Check day and month.'));
  for (const [at, text] of windowTexts(entry))
    if (!parseDayWindow(text))
      found.push(
        error(
          [...path, ...at],
          `"${text}" is no window of a day`,
          'Write "09:00-17:00"; a whole day is "00:00-24:00", over midnight "22:00-06:00".'
        )
      );
  return found;
}

function datesOf(entry: CalendarEntry): [Path, string][] {
  const holidays = (entry.holidays ?? []).map((holiday, index): [Path, string] =>
    typeof holiday === 'string' ? [['holidays', index], holiday] : [['holidays', index, 'date'], holiday.date]
  );
  const keys = (['special', 'breaks'] as const).flatMap((key) =>
    Object.keys(entry[key] ?? {}).map((date): [Path, string] => [[key, date], date])
  );
  const validity = (['valid_from', 'valid_to'] as const).flatMap((key): [Path, string][] => (entry[key] ? [[[key], entry[key]]] : []));
  return [...holidays, ...keys, ...validity];
}

/** `MM-DD` counts as a date when some year has it. */
function isDate(text: string): boolean {
  const full = text.length === 5 ? `2024-${text}` : text;
  const parsed = new Date(`${full}T00:00:00Z`);
  return !Number.isNaN(parsed.getTime()) && parsed.toISOString().slice(0, 10) === full;
}

function windowTexts(entry: CalendarEntry): [Path, string][] {
  const keys = ['hours', 'special', 'breaks'] as const;
  return keys.flatMap((key) => {
    const days = entry[key];
    if (days === undefined || days === 'always') return [];
    return Object.entries(days).flatMap(([day, texts]) => (texts ?? []).map((text, index): [Path, string] => [[key, day, index], text]));
  });
}

type Versioned = { name: string; version?: number; valid_from?: string; valid_to?: string };

/** R17: two versions in force on one day would make every clock twice. */
function checkVersions(entries: readonly Versioned[], kind: 'calendars' | 'agreements'): Finding[] {
  return entries.flatMap((entry, index) => {
    const path = [kind, index];
    const found: Finding[] = [];
    if (entry.valid_from && entry.valid_to && entry.valid_to < entry.valid_from)
      found.push(error([...path, 'valid_to'], `ends on ${entry.valid_to}, before it begins on ${entry.valid_from}`, 'Swap the two dates.'));
    for (const other of entries.slice(0, index).filter(({ name }) => name === entry.name)) {
      if ((entry.valid_from ?? '') <= (other.valid_to ?? '9999') && (other.valid_from ?? '') <= (entry.valid_to ?? '9999'))
        found.push(
          error(
            [...path, 'name'],
            `"${entry.name}" stands here twice for the same days`,
            'End the older version with valid_to the day before valid_from of the newer.'
          )
        );
      if (entry.version !== undefined && entry.version === other.version)
        found.push(error([...path, 'version'], `"${entry.name}" has version ${entry.version} twice`, 'Count versions up.'));
    }
    return found;
  });
}

/** Everything about agreements that their shape alone cannot tell. */
export function checkAgreements(entries: readonly AgreementEntry[], calendars: readonly string[]): Finding[] {
  const perTarget = entries.flatMap((agreement, index) =>
    agreement.targets.flatMap((target, at) => checkTarget(target, ['agreements', index, 'targets', at], calendars))
  );
  return [...perTarget, ...entries.flatMap(checkNames), ...checkVersions(entries, 'agreements')];
}

function checkNames(agreement: AgreementEntry, index: number): Finding[] {
  return agreement.targets.flatMap((target, at) =>
    agreement.targets.findIndex(({ name }) => name === target.name) === at
      ? []
      : [
          error(
            ['agreements', index, 'targets', at, 'name'],
            `"${target.name}" stands twice in "${agreement.name}"`,
            'Give each target its own name.'
          )
        ]
  );
}

function checkTarget(target: TargetEntry, path: Path, calendars: readonly string[]): Finding[] {
  return [
    ...checkWords(target, path),
    ...checkCalendarNames(target, path, calendars),
    ...checkGoals(target, path),
    ...checkStates(target, path)
  ];
}

function checkWords(target: TargetEntry, path: Path): Finding[] {
  const columns = contract[target.record_type];
  const instants = columns.filter(({ type }) => type === 'instant').map(({ name }) => name);
  const known = [...states, ...instants];
  const found: Finding[] = [];
  for (const key of ['start', 'stop'] as const)
    for (const word of listOf(target[key]))
      if (!known.includes(word))
        found.push(
          error(
            [...path, key],
            `"${word}" is neither a state nor an instant of ${target.record_type}`,
            didYouMean(word, known, `Instants: ${instants.join(', ')}.`)
          )
        );
  const own = defaultMoments[target.metric];
  for (const key of ['start', 'stop'] as const)
    if (
      !target[key] &&
      !own[key].some((word) => known.includes(word) && (instants.includes(word) || (instants.length > 0 && hasStates(target))))
    )
      found.push(
        error(
          [...path, 'metric'],
          `${target.record_type} has no ${own[key].join(' or ')}`,
          `Say ${key}: with an instant or state of ${target.record_type}.`
        )
      );
  for (const column of Object.keys(target.when ?? {}))
    if (!columns.some(({ name }) => name === column))
      found.push(
        error(
          [...path, 'when', column],
          `${target.record_type} has no column "${column}"`,
          didYouMean(
            column,
            columns.map(({ name }) => name),
            'See the contract for its columns.'
          )
        )
      );
  return found;
}

const hasStates = (target: TargetEntry): boolean => contract[target.record_type].some(({ name }) => name === 'state');

function checkCalendarNames(target: TargetEntry, path: Path, calendars: readonly string[]): Finding[] {
  const source = target.calendar;
  if (source === undefined)
    return [warning(path, `"${target.name}" names no calendar, so every hour counts (24x7)`, 'Say calendar: 24x7 if that is meant.')];
  const named: [Path, string][] =
    typeof source === 'string'
      ? [[['calendar'], source]]
      : [
          [['calendar', 'default'], source.default],
          ...Object.entries(source.by_team).map(([team, name]): [Path, string] => [['calendar', 'by_team', team], name])
        ];
  return named
    .filter(([, name]) => !calendars.includes(name))
    .map(([at, name]) =>
      error([...path, ...at], `there is no calendar "${name}"`, didYouMean(name, calendars, `Known: ${calendars.join(', ')}.`))
    );
}

function checkGoals(target: TargetEntry, path: Path): Finding[] {
  const goals = Object.entries(target.goals);
  const found = goals
    .filter(([, text]) => parseDuration(text) === undefined)
    .map(([priority, text]) =>
      error([...path, 'goals', priority], `"${text}" is no whole number of seconds above 0`, 'Write "30m", "4h" or "1h 30m".')
    );
  if (goals.length === 0) found.push(error([...path, 'goals'], 'there is no goal', 'Say goals: { 1: 4h, default: 24h }.'));
  if (target.unit === 'working_day')
    found.push(
      error([...path, 'unit'], 'goals in working days are not supported', 'Say the goal in hours of schedule, with unit: elapsed.')
    );
  if (target.unit === undefined && goals.some(([, text]) => speaksOfDays(text)))
    found.push(
      error(
        [...path, 'goals'],
        'a day can mean 24 hours of schedule or one working day',
        'Add unit: elapsed (24 hours of schedule), or say the goal in hours.'
      )
    );
  const uncovered = [1, 2, 3, 4, 5].filter((priority) => !(String(priority) in target.goals));
  if (!('default' in target.goals) && uncovered.length > 0)
    found.push(
      warning(
        [...path, 'goals'],
        `no goal for priority ${uncovered.join(', ')}: such records are counted as uncovered`,
        'Add default: if one goal is meant for all others.'
      )
    );
  return found;
}

/** R1 and R2: states that would start, pause, stop or cancel a clock in the same moment. */
function checkStates(target: TargetEntry, path: Path): Finding[] {
  const isWord = (word: string) => (states as readonly string[]).includes(word);
  const start = listOf(target.start ?? defaultMoments[target.metric].start);
  const stop = listOf(target.stop ?? defaultMoments[target.metric].stop).filter(isWord);
  const cancel = listOf(target.cancel ?? 'cancelled');
  const pause = listOf(target.pause);
  const opening = start.includes('opened_at') ? ['new'] : start.filter(isWord);
  const both = (left: readonly string[], right: readonly string[]) => left.filter((word) => right.includes(word));
  const clash = (key: string, words: readonly string[], reason: (word: string) => string, suggestion: string) =>
    words.map((word) => error([...path, key], reason(word), suggestion));
  return [
    ...clash(
      'pause',
      both(pause, opening),
      (word) => `the clock starts in "${word}" and would be paused from its first second`,
      'Take it out of pause, or start the clock later.'
    ),
    ...clash('pause', both(pause, stop), (word) => `"${word}" would stop and pause the clock`, 'Name it in one of the two.'),
    ...clash('pause', both(pause, cancel), (word) => `"${word}" would cancel and pause the clock`, 'Name it in one of the two.'),
    ...clash('stop', both(stop, cancel), (word) => `"${word}" would stop and cancel the clock`, 'Name it in one of the two.'),
    ...clash(
      'stop',
      both(stop, opening),
      (word) => `the clock starts in "${word}" and would stop at once`,
      'Choose another start or stop.'
    ),
    ...checkReopen(target, path)
  ];
}

function checkReopen(target: TargetEntry, path: Path): Finding[] {
  const stop = listOf(target.stop ?? defaultMoments[target.metric].stop);
  const fields = stop.filter((word) => !(states as readonly string[]).includes(word));
  if (target.reopen === undefined || target.reopen === 'ignore' || fields.length === 0) return [];
  return [
    error([...path, 'reopen'], `a clock stopped by ${fields.join(', ')} cannot be reopened`, 'Stop it by states, or say reopen: ignore.')
  ];
}
