import { author } from './entry.ts';
import { backlog, handling, lifeCycle } from './life-cycle.ts';
import type { Measure } from './measure.ts';

const shape = {
  process: 'problem',
  source: 'problem',
  noun: 'problems',
  done: 'Resolved',
  doneName: 'resolved',
  durationName: 'resolve_seconds',
  durationLabel: 'Time to resolve'
} as const;
const make = author('problem', 'problem');

export const problemMeasures: Measure[] = [
  ...lifeCycle(shape),
  ...handling(shape),
  ...backlog(shape),
  make.count('known_errors', {
    label: 'Known errors opened then',
    meaning: 'Problems opened then whose root cause is known and documented.',
    date: 'opened_date',
    where: 'is_known_error',
    direction: 'up',
    needs: ['is_known_error']
  }),
  make.count('known_errors_open', {
    label: 'Known errors open now',
    meaning: 'Open problems that are known errors, at the data instant.',
    date: 'as_of',
    where: 'is_open AND is_known_error',
    needs: ['is_known_error']
  }),
  make.share('known_error_share', {
    label: 'Open problems that are known errors %',
    meaning: 'Share of the open problems whose root cause is known and documented.',
    date: 'as_of',
    where: 'is_open AND is_known_error IS NOT NULL',
    numerator: 'is_known_error',
    denominator: 'open problems',
    direction: 'up',
    needs: ['is_known_error']
  }),
  make.share('workaround_share', {
    label: 'With a workaround %',
    meaning: 'Share of problems for which a workaround is documented.',
    date: 'opened_date',
    where: 'has_workaround IS NOT NULL',
    numerator: 'has_workaround',
    denominator: 'problems opened',
    direction: 'up',
    needs: ['has_workaround']
  }),
  ...make.duration('diagnose_seconds', {
    label: 'Time to diagnose',
    meaning: 'Wall time from opening until the root cause was found. Never a hard target.',
    date: 'opened_date',
    value: 'diagnose_seconds',
    clock: 'actual',
    needs: ['root_cause_at']
  }),
  make.share('no_closure_note_share', {
    label: 'Closed without a note %',
    meaning: 'Share of closed problems that tell nothing about how they ended.',
    date: 'closed_date',
    numerator: 'resolution_notes IS NULL',
    denominator: 'problems closed',
    direction: 'down',
    needs: ['closed_at', 'resolution_notes']
  }),
  make.derived('incidents_per_problem', {
    label: 'Incidents per problem',
    meaning: 'Incidents opened for each problem opened in the same time.',
    unit: 'number',
    operation: 'quotient',
    from: ['incident.opened', 'problem.opened']
  })
];
