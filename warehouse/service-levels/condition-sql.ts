import { identifier, literal, type Connection } from '../connection.ts';
import { states, type State } from '../contract.ts';
import type { Condition, Scalar } from './condition.ts';
import { stateBits } from './sql.ts';

/** Which columns vary over the course (and stand in `staging.clock_stretch`), and the keys of the teams that conditions speak of. */
export interface Course {
  varying: ReadonlySet<string>;
  teams: ReadonlyMap<Condition, readonly number[]>;
}

/** True when no column of the condition varies: it holds for the whole record or for none of it. */
export function isStill(condition: Condition, course: Course): boolean {
  if (condition.kind === 'all' || condition.kind === 'any') return condition.conditions.every((each) => isStill(each, course));
  if (condition.kind === 'not') return isStill(condition.condition, course);
  return 'column' in condition && !course.varying.has(condition.column);
}

/** True when the state alone decides. */
export function isOfState(condition: Condition | undefined): boolean {
  if (!condition) return true;
  if (condition.kind === 'all' || condition.kind === 'any') return condition.conditions.every(isOfState);
  if (condition.kind === 'not') return isOfState(condition.condition);
  return condition.kind === 'in' && condition.column === 'state';
}

/** The states in which a condition that `isOfState` holds, as bits. */
export function bitsOf(condition: Condition | undefined): number {
  if (!condition) return 0;
  return stateBits(states.filter((state) => holdsIn(condition, state)));
}

function holdsIn(condition: Condition, state: State): boolean {
  if (condition.kind === 'all') return condition.conditions.every((each) => holdsIn(each, state));
  if (condition.kind === 'any') return condition.conditions.some((each) => holdsIn(each, state));
  if (condition.kind === 'not') return !holdsIn(condition.condition, state);
  return condition.kind === 'in' && condition.values.includes(state);
}

/**
 * A condition as SQL that is never NULL. Columns that vary are those of a stretch `s`, all others those of its record `r`.
 * The mark `replied` is `s.is_replied`; `changed` is made by the caller, who knows the stretch before.
 */
export function conditionSql(condition: Condition, course: Course): string {
  if (isOfState(condition)) return `((s.bit & ${bitsOf(condition)}) <> 0)`;
  switch (condition.kind) {
    case 'all':
      return `(${condition.conditions.map((each) => conditionSql(each, course)).join(' AND ')})`;
    case 'any':
      return `(${condition.conditions.map((each) => conditionSql(each, course)).join(' OR ')})`;
    case 'not':
      return `(NOT ${conditionSql(condition.condition, course)})`;
    case 'replied':
      return 's.is_replied';
    case 'changed':
      throw new Error('"changed" stands alone in reset');
    default:
      return leafSql(condition, course);
  }
}

type Leaf = Extract<Condition, { column: string }>;

function leafSql(condition: Leaf, course: Course): string {
  const keys = course.teams.get(condition);
  if (keys) return keys.length > 0 ? `(s.team_key IN (${keys.join(', ')}))` : 'FALSE';
  if (condition.column === 'priority' && course.varying.has('priority')) return valueSql(condition, 'nullif(s.priority, 0)');
  return valueSql(condition, `${course.varying.has(condition.column) ? 's' : 'r'}.${identifier(condition.column)}`);
}

/** A condition on one column as SQL over an expression, never NULL. */
export function valueSql(condition: Leaf, value: string): string {
  if (condition.kind === 'text') {
    const found = condition.match === 'contains' ? 'contains' : 'starts_with';
    return `coalesce(${found}(lower(${value}::VARCHAR), ${literal(condition.text.toLowerCase())}), FALSE)`;
  }
  if (condition.kind === 'range') {
    const ends = [
      condition.from === undefined ? [] : [`${value} >= ${bound(condition.from)}`],
      condition.to === undefined ? [] : [`${value} <= ${bound(condition.to)}`]
    ].flat();
    return ends.length > 0 ? `coalesce(${ends.join(' AND ')}, FALSE)` : `(${value} IS NOT NULL)`;
  }
  const named = condition.values.filter((each) => each !== null);
  const list = named.length > 0 ? `coalesce(${value} IN (${named.map(scalar).join(', ')}), FALSE)` : 'FALSE';
  return condition.values.includes(null) ? `(${value} IS NULL OR ${list})` : list;
}

const scalar = (value: Scalar): string => (typeof value === 'string' ? literal(value) : String(value));
const bound = (value: number | string): string =>
  typeof value === 'number' ? String(value) : Number.isNaN(Date.parse(value)) ? literal(value) : `TIMESTAMPTZ ${literal(withZone(value))}`;
/** An instant without a zone is UTC. */
const withZone = (text: string): string =>
  /(Z|[+-]\d{2}:?\d{2})$/.test(text) ? text : `${text}Z`.replace(/^(\d{4}-\d{2}-\d{2})Z$/, '$1T00:00:00Z');

/** Conditions on the team by the keys of `staging.clock_team` that meet them; key 0 is no team. */
export async function teamKeys(connection: Connection, conditions: readonly Condition[]): Promise<Map<Condition, number[]>> {
  const found = new Map<Condition, number[]>();
  for (const leaf of conditions.flatMap(leavesOf).filter(({ column }) => column === 'team')) {
    const rows = await connection.all<{ key: number }>(
      `SELECT team_key AS key FROM (SELECT team, team_key FROM staging.clock_team UNION ALL SELECT NULL, 0) WHERE ${valueSql(leaf, 'team')} ORDER BY 1`
    );
    found.set(
      leaf,
      rows.map(({ key }) => key)
    );
  }
  return found;
}

function leavesOf(condition: Condition): Leaf[] {
  if (condition.kind === 'all' || condition.kind === 'any') return condition.conditions.flatMap(leavesOf);
  if (condition.kind === 'not') return leavesOf(condition.condition);
  return 'column' in condition ? [condition] : [];
}
