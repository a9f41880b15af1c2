import { author } from './entry.ts';
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

export const incidentMeasures: Measure[] = [
  ...lifeCycle(shape),
  ...handling(shape),
  ...backlog(shape),
  ...handOvers(shape),
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
