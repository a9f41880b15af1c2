import type { Column } from '../contract.ts';
import { isCourseColumn, type Condition, type Scalar } from './condition.ts';
import { witnessOf, type Literal, type Leaf } from './witness.ts';

/**
 * Whether conditions can hold in one stretch of one record. The search splits `any` into cases and looks, column by column, for a
 * value that meets all that is asked of it. Sound: `never` is only said where it is proven; what is not decided within the budget, or
 * of texts about which nothing is proven, is `unknown`.
 */
export type Satisfaction =
  | { answer: 'yes'; /** Values under which all hold; columns that may be anything are left out. */ witness: Witness }
  | { answer: 'never' | 'unknown' };
export type Witness = ReadonlyMap<string, Scalar | null>;

/** Cases looked at before a question is left open. */
const budget = 5000;

interface Search {
  columns: ReadonlyMap<string, Column>;
  cases: number;
  isOpen: boolean;
}

/**
 * @param conditions all of which are to hold; undefined ones always do
 * @param columns of the record type; a column that is not among them may have any value
 */
export function satisfy(conditions: readonly (Condition | undefined)[], columns: readonly Column[]): Satisfaction {
  const search: Search = { columns: new Map(columns.map((column) => [column.name, column])), cases: 0, isOpen: false };
  const asked = conditions.filter((each) => each !== undefined).map((each) => pushNot(each, false));
  const witness = explore(asked, new Map(), search);
  if (witness) return { answer: 'yes', witness };
  return { answer: search.isOpen ? 'unknown' : 'never' };
}

/** False only where it is proven that not all of them can hold at once. */
export const canHold = (columns: readonly Column[], ...conditions: (Condition | undefined)[]): boolean =>
  satisfy(conditions, columns).answer !== 'never';

/** True only where it is proven that the second holds wherever all of the first do. */
export const implies = (columns: readonly Column[], first: readonly (Condition | undefined)[], second: Condition | undefined): boolean =>
  second === undefined || satisfy([...first, { kind: 'not', condition: second }], columns).answer === 'never';

/** A weaker condition about the columns only that do not change in the course of a record: it holds for a record at any time or never. */
export function constantPart(condition: Condition | undefined): Condition | undefined {
  return condition && loosen(pushNot(condition, false));
}

function loosen(tree: Tree): Condition {
  if ('of' in tree) return { kind: tree.kind, conditions: tree.of.map(loosen) };
  const isConstant = 'column' in tree.leaf && !isCourseColumn(tree.leaf.column);
  if (!isConstant) return { kind: 'all', conditions: [] };
  return tree.isNegated ? { kind: 'not', condition: tree.leaf } : tree.leaf;
}

type Tree = Literal | { kind: 'all' | 'any'; of: readonly Tree[] };

function pushNot(condition: Condition, isNegated: boolean): Tree {
  switch (condition.kind) {
    case 'not':
      return pushNot(condition.condition, !isNegated);
    case 'all':
    case 'any':
      return {
        kind: (condition.kind === 'all') === isNegated ? 'any' : 'all',
        of: condition.conditions.map((each) => pushNot(each, isNegated))
      };
    default:
      return { leaf: condition, isNegated };
  }
}

type Asked = ReadonlyMap<string, readonly Literal[]>;

function explore(trees: readonly Tree[], asked: Asked, search: Search): Witness | undefined {
  if (++search.cases > budget) {
    search.isOpen = true;
    return undefined;
  }
  const flat = flatten(trees);
  const literals = flat.filter((tree) => 'leaf' in tree);
  const all = literals.reduce(withLiteral, asked);
  const found = valuesFor(all, search);
  if (found === 'never') return undefined;
  const [split, ...rest] = flat.filter((tree) => 'of' in tree).sort((a, b) => a.of.length - b.of.length);
  if (split) {
    for (const branch of split.of) {
      const witness = explore([branch, ...rest], all, search);
      if (witness) return witness;
    }
    return undefined;
  }
  if (found === 'unknown') search.isOpen = true;
  return found === 'unknown' ? undefined : found;
}

const flatten = (trees: readonly Tree[]): Tree[] =>
  trees.flatMap((tree) => ('of' in tree && tree.kind === 'all' ? flatten(tree.of) : [tree]));

const keyOf = (leaf: Leaf): string => ('column' in leaf ? leaf.column : JSON.stringify(leaf));

function withLiteral(asked: Asked, literal: Literal): Asked {
  const key = keyOf(literal.leaf);
  return new Map(asked).set(key, [...(asked.get(key) ?? []), literal]);
}

function valuesFor(asked: Asked, { columns }: Search): Witness | 'never' | 'unknown' {
  const witness = new Map<string, Scalar | null>();
  let isUnknown = false;
  for (const [key, literals] of asked) {
    const found = witnessOf(columns.get(key), literals);
    if (found === 'never') return 'never';
    if (found === 'unknown') isUnknown = true;
    else if (found) witness.set(key, found.value);
  }
  return isUnknown ? 'unknown' : witness;
}
