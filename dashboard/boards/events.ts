import type { Board } from './board.ts';

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
      secondWords: 'healed themselves',
      size: 'event.count'
    },
    {
      id: 'repeated',
      title: 'Repeated within a day',
      measure: 'event.repeated_share',
      second: 'event.problem_share',
      secondWords: 'linked to a problem',
      size: 'event.count'
    },
    {
      id: 'acted',
      title: 'Needing human action',
      measure: 'event.acted_share',
      second: 'event.incident_share',
      secondWords: 'became an incident',
      size: 'event.count'
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
  panels: [
    {
      kind: 'funnel',
      id: 'funnel',
      title: 'From event to incident',
      note: 'Each step holds the next; noise closed without action or flapped, and no record is linked to it',
      span: 6,
      query: { measures: ['event.count', 'event.relevant', 'event.acted', 'event.to_incident'] }
    },
    {
      kind: 'chart',
      id: 'significance',
      title: 'Events by significance',
      span: 6,
      query: { measures: ['event.count'], dimensions: ['significance'], grain: 'scope' },
      encoding: { chart: 'bars', measures: ['event.count'], series: 'significance', stacked: true }
    },
    {
      kind: 'chart',
      id: 'noise',
      title: 'Noise and repeats',
      span: 6,
      query: { measures: ['event.noise_share', 'event.repeated_share'], grain: 'scope' },
      encoding: { chart: 'line', measures: ['event.noise_share', 'event.repeated_share'] }
    },
    {
      kind: 'chart',
      id: 'stable',
      title: 'Is the flow of exceptions stable?',
      note: 'Exceptions per week; natural limits are mean ± 2.66 × mean moving range',
      span: 6,
      query: { measures: ['event.exception'], grain: 'week' },
      encoding: { chart: 'behaviour', measure: 'event.exception' }
    },
    {
      kind: 'chart',
      id: 'alerts',
      title: 'Alerts that fire most',
      note: 'Σ is the running share of all events',
      span: 6,
      query: { measures: ['event.count'], dimensions: ['alert'], sort: [{ by: 'event.count', descending: true }] },
      encoding: { chart: 'pareto', category: 'alert', measure: 'event.count', limit: 10 }
    },
    {
      kind: 'chart',
      id: 'hours',
      title: 'When they fire',
      note: 'By hour and weekday in the reporting zone',
      span: 6,
      query: { measures: ['event.count'], dimensions: ['opened_hour', 'opened_weekday'] },
      encoding: { chart: 'heat', x: 'opened_hour', y: 'opened_weekday', measure: 'event.count' }
    },
    {
      kind: 'table',
      id: 'quality',
      title: 'Quality of each alert',
      note: 'An alert that fires much and never leads to action is a candidate for tuning',
      span: 7,
      query: {
        measures: [
          'event.count',
          'event.noise_share',
          'event.repeated_share',
          'event.auto_resolved_share',
          'event.acted_share',
          'event.incident_share'
        ],
        dimensions: ['alert'],
        sort: [{ by: 'event.count', descending: true }]
      }
    },
    {
      kind: 'table',
      id: 'services',
      title: 'Services',
      span: 5,
      query: {
        measures: ['event.count', 'event.relevant', 'event.to_incident'],
        dimensions: ['service'],
        sort: [{ by: 'event.relevant', descending: true }]
      }
    }
  ]
};
