import { ageBands, type Board } from './board.ts';

export const incidents: Board = {
  name: 'incidents',
  title: 'Incidents',
  question: 'How much comes in, does it leave as fast, how old is what stays, and where does it come from?',
  filters: ['service', 'team', 'priority', 'category', 'location'],
  cards: [
    { id: 'opened', title: 'Opened', measure: 'incident.opened', second: 'incident.major' },
    {
      id: 'resolved',
      title: 'Resolved',
      measure: 'incident.resolved',
      second: 'incident.closure_rate',
      secondWords: 'resolved per opened'
    },
    {
      id: 'open',
      title: 'Open now',
      measure: 'incident.open',
      second: 'incident.not_updated_5d_share',
      secondWords: 'untouched for 5 days',
      isNow: true
    },
    {
      id: 'resolve',
      title: 'Time to resolve, median',
      measure: 'incident.resolve_seconds_median',
      second: 'incident.resolve_seconds_p90',
      secondWords: 'at the 90th percentile',
      size: 'incident.resolved'
    },
    {
      id: 'reassigned',
      title: 'Reassigned',
      measure: 'incident.reassigned_share',
      second: 'incident.mean_reassignments',
      secondWords: 'hand-overs each',
      size: 'incident.resolved'
    },
    { id: 'reopened', title: 'Reopened', measure: 'incident.reopened_share', second: 'incident.same_day_share', size: 'incident.resolved' }
  ],
  panels: [
    {
      kind: 'chart',
      id: 'volume',
      title: 'Opened and resolved',
      span: 6,
      query: { measures: ['incident.opened', 'incident.resolved'], grain: 'scope' },
      encoding: { chart: 'bars', measures: ['incident.opened', 'incident.resolved'] }
    },
    {
      kind: 'chart',
      id: 'backlog',
      title: 'Backlog and what moved it',
      note: 'Opening + came in − left = closing, from the history of the records',
      span: 6,
      query: {
        measures: [
          'incident.backlog',
          'incident.backlog_opened',
          'incident.backlog_reopened',
          'incident.backlog_moved_in',
          'incident.backlog_resolved',
          'incident.backlog_cancelled',
          'incident.backlog_moved_out'
        ],
        grain: 'scope'
      },
      encoding: {
        chart: 'backlog',
        backlog: 'incident.backlog',
        arrived: ['incident.backlog_opened', 'incident.backlog_reopened', 'incident.backlog_moved_in'],
        left: ['incident.backlog_resolved', 'incident.backlog_cancelled', 'incident.backlog_moved_out']
      }
    },
    {
      kind: 'chart',
      id: 'behaviour',
      title: 'Is the arrival of incidents stable?',
      note: 'Opened per week; natural limits are mean ± 2.66 × mean moving range',
      span: 6,
      query: { measures: ['incident.opened'], grain: 'week' },
      encoding: { chart: 'behaviour', measure: 'incident.opened' }
    },
    {
      kind: 'chart',
      id: 'arrivals',
      title: 'When they arrive',
      note: 'Opened by hour and weekday in the reporting zone',
      span: 6,
      query: { measures: ['incident.opened'], dimensions: ['opened_hour', 'opened_weekday'] },
      encoding: { chart: 'heat', x: 'opened_hour', y: 'opened_weekday', measure: 'incident.opened' }
    },
    {
      kind: 'chart',
      id: 'age',
      title: 'Age of what is open',
      note: 'Calendar time since opening, at the data instant',
      span: 4,
      query: { measures: ['incident.open'], dimensions: ['age_band'], period: { all: true } },
      encoding: { chart: 'ranking', category: 'age_band', measure: 'incident.open', order: ageBands }
    },
    {
      kind: 'chart',
      id: 'categories',
      title: 'Categories',
      note: 'Σ is the running share of all incidents opened',
      span: 4,
      query: { measures: ['incident.opened'], dimensions: ['category'], sort: [{ by: 'incident.opened', descending: true }] },
      encoding: { chart: 'pareto', category: 'category', measure: 'incident.opened', limit: 10 }
    },
    {
      kind: 'chart',
      id: 'items',
      title: 'Configuration items',
      note: 'Σ is the running share of all incidents opened',
      span: 4,
      query: { measures: ['incident.opened'], dimensions: ['configuration_item'], sort: [{ by: 'incident.opened', descending: true }] },
      encoding: { chart: 'pareto', category: 'configuration_item', measure: 'incident.opened', limit: 10 }
    },
    {
      kind: 'table',
      id: 'services',
      title: 'Services',
      span: 6,
      query: {
        measures: [
          'incident.opened',
          'incident.resolved',
          'incident.resolve_seconds_median',
          'incident.resolve_seconds_p90',
          'incident.reopened_share'
        ],
        dimensions: ['service'],
        sort: [{ by: 'incident.opened', descending: true }]
      }
    },
    {
      kind: 'table',
      id: 'teams',
      title: 'Teams',
      span: 6,
      query: {
        measures: [
          'incident.resolved',
          'incident.open',
          'incident.resolve_seconds_median',
          'incident.reassigned_share',
          'incident.reopened_share'
        ],
        dimensions: ['team'],
        sort: [{ by: 'incident.resolved', descending: true }]
      }
    }
  ]
};
