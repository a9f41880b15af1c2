import type { Board } from './board.ts';
import {
  agePanel,
  arrivalsPanel,
  behaviourPanel,
  calendarPanel,
  counted,
  durationPanel,
  paretoPanel,
  sharePanel,
  volumePanel,
  worstTable
} from './panels.ts';

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
    { id: 'failed', title: 'Failed or backed out', measure: 'change.failed_share', second: 'change.failed' },
    {
      id: 'lead',
      title: 'Lead time, median',
      measure: 'change.lead_seconds_median',
      second: 'change.lead_seconds_p90',
      secondWords: 'at the 90th percentile'
    },
    {
      id: 'caused',
      title: 'Incidents caused by a change',
      measure: 'incident.change_caused_share',
      second: 'incident.opened',
      secondWords: 'incidents opened'
    }
  ],
  answer: {
    watched: [
      { measure: 'change.opened', noun: 'changes opened', by: ['service', 'change_type', 'team'] },
      { measure: 'change.failed_share', noun: 'share failed', size: 'change.failed_share_n', by: ['service', 'change_type'] },
      { measure: 'change.emergency_share', noun: 'share of emergencies', size: 'change.emergency_share_n', by: ['service', 'team'] }
    ],
    told: [
      { measure: 'change.opened', words: ['was opened', 'were opened'] },
      { measure: 'change.failed', words: ['failed or was backed out', 'failed or were backed out'] },
      { measure: 'change.open', words: ['is open now', 'are open now'], isNow: true }
    ]
  },
  panels: [
    {
      kind: 'chart',
      id: 'types',
      title: 'Opened by type',
      span: 6,
      query: { measures: ['change.opened'], dimensions: ['change_type'], grain: 'scope' },
      encoding: { chart: 'bars', measures: ['change.opened'], series: 'change_type', stacked: true }
    },
    volumePanel('change'),
    behaviourPanel('change.opened', 'Is the flow of changes stable?', { id: 'weekly' }),
    behaviourPanel('change.failed_share', 'Is the share that fails stable?', { size: 'change.failed_share_n', id: 'failing' }),
    sharePanel(['change.failed_share', 'change.emergency_share'], 'Failed or backed out, and emergencies', {
      id: 'failed',
      note: 'Failed: of changes with an outcome, cancelled ones left out; by the date of opening',
      size: 'change.opened'
    }),
    {
      kind: 'chart',
      id: 'after',
      title: 'Incidents after a change, against chance',
      note: 'Incidents in the days after a change over those that its place would have had anyway; 1 is what chance gives. Association, never cause',
      span: 6,
      query: { measures: ['change.incidents_after_ratio'], grain: 'scope' },
      encoding: { chart: 'line', measures: ['change.incidents_after_ratio'] }
    },
    durationPanel('change.lead_seconds', 'Lead time', 'Calendar time from opening until completed, by the date of completion', {
      id: 'lead'
    }),
    arrivalsPanel('change.opened', { title: 'When changes are opened' }),
    calendarPanel('change.opened', { title: 'Changes day by day' }),
    {
      kind: 'chart',
      id: 'outcomes',
      title: 'How they end',
      span: 4,
      query: { measures: ['change.opened'], dimensions: ['outcome'], sort: [{ by: 'change.opened', descending: true }] },
      encoding: { chart: 'ranking', category: 'outcome', measure: 'change.opened', limit: 6 }
    },
    agePanel('change'),
    paretoPanel(
      'service',
      'Failures by service',
      [counted('change.failed', 'Failures'), { name: 'opened', label: 'Changes', measure: 'change.opened' }],
      {
        id: 'failures',
        limit: 8
      }
    ),
    worstTable(
      'service',
      'Services',
      'change.failed',
      ['change.failed', 'change.failed_share', 'change.emergency_share', 'change.completed', 'change.open'],
      { id: 'services', span: 7, note: 'Most failures first', size: 'change.opened' }
    ),
    {
      kind: 'causing',
      id: 'causing',
      title: 'Changes and the incidents they caused',
      note: 'As incidents name their cause; by the date on which the change was opened, its incidents whenever they were',
      span: 12,
      query: { measures: ['change.caused_incident'] }
    },
    worstTable(
      'risk',
      'Risk',
      'change.opened',
      ['change.failed', 'change.failed_share', 'change.lead_seconds_median', 'change.lead_seconds_p90'],
      {
        id: 'risks',
        note: 'Does the risk that was written down tell the failures?',
        span: 5,
        size: 'change.opened'
      }
    )
  ]
};
