import { contract, states, type Column, type RecordType } from '../contract.ts';
import { courseColumns } from './condition.ts';
import { didYouMean, error, isMap, shown, type Finding } from './finding.ts';
import type { Path } from './source-file.ts';

/** A place in the file and the record type whose columns conditions may name there. */
export interface Place {
  path: Path;
  recordType: RecordType;
}

export const within = ({ path, recordType }: Place, ...steps: (string | number)[]): Place => ({ path: [...path, ...steps], recordType });
export const columnNamed = (recordType: RecordType, name: string): Column | undefined =>
  contract[recordType].find((column) => column.name === name);
export const namesOf = (recordType: RecordType, type?: Column['type']): string[] =>
  contract[recordType].filter((column) => type === undefined || column.type === type).map(({ name }) => name);

/** A condition: a state, a list of states, or columns and what each must be. Shape and meaning, typed by the contract. */
export function checkCondition(entry: unknown, place: Place): Finding[] {
  if (typeof entry === 'string') return checkState(entry, place);
  if (Array.isArray(entry)) return entry.flatMap((word, at) => checkListed(word, within(place, at)));
  if (isMap(entry)) return checkConditionMap(entry, place);
  return [error(place.path, `${shown(entry)} is no condition`, conditionShape)];
}

const conditionShape = 'Write a state, a list of states, or columns and what each must be: { category: network }.';

function checkListed(word: unknown, place: Place): Finding[] {
  if (typeof word === 'string') return checkState(word, place);
  return [error(place.path, 'a list of a condition holds states only', 'Write { any: [ … ] } to join states and conditions.')];
}

export function checkState(word: string, { path, recordType }: Place): Finding[] {
  if (!columnNamed(recordType, 'state')) return [error(path, `${recordType} has no states`, 'Name a column and its value instead.')];
  if ((states as readonly string[]).includes(word)) return [];
  return [error(path, `"${word}" is no state`, didYouMean(word, states, `States: ${states.join(', ')}.`))];
}

export function checkConditionMap(map: Record<string, unknown>, place: Place): Finding[] {
  if (Object.keys(map).length === 0) return [error(place.path, 'an empty condition says nothing', 'Name a column, or leave it out.')];
  return Object.entries(map).flatMap(([key, value]) => {
    const here = within(place, key);
    if (key === 'any' || key === 'all') return checkList(key, value, here);
    if (key === 'not') return checkNonEmpty(value, here);
    const column = columnNamed(place.recordType, key);
    return column ? checkWanted(column, value, here) : [unknownColumn(key, here)];
  });
}

export const unknownColumn = (name: string, { path, recordType }: Place): Finding =>
  error(
    path,
    `${recordType} has no column "${name}"`,
    didYouMean(name, [...namesOf(recordType), 'any', 'all', 'not'], 'See the contract for its columns.')
  );

function checkList(key: string, value: unknown, place: Place): Finding[] {
  if (!Array.isArray(value) || value.length === 0)
    return [error(place.path, `${key} holds a list of conditions`, `Write ${key}: [ { category: network }, { team: Network } ].`)];
  return value.flatMap((each, at) => checkNonEmpty(each, within(place, at)));
}

/** Inside another condition an empty list would turn into its opposite unseen. */
const checkNonEmpty = (entry: unknown, place: Place): Finding[] =>
  Array.isArray(entry) && entry.length === 0 ? [emptyList(place)] : checkCondition(entry, place);
const emptyList = ({ path }: Place): Finding => error(path, 'an empty list holds nothing', 'Name a value, or leave it out.');

function checkWanted(column: Column, value: unknown, place: Place): Finding[] {
  if (!isMap(value)) return checkValues(column, value, place);
  const keys = Object.keys(value);
  const unknown = keys.filter((key) => !wantedKeys.includes(key));
  if (unknown.length > 0)
    return unknown.map((key) =>
      error([...place.path, key], `"${key}" is nothing a column can be`, didYouMean(key, wantedKeys, wantedShape))
    );
  if ('not' in value && keys.length === 1) return checkValues(column, value['not'], within(place, 'not'));
  if (keys.length === 1 && ('contains' in value || 'starts_with' in value)) return checkText(column, keys[0] as string, value, place);
  if (keys.length > 0 && keys.every((key) => key === 'from' || key === 'to')) return checkRange(column, value, place);
  return [error(place.path, `"${column.name}" must be one thing at a time`, wantedShape)];
}

const wantedKeys = ['not', 'from', 'to', 'contains', 'starts_with'];
const wantedShape = 'Write values, { not: … }, { from: …, to: … }, { contains: … } or { starts_with: … }; join several with all.';

function checkValues(column: Column, value: unknown, place: Place): Finding[] {
  if (!Array.isArray(value)) return checkValue(column, value, place);
  if (value.length === 0) return [emptyList(place)];
  return value.flatMap((each, at) => checkValue(column, each, within(place, at)));
}

function checkValue(column: Column, value: unknown, { path }: Place): Finding[] {
  if (value === null) return [];
  const { name, type, values, range } = column;
  if (typeof value === 'object') return [error(path, `"${name}" is compared with single values`, wantedShape)];
  if (type === 'instant')
    return [error(path, `"${name}" is an instant and has no values to name`, `Write { from: …, to: … }, null or { not: null }.`)];
  if (typeof value !== wordOf[type])
    return [
      error(
        path,
        `"${name}" is ${kindOf[type]}, ${shown(value)} is none`,
        type === 'text' ? `Write "${String(value)}", in quotes.` : exampleOf[type]
      )
    ];
  if (values && !values.includes(String(value)))
    return [error(path, `"${String(value)}" is no value of ${name}`, didYouMean(String(value), values, `Values: ${values.join(', ')}.`))];
  if (type === 'integer' && !Number.isSafeInteger(value)) return [error(path, `"${name}" is a whole number`, exampleOf.integer)];
  if (range && (Number(value) < range[0] || Number(value) > range[1]))
    return [error(path, `"${name}" lies between ${range[0]} and ${range[1]}`, 'Correct the value.')];
  return [];
}

const wordOf: Record<Column['type'], string> = {
  text: 'string',
  instant: 'string',
  integer: 'number',
  number: 'number',
  boolean: 'boolean'
};
const kindOf: Record<Column['type'], string> = {
  text: 'a text',
  instant: 'an instant',
  integer: 'a number',
  number: 'a number',
  boolean: 'true or false'
};
const exampleOf: Record<Column['type'], string> = {
  text: 'Write it in quotes.',
  instant: 'Write "2026-01-31T00:00:00Z".',
  integer: 'Write a whole number, without quotes.',
  number: 'Write a number, without quotes.',
  boolean: 'Write true or false.'
};

function checkText({ name, type, values }: Column, key: string, value: Record<string, unknown>, { path }: Place): Finding[] {
  if (type !== 'text' || values) return [error(path, `"${name}" is no free text`, 'Name its values instead.')];
  const text = value[key];
  return typeof text === 'string' && text !== '' ? [] : [error([...path, key], `${key} needs a text`, 'Write it in quotes.')];
}

function checkRange({ name, type, range }: Column, value: Record<string, unknown>, { path }: Place): Finding[] {
  if (type === 'text' || type === 'boolean') return [error(path, `"${name}" has no order, so no range`, 'Name its values instead.')];
  const ends = Object.entries(value);
  const isBound = (bound: unknown) => (type === 'instant' ? isInstant(bound) : Number.isFinite(bound));
  const wrong = ends.filter(([, bound]) => !isBound(bound));
  if (wrong.length > 0)
    return wrong.map(([key, bound]) =>
      error([...path, key], `${shown(bound)} is no ${type === 'instant' ? 'instant' : 'number'}`, exampleOf[type])
    );
  const [from = -Infinity, to = Infinity] = [value['from'], value['to']].map((bound) =>
    bound === undefined ? undefined : type === 'instant' ? Date.parse(String(bound)) : Number(bound)
  );
  if (from > to) return [error(path, `the range ends before it begins`, 'Swap from and to.')];
  if (range && (from > range[1] || to < range[0]))
    return [error(path, `"${name}" lies between ${range[0]} and ${range[1]}`, 'Correct the range.')];
  return [];
}

/** With its distance from UTC: without one it would depend on who reads it. */
const isInstant = (value: unknown): boolean =>
  typeof value === 'string' &&
  /^\d{4}-\d{2}-\d{2}[T ]\d{2}:\d{2}(:\d{2}(\.\d{1,6})?)?(Z|[+-]\d{2}:\d{2})$/.test(value) &&
  !Number.isNaN(Date.parse(value));

/** Columns whose change can be seen: those of the course that the record type has. */
export function checkChanged(value: unknown, place: Place): Finding[] {
  const known = courseColumns.filter((name) => columnNamed(place.recordType, name));
  const isList = Array.isArray(value);
  const words: unknown[] = isList ? value : [value];
  if (words.length === 0) return [emptyList(place)];
  return words.flatMap((word, at) => {
    if ((known as readonly unknown[]).includes(word)) return [];
    const path = isList ? [...place.path, at] : place.path;
    const isColumn = typeof word === 'string' && columnNamed(place.recordType, word) !== undefined;
    const reason = isColumn ? `the history does not tell when "${word}" changed` : `${place.recordType} has no column ${shown(word)}`;
    return [error(path, reason, didYouMean(String(word), known, `Columns with a history: ${known.join(', ')}.`))];
  });
}
