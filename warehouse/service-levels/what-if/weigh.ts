import { isDeepStrictEqual } from 'node:util';
import { identifier, type Connection } from '../../connection.ts';
import { writeGrid, type Grid } from '../grid-tables.ts';
import { plannedTargets, planPass, type Plan } from '../plan.ts';
import type { PlannedChange } from './calendar-change.ts';
import type { Case } from './cases.ts';
import { clocksFromFacts } from './from-facts.ts';
import { joined } from './groups.ts';

/** Gives the clocks of a case that the published facts tell, as `clocksFromFacts` does. */
export type Weigher = (each: Case, only?: string) => Promise<string>;

export interface WeighOptions {
  connection: Connection;
  /** Name of the attached warehouse. */
  catalogue: string;
  /** IANA reporting zone. */
  zone: string;
  /** Data instant, epoch seconds. */
  asOf: number;
}

/** Prepares the look-ups for all cases that the published facts tell. */
export async function weighing(options: WeighOptions, cases: readonly Case[], from: number): Promise<Weigher> {
  const { connection, catalogue } = options;
  const { plan, changes } = planChanges(
    cases.filter(({ way }) => way !== 'pass'),
    options.zone,
    from,
    options.asOf
  );
  const facts = { facts: `${identifier(catalogue)}.fact` };
  let grid: Grid | undefined;
  return async (each, only) => {
    grid ??= await writeGrid(connection, plan);
    const change = {
      ...changes.get(each)!,
      targetId: each.before!.target.id,
      hasOtherCalendar: each.changed.includes('calendar') || each.changed.includes('zone'),
      hasOtherPause: each.changed.includes('pause')
    };
    return clocksFromFacts(connection, facts, change, plan, grid, only);
  };
}

/** One plan that holds both versions of every case that has two. */
export function planChanges(
  cases: readonly Case[],
  zone: string,
  from: number,
  asOf: number
): { plan: Plan; changes: Map<Case, PlannedChange> } {
  const paired = cases.filter(({ before }) => before);
  const definitions = joined([...paired.map(({ before }) => before!), ...paired.map(({ after }) => after)]);
  const targets = plannedTargets(definitions, zone);
  const changes = paired.map((each, at): [Case, PlannedChange] => [
    each,
    {
      before: targets[at]!,
      after: targets[paired.length + at]!,
      isSameChain: isDeepStrictEqual(
        [each.before!.target.calendar, each.before!.target.zone],
        [each.after.target.calendar, each.after.target.zone]
      )
    }
  ]);
  return { plan: planPass(definitions, zone, Math.min(from, asOf), asOf), changes: new Map(changes) };
}
