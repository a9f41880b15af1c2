import { arrivalAt, type Curve } from './arrivals.ts';
import { day, hour, minute, type Instant } from './instants.ts';
import type { SampleOptions, Span } from './options.ts';
import { runningSums, streams, type Random } from './random.ts';
import { services, type Service } from './services.ts';
import { failedChange, type FailedChange } from './stories/bad-change-week.ts';

export type ChangeType = 'Standard' | 'Normal' | 'Emergency';
export type CloseCode = 'Successful' | 'Successful with issues' | 'Unsuccessful';

export interface Change {
  number: string;
  index: number;
  service: Service;
  item: string;
  type: ChangeType;
  openedAt: Instant;
  plannedStart: Instant;
  plannedEnd: Instant;
  startedAt: Instant;
  endedAt: Instant;
  closedAt: Instant;
  outcome: CloseCode;
  isCancelled: boolean;
}

/** All changes of the period, made when asked for; only their instants and services are kept in memory. */
export interface ChangeBook {
  count: number;
  change: (index: number, random: Random) => Change;
  /** Number of the change on a service that ended within a time before an instant, with whether it failed. */
  endedBefore: (service: Service, at: Instant, within: number) => { number: string; hasFailed: boolean } | undefined;
  /** Number of a change on a service that was opened between two instants. */
  openedBetween: (service: Service, from: Instant, to: Instant) => string | undefined;
}

const changesPerIncident = 0.07;
const firstNumber = 30_000;
const numberOf = (index: number) => 'CHG' + String(firstNumber + index).padStart(7, '0');
const serviceSums = runningSums(services.map((service) => 2 + service.weight * 0.4));
const typeSums = runningSums([0.55, 0.38, 0.07]);
const types: readonly ChangeType[] = ['Standard', 'Normal', 'Emergency'];
const leadDays = { Standard: 2, Normal: 9, Emergency: 0.2 };
const failures = { Standard: 0.01, Normal: 0.045, Emergency: 0.11 };

/** Evening start: work on services begins after office hours, an emergency at once. */
function startAfter(ready: Instant, type: ChangeType, random: Random): Instant {
  if (type === 'Emergency') return ready;
  const midnight = Math.floor(ready / day) * day;
  return midnight + (18 + random.integer(5)) * hour + (ready - midnight > 17 * hour ? day : 0);
}

function make(index: number, openedAt: Instant, random: Random): Change {
  const service = services[random.weighted(serviceSums)] as Service;
  const type = types[random.weighted(typeSums)] as ChangeType;
  const plannedStart = startAfter(openedAt + Math.round(random.logNormal(leadDays[type] * day, 0.5)), type, random);
  const plannedEnd = plannedStart + (1 + random.integer(4)) * hour;
  const startedAt = plannedStart + random.integer(25) * minute;
  const endedAt = startedAt + Math.round((plannedEnd - plannedStart) * random.between(0.5, 1.25));
  const luck = random.next();
  const hasFailed = luck < failures[type];
  return {
    number: numberOf(index),
    index,
    service,
    item: random.pick(service.items),
    type,
    openedAt,
    plannedStart,
    plannedEnd,
    startedAt,
    endedAt,
    closedAt: endedAt + Math.round(random.between(0.5, 4) * day),
    outcome: hasFailed ? 'Unsuccessful' : luck < failures[type] + 0.06 ? 'Successful with issues' : 'Successful',
    isCancelled: random.chance(0.04)
  };
}

/** The failed release of the bad change week, as a change like any other. */
function fromStory(failed: FailedChange, index: number): Change {
  return {
    number: failed.number,
    index,
    service: services.find((service) => service.name === failed.service) as Service,
    item: failed.item,
    type: 'Normal',
    openedAt: failed.startsAt - 11 * day - 9 * hour,
    plannedStart: failed.startsAt,
    plannedEnd: failed.startsAt + 2 * hour,
    startedAt: failed.startsAt + 4 * minute,
    endedAt: failed.endsAt,
    closedAt: failed.endsAt + 3 * day,
    outcome: 'Unsuccessful',
    isCancelled: false
  };
}

interface Line {
  ends: Instant[];
  opens: Instant[];
  indexes: number[];
  hasFailed: boolean[];
}

/** The change of the bad week stands where the one opened nearest before it would have stood, so that the file stays in order. */
export function changeBook(stage: { options: SampleOptions; span: Span; random: Random; background: Curve }): ChangeBook {
  const { options, span, background } = stage;
  const count = Math.max(60, Math.round(options.incidents * changesPerIncident));
  const opened = (index: number, random: Random) => arrivalAt(background, streams.change, index, count, random);
  const failed = failedChange(span.end);
  const failedAt = failed.startsAt - 11 * day - 9 * hour;
  let slot = 0;
  while (slot + 1 < count && opened(slot + 1, stage.random) <= failedAt) slot++;
  const change = (index: number, random: Random): Change => {
    if (index === slot) return fromStory(failed, index);
    const openedAt = opened(index, random);
    return make(index, openedAt, random.at(streams.change + 50, index));
  };
  const lines = new Map<string, Line>(services.map((service) => [service.name, { ends: [], opens: [], indexes: [], hasFailed: [] }]));
  for (let index = 0; index < count; index++) {
    const one = change(index, stage.random);
    if (one.isCancelled) continue;
    const line = lines.get(one.service.name) as Line;
    line.ends.push(one.endedAt);
    line.opens.push(one.openedAt);
    line.indexes.push(index);
    line.hasFailed.push(one.outcome === 'Unsuccessful');
  }
  const nameOf = (line: Line, place: number) => (line.indexes[place] === slot ? failed.number : numberOf(line.indexes[place] as number));
  return { count, change, ...lookUps(lines, nameOf) };
}

/** First place in an ascending list whose value is beyond a mark. */
function firstBeyond(ascending: readonly number[], mark: number): number {
  let low = 0;
  let high = ascending.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((ascending[middle] as number) <= mark) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Changes are in the order they were opened; one ends at most some weeks later, so a short walk back finds the nearest end. */
function lookUps(
  lines: ReadonlyMap<string, Line>,
  nameOf: (line: Line, place: number) => string
): Pick<ChangeBook, 'endedBefore' | 'openedBetween'> {
  const longestLead = 60 * day;
  return {
    endedBefore(service, at, within) {
      const line = lines.get(service.name) as Line;
      for (let place = firstBeyond(line.opens, at) - 1; place >= 0 && (line.opens[place] as number) > at - longestLead; place--) {
        const ended = line.ends[place] as number;
        if (ended <= at && ended > at - within) return { number: nameOf(line, place), hasFailed: line.hasFailed[place] as boolean };
      }
      return undefined;
    },
    openedBetween(service, from, to) {
      const line = lines.get(service.name) as Line;
      const place = firstBeyond(line.opens, from);
      return place < line.opens.length && (line.opens[place] as number) < to ? nameOf(line, place) : undefined;
    }
  };
}
