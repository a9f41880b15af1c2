import { plantedFaults } from '../faults/index.ts';
import { clockChanges, day, hour, iso, localTime, minute, type Instant } from '../instants.ts';
import { service } from '../services.ts';
import { openSecondsBetween } from '../working-hours.ts';
import type { Planted, Stage, Story } from './story.ts';

interface Case {
  at: Instant;
  takenUpAt: Instant;
  resolvedAt: Instant;
  team: string;
  zone: string;
  what: string;
  number: string;
}

const places = [
  { zone: 'Europe/Berlin', team: 'Enterprise Applications' },
  { zone: 'America/New_York', team: 'Windows and Storage' }
] as const;

const scripted = (what: string, zone: string, team: string, at: Instant, resolvedAt: Instant): Case => ({
  at,
  takenUpAt: Math.min(at + 7 * minute, resolvedAt - minute),
  resolvedAt,
  team,
  zone,
  what,
  number: ''
});

/** Incidents around one change of the clocks: over the weekend in office hours, across the change and in the hour itself around the clock. */
function casesAround(change: Instant, zone: string, team: string): Case[] {
  const saturday = localTime(change, zone).startOfDay().subtract({ days: 1 });
  const wall = (days: number, time: string) => saturday.add({ days }).withPlainTime(time).epochMilliseconds / 1000;
  const centre = 'Operations Centre';
  const isAutumn = localTime(change, zone).offsetNanoseconds < localTime(change - 1, zone).offsetNanoseconds;
  const night = isAutumn ? 'hour that comes twice' : 'hour that is left out';
  return [
    scripted('Friday 15:00 to Monday 11:00, office hours', zone, team, wall(-1, '15:00'), wall(2, '11:00')),
    scripted('Saturday 22:00 to Sunday 09:00, around the clock', zone, centre, wall(0, '22:00'), wall(1, '09:00')),
    scripted(`thirty minutes before and after the ${night}`, zone, centre, change - 30 * minute, change + 30 * minute),
    scripted(`first pass of the ${night}`, zone, centre, change - hour + 12 * minute, change - 9 * minute),
    scripted(`second pass of the ${night}`, zone, centre, change + 12 * minute, change + 51 * minute),
    scripted('Sunday noon to Tuesday 10:00, office hours', zone, team, wall(1, '12:00'), wall(3, '10:00'))
  ];
}

/**
 * Incidents over every change of the clocks in Berlin and New York, also in the hour that comes twice or not at all. The business
 * seconds of each are counted with windows laid out by the zone's rules, the wall-clock seconds from the instants.
 */
export function clockChangeStory(stage: Stage): Story {
  const { start, end } = stage.span;
  const cases = places
    .flatMap(({ zone, team }) => clockChanges(zone, start + 4 * day, end - 4 * day).flatMap((change) => casesAround(change, zone, team)))
    .sort((one, other) => one.at - other.at);
  const at = (index: number) => cases[index] as Case;
  const plan = (index: number): Planted => {
    const { takenUpAt, resolvedAt, team, zone } = at(index);
    const region = zone === 'America/New_York' ? 1 : 0;
    return {
      fault: plantedFaults.clockChangeJobs,
      channel: 'Event',
      region,
      impact: 2,
      urgency: 2,
      script: { team, takenUpAt, resolvedAt }
    };
  };
  return {
    id: 'clock-change',
    kind: 'clock-change-weekend',
    from: cases[0]?.at ?? start,
    to: cases[cases.length - 1]?.resolvedAt ?? start,
    service: service('Database Platform').name,
    count: cases.length,
    at: (index) => at(index).at,
    plan,
    written(index, number) {
      at(index).number = number;
    },
    expected: () => ({
      cases: cases.map((one) => ({
        record_id: one.number,
        what: one.what,
        zone: one.zone,
        team: one.team,
        calendar: stage.hours(one.team).name,
        opened_at: iso(one.at),
        resolved_at: iso(one.resolvedAt),
        business_seconds: openSecondsBetween(stage.hours(one.team), one.at, one.resolvedAt),
        wall_seconds: one.resolvedAt - one.at
      }))
    })
  };
}
