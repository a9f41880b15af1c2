import { catalogue } from '../metrics/catalogue.ts';
import type { Measure } from '../metrics/measure.ts';
import { additivity } from '../metrics/measure.ts';
import { sources } from '../metrics/source.ts';
import { buildWords, type BuildWords } from './answer.ts';
import { compile } from './compile.ts';
import { toParams } from './params.ts';
import type { ResolvedPeriod } from './period.ts';
import type { Query } from './query.ts';
import type { Reader } from './reader.ts';

/** What stands behind a figure: enough to defend it and to compute it again. */
export interface Receipt {
  definitions: Definition[];
  query: Query;
  /** The query as parameters of the API and of the dashboard. */
  params: string;
  sql: string;
  /** Values of `$1`, `$2`, … in the SQL. */
  values: unknown[];
  filters: string[];
  period: ResolvedPeriod;
  unavailable: Readonly<Record<string, string>>;
  build: BuildWords;
}

/** A measure in words, for dictionaries, receipts and glossaries. */
export interface Definition extends Omit<Measure, 'aggregate'> {
  /** `additive`, `semi-additive` (a level), `ratio`, `percentile` or `derived`. */
  additivity: ReturnType<typeof additivity>;
  /** Tables it is counted from. */
  tables: string[];
  /** Column that puts a record into a period; absent for derived measures. */
  date?: string;
}

/** One measure in words; undefined when there is none of that name. */
export function definitionOf(name: string): Definition | undefined {
  const measure = catalogue.measures.get(name);
  if (!measure) return undefined;
  const { aggregate, ...words } = measure;
  if (aggregate.kind !== 'derived') {
    return { ...words, additivity: additivity(measure), tables: [sources[aggregate.source].table], date: aggregate.date };
  }
  const tables = aggregate.from.flatMap((part) => definitionOf(part)?.tables ?? []);
  return { ...words, additivity: additivity(measure), tables: [...new Set(tables)] };
}

/** The receipt of a question over what is open now. @throws QueryError when it cannot be asked */
export function receipt(reader: Reader, query: Query): Receipt {
  const { sql, values, period, unavailable } = compile(query, catalogue, reader.build);
  const params = toParams(query);
  return {
    definitions: query.measures.map((name) => definitionOf(name)!),
    query,
    params: params.toString(),
    sql,
    values,
    filters: params.getAll('filter'),
    period,
    unavailable,
    build: buildWords(reader.build)
  };
}
