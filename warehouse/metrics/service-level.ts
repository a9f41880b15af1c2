import { author } from './entry.ts';
import type { Measure } from './measure.ts';

const make = author('service_level', 'clock');
const completed = 'is_completed';
const stopped = "stopped_at IS NOT NULL AND stage <> 'cancelled'";
const running = "stopped_at IS NULL AND stage <> 'cancelled'";
const promised = `${completed} AND attainment_goal IS NOT NULL`;
/** TRICKY: many 0.9 added up in binary are no longer that many times 0.9, and 1 − 0.9 is no 0.1. */
const exactGoal = 'CAST(attainment_goal AS DECIMAL(18, 9))';
const brokenSla = `${completed} AND is_breached AND agreement_type = 'SLA'`;
const caused = 'clock_id IN (SELECT t.clock_id FROM mart.breach_cause AS t)';

/** Whether promises of one type of agreement were kept. */
const met = (name: string, type: 'OLA' | 'UC', words: string): Measure =>
  make.share(`${name}_met_share`, {
    label: `${type} met %`,
    meaning: `Share of completed clocks ${words} that stopped within their goal.`,
    date: 'stop_date',
    where: `${completed} AND agreement_type = '${type}'`,
    numerator: 'NOT is_breached',
    otherwise: 'breached',
    denominator: `${type} clocks completed, not cancelled`,
    nullRule: 'Cancelled and running clocks leave numerator and denominator; no such clock is no value.',
    direction: 'up',
    needs: ['started_at']
  });

export const serviceLevelMeasures: Measure[] = [
  make.share('attainment', {
    label: 'Attainment',
    meaning: 'Share of completed clocks that stopped within their goal.',
    date: 'stop_date',
    where: completed,
    numerator: 'NOT is_breached',
    otherwise: 'breached',
    denominator: 'clocks completed, not cancelled',
    nullRule: 'Cancelled and running clocks leave numerator and denominator.',
    direction: 'up',
    target: 'service_level.goal',
    needs: ['started_at']
  }),
  make.quotient('goal', {
    label: 'Attainment goal',
    meaning: 'The share of completed clocks that the targets promise to meet.',
    date: 'stop_date',
    where: promised,
    value: exactGoal,
    over: '1',
    unit: 'share',
    formula:
      'clocks that would have to be met (attainment_goal of each, added up) / clocks completed whose target has a goal, dated by stop_date',
    denominator: 'clocks completed whose target has a goal',
    nullRule: 'Clocks of targets without a goal are left out.',
    needs: ['attainment_goal'],
    version: 2
  }),
  make.quotient('error_budget_left', {
    label: 'Error budget left',
    meaning: 'Breaches that the goals still allow, as a share of all they allow; below 0 it is overspent.',
    date: 'stop_date',
    where: promised,
    value: `1 - ${exactGoal} - CAST(is_breached AS INTEGER)`,
    over: `1 - ${exactGoal}`,
    unit: 'share',
    formula: '(allowed − breached) / allowed, where allowed is 1 − attainment_goal of each completed clock, added up, dated by stop_date',
    denominator: 'breaches that the goals allow',
    nullRule: 'Clocks of targets without a goal are left out; no allowance is no value.',
    direction: 'up',
    needs: ['attainment_goal']
  }),
  make.quotient('burn_rate', {
    label: 'Burn rate',
    meaning: 'Breaches for each one that the goals allow: 1 spends exactly the budget. The analysis of budgets gives its interval.',
    date: 'stop_date',
    where: promised,
    value: 'CAST(is_breached AS INTEGER)',
    over: `1 - ${exactGoal}`,
    formula: 'clocks breached / allowed, where allowed is 1 − attainment_goal of each completed clock, added up, dated by stop_date',
    denominator: 'breaches that the goals allow',
    nullRule: 'Clocks of targets without a goal are left out; no allowance is no value.',
    direction: 'down',
    needs: ['attainment_goal']
  }),
  met('ola', 'OLA', 'of agreements between teams (OLA)'),
  met('uc', 'UC', 'of contracts with suppliers (UC)'),
  make.count('breached_by_ola', {
    label: 'SLA breaches caused by an OLA',
    meaning: 'Breached SLA clocks during which an agreement beneath them (OLA or UC) was overrun first.',
    date: 'stop_date',
    where: `${brokenSla} AND ${caused}`,
    formula:
      'breached SLA clocks whose record has a breached clock of a target that underpins theirs, overrun no later than they stopped, dated by stop_date',
    direction: 'down',
    needs: ['started_at', 'mart.breach_cause']
  }),
  make.share('breached_by_ola_share', {
    label: 'SLA breaches caused by an OLA %',
    meaning: 'Share of breached SLA clocks during which an agreement beneath them (OLA or UC) was overrun first.',
    date: 'stop_date',
    where: brokenSla,
    numerator: caused,
    otherwise: 'no agreement beneath was overrun first',
    formula: 'SLA breaches caused by an OLA / SLA clocks breached, dated by stop_date',
    denominator: 'SLA clocks breached',
    nullRule: 'No agreement beneath counts as not caused by one.',
    direction: 'down',
    needs: ['started_at', 'mart.breach_cause']
  }),
  make.share('met_of_started', {
    label: 'Met of those started',
    meaning:
      'Share of the clocks started then, cancelled ones left out, that have been met so far: the rival denominator, in which open clocks count as not met.',
    date: 'start_date',
    where: "stage <> 'cancelled'",
    numerator: "stage = 'met'",
    otherwise: 'breached, undetermined or still open',
    denominator: 'clocks started, not cancelled',
    nullRule: 'Cancelled clocks leave numerator and denominator; open ones count as not met.',
    direction: 'up',
    needs: ['started_at']
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
    where: "stopped_at IS NULL AND stage = 'running'",
    needs: ['started_at']
  }),
  make.count('paused', {
    label: 'Paused',
    meaning: 'Open clocks that are paused.',
    date: 'as_of',
    where: "stopped_at IS NULL AND stage = 'paused'",
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
    label: 'Working time used',
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
    otherwise: 'breached or undetermined',
    denominator: 'clocks stopped, not cancelled',
    nullRule: 'Cancelled and running clocks leave numerator and denominator.',
    direction: 'up',
    target: 'service_level.goal',
    needs: ['started_at']
  }),
  make.share('attainment_most', {
    label: 'Attainment at most',
    meaning: 'Share of stopped clocks met if all undetermined ones were met.',
    date: 'stop_date',
    where: stopped,
    numerator: "stage <> 'breached'",
    otherwise: 'breached',
    denominator: 'clocks stopped, not cancelled',
    nullRule: 'Cancelled and running clocks leave numerator and denominator.',
    direction: 'up',
    target: 'service_level.goal',
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
  spent('out_of_hours_seconds', 'Out of hours', 'Wall time outside the working hours.', 'out_of_hours_seconds', 'actual'),
  time.quotient('supplier_share', {
    label: 'Supplier share of elapsed',
    meaning: 'Share of the time from start to stop of SLA clocks in which a supplier had the record.',
    date: 'stop_date',
    where: "agreement_type = 'SLA' AND wall_seconds IS NOT NULL",
    value: 'CASE WHEN supplier IS NOT NULL THEN wall_seconds ELSE 0 END',
    over: 'wall_seconds',
    unit: 'share',
    formula:
      'wall time of stretches with a supplier / wall time of all stretches, of completed SLA clocks, pauses included, dated by stop_date',
    denominator: 'wall time of completed SLA clocks',
    nullRule: 'A stretch without a supplier counts as inside.',
    direction: 'down',
    needs: ['from_at', 'supplier']
  })
];
