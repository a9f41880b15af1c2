import * as v from 'valibot';
import { QueryError } from './error.ts';
import { comparisons, grains, type Query } from './query.ts';

const unit = v.picklist(['day', 'week', 'month', 'quarter', 'year']);
const scalar = v.union([v.string(), v.pipe(v.number(), v.finite()), v.boolean()]);
const bound = v.union([v.string(), v.pipe(v.number(), v.finite())]);
const date = v.pipe(v.string(), v.isoDate());
const whole = v.pipe(v.number(), v.integer(), v.minValue(1));

const period = v.union([
  v.strictObject({ from: date, to: date }),
  v.strictObject({ last: whole, unit, complete: v.optional(v.boolean()) }),
  v.strictObject({ toDate: v.picklist(['week', 'month', 'quarter', 'year']) }),
  v.strictObject({ all: v.literal(true) })
]);

const filter = v.variant('op', [
  v.strictObject({
    field: v.string(),
    op: v.picklist(['in', 'not_in']),
    values: v.pipe(v.array(scalar), v.minLength(1), v.maxLength(1000))
  }),
  v.strictObject({ field: v.string(), op: v.literal('contains'), values: v.tuple([v.string()]) }),
  v.strictObject({ field: v.string(), op: v.literal('between'), values: v.tuple([bound, bound]) }),
  v.strictObject({ field: v.string(), op: v.picklist(['null', 'not_null']) })
]);

/** Shape of a query that comes as JSON. */
export const querySchema = v.strictObject({
  measures: v.pipe(v.array(v.string()), v.minLength(1), v.maxLength(100)),
  dimensions: v.optional(v.pipe(v.array(v.string()), v.maxLength(10))),
  grain: v.optional(v.picklist(grains)),
  period: v.optional(period),
  filters: v.optional(v.pipe(v.array(filter), v.maxLength(50))),
  compare: v.optional(v.picklist(comparisons)),
  sort: v.optional(v.array(v.strictObject({ by: v.string(), descending: v.optional(v.boolean()) }))),
  limit: v.optional(whole)
});

/**
 * Takes a query from outside.
 * @throws QueryError naming the place in the JSON, for example `filters.0.op`
 */
export function parseQuery(unknown: unknown): Query {
  const result = v.safeParse(querySchema, unknown);
  if (result.success) return result.output;
  const issue = result.issues[0];
  const place = v.getDotPath(issue) ?? 'query';
  throw new QueryError(place, issue.input, `${place}: ${issue.message}`);
}
