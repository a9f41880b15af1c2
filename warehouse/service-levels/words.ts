import type { Condition, Scalar } from './condition.ts';
import type { Witness } from './satisfiable.ts';

/** `team is Network and (category is vpn or priority is 1)`: a condition as an English clause. */
export function conditionWords(condition: Condition): string {
  return clause(condition, false);
}

function clause(condition: Condition, isInside: boolean): string {
  switch (condition.kind) {
    case 'in':
      return inWords(condition, false);
    case 'range':
      return rangeWords(condition, false);
    case 'text':
      return textWords(condition, false);
    case 'changed':
      return `${or(condition.columns.map(spaced))} gets another value`;
    case 'replied':
      return 'an agent replies in public';
    case 'not':
      return notWords(condition.condition);
    case 'all':
    case 'any': {
      const parts = condition.conditions.map((each) => clause(each, condition.conditions.length > 1));
      if (parts.length === 0) return condition.kind === 'all' ? 'always' : 'never';
      const text = parts.join(condition.kind === 'all' ? ' and ' : ' or ');
      return isInside && parts.length > 1 ? `(${text})` : text;
    }
  }
}

function notWords(condition: Condition): string {
  if (condition.kind === 'in') return inWords(condition, true);
  if (condition.kind === 'range') return rangeWords(condition, true);
  if (condition.kind === 'text') return textWords(condition, true);
  if (condition.kind === 'not') return clause(condition.condition, true);
  const inner = clause(condition, false);
  return `not (${inner})`;
}

type Of<K extends Condition['kind']> = Extract<Condition, { kind: K }>;

function inWords({ column, values }: Of<'in'>, isNegated: boolean): string {
  const name = spaced(column);
  const present = values.filter((value) => value !== null);
  const hasNone = present.length < values.length;
  if (present.length === 0) return isNegated ? `${name} is known` : `there is no ${name}`;
  const words = present.map(valueWords);
  if (isNegated) return `${name} is ${hasNone ? 'known and ' : ''}not ${or(words)}`;
  return `${name} is ${or(words)}${hasNone ? ' or missing' : ''}`;
}

function rangeWords({ column, from, to }: Of<'range'>, isNegated: boolean): string {
  const not = isNegated ? 'not ' : '';
  const name = spaced(column);
  if (from !== undefined && to !== undefined) return `${name} is ${not}between ${from} and ${to}`;
  const isInstant = typeof (from ?? to) === 'string';
  const [since, until] = isInstant ? ['not before', 'not after'] : ['at least', 'at most'];
  if (isNegated)
    return `${name} is not ${from === undefined ? `${isInstant ? 'on or before' : 'at most'} ${to}` : `${isInstant ? 'on or after' : 'at least'} ${from}`}`;
  return from === undefined ? `${name} is ${until} ${to}` : `${name} is ${since} ${from}`;
}

const textWords = ({ column, match, text }: Of<'text'>, isNegated: boolean): string => {
  const verb = match === 'contains' ? 'contain' : 'start with';
  return `${spaced(column)} ${isNegated ? `does not ${verb}` : match === 'contains' ? 'contains' : 'starts with'} “${text}”`;
};

const valueWords = (value: Scalar): string => (typeof value === 'boolean' ? (value ? 'true' : 'false') : spaced(String(value)));
/** `in_progress` as `in progress`; names with blanks and capitals stay as they are. */
export const spaced = (word: string): string => (/^[a-z]+(_[a-z]+)+$/.test(word) ? word.replaceAll('_', ' ') : word);
export const or = (words: readonly string[]): string =>
  words.length > 1 ? `${words.slice(0, -1).join(', ')} or ${words.at(-1) as string}` : (words[0] ?? '');

/** `priority 1, category network`: an instance under which conditions hold. */
export const witnessWords = (witness: Witness): string =>
  [...witness].map(([column, value]) => (value === null ? `no ${spaced(column)}` : `${spaced(column)} ${valueWords(value)}`)).join(', ');
