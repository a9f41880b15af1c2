import { identifier } from '../../connection.ts';
import { catalogue } from '../../metrics/catalogue.ts';
import { Binder } from '../binder.ts';
import type { BuildFacts } from '../build.ts';
import { normalise } from '../normalise.ts';
import type { Patience } from '../patience.ts';
import type { Filter, Period } from '../query.ts';
import { filterSql } from '../filter.ts';
import type { Reader } from '../reader.ts';
import type { Connection, Row, Value } from '../../connection.ts';

/** Which clocks an analysis is about. */
export interface ClockScope {
  period: Period;
  /** Over dimensions that clocks have. */
  filters?: readonly Filter[];
}

/** The scope as SQL over columns of `fact.clock`, values bound. */
export interface ScopeSql {
  binder: Binder;
  /** Local dates of the period; `to` is exclusive. */
  from: string;
  to: string;
  /** A date column lies in the period. */
  within(date: string): string;
  /** The filters, or TRUE. */
  chosen: string;
  /** Whether this build's `fact.clock` has a column. */
  has(column: string): boolean;
}

/** @throws QueryError when a filter names no dimension of clocks, or the period is none */
export function scopeSql({ period, filters = [] }: ClockScope, build: BuildFacts): ScopeSql {
  const checked = normalise({ measures: ['service_level.completed'], period, filters }, catalogue, build);
  const binder = new Binder();
  const chosen = checked.filters.map((entry) => filterSql(entry, identifier(entry.dimension.columns.clock!), binder));
  const { from, to } = checked.period;
  return {
    binder,
    from,
    to,
    within: (date) => `${identifier(date)} >= ${binder.date(from)} AND ${identifier(date)} < ${binder.date(to)}`,
    chosen: chosen.length > 0 ? chosen.map((condition) => `(${condition})`).join(' AND ') : 'TRUE',
    has: (column) => Boolean(build.columns.get('fact.clock')?.has(column))
  };
}

/** A statement with its bound values. */
export interface Statement {
  sql: string;
  values: Value[];
}

/**
 * Runs a statement that is written for the build it is answered from; answers are kept by build and text.
 * @throws QueryError, BusyError, TimeoutError, or the signal's reason
 */
export async function askRows<R = Row>(reader: Reader, make: (build: BuildFacts) => Statement, patience?: Patience): Promise<R[]> {
  return keptBy(reader, make, (connection, { sql, values }) => connection.all<R>(sql, values), patience);
}

async function keptBy<T extends readonly unknown[]>(
  reader: Reader,
  make: (build: BuildFacts) => Statement,
  work: (connection: Connection, statement: Statement) => Promise<T>,
  patience?: Patience
): Promise<T> {
  const keyOf = (build: BuildFacts, { sql, values }: Statement): string => `${build.buildId} analysis ${sql} ${JSON.stringify(values)}`;
  const known = reader.cache.get<T>(keyOf(reader.build, make(reader.build)));
  if (known) return known;
  return reader.use(async (connection, build) => {
    const statement = make(build);
    const rows = await work(connection, statement);
    reader.cache.set(keyOf(build, statement), rows, rows.length * 200 + 1000);
    return rows;
  }, patience);
}
