import { arrivalAt, curve } from '../arrivals.ts';
import { plantedFaults } from '../faults/index.ts';
import { day, hour, iso, localTime } from '../instants.ts';
import { reportingZone } from '../organisation.ts';
import { plantedCount, type Stage, type Story } from './story.ts';

/** The failed release; the list of changes takes it in. */
export interface FailedChange {
  number: string;
  service: string;
  item: string;
  startsAt: number;
  endsAt: number;
}

export const failedChangeNumber = 'CHG0029999';

export function failedChange(end: number): FailedChange {
  const about = localTime(end - 118 * day, reportingZone);
  const start = about.subtract({ days: about.dayOfWeek - 2 }).with({ hour: 22, minute: 0, second: 0 });
  const startsAt = start.epochMilliseconds / 1000;
  return { number: failedChangeNumber, service: 'Payments', item: 'pay-api-ber-01', startsAt, endsAt: startsAt + 2.5 * hour };
}

/**
 * A release of Payments on a Tuesday night fails. Card payments break until Friday evening: a burst of incidents of one fault, about
 * a third of them with the change recorded as the cause, the first of them a major incident with the later ones as children.
 */
export function badChangeWeekStory(stage: Stage): Story {
  const change = failedChange(stage.span.end);
  const to = change.endsAt + 3.5 * day;
  const count = plantedCount(stage.incidents, 0.005, 36);
  const hours = (to - change.endsAt) / hour;
  const fading = curve(stage.seasons, stage.seasons.total, change.endsAt, to, (at) => 1 - (0.8 * (at - change.endsAt)) / hour / hours);
  let first = '';
  let caused = 0;
  return {
    id: 'bad-change-week',
    kind: 'burst-after-change',
    from: change.startsAt,
    to,
    service: change.service,
    team: 'Payments and Web',
    count,
    at: (index) => arrivalAt(fading, stage.stream, index, count, stage.random),
    plan(index, random) {
      const isCaused = index === 0 || random.chance(0.33);
      if (isCaused) caused++;
      const major = index === 0 ? { impact: 1, urgency: 1, isMajor: true } : {};
      const child = index > 0 && random.chance(0.4) ? { parent: first } : {};
      return {
        fault: plantedFaults.checkoutAfterRelease,
        ...(random.chance(0.6) ? { item: change.item } : {}),
        urgency: random.chance(0.4) ? 1 : 2,
        impact: random.chance(0.3) ? 1 : 2,
        ...major,
        ...child,
        ...(isCaused ? { causedBy: change.number } : {})
      };
    },
    written(index, number) {
      if (index === 0) first = number;
    },
    expected: () => ({
      change: change.number,
      change_ended_at: iso(change.endsAt),
      major_incident: first,
      caused_by_count: caused,
      is_association: true,
      is_burst: true
    })
  };
}
