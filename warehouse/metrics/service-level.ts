import { author } from './entry.ts';
import type { Measure } from './measure.ts';

const make = author('service_level', 'clock');
const completed = 'is_completed';
const stopped = "stopped_at IS NOT NULL AND stage <> 'cancelled'";
const running = "stopped_at IS NULL AND stage <> 'cancelled'";

export const serviceLevelMeasures: Measure[] = [
  make.share('attainment', {
    label: 'Attainment',
    meaning: 'Share of completed clocks that stopped within their goal.',
    date: 'stop_date',
    where: completed,
    numerator: 'NOT is_breached',
    denominator: 'clocks completed, not cancelled',
    nullRule: 'Cancelled and running clocks leave numerator and denominator.',
    direction: 'up',
    needs: ['started_at']
  }),
  make.mean('goal', {
    label: 'Attainment goal',
    meaning: 'The share that the targets promise, weighted by completed clocks.',
    date: 'stop_date',
    where: completed,
    value: 'attainment_goal',
    unit: 'share',
    denominator: 'clocks completed whose target has a goal',
    needs: ['attainment_goal']
  }),
  make.count('completed', {
    label: 'Clocks completed',
    meaning: 'Clocks that stopped.',
    date: 'stop_date',
    where: completed,
    needs: ['started_at']
  }),
  make.count('met', {
    label: 'Met',
    meaning: 'Clocks that stopped within their goal.',
    date: 'stop_date',
    where: `${completed} AND NOT is_breached`,
    direction: 'up',
    needs: ['started_at']
  }),
  make.count('breached', {
    label: 'Breached',
    meaning: 'Clocks that stopped after their goal.',
    date: 'stop_date',
    where: `${completed} AND is_breached`,
    direction: 'down',
    needs: ['started_at']
  }),
  make.count('started', { label: 'Clocks started', meaning: 'Clocks that started.', date: 'start_date', needs: ['started_at'] }),
  make.count('cancelled', {
    label: 'Clocks cancelled',
    meaning: 'Clocks started then that were cancelled and count nowhere.',
    date: 'start_date',
    where: "stage = 'cancelled'",
    needs: ['started_at']
  }),
  make.count('open', {
    label: 'Open clocks',
    meaning: 'Clocks not stopped at the data instant.',
    date: 'as_of',
    where: running,
    needs: ['started_at']
  }),
  make.count('running', {
    label: 'Running',
    meaning: 'Open clocks that run within their goal.',
    date: 'as_of',
    where: "stage = 'running'",
    needs: ['started_at']
  }),
  make.count('paused', {
    label: 'Paused',
    meaning: 'Open clocks that are paused.',
    date: 'as_of',
    where: "stage = 'paused'",
    needs: ['started_at']
  }),
  make.count('at_risk', {
    label: 'At risk',
    meaning: 'Open clocks past their warning point and not yet breached.',
    date: 'as_of',
    where: `${running} AND NOT is_breached AND elapsed_business_seconds >= coalesce(warn_at, 0.75) * goal_seconds`,
    formula: 'open clocks, not breached, with elapsed ≥ warn-at × goal (0.75 where a target sets none), at the data instant',
    direction: 'down',
    needs: ['started_at']
  }),
  make.count('overdue', {
    label: 'Overdue',
    meaning: 'Open clocks already past their goal.',
    date: 'as_of',
    where: `${running} AND is_breached`,
    direction: 'down',
    needs: ['started_at']
  }),
  make.derived('uncovered', {
    label: 'Records without any clock',
    meaning: 'Incidents and requests to which no target attaches a clock.',
    operation: 'sum',
    from: ['incident.uncovered', 'request.uncovered'],
    direction: 'down'
  }),
  ...make.duration('elapsed_business_seconds', {
    label: 'Business time used',
    meaning: 'Working time that completed clocks used, pauses left out.',
    date: 'stop_date',
    where: completed,
    value: 'elapsed_business_seconds',
    clock: 'business',
    direction: 'down',
    needs: ['started_at']
  }),
  ...make.duration('elapsed_actual_seconds', {
    label: 'Actual time used',
    meaning: 'Wall time that completed clocks used, pauses left out.',
    date: 'stop_date',
    where: completed,
    value: 'elapsed_actual_seconds',
    clock: 'actual',
    direction: 'down',
    needs: ['started_at']
  }),
  make.count('undetermined', {
    label: 'Undetermined clocks',
    meaning: 'Clocks that stopped and whose history is missing: they may have been met or breached, and count as neither.',
    date: 'stop_date',
    where: "stage = 'undetermined' AND stopped_at IS NOT NULL",
    direction: 'down',
    needs: ['is_exact']
  }),
  make.share('attainment_least', {
    label: 'Attainment at least',
    meaning: 'Share of stopped clocks met if all undetermined ones were breached.',
    date: 'stop_date',
    where: stopped,
    numerator: "stage = 'met'",
    denominator: 'clocks stopped, not cancelled',
    nullRule: 'Cancelled and running clocks leave numerator and denominator.',
    direction: 'up',
    needs: ['started_at']
  }),
  make.share('attainment_most', {
    label: 'Attainment at most',
    meaning: 'Share of stopped clocks met if all undetermined ones were met.',
    date: 'stop_date',
    where: stopped,
    numerator: "stage <> 'breached'",
    denominator: 'clocks stopped, not cancelled',
    nullRule: 'Cancelled and running clocks leave numerator and denominator.',
    direction: 'up',
    needs: ['started_at']
  }),
  make.count('inexact', {
    label: 'Inexact clocks',
    meaning: 'Completed clocks whose history is missing: their time is known within bounds, the verdict is not in doubt.',
    date: 'stop_date',
    where: `${completed} AND NOT is_exact`,
    direction: 'down',
    needs: ['is_exact']
  }),
  make.share('inexact_share', {
    label: 'Inexact clocks %',
    meaning: 'Share of completed clocks whose time is only known within bounds.',
    date: 'stop_date',
    where: completed,
    numerator: 'NOT is_exact',
    denominator: 'clocks completed',
    direction: 'down',
    needs: ['is_exact']
  })
];

const time = author('time', 'segment');
const spent = (name: string, label: string, meaning: string, value: string, clock: Measure['clock'], where?: string): Measure =>
  time.sum(name, { label, meaning, date: 'stop_date', value, unit: 'seconds', clock, ...(where ? { where } : {}), needs: ['from_at'] });

/** Where the time of completed clocks went; sums of segments, so they add up over team, state and supplier. */
export const timeMeasures: Measure[] = [
  spent('business_seconds', 'Working time', 'Working time counted against clocks.', 'business_seconds', 'business', "kind = 'running'"),
  spent('wall_seconds', 'Wall time', 'All time from start to stop of clocks.', 'wall_seconds', 'actual'),
  spent('paused_seconds', 'Paused time', 'Wall time in which clocks were paused.', 'wall_seconds', 'actual', "kind = 'paused'"),
  spent('out_of_hours_seconds', 'Out of hours', 'Wall time outside the working hours.', 'out_of_hours_seconds', 'actual')
];
