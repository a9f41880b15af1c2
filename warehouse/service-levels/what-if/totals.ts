import { identifier, literal, type Connection } from '../../connection.ts';
import type { Case } from './cases.ts';
import type { Comparison } from './compare.ts';
import type { Group } from './groups.ts';
import { publishedStatusSql, statuses, type Status } from './pair.ts';
import type { Part } from './parts.ts';
import type { Way } from './route.ts';
import { calendarPairs } from './calendar-change.ts';
import { planChanges, type WeighOptions } from './weigh.ts';
import { datedDifferences, dateWords, partWords } from './words.ts';

/** Clocks of a target by how they stand. `completed` ones have stopped and are met or breached; attainment is their share met. */
export interface Totals extends Record<Exclude<Status, 'none'>, number> {
  completed: number;
  completed_met: number;
  /** 0–1; null without a completed clock. */
  attainment: number | null;
}

export interface PartChange {
  part: string;
  before: string;
  after: string;
}

/** How many clocks go from one verdict to another, and why. */
export interface FlipCount {
  from: Status;
  to: Status;
  reason: string;
  count: number;
}

/** One target of an agreement, all its versions together. */
export interface TargetSummary {
  agreement: string;
  target: string;
  record_type: string;
  change: 'unchanged' | 'changed' | 'new' | 'ended';
  parts: PartChange[];
  /** How its new clocks were found. */
  way: Way;
  /** Share of clocks to be met, 0–1. */
  goal_before: number | null;
  goal_after: number | null;
  before: Totals;
  after: Totals;
  /** Clocks whose verdict differs, and those that only used other time or have another goal. */
  flipped: number;
  moved: number;
  flips: FlipCount[];
}

interface Counted {
  status: Status;
  is_stopped: boolean;
  count: number;
}

/** Totals before and after, and the flips by verdict and reason, of every target. */
export async function summarise({ connection, catalogue, zone, asOf }: WeighOptions, comparison: Comparison): Promise<TargetSummary[]> {
  const published = await publishedCounts(connection, catalogue);
  const changed = await connection.all<
    { group_at: number; status: Status; is_stopped: boolean; count: number; by: number } & Record<string, never>
  >(`
    SELECT group_at, old_status AS status, is_stopped_before AS is_stopped, count(*) AS count, -1 AS by FROM staging.what_if_pair GROUP BY ALL
    UNION ALL SELECT group_at, new_status, is_stopped_after, count(*), 1 FROM staging.what_if_pair GROUP BY ALL`);
  const flips = await connection.all<FlipCount & { group_at: number } & Record<string, never>>(`
    SELECT group_at, old_status::VARCHAR AS "from", new_status::VARCHAR AS "to", reason, count(*) AS count FROM staging.what_if_flip GROUP BY ALL ORDER BY group_at, count DESC, "from", "to", reason`);
  const moved = await connection.all<{ group_at: number; count: number } & Record<string, never>>(
    'SELECT group_at, count(*) AS count FROM staging.what_if_pair WHERE NOT is_flip GROUP BY ALL'
  );
  const hours = hoursTeller(comparison, zone, asOf);
  return comparison.groups.map((group, at) => {
    const old = group.before.flatMap(({ target }) => published.get(target.id) ?? []);
    const own = flips.filter(({ group_at }) => group_at === at);
    return {
      ...subjectOf(group, at, comparison, hours),
      before: totalsOf(old),
      after: totalsOf([
        ...old,
        ...changed.filter(({ group_at }) => group_at === at).map((each) => ({ ...each, count: each.count * each.by }))
      ]),
      flipped: own.reduce((sum, { count }) => sum + count, 0),
      moved: moved.find(({ group_at }) => group_at === at)?.count ?? 0,
      flips: own.map(({ from, to, reason, count }) => ({ from, to, reason: reason.replaceAll('_', ' '), count }))
    };
  });
}

async function publishedCounts(connection: Connection, catalogue: string): Promise<Map<string, Counted[]>> {
  const facts = `${identifier(catalogue)}.fact`;
  const rows = await connection.all<Counted & { target_id: string } & Record<string, never>>(`
    SELECT target_id::VARCHAR AS target_id, ${publishedStatusSql('stage')} AS status, stopped_at IS NOT NULL AS is_stopped, count(*) AS count FROM ${facts}.clock GROUP BY ALL
    UNION ALL SELECT target_id::VARCHAR, ${literal('uncovered')}, FALSE, count(*) FROM ${facts}.uncovered GROUP BY ALL`);
  return Map.groupBy(rows, ({ target_id }) => target_id);
}

function subjectOf(group: Group, at: number, { cases }: Comparison, hours: (each: Case) => string) {
  const own = cases.filter(({ groupAt }) => groupAt === at);
  const parts = own.flatMap((each) => (each.before ? each.changed.map((part) => partChange(each, part, hours)) : []));
  const goalOf = (sides: Group['before']): number | null => sides.at(-1)?.target.attainment ?? null;
  const isOther =
    parts.length > 0 ||
    own.length !== group.before.length ||
    own.some(({ before }) => !before) ||
    goalOf(group.before) !== goalOf(group.after);
  const way: Way = own.some((each) => each.way === 'pass') ? 'pass' : own.some((each) => each.way === 'facts') ? 'facts' : 'nothing';
  return {
    agreement: group.agreement,
    target: group.target,
    record_type: group.recordType,
    change:
      group.before.length === 0
        ? ('new' as const)
        : group.after.length === 0
          ? ('ended' as const)
          : isOther
            ? ('changed' as const)
            : ('unchanged' as const),
    parts,
    way,
    goal_before: goalOf(group.before),
    goal_after: goalOf(group.after)
  };
}

function partChange(each: Case, part: Part, hours: (each: Case) => string): PartChange {
  const [before, after] = [partWords(part, each.before!), partWords(part, each.after)];
  const name = part.replaceAll('_', ' ');
  return part === 'calendar' && before === after
    ? { part: name, before: 'hours as published', after: hours(each) }
    : { part: name, before, after };
}

/** Says on which dates which calendars of a case have other hours, until the data instant. */
function hoursTeller({ cases, reach }: Comparison, zone: string, asOf: number): (each: Case) => string {
  const told = cases.filter(({ before, changed }) => before && changed.includes('calendar'));
  const { plan, changes } = planChanges(told, zone, reach.from, asOf);
  return (each) => {
    const pairs = calendarPairs(changes.get(each)!, plan).map(({ before, differences }) => ({ ...plan.calendars[before]!, differences }));
    const dated = pairs.flatMap(({ name, versions, differences }) =>
      datedDifferences(name, versions.at(-1)?.zone ?? 'UTC', differences, reach.from, asOf)
    );
    return dated.length > 0 ? dateWords(dated) : 'the same until the data instant';
  };
}

function totalsOf(counted: readonly Counted[]): Totals {
  const sum = (test: (each: Counted) => boolean): number => counted.filter(test).reduce((total, { count }) => total + count, 0);
  const standing = Object.fromEntries(
    statuses.filter((status) => status !== 'none').map((status) => [status, sum((each) => each.status === status)])
  );
  const completed = sum(({ status, is_stopped }) => is_stopped && (status === 'met' || status === 'breached'));
  const met = sum(({ status, is_stopped }) => is_stopped && status === 'met');
  return {
    ...(standing as Record<Exclude<Status, 'none'>, number>),
    completed,
    completed_met: met,
    attainment: completed > 0 ? met / completed : null
  };
}
