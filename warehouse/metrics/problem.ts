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
const linked = author('problem', 'incident');
const watched = author('problem', 'recurrence');
/** As in `models/mart/problem_recurrence.sql`. */
const recurrenceDays = 90;

export const problemMeasures: Measure[] = [
  ...lifeCycle(shape),
  ...handling(shape),
  ...backlog(shape),
  make.count('to_change', {
    label: 'Led to a change',
    meaning: 'Problems opened then for which the change that fixes them is named.',
    date: 'opened_date',
    where: 'change_id IS NOT NULL',
    needs: ['change_id']
  }),
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
  make.count('known_errors_recorded', {
    label: 'Known errors recorded',
    meaning: 'Problems that became known errors then.',
    date: 'known_error_date',
    direction: 'up',
    needs: ['known_error_date']
  }),
  ...make.duration('workaround_seconds', {
    label: 'Time to first workaround',
    meaning: 'Wall time from opening until the first workaround was published.',
    date: 'opened_date',
    value: 'workaround_seconds',
    clock: 'actual',
    direction: 'down',
    needs: ['workaround_at']
  }),
  ...make.duration('fix_seconds', {
    label: 'Time to fix',
    meaning: 'Wall time from becoming a known error until closed for good. Never a hard target.',
    date: 'closed_date',
    value: 'fix_seconds',
    clock: 'actual',
    needs: ['known_error_at', 'closed_at']
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
  linked.count('linked_incidents', {
    label: 'Incidents linked to a problem',
    meaning: 'Incidents opened then that are linked to a problem.',
    date: 'opened_date',
    where: 'problem_id IS NOT NULL',
    needs: ['problem_id']
  }),
  linked.distinct('problems_with_incidents', {
    label: 'Problems that incidents are linked to',
    meaning: 'How many different problems the incidents opened then are linked to.',
    date: 'opened_date',
    value: 'problem_id',
    needs: ['problem_id']
  }),
  make.derived('incidents_per_problem', {
    label: 'Incidents per problem',
    meaning: 'Incidents opened then and linked to a problem, for each problem that any of them is linked to.',
    unit: 'number',
    operation: 'quotient',
    from: ['problem.linked_incidents', 'problem.problems_with_incidents'],
    version: 2
  }),
  watched.sum('recurrence_before', {
    label: 'Incidents before closing',
    meaning: `Incidents of the problem’s family in the ${recurrenceDays} days before the problem was closed.`,
    date: 'closed_date',
    value: 'before_count',
    needs: ['closed_date']
  }),
  watched.sum('recurrence_after', {
    label: 'Incidents after closing',
    meaning: `Incidents of the problem’s family in the ${recurrenceDays} days after the problem was closed.`,
    date: 'closed_date',
    value: 'after_count',
    direction: 'down',
    needs: ['closed_date']
  }),
  watched.quotient('recurrence', {
    label: 'Recurrence after closure',
    meaning: `Incidents of the problem’s family in the ${recurrenceDays} days after it was closed for each one in the ${recurrenceDays} days before. 0 is cured, 1 is no better.`,
    date: 'closed_date',
    value: 'after_count',
    over: 'before_count',
    formula: `sum of incidents of the family in ${recurrenceDays} days after / sum in ${recurrenceDays} days before, of problems closed at least ${recurrenceDays} days before the data instant, dated by closed_date`,
    denominator: `incidents of the family in the ${recurrenceDays} days before the closing`,
    nullRule: 'Problems without a family of incidents, and those closed too short ago, are left out.',
    direction: 'down',
    needs: ['closed_date']
  }),
  linked.share('pareto_share', {
    label: 'Incidents in the top fifth of families %',
    meaning: 'Share of the incidents in families that belong to the largest 20 % of the families (Pareto).',
    date: 'opened_date',
    where: "record_id IN (SELECT t.record_id FROM fact.family_member AS t WHERE t.record_type = 'incident')",
    numerator: `record_id IN (SELECT t.record_id FROM fact.family_member AS t WHERE t.family_id IN (
      SELECT f.family_id FROM mart.family AS f QUALIFY row_number() OVER (ORDER BY f.member_count DESC, f.family_id) <= ceil(0.2 * count(*) OVER ())))`,
    formula: 'incidents in the 20 % of families with most incidents of all time / incidents in families, dated by opened_date',
    denominator: 'incidents that belong to a family',
    nullRule: 'An incident in no family leaves numerator and denominator.',
    needs: ['fact.family_member.record_id', 'mart.family.family_id']
  }),
  linked.sum('lost_without_known_error', {
    label: 'Lost time in families without known error',
    meaning:
      'Time that incidents of families of which no known error tells the cause took until resolved, working time where known, times the people affected.',
    date: 'opened_date',
    where: `record_id IN (SELECT t.record_id FROM fact.family_member AS t JOIN mart.family AS f USING (family_id) WHERE t.is_counted AND f.known_error_id IS NULL)`,
    value: 'lost_seconds',
    unit: 'seconds',
    clock: 'business',
    formula:
      'lost time (of each person affected) of incidents in a family without known error, children of one parent counted once, dated by opened_date',
    direction: 'down',
    needs: ['lost_seconds', 'fact.family_member.record_id']
  })
];
