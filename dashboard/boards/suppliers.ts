import type { Filter } from '#warehouse/query/query.ts';
import type { Board } from './board.ts';
import { behaviourPanel, breaches, breachHoursPanel, calendarPanel, only, paretoPanel, sharePanel } from './panels.ts';

/** Contracts with suppliers. */
const isContract: Filter = { field: 'agreement_type', op: 'in', values: ['UC'] };
const contracts = [isContract];

export const suppliers: Board = {
  name: 'suppliers',
  title: 'Suppliers',
  question: 'Does every supplier keep its contract, and how much of our time goes with it?',
  filters: ['service', 'team', 'priority'],
  cards: [
    {
      id: 'kept',
      title: 'Contracts kept',
      measure: 'service_level.attainment',
      second: 'service_level.breached',
      filters: contracts,
      goal: true
    },
    {
      id: 'time',
      title: 'Working time used, median',
      measure: 'service_level.elapsed_business_seconds_median',
      second: 'service_level.elapsed_business_seconds_p90',
      secondWords: 'at the 90th percentile',
      filters: contracts
    },
    {
      id: 'risk',
      title: 'At risk now',
      measure: 'service_level.at_risk',
      second: 'service_level.overdue',
      filters: contracts,
      isNow: true
    },
    { id: 'open', title: 'Open clocks now', measure: 'service_level.open', second: 'service_level.paused', filters: contracts, isNow: true }
  ],
  panels: [
    {
      kind: 'chart',
      id: 'trend',
      title: 'Contracts kept over time',
      note: 'Clocks of contracts with suppliers by the date they stopped',
      span: 6,
      goal: true,
      query: { measures: ['service_level.attainment', 'service_level.completed'], grain: 'scope', filters: contracts },
      encoding: { chart: 'line', measures: ['service_level.attainment'], size: 'service_level.completed' }
    },
    only(
      behaviourPanel('service_level.attainment', 'Is it stable?', { id: 'behaviour', goal: true, size: 'service_level.completed' }),
      isContract
    ),
    sharePanel(['time.supplier_share'], 'Part of our time that suppliers hold', {
      note: 'Of the elapsed time of all clocks, by who held the record'
    }),
    sharePanel(['service_level.ola_met_share', 'service_level.uc_met_share'], 'Contracts beside our own OLAs', {
      id: 'underpinning',
      note: 'Met of the completed clocks of agreements with suppliers (UC) and between our teams (OLA)'
    }),
    only(paretoPanel('agreement', 'Breaches by contract', [breaches], { span: 6 }), isContract),
    only(paretoPanel('service', 'Breaches by service', [breaches], { span: 6 }), isContract),
    only(breachHoursPanel({ title: 'When contracts are breached' }), isContract),
    only(
      calendarPanel('service_level.breached', {
        title: 'Breaches of contracts day by day',
        note: 'By the local day on which the clock stopped'
      }),
      isContract
    )
  ]
};
