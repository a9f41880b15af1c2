import type { Board } from './board.ts';

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
      secondWords: 'answered at all',
      size: 'contact.answered'
    },
    {
      id: 'answer',
      title: 'Speed of answer, median',
      measure: 'contact.answer_seconds_median',
      second: 'contact.answer_seconds_p90',
      secondWords: 'at the 90th percentile',
      size: 'contact.answered'
    },
    {
      id: 'handle',
      title: 'Handle time, median',
      measure: 'contact.handle_seconds_median',
      second: 'contact.handle_seconds_p90',
      secondWords: 'at the 90th percentile',
      size: 'contact.answered'
    },
    {
      id: 'first',
      title: 'First-contact resolution',
      measure: 'contact.fcr_share',
      second: 'contact.handle_seconds_mean',
      secondWords: 'handle time, mean',
      size: 'contact.answered'
    },
    {
      id: 'satisfaction',
      title: 'Satisfaction, 0 to 1',
      measure: 'survey.satisfaction',
      second: 'survey.response_rate',
      secondWords: 'of surveys answered',
      size: 'survey.answered'
    }
  ],
  panels: [
    {
      kind: 'chart',
      id: 'channels',
      title: 'Contacts by channel',
      span: 6,
      query: { measures: ['contact.offered'], dimensions: ['channel'], grain: 'scope' },
      encoding: { chart: 'bars', measures: ['contact.offered'], series: 'channel', stacked: true }
    },
    {
      kind: 'chart',
      id: 'reached',
      title: 'Answered within 30 s, and given up',
      note: 'Two denominators: those answered, and those offered',
      span: 6,
      query: { measures: ['contact.answered_30s_share', 'contact.abandoned_share'], grain: 'scope' },
      encoding: { chart: 'line', measures: ['contact.answered_30s_share', 'contact.abandoned_share'] }
    },
    {
      kind: 'chart',
      id: 'stable',
      title: 'Is the flow of contacts stable?',
      note: 'Offered per week; natural limits are mean ± 2.66 × mean moving range',
      span: 6,
      query: { measures: ['contact.offered'], grain: 'week' },
      encoding: { chart: 'behaviour', measure: 'contact.offered' }
    },
    {
      kind: 'chart',
      id: 'hours',
      title: 'When people call',
      note: 'By hour and weekday in the reporting zone',
      span: 6,
      query: { measures: ['contact.offered'], dimensions: ['opened_hour', 'opened_weekday'] },
      encoding: { chart: 'heat', x: 'opened_hour', y: 'opened_weekday', measure: 'contact.offered' }
    },
    {
      kind: 'chart',
      id: 'satisfaction',
      title: 'Satisfaction',
      note: 'Mean of the answers, every scale turned into 0 (worst) to 1 (best)',
      span: 6,
      query: { measures: ['survey.satisfaction'], grain: 'scope' },
      encoding: { chart: 'line', measures: ['survey.satisfaction'] }
    },
    {
      kind: 'chart',
      id: 'responses',
      title: 'Surveys sent and answered',
      note: 'Read satisfaction only beside it',
      span: 6,
      query: { measures: ['survey.sent', 'survey.answered'], grain: 'scope' },
      encoding: { chart: 'bars', measures: ['survey.sent', 'survey.answered'] }
    },
    {
      kind: 'table',
      id: 'queues',
      title: 'Queues',
      span: 7,
      query: {
        measures: [
          'contact.offered',
          'contact.abandoned_share',
          'contact.answered_30s_share',
          'contact.answer_seconds_median',
          'contact.answer_seconds_p90',
          'contact.fcr_share'
        ],
        dimensions: ['queue'],
        sort: [{ by: 'contact.offered', descending: true }]
      }
    },
    {
      kind: 'table',
      id: 'by-channel',
      title: 'Channels',
      span: 5,
      query: {
        measures: ['contact.offered', 'contact.answer_seconds_median', 'contact.handle_seconds_median', 'contact.fcr_share'],
        dimensions: ['channel'],
        sort: [{ by: 'contact.offered', descending: true }]
      }
    }
  ]
};
