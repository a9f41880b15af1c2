import type { Board } from './board.ts';
import { agePanel, backlogPanel, behaviourPanel, durationPanel, growthPanel, lineagePanel, volumePanel, worstTable } from './panels.ts';

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
      isNow: true
    },
    {
      id: 'diagnose',
      title: 'Time to diagnose, median',
      measure: 'problem.diagnose_seconds_median',
      second: 'problem.diagnose_seconds_p90',
      secondWords: 'at the 90th percentile'
    },
    {
      id: 'workaround',
      title: 'With a workaround',
      measure: 'problem.workaround_share',
      second: 'problem.known_errors',
      secondWords: 'known errors among them'
    },
    {
      id: 'recurring',
      title: 'Incidents in a family',
      measure: 'incident.recurring_share',
      second: 'incident.problem_linked_share',
      secondWords: 'linked to a problem'
    }
  ],
  panels: [
    volumePanel('problem', { title: 'Problems opened and resolved' }),
    backlogPanel('problem', { title: 'Open problems and what moved them' }),
    growthPanel('problem', { title: 'Where open problems grew' }),
    behaviourPanel('problem.opened', 'Is the arrival of problems stable?'),
    {
      kind: 'chart',
      id: 'recurrence-rate',
      title: 'Recurrence after closure',
      note: 'Incidents of the family after its problem was closed, over those as long before',
      span: 6,
      query: { measures: ['problem.recurrence'], grain: 'scope' },
      encoding: { chart: 'line', measures: ['problem.recurrence'] }
    },
    lineagePanel(),
    agePanel('problem', { id: 'age-bands', title: 'Age of open problems', span: 6 }),
    {
      kind: 'chart',
      id: 'linked',
      title: 'Incidents linked to a problem',
      note: 'Of all incidents resolved',
      span: 6,
      query: { measures: ['incident.problem_linked_share', 'incident.problem_linked_share_n'], grain: 'scope' },
      encoding: { chart: 'line', measures: ['incident.problem_linked_share'], size: 'incident.problem_linked_share_n' }
    },
    durationPanel('problem.diagnose_seconds', 'Time to diagnose', 'Calendar time from opening until the root cause; never a hard target', {
      id: 'diagnose'
    }),
    worstTable('service', 'Services', 'problem.open', ['problem.open', 'problem.opened', 'problem.resolved', 'problem.workaround_share'], {
      id: 'services',
      note: 'Worst now first: most open at the data instant',
      size: 'problem.opened'
    }),
    worstTable(
      'team',
      'Teams',
      'problem.open',
      ['problem.open', 'problem.open_age_seconds_median', 'problem.open_age_seconds_p90', 'problem.opened', 'problem.resolved'],
      { id: 'teams', note: 'Worst now first: most open at the data instant' }
    )
  ]
};
