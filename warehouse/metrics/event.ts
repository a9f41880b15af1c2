import { author } from './entry.ts';
import type { Measure } from './measure.ts';

const make = author('event', 'event');
const seen = author('event', 'incident');
const linked = (name: string, label: string, column: string): Measure =>
  make.share(name, {
    label,
    meaning: `Share of events with a link: ${column}.`,
    date: 'opened_date',
    numerator: `${column} IS NOT NULL`,
    denominator: 'all events',
    nullRule: 'No link counts as not linked.',
    needs: [column]
  });
const significance = (name: string, label: string): Measure =>
  make.count(name, {
    label,
    meaning: `Events of ITIL significance ${name}.`,
    date: 'opened_date',
    where: `significance = '${name}'`,
    needs: ['significance']
  });

export const eventMeasures: Measure[] = [
  make.count('count', { label: 'Events', meaning: 'How many events fired.', date: 'opened_date', needs: ['opened_at'] }),
  significance('exception', 'Exceptions'),
  significance('warning', 'Warnings'),
  significance('informational', 'Informational'),
  make.count('relevant', {
    label: 'Not noise',
    meaning: 'Events left when those that closed without action or flapped are taken away.',
    date: 'opened_date',
    where: 'NOT is_noise',
    needs: ['is_noise']
  }),
  make.count('acted', {
    label: 'Acted on',
    meaning: 'Events, noise left aside, that a person acknowledged or that an incident was raised from.',
    date: 'opened_date',
    where: 'NOT is_noise AND (acknowledged_at IS NOT NULL OR incident_id IS NOT NULL)',
    needs: ['is_noise', 'acknowledged_at']
  }),
  make.count('to_incident', {
    label: 'Became an incident',
    meaning: 'Events with a link to an incident.',
    date: 'opened_date',
    where: 'incident_id IS NOT NULL',
    needs: ['incident_id']
  }),
  linked('incident_share', 'Event → incident %', 'incident_id'),
  linked('problem_share', 'Event → problem %', 'problem_id'),
  linked('change_share', 'Event → change %', 'change_id'),
  make.share('acted_share', {
    label: 'Needing human action %',
    meaning: 'Share of events that a person acknowledged or an incident was raised from.',
    date: 'opened_date',
    numerator: '(acknowledged_at IS NOT NULL OR incident_id IS NOT NULL)',
    denominator: 'all events',
    nullRule: 'No acknowledgement and no incident counts as no action.',
    direction: 'down',
    needs: ['acknowledged_at']
  }),
  make.share('repeated_share', {
    label: 'Repeated %',
    meaning: 'Share of events with the same fingerprint as one shortly before.',
    date: 'opened_date',
    where: 'is_repeat IS NOT NULL',
    numerator: 'is_repeat',
    denominator: 'all events with a fingerprint',
    direction: 'down',
    needs: ['fingerprint']
  }),
  make.share('noise_share', {
    label: 'Noise %',
    meaning: 'Share of events that closed without action or flapped.',
    date: 'opened_date',
    where: 'is_noise IS NOT NULL',
    numerator: 'is_noise',
    denominator: 'all events',
    direction: 'down',
    needs: ['is_noise']
  }),
  make.share('auto_resolved_share', {
    label: 'Self-healed %',
    meaning: 'Share of events that cleared with no human action.',
    date: 'opened_date',
    where: 'is_auto_resolved IS NOT NULL',
    numerator: 'is_auto_resolved',
    denominator: 'events for which it is known',
    direction: 'up',
    needs: ['is_auto_resolved']
  }),
  ...make.duration('acknowledge_seconds', {
    label: 'Time to acknowledge',
    meaning: 'Wall time from firing until a person acknowledged it.',
    date: 'opened_date',
    value: 'acknowledge_seconds',
    clock: 'actual',
    direction: 'down',
    needs: ['acknowledged_at']
  }),
  make.share('known_error_share', {
    label: 'Caused by known errors %',
    meaning: 'Share of events that are linked to a problem whose root cause is known.',
    date: 'opened_date',
    numerator: 'problem_id IN (SELECT t.record_id FROM fact.problem AS t WHERE t.is_known_error)',
    formula: 'events linked to a known error / events, dated by opened_date',
    denominator: 'all events',
    nullRule: 'No link counts as not caused by a known error.',
    direction: 'down',
    needs: ['problem_id', 'fact.problem.is_known_error']
  }),
  seen.share('first_seen_share', {
    label: 'Incidents first seen by an event %',
    meaning: 'Share of incidents that a linked event had told of before anybody opened them.',
    date: 'opened_date',
    numerator: 'record_id IN (SELECT t.record_id FROM mart.event_lead AS t WHERE t.is_linked)',
    formula: 'incidents with a linked event that fired no later than they were opened / incidents, dated by opened_date',
    denominator: 'incidents opened',
    nullRule: 'No linked event counts as not seen.',
    direction: 'up',
    needs: ['opened_at', 'fact.event.incident_id', 'mart.event_lead']
  }),
  seen.count('silent_failures', {
    label: 'Silent failures',
    meaning: 'Incidents before which monitoring said nothing: no linked event, and none of the same service in the hour before.',
    date: 'opened_date',
    where: 'service IS NOT NULL AND record_id NOT IN (SELECT t.record_id FROM mart.event_lead AS t)',
    formula:
      'incidents with a service, without a linked event before and without any event of the service in the 60 minutes before, dated by opened_date',
    nullRule: 'Incidents without a service are not counted.',
    direction: 'down',
    needs: ['service', 'fact.event.service', 'mart.event_lead']
  }),
  make.derived('compression_ratio', {
    label: 'Events per incident',
    meaning: 'Raw events for each incident opened in the same time.',
    unit: 'number',
    operation: 'quotient',
    from: ['event.count', 'incident.opened'],
    direction: 'up'
  })
];
