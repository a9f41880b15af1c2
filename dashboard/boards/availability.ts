import type { Board } from './board.ts';
import { behaviourPanel, counted, durationPanel, paretoPanel, worstTable } from './panels.ts';

export const availability: Board = {
  name: 'availability',
  title: 'Availability',
  question: 'Were the services there when they were promised, how often did they fail, and how soon were they back?',
  filters: ['service'],
  cards: [
    {
      id: 'availability',
      title: 'Availability',
      measure: 'availability.availability',
      second: 'availability.down_seconds',
      secondWords: 'down in agreed time'
    },
    { id: 'outages', title: 'Outages', measure: 'availability.outages' },
    {
      id: 'restore',
      title: 'Time to restore, median',
      measure: 'availability.restore_seconds_median',
      second: 'availability.restore_seconds_p90',
      secondWords: 'at the 90th percentile'
    },
    {
      id: 'mtbf',
      title: 'Mean time between failures',
      measure: 'availability.mtbf_seconds',
      second: 'availability.mtbsi_seconds',
      secondWords: 'from failure to failure (MTBSI)'
    },
    { id: 'mtrs', title: 'Mean agreed time down (MTRS)', measure: 'availability.mtrs_seconds' },
    { id: 'down', title: 'Down now', measure: 'availability.open_outages', isNow: true }
  ],
  answer: {
    watched: [{ measure: 'availability.outages', noun: 'outages', by: ['service'] }],
    told: [
      {
        measure: 'availability.availability',
        words: ['of the agreed service time was available', 'of the agreed service time was available']
      },
      { measure: 'availability.outages', words: ['outage began', 'outages began'] },
      { measure: 'availability.open_outages', words: ['lasts now', 'last now'], isNow: true }
    ]
  },
  panels: [
    {
      kind: 'chart',
      id: 'availability',
      title: 'Availability over time',
      note: 'Agreed service time without an outage, of all agreed service time; services of which no outage was ever recorded are left out',
      span: 6,
      query: { measures: ['availability.availability'], grain: 'scope', compares: true },
      encoding: { chart: 'line', measures: ['availability.availability'] }
    },
    {
      kind: 'chart',
      id: 'outages',
      title: 'Outages',
      note: 'By the local date on which they began; overlapping ones of a service count once',
      span: 6,
      query: { measures: ['availability.outages'], grain: 'scope' },
      encoding: { chart: 'bars', measures: ['availability.outages'] }
    },
    behaviourPanel('availability.outages', 'Is the rate of outages stable?'),
    durationPanel('availability.restore_seconds', 'Time to restore', 'Wall time from the start of an outage until the service was back', {
      id: 'restore'
    }),
    paretoPanel(
      'service',
      'Where the downtime is',
      [{ name: 'down', label: 'Downtime', measure: 'availability.down_seconds' }, counted('availability.outages', 'Outages')],
      { id: 'downtime', span: 12 }
    ),
    worstTable(
      'service',
      'Services',
      'availability.down_seconds',
      [
        'availability.availability',
        'availability.down_seconds',
        'availability.outages',
        'availability.mtbf_seconds',
        'availability.mtrs_seconds',
        'availability.mtbsi_seconds'
      ],
      { id: 'services', note: 'Longest down first; mean times in agreed service time', span: 12 }
    )
  ]
};
