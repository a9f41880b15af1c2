import { ageBands, type Board } from './board.ts';

export const changes: Board = {
  name: 'changes',
  title: 'Changes',
  question: 'How much changes, how much of it fails or has to be an emergency, and what follows from it?',
  filters: ['service', 'team', 'priority', 'change_type'],
  cards: [
    { id: 'opened', title: 'Opened', measure: 'change.opened', second: 'change.emergency_share', secondWords: 'emergencies' },
    {
      id: 'completed',
      title: 'Completed',
      measure: 'change.completed',
      second: 'change.closure_rate',
      secondWords: 'completed per opened'
    },
    {
      id: 'open',
      title: 'Open now',
      measure: 'change.open',
      second: 'change.not_updated_5d_share',
      secondWords: 'untouched for 5 days',
      isNow: true
    },
    { id: 'failed', title: 'Failed or backed out', measure: 'change.failed_share', second: 'change.failed', size: 'change.opened' },
    {
      id: 'lead',
      title: 'Lead time, median',
      measure: 'change.lead_seconds_median',
      second: 'change.lead_seconds_p90',
      secondWords: 'at the 90th percentile',
      size: 'change.completed'
    },
    {
      id: 'caused',
      title: 'Incidents caused by a change',
      measure: 'incident.change_caused_share',
      second: 'incident.opened',
      secondWords: 'incidents opened'
    }
  ],
  panels: [
    {
      kind: 'chart',
      id: 'types',
      title: 'Opened by type',
      span: 6,
      query: { measures: ['change.opened'], dimensions: ['change_type'], grain: 'scope' },
      encoding: { chart: 'bars', measures: ['change.opened'], series: 'change_type', stacked: true }
    },
    {
      kind: 'chart',
      id: 'failed',
      title: 'Failed or backed out',
      note: 'Of changes with an outcome, cancelled ones left out, by the date of opening',
      span: 6,
      query: { measures: ['change.failed_share'], grain: 'scope' },
      encoding: { chart: 'line', measures: ['change.failed_share'] }
    },
    {
      kind: 'chart',
      id: 'weekly',
      title: 'Is the flow of changes stable?',
      note: 'Opened per week; natural limits are mean ± 2.66 × mean moving range',
      span: 6,
      query: { measures: ['change.opened'], grain: 'week' },
      encoding: { chart: 'behaviour', measure: 'change.opened' }
    },
    {
      kind: 'chart',
      id: 'lead',
      title: 'Lead time',
      note: 'Calendar time from opening until completed, by the date of completion',
      span: 6,
      query: { measures: ['change.lead_seconds_median', 'change.lead_seconds_p90'], grain: 'scope' },
      encoding: { chart: 'line', measures: ['change.lead_seconds_median', 'change.lead_seconds_p90'] }
    },
    {
      kind: 'chart',
      id: 'outcomes',
      title: 'How they end',
      span: 4,
      query: { measures: ['change.opened'], dimensions: ['outcome'], sort: [{ by: 'change.opened', descending: true }] },
      encoding: { chart: 'ranking', category: 'outcome', measure: 'change.opened', limit: 6 }
    },
    {
      kind: 'chart',
      id: 'age',
      title: 'Age of what is open',
      note: 'Calendar time since opening, at the data instant',
      span: 4,
      query: { measures: ['change.open'], dimensions: ['age_band'], period: { all: true } },
      encoding: { chart: 'ranking', category: 'age_band', measure: 'change.open', order: ageBands }
    },
    {
      kind: 'chart',
      id: 'failures',
      title: 'Failures by service',
      note: 'Σ is the running share of all failures',
      span: 4,
      query: { measures: ['change.failed'], dimensions: ['service'], sort: [{ by: 'change.failed', descending: true }] },
      encoding: { chart: 'pareto', category: 'service', measure: 'change.failed', limit: 8 }
    },
    {
      kind: 'table',
      id: 'services',
      title: 'Services',
      span: 7,
      query: {
        measures: ['change.opened', 'change.completed', 'change.failed', 'change.failed_share', 'change.emergency_share'],
        dimensions: ['service'],
        sort: [{ by: 'change.opened', descending: true }]
      }
    },
    {
      kind: 'table',
      id: 'risks',
      title: 'Risk',
      note: 'Does the risk that was written down tell the failures?',
      span: 5,
      query: {
        measures: ['change.opened', 'change.failed', 'change.failed_share', 'change.lead_seconds_median'],
        dimensions: ['risk'],
        sort: [{ by: 'change.opened', descending: true }]
      }
    }
  ]
};
