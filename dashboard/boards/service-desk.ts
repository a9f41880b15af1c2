import type { Board } from './board.ts';
import { arrivalsPanel, behaviourPanel, calendarPanel, durationPanel, sharePanel, worstTable } from './panels.ts';

export const serviceDesk: Board = {
  name: 'service-desk',
  title: 'Service desk',
  question: 'Are people answered quickly, helped at once, and content?',
  filters: ['team', 'channel', 'queue'],
  cards: [
    {
      id: 'contacts',
      title: 'Contacts',
      measure: 'contact.offered',
      second: 'contact.abandoned_share',
      secondWords: 'given up before an answer'
    },
    {
      id: 'quick',
      title: 'Answered within 30 s',
      measure: 'contact.answered_30s_share',
      second: 'contact.answered',
      secondWords: 'answered at all'
    },
    {
      id: 'answer',
      title: 'Speed of answer, median',
      measure: 'contact.answer_seconds_median',
      second: 'contact.answer_seconds_p90',
      secondWords: 'at the 90th percentile'
    },
    {
      id: 'handle',
      title: 'Handle time, median',
      measure: 'contact.handle_seconds_median',
      second: 'contact.handle_seconds_p90',
      secondWords: 'at the 90th percentile'
    },
    {
      id: 'first',
      title: 'First-contact resolution',
      measure: 'contact.fcr_share',
      second: 'contact.abandoned',
      secondWords: 'given up'
    },
    {
      id: 'satisfaction',
      title: 'Satisfaction, 0 to 1',
      measure: 'survey.satisfaction',
      second: 'survey.response_rate',
      secondWords: 'of surveys answered'
    }
  ],
  answer: {
    watched: [
      { measure: 'contact.offered', noun: 'contacts', by: ['channel', 'queue'] },
      { measure: 'contact.abandoned_share', noun: 'share given up', size: 'contact.abandoned_share_n', by: ['queue', 'channel'] },
      {
        measure: 'contact.answered_30s_share',
        noun: 'share answered within 30 s',
        size: 'contact.answered_30s_share_n',
        by: ['queue', 'channel']
      },
      { measure: 'contact.fcr_share', noun: 'first-contact resolution', size: 'contact.fcr_share_n', by: ['queue', 'channel'] }
    ],
    told: [
      { measure: 'contact.offered', words: ['came in', 'came in'] },
      { measure: 'contact.abandoned', words: ['was given up', 'were given up'] },
      { measure: 'survey.satisfaction', words: ['mean satisfaction on a scale of 0 to 1', 'mean satisfaction on a scale of 0 to 1'] },
      { measure: 'survey.response_rate', words: ['of surveys answered', 'of surveys answered'] }
    ]
  },
  panels: [
    {
      kind: 'chart',
      id: 'channels',
      title: 'Contacts by channel',
      span: 6,
      query: { measures: ['contact.offered'], dimensions: ['channel'], grain: 'scope' },
      encoding: { chart: 'bars', measures: ['contact.offered'], series: 'channel', stacked: true }
    },
    sharePanel(['contact.answered_30s_share', 'contact.abandoned_share'], 'Answered within 30 s, and given up', {
      id: 'reached',
      note: 'Two denominators: those answered, and those offered',
      size: 'contact.answered'
    }),
    behaviourPanel('contact.offered', 'Is the flow of contacts stable?', { id: 'stable' }),
    behaviourPanel('contact.abandoned_share', 'Is the share given up stable?', { size: 'contact.abandoned_share_n' }),
    arrivalsPanel('contact.offered', { id: 'hours', title: 'When people call' }),
    durationPanel('contact.answer_seconds', 'Speed of answer', 'From offering to the desk until a person answered', { id: 'speed' }),
    calendarPanel('contact.offered', { span: 12, title: 'Contacts day by day' }),
    sharePanel(['survey.satisfaction'], 'Satisfaction', {
      id: 'satisfaction',
      note: 'Mean of the answers, every scale turned into 0 (worst) to 1 (best)',
      size: 'survey.answered'
    }),
    {
      kind: 'chart',
      id: 'responses',
      title: 'Surveys sent and answered',
      note: 'Read satisfaction only beside it',
      span: 6,
      query: { measures: ['survey.sent', 'survey.answered'], grain: 'scope' },
      encoding: { chart: 'bars', measures: ['survey.sent', 'survey.answered'] }
    },
    worstTable(
      'queue',
      'Queues',
      'contact.abandoned',
      [
        'contact.abandoned',
        'contact.abandoned_share',
        'contact.answered_30s_share',
        'contact.answer_seconds_median',
        'contact.answer_seconds_p90',
        'contact.fcr_share'
      ],
      { id: 'queues', span: 7, note: 'Most given up first', size: 'contact.offered' }
    ),
    worstTable(
      'channel',
      'Channels',
      'contact.offered',
      ['contact.answer_seconds_median', 'contact.handle_seconds_median', 'contact.handle_seconds_p90', 'contact.fcr_share'],
      {
        id: 'by-channel',
        span: 5,
        size: 'contact.offered'
      }
    )
  ]
};
