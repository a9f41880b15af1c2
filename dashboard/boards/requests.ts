import { ageBands, type Board } from './board.ts';

export const requests: Board = {
  name: 'requests',
  title: 'Requests',
  question: 'Do people get what they ask for in time, what waits for approval, and what piles up?',
  filters: ['service', 'team', 'priority', 'request_type'],
  cards: [
    { id: 'opened', title: 'Opened', measure: 'request.opened', second: 'request.self_service_share', secondWords: 'through self-service' },
    {
      id: 'fulfilled',
      title: 'Fulfilled',
      measure: 'request.fulfilled',
      second: 'request.closure_rate',
      secondWords: 'fulfilled per opened'
    },
    {
      id: 'open',
      title: 'Open now',
      measure: 'request.open',
      second: 'request.not_updated_5d_share',
      secondWords: 'untouched for 5 days',
      isNow: true
    },
    {
      id: 'cycle',
      title: 'Cycle time, median',
      measure: 'request.cycle_seconds_median',
      second: 'request.cycle_seconds_p90',
      secondWords: 'at the 90th percentile',
      size: 'request.fulfilled'
    },
    {
      id: 'attainment',
      title: 'Fulfilment attainment',
      measure: 'service_level.attainment',
      second: 'service_level.breached',
      size: 'service_level.completed',
      filters: [{ field: 'metric', op: 'in', values: ['fulfilment'] }],
      goal: true
    },
    {
      id: 'approval',
      title: 'Wait for approval, median',
      measure: 'request.approval_wait_seconds_median',
      second: 'request.rejected_share',
      secondWords: 'of decisions refuse'
    }
  ],
  panels: [
    {
      kind: 'chart',
      id: 'volume',
      title: 'Opened and fulfilled',
      span: 6,
      query: { measures: ['request.opened', 'request.fulfilled'], grain: 'scope' },
      encoding: { chart: 'bars', measures: ['request.opened', 'request.fulfilled'] }
    },
    {
      kind: 'chart',
      id: 'backlog',
      title: 'Backlog and what moved it',
      note: 'Opening + came in − left = closing, from the history of the records',
      span: 6,
      query: {
        measures: [
          'request.backlog',
          'request.backlog_opened',
          'request.backlog_reopened',
          'request.backlog_moved_in',
          'request.backlog_fulfilled',
          'request.backlog_cancelled',
          'request.backlog_moved_out'
        ],
        grain: 'scope'
      },
      encoding: {
        chart: 'backlog',
        backlog: 'request.backlog',
        arrived: ['request.backlog_opened', 'request.backlog_reopened', 'request.backlog_moved_in'],
        left: ['request.backlog_fulfilled', 'request.backlog_cancelled', 'request.backlog_moved_out']
      }
    },
    {
      kind: 'chart',
      id: 'cycle',
      title: 'Cycle time',
      note: 'Calendar time from opening until fulfilled, by the date of fulfilment',
      span: 6,
      query: { measures: ['request.cycle_seconds_median', 'request.cycle_seconds_p90'], grain: 'scope' },
      encoding: { chart: 'line', measures: ['request.cycle_seconds_median', 'request.cycle_seconds_p90'] }
    },
    {
      kind: 'chart',
      id: 'approval',
      title: 'Wait for approval',
      note: 'Calendar time from asking until the decision, by the date of opening',
      span: 6,
      query: { measures: ['request.approval_wait_seconds_median', 'request.approval_wait_seconds_p90'], grain: 'scope' },
      encoding: { chart: 'line', measures: ['request.approval_wait_seconds_median', 'request.approval_wait_seconds_p90'] }
    },
    {
      kind: 'chart',
      id: 'age',
      title: 'Age of what is open',
      note: 'Calendar time since opening, at the data instant',
      span: 4,
      query: { measures: ['request.open'], dimensions: ['age_band'], period: { all: true } },
      encoding: { chart: 'ranking', category: 'age_band', measure: 'request.open', order: ageBands }
    },
    {
      kind: 'chart',
      id: 'channels',
      title: 'How they come in',
      span: 4,
      query: { measures: ['request.opened'], dimensions: ['channel'], sort: [{ by: 'request.opened', descending: true }] },
      encoding: { chart: 'ranking', category: 'channel', measure: 'request.opened', limit: 6 }
    },
    {
      kind: 'chart',
      id: 'decisions',
      title: 'Where approvals stand',
      span: 4,
      query: { measures: ['request.opened'], dimensions: ['approval'], sort: [{ by: 'request.opened', descending: true }] },
      encoding: { chart: 'ranking', category: 'approval', measure: 'request.opened', limit: 6 }
    },
    {
      kind: 'table',
      id: 'types',
      title: 'Request types',
      span: 7,
      query: {
        measures: [
          'request.opened',
          'request.fulfilled',
          'request.cycle_seconds_median',
          'request.cycle_seconds_p90',
          'request.within_due_share',
          'request.rejected_share'
        ],
        dimensions: ['request_type'],
        sort: [{ by: 'request.opened', descending: true }]
      }
    },
    {
      kind: 'table',
      id: 'teams',
      title: 'Teams',
      span: 5,
      query: {
        measures: ['request.fulfilled', 'request.open', 'request.cycle_seconds_median', 'request.reassigned_share'],
        dimensions: ['team'],
        sort: [{ by: 'request.fulfilled', descending: true }]
      }
    }
  ]
};
