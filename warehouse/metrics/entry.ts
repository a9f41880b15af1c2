import type { Measure, Process, SourceName, Unit } from './measure.ts';

/** What an author of a measure writes by hand; the rest follows from the kind. */
export interface Words {
  label: string;
  meaning: string;
  direction?: Measure['direction'];
  formula?: string;
  denominator?: string;
  otherwise?: string;
  nullRule?: string;
  needs?: readonly string[];
  /** Measure that tells what agreements promise for the same rows. */
  target?: string;
  version?: number;
}

interface Rows extends Words {
  date: string;
  where?: string;
}

export interface Author {
  count(name: string, entry: Rows): Measure;
  sum(name: string, entry: Rows & { value: string; unit?: Unit; clock?: Measure['clock'] }): Measure;
  /** A level at the last day of each bucket: never summed over time. */
  level(name: string, entry: Rows & { value: string }): Measure;
  share(name: string, entry: Rows & { numerator: string; denominator: string }): Measure;
  /** How many different values a column has. */
  distinct(name: string, entry: Rows & { value: string }): Measure;
  /** Sum of one column over the sum of another, computed again at every level. */
  quotient(
    name: string,
    entry: Rows & { value: string; over: string; formula: string; denominator: string; unit?: Unit; clock?: Measure['clock'] }
  ): Measure;
  /** Mean, median and p90 of one figure that is no duration: the mean has the bare name. */
  spread(name: string, entry: Rows & { value: string; unit?: Unit }): Measure[];
  /** Median, p90 and mean of one duration: never one without the others. */
  duration(name: string, entry: Rows & { value: string; clock: 'business' | 'actual'; unit?: Unit }): Measure[];
  derived(name: string, entry: Words & { unit?: Unit; operation: 'sum' | 'difference' | 'quotient'; from: [string, string] }): Measure;
}

const dated = (date: string) => (date === 'as_of' ? 'at the data instant' : `dated by ${date}`);
const among = (where: string | undefined) => (where ? ` where ${where}` : '');

/** Writes entries of one process over one source. Formulas are told from the parts unless given. */
export function author(process: Process, source: SourceName): Author {
  const base = (name: string, entry: Words) => ({
    name: `${process}.${name}`,
    process,
    label: entry.label,
    meaning: entry.meaning,
    direction: entry.direction ?? ('none' as const),
    needs: entry.needs ?? [],
    ...(entry.otherwise ? { otherwise: entry.otherwise } : {}),
    ...(entry.target ? { target: entry.target } : {}),
    version: entry.version ?? 1
  });
  const scope = (entry: Rows) => ({ source, date: entry.date, ...(entry.where ? { where: entry.where } : {}) });
  type Spread = Rows & { value: string; clock?: Measure['clock']; unit: Unit };
  const spread = (name: string, kind: 'median' | 'p90' | 'mean', entry: Spread): Measure => ({
    ...base(name, entry),
    label: kind === 'p90' ? `${entry.label}, 90th percentile` : `${entry.label}, ${kind}`,
    unit: entry.unit,
    clock: entry.clock ?? 'none',
    denominator: entry.denominator ?? `rows with a value${among(entry.where)}`,
    formula: entry.formula ? `${kind} of ${entry.formula}` : `${kind} of ${entry.value}${among(entry.where)}, ${dated(entry.date)}`,
    nullRule: entry.nullRule ?? 'Records without the value are left out; none left is no value, not 0.',
    aggregate: { kind, value: entry.value, ...scope(entry) }
  });

  return {
    count: (name, entry) => ({
      ...base(name, entry),
      unit: 'count',
      clock: 'none',
      formula: entry.formula ?? `number of rows${among(entry.where)}, ${dated(entry.date)}`,
      nullRule: entry.nullRule ?? 'Records without the date are not counted; no record is 0.',
      aggregate: { kind: 'count', ...scope(entry) }
    }),
    sum: (name, entry) => ({
      ...base(name, entry),
      unit: entry.unit ?? 'count',
      clock: entry.clock ?? 'none',
      formula: entry.formula ?? `sum of ${entry.value}${among(entry.where)}, ${dated(entry.date)}`,
      nullRule: entry.nullRule ?? 'Rows without the value add nothing; no row is 0.',
      aggregate: { kind: 'sum', value: entry.value, ...scope(entry) }
    }),
    level: (name, entry) => ({
      ...base(name, entry),
      unit: 'count',
      clock: 'none',
      formula: entry.formula ?? `sum of ${entry.value} at the last day of each period, counted from history`,
      nullRule: entry.nullRule ?? 'Not summed over time; nothing open is 0.',
      aggregate: { kind: 'stock', value: entry.value, ...scope(entry) }
    }),
    share: (name, entry) => ({
      ...base(name, entry),
      unit: 'share',
      clock: 'none',
      denominator: entry.denominator,
      formula: entry.formula ?? `rows with ${entry.numerator} / rows${among(entry.where)}, ${dated(entry.date)}`,
      nullRule: entry.nullRule ?? 'Records for which it is unknown leave numerator and denominator; an empty denominator is no value.',
      aggregate: { kind: 'ratio', numerator: entry.numerator, ...scope(entry) }
    }),
    distinct: (name, entry) => ({
      ...base(name, entry),
      unit: 'count',
      clock: 'none',
      formula: entry.formula ?? `different values of ${entry.value}${among(entry.where)}, ${dated(entry.date)}`,
      nullRule: entry.nullRule ?? 'Records without the value add nothing; none is 0.',
      aggregate: { kind: 'distinct', value: entry.value, ...scope(entry) }
    }),
    quotient: (name, entry) => ({
      ...base(name, entry),
      unit: entry.unit ?? 'number',
      clock: entry.clock ?? 'none',
      denominator: entry.denominator,
      formula: entry.formula,
      nullRule: entry.nullRule ?? 'Rows that lack either side are left out; a sum of 0 below is no value.',
      aggregate: { kind: 'quotient', value: entry.value, over: entry.over, ...scope(entry) }
    }),
    spread: (name, entry) =>
      (['mean', 'median', 'p90'] as const).map((kind) =>
        spread(kind === 'mean' ? name : `${name}_${kind}`, kind, { ...entry, unit: entry.unit ?? 'number' })
      ),
    duration: (name, entry) =>
      (['median', 'p90', 'mean'] as const).map((kind) => spread(`${name}_${kind}`, kind, { ...entry, unit: entry.unit ?? 'seconds' })),
    derived: (name, entry) => ({
      ...base(name, entry),
      unit: entry.unit ?? 'count',
      clock: 'none',
      formula: entry.formula ?? entry.from.join({ sum: ' + ', difference: ' − ', quotient: ' / ' }[entry.operation]),
      nullRule: entry.nullRule ?? 'No value when a part has none or is divided by 0.',
      aggregate: { kind: 'derived', operation: entry.operation, from: entry.from }
    })
  };
}
