import { author } from './entry.ts';
import { corrected, firstContact } from './first-time.ts';
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
    otherwise: 'late',
    denominator: 'requests fulfilled that had a date',
    direction: 'up',
    needs: ['due_at', 'resolved_at']
  }),
  ...firstContact(make, 'requests', 'fulfilled'),
  make.share('automated_share', {
    label: 'Automated %',
    meaning: 'Share of requests that were fulfilled with no work of a person.',
    date: 'resolved_date',
    where: 'is_automated IS NOT NULL',
    numerator: 'is_automated',
    denominator: 'requests fulfilled for which it is told',
    direction: 'up',
    needs: ['is_automated']
  }),
  corrected(
    make,
    'wrongly_assigned_share',
    'Wrongly assigned %',
    'Share of fulfilled requests that another team fulfilled than the one they first came to.',
    'team',
    'team IS NOT NULL AND has_history',
    'requests'
  ),
  make.distinct('callers', {
    label: 'People who asked',
    meaning: 'How many different people requests were opened for.',
    date: 'opened_date',
    value: 'caller',
    needs: ['caller']
  }),
  make.count('with_caller', {
    label: 'Requests of a known person',
    meaning: 'Requests that tell for whom they were opened.',
    date: 'opened_date',
    where: 'caller IS NOT NULL',
    needs: ['caller']
  }),
  make.derived('per_caller', {
    label: 'Requests per user',
    meaning: 'How many requests were opened for each person who asked for anything in that time.',
    unit: 'number',
    operation: 'quotient',
    from: ['request.with_caller', 'request.callers']
  }),
  make.share('password_reset_share', {
    label: 'Password resets %',
    meaning: 'Share of requests that ask for a password to be set anew, told by the words of the catalogue item.',
    date: 'opened_date',
    where: 'request_type IS NOT NULL',
    numerator:
      "regexp_matches(lower(request_type), 'pass(word|wort|code)|kennwort') AND regexp_matches(lower(request_type), 'reset|zurück|unlock|forgot|vergessen')",
    formula:
      'requests whose request_type names a password and a reset (or unlocking, or forgetting) / requests with a request_type, dated by opened_date',
    denominator: 'requests with a request type',
    direction: 'down',
    needs: ['request_type']
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
