import type { Incident } from './incident-rows.ts';
import { day, hour, iso, minute, type Instant } from './instants.ts';
import type { Random } from './random.ts';
import { cell } from './rows-file.ts';

/** A stretch in which a service was down, or was told to be; 0 at the end: it lasts. */
export interface Outage {
  service: string;
  kind: 'outage' | 'degradation' | 'planned';
  from: Instant;
  to: Instant;
}

/**
 * What is recorded around a major incident, as known at `end`: the outage itself; often a second one of another item of the same service that
 * overlaps it; sometimes a degradation afterwards, and planned maintenance some nights later, neither of which counts as down.
 */
export function outagesOf({ plan, visible }: Incident, end: Instant, random: Random): Outage[] {
  if (!plan.isMajor) return [];
  const service = plan.service.name;
  const resolvedAt = visible[visible.length - 1]?.resolvedAt ?? 0;
  const from = plan.openedAt - 2 * minute - random.integer(10 * minute);
  const restored = resolvedAt > 0 ? Math.max(plan.openedAt + minute, resolvedAt - random.integer(5 * minute)) : 0;
  const told: Outage[] = [{ service, kind: 'outage', from, to: restored }];
  if (random.chance(0.5)) {
    const again = from + Math.round(random.between(0.2, 0.8) * ((restored || end) - from));
    const over = restored === 0 ? 0 : restored + random.integer(20 * minute);
    told.push({ service, kind: 'outage', from: again, to: over });
  }
  if (restored > 0 && random.chance(0.4))
    told.push({ service, kind: 'degradation', from: restored, to: restored + Math.round(random.between(1, 6) * hour) });
  if (random.chance(0.3)) {
    const planned = (Math.floor(plan.openedAt / day) + 3 + random.integer(4)) * day + 22 * hour;
    told.push({ service, kind: 'planned', from: planned, to: planned + 2 * hour });
  }
  return told.filter((outage) => outage.from <= end).map((outage) => (outage.to <= end ? outage : { ...outage, to: 0 }));
}

/** Rows of `outage.csv`. */
export const outageRows = ({ plan, number, serial }: Incident, told: readonly Outage[]): string[] =>
  told.map(
    ({ service, kind, from, to }, index) =>
      `OUT${1_000_000 + serial * 4 + index},${iso(to || from)},${kind},${cell(service)},${plan.item},${iso(from)},${iso(to)},${kind === 'planned' ? '' : number},${cell(`${service}: ${kind}`)}`
  );

/** Outages of a service that overlap or touch, merged; what is told of degradations and planned ones is none. */
export function merged(told: readonly Outage[], end: Instant): { service: string; from: Instant; to: Instant; isOver: boolean }[] {
  const islands: ReturnType<typeof merged> = [];
  const down = told
    .filter(({ kind }) => kind === 'outage')
    .sort((one, other) => (one.service < other.service ? -1 : one.service > other.service ? 1 : one.from - other.from));
  for (const { service, from, to } of down) {
    const last = islands.at(-1);
    if (last && last.service === service && from <= last.to) {
      last.to = Math.max(last.to, to || end);
      last.isOver &&= to > 0;
    } else islands.push({ service, from, to: to || end, isOver: to > 0 });
  }
  return islands;
}
