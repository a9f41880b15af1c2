import type { Filter } from '#warehouse/query/query.ts';
import type { Board } from './board.ts';
import { agePanel, counted, durationPanel, only, paretoPanel, worstTable } from './panels.ts';

const isKnown: Filter = { field: 'is_known_error', op: 'in', values: [true] };
const known = [isKnown];

export const knownErrors: Board = {
  name: 'known-errors',
  title: 'Known errors',
  question: 'Which causes are known, how do people get round them, and how long until they are gone?',
  filters: ['service', 'team', 'priority'],
  cards: [
    {
      id: 'open',
      title: 'Open known errors now',
      measure: 'problem.known_errors_open',
      second: 'problem.known_error_share',
      secondWords: 'of the open problems',
      isNow: true
    },
    {
      id: 'recorded',
      title: 'Known errors recorded',
      measure: 'problem.known_errors_recorded',
      second: 'problem.opened',
      secondWords: 'problems opened'
    },
    {
      id: 'workaround',
      title: 'With a workaround',
      measure: 'problem.workaround_share',
      second: 'problem.known_errors',
      secondWords: 'known errors',
      filters: known
    },
    {
      id: 'age',
      title: 'Age of open, median',
      measure: 'problem.open_age_seconds_median',
      second: 'problem.open_age_seconds_p90',
      secondWords: 'at the 90th percentile',
      filters: known,
      isNow: true
    },
    {
      id: 'resolve',
      title: 'Time to resolve, median',
      measure: 'problem.resolve_seconds_median',
      second: 'problem.resolve_seconds_p90',
      secondWords: 'at the 90th percentile',
      filters: known
    },
    {
      id: 'untouched',
      title: 'Untouched for 30 days',
      measure: 'problem.not_updated_30d_share',
      second: 'problem.not_updated_5d_share',
      secondWords: 'for 5 days',
      filters: known,
      isNow: true
    }
  ],
  answer: {
    watched: [{ measure: 'problem.known_errors_recorded', noun: 'known errors recorded', by: ['service', 'team'] }],
    told: [
      { measure: 'problem.known_errors_open', words: ['known error is open now', 'known errors are open now'], isNow: true },
      { measure: 'problem.known_error_share', words: ['of the open problems', 'of the open problems'], isNow: true },
      {
        measure: 'problem.workaround_share',
        words: ['of all problems opened have a workaround', 'of all problems opened have a workaround']
      }
    ]
  },
  panels: [
    {
      kind: 'chart',
      id: 'recorded',
      title: 'Known errors among the problems opened',
      note: 'By the date on which the problem was opened',
      span: 6,
      query: { measures: ['problem.opened', 'problem.known_errors'], grain: 'scope' },
      encoding: { chart: 'bars', measures: ['problem.opened', 'problem.known_errors'] }
    },
    only(agePanel('problem', { title: 'Age of open known errors', span: 6 }), isKnown),
    durationPanel('problem.diagnose_seconds', 'Time to diagnose', 'Calendar time from opening until the root cause; never a hard target', {
      id: 'diagnose'
    }),
    durationPanel(
      'problem.workaround_seconds',
      'Time to the first workaround',
      'Calendar time from opening until a workaround was published',
      {
        id: 'workaround'
      }
    ),
    durationPanel('problem.fix_seconds', 'Time to fix', 'Calendar time from known error until closed; never a hard target', { id: 'fix' }),
    paretoPanel('service', 'Known errors by service', [counted('problem.known_errors', 'Known errors')], { span: 6 }),
    only(
      worstTable(
        'service',
        'Services',
        'problem.open',
        ['problem.open', 'problem.opened', 'problem.resolved', 'problem.workaround_share'],
        {
          id: 'services',
          note: 'Known errors alone; most open first',
          size: 'problem.opened',
          span: 12
        }
      ),
      isKnown
    )
  ]
};
