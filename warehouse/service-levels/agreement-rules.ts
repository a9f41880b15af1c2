import { contract, states } from '../contract.ts';
import { parseDuration, speaksOfDays } from './duration.ts';
import { checkVersions, didYouMean, error, listOf, warning, type Finding } from './finding.ts';
import { defaultMoments } from './resolve.ts';
import type { AgreementEntry, TargetEntry } from './schema.ts';
import type { Path } from './source-file.ts';

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
  for (const key of ['start', 'stop'] as const) {
    const own = defaultMoments[target.metric][key];
    const usable = own.filter((word) => instants.includes(word) || (hasStates(target) && (states as readonly string[]).includes(word)));
    if (!target[key] && usable.length === 0)
      found.push(
        error(
          [...path, 'metric'],
          `${target.record_type} has no ${own.join(' or ')}`,
          `Say ${key}: with an instant or state of ${target.record_type}.`
        )
      );
  }
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
