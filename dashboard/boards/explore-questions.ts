import type { Filter, Query } from '#warehouse/query/query.ts';
import { withoutOwn } from './explore-filters.ts';
import { measureOf, whyNotBy, type ExploreFacts, type ExploreState } from './explore.ts';

/** Members of a leaderboard before “more”, and at length. */
export const leaders = { few: 8, many: 200 } as const;
/** Cells of a pivot that are fetched; a larger one is an export. */
export const mostCells = 20_000;

const base = (state: ExploreState, filters: readonly Filter[] = state.filters): Pick<Query, 'period' | 'filters'> => ({
  period: state.period,
  ...(filters.length > 0 ? { filters } : {})
});

/** The change is told against what was chosen, else the period before. Nothing lies before everything. */
const compared = (state: ExploreState): Pick<Query, 'compare'> =>
  'all' in state.period ? {} : { compare: state.compare ?? 'previous_period' };

/** The figure of a measure with what it is compared with. */
export const totalQuestion = (state: ExploreState, measure: string, filters?: readonly Filter[]): Query => ({
  measures: [measure],
  ...base(state, filters),
  ...compared(state)
});

/** A measure over time, with the count of what it is over; the comparison line only where it was chosen. */
export const trendQuestion = (state: ExploreState, measure: string, facts: ExploreFacts): Query => ({
  measures: sized(facts, [measure]),
  grain: state.grain,
  ...base(state),
  ...(state.compare ? { compare: state.compare } : {})
});

/** Measures, and after them the counts of what they are over. */
const sized = (facts: ExploreFacts, asked: readonly string[]): string[] => [
  ...asked,
  ...asked.flatMap((name) => measureOf(facts, name)?.size ?? [])
];

/** Leading members of a dimension; one more than is shown tells that there are others. */
export const leadersQuestion = (state: ExploreState, dimension: string, facts: ExploreFacts): Query => ({
  measures: sized(facts, [state.focus]),
  dimensions: [dimension],
  ...base(state, withoutOwn(state.filters, dimension)),
  ...compared(state),
  sort: [{ by: state.focus, descending: true }],
  limit: (state.more === dimension ? leaders.many : leaders.few) + 1
});

/** Measures that know all dimensions and filters of the pivot, and why others are left out. */
export function pivotMeasures(state: ExploreState, facts: ExploreFacts): { measures: string[]; leftOut: string[] } {
  const dated = state.columns.includes('period');
  const needed = [...state.rows, ...state.columns.filter((name) => name !== 'period'), ...state.filters.map(({ field }) => field)];
  const judged = state.measures.map((name) => {
    const entry = measureOf(facts, name);
    const by = needed.find((dimension) => whyNotBy(facts, name, dimension) !== undefined);
    const reason =
      entry?.reason ??
      (by && `${by}: ${whyNotBy(facts, name, by)}`) ??
      (dated && entry?.isNow ? 'measured once, at the data instant' : undefined);
    return { name, said: reason && `${entry?.label ?? name} (${reason})` };
  });
  return { measures: judged.filter(({ said }) => !said).map(({ name }) => name), leftOut: judged.flatMap(({ said }) => said || []) };
}

/** The pivot as four questions, each counted from records: its cells, its totals of rows and of columns, and the grand total. */
export function pivotQuestions(state: ExploreState, facts: ExploreFacts): Record<'cells' | 'rows' | 'columns' | 'all', Query> | undefined {
  const { measures } = pivotMeasures(state, facts);
  if (measures.length === 0 || state.rows.length === 0) return undefined;
  const across = state.columns.filter((name) => name !== 'period');
  const dated = state.columns.includes('period') ? { grain: state.grain } : {};
  const own = { measures: sized(facts, measures), ...base(state) };
  return {
    cells: { ...own, dimensions: [...state.rows, ...across], ...dated, limit: mostCells },
    rows: { ...own, dimensions: state.rows, limit: mostCells },
    columns: { ...own, ...(across.length > 0 ? { dimensions: across } : {}), ...dated, limit: mostCells },
    all: own
  };
}

/** All cells for a download, in the order of the page as far as cells can tell it: by name, or by the KPI where a row is one cell. */
export function pivotDownload(state: ExploreState, facts: ExploreFacts): Query | undefined {
  const questions = pivotQuestions(state, facts);
  if (!questions) return undefined;
  const { measures } = pivotMeasures(state, facts);
  const [by, descending] = [state.sort.replace(/^-/, ''), state.sort.startsWith('-')];
  const sort = by === 'name' ? state.rows.map((name) => ({ by: name, descending })) : [{ by, descending }];
  const isOrdered = by === 'name' || (state.columns.length === 0 && measures.includes(by));
  return { ...questions.cells, measures, limit: undefined, ...(isOrdered ? { sort } : {}) };
}

/** Everything that the page asks besides its charts and records, by the place where the answer is shown. */
export function questionsOf(state: ExploreState, facts: ExploreFacts): Record<string, Query> {
  const isThere = (name: string): boolean => !measureOf(facts, name)?.reason;
  const totals = state.measures
    .filter(isThere)
    .map((name) => [`total ${name}`, { ...totalQuestion(state, name), measures: sized(facts, [name]) }] as const);
  const shown = isThere(state.focus) ? boardsOf(state, facts) : [];
  const boards = shown.map((name) => [`by ${name}`, leadersQuestion(state, name, facts)] as const);
  const sums = shown
    .filter((name) => withoutOwn(state.filters, name).length < state.filters.length)
    .map((name) => [`sum ${name}`, totalQuestion(state, state.focus, withoutOwn(state.filters, name))] as const);
  const pivot = Object.entries(pivotQuestions(state, facts) ?? {}).map(([part, query]) => [`pivot ${part}`, query] as const);
  return Object.fromEntries([...totals, ...boards, ...sums, ...pivot]);
}

/** Leaderboards that are shown: a measure is never asked by what it does not know. */
export const boardsOf = (state: ExploreState, facts: ExploreFacts): string[] =>
  [...state.by, ...(state.more && !state.by.includes(state.more) ? [state.more] : [])].filter(
    (name) => whyNotBy(facts, state.focus, name) === undefined
  );

/** The question whose records are listed at the end. @param part of a measure that is computed from others */
export const recordsQuestion = (state: ExploreState, part: string): Query => ({ measures: [part], ...base(state) });
