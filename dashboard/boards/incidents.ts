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
  lost,
  matrixPanel,
  only,
  paretoPanel,
  sharePanel,
  volumePanel,
  worstTable
} from './panels.ts';

const weights = [counted('incident.opened', 'Incidents'), lost, breaches] as const;

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
      secondWords: 'at the 90th percentile'
    },
    {
      id: 'reassigned',
      title: 'Reassigned',
      measure: 'incident.reassigned_share',
      second: 'incident.mean_reassignments',
      secondWords: 'hand-overs each'
    },
    { id: 'reopened', title: 'Reopened', measure: 'incident.reopened_share', second: 'incident.same_day_share' }
  ],
  answer: {
    watched: [
      { measure: 'incident.opened', noun: 'incidents opened', by: ['service', 'category', 'team'] },
      {
        measure: 'incident.resolve_seconds_median',
        noun: 'median time to resolve',
        size: 'incident.resolve_seconds_median_n',
        by: ['service', 'team']
      },
      { measure: 'incident.reopened_share', noun: 'share reopened', size: 'incident.reopened_share_n', by: ['service', 'team'] },
      { measure: 'incident.reassigned_share', noun: 'share reassigned', size: 'incident.reassigned_share_n', by: ['service', 'team'] }
    ],
    told: [
      { measure: 'incident.opened', words: ['was opened', 'were opened'] },
      { measure: 'incident.resolved', words: ['resolved', 'resolved'] },
      { measure: 'incident.open', words: ['is open now', 'are open now'], isNow: true }
    ]
  },
  panels: [
    volumePanel('incident'),
    backlogPanel('incident'),
    growthPanel('incident'),
    behaviourPanel('incident.opened', 'Is the arrival of incidents stable?', { id: 'behaviour' }),
    behaviourPanel('incident.resolve_seconds_median', 'Is the time to resolve stable?'),
    durationPanel('incident.resolve_seconds', 'Time to resolve', 'Calendar time from opening until resolved, by the date of resolution'),
    sharePanel(['incident.reopened_share', 'incident.reassigned_share'], 'Reopened and reassigned', {
      size: 'incident.resolved',
      note: 'Of those resolved'
    }),
    arrivalsPanel('incident.opened'),
    only(breachHoursPanel(), { field: 'record_type', op: 'in', values: ['incident'] }),
    calendarPanel('incident.opened', { span: 12, title: 'Arrivals day by day' }),
    agePanel('incident'),
    paretoPanel('category', 'Categories', weights),
    paretoPanel('configuration_item', 'Configuration items', weights),
    matrixPanel('incident'),
    worstTable(
      'service',
      'Services',
      'incident.open',
      ['incident.open', 'incident.opened', 'incident.resolve_seconds_median', 'incident.resolve_seconds_p90', 'incident.reopened_share'],
      { id: 'services', note: 'Worst now first: most open at the data instant', size: 'incident.resolved' }
    ),
    worstTable(
      'team',
      'Teams',
      'incident.open',
      [
        'incident.open',
        'incident.resolve_seconds_median',
        'incident.resolve_seconds_p90',
        'incident.reassigned_share',
        'incident.reopened_share'
      ],
      { id: 'teams', note: 'Worst now first: most open at the data instant', size: 'incident.resolved' }
    )
  ]
};
