import { contract, states, type RecordType, type State } from '../contract.ts';
import { isCourseColumn, type Condition, type Scalar } from './condition.ts';
import type { Moments } from './definitions.ts';
import type { ConditionEntry, ConditionMap, TargetEntry, Wanted } from './schema.ts';

export const listOf = <T>(value: T | readonly T[] | undefined): T[] =>
  value === undefined ? [] : Array.isArray(value) ? [...(value as readonly T[])] : [value as T];
export const isState = (word: unknown): word is State => (states as readonly unknown[]).includes(word);

/** One of the states; undefined when none is named. */
export const inStates = (words: readonly State[]): Condition | undefined =>
  words.length === 0 ? undefined : { kind: 'in', column: 'state', values: words };

/** All of the conditions, or the one there is; undefined when there is none. */
export function allOf(conditions: readonly (Condition | undefined)[]): Condition | undefined {
  const present = conditions.filter((each) => each !== undefined);
  return present.length > 1 ? { kind: 'all', conditions: present } : present[0];
}
export function anyOf(conditions: readonly (Condition | undefined)[]): Condition | undefined {
  const present = conditions.filter((each) => each !== undefined);
  return present.length > 1 ? { kind: 'any', conditions: present } : present[0];
}

/** A condition as the file says it, as a tree. Nothing, or an empty list, is no condition. */
export function conditionOf(entry: ConditionEntry | undefined): Condition | undefined {
  if (entry === undefined) return undefined;
  if (typeof entry === 'string' || Array.isArray(entry)) return inStates(listOf<State>(entry));
  return allOf(Object.entries(entry).map(([key, value]) => partOf(key, value)));
}

function partOf(key: string, value: ConditionMap[string]): Condition | undefined {
  if (key === 'any') return anyOf((value as ConditionEntry[]).map(conditionOf));
  if (key === 'all') return allOf((value as ConditionEntry[]).map(conditionOf));
  if (key === 'not') return negated(conditionOf(value as ConditionEntry));
  return columnCondition(key, value as Wanted);
}

const negated = (condition: Condition | undefined): Condition | undefined => condition && { kind: 'not', condition };

function columnCondition(column: string, wanted: Wanted): Condition {
  if (wanted === null || typeof wanted !== 'object' || Array.isArray(wanted)) return { kind: 'in', column, values: listOf(wanted) };
  if ('not' in wanted) return { kind: 'not', condition: { kind: 'in', column, values: listOf<Scalar | null>(wanted.not) } };
  if ('contains' in wanted) return { kind: 'text', column, match: 'contains', text: wanted.contains };
  if ('starts_with' in wanted) return { kind: 'text', column, match: 'starts_with', text: wanted.starts_with };
  return { kind: 'range', column, ...wanted };
}

/** Words that are columns the record type lacks are left out: a default such as `first_response_at` stands for what is there. */
export function momentsOf(entry: TargetEntry['start'], recordType: RecordType): Moments {
  const parts = listOf(entry);
  const words = parts.filter((part) => typeof part === 'string');
  const fields = words.filter((word) => !isState(word) && contract[recordType].some(({ name }) => name === word));
  const conditions = parts.filter((part) => typeof part !== 'string').map((part) => conditionOf(part as ConditionMap));
  const condition = anyOf([inStates(words.filter(isState)), ...conditions]);
  return condition ? { fields, condition } : { fields };
}

export interface Ending {
  cancel?: Condition;
  isCancelledWhenUnmet: boolean;
}

/** `cancelled` cancels unless the target says otherwise. */
export function cancelOf(entry: TargetEntry['cancel'] = 'cancelled'): Ending {
  const parts = listOf<unknown>(entry);
  const words = parts.filter(isState);
  const conditions = parts.filter((part) => typeof part === 'object').map((part) => conditionOf(part as ConditionEntry));
  return { cancel: anyOf([inStates(words), ...conditions]), isCancelledWhenUnmet: parts.includes('when_ends') };
}

export function resetOf(entry: TargetEntry['reset']): Condition | undefined {
  if (entry === undefined) return undefined;
  if (entry === 'replied') return { kind: 'replied' };
  if (isChange(entry)) return { kind: 'changed', columns: listOf(entry.changed).filter(isCourseColumn) };
  return conditionOf(entry as ConditionEntry);
}

export const isChange = (entry: unknown): entry is { changed: string | string[] } =>
  typeof entry === 'object' && entry !== null && !Array.isArray(entry) && 'changed' in entry;
