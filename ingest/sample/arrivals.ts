import { clockChanges, day, hour, localTime, type Instant } from './instants.ts';
import { regions, type Place } from './organisation.ts';
import { streams, type Random } from './random.ts';

/** How likely each hour of a span is, as running sums: a place on the curve from 0 to 1 becomes an instant. */
export interface Curve {
  /** First hour that the sums count. */
  base: Instant;
  from: Instant;
  to: Instant;
  sums: Float64Array;
}

/** Relative volume of each hour by origin: the three regions, then machines. */
export interface Seasons {
  from: Instant;
  hours: number;
  byOrigin: readonly Float64Array[];
  total: Float64Array;
}

/** Origin of incidents that monitoring opens; they come at any hour. */
export const machines = 3;
const machineShare = 0.11;
const yearlyGrowth = 0.12;
const dayNoise = 0.12;

/** Relative volume by local hour of a working day. */
const workdayHours = [1, 1, 1, 1, 1, 2, 6, 28, 75, 100, 95, 82, 50, 68, 80, 72, 56, 34, 14, 7, 5, 4, 2, 1];
const weekdayFactors = [1.28, 1.08, 1, 0.98, 0.82, 0.09, 0.07];
const holidayFactor = 0.1;

/** Seconds to add to UTC for the wall clock of a zone, valid for instants of the span. */
function wallOffset(zone: string, from: Instant, to: Instant): (at: Instant) => number {
  const changes = [from, ...clockChanges(zone, from, to)];
  const offsets = changes.map((at) => localTime(at, zone).offsetNanoseconds / 1e9);
  return (at) => {
    let index = changes.length - 1;
    while (index > 0 && at < (changes[index] as number)) index--;
    return offsets[index] as number;
  };
}

function volumes(place: Place, from: Instant, hours: number, random: Random): Float64Array {
  const offset = wallOffset(place.calendar.zone, from, from + hours * hour);
  const holidays = new Set(place.calendar.holidays.map((holiday) => Date.parse(holiday.date) / 1000 / day));
  const volume = new Float64Array(hours);
  for (let index = 0; index < hours; index++) {
    const at = from + index * hour;
    const wall = at + offset(at);
    const dayNumber = Math.floor(wall / day);
    const weekday = (dayNumber + 3) % 7;
    const dayFactor = holidays.has(dayNumber)
      ? Math.min(holidayFactor, weekdayFactors[weekday] as number)
      : (weekdayFactors[weekday] as number);
    const noise = random.at(streams.hour, dayNumber * 4 + place.region).logNormal(1, dayNoise);
    const growth = 1 + (yearlyGrowth * (at - from)) / (365 * day);
    volume[index] = place.share * growth * noise * dayFactor * (workdayHours[Math.floor((wall - dayNumber * day) / hour)] as number);
  }
  return volume;
}

/** Seasons of the whole organisation: working hours of three regions, weekdays, holidays, slow growth, day-to-day noise. */
export function seasons(from: Instant, to: Instant, random: Random): Seasons {
  const hours = Math.ceil((to - from) / hour);
  const people = regions.map((place) => volumes(place, from, hours, random));
  const mean = people.reduce((sum, volume) => sum + volume.reduce((total, value) => total + value, 0), 0) / hours;
  const machineVolume = new Float64Array(hours).fill((mean * machineShare) / (1 - machineShare));
  const byOrigin = [...people, machineVolume];
  const total = new Float64Array(hours);
  for (const volume of byOrigin)
    for (let index = 0; index < hours; index++) total[index] = (total[index] as number) + (volume[index] as number);
  return { from, hours, byOrigin, total };
}

/** Curve over [from, to) whose hours weigh as the volume times a factor of the hour's instant. Hours are cut at both ends. */
export function curve(
  seasons: Seasons,
  volume: Float64Array,
  from: Instant,
  to: Instant,
  factor: (at: Instant) => number = () => 1
): Curve {
  const first = Math.max(0, Math.floor((from - seasons.from) / hour));
  const last = Math.min(seasons.hours, Math.ceil((to - seasons.from) / hour));
  const sums = new Float64Array(Math.max(1, last - first));
  let sum = 0;
  for (let index = first; index < last; index++) {
    const at = seasons.from + index * hour;
    const share = (Math.min(to, at + hour) - Math.max(from, at)) / hour;
    sum += (volume[index] as number) * factor(at) * share;
    sums[index - first] = sum;
  }
  return { base: seasons.from + first * hour, from, to, sums };
}

/** The instant at a place on the curve, 0 the beginning and 1 the end; never decreases with the place. */
export function instantAt(curve: Curve, place: number): Instant {
  const { sums } = curve;
  const mark = place * (sums[sums.length - 1] as number);
  let low = 0;
  let high = sums.length - 1;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((sums[middle] as number) > mark) high = middle;
    else low = middle + 1;
  }
  const before = low === 0 ? 0 : (sums[low - 1] as number);
  const width = (sums[low] as number) - before;
  const at = curve.base + low * hour + Math.floor((width > 0 ? (mark - before) / width : 0) * (hour - 1));
  return Math.min(Math.max(at, curve.from), curve.to - 1);
}

/** The `index`-th of `count` arrivals along a curve: evenly spread with jitter, so ascending in the index without a sort. */
export function arrivalAt(curve: Curve, stream: number, index: number, count: number, random: Random): Instant {
  return instantAt(curve, (index + random.at(stream, index).next()) / count);
}

/** Draws where an arrival at an instant comes from: a region, or `machines`. */
export function originAt(seasons: Seasons, at: Instant, random: Random): number {
  const index = Math.min(seasons.hours - 1, Math.max(0, Math.floor((at - seasons.from) / hour)));
  let mark = random.next() * (seasons.total[index] as number);
  for (let origin = 0; origin < machines; origin++) {
    mark -= (seasons.byOrigin[origin] as Float64Array)[index] as number;
    if (mark < 0) return origin;
  }
  return machines;
}
