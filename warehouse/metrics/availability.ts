import { author } from './entry.ts';
import type { Measure } from './measure.ts';

const day = author('availability', 'service_day');
const outage = author('availability', 'outage');
const left =
  'Services of which no outage was ever recorded, and days before the first recorded outage, are left out: nobody knows whether they were watched.';
const agreed = 'in agreed service time (the calendar that most SLA clocks of the service count on, else all hours)';

/** Whether services were there in the time agreed; overlapping outages of a service are merged first. */
export const availabilityMeasures: Measure[] = [
  day.quotient('availability', {
    label: 'Availability',
    meaning: 'Share of the agreed service time in which services were not down.',
    date: 'date',
    value: 'agreed_seconds - down_seconds',
    over: 'agreed_seconds',
    unit: 'share',
    formula: `(agreed − down) / agreed, ${agreed}, dated by day`,
    denominator: 'agreed service time',
    nullRule: left,
    direction: 'up',
    needs: ['date']
  }),
  ...(
    [
      [
        'mtbf_seconds',
        'Mean time between failures (MTBF)',
        'Agreed service time in operation for each failure.',
        'agreed_seconds - down_seconds',
        '(agreed − down) / failures',
        'up'
      ],
      [
        'mtrs_seconds',
        'Mean time to restore service (MTRS)',
        'Agreed service time down for each failure.',
        'down_seconds',
        'down / failures',
        'down'
      ],
      [
        'mtbsi_seconds',
        'Mean time between service incidents (MTBSI)',
        'Agreed service time for each failure: MTBF and MTRS together.',
        'agreed_seconds',
        'agreed / failures',
        'up'
      ]
    ] as const
  ).map(([name, label, meaning, value, formula, direction]) =>
    day.quotient(name, {
      label,
      meaning,
      date: 'date',
      value,
      over: 'failure_count',
      unit: 'seconds',
      clock: 'business',
      formula: `${formula}, ${agreed}, dated by day`,
      denominator: 'failures: merged outages, by the day they began',
      nullRule: `${left} No failure is no value.`,
      direction,
      needs: ['date']
    })
  ),
  day.sum('down_seconds', {
    label: 'Downtime',
    meaning: 'Agreed service time in which services were down.',
    date: 'date',
    value: 'down_seconds',
    unit: 'seconds',
    clock: 'business',
    formula: `sum of time down, ${agreed}, dated by day`,
    nullRule: left,
    direction: 'down',
    needs: ['date']
  }),
  outage.count('outages', {
    label: 'Outages',
    meaning: 'How many outages began; overlapping ones of a service count once.',
    date: 'started_date',
    direction: 'down',
    needs: ['started_at']
  }),
  outage.count('open_outages', {
    label: 'Down now',
    meaning: 'Outages that last at the data instant.',
    date: 'as_of',
    where: 'ended_at IS NULL',
    direction: 'down',
    needs: ['started_at']
  }),
  ...outage.duration('restore_seconds', {
    label: 'Time to restore service',
    meaning: 'Wall time from the start of an outage until the service was restored.',
    date: 'started_date',
    value: 'restore_seconds',
    clock: 'actual',
    direction: 'down',
    needs: ['ended_at']
  })
];
