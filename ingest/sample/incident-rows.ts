import { priorityOf, type Update } from './course.ts';
import type { History } from './incident-history.ts';
import type { Plan } from './incident-plan.ts';
import { hour, iso, spaced } from './instants.ts';
import { systemId, type Random } from './random.ts';
import { cell } from './rows-file.ts';
import { closingOf, descriptionOf, titleOf } from './titles.ts';
import type { VendorClock } from './vendor-clocks.ts';
import type { World } from './world.ts';

export const priorityNames = ['1 - Critical', '2 - High', '3 - Moderate', '4 - Low', '5 - Planning'];
export const levelNames = ['1 - High', '2 - Medium', '3 - Low'];
export const priorityName = (priority: number) => priorityNames[priority - 1] as string;
export const levelName = (level: number) => levelNames[level - 1] as string;

/** `sys_id` tables. */
export const tables = { incident: 1, request: 2, problem: 3, change: 4, event: 5, clock: 6 } as const;

/** One incident, planned, played and numbered. */
export interface Incident {
  /** Where its draws come from; see `drawsOf`. */
  stream: number;
  index: number;
  number: string;
  serial: number;
  plan: Plan;
  /** Updates up to the end of the export. */
  visible: readonly Update[];
  history: History;
}

/**
 * Draws for one purpose of an incident. Each purpose has its own, so that what has not happened yet at one export's end does not change
 * what another export says of the rest.
 */
export const drawsOf = (incident: Incident, purpose: (typeof purposes)[number], random: Random): Random =>
  random.at(incident.stream + 100_000 * (1 + purposes.indexOf(purpose)), incident.index);
/** Append only: a new purpose changes no other's draws. */
const purposes = ['row', 'clocks', 'survey', 'event', 'contact', 'outage'] as const;

const auditState = (update: Update): string => {
  if (update.state === 'In Progress') return 'Active';
  if (update.state !== 'On Hold') return update.state;
  return update.holdReason === 'Awaiting Caller' ? 'Awaiting User Info' : update.holdReason;
};

/** Rows of `incident_audit_log.csv` for some of an incident's updates. */
export function auditRow(incident: Incident, update: Update): string {
  const isActive = update.state !== 'Closed' && update.state !== 'Canceled';
  return `${incident.number},${auditState(update)},${isActive},${update.reassignments},${update.reopens},${update.sequence},${iso(incident.plan.openedAt)},${iso(update.at)},${update.category},${levelName(update.impact)},${levelName(update.urgency)},${priorityName(priorityOf(update))},${update.team},${update.assignee},${update.supplier},${iso(update.resolvedAt)},${iso(update.closedAt)}`;
}

const closeCodes = [
  'Solved (Permanently)',
  'Solved (Permanently)',
  'Solved (Work Around)',
  'Solved Remotely (Permanently)',
  'Not Solved (Not Reproducible)',
  'Closed/Resolved by Caller'
];

interface Ending {
  code: string;
  notes: string;
  knowledge: boolean;
  problem: string;
  rfc: string;
}

/** What is written down once the work is done; a record still open has none of it. */
function endingOf(world: World, { plan, visible }: Incident, random: Random): Ending {
  const last = visible[visible.length - 1] as Update;
  const problem = world.problems.openOn(plan.fault, plan.openedAt);
  const isLinked = visible.some((update) => update.holdReason === 'Awaiting Problem') || random.chance(0.4);
  const linked = problem && isLinked ? problem.number : '';
  const code = random.pick(closeCodes);
  const notes = closingOf({ ci: plan.item, site: plan.site, user: plan.caller?.name ?? 'the control room' }, random);
  const knowledge = random.chance(0.22);
  const rfc = (random.chance(0.03) && world.changes.openedBetween(plan.service, plan.openedAt, last.at)) || '';
  if (last.state !== 'Resolved' && last.state !== 'Closed') return { code: '', notes: '', knowledge: false, problem: linked, rfc: '' };
  return { code, notes, knowledge, problem: linked, rfc };
}

/** The row of `incident.csv`: the incident as it stands after its last visible update. */
export function incidentRow(world: World, incident: Incident, resolution: VendorClock, random: Random): { row: string; problem: string } {
  const { plan, visible, history, number, serial } = incident;
  const last = visible[visible.length - 1] as Update;
  const person = plan.caller?.name ?? 'Event Management';
  const entities = { ci: plan.item, site: plan.site, user: plan.caller ? person : 'svc-monitor' };
  const title = titleOf(plan.fault, plan.channel, entities, serial, random);
  const description = descriptionOf(plan.channel, entities, random);
  const ending = endingOf(world, incident, random);
  const seen = (at: number) => (at <= last.at ? spaced(at) : '');
  const row = `${number},${systemId(world.options.seed, tables.incident, serial)},${last.state},${last.holdReason},${priorityName(priorityOf(last))},${levelName(last.impact)},${levelName(last.urgency)},${last.category},${plan.fault.subcategory},${plan.symptom},${plan.service.name},${plan.item},${last.team},${last.assignee},${person},${plan.openedBy},${spaced(plan.openedAt)},${seen(history.takenUpAt)},${seen(history.respondedAt)},${spaced(last.resolvedAt)},${last.resolvedAt ? last.assignee : ''},${spaced(last.closedAt)},${spaced(plan.openedAt)},${spaced(last.at)},${last.sequence},${cell(title)},${cell(description)},${plan.channel},${plan.site},${plan.caller?.customer ?? 'Meridian Group Services'},${last.supplier},${ending.code},${cell(ending.notes)},${last.reassignments},${last.reopens},${!resolution.hasBreached},${ending.knowledge},${ending.problem},${ending.rfc},${plan.causedBy},${plan.parent},${plan.isMajor ? 'accepted' : ''}`;
  return { row, problem: ending.problem };
}

const schedules: Record<string, string> = {
  'berlin-office': 'Berlin office',
  'newyork-office': 'New York office',
  'singapore-office': 'Singapore office',
  'follow-the-sun': '24x7'
};

/** A row of `task_sla.csv`. The due time is meaningless while paused, as in the real thing. */
export function clockRow(world: World, incident: Incident, clock: VendorClock): string {
  const last = incident.visible[incident.visible.length - 1] as Update;
  const ordinal = incident.serial * 2 + (clock.sla === 'Resolution' ? 1 : 0);
  const due = clock.startedAt + clock.goal + clock.pause + Math.round(Math.max(0, clock.actual - clock.business));
  const percentage = Math.round((clock.business / clock.goal) * 10_000) / 100;
  return `${systemId(world.options.seed, tables.clock, ordinal)},${incident.number},${clock.sla} - P${priorityOf(last)} (${Math.round((clock.goal / hour) * 100) / 100} h),${clock.stage},${clock.stage === 'In Progress' || clock.stage === 'Paused'},${clock.hasBreached},${spaced(clock.startedAt)},${spaced(clock.stoppedAt)},${spaced(due)},${clock.business},${clock.actual},${clock.businessPause},${clock.pause},${percentage},${schedules[clock.schedule] ?? clock.schedule},${clock.zone},${spaced(last.at)},${last.sequence}`;
}
