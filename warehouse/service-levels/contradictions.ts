import { contract, states, type Column } from '../contract.ts';
import type { Condition } from './condition.ts';
import type { Target } from './definitions.ts';
import { error, warning, type Finding } from './finding.ts';
import { allOf, anyOf, inStates, momentsOf } from './resolve-condition.ts';
import { canHold, constantPart, implies } from './satisfiable.ts';
import type { TargetEntry } from './schema.ts';
import type { Path } from './source-file.ts';

/** A target whose words are sound, in both forms. */
export interface Told {
  target: Target;
  entry: TargetEntry;
  path: Path;
}

/** What one rule needs to know about a target. */
interface Case extends Told {
  columns: readonly Column[];
  /** What of `when` holds as long as the record lives, or as long as the clock does. */
  always: Condition | undefined;
  /** Where the clock begins: the start condition, or `new` for `opened_at`; undefined when nothing is known about it. */
  opening: Condition | undefined;
}

/** R1, R2 and beyond: words of one target that contradict each other, or can never act. */
export function checkContradictions(told: Told): Finding[] {
  const { target } = told;
  const columns = contract[target.recordType];
  const always = target.isCancelledWhenUnmet ? target.when : constantPart(target.when);
  const given: Case = { ...told, columns, always, opening: openingOf(target, columns) };
  const dead = checkDead(given);
  if (dead.length > 0) return [...dead, ...checkKeys(told)];
  return [...checkMoments(given), ...checkPause(given), ...checkReset(given), ...checkKeys(told), ...checkCoverage(given)];
}

function openingOf({ start, when }: Target, columns: readonly Column[]): Condition | undefined {
  const opening = anyOf([start.fields.includes('opened_at') ? inStates(['new']) : undefined, start.condition]);
  if (opening === undefined || start.fields.some((field) => field !== 'opened_at')) return undefined;
  return canHold(columns, opening, when) ? allOf([opening, when]) : when;
}

/** Conditions that never hold, alone or beside `when`. */
function checkDead({ target, entry, path, columns, always }: Case): Finding[] {
  const { start, when, recordType } = target;
  const stop = momentsOf(entry.stop, recordType);
  const own: [key: string, condition: Condition | undefined, without: string][] = [
    ['when', when, 'this target is about no record'],
    ['start', start.fields.length > 0 ? undefined : start.condition, 'the clock never starts'],
    ['stop', stop.fields.length > 0 ? undefined : stop.condition, 'the clock never stops'],
    ['cancel', entry.cancel === undefined ? undefined : target.cancel, 'it never cancels'],
    ['pause', target.pause, 'it never pauses'],
    ['resume', target.resume, 'a pause never ends'],
    ['reset', target.reset, 'it never begins a new cycle']
  ];
  return own.flatMap(([key, condition, effect]) => {
    if (condition === undefined) return [];
    const at = entry[key as keyof TargetEntry] === undefined ? path : [...path, key];
    if (!canHold(columns, condition))
      return [error(at, `this condition can never hold, so ${effect}`, 'Its parts contradict each other: correct or remove one.')];
    if (key === 'when' || canHold(columns, condition, always)) return [];
    return [error(at, `this condition and when can never hold together, so ${effect}`, 'Correct one of the two.')];
  });
}

const ended = ({ stop, cancel }: Target): Condition | undefined => anyOf([stop.condition, cancel]);

/**
 * The states in which one condition brings the other with it: where two words would act at once. A part that can hold in every state
 * is not about states, and clashes only if it always brings the other.
 */
function clashes(columns: readonly Column[], one: Condition | undefined, other: Condition | undefined): string[] {
  if (one === undefined || other === undefined) return [];
  const parts = one.kind === 'any' ? one.conditions : [one];
  const found = parts.flatMap((part) => {
    const possible = states.filter((state) => canHold(columns, part, inStates([state])));
    if (possible.length === states.length) return implies(columns, [part], other) ? possible : [];
    return possible.filter((state) => implies(columns, [part, inStates([state])], other));
  });
  return states.filter((state) => found.includes(state));
}
const named = (words: readonly string[]): string =>
  words.length === states.length ? 'the same condition' : words.map((word) => `"${word}"`).join(', ');

function checkMoments({ target, path, columns, opening, entry }: Case): Finding[] {
  const { stop, cancel, when } = target;
  const found: Finding[] = [];
  const stopKey = (['stop', 'start', 'when'] as const).find((key) => entry[key] !== undefined) ?? 'metric';
  const atOnce = clashes(columns, opening, stop.condition);
  if (atOnce.length > 0)
    found.push(error([...path, stopKey], `the clock starts in ${named(atOnce)} and would stop at once`, 'Choose another start or stop.'));
  else if (implies(columns, [when], ended(target) ?? never))
    found.push(
      error([...path, 'when'], 'where this holds the clock has already ended, so it never attaches (R1)', 'Correct when, stop or cancel.')
    );
  const both = clashes(columns, stop.condition, cancel);
  if (both.length > 0)
    found.push(error([...path, stopKey], `${named(both)} would stop and cancel the clock`, 'Name it in one of the two.'));
  else if (cancel && entry.cancel !== undefined && implies(columns, [cancel], stop.condition ?? never))
    found.push(error([...path, 'cancel'], 'where this holds the clock stops first, so it never cancels', 'Correct cancel or stop.'));
  return found;
}

/** A condition that never holds. */
const never: Condition = { kind: 'any', conditions: [] };

function checkPause({ target, path, columns, opening }: Case): Finding[] {
  const { pause, resume, stop, cancel, when } = target;
  if (!pause) return [];
  const at = [...path, 'pause'];
  if (resume && implies(columns, [pause], resume))
    return [error([...path, 'resume'], 'the pause would end in the moment it begins', 'Choose another pause or resume.')];
  const pausing = allOf([pause, resume && { kind: 'not', condition: resume }]);
  const found: Finding[] = [];
  const opened = opening ? clashes(columns, opening, pausing) : implies(columns, [when], pausing) ? [...states] : [];
  if (opened.length > 0)
    found.push(
      error(
        at,
        `the clock starts in ${named(opened)} and would be paused from its first second`,
        'Take it out of pause, or start the clock later.'
      )
    );
  for (const [verb, other] of [
    ['stop', stop.condition],
    ['cancel', cancel]
  ] as const) {
    const both = clashes(columns, pausing, other);
    if (both.length > 0) found.push(error(at, `${named(both)} would ${verb} and pause the clock`, 'Name it in one of the two.'));
  }
  return found;
}

function checkReset({ target, entry, path, columns }: Case): Finding[] {
  const { reset, priorityChange } = target;
  if (!reset || entry.reset === undefined) return [];
  const at = [...path, 'reset'];
  if (implies(columns, [reset], ended(target) ?? never))
    return [error(at, 'where this holds the clock has ended, so it never begins a new cycle', 'Correct reset, stop or cancel.')];
  if (priorityChange === 'restart' && reset.kind === 'changed' && reset.columns.includes('priority'))
    return [
      error(at, 'a new priority would complete the clock and cancel it (priority_change: restart)', 'Take priority out of one of the two.')
    ];
  return [];
}

/** Keys that mean nothing without another. */
function checkKeys({ target, entry, path }: Told): Finding[] {
  const found: Finding[] = [];
  if (entry.resume !== undefined && !target.pause)
    found.push(error([...path, 'resume'], 'there is no pause to end', 'Say pause, or remove it.'));
  if (target.isCancelledWhenUnmet && !target.when)
    found.push(error([...path, 'cancel'], 'when_ends needs a when that can end', 'Say when, or remove when_ends.'));
  if (entry.retroactive_pause !== undefined && entry.retroactive_start === undefined)
    found.push(
      warning([...path, 'retroactive_pause'], 'this says nothing without retroactive_start', 'Say retroactive_start, or remove it.')
    );
  const { fields, condition } = target.stop;
  if (entry.reopen !== undefined && entry.reopen !== 'ignore' && !condition)
    found.push(
      error([...path, 'reopen'], `a clock stopped by ${fields.join(', ')} cannot be reopened`, 'Stop it by states, or say reopen: ignore.')
    );
  return found;
}

function checkCoverage({ target, path, columns }: Case): Finding[] {
  const { goals, when } = target;
  const isMet = (priority: number) => canHold(columns, when, { kind: 'in', column: 'priority', values: [priority] });
  const at = [...path, 'goals'];
  const possible = [1, 2, 3, 4, 5].filter(isMet);
  if (goals.fallback !== undefined) return [];
  if (!possible.some((priority) => goals.byPriority.has(priority)))
    return [error(at, 'when excludes every priority that has a goal, so no clock would have one', 'Correct when or goals.')];
  const uncovered = possible.filter((priority) => !goals.byPriority.has(priority));
  if (uncovered.length === 0) return [];
  return [
    warning(
      at,
      `no goal for priority ${uncovered.join(', ')}: such records are counted as uncovered`,
      'Add default: if one goal is meant for all others.'
    )
  ];
}
