import { contract, recordTypes, states, type Column } from '../contract.ts';
import { courseColumns } from './condition.ts';

type Json = Record<string, unknown>;

const ref = (name: string): Json => ({ $ref: `#/$defs/${name}` });
const listOr = (one: Json): Json => ({ anyOf: [one, { type: 'array', items: one }] });
const map = (properties: Json, required: string[] = []): Json => ({ type: 'object', properties, required, additionalProperties: false });

/** Columns of all record types by name; of one that they know differently, all that it may be. */
function columns(): ReadonlyMap<string, readonly Column[]> {
  const all = recordTypes.flatMap((type) => contract[type]);
  return new Map(all.map(({ name }) => [name, all.filter((column) => column.name === name)]));
}

function wanted(same: readonly Column[]): Json {
  const forms = [...new Set(same.map(wantedOf).map((form) => JSON.stringify(form)))].map((form) => JSON.parse(form) as Json);
  return { description: same[0]?.meaning, anyOf: forms };
}

/** Columns without values of their own share the definition of their type. */
const wantedOf = (column: Column): Json => (column.values || column.range ? formsOf(column) : ref(`${column.type}Column`));

function formsOf({ type, values, range }: Pick<Column, 'type' | 'values' | 'range'>): Json {
  const value = valueOf(type, values, range);
  const some = listOr({ anyOf: [value, { type: 'null' }] });
  const not = map({ not: some }, ['not']);
  const bound = type === 'instant' ? { type: 'string', format: 'date-time' } : { type: 'number' };
  const ranged = { ...map({ from: bound, to: bound }), minProperties: 1 };
  const text = { type: 'string', minLength: 1 };
  if (type === 'instant') return { anyOf: [{ type: 'null' }, map({ not: { type: 'null' } }, ['not']), ranged] };
  if (type === 'integer' || type === 'number') return { anyOf: [some, not, ranged] };
  if (type === 'boolean' || values) return { anyOf: [some, not] };
  return { anyOf: [some, not, map({ contains: text }, ['contains']), map({ starts_with: text }, ['starts_with'])] };
}

function valueOf(type: Column['type'], values: Column['values'], range: Column['range']): Json {
  if (values) return { enum: values };
  if (type === 'boolean') return { type: 'boolean' };
  if (type === 'text' || type === 'instant') return { type: 'string' };
  const bounds = range ? { minimum: range[0], maximum: range[1] } : {};
  return { type, ...bounds };
}

const conditionMap = (): Json => {
  const several = { type: 'array', items: ref('condition'), minItems: 1 };
  const own = Object.fromEntries([...columns()].map(([name, same]) => [name, wanted(same)]));
  const joints = {
    any: { description: 'One of these conditions', ...several },
    all: { description: 'All of these conditions', ...several },
    not: { description: 'This condition does not hold', ...ref('condition') }
  };
  return { ...map({ ...joints, ...own }), minProperties: 1, description: 'Columns and what each must be, all of them' };
};

const instants = (): string[] => [...columns()].filter(([, same]) => same.some(({ type }) => type === 'instant')).map(([name]) => name);
const names: Json = { type: 'object', additionalProperties: { type: 'string' }, minProperties: 1 };
const mappable = (): string[] =>
  [...columns()].filter(([, same]) => same.some(({ type }) => type !== 'instant' && type !== 'number')).map(([name]) => name);

/** Definitions of JSON Schema for what rules check by the contract: conditions, moments, resets and chains. */
export function spokenDefinitions(): Record<string, Json> {
  const moment = { anyOf: [{ enum: [...states, ...instants()] }, ref('conditionMap')] };
  const change = map({ changed: listOr({ enum: courseColumns }) }, ['changed']);
  const cancelPart = { anyOf: [{ enum: ['when_ends', ...states] }, ref('conditionMap')] };
  const link = map({ by: { enum: mappable() }, map: names }, ['by', 'map']);
  const types = ['text', 'instant', 'integer', 'number', 'boolean'] as const;
  return {
    ...Object.fromEntries(types.map((type) => [`${type}Column`, formsOf({ type })])),
    conditionMap: conditionMap(),
    condition: { description: 'A state, a list of states, or columns', anyOf: [listOr({ enum: states }), ref('conditionMap')] },
    moments: { description: 'Instants, states and conditions: whichever comes first', ...listOr(moment) },
    cancel: { description: 'States, conditions, and when_ends', ...listOr(cancelPart) },
    reset: { description: 'Completes the clock and begins the next cycle', anyOf: [{ enum: ['replied'] }, change, ref('condition')] },
    chain: {
      description: 'A name, or links with a name last: the first link whose map knows the value counts',
      anyOf: [
        { type: 'string' },
        map({ by_team: names, default: { type: 'string' } }, ['by_team', 'default']),
        { type: 'array', items: { anyOf: [link, { type: 'string' }] }, minItems: 1 }
      ]
    }
  };
}
