import type { Incident } from './incident-rows.ts';
import { tables } from './incident-rows.ts';
import { minute, spaced, type Instant } from './instants.ts';
import { streams, systemId, type Random } from './random.ts';
import { cell } from './rows-file.ts';
import { resolverTeam, services, type Service } from './services.ts';
import type { World } from './world.ts';

interface Metric {
  name: string;
  type: string;
  source: string;
  says: string;
}

const metrics: readonly Metric[] = [
  { name: 'cpu_utilization', type: 'High CPU', source: 'Zabbix', says: 'CPU above threshold' },
  { name: 'disk_free', type: 'Low disk space', source: 'Zabbix', says: 'Free disk space below threshold' },
  { name: 'memory_used', type: 'Low memory', source: 'Zabbix', says: 'Memory almost exhausted' },
  { name: 'http_latency', type: 'Slow response', source: 'SolarWinds', says: 'Response time above limit' },
  { name: 'if_status', type: 'Interface status', source: 'SolarWinds', says: 'Interface changed state' },
  { name: 'job_status', type: 'Late job', source: 'Control-M', says: 'Job did not end in time' },
  { name: 'ping', type: 'Host unreachable', source: 'Nagios', says: 'Host does not answer' },
  { name: 'certificate_days', type: 'Certificate expiry', source: 'Nagios', says: 'Certificate runs out soon' }
];
const severities = ['Critical', 'Major', 'Minor', 'Warning', 'Info'];
const eventsPerIncident = 1;
const linkedNumbers = 20_000_000;

export const eventCount = (world: World): number => Math.round(world.options.incidents * eventsPerIncident);
/** Events that lead to no incident come evenly, at any hour. */
export const eventAt = (world: World, index: number, random: Random): Instant => {
  const { start, end } = world.span;
  return start + Math.floor(((index + random.at(streams.event, index).next()) / eventCount(world)) * (end - start));
};

interface Event {
  number: string;
  ordinal: number;
  service: Service;
  item: string;
  metric: Metric;
  severity: string;
  at: Instant;
  acknowledgedAt: Instant;
  clearedAt: Instant;
  isAutoCleared: boolean;
  state: string;
  incident: string;
  problem: string;
  change: string;
}

function eventRow(world: World, event: Event, end: Instant): string {
  const { service, item, metric } = event;
  const seen = (at: Instant) => (at > 0 && at <= end ? spaced(at) : '');
  const isCleared = event.clearedAt > 0 && event.clearedAt <= end;
  const isAcknowledged = event.acknowledgedAt > 0 && event.acknowledgedAt <= end;
  const updatedAt = isCleared ? event.clearedAt : isAcknowledged ? event.acknowledgedAt : event.at;
  const state = isCleared || isAcknowledged ? event.state : 'Ready';
  const sequence = (isCleared ? 1 : 0) + (isAcknowledged ? 1 : 0);
  return `${event.number},${systemId(world.options.seed, tables.event, event.ordinal)},${metric.source},${item},${metric.type},${metric.name === 'if_status' ? 'Gi0/1' : ''},${metric.name},${item}|${metric.name},${event.severity},${state},${cell(`${metric.says} on ${item}`)},${item},${service.name},${resolverTeam(service, 0)},${spaced(event.at)},${seen(event.acknowledgedAt)},${seen(event.clearedAt)},${isCleared ? event.isAutoCleared : ''},${event.incident},${event.problem},${event.change},${spaced(updatedAt)},${sequence}`;
}

/** An event without an incident: most clear by themselves within minutes, a few nodes complain again and again. */
export function looseEventRow(world: World, index: number, end: Instant, random: Random): string {
  const at = eventAt(world, index, random);
  const draws = random.at(streams.event + 50, index);
  const service = draws.pick(services);
  const item = service.items[Math.floor(service.items.length * draws.next() ** 3)] as string;
  const metric = metrics[Math.floor(metrics.length * draws.next() ** 1.6)] as Metric;
  const isActedOn = draws.chance(0.16);
  const clears = draws.chance(0.985);
  const acknowledgedAt = isActedOn ? at + Math.round(draws.logNormal(6 * minute, 0.9)) : 0;
  const clearedAt = clears ? Math.max(acknowledgedAt, at) + Math.round(draws.logNormal(11 * minute, 1.1)) : 0;
  const severity = severities[Math.min(4, 1 + Math.floor(draws.next() ** 0.6 * 4))] as string;
  const state = isActedOn ? 'Processed' : 'Ignored';
  const number = 'EVT' + String(10_000_001 + index);
  return eventRow(
    world,
    {
      number,
      ordinal: index,
      service,
      item,
      metric,
      severity,
      at,
      acknowledgedAt,
      clearedAt,
      isAutoCleared: !isActedOn,
      state,
      incident: '',
      problem: '',
      change: ''
    },
    end
  );
}

/** The event that an incident opened by monitoring came from, a few minutes before it. */
export function linkedEventRow(
  world: World,
  { plan, number, serial, visible }: Incident,
  end: Instant,
  random: Random
): string | undefined {
  if (plan.channel !== 'Event') return undefined;
  const at = plan.openedAt - 30 - random.integer(5 * minute);
  const metric = random.pick(metrics);
  const resolvedAt = visible[visible.length - 1]?.resolvedAt ?? 0;
  const event = {
    number: 'EVT' + String(linkedNumbers + serial),
    ordinal: linkedNumbers + serial,
    service: plan.service,
    item: plan.item,
    metric,
    severity: plan.impact === 1 ? 'Critical' : plan.impact === 2 ? 'Major' : 'Minor',
    at,
    acknowledgedAt: plan.openedAt,
    clearedAt: resolvedAt,
    isAutoCleared: false,
    state: 'Processed',
    incident: number,
    problem: (random.chance(0.3) && world.problems.openOn(plan.fault, plan.openedAt)?.number) || '',
    change: plan.causedBy
  };
  return eventRow(world, event, end);
}
