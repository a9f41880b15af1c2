import type { Filter } from '#warehouse/query/query.ts';
import { slaCard, type Board, type Card, type Panel } from './board.ts';
import {
  agePanel,
  arrivalsPanel,
  behaviourPanel,
  calendarPanel,
  counted,
  durationPanel,
  matrixPanel,
  only,
  paretoPanel,
  volumePanel,
  worstTable
} from './panels.ts';

const isSla: Filter = { field: 'agreement_type', op: 'in', values: ['SLA'] };

/** Figures that every record with a customer and a supplier has, by process. */
const cards: readonly Card[] = [
  { id: 'incidents', title: 'Incidents opened', measure: 'incident.opened', second: 'incident.open', secondWords: 'open now' },
  {
    id: 'resolve',
    title: 'Time to resolve, median',
    measure: 'incident.resolve_seconds_median',
    second: 'incident.resolve_seconds_p90',
    secondWords: 'at the 90th percentile'
  },
  { id: 'requests', title: 'Requests opened', measure: 'request.opened', second: 'request.open', secondWords: 'open now' },
  { id: 'problems', title: 'Problems opened', measure: 'problem.opened', second: 'problem.open', secondWords: 'open now' },
  { id: 'changes', title: 'Changes opened', measure: 'change.opened', second: 'change.failed', secondWords: 'failed or backed out' }
];

const panels: readonly Panel[] = [
  volumePanel('incident', { id: 'incidents', title: 'Incidents opened and resolved' }),
  volumePanel('request', { id: 'requests', title: 'Requests opened and fulfilled' }),
  volumePanel('problem', { id: 'problems', title: 'Problems opened and resolved' }),
  volumePanel('change', { id: 'changes', title: 'Changes opened and completed' }),
  behaviourPanel('incident.opened', 'Is the arrival of incidents stable?', { id: 'behaviour' }),
  durationPanel('incident.resolve_seconds', 'Time to resolve', 'Calendar time from opening until resolved, by the date of resolution'),
  arrivalsPanel('incident.opened', { title: 'When incidents arrive' }),
  calendarPanel('incident.opened', { title: 'Incidents day by day' }),
  agePanel('incident', { title: 'Age of open incidents' }),
  paretoPanel('category', 'Categories', [counted('incident.opened', 'Incidents')]),
  paretoPanel('service', 'Services', [counted('incident.opened', 'Incidents')], { id: 'pareto-service' }),
  matrixPanel('incident')
];

const answer: Board['answer'] = {
  watched: [
    { measure: 'incident.opened', noun: 'incidents opened', by: ['service', 'category'] },
    {
      measure: 'incident.resolve_seconds_median',
      noun: 'median time to resolve',
      size: 'incident.resolve_seconds_median_n',
      by: ['service']
    }
  ],
  told: [
    { measure: 'incident.opened', words: ['incident was opened', 'incidents were opened'] },
    { measure: 'incident.open', words: ['is open now', 'are open now'], isNow: true }
  ]
};

const attained = ['service_level.attainment', 'service_level.breached', 'service_level.elapsed_business_seconds_median'];
const slice = (by: string, title: string): Panel =>
  only(
    worstTable(by, title, 'service_level.breached', attained, {
      id: `sla-${by}`,
      note: 'SLA clocks; most breaches first',
      size: 'service_level.completed'
    }),
    isSla
  );

/** The page of one customer. It offers no menus: a menu would name what is not theirs. */
export const customerBoard = (name: string): Board => ({
  name: 'customer',
  title: name,
  question: 'Is this customer served as promised, and where not?',
  filters: [],
  cards: [slaCard('resolution', 'Resolution'), ...cards],
  answer,
  panels: [
    only(
      {
        kind: 'chart',
        id: 'trend',
        title: 'SLA attainment',
        note: 'Clocks by the date they stopped',
        span: 6,
        goal: true,
        query: { measures: ['service_level.attainment', 'service_level.completed'], grain: 'scope' },
        encoding: { chart: 'line', measures: ['service_level.attainment'], size: 'service_level.completed' }
      },
      isSla
    ),
    only(
      behaviourPanel('service_level.attainment', 'Is it stable?', {
        id: 'attainment-behaviour',
        goal: true,
        size: 'service_level.completed'
      }),
      isSla
    ),
    slice('target', 'Targets'),
    slice('service', 'Services'),
    slice('team', 'Teams at the stop'),
    slice('priority', 'Priorities'),
    ...panels
  ]
});

/** The records of one supplier, in all processes; its contracts stand beside them on the page. */
export const supplierBoard = (name: string, question: string): Board => ({
  name: 'supplier',
  title: name,
  question,
  filters: [],
  cards,
  answer,
  panels
});
