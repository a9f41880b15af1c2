import { author } from './entry.ts';
import { corrected, firstContact } from './first-time.ts';
import { backlog, handOvers, handling, lifeCycle } from './life-cycle.ts';
import type { Measure } from './measure.ts';

const shape = {
  process: 'incident',
  source: 'incident',
  noun: 'incidents',
  done: 'Resolved',
  doneName: 'resolved',
  durationName: 'resolve_seconds',
  durationLabel: 'Time to resolve'
} as const;
const make = author('incident', 'incident');
const clocked = author('incident', 'clock');
const completedOf = (metric: 'response' | 'resolution'): string =>
  `is_completed AND record_type = 'incident' AND agreement_type = 'SLA' AND metric = '${metric}'`;

export const incidentMeasures: Measure[] = [
  ...lifeCycle(shape),
  ...handling(shape),
  ...backlog(shape),
  ...handOvers(shape),
  ...firstContact(make, 'incidents', 'resolved'),
  make.count('major', {
    label: 'Major incidents',
    meaning: 'Incidents declared major.',
    date: 'opened_date',
    where: 'is_major',
    direction: 'down',
    needs: ['is_major']
  }),
  make.share('major_share', {
    label: 'Major incidents %',
    meaning: 'Share of incidents declared major.',
    date: 'opened_date',
    where: 'is_major IS NOT NULL',
    numerator: 'is_major',
    denominator: 'incidents opened',
    direction: 'down',
    needs: ['is_major']
  }),
  make.share('knowledge_share', {
    label: 'Resolved with knowledge %',
    meaning: 'Share of resolved incidents for which a knowledge article was used.',
    date: 'resolved_date',
    where: 'is_knowledge_used IS NOT NULL',
    numerator: 'is_knowledge_used',
    denominator: 'incidents resolved',
    direction: 'up',
    needs: ['is_knowledge_used']
  }),
  make.share('problem_linked_share', {
    label: 'Linked to a problem %',
    meaning: 'Share of resolved incidents that are linked to a problem.',
    date: 'resolved_date',
    numerator: 'problem_id IS NOT NULL',
    denominator: 'incidents resolved',
    nullRule: 'No link counts as not linked.',
    direction: 'up',
    needs: ['problem_id']
  }),
  make.share('change_caused_share', {
    label: 'Caused by a change %',
    meaning: 'Share of incidents for which the change that caused them is recorded.',
    date: 'opened_date',
    numerator: 'caused_by_change_id IS NOT NULL',
    denominator: 'incidents opened',
    nullRule: 'No link counts as not caused by a change.',
    direction: 'down',
    needs: ['caused_by_change_id']
  }),
  make.share('first_assignment_share', {
    label: 'First-assignment resolution %',
    meaning: 'Share of resolved incidents that never changed team.',
    date: 'resolved_date',
    where: 'is_reassigned IS NOT NULL',
    numerator: 'NOT is_reassigned',
    denominator: 'incidents resolved',
    direction: 'up',
    needs: ['is_reassigned']
  }),
  make.share('first_line_share', {
    label: 'First-line resolution %',
    meaning: 'Share of resolved incidents that a team which answers contacts resolved.',
    date: 'resolved_date',
    where: 'team IS NOT NULL',
    numerator: 'CAST(team AS VARCHAR) IN (SELECT CAST(t.team AS VARCHAR) FROM fact.contact AS t WHERE t.team IS NOT NULL)',
    formula: 'incidents whose last team is one that answers contacts / incidents with a team, dated by resolved_date',
    denominator: 'incidents resolved with a team',
    direction: 'up',
    needs: ['team', 'resolved_at', 'fact.contact.team']
  }),
  corrected(
    make,
    'wrongly_categorised_share',
    'Wrongly categorised %',
    'Share of resolved incidents that ended in another category than they were opened in.',
    'category',
    "category IS NOT NULL AND has_history AND EXISTS (SELECT 1 FROM fact.field_change AS t WHERE t.record_type = 'incident' AND t.field = 'category')",
    'incidents'
  ),
  make.share('through_problem_share', {
    label: 'Resolved through a problem %',
    meaning: 'Share of resolved incidents whose problem had a workaround or was resolved by the time the incident was.',
    date: 'resolved_date',
    numerator:
      'record_id IN (SELECT i.record_id FROM fact.incident AS i JOIN fact.problem AS t ON t.record_id = i.problem_id WHERE least(t.workaround_at, t.resolved_at) <= i.resolved_at)',
    formula: 'incidents with a problem whose first workaround or resolution came no later than theirs / incidents, dated by resolved_date',
    denominator: 'incidents resolved',
    nullRule: 'No problem, and a problem without either instant, count as not through a problem.',
    direction: 'up',
    needs: ['problem_id', 'fact.problem.record_id']
  }),
  make.share('wrong_access_share', {
    label: 'Caused by wrong access %',
    meaning: 'Share of incidents for which the access that caused them is recorded.',
    date: 'opened_date',
    numerator: 'caused_by_access_grant_id IS NOT NULL',
    denominator: 'incidents opened',
    nullRule: 'No link counts as not caused by access.',
    direction: 'down',
    needs: ['caused_by_access_grant_id']
  }),
  make.count('open_problem_closed', {
    label: 'Open with a closed problem',
    meaning: 'Incidents still open although the problem they are linked to is resolved or closed, at the data instant.',
    date: 'as_of',
    where: 'is_open AND problem_id IN (SELECT t.record_id FROM fact.problem AS t WHERE t.is_resolved)',
    formula: 'open incidents linked to a resolved or closed problem, at the data instant',
    direction: 'down',
    needs: ['state', 'problem_id', 'fact.problem.state']
  }),
  make.count('open_assignee_inactive', {
    label: 'Open with a person who has left',
    meaning: 'Open incidents assigned to somebody who, by the accesses on record, no longer belongs to the organisation.',
    date: 'as_of',
    where: `is_open AND assignee IN (SELECT t.person FROM fact.access_grant AS t WHERE t.is_person_active IS NOT NULL GROUP BY t.person
      HAVING NOT arg_max(t.is_person_active, (t.updated_at, t.record_id)))`,
    formula: 'open incidents whose assignee is inactive by the newest of their access grants, at the data instant',
    nullRule: 'An assignee of whom no access is on record counts as active.',
    direction: 'down',
    needs: ['state', 'assignee', 'fact.access_grant.is_person_active']
  }),
  make.sum('lost_seconds', {
    label: 'Lost time',
    meaning: 'Working time that incidents took from opening until resolved, times the people affected where that is known.',
    date: 'opened_date',
    value: 'lost_seconds',
    unit: 'seconds',
    clock: 'business',
    formula:
      'sum of business seconds of the resolution clock (wall time where no clock covers it) × affected_people (1 where not told, or 0), dated by opened_date',
    nullRule: 'Cancelled incidents lose nothing; open ones count up to the data instant.',
    direction: 'down',
    needs: ['lost_seconds']
  }),
  ...make.duration('first_response_seconds', {
    label: 'Time to first response',
    meaning: 'Wall time from opening until the first public reply of a person.',
    date: 'opened_date',
    value: "greatest(date_diff('second', opened_at, first_response_at), 0)",
    formula: 'first_response_at − opened_at, dated by opened_date',
    clock: 'actual',
    direction: 'down',
    needs: ['first_response_at']
  }),
  ...clocked.duration('resolve_business_seconds', {
    label: 'Time to resolve, working time',
    meaning: 'Working time that the resolution clocks of SLAs used, pauses left out.',
    date: 'stop_date',
    where: completedOf('resolution'),
    value: 'elapsed_business_seconds',
    clock: 'business',
    direction: 'down',
    needs: ['started_at']
  }),
  ...(['response', 'resolution'] as const).map((metric) =>
    clocked.share(`${metric}_met_share`, {
      label: `${metric === 'response' ? 'Response' : 'Resolution'} within target %`,
      meaning: `Share of completed ${metric} clocks of SLAs on incidents that stopped within their goal.`,
      date: 'stop_date',
      where: completedOf(metric),
      numerator: 'NOT is_breached',
      otherwise: 'breached',
      denominator: `${metric} clocks completed, not cancelled`,
      nullRule: 'Cancelled and running clocks leave numerator and denominator.',
      direction: 'up',
      needs: ['started_at']
    })
  ),
  make.count('from_event', {
    label: 'Raised from an event',
    meaning: 'Incidents that an event names as raised from it.',
    date: 'opened_date',
    where: 'record_id IN (SELECT e.incident_id FROM fact.event AS e)',
    formula: 'incidents named by an event, dated by opened_date',
    needs: ['opened_at']
  }),
  make.count('change_caused', {
    label: 'Caused by a change',
    meaning: 'Incidents for which the change that caused them is recorded.',
    date: 'opened_date',
    where: 'caused_by_change_id IS NOT NULL',
    direction: 'down',
    needs: ['caused_by_change_id']
  }),
  make.count('uncovered', {
    label: 'Without any clock',
    meaning: 'Incidents to which no target attaches a clock.',
    date: 'opened_date',
    where: "record_id NOT IN (SELECT c.record_id FROM fact.clock AS c WHERE c.record_type = 'incident')",
    formula: 'incidents without a row in the clocks, dated by opened_date',
    direction: 'down',
    needs: ['opened_at']
  }),
  make.share('recurring_share', {
    label: 'Recurring %',
    meaning: 'Share of incidents that belong to a family of incidents that keep coming back.',
    date: 'opened_date',
    numerator: "record_id IN (SELECT m.record_id FROM fact.family_member AS m WHERE m.record_type = 'incident')",
    formula: 'incidents with a row in the family members / incidents, dated by opened_date',
    denominator: 'incidents opened',
    nullRule: 'An incident in no family counts as not recurring.',
    direction: 'down',
    needs: ['opened_at']
  })
];
