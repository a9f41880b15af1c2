import * as v from 'valibot';
import { QueryError } from './error.ts';
import { limits } from './limits.ts';
import { boundOps, comparisons, grains, listOps, nullOps, periodUnits, rangeOps, textOps, toDateUnits, type Query } from './query.ts';

const unit = v.picklist(periodUnits);
const scalar = v.union([v.pipe(v.string(), v.maxLength(limits.textLength)), v.pipe(v.number(), v.finite()), v.boolean()]);
const bound = v.union([v.pipe(v.string(), v.maxLength(limits.textLength)), v.pipe(v.number(), v.finite())]);
const text = v.pipe(v.string(), v.maxLength(limits.textLength));
const date = v.pipe(v.string(), v.isoDate());
const whole = v.pipe(v.number(), v.integer(), v.minValue(1));

const period = v.union([
  v.strictObject({ from: date, to: date }),
  v.strictObject({ last: whole, unit, complete: v.optional(v.boolean()) }),
  v.strictObject({ toDate: v.picklist(toDateUnits) }),
  v.strictObject({ all: v.literal(true) })
]);

const filter = v.variant('op', [
  v.strictObject({
    field: v.string(),
    op: v.picklist(listOps),
    values: v.pipe(v.array(scalar), v.minLength(1), v.maxLength(limits.values))
  }),
  v.strictObject({ field: v.string(), op: v.picklist(textOps), values: v.tuple([text]) }),
  v.strictObject({ field: v.string(), op: v.picklist(rangeOps), values: v.tuple([bound, bound]) }),
  v.strictObject({ field: v.string(), op: v.picklist(boundOps), values: v.tuple([bound]) }),
  v.strictObject({ field: v.string(), op: v.picklist(nullOps) })
]);

/** Shape of a query that comes as JSON. */
export const querySchema = v.strictObject({
  measures: v.pipe(v.array(v.string()), v.minLength(1), v.maxLength(limits.measures)),
  dimensions: v.optional(v.pipe(v.array(v.string()), v.maxLength(limits.dimensions))),
  grain: v.optional(v.picklist(grains)),
  period: v.optional(period),
  filters: v.optional(v.pipe(v.array(filter), v.maxLength(limits.filters))),
  compare: v.optional(v.picklist(comparisons)),
  totals: v.optional(v.pipe(v.array(v.pipe(v.array(v.string()), v.maxLength(limits.dimensions + 1))), v.maxLength(limits.totals))),
  top: v.optional(
    v.strictObject({
      dimension: v.string(),
      count: v.pipe(whole, v.maxValue(limits.top)),
      by: v.optional(v.string()),
      ascending: v.optional(v.boolean())
    })
  ),
  sort: v.optional(v.pipe(v.array(v.strictObject({ by: v.string(), descending: v.optional(v.boolean()) })), v.maxLength(limits.sort))),
  limit: v.optional(whole),
  zone: v.optional(text),
  asKnownOn: v.optional(text)
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
