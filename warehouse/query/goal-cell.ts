import { catalogue } from '../metrics/catalogue.ts';
import { findMeasure } from '../metrics/percentile.ts';
import { QueryError } from './error.ts';
import type { RecordsRequest } from './record-plan.ts';

/**
 * A cell of the column `<measure>:target` as a cell of the goal itself: a figure over the same records, each with what its agreement asks.
 * @throws QueryError for a measure that no agreement sets a target for
 */
export function goalCell({ query, measure, ...rest }: RecordsRequest): RecordsRequest {
  const goal = findMeasure(measure, catalogue)?.target;
  if (goal === undefined) throw new QueryError('cell.goal', true, `no agreement sets a target for ${measure}`);
  const top = query.top && { ...query.top, by: query.top.by ?? query.measures[0]! };
  return { ...rest, query: { ...query, measures: [goal], compare: undefined, top, sort: undefined }, measure: goal };
}
