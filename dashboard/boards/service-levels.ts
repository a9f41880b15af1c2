import { slaCard, type Board } from './board.ts';
import {
  agePanel,
  arrivalsPanel,
  backlogPanel,
  behaviourPanel,
  breaches,
  breachHoursPanel,
  calendarPanel,
  paretoPanel,
  sharePanel
} from './panels.ts';

export const serviceLevels: Board = {
  name: 'service-levels',
  title: 'Service levels',
  question: 'Which promises are kept, which are missed, who held the work, and what is about to be missed?',
  filters: ['metric', 'agreement', 'target', 'service', 'team', 'priority'],
  cards: [
    slaCard('resolution', 'Resolution'),
    slaCard('response', 'Response'),
    slaCard('fulfilment', 'Fulfilment'),
    {
      id: 'time',
      title: 'Working time used, median',
      measure: 'service_level.elapsed_business_seconds_median',
      second: 'service_level.elapsed_business_seconds_p90',
      secondWords: 'at the 90th percentile'
    },
    { id: 'risk', title: 'At risk now', measure: 'service_level.at_risk', second: 'service_level.overdue', isNow: true },
    { id: 'open', title: 'Open clocks now', measure: 'service_level.open', second: 'service_level.paused', isNow: true }
  ],
  panels: [
    {
      kind: 'chart',
      id: 'trend',
      title: 'Attainment',
      note: 'Clocks by the date they stopped; a goal is drawn where all targets share it',
      span: 6,
      goal: true,
      query: { measures: ['service_level.attainment', 'service_level.completed'], grain: 'scope', compares: true },
      encoding: { chart: 'line', measures: ['service_level.attainment'], size: 'service_level.completed' }
    },
    behaviourPanel('service_level.attainment', 'Is the process stable?', {
      id: 'behaviour',
      goal: true,
      size: 'service_level.completed'
    }),
    paretoPanel(
      'team',
      'Breaches by the team that held it',
      [breaches, { name: 'effort', label: 'Working time', measure: 'time.business_seconds' }],
      {
        id: 'breaches-team',
        note: 'Team at the moment the clock stopped; Σ is the running share',
        span: 6
      }
    ),
    {
      kind: 'chart',
      id: 'breaches-time',
      title: 'Breaches by priority',
      span: 6,
      query: { measures: ['service_level.breached'], dimensions: ['priority'], grain: 'scope' },
      encoding: { chart: 'bars', measures: ['service_level.breached'], series: 'priority', stacked: true }
    },
    sharePanel(['service_level.ola_met_share', 'service_level.uc_met_share'], 'What stands behind the SLAs: OLAs and contracts', {
      id: 'underpinning',
      note: 'Met of the completed clocks of agreements between teams (OLA) and with suppliers (UC)'
    }),
    sharePanel(['service_level.breached_by_ola_share', 'time.supplier_share'], 'What others had a part in', {
      id: 'others',
      note: 'SLA breaches before which an OLA behind the target was overrun; elapsed time that suppliers held the work'
    }),
    arrivalsPanel('incident.opened', { title: 'When incidents arrive' }),
    breachHoursPanel(),
    calendarPanel('service_level.breached', {
      span: 12,
      title: 'Breaches day by day',
      note: 'By the local day on which the clock stopped'
    }),
    agePanel('incident', { title: 'Age of open incidents', span: 6 }),
    backlogPanel('incident', { title: 'Incident backlog and what moved it' })
  ]
};
