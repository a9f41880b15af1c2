import { readFilter, writeFilter } from '#warehouse/query/params.ts';
import type { Filter } from '#warehouse/query/query.ts';
import { readScope, writeScope, type Scope } from './scope.ts';

/** A measure as Explore offers it. */
export interface ExploreMeasure {
  name: string;
  process: string;
  label: string;
  meaning: string;
  unit: string;
  direction: 'up' | 'down' | 'none';
  /** Measured once, at the data instant, whatever the period. */
  isNow: boolean;
  /** Members add up to the total, so that each has a share of it. */
  adds: boolean;
  /** Measures whose records are behind it, for one computed from others. */
  parts?: readonly string[];
  /** The measure that counts what it is over; none of a count or a sum. */
  size?: string;
  /** Place in `slices`. */
  slice: number;
  /** Why this source cannot tell it. */
  reason?: string;
}

export interface ExploreDimension {
  name: string;
  label: string;
  meaning: string;
  type: 'text' | 'integer' | 'boolean' | 'date';
}

/** Everything that a question can be made of in this build. */
export interface ExploreFacts {
  measures: readonly ExploreMeasure[];
  dimensions: readonly ExploreDimension[];
  /** Dimensions that measures know: those with members, and those whose column is empty in this source. */
  slices: readonly { known: readonly string[]; blank: readonly string[] }[];
  /** Local date of the first record. */
  dataFrom: string;
  /** Local date of the data instant. */
  today: string;
  zone: string;
}

/** What an analyst chose. It lives in the URL; what is left at its default is not written. */
export interface ExploreState extends Pick<Scope, 'period' | 'grain' | 'compare'> {
  measures: readonly string[];
  /** The chosen measure that leaderboards and records are about. */
  focus: string;
  filters: readonly Filter[];
  /** Dimensions with a leaderboard. */
  by: readonly string[];
  /** A leaderboard that is shown at length. */
  more: string | undefined;
  /** Dimensions of the pivot; a column may be `period`. */
  rows: readonly string[];
  columns: readonly string[];
  /** Order of the rows of the pivot, `-name` descending: a measure, or `name`. */
  sort: string;
  /** Order of the records, `-opened_at`; none is their natural one. */
  order: string | undefined;
  /** Columns of the records; none is the usual ones. */
  show: readonly string[];
  page: number;
}

/** Most of each that a page shows; the query door has limits of its own. */
export const most = { measures: 8, by: 12, rows: 3, columns: 1, filters: 20, show: 60 } as const;

const usualMeasures = ['incident.opened', 'incident.resolved', 'incident.backlog', 'incident.reopened_share'];
/** Dimensions that say most, first. Others are offered after them. */
const usualDimensions = [
  'service',
  'team',
  'priority',
  'category',
  'agreement',
  'queue',
  'entitlement',
  'significance',
  'alert',
  'change_type'
];
const usualBoards = 4;

export const measureOf = (facts: ExploreFacts, name: string): ExploreMeasure | undefined => facts.measures.find((one) => one.name === name);
export const labelOf = (facts: ExploreFacts, dimension: string): string =>
  dimension === 'period' ? 'Period' : (facts.dimensions.find(({ name }) => name === dimension)?.label ?? dimension);

/** Dimensions with members that a measure can be sliced by, the most telling first. */
export function dimensionsOf(facts: ExploreFacts, measure: string): string[] {
  const known = facts.slices[measureOf(facts, measure)?.slice ?? -1]?.known ?? [];
  const place = (name: string): number => (usualDimensions.indexOf(name) + usualDimensions.length + 1) % (usualDimensions.length + 1);
  return known.toSorted((a, b) => place(a) - place(b));
}

/** Why a measure cannot be sliced by a dimension here, undefined when it can. */
export function whyNotBy(facts: ExploreFacts, measure: string, dimension: string): string | undefined {
  const entry = measureOf(facts, measure);
  const slice = facts.slices[entry?.slice ?? -1];
  if (!entry || slice?.known.includes(dimension)) return undefined;
  return slice?.blank.includes(dimension) ? 'empty in this source' : `“${entry.label}” does not know it`;
}

function usual(facts: ExploreFacts): Pick<ExploreState, 'measures'> {
  const there = facts.measures.filter(({ reason }) => !reason).map(({ name }) => name);
  const found = usualMeasures.filter((name) => there.includes(name));
  return { measures: found.length > 0 ? found : there.slice(0, 3) };
}

const scopeOfExplore = { filters: [] };

/**
 * Reads the address of the page.
 * @returns the state, and in words what of it cannot be shown (any more)
 */
export function readExplore(params: URLSearchParams, facts: ExploreFacts): { state: ExploreState; notes: string[] } {
  const notes: string[] = [];
  const dimensionNames = facts.dimensions.map(({ name }) => name);
  const listed = (param: string): string[] =>
    [...new Set(params.getAll(param).flatMap((text) => text.split(',')))].map((name) => name.trim()).filter(Boolean);
  const chosen = (param: string, what: string, known: readonly string[], limit: number): string[] => {
    const names = listed(param);
    const unknown = names.filter((name) => !known.includes(name));
    if (unknown.length > 0) notes.push(`There is no ${what} called ${unknown.map(cut).join(', ')}; shown without.`);
    const there = names.filter((name) => known.includes(name));
    if (there.length > limit) notes.push(`At most ${limit} of ${param} are shown; left out: ${there.slice(limit).join(', ')}.`);
    return there.slice(0, limit);
  };
  const measureNames = facts.measures.map(({ name }) => name);
  const asked = chosen('measures', 'measure', measureNames, most.measures);
  const measures = asked.length > 0 ? asked : usual(facts).measures;
  const focus = chosen('focus', 'measure', measureNames, 1)[0];
  const base = { measures, focus: focus !== undefined && measures.includes(focus) ? focus : (measures[0] ?? '') };
  const scope = readScope(params, scopeOfExplore);
  notes.push(...(scope.unread ?? []).map((text) => `Cannot read ${text}.`));
  const by = params.has('by') ? chosen('by', 'dimension', dimensionNames, most.by) : usualBy(facts, base.focus);
  const order = listed('order')[0];
  const sort = listed('sort')[0];
  const page = Number(params.get('page') ?? 1);
  const state: ExploreState = {
    ...base,
    period: scope.period,
    grain: scope.grain,
    compare: scope.compare,
    filters: readFilters(params, dimensionNames, notes),
    by,
    more: chosen('more', 'dimension', dimensionNames, 1)[0],
    rows: params.has('rows') ? chosen('rows', 'dimension', dimensionNames, most.rows) : by.slice(0, 1),
    columns: chosen('columns', 'dimension', [...dimensionNames, 'period'], most.columns),
    sort: sort ?? `-${base.focus}`,
    order,
    show: listed('show').slice(0, most.show),
    page: Number.isInteger(page) && page > 0 && page < 1e6 ? page : 1
  };
  return { state: { ...state, columns: state.columns.filter((name) => !state.rows.includes(name)) }, notes };
}

const usualBy = (facts: ExploreFacts, focus: string): string[] => dimensionsOf(facts, focus).slice(0, usualBoards);

function readFilters(params: URLSearchParams, known: readonly string[], notes: string[]): Filter[] {
  const read = params.getAll('filter').flatMap((text) => {
    try {
      const filter = readFilter(text);
      if (known.includes(filter.field)) return [filter];
      notes.push(`There is no dimension called ${cut(filter.field)}; shown without its filter.`);
    } catch (error) {
      notes.push(`${(error as Error).message}.`);
    }
    return [];
  });
  if (read.length > most.filters) notes.push(`At most ${most.filters} filters are taken; the others are left out.`);
  return read.slice(0, most.filters);
}

/** The shortest address of a state, `''` for the page as it begins. Commas and colons stay as they are, for people to read. */
export function writeExplore(state: ExploreState, facts: ExploreFacts): string {
  const params = new URLSearchParams();
  const same = (a: readonly string[], b: readonly string[]): boolean => a.join(',') === b.join(',');
  const list = (name: string, values: readonly string[], usually: readonly string[]): void => {
    if (!same(values, usually)) params.set(name, values.join(','));
  };
  list('measures', state.measures, usual(facts).measures);
  if (state.focus !== state.measures[0]) params.set('focus', state.focus);
  for (const [name, value] of writeScope({ ...state, chosen: {} }, scopeOfExplore)) params.append(name, value);
  for (const filter of state.filters) params.append('filter', writeFilter(filter));
  list('by', state.by, usualBy(facts, state.focus));
  if (state.more) params.set('more', state.more);
  list('rows', state.rows, state.by.slice(0, 1));
  list('columns', state.columns, []);
  if (state.sort !== `-${state.focus}`) params.set('sort', state.sort);
  if (state.order) params.set('order', state.order);
  list('show', state.show, []);
  if (state.page !== 1) params.set('page', String(state.page));
  const text = params.toString().replaceAll('%2C', ',').replaceAll('%3A', ':');
  return text ? `?${text}` : '';
}

/** Address of the page with something changed. Any change but that of the page of records goes back to the first page. */
export const exploreUrl = (state: ExploreState, change: Partial<ExploreState>, facts: ExploreFacts): string =>
  `/explore${writeExplore(changed(state, change, facts), facts)}`;

/** The same after the form of period, grain and comparison; its other fields are left alone. */
export function scopedUrl(
  entries: Iterable<[string, unknown]>,
  without: readonly string[],
  state: ExploreState,
  facts: ExploreFacts
): string {
  const params = new URLSearchParams();
  for (const [name, value] of entries)
    if (typeof value === 'string' && value !== '' && scopeFields.includes(name) && !without.includes(name)) params.append(name, value);
  const { period, grain, compare } = readScope(params, scopeOfExplore);
  return exploreUrl(state, { period, grain, compare }, facts);
}

/** Parameters of period, grain and comparison. */
export const scopeFields: readonly string[] = ['period', 'from', 'to', 'grain', 'compare'];

/** What was at its default follows what was changed: leaderboards and order those of another focus, the pivot the leaderboards. */
export function changed(state: ExploreState, change: Partial<ExploreState>, facts: ExploreFacts): ExploreState {
  const measures = change.measures ?? state.measures;
  const wanted = change.focus ?? state.focus;
  const focus = measures.includes(wanted) ? wanted : (measures[0] ?? '');
  const isUsual = state.by.join() === usualBy(facts, state.focus).join();
  const by = change.by ?? (isUsual ? usualBy(facts, focus) : state.by);
  const rows = change.rows ?? (state.rows.join() === state.by.slice(0, 1).join() ? by.slice(0, 1) : state.rows);
  const sort = change.sort ?? (state.sort === `-${state.focus}` || !isSortable(state.sort, measures) ? `-${focus}` : state.sort);
  const order = focus === state.focus ? state.order : undefined;
  const show = focus === state.focus ? state.show : [];
  return { ...state, page: 1, order, show, ...change, measures, focus, by, rows, sort };
}

const isSortable = (sort: string, measures: readonly string[]): boolean => ['name', ...measures].includes(sort.replace(/^-/, ''));

const cut = (text: string): string => (text.length > 60 ? `${text.slice(0, 60)}…` : text);
