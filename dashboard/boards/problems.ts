import { ageBands, type Board } from './board.ts';

export const problems: Board = {
  name: 'problems',
  title: 'Problems',
  question: 'What keeps coming back, what does it cost, and what is being done about it?',
  filters: ['service', 'team', 'priority'],
  cards: [
    {
      id: 'open',
      title: 'Open problems now',
      measure: 'problem.open',
      second: 'problem.known_error_share',
      secondWords: 'are known errors',
      isNow: true
    },
    { id: 'opened', title: 'Opened', measure: 'problem.opened', second: 'problem.closure_rate', secondWords: 'resolved per opened' },
    {
      id: 'age',
      title: 'Age of open, median',
      measure: 'problem.open_age_seconds_median',
      second: 'problem.not_updated_30d_share',
      secondWords: 'untouched for 30 days',
      size: 'problem.open',
      isNow: true
    },
    {
      id: 'diagnose',
      title: 'Time to diagnose, median',
      measure: 'problem.diagnose_seconds_median',
      second: 'problem.diagnose_seconds_p90',
      secondWords: 'at the 90th percentile',
      size: 'problem.opened'
    },
    {
      id: 'workaround',
      title: 'With a workaround',
      measure: 'problem.workaround_share',
      second: 'problem.known_errors',
      secondWords: 'known errors among them',
      size: 'problem.opened'
    },
    {
      id: 'recurring',
      title: 'Incidents in a family',
      measure: 'incident.recurring_share',
      second: 'incident.problem_linked_share',
      secondWords: 'linked to a problem',
      size: 'incident.opened'
    }
  ],
  panels: [
    {
      kind: 'chart',
      id: 'volume',
      title: 'Problems opened and resolved',
      span: 4,
      query: { measures: ['problem.opened', 'problem.resolved'], grain: 'scope' },
      encoding: { chart: 'bars', measures: ['problem.opened', 'problem.resolved'] }
    },
    {
      kind: 'chart',
      id: 'age-bands',
      title: 'Age of open problems',
      note: 'Calendar time since opening, at the data instant',
      span: 4,
      query: { measures: ['problem.open'], dimensions: ['age_band'], period: { all: true } },
      encoding: { chart: 'ranking', category: 'age_band', measure: 'problem.open', order: ageBands }
    },
    {
      kind: 'chart',
      id: 'linked',
      title: 'Incidents linked to a problem',
      note: 'Of all incidents opened',
      span: 4,
      query: { measures: ['incident.problem_linked_share'], grain: 'scope' },
      encoding: { chart: 'line', measures: ['incident.problem_linked_share'] }
    }
  ]
};
