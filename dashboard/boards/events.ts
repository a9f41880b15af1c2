import type { Board } from './board.ts';
import {
  arrivalsPanel,
  behaviourPanel,
  calendarPanel,
  counted,
  durationPanel,
  lineagePanel,
  paretoPanel,
  sharePanel,
  worstTable
} from './panels.ts';

export const events: Board = {
  name: 'events',
  title: 'Events',
  question: 'How much of what monitoring says is noise, what needs a person, and what becomes an incident?',
  filters: ['service', 'team', 'significance'],
  cards: [
    { id: 'count', title: 'Events', measure: 'event.count', second: 'event.exception', secondWords: 'exceptions' },
    {
      id: 'noise',
      title: 'Noise',
      measure: 'event.noise_share',
      second: 'event.auto_resolved_share',
      secondWords: 'healed themselves'
    },
    {
      id: 'repeated',
      title: 'Repeated within a day',
      measure: 'event.repeated_share',
      second: 'event.problem_share',
      secondWords: 'linked to a problem'
    },
    {
      id: 'acted',
      title: 'Needing human action',
      measure: 'event.acted_share',
      second: 'event.incident_share',
      secondWords: 'became an incident'
    },
    {
      id: 'acknowledge',
      title: 'Time to acknowledge, median',
      measure: 'event.acknowledge_seconds_median',
      second: 'event.acknowledge_seconds_p90',
      secondWords: 'at the 90th percentile'
    },
    {
      id: 'compression',
      title: 'Events per incident',
      measure: 'event.compression_ratio',
      second: 'incident.opened',
      secondWords: 'incidents opened, however found'
    }
  ],
  answer: {
    watched: [
      { measure: 'event.exception', noun: 'exceptions', by: ['service', 'alert'] },
      { measure: 'event.noise_share', noun: 'share of noise', size: 'event.noise_share_n', by: ['alert', 'service'] },
      { measure: 'event.acknowledge_seconds_median', noun: 'median time to acknowledge', by: ['team'] }
    ],
    told: [
      { measure: 'event.count', words: ['fired', 'fired'] },
      { measure: 'event.noise_share', words: ['of them noise', 'of them noise'] },
      { measure: 'event.to_incident', words: ['became an incident', 'became incidents'] }
    ]
  },
  panels: [
    {
      kind: 'funnel',
      id: 'funnel',
      title: 'From event to incident',
      note: 'Each step holds the next; noise closed without action or flapped, and no record is linked to it',
      span: 6,
      query: { measures: ['event.count', 'event.relevant', 'event.acted', 'event.to_incident'] }
    },
    lineagePanel(),
    {
      kind: 'chart',
      id: 'significance',
      title: 'Events by significance',
      span: 6,
      query: { measures: ['event.count'], dimensions: ['significance'], grain: 'scope' },
      encoding: { chart: 'bars', measures: ['event.count'], series: 'significance', stacked: true }
    },
    durationPanel('event.acknowledge_seconds', 'Time to acknowledge', 'Calendar time from firing until a person acknowledged it'),
    behaviourPanel('event.exception', 'Is the flow of exceptions stable?', { id: 'stable' }),
    behaviourPanel('event.noise_share', 'Is the share of noise stable?', { size: 'event.noise_share_n' }),
    sharePanel(['event.noise_share', 'event.repeated_share'], 'Noise and repeats', { id: 'noise', size: 'event.count' }),
    sharePanel(['event.first_seen_share', 'event.known_error_share'], 'Seen by monitoring first, and of a known error', {
      note: 'Incidents with an earlier event, of incidents opened; events linked to a known error, of all events'
    }),
    paretoPanel(
      'alert',
      'Alerts that fire most',
      [counted('event.count', 'Events'), { name: 'exceptions', label: 'Exceptions', measure: 'event.exception' }],
      {
        id: 'alerts',
        span: 6
      }
    ),
    arrivalsPanel('event.count', { id: 'hours', title: 'When they fire' }),
    calendarPanel('event.count', { span: 12, title: 'Events day by day' }),
    worstTable(
      'alert',
      'Quality of each alert',
      'event.count',
      ['event.noise_share', 'event.repeated_share', 'event.auto_resolved_share', 'event.acted_share', 'event.incident_share'],
      {
        id: 'quality',
        note: 'An alert that fires much and never leads to action is a candidate for tuning',
        span: 7,
        size: 'event.count'
      }
    ),
    worstTable('service', 'Services', 'event.relevant', ['event.relevant', 'event.count', 'event.to_incident'], {
      id: 'services',
      note: 'Most that is no noise first',
      span: 5
    })
  ]
};
