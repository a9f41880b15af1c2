import { author } from './entry.ts';
import { backlog, handOvers, handling, lifeCycle } from './life-cycle.ts';
import type { Measure } from './measure.ts';

const shape = {
  process: 'request',
  source: 'request',
  noun: 'requests',
  done: 'Fulfilled',
  doneName: 'fulfilled',
  durationName: 'cycle_seconds',
  durationLabel: 'Cycle time'
} as const;
const make = author('request', 'request');

export const requestMeasures: Measure[] = [
  ...lifeCycle(shape),
  ...handling(shape),
  ...backlog(shape),
  ...handOvers(shape),
  ...make.duration('approval_wait_seconds', {
    label: 'Wait for approval',
    meaning: 'Wall time from asking for approval until it was given or refused.',
    date: 'opened_date',
    value: 'approval_wait_seconds',
    clock: 'actual',
    direction: 'down',
    needs: ['approved_at']
  }),
  make.share('rejected_share', {
    label: 'Rejected %',
    meaning: 'Share of requests with a decision that were refused.',
    date: 'opened_date',
    where: "approval IN ('approved', 'rejected')",
    numerator: "approval = 'rejected'",
    denominator: 'requests with a decision',
    direction: 'down',
    needs: ['approval']
  }),
  make.share('within_due_share', {
    label: 'Within the promised date %',
    meaning: 'Share of fulfilled requests that were done by the delivery date on the request.',
    date: 'resolved_date',
    where: 'due_at IS NOT NULL',
    numerator: 'resolved_at <= due_at',
    denominator: 'requests fulfilled that had a date',
    direction: 'up',
    needs: ['due_at', 'resolved_at']
  }),
  make.share('self_service_share', {
    label: 'Self-service %',
    meaning: 'Share of requests that came through the portal.',
    date: 'opened_date',
    where: 'channel IS NOT NULL',
    numerator: "lower(channel) IN ('portal', 'self_service', 'self-service')",
    denominator: 'requests with a channel',
    direction: 'up',
    needs: ['channel']
  }),
  make.count('uncovered', {
    label: 'Without any clock',
    meaning: 'Requests to which no target attaches a clock.',
    date: 'opened_date',
    where: "record_id NOT IN (SELECT c.record_id FROM fact.clock AS c WHERE c.record_type = 'request')",
    formula: 'requests without a row in the clocks, dated by opened_date',
    direction: 'down',
    needs: ['opened_at']
  })
];
