/**
 * The condition language: what a record must be like at an instant. It reads columns of the contract and nothing else; there is no
 * code in definitions.
 */

/** Columns whose value at an instant is known from the history; all others are read from the newest version of the record. */
export const courseColumns = [
  'state',
  'state_source',
  'team',
  'priority',
  'assignee',
  'impact',
  'urgency',
  'category',
  'service',
  'configuration_item',
  'supplier'
] as const;
export type CourseColumn = (typeof courseColumns)[number];
export const isCourseColumn = (name: string): name is CourseColumn => (courseColumns as readonly string[]).includes(name);

export type Scalar = string | number | boolean;

/**
 * - `in`: the column has one of the values; `null` stands for no value
 * - `range`: number or instant (ISO 8601) from (inclusive) to (inclusive); either end may be open
 * - `text`: the column contains, or starts with, the text; case does not matter
 * - `all`, `any`, `not`: of other conditions
 * - `changed`: in the moment in which one of the columns got another value (only in `reset`)
 * - `replied`: in the moment of a public reply by an agent (only in `reset`)
 *
 * A record without a value meets no `in` (unless null is named), `range` or `text`; `not` of these it does meet.
 */
export type Condition =
  | { kind: 'in'; column: string; values: readonly (Scalar | null)[] }
  | { kind: 'range'; column: string; from?: number | string; to?: number | string }
  | { kind: 'text'; column: string; match: 'contains' | 'starts_with'; text: string }
  | { kind: 'all'; conditions: readonly Condition[] }
  | { kind: 'any'; conditions: readonly Condition[] }
  | { kind: 'not'; condition: Condition }
  | { kind: 'changed'; columns: readonly CourseColumn[] }
  | { kind: 'replied' };

/** Columns that a condition reads, each once. */
export function columnsOf(condition: Condition | undefined): string[] {
  if (!condition) return [];
  const read = (each: Condition): readonly string[] => {
    switch (each.kind) {
      case 'all':
      case 'any':
        return each.conditions.flatMap(read);
      case 'not':
        return read(each.condition);
      case 'changed':
        return each.columns;
      case 'replied':
        return [];
      default:
        return [each.column];
    }
  };
  return [...new Set(read(condition))];
}
