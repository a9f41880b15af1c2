import { slaCard, type Board } from './board.ts';

export const overview: Board = {
  name: 'overview',
  title: 'Overview',
  question: 'Do we keep what we promised, does work pile up, and what keeps coming back?',
  filters: ['service', 'team', 'priority'],
  cards: [
    slaCard('resolution', 'Resolution SLA'),
    slaCard('response', 'Response SLA'),
    {
      id: 'backlog',
      title: 'Incident backlog',
      measure: 'incident.backlog',
      second: 'incident.closure_rate',
      secondWords: 'resolved per opened'
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
      id: 'reopened',
      title: 'Reopened',
      measure: 'incident.reopened_share',
      second: 'incident.reassigned_share',
      size: 'incident.resolved'
    },
    { id: 'risk', title: 'Clocks at risk now', measure: 'service_level.at_risk', second: 'service_level.overdue', isNow: true }
  ],
  panels: [
    {
      kind: 'chart',
      id: 'attainment',
      title: 'Attainment of all targets',
      note: 'Clocks by the date they stopped; where targets differ, the goal is their mean by clocks',
      span: 6,
      goal: true,
      query: { measures: ['service_level.attainment'], grain: 'scope', compares: true },
      encoding: { chart: 'line', measures: ['service_level.attainment'] }
    },
    {
      kind: 'chart',
      id: 'backlog',
      title: 'Incident backlog and what moved it',
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
      id: 'opened',
      title: 'Incidents opened by priority',
      span: 6,
      query: { measures: ['incident.opened'], dimensions: ['priority'], grain: 'scope' },
      encoding: { chart: 'bars', measures: ['incident.opened'], series: 'priority', stacked: true }
    },
    {
      kind: 'chart',
      id: 'breaches',
      title: 'Breaches by service',
      note: 'Σ is the running share of all breaches',
      span: 6,
      query: { measures: ['service_level.breached'], dimensions: ['service'], sort: [{ by: 'service_level.breached', descending: true }] },
      encoding: { chart: 'pareto', category: 'service', measure: 'service_level.breached', limit: 9 }
    }
  ]
};
