import type { Board } from './board.ts';
import {
  agePanel,
  arrivalsPanel,
  backlogPanel,
  growthPanel,
  behaviourPanel,
  breaches,
  breachHoursPanel,
  calendarPanel,
  counted,
  durationPanel,
  matrixPanel,
  only,
  paretoPanel,
  volumePanel,
  worstTable
} from './panels.ts';

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
      secondWords: 'at the 90th percentile'
    },
    {
      id: 'attainment',
      title: 'Fulfilment attainment',
      measure: 'service_level.attainment',
      second: 'service_level.breached',
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
  answer: {
    watched: [
      { measure: 'request.opened', noun: 'requests opened', by: ['request_type', 'service', 'team'] },
      {
        measure: 'request.cycle_seconds_median',
        noun: 'median cycle time',
        size: 'request.cycle_seconds_median_n',
        by: ['request_type', 'team']
      },
      { measure: 'request.approval_wait_seconds_median', noun: 'median wait for approval', by: ['request_type'] },
      { measure: 'request.rejected_share', noun: 'share of approvals refused', by: ['request_type'] }
    ],
    told: [
      { measure: 'request.opened', words: ['was opened', 'were opened'] },
      { measure: 'request.fulfilled', words: ['fulfilled', 'fulfilled'] },
      { measure: 'request.open', words: ['is open now', 'are open now'], isNow: true }
    ]
  },
  panels: [
    volumePanel('request'),
    backlogPanel('request'),
    growthPanel('request'),
    behaviourPanel('request.opened', 'Is the arrival of requests stable?', { id: 'behaviour' }),
    behaviourPanel('request.cycle_seconds_median', 'Is the cycle time stable?'),
    durationPanel('request.cycle_seconds', 'Cycle time', 'Calendar time from opening until fulfilled, by the date of fulfilment', {
      id: 'cycle'
    }),
    durationPanel(
      'request.approval_wait_seconds',
      'Wait for approval',
      'Calendar time from asking until the decision, by the date of opening',
      {
        id: 'approval'
      }
    ),
    arrivalsPanel('request.opened'),
    only(breachHoursPanel(), { field: 'record_type', op: 'in', values: ['request'] }),
    calendarPanel('request.opened', { span: 12, title: 'Arrivals day by day' }),
    agePanel('request'),
    paretoPanel('request_type', 'Request types', [counted('request.opened', 'Requests')]),
    paretoPanel('service', 'Services', [counted('request.opened', 'Requests'), breaches]),
    {
      kind: 'chart',
      id: 'channels',
      title: 'How they come in',
      span: 6,
      query: { measures: ['request.opened'], dimensions: ['channel'], sort: [{ by: 'request.opened', descending: true }] },
      encoding: { chart: 'ranking', category: 'channel', measure: 'request.opened', limit: 6 }
    },
    {
      kind: 'chart',
      id: 'decisions',
      title: 'Where approvals stand',
      span: 6,
      query: { measures: ['request.opened'], dimensions: ['approval'], sort: [{ by: 'request.opened', descending: true }] },
      encoding: { chart: 'ranking', category: 'approval', measure: 'request.opened', limit: 6 }
    },
    {
      kind: 'chart',
      id: 'outcomes',
      title: 'How they ended',
      note: 'Requests by the date of opening; none: still open, or the source does not tell',
      span: 6,
      query: { measures: ['request.opened'], dimensions: ['outcome'], sort: [{ by: 'request.opened', descending: true }] },
      encoding: { chart: 'ranking', category: 'outcome', measure: 'request.opened', limit: 6 }
    },
    matrixPanel('request'),
    worstTable(
      'request_type',
      'Request types',
      'request.open',
      [
        'request.open',
        'request.opened',
        'request.cycle_seconds_median',
        'request.cycle_seconds_p90',
        'request.within_due_share',
        'request.rejected_share'
      ],
      { id: 'types', span: 7, note: 'Worst now first: most open at the data instant', size: 'request.fulfilled' }
    ),
    worstTable(
      'team',
      'Teams',
      'request.open',
      ['request.open', 'request.cycle_seconds_median', 'request.cycle_seconds_p90', 'request.reassigned_share'],
      {
        id: 'teams',
        span: 5,
        note: 'Worst now first: most open at the data instant',
        size: 'request.fulfilled'
      }
    )
  ]
};
