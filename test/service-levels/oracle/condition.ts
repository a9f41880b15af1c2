import { contract, states, type RecordType, type State } from '#warehouse/contract.ts';
import type { ConditionEntry, ConditionMap, Wanted } from '#warehouse/service-levels/schema.ts';

export type Value = string | number | boolean | undefined;
/** What a record was like in a stretch, by column. */
export type Reader = (column: string) => Value;

export const list = <T>(value: T | readonly T[] | undefined): readonly T[] => (value === undefined ? [] : ([] as T[]).concat(value as T[]));
export const isState = (word: unknown): word is State => (states as readonly unknown[]).includes(word);
export const isInstant = (type: RecordType, column: string): boolean =>
  contract[type].some(({ name, type: kind }) => name === column && kind === 'instant');

/** Does a record meet a condition, as the file words it? */
export function meets(type: RecordType, entry: ConditionEntry, read: Reader): boolean {
  if (typeof entry === 'string' || Array.isArray(entry)) return (list(entry) as readonly Value[]).includes(read('state'));
  const each = (inner: ConditionEntry) => meets(type, inner, read);
  return Object.entries(entry).every(([key, wanted]) => {
    if (key === 'any') return (wanted as ConditionEntry[]).some(each);
    if (key === 'all') return (wanted as ConditionEntry[]).every(each);
    if (key === 'not') return !each(wanted as ConditionEntry);
    return isWanted(wanted as Wanted, read(key), isInstant(type, key));
  });
}

function isWanted(wanted: Wanted, value: Value, isTime: boolean): boolean {
  const isOneOf = (values: unknown): boolean => (list(values) as readonly unknown[]).includes(value ?? null);
  if (wanted === null || typeof wanted !== 'object' || Array.isArray(wanted)) return isOneOf(wanted);
  if ('not' in wanted) return !isOneOf(wanted.not);
  if (value === undefined) return false;
  const text = String(value).toLowerCase();
  if ('contains' in wanted) return text.includes(wanted.contains.toLowerCase());
  if ('starts_with' in wanted) return text.startsWith(wanted.starts_with.toLowerCase());
  const bound = (end: string | number | undefined, open: number): number =>
    end === undefined ? open : isTime ? Date.parse(String(end)) / 1000 : Number(end);
  return Number(value) >= bound(wanted.from, -Infinity) && Number(value) <= bound(wanted.to, Infinity);
}

/** Does a condition speak of the state anywhere? */
export function namesState(entry: ConditionEntry): boolean {
  if (typeof entry === 'string' || Array.isArray(entry)) return true;
  return Object.entries(entry).some(([key, wanted]: [string, ConditionMap[string]]) => {
    if (key === 'any' || key === 'all') return (wanted as ConditionEntry[]).some(namesState);
    return key === 'not' ? namesState(wanted as ConditionEntry) : key === 'state';
  });
}
