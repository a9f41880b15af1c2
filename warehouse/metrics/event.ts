import { author } from './entry.ts';
import type { Measure } from './measure.ts';

const make = author('event', 'event');
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
  make.derived('compression_ratio', {
    label: 'Events per incident',
    meaning: 'Raw events for each incident opened in the same time.',
    unit: 'number',
    operation: 'quotient',
    from: ['event.count', 'incident.opened'],
    direction: 'up'
  })
];
