import type { AccessGrant } from './access.ts';
import { priorityOf, type Update } from './course.ts';
import type { Incident } from './incident-rows.ts';
import { iso, monthStarts, type Instant } from './instants.ts';
import { organisationName, reportingZone } from './organisation.ts';
import type { SampleOptions } from './options.ts';
import { merged, type Outage } from './outages.ts';
import type { Review } from './recertification.ts';
import type { Deviation } from './vendor-clocks.ts';
import type { World } from './world.ts';

export interface MonthCount {
  /** `2026-03`, a month of the reporting zone. */
  month: string;
  opened: number;
  /** By the last resolution of incidents that stand resolved or closed at the end. */
  resolved: number;
}

/** Counts of incidents at the end of the export, made while they were written. */
export interface IncidentTotals {
  incidents: number;
  updates: number;
  months: MonthCount[];
  by_state: Record<string, number>;
  by_priority: Record<string, number>;
  /** Open ones by team. */
  backlog: number;
  backlog_by_team: Record<string, number>;
  majors: number;
  children: number;
  reopened: number;
  reassigned: number;
  cancelled: number;
  with_problem: number;
  caused_by_change: number;
  first_contact: number;
  /** The tool's own verdict. */
  missed_sla: number;
}

export interface ToldStory {
  id: string;
  kind: string;
  from: string;
  to: string;
  service?: string;
  team?: string;
  supplier?: string;
  record_count: number;
  /** Absent where there are more than 2,000. */
  record_ids?: string[];
  expected: Record<string, unknown>;
}

export interface Truth {
  organisation: string;
  zone: string;
  options: SampleOptions;
  from: string;
  to: string;
  totals: IncidentTotals;
  /** Rows of each file, headers not counted. */
  rows: Record<string, number>;
  /** Outages of each service, overlapping ones merged, in wall time up to the end; `over` of them have ended. */
  outages: Record<string, { count: number; over: number; seconds: number }>;
  /** Reviews of access due by the end of their delivery; `open`: grants in force of whose latest review nobody decided. */
  recertification: { due: number; decided: number; on_time: number; open: number };
  /** Clocks of `task_sla.csv` whose verdict or stage departs from the agreement. */
  vendor_deviations: { record_id: string; kind: Deviation; has_breached: boolean; rightly: boolean }[];
  stories: ToldStory[];
}

const idsKept = 2000;
const add = (counts: Record<string, number>, name: string) => {
  counts[name] = (counts[name] ?? 0) + 1;
};
const sorted = (counts: Record<string, number>) =>
  Object.fromEntries(Object.entries(counts).sort(([one], [other]) => (one < other ? -1 : 1)));

/** Counts what is written, record by record, without looking at the files. */
export class Ledger {
  readonly #world: World;
  readonly #months: (MonthCount & { from: Instant })[];
  readonly #ids: Map<string, string[]>;
  readonly #outages: Outage[] = [];
  readonly #reviews: Truth['recertification'] = { due: 0, decided: 0, on_time: 0, open: 0 };
  readonly #deviations: Truth['vendor_deviations'] = [];
  readonly totals: IncidentTotals = {
    incidents: 0,
    updates: 0,
    months: [],
    by_state: {},
    by_priority: {},
    backlog: 0,
    backlog_by_team: {},
    majors: 0,
    children: 0,
    reopened: 0,
    reassigned: 0,
    cancelled: 0,
    with_problem: 0,
    caused_by_change: 0,
    first_contact: 0,
    missed_sla: 0
  };

  constructor(world: World) {
    this.#world = world;
    this.#months = monthStarts(reportingZone, world.span.start, world.span.end).map((entry) => ({ ...entry, opened: 0, resolved: 0 }));
    this.#ids = new Map(world.stories.map((story) => [story.id, []]));
  }

  #month(at: Instant): MonthCount {
    return this.#months.findLast((entry) => entry.from <= at) as MonthCount;
  }

  count(incident: Incident, story: string | undefined, problem: string, missedSla: boolean): void {
    const { totals } = this;
    const { plan, visible } = incident;
    const last = visible[visible.length - 1] as Update;
    totals.incidents++;
    totals.updates += visible.length;
    this.#month(plan.openedAt).opened++;
    if (last.resolvedAt > 0) this.#month(last.resolvedAt).resolved++;
    add(totals.by_state, last.state);
    add(totals.by_priority, String(priorityOf(last)));
    if (last.state === 'New' || last.state === 'In Progress' || last.state === 'On Hold') {
      totals.backlog++;
      add(totals.backlog_by_team, last.team);
    }
    if (plan.isMajor) totals.majors++;
    if (plan.parent) totals.children++;
    if (last.reopens > 0) totals.reopened++;
    if (last.reassignments > 0) totals.reassigned++;
    if (last.state === 'Canceled') totals.cancelled++;
    if (problem) totals.with_problem++;
    if (plan.causedBy) totals.caused_by_change++;
    if (plan.isFirstContact) totals.first_contact++;
    if (missedSla) totals.missed_sla++;
    const ids = story === undefined ? undefined : this.#ids.get(story);
    if (ids && ids.length <= idsKept) ids.push(incident.number);
  }

  /** Notes a verdict of the tool that departs from the agreement; only the first two thousand are kept. */
  deviate(number: string, kind: Deviation, hasBreached: boolean, rightly: boolean): void {
    if (this.#deviations.length < idsKept) this.#deviations.push({ record_id: number, kind, has_breached: hasBreached, rightly });
  }

  fail(outages: readonly Outage[]): void {
    this.#outages.push(...outages);
  }

  review(grant: AccessGrant, reviews: readonly Review[]): void {
    const counts = this.#reviews;
    counts.due += reviews.length;
    for (const { dueAt, decidedAt } of reviews) {
      if (decidedAt > 0) counts.decided++;
      if (decidedAt > 0 && decidedAt <= dueAt) counts.on_time++;
    }
    if (grant.revokedAt === 0 && reviews.at(-1)?.decidedAt === 0) counts.open++;
  }

  #outageTruth(): Truth['outages'] {
    const services: Truth['outages'] = {};
    for (const { service, from, to, isOver } of merged(this.#outages, this.#world.span.end)) {
      const sums = (services[service] ??= { count: 0, over: 0, seconds: 0 });
      sums.count++;
      if (isOver) sums.over++;
      sums.seconds += to - from;
    }
    return services;
  }

  /** The truth file. */
  truth(rows: Record<string, number>): Truth {
    const { options, span, stories } = this.#world;
    const months = this.#months.map(({ month, opened, resolved }) => ({ month, opened, resolved }));
    const totals = { ...this.totals, months };
    for (const name of ['by_state', 'by_priority', 'backlog_by_team'] as const) totals[name] = sorted(totals[name]);
    return {
      organisation: organisationName,
      zone: reportingZone,
      options,
      from: iso(span.start),
      to: iso(span.end),
      totals,
      rows,
      outages: this.#outageTruth(),
      recertification: this.#reviews,
      vendor_deviations: this.#deviations,
      stories: stories.map((story) => {
        const ids = this.#ids.get(story.id) ?? [];
        const parties = { service: story.service, team: story.team, supplier: story.supplier };
        return {
          id: story.id,
          kind: story.kind,
          from: iso(story.from),
          to: iso(story.to),
          ...Object.fromEntries(Object.entries(parties).filter(([, value]) => value !== undefined)),
          record_count: story.count,
          ...(ids.length <= idsKept ? { record_ids: ids } : {}),
          expected: story.expected()
        };
      })
    };
  }
}
