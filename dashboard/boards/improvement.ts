import type { Board } from './board.ts';

export const improvement: Board = {
  name: 'improvement',
  title: 'Improvement',
  question: 'What is being improved, what of it is late, and did it bring what it promised?',
  filters: [],
  cards: [
    { id: 'initiatives', title: 'Initiatives raised', measure: 'improvement.initiatives' },
    {
      id: 'open',
      title: 'Open now',
      measure: 'improvement.open',
      second: 'improvement.actions_open',
      secondWords: 'past their day',
      isNow: true
    },
    { id: 'benefit', title: 'Benefit measured of claimed', measure: 'improvement.benefit_ratio' },
    { id: 'reviews', title: 'Reviews held on time', measure: 'improvement.reviews_on_time_share' },
    { id: 'avoided', title: 'Outage time avoided', measure: 'improvement.outage_avoided_seconds' }
  ],
  panels: [
    {
      kind: 'chart',
      id: 'raised',
      title: 'Initiatives raised over time',
      span: 6,
      query: { measures: ['improvement.initiatives'], grain: 'scope' },
      encoding: { chart: 'bars', measures: ['improvement.initiatives'] }
    },
    {
      kind: 'chart',
      id: 'on-time',
      title: 'Reviews held on time, over time',
      span: 6,
      query: { measures: ['improvement.reviews_on_time_share'], grain: 'scope' },
      encoding: { chart: 'line', measures: ['improvement.reviews_on_time_share'] }
    }
  ]
};
