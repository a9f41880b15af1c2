import { machines, originAt } from './arrivals.ts';
import { faultsByService, usualFaults } from './faults/index.ts';
import type { Fault } from './faults/fault.ts';
import { hour, type Instant } from './instants.ts';
import { operationsCentre, regions, teams as allTeams } from './organisation.ts';
import { agentOf, type Caller } from './people.ts';
import { runningSums, type Random } from './random.ts';
import { resolverTeam, service as serviceCalled, services, type Service } from './services.ts';
import type { Planted } from './stories/story.ts';
import { isOpen } from './working-hours.ts';
import type { World } from './world.ts';

/** All that is settled about an incident when it opens. */
export interface Plan {
  openedAt: Instant;
  region: number;
  /** Nobody, where monitoring opened it. */
  caller: Caller | undefined;
  site: string;
  service: Service;
  item: string;
  fault: Fault;
  channel: string;
  /** Settled by the first person who answers. */
  isFirstContact: boolean;
  /** Category it is opened with, not always the right one. */
  category: string;
  symptom: string;
  /** Who wrote it down: the caller, an agent on the line, or monitoring. */
  openedBy: string;
  impact: number;
  urgency: number;
  isMajor: boolean;
  parent: string;
  causedBy: string;
  /** Teams that hold it, first to last. */
  teams: string[];
  script: Planted['script'];
}

const serviceSums = runningSums(services.map((service) => service.weight));
const machineFaults = usualFaults.filter((fault) => fault.easy <= 0.02);
const machineSums = runningSums(machineFaults.map((fault) => fault.weight * serviceCalled(fault.service).weight));
const channels = ['Phone', 'Self-service', 'Email', 'Chat', 'Walk-in'] as const;
const channelSums = runningSums([0.46, 0.26, 0.15, 0.1, 0.03]);
const categories = [...new Set(usualFaults.map((fault) => fault.category))];
const symptoms = ['Error message', 'Not available', 'Slow', 'Cannot sign in', 'Wrong result', 'Question', 'Hardware defect', 'Other'];
const isAtTheDesk = (channel: string) => channel === 'Phone' || channel === 'Chat' || channel === 'Walk-in';
const siteNames = new Map(regions.flatMap((region) => region.sites.map((site) => [site.code, site.name])));
/** The site in a configuration item's name, `vpn-gw-ber-01`. */
const siteOfItem = (item: string) => siteNames.get(item.split('-').at(-2) ?? '') ?? 'Berlin HQ';

function usualFault(origin: number, random: Random): Fault {
  if (origin === machines) return machineFaults[random.weighted(machineSums)] as Fault;
  const service = services[random.weighted(serviceSums)] as Service;
  const { faults, sums } = faultsByService.get(service.name) as { faults: readonly Fault[]; sums: readonly number[] };
  return faults[random.weighted(sums)] as Fault;
}

function teamsFor(world: World, at: Instant, channel: string, service: Service, region: number, isEasy: boolean, random: Random): string[] {
  const resolver = resolverTeam(service, region);
  if (channel === 'Event') return isOpen(world.hours(resolver), at) && random.chance(0.8) ? [resolver] : [operationsCentre, resolver];
  const desk = (regions[region] as (typeof regions)[number]).desk;
  if (isEasy) return [desk];
  if (isAtTheDesk(channel) && random.chance(0.22)) return [desk];
  const first = isAtTheDesk(channel) || random.chance(0.4) ? [desk] : [];
  const wrong = random.chance(0.11) ? [random.pick(allTeams.slice(3)).name] : [];
  const last = random.chance(0.08) ? [random.pick(allTeams.slice(3)).name] : [];
  const path = [...first, ...wrong, resolver, ...last];
  return path.filter((team, index) => team !== path[index - 1]);
}

function drawImpact(gravity: number, random: Random): number {
  const mark = random.next();
  if (mark < 0.1 * gravity) return 1;
  return mark < 0.3 + gravity ? 2 : 3;
}

function drawUrgency(gravity: number, random: Random): number {
  const mark = random.next();
  if (mark < 0.05 + 0.2 * gravity) return 1;
  return mark < 0.68 ? 2 : 3;
}

/** Office hours of callers end; what still comes in then comes by portal and mail. */
const channelOf = (origin: number, random: Random): string =>
  origin === machines ? 'Event' : (channels[random.weighted(channelSums)] as string);

/** Settles everything about an incident that opens now; what its story fixes stays fixed. */
export function plan(world: World, openedAt: Instant, planted: Planted | undefined, random: Random): Plan {
  const drawn = originAt(world.seasons, openedAt, random);
  const origin = planted?.region ?? (planted && planted.channel !== 'Event' && drawn === machines ? 0 : drawn);
  const region = origin === machines ? random.integer(3) : origin;
  const fault = planted?.fault ?? usualFault(origin, random);
  const service = serviceCalled(fault.service);
  const channel = planted?.channel ?? channelOf(origin, random);
  const caller = channel === 'Event' ? undefined : random.pick(world.people.byRegion[region] ?? world.people.callers);
  const item = planted?.item ?? random.pick(service.items);
  const isCalled = caller !== undefined && isAtTheDesk(channel);
  const desk = (regions[region] as (typeof regions)[number]).desk;
  const isEasy = random.chance(Math.min(0.9, fault.easy * 1.4)) && !planted?.isMajor;
  const change = world.changes.endedBefore(service, openedAt, 72 * hour);
  const isCaused = change !== undefined && random.chance(change.hasFailed ? 0.25 : 0.012);
  return {
    openedAt,
    region,
    caller,
    site: caller?.site ?? siteOfItem(item),
    service,
    item,
    fault,
    channel,
    isFirstContact: isEasy && isCalled && random.chance(0.95) && !planted?.teams && !planted?.script,
    symptom: random.pick(symptoms),
    openedBy: isCalled ? agentOf(world.people, desk, random) : (caller?.name ?? 'Event Management'),
    category: random.chance(0.06) ? random.pick(categories) : fault.category,
    impact: planted?.impact ?? drawImpact(service.gravity, random),
    urgency: planted?.urgency ?? drawUrgency(service.gravity, random),
    isMajor: planted?.isMajor ?? false,
    parent: planted?.parent ?? '',
    causedBy: planted ? (planted.causedBy ?? '') : isCaused ? change.number : '',
    teams: planted?.script
      ? [planted.script.team]
      : (planted?.teams ?? teamsFor(world, openedAt, channel, service, region, isEasy, random)),
    script: planted?.script
  };
}
