import { arrivalAt } from './arrivals.ts';
import { hour, iso, minute, type Instant } from './instants.ts';
import { streams, systemId, type Random } from './random.ts';
import { service as serviceCalled } from './services.ts';
import type { World } from './world.ts';

const rules = [
  { name: 'KubePodCrashLooping', severity: 'warning', service: 'Container Platform', summary: 'Pod restarts again and again' },
  { name: 'KubeNodeNotReady', severity: 'critical', service: 'Container Platform', summary: 'Node is not ready' },
  { name: 'HighErrorRate', severity: 'critical', service: 'Web Shop', summary: 'More than 2 % of requests fail' },
  { name: 'SlowCheckout', severity: 'warning', service: 'Payments', summary: 'Checkout takes longer than 3 s at the 95th percentile' },
  { name: 'Watchdog', severity: 'info', service: 'Container Platform', summary: 'The alerting pipeline lives' }
] as const;
const notYet = '0001-01-01T00:00:00Z';
const alertsPerIncident = 0.05;
const repeatInterval = 4 * hour;

export const alertCount = (world: World): number => Math.max(50, Math.round(world.options.incidents * alertsPerIncident));

interface Alert {
  startsAt: Instant;
  endsAt: Instant;
  instance: string;
  fingerprint: string;
}

const instant = (at: Instant, fraction: number) => iso(at).replace('Z', `.${String(fraction).padStart(3, '0')}Z`);

function payload(rule: (typeof rules)[number], alerts: readonly Alert[], at: Instant): string {
  const common = { alertname: rule.name, severity: rule.severity, service: rule.service, cluster: 'prod-1' };
  const told = alerts.map((alert) => {
    const isOver = alert.endsAt > 0 && alert.endsAt <= at;
    return {
      status: isOver ? 'resolved' : 'firing',
      labels: { ...common, instance: alert.instance, team: serviceCalled(rule.service).team },
      annotations: { summary: rule.summary, description: `${rule.summary} (${alert.instance}).` },
      startsAt: instant(alert.startsAt, Number.parseInt(alert.fingerprint.slice(0, 2), 16)),
      endsAt: isOver ? instant(alert.endsAt, 0) : notYet,
      generatorURL: `http://prometheus.meridian.example/graph?g0.expr=${rule.name}`,
      fingerprint: alert.fingerprint
    };
  });
  return JSON.stringify({
    version: '4',
    groupKey: `{}:{alertname="${rule.name}"}`,
    truncatedAlerts: 0,
    status: told.every((alert) => alert.status === 'resolved') ? 'resolved' : 'firing',
    receiver: 'plimsoll',
    groupLabels: { alertname: rule.name },
    commonLabels: common,
    commonAnnotations: { summary: rule.summary },
    externalURL: 'http://alertmanager.meridian.example',
    alerts: told
  });
}

/**
 * The webhook calls of one alert group: firing, the same again every four hours while it lasts, and resolved, which some never are. A
 * fingerprint belongs to rule and instance, so the same alert comes back under the same one.
 */
export function alertPayloads(world: World, index: number, end: Instant, random: Random): string[] {
  const at = arrivalAt(world.background, streams.alert, index, alertCount(world), random);
  const draws = random.at(streams.alert + 50, index);
  const rule = draws.pick(rules);
  const { items } = serviceCalled(rule.service);
  const isForgotten = draws.chance(0.02);
  const count = 1 + Math.floor(3 * draws.next() ** 2);
  const first = draws.integer(items.length);
  const alerts = Array.from({ length: count }, (_, ordinal) => {
    const place = (first + ordinal) % items.length;
    const startsAt = at - draws.integer(30);
    const endsAt = isForgotten ? 0 : at + Math.round(draws.logNormal(25 * minute, 1.2));
    const fingerprint = systemId(7, rules.indexOf(rule), place).slice(0, 16);
    return { startsAt, endsAt, instance: `${items[place]}:9100`, fingerprint };
  });
  const lastEnd = Math.max(...alerts.map((alert) => alert.endsAt));
  const until = isForgotten ? at + 3 * repeatInterval : lastEnd;
  const sends = [at];
  for (let again = at + repeatInterval; again < until; again += repeatInterval) sends.push(again);
  if (!isForgotten) sends.push(lastEnd + 10);
  return sends.filter((sent) => sent <= end).map((sent) => payload(rule, alerts, sent));
}
