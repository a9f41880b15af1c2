import { ageBands, slaCard, type Board } from './board.ts';

export const serviceLevels: Board = {
  name: 'service-levels',
  title: 'Service levels',
  question: 'Which promises are kept, which are missed, who held the work, and what is about to be missed?',
  filters: ['metric', 'agreement', 'target', 'service', 'team', 'priority'],
  cards: [
    slaCard('resolution', 'Resolution SLA'),
    slaCard('response', 'Response SLA'),
    slaCard('fulfilment', 'Fulfilment SLA'),
    {
      id: 'time',
      title: 'Working time used, median',
      measure: 'service_level.elapsed_business_seconds_median',
      second: 'service_level.elapsed_business_seconds_p90',
      secondWords: 'at the 90th percentile',
      size: 'service_level.completed'
    },
    { id: 'risk', title: 'At risk now', measure: 'service_level.at_risk', second: 'service_level.overdue', isNow: true },
    { id: 'open', title: 'Open clocks now', measure: 'service_level.open', second: 'service_level.paused', isNow: true }
  ],
  panels: [
    {
      kind: 'chart',
      id: 'trend',
      title: 'Attainment',
      note: 'Clocks by the date they stopped; where targets differ, the goal is their mean by clocks',
      span: 6,
      goal: true,
      query: { measures: ['service_level.attainment'], grain: 'scope', compares: true },
      encoding: { chart: 'line', measures: ['service_level.attainment'] }
    },
    {
      kind: 'chart',
      id: 'behaviour',
      title: 'Is the process stable?',
      note: 'Weekly attainment; natural limits are mean ± 2.66 × mean moving range; the target is no limit',
      span: 6,
      goal: true,
      query: { measures: ['service_level.attainment'], grain: 'week' },
      encoding: { chart: 'behaviour', measure: 'service_level.attainment' }
    },
    {
      kind: 'chart',
      id: 'breaches-team',
      title: 'Breaches by the team that held it',
      note: 'Team at the moment the clock stopped; Σ is the running share',
      span: 6,
      query: { measures: ['service_level.breached'], dimensions: ['team'], sort: [{ by: 'service_level.breached', descending: true }] },
      encoding: { chart: 'pareto', category: 'team', measure: 'service_level.breached', limit: 10 }
    },
    {
      kind: 'chart',
      id: 'breaches-time',
      title: 'Breaches by priority',
      span: 6,
      query: { measures: ['service_level.breached'], dimensions: ['priority'], grain: 'scope' },
      encoding: { chart: 'bars', measures: ['service_level.breached'], series: 'priority', stacked: true }
    },
    {
      kind: 'chart',
      id: 'arrivals',
      title: 'When incidents arrive',
      note: 'Opened by hour and weekday in the reporting zone',
      span: 6,
      query: { measures: ['incident.opened'], dimensions: ['opened_hour', 'opened_weekday'] },
      encoding: { chart: 'heat', x: 'opened_hour', y: 'opened_weekday', measure: 'incident.opened' }
    },
    {
      kind: 'chart',
      id: 'age',
      title: 'Age of open incidents',
      note: 'Calendar time since opening, at the data instant',
      span: 6,
      query: { measures: ['incident.open'], dimensions: ['age_band'], period: { all: true } },
      encoding: { chart: 'ranking', category: 'age_band', measure: 'incident.open', order: ageBands }
    }
  ]
};
