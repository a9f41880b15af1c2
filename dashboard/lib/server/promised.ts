import { promisedBy, promisedOf, promisedTargets, targetOf, type Promised } from '#dashboard/boards/promised.ts';
import { writeScope, type Scope } from '#dashboard/boards/scope.ts';
import { serviceLevels } from '#dashboard/boards/service-levels.ts';
import { memberOf, type Row } from '#dashboard/charts/table.ts';
import type { Query } from '#warehouse/query/query.ts';
import type { Reader } from '#warehouse/query/reader.ts';
import { askOrSay } from './ask.ts';
import { attainment, completed, goal } from './party-measures.ts';

/** What was promised, and the page of the targets that missed it; of all of them where none did. */
export interface PromisedReading extends Promised {
  href: string;
}

/** What was promised for the clocks of a question. @param metric whose targets the question is about, where it is one */
export async function promisedIn(
  reader: Reader,
  { filters, period }: Pick<Query, 'filters' | 'period'>,
  scope: Scope,
  metric?: string
): Promise<PromisedReading> {
  const { rows } = await askOrSay(reader, {
    measures: [attainment, goal],
    dimensions: promisedTargets,
    ...(period ? { period } : {}),
    ...(filters ? { filters } : {})
  });
  return readPromised(rows, scope, metric);
}

/** The same of rows by agreement and target. */
export function readPromised(rows: readonly Row[], scope: Scope, metric?: string): PromisedReading {
  const promised = promisedOf(rows.map((row) => targetOf(row)));
  const names = [...new Set(promised.missed?.names ?? [])];
  const chosen = { ...scope.chosen, ...(metric ? { metric: [metric] } : {}), ...(names.length > 0 ? { target: names } : {}) };
  const params = writeScope({ ...scope, chosen, shown: {}, compare: undefined }, serviceLevels).toString();
  return { ...promised, href: scope.own ? '#budget' : `/service-levels${params ? `?${params}` : ''}#targets` };
}

/** The same for each member in each month and in all of them; few clocks of a month judge no target beside those with other goals. */
export async function promisedByMonth(
  reader: Reader,
  { filters, period }: Pick<Query, 'filters' | 'period'>,
  dimension: string,
  memberIn = (row: Row): string => memberOf(row[dimension])
): Promise<(member: string, month?: string) => Promised> {
  const { rows } = await askOrSay(reader, {
    measures: [attainment, goal, completed],
    dimensions: [...new Set([dimension, ...promisedTargets])],
    grain: 'month',
    ...(period ? { period } : {}),
    ...(filters ? { filters } : {})
  });
  const whole = promisedBy(rows, memberIn);
  const monthKey = (member: string, month: string): string => `${month} ${member}`;
  const byMonth = promisedBy(rows, (row) => monthKey(memberIn(row), memberOf(row.period)), completed);
  return (member, month) => (month === undefined ? whole(member) : byMonth(monthKey(member, month)));
}
