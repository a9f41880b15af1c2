import { numberOf, type Row, type Table } from '#dashboard/charts/table.ts';
import type { Datum } from '#dashboard/charts/table.ts';
import type { ExploreState } from './explore.ts';

/** Rows by columns, every total as it was counted from records. */
export interface Pivot {
  measures: readonly string[];
  /** Members of the column dimension, in order; one of nothing where there is none. */
  columns: readonly Datum[];
  rows: readonly PivotRow[];
  /** By column; absent where it was not answered. */
  totals: readonly (Row | undefined)[];
  grand: Row | undefined;
  /** Further columns and rows that are not shown. */
  moreColumns: number;
  moreRows: number;
}

export interface PivotRow {
  /** Member of each row dimension. */
  members: Row;
  /** By column. */
  cells: readonly (Row | undefined)[];
  total: Row | undefined;
}

export interface PivotAnswers {
  cells: Table;
  rows: Table;
  columns: Table;
  all: Table;
}

const keyOf = (row: Row | undefined, names: readonly string[]): string => JSON.stringify(names.map((name) => row?.[name] ?? null));

/**
 * Lays four answers out as one table. Rows go by the order of the state, columns by time or by the first measure; those beyond the
 * limits are counted and still part of all totals.
 */
export function pivotOf(
  { cells, rows, columns, all }: PivotAnswers,
  { rows: down, columns: across, sort }: Pick<ExploreState, 'rows' | 'columns' | 'sort'>,
  limits: { rows: number; columns: number }
): Pivot {
  const measures = all.columns.filter(({ kind }) => kind === 'measure').map(({ name }) => name);
  const ordered = sortPivot(rows.rows, down, sort);
  const members = across.length > 0 ? columnOrder(columns.rows, across[0]!, measures[0]) : [{}];
  const shownColumns = members.slice(0, limits.columns);
  const byKey = new Map(cells.rows.map((row) => [keyOf(row, [...down, ...across]), row]));
  return {
    measures,
    columns: shownColumns.map((row) => (across[0] ? (row[across[0]] ?? null) : null)),
    rows: ordered.slice(0, limits.rows).map((total) => ({
      members: Object.fromEntries(down.map((name) => [name, total[name] ?? null])),
      cells: shownColumns.map((column) => byKey.get(keyOf({ ...total, ...pick(column, across) }, [...down, ...across]))),
      total
    })),
    totals: across.length > 0 ? shownColumns : [all.rows[0]],
    grand: all.rows[0],
    moreColumns: members.length - shownColumns.length,
    moreRows: Math.max(0, ordered.length - limits.rows)
  };
}

const pick = (row: Row, names: readonly string[]): Row => Object.fromEntries(names.map((name) => [name, row[name] ?? null]));

function sortPivot(rows: readonly Row[], down: readonly string[], sort: string): Row[] {
  const by = sort.replace(/^-/, '');
  const sign = sort.startsWith('-') ? -1 : 1;
  const byName = (a: Row, b: Row): number =>
    down.reduce((order, name) => order || Number(a[name] === null) - Number(b[name] === null) || compareText(a[name], b[name]), 0);
  if (by === 'name') return rows.toSorted((a, b) => sign * byName(a, b));
  return rows.toSorted((a, b) => {
    const [left, right] = [numberOf(a[by]), numberOf(b[by])];
    if (left === null || right === null) return Number(left === null) - Number(right === null) || byName(a, b);
    return sign * (left - right) || byName(a, b);
  });
}

const compareText = (a: Datum | undefined, b: Datum | undefined): number =>
  typeof a === 'number' && typeof b === 'number' ? a - b : String(a).localeCompare(String(b), 'en', { numeric: true });

/** Time and codes keep the order of the answer; other members go by size, the largest first. */
function columnOrder(rows: readonly Row[], name: string, measure: string | undefined): Row[] {
  const isOrdered = name === 'period' || rows.every((row) => typeof row[name] !== 'string');
  if (isOrdered || rows.length <= 8 || !measure) return [...rows];
  return rows.toSorted((a, b) => (numberOf(b[measure]) ?? 0) - (numberOf(a[measure]) ?? 0));
}

/**
 * The pivot as rows of a file, in the order and with the columns that it is laid out in: a column for each member and KPI, then the totals
 * of the row; the totals of the columns last. Figures are exact, times in seconds, each followed by how many records it is over where it
 * is over some; members are told as the answer has them.
 */
export function pivotRows(
  pivot: Pivot,
  { rows: down, columns: [across] }: Pick<ExploreState, 'rows' | 'columns'>,
  facts: { measures: readonly { name: string; label: string; unit: string; size?: string }[] },
  measures: readonly string[] = pivot.measures
): { columns: { name: string; label: string; unit: string }[]; rows: Row[] } {
  const said = (member: Datum): string => (member === null ? '(none)' : String(member));
  const labels = measures.map((measure) => facts.measures.find(({ name }) => name === measure)?.label);
  /** The columns of a measure: itself, and how many its figure is over. */
  const labelled = (measure: string, member?: Datum) => {
    const entry = facts.measures.find(({ name }) => name === measure);
    const label = labels.filter((one) => one === entry?.label).length === 1 ? entry!.label : measure;
    const unit = entry?.unit ?? 'number';
    const told = member === undefined ? label : `${label}, ${said(member)}`;
    const own = { measure, name: unit === 'seconds' || unit === 'worked' ? `${told} (seconds)` : told, label: told, unit };
    return entry?.size ? [own, { measure: entry.size, name: `${told}, n`, label: `${told}, n`, unit: 'count' }] : [own];
  };
  const spread = across
    ? pivot.columns.flatMap((member, at) => measures.flatMap((measure) => labelled(measure, member).map((column) => ({ at, column }))))
    : [];
  const totals = measures.flatMap((measure) => labelled(measure));
  const line = (members: Row, cells: Pivot['totals'], total: Row | undefined): Row => ({
    ...members,
    ...Object.fromEntries(spread.map(({ at, column }) => [column.name, cells[at]?.[column.measure] ?? null])),
    ...Object.fromEntries(totals.map((column) => [column.name, total?.[column.measure] ?? null]))
  });
  return {
    columns: [
      ...down.map((name) => ({ name, label: name, unit: 'text' })),
      ...[...spread.map(({ column }) => column), ...totals].map(({ name, label, unit }) => ({ name, label, unit }))
    ],
    rows: [
      ...pivot.rows.map(({ members, cells, total }) => line(members, cells, total)),
      ...(down.length > 0 && pivot.rows.length > 1 ? [line({ [down[0]!]: 'All' }, pivot.totals, pivot.grand)] : [])
    ]
  };
}
