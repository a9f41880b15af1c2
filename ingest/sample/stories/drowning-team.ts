import { arrivalAt, curve } from '../arrivals.ts';
import { faultsByService } from '../faults/index.ts';
import { hour, week, type Instant } from '../instants.ts';
import type { Fault } from '../faults/fault.ts';
import { plantedCount, wholeHour, type Stage, type Story } from './story.ts';

const drowning = 'Workplace EMEA';
const weeks = 10;
const weeksBeforeEnd = 2;
/** Working time by which everything is late at the worst moment. */
const worstWait = 60 * hour;
const recoveryWeeks = 8;

/** Waiting time of a queue that grows steadily and is worked off more slowly. */
function wait(at: Instant, from: Instant, to: Instant): number {
  if (at < from) return 0;
  if (at < to) return (worstWait * (at - from)) / (to - from);
  return Math.max(0, worstWait * (1 - (at - to) / (recoveryWeeks * week)));
}

/**
 * A roll-out of new laptops brings one team half as many incidents again for ten weeks. Its capacity stays, so a queue builds up:
 * waiting time grows in a straight line to sixty working hours, the backlog with it, and the goals are missed more and more.
 */
export function drowningTeamStory(stage: Stage): Story {
  const to = wholeHour(stage.span.end - weeksBeforeEnd * week);
  const from = to - weeks * week;
  const count = plantedCount(stage.incidents, 0.009, 60);
  const surge = curve(stage.seasons, stage.seasons.byOrigin[0] as Float64Array, from, to);
  const faults = (faultsByService.get('Workplace Devices')?.faults ?? []).filter((fault) => fault.easy < 0.5);
  return {
    id: 'drowning-team',
    kind: 'arrivals-exceed-capacity',
    from,
    to,
    service: 'Workplace Devices',
    team: drowning,
    count,
    at: (index) => arrivalAt(surge, stage.stream, index, count, stage.random),
    plan: (_, random) => ({ fault: random.pick(faults) as Fault, region: 0, channel: 'Self-service', teams: [drowning] }),
    strain: (team, at) => (team === drowning ? wait(at, from, to) : 0),
    expected: () => ({ backlog_grows: true, attainment_falls: true, weeks, worst_wait_business_seconds: worstWait })
  };
}
