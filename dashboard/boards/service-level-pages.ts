import type { Filter } from '#warehouse/query/query.ts';
import type { Board } from './board.ts';
import type { Scope } from './scope.ts';

/** A page of the service-level section, in the order of its navigation. */
export interface SectionPage {
  path: string;
  label: string;
}

export const serviceLevelPages: readonly SectionPage[] = [
  { path: '/service-levels', label: 'Overview' },
  { path: '/service-levels/agreements', label: 'By agreement' },
  { path: '/service-levels/customers', label: 'By customer' },
  { path: '/suppliers', label: 'By supplier' },
  { path: '/service-levels/policy', label: 'Policy band' },
  { path: '/service-levels/time', label: 'Time' },
  { path: '/service-levels/chain', label: 'Chain check' },
  { path: '/definitions', label: 'Definitions' },
  { path: '/service-levels/changes', label: 'Changes' },
  { path: '/service-levels/reconciliation', label: 'Reconciliation' }
];

/** What the filter bar of these pages offers: dimensions that every clock has. */
export const clockBoard: Pick<Board, 'filters' | 'period' | 'grain'> = {
  filters: ['agreement_type', 'agreement', 'target', 'metric', 'service', 'team', 'priority']
};

/** Filters that hold unless the reader chose among the same: `fields` are the choices that replace them. */
interface Default {
  filter: Filter;
  fields: readonly string[];
  words: string;
}

const promises: Default = {
  filter: { field: 'agreement_type', op: 'in', values: ['SLA'] },
  fields: ['agreement_type', 'agreement', 'target'],
  words: 'SLAs'
};
const lifeTimes: Default = {
  filter: { field: 'metric', op: 'in', values: ['resolution', 'fulfilment'] },
  fields: ['metric', 'target', 'agreement'],
  words: 'resolution and fulfilment'
};
export const defaults = {
  /** Promises to customers. */
  policy: [promises],
  /** One clock per record, so that no hour counts twice. */
  time: [promises, lifeTimes]
} as const;

/** The defaults that still hold under what was chosen, and how the page says so. */
export function standingDefaults({ chosen }: Pick<Scope, 'chosen'>, all: readonly Default[]): { filters: Filter[]; words: string } {
  const held = all.filter(({ fields }) => fields.every((field) => !chosen[field]?.length));
  return { filters: held.map(({ filter }) => filter), words: held.map(({ words }) => words).join(', ') };
}
