import { priorityOf, type Update } from './course.ts';
import type { Instant } from './instants.ts';
import { resolutionGoals, responseGoals } from './organisation.ts';
import type { Random } from './random.ts';
import { openSecondsBetween } from './working-hours.ts';
import type { World } from './world.ts';

/** One row of `task_sla`: the tool's own measurement. */
export interface VendorClock {
  sla: 'Response' | 'Resolution';
  stage: 'In Progress' | 'Paused' | 'Completed' | 'Cancelled';
  hasBreached: boolean;
  startedAt: Instant;
  stoppedAt: Instant;
  goal: number;
  business: number;
  actual: number;
  businessPause: number;
  pause: number;
  schedule: string;
  zone: string;
}

/** Ways in which a tool's verdict departs from the agreement. */
export const deviations = ['stale-export', 'pause-outside-hours', 'zone-fallback'] as const;
export type Deviation = (typeof deviations)[number];

interface Used {
  business: number;
  actual: number;
  businessPause: number;
  pause: number;
}

const isWorking = (update: Update) => update.state === 'New' || update.state === 'In Progress';

/** Time used until an instant, each stretch on the calendar of the team that held it; resolved time does not count. */
function used(world: World, updates: readonly Update[], until: Instant, deviation: Deviation | undefined): Used {
  const sum = { business: 0, actual: 0, businessPause: 0, pause: 0 };
  for (let index = 0; index < updates.length; index++) {
    const update = updates[index] as Update;
    const to = Math.min(until, updates[index + 1]?.at ?? until);
    if (to <= update.at) continue;
    const hours = deviation === 'zone-fallback' ? world.calendar('berlin-office') : world.hours(update.team);
    const open = openSecondsBetween(hours, update.at, to);
    if (isWorking(update)) {
      sum.business += open;
      sum.actual += to - update.at;
    } else if (update.state === 'On Hold') {
      sum.businessPause += open;
      sum.pause += to - update.at;
    }
  }
  if (deviation === 'pause-outside-hours') sum.business = Math.max(0, sum.business - (sum.pause - sum.businessPause));
  return sum;
}

function stageOf(last: Update, stoppedAt: Instant): VendorClock['stage'] {
  if (stoppedAt > 0) return 'Completed';
  if (last.state === 'Canceled') return 'Cancelled';
  return last.state === 'On Hold' ? 'Paused' : 'In Progress';
}

interface Course {
  updates: readonly Update[];
  /** Instant of the export. */
  end: Instant;
}

function clock(world: World, { updates, end }: Course, sla: VendorClock['sla'], stop: Instant, deviation?: Deviation): VendorClock {
  const last = updates[updates.length - 1] as Update;
  const cutAt = last.state === 'Canceled' ? last.at : end;
  const spent = used(world, updates, stop || cutAt, deviation);
  const inForce = stop === 0 ? last : (updates.findLast((update) => update.at <= stop) ?? (updates[0] as Update));
  const goal = (sla === 'Response' ? responseGoals : resolutionGoals)[priorityOf(inForce) - 1] as number;
  const hours = world.hours(last.team);
  const measured = { ...spent, startedAt: (updates[0] as Update).at, goal, schedule: hours.name, zone: hours.zone, sla };
  if (deviation === 'stale-export') return { ...measured, stage: 'In Progress', stoppedAt: 0, hasBreached: false };
  const stage = stageOf(last, stop);
  return { ...measured, stage, stoppedAt: stop, hasBreached: spent.business > goal && stage !== 'Cancelled' };
}

/**
 * The tool's clocks for response and resolution of one incident as far as its updates are visible. About one in a hundred
 * resolution clocks departs from the agreement, more often a missed one; `rightly` is the verdict without the departure.
 */
export function vendorClocks(world: World, course: Course, takenUpAt: Instant, random: Random) {
  const last = course.updates[course.updates.length - 1] as Update;
  const isFinished = last.state === 'Resolved' || last.state === 'Closed';
  const stop = isFinished ? last.resolvedAt : 0;
  const right = clock(world, course, 'Resolution', stop);
  const deviation = isFinished && random.chance(right.hasBreached ? 0.09 : 0.008) ? random.pick(deviations) : undefined;
  const resolution = deviation ? clock(world, course, 'Resolution', stop, deviation) : right;
  return { response: clock(world, course, 'Response', takenUpAt), resolution, deviation, rightly: right.hasBreached };
}
