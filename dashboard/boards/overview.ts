import { slaCard, type Board } from './board.ts';
import { backlogPanel, behaviourPanel, breaches, calendarPanel, counted, lost, paretoPanel, worstTable } from './panels.ts';

export const overview: Board = {
  name: 'overview',
  title: 'Overview',
  question: 'Do we keep what we promised, does work pile up, and what keeps coming back?',
  filters: ['service', 'team', 'priority'],
  cards: [
    slaCard('resolution', 'Resolution'),
    slaCard('response', 'Response'),
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
      secondWords: 'at the 90th percentile'
    },
    {
      id: 'reopened',
      title: 'Reopened',
      measure: 'incident.reopened_share',
      second: 'incident.reassigned_share'
    },
    { id: 'risk', title: 'Clocks at risk now', measure: 'service_level.at_risk', second: 'service_level.overdue', isNow: true }
  ],
  answer: {
    watched: [
      { measure: 'incident.opened', noun: 'incidents opened', by: ['service', 'category', 'team'] },
      { measure: 'request.opened', noun: 'requests opened', by: ['service', 'team'] },
      { measure: 'event.exception', noun: 'exceptions', by: ['service'] },
      { measure: 'change.failed_share', noun: 'share of changes that failed', size: 'change.failed_share_n', by: ['service'] },
      {
        measure: 'contact.abandoned_share',
        noun: 'share of contacts given up',
        size: 'contact.abandoned_share_n',
        by: ['queue', 'channel']
      }
    ],
    told: []
  },
  panels: [
    {
      kind: 'chart',
      id: 'attainment',
      title: 'Attainment of all targets',
      note: 'Clocks by the date they stopped; a goal is drawn where all targets share it',
      span: 6,
      goal: true,
      query: { measures: ['service_level.attainment', 'service_level.completed'], grain: 'scope', compares: true },
      encoding: { chart: 'line', measures: ['service_level.attainment'], size: 'service_level.completed' }
    },
    backlogPanel('incident', { title: 'Incident backlog and what moved it' }),
    {
      kind: 'chart',
      id: 'opened',
      title: 'Incidents opened by priority',
      span: 6,
      query: { measures: ['incident.opened'], dimensions: ['priority'], grain: 'scope' },
      encoding: { chart: 'bars', measures: ['incident.opened'], series: 'priority', stacked: true }
    },
    paretoPanel('service', 'Services by share', [breaches, counted('incident.opened', 'Incidents'), lost], {
      id: 'breaches',
      note: 'Σ is the running share of all',
      span: 6,
      limit: 9
    }),
    behaviourPanel('incident.opened', 'Is the arrival of incidents stable?', { id: 'behaviour' }),
    worstTable(
      'service',
      'Services',
      'incident.open',
      ['incident.open', 'incident.opened', 'incident.resolve_seconds_median', 'incident.resolve_seconds_p90', 'incident.reopened_share'],
      { id: 'services', note: 'Worst now first: most open at the data instant', size: 'incident.resolved' }
    ),
    calendarPanel('incident.opened', { span: 12, title: 'Incidents day by day' })
  ]
};
