import { ageBands } from '#warehouse/metrics/dimension.ts';
import type { Filter } from '#warehouse/query/query.ts';
import type { ChartPanel, GrowthPanel, LineagePanel, MatrixPanel, Panel, TablePanel, Weight } from './board.ts';

/** A panel over some records alone. */
export const only = <P extends Panel>(panel: P, ...filters: Filter[]): P => ({ ...panel, query: { ...panel.query, filters } });

/** Where a panel stands and what it is called, as far as it differs from the usual. */
type Own = Partial<Pick<ChartPanel, 'id' | 'title' | 'note' | 'span'>>;

/** Processes whose backlog is counted, with the word for being done. */
const doneWords = { incident: 'resolved', request: 'fulfilled', problem: 'resolved', change: 'completed' } as const;
export type Flowing = keyof typeof doneWords;

/** The backlog identity: opening + came in − left = closing, with what remains unexplained. */
export function backlogPanel(process: Flowing, own: Own = {}): ChartPanel {
  const flow = (name: string): string => `${process}.backlog_${name}`;
  const arrived = ['opened', 'reopened', 'moved_in'].map(flow);
  const left = [doneWords[process], 'cancelled', 'moved_out'].map(flow);
  return {
    kind: 'chart',
    id: 'backlog',
    title: 'Backlog and what moved it',
    note: `Opening + came in − left = closing, from the history of the records. Whatever is reopened, or changes its team, priority or service, comes in and leaves again, so the flows hold more than the counts of what was opened and ${doneWords[process]}`,
    span: 6,
    ...own,
    query: { measures: [`${process}.backlog`, ...arrived, ...left], grain: 'scope' },
    encoding: { chart: 'backlog', backlog: `${process}.backlog`, arrived, left }
  };
}

/** Where the backlog grew, by team, service or priority: the whole identity of each member, the largest growth first. */
export function growthPanel(process: Flowing, own: Own = {}): GrowthPanel {
  const flow = (name: string): string => `${process}.backlog_${name}`;
  const net = flow('net');
  const slices = ['team', 'service', 'priority'].map((name) => ({ name, label: name[0]!.toUpperCase() + name.slice(1) }));
  return {
    kind: 'growth',
    id: 'growth',
    title: 'Where the backlog grew',
    note: 'Net change over the period = opened + reopened + moved in − done − cancelled − moved out; largest growth first. Where some grow and others shrink, no part of the whole change is anybody’s share',
    span: 12,
    ...own,
    process,
    slices,
    query: {
      measures: [net, ...['opened', 'reopened', 'moved_in', doneWords[process], 'cancelled', 'moved_out'].map(flow)],
      dimensions: ['team'],
      sort: [{ by: net, descending: true }]
    }
  };
}

/** Opened and done, side by side. */
export const volumePanel = (process: Flowing, own: Own = {}): ChartPanel => ({
  kind: 'chart',
  id: 'volume',
  title: `Opened and ${doneWords[process]}`,
  span: 6,
  ...own,
  query: { measures: [`${process}.opened`, `${process}.${doneWords[process]}`], grain: 'scope' },
  encoding: { chart: 'bars', measures: [`${process}.opened`, `${process}.${doneWords[process]}`] }
});

/** How old what is open is, in fixed bands. */
export const agePanel = (process: Flowing, own: Own = {}): ChartPanel => ({
  kind: 'chart',
  id: 'age',
  title: 'Age of what is open',
  note: 'Calendar time since opening, at the data instant',
  span: 4,
  ...own,
  query: { measures: [`${process}.open`], dimensions: ['age_band'], period: { all: true } },
  encoding: { chart: 'ranking', category: 'age_band', measure: `${process}.open`, order: ageBands }
});

/** Hour × weekday of opening. */
export const arrivalsPanel = (measure: string, own: Own = {}): ChartPanel =>
  heatPanel(measure, 'opened', { id: 'arrivals', title: 'When they arrive', ...own });

/** Hour × weekday in which clocks breached. */
export const breachHoursPanel = (own: Own = {}): ChartPanel =>
  heatPanel('service_level.breached', 'breach', {
    id: 'breach-hours',
    title: 'When clocks breach',
    note: 'Hour and weekday of the breach in the reporting zone; clocks that stopped in the period',
    ...own
  });

function heatPanel(measure: string, stem: 'opened' | 'breach', own: Own): ChartPanel {
  const [x, y] = [`${stem}_hour`, `${stem}_weekday`];
  return {
    kind: 'chart',
    id: 'hours',
    title: 'When',
    note: 'By hour and weekday in the reporting zone',
    span: 6,
    ...own,
    query: { measures: [measure], dimensions: [x, y] },
    encoding: { chart: 'heat', x, y, measure }
  };
}

/** Day by day over the months, with changes and major incidents marked. */
export const calendarPanel = (measure: string, own: Own = {}): ChartPanel => ({
  kind: 'chart',
  id: 'calendar',
  title: 'Day by day',
  note: 'Local days; changes and major incidents are marked',
  span: 6,
  ...own,
  query: { measures: [measure], grain: 'day' },
  encoding: { chart: 'calendar', measure }
});

/**
 * Is it stable? Weekly values with their natural limits.
 * @param size measure that says how many records a share is over
 */
export const behaviourPanel = (measure: string, title: string, own: Own & { size?: string; goal?: boolean } = {}): ChartPanel => {
  const { size, ...place } = own;
  return {
    kind: 'chart',
    id: `behaviour-${measure.split('.')[1]!.replaceAll('_', '-')}`,
    title,
    note: size
      ? 'By week; limits by chance alone where records are few, else mean ± 2.66 × mean moving range'
      : 'By week; natural limits are mean ± 2.66 × mean moving range',
    span: 6,
    ...place,
    query: { measures: size ? [measure, size] : [measure], grain: 'week' },
    encoding: { chart: 'behaviour', measure, ...(size ? { size } : {}) }
  };
};

/** Median and 90th percentile of a duration: never one without the other. @param duration `incident.resolve_seconds` */
export const durationPanel = (duration: string, title: string, note: string, own: Own = {}): ChartPanel => {
  const measures = [`${duration}_median`, `${duration}_p90`];
  return {
    kind: 'chart',
    id: duration.split('.')[1]!.replaceAll('_', '-'),
    title,
    note,
    span: 6,
    ...own,
    query: { measures, grain: 'scope' },
    encoding: { chart: 'line', measures }
  };
};

/** Shares over time. @param size measure that says how many records they are over, where it is one for all */
export const sharePanel = (measures: readonly string[], title: string, own: Own & { size?: string } = {}): ChartPanel => {
  const { size, ...place } = own;
  return {
    kind: 'chart',
    id: measures[0]!.split('.')[1]!.replaceAll('_', '-'),
    title,
    span: 6,
    ...place,
    query: { measures: size ? [...measures, size] : measures, grain: 'scope' },
    encoding: { chart: 'line', measures, ...(size ? { size } : {}) }
  };
};

/** Largest first, with the running share; the reader may choose another weight. */
export const paretoPanel = (
  category: string,
  title: string,
  weights: readonly [Weight, ...Weight[]],
  own: Own & { limit?: number } = {}
): ChartPanel => {
  const { limit = 10, ...place } = own;
  const [{ measure }] = weights;
  return {
    kind: 'chart',
    id: `pareto-${category.replaceAll('_', '-')}`,
    title,
    note: 'Σ is the running share of all',
    span: 4,
    ...place,
    query: { measures: [measure], dimensions: [category], sort: [{ by: measure, descending: true }] },
    encoding: { chart: 'pareto', category, measure, limit },
    ...(weights.length > 1 ? { weights } : {})
  };
};

/** A weight by the number of records. */
export const counted = (measure: string, label = 'Count'): Weight => ({ name: 'count', label, measure });
/** A weight by the time that incidents took, in working hours where the calendar is known. */
export const lost: Weight = { name: 'lost', label: 'Lost time', measure: 'incident.lost_seconds' };
/** A weight by breached clocks. */
export const breaches: Weight = { name: 'breaches', label: 'Breaches', measure: 'service_level.breached' };

/**
 * Members of a dimension, worst now first.
 * @param worst the measure that says who is worst off; the table is in its order
 */
export const worstTable = (
  by: string,
  title: string,
  worst: string,
  measures: readonly string[],
  own: Own & { size?: string } = {}
): TablePanel => {
  const { size, ...place } = own;
  return {
    kind: 'table',
    id: `by-${by.replaceAll('_', '-')}`,
    title,
    span: 6,
    ...place,
    query: { measures: [...new Set([...measures, ...(size ? [size] : [])])], dimensions: [by], sort: [{ by: worst, descending: true }] },
    ...(size ? { size } : {})
  };
};

/** Who gives records to whom, and the records that went to and fro. */
export const matrixPanel = (process: MatrixPanel['process'], own: Own = {}): MatrixPanel => ({
  kind: 'matrix',
  id: 'hand-overs',
  title: 'Reassignment: who hands over to whom',
  note: 'Hand-overs between teams while open, by their own date',
  span: 12,
  ...own,
  process,
  query: {
    measures: [`${process}.hand_overs`],
    dimensions: ['from_team', 'to_team'],
    sort: [{ by: `${process}.hand_overs`, descending: true }]
  }
});

const stages: LineagePanel['stages'] = [
  { label: 'Events', all: 'event.count', onward: 'event.to_incident', words: 'raised an incident' },
  { label: 'Incidents', all: 'incident.opened', onward: 'problem.linked_incidents', words: 'are linked to a problem' },
  { label: 'Problems', all: 'problem.opened', onward: 'problem.to_change', words: 'led to a change' },
  { label: 'Changes', all: 'change.opened', onward: 'change.failed', words: 'failed or were backed out' }
];

/** Event → incident → problem → change: what led on, and what did not. */
export const lineagePanel = (own: Own = {}): LineagePanel => ({
  kind: 'lineage',
  id: 'lineage',
  title: 'From event to change',
  note: 'Each stage by the date of opening; what led on and what did not add up to all',
  span: 6,
  ...own,
  stages,
  query: { measures: stages.flatMap(({ all, onward }) => [all, onward]) }
});
