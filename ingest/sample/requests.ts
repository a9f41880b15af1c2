import { arrivalAt, machines, originAt } from './arrivals.ts';
import { catalogue, type CatalogueItem } from './catalogue.ts';
import { levelName, priorityName, tables } from './incident-rows.ts';
import { day, hour, minute, spaced, type Instant } from './instants.ts';
import { fulfilmentGoals } from './organisation.ts';
import { agentOf, type Caller } from './people.ts';
import { runningSums, streams, systemId, type Random } from './random.ts';
import { cell } from './rows-file.ts';
import { service as serviceCalled } from './services.ts';
import { afterOpenSeconds, never, openSecondsBetween } from './working-hours.ts';
import type { World } from './world.ts';

/** A requested item with everything that ever happens to it; instants may lie beyond the end of the export. 0 is "never". */
export interface Request {
  number: string;
  index: number;
  item: CatalogueItem;
  caller: Caller;
  team: string;
  assignee: string;
  approver: string;
  channel: string;
  openedAt: Instant;
  needsApproval: boolean;
  isRejected: boolean;
  isWithdrawn: boolean;
  decidedAt: Instant;
  startedAt: Instant;
  closedAt: Instant;
  notes: string;
}

const requestsPerIncident = 0.55;
const itemSums = runningSums(catalogue.map((item) => item.weight));
const fulfilmentNotes = ['Delivered.', 'Done, user informed.', 'Installed remotely.', 'Erledigt.'];

export const requestCount = (world: World): number => Math.round(world.options.incidents * requestsPerIncident);
export const requestNumber = (index: number): string => 'RITM' + String(2_000_001 + index);

/** Makes one request; needs none of the others. */
export function request(world: World, index: number, random: Random): Request {
  const openedAt = arrivalAt(world.background, streams.request, index, requestCount(world), random);
  const draws = random.at(streams.request + 50, index);
  const item = catalogue[draws.weighted(itemSums)] as CatalogueItem;
  const origin = originAt(world.seasons, openedAt, draws);
  const region = origin === machines ? 0 : origin;
  const caller = draws.pick(world.people.byRegion[region] ?? world.people.callers);
  const team = item.team === 'Workplace EMEA' && region === 1 ? 'Workplace AMER' : item.team;
  const needsApproval = draws.chance(item.approval);
  const decidedAt = needsApproval ? openedAt + Math.round(draws.logNormal(9 * hour, 1.1)) : 0;
  const isRejected = needsApproval && draws.chance(0.055);
  const isWithdrawn = !isRejected && draws.chance(0.02);
  const startedAt = afterOpenSeconds(
    world.hours(team),
    decidedAt || openedAt,
    draws.logNormal(50 * minute, 0.9) + world.strain(team, openedAt) * 0.2
  );
  const workSeconds = draws.logNormal(item.hours * hour * 0.8, 0.8) + (startedAt < never ? world.strain(team, startedAt) * 0.5 : 0);
  const fulfilledAt = startedAt >= never ? never : afterOpenSeconds(world.hours(team), startedAt, workSeconds);
  const withdrawnAt = (decidedAt || openedAt) + Math.round(draws.between(1, 30) * hour);
  return {
    number: requestNumber(index),
    index,
    item,
    caller,
    team,
    assignee: agentOf(world.people, team, draws),
    approver: draws.pick(world.people.byRegion[region] ?? world.people.callers).name,
    channel: draws.pick(['Self-service', 'Self-service', 'Self-service', 'Email', 'Phone']),
    openedAt,
    needsApproval,
    isRejected,
    isWithdrawn,
    decidedAt,
    startedAt: isRejected || isWithdrawn ? 0 : startedAt,
    closedAt: isRejected ? decidedAt : isWithdrawn ? withdrawnAt : fulfilledAt,
    notes: draws.pick(fulfilmentNotes)
  };
}

/** What an export at `end` knows of a request. */
function seenAt(one: Request, end: Instant) {
  const isDecided = one.needsApproval && one.decidedAt <= end;
  const isStarted = one.startedAt > 0 && one.startedAt <= end;
  const isClosed = one.closedAt <= end;
  const ending = one.isRejected ? 'Closed Incomplete' : one.isWithdrawn ? 'Closed Skipped' : 'Closed Complete';
  const approval = !one.needsApproval ? 'Not Yet Requested' : !isDecided ? 'Requested' : one.isRejected ? 'Rejected' : 'Approved';
  const happened = [one.openedAt, isDecided ? one.decidedAt : 0, isStarted ? one.startedAt : 0, isClosed ? one.closedAt : 0];
  return {
    state: isClosed ? ending : isStarted ? 'Work in Progress' : 'Open',
    approval,
    isDecided,
    isStarted,
    isClosed,
    updatedAt: Math.max(...happened),
    sequence: happened.filter((at) => at > 0).length - 1
  };
}

const endingNotes = (one: Request) => (one.isRejected ? 'Approval refused.' : one.isWithdrawn ? 'Withdrawn by requester.' : one.notes);

/** The row of `sc_req_item.csv`. The tool measures fulfilment from the approval, on the team's calendar. */
export function requestRow(world: World, one: Request, end: Instant): string {
  const seen = seenAt(one, end);
  const { item, caller } = one;
  const service = serviceCalled(item.service);
  const goal = fulfilmentGoals[item.priority - 1] as number;
  const stop = seen.isClosed ? one.closedAt : end;
  const madeIt = openSecondsBetween(world.hours(one.team), seen.isDecided ? one.decidedAt : one.openedAt, stop) <= goal;
  const level = item.priority <= 3 ? 2 : 3;
  const due = one.openedAt + 7 * day;
  const isTaken = seen.isStarted || (seen.isClosed && one.isWithdrawn);
  return `${one.number},${systemId(world.options.seed, tables.request, one.index)},REQ${2_000_001 + one.index},${item.name},${seen.state},${seen.approval},${priorityName(item.priority)},${levelName(level)},${levelName(Math.min(3, Math.max(1, item.priority + 1 - level)))},${item.entitlements.length > 0 ? 'Access' : 'Catalogue'},${item.service},${service.items[one.index % service.items.length]},${one.team},${isTaken ? one.assignee : ''},${caller.name},${caller.name},${spaced(one.openedAt)},${one.needsApproval ? spaced(one.openedAt) : ''},${seen.isDecided ? spaced(one.decidedAt) : ''},${seen.isStarted ? spaced(one.startedAt) : ''},${spaced(due)},${seen.isClosed ? spaced(one.closedAt) : ''},${spaced(one.openedAt)},${spaced(seen.updatedAt)},${seen.sequence},${cell(`${item.name} for ${caller.name}`)},${one.channel},${caller.site},${caller.customer},,${cell(seen.isClosed ? endingNotes(one) : '')},0,${madeIt}`;
}
