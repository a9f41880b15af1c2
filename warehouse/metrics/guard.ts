import type { Dimension } from './dimension.ts';
import { processes, units, type Aggregate, type Measure, type RowAggregate } from './measure.ts';
import { sources } from './source.ts';

type Refusal = string | undefined;
type Rule = (measure: Measure, all: ReadonlyMap<string, Measure>) => Refusal;
type Derived = Extract<Aggregate, { kind: 'derived' }>;

const isBlank = (text: string | undefined): boolean => !/\S/.test(text ?? '');
const isSpread = ({ kind }: Aggregate): boolean => kind === 'mean' || kind === 'median' || kind === 'p90';
const isLevel = ({ kind }: Aggregate): boolean => kind === 'stock';
const isWhole = ({ kind }: Aggregate): boolean => kind === 'count' || kind === 'sum' || kind === 'stock';

/** Every entry says all about itself. */
const words: Rule = ({ name, process, label, meaning, formula, nullRule, unit, version }) => {
  if (!processes.includes(process)) return `belongs to ${process}, which is no process`;
  if (!new RegExp(`^${process}\\.[a-z][a-z0-9_]*$`).test(name)) return `is not called ${process}.…, in small letters, digits and _`;
  if (isBlank(label)) return 'has no label';
  if (!/\S\.$/.test(meaning)) return 'has no meaning that is a sentence';
  if (isBlank(formula)) return 'has no formula';
  if (isBlank(nullRule)) return 'has no null rule';
  if (!units.includes(unit)) return `is in ${unit}, which is no unit`;
  return Number.isInteger(version) && version >= 1 ? undefined : `has the version ${version}; versions are 1, 2, 3, …`;
};

/** A duration names its clock, and nothing else has one. */
const clock: Rule = (measure) => {
  if (measure.unit === 'seconds' && measure.clock === 'none') return 'is a duration that names no clock';
  return measure.unit !== 'seconds' && measure.clock !== 'none' ? `is in ${measure.unit} and names a clock` : undefined;
};

const unitsOfKind: Partial<Record<Aggregate['kind'], readonly Measure['unit'][]>> = {
  count: ['count'],
  distinct: ['count'],
  stock: ['count'],
  sum: ['count', 'seconds'],
  ratio: ['share'],
  quotient: ['share', 'number', 'seconds'],
  mean: ['seconds', 'number', 'score'],
  median: ['seconds', 'number', 'score'],
  p90: ['seconds', 'number', 'score']
};

const kinds: Rule = ({ aggregate, unit, denominator }) => {
  const possible = unitsOfKind[aggregate.kind];
  if (possible && !possible.includes(unit)) {
    return isSpread(aggregate) && unit === 'share'
      ? 'is an average of shares; add up what is above and what is below, and divide once'
      : `is a ${aggregate.kind} in ${unit}; that is ${possible.join(' or ')}`;
  }
  const isOver = aggregate.kind === 'ratio' || aggregate.kind === 'quotient' || isSpread(aggregate) || unit === 'share';
  if (isOver && isBlank(denominator)) return 'is a share or average without a denominator';
  if (aggregate.kind === 'ratio' && isBlank(aggregate.numerator)) return 'is a share without a numerator';
  if (aggregate.kind === 'ratio' && aggregate.numerator === aggregate.where) return 'is a share of itself: above stands what stands below';
  if (aggregate.kind === 'quotient' && isBlank(aggregate.over)) return 'divides by nothing';
  return aggregate.kind === 'quotient' && aggregate.value === aggregate.over ? 'divides a sum by itself' : undefined;
};

/** Rows that are sums already may be added up, never counted or averaged; a level is never added up over time. */
const rows: Rule = ({ aggregate }) => {
  if (aggregate.kind === 'derived') return undefined;
  const source = sources[aggregate.source];
  if (!source) return `reads ${aggregate.source}, which is no source`;
  if (source.rows === 'levels' && !isLevel(aggregate))
    return `adds up a level over time: rows of ${source.table} are levels, each of one day`;
  if (source.rows !== 'levels' && isLevel(aggregate)) return `takes the last day of ${source.table}, whose rows are no levels`;
  if (isLevel(aggregate) && aggregate.date === 'as_of') return 'is a level at the data instant; that is a count';
  if (source.rows === 'sums' && !['sum', 'quotient'].includes(aggregate.kind))
    return `is a ${aggregate.kind} of rows of ${source.table}, which are sums already: an average of averages`;
  return undefined;
};

const needs: Rule = ({ aggregate, needs: columns }) => {
  if (aggregate.kind === 'derived') return columns.length > 0 ? 'is derived: its parts say what they need' : undefined;
  if (columns.length === 0) return 'names no column that it needs';
  return new Set(columns).size === columns.length ? undefined : 'names a needed column twice';
};

const sameRows = (one: RowAggregate, other: RowAggregate): boolean =>
  one.source === other.source &&
  one.date === other.date &&
  one.where === other.where &&
  'value' in one &&
  'value' in other &&
  one.value === other.value;

/** A mean says little alone. */
const company: Rule = ({ aggregate }, all) => {
  if (aggregate.kind !== 'mean') return undefined;
  const missing = (['median', 'p90'] as const).find(
    (kind) => ![...all.values()].some(({ aggregate: other }) => other.kind === kind && sameRows(aggregate, other))
  );
  return missing && `is a mean without its ${missing}`;
};

const derived: Rule = (measure, all) => {
  const { aggregate } = measure;
  if (aggregate.kind !== 'derived') return undefined;
  const unknown = aggregate.from.find((name) => !all.has(name));
  if (unknown !== undefined) return `builds on ${unknown}, which does not exist`;
  const [left, right] = aggregate.from.map((name) => all.get(name)!) as [Measure, Measure];
  if ([left, right].some((part) => part.aggregate.kind === 'derived')) return 'builds on a derived measure';
  const odd = [left, right].find(
    (part) => !isWhole(part.aggregate) && !(part.aggregate.kind === 'distinct' && aggregate.operation === 'quotient')
  );
  if (odd) {
    return odd.aggregate.kind === 'distinct'
      ? `adds up ${odd.name}, of which the same may be in both`
      : `builds on ${odd.name}, an average or a share; only counts and sums may be combined`;
  }
  return derivedTime(aggregate, left, right) ?? derivedUnit(measure, aggregate, left, right);
};

function derivedTime({ operation }: Derived, left: Measure, right: Measure): Refusal {
  if (operation === 'quotient') return undefined;
  if (isLevel(left.aggregate) !== isLevel(right.aggregate)) return `mixes a level and a flow (${left.name}, ${right.name})`;
  const atInstant = [left, right].map(({ aggregate }) => 'date' in aggregate && aggregate.date === 'as_of');
  return atInstant[0] !== atInstant[1] ? `mixes the data instant and a period (${left.name}, ${right.name})` : undefined;
}

function derivedUnit({ unit, clock: named }: Measure, { operation }: Derived, left: Measure, right: Measure): Refusal {
  if (left.unit === right.unit && left.clock !== right.clock) return `mixes ${left.clock} and ${right.clock} time`;
  if (operation !== 'quotient') {
    if (left.unit !== right.unit) return `mixes ${left.unit} and ${right.unit}`;
    return unit !== left.unit || named !== left.clock ? `adds up ${left.unit} and calls it ${unit}` : undefined;
  }
  if (left.unit === right.unit)
    return unit === 'number' || unit === 'share' ? undefined : `divides ${left.unit} by ${right.unit} and calls it ${unit}`;
  if (right.unit !== 'count') return `mixes ${left.unit} and ${right.unit}`;
  return unit === left.unit ? undefined : `divides ${left.unit} by a count and calls it ${unit}`;
}

/** What it is held against is there and in the same unit. */
const target: Rule = ({ target: name, unit }, all) => {
  if (name === undefined) return undefined;
  const goal = all.get(name);
  if (!goal) return `has the target ${name}, which does not exist`;
  return goal.unit === unit ? undefined : `is in ${unit}, its target ${name} in ${goal.unit}`;
};

const rules: readonly Rule[] = [words, kinds, clock, rows, needs, company, derived, target];

/** Columns that an answer has besides its dimensions. */
const reserved = ['period', 'total', 'other'];

/** One name, one label within a process, one way to count under one name. @throws naming both */
function refuseTwins(measures: readonly Measure[]): void {
  const seen = new Map<string, Measure>();
  const refuse = (key: string, measure: Measure, words: (other: Measure) => string): void => {
    const other = seen.get(key);
    if (other) throw new Error(words(other));
    seen.set(key, measure);
  };
  for (const measure of measures) refuse(`name ${measure.name}`, measure, () => `two measures are called ${measure.name}`);
  for (const measure of measures) {
    const { name, process, label, aggregate } = measure;
    const key = `label ${process} ${label.trim().toLowerCase()}`;
    refuse(key, measure, (other) => `measure ${name}: the label "${label}" already means ${other.name}`);
    const sorted = Object.entries(aggregate).sort(([one], [other]) => (one < other ? -1 : 1));
    refuse(`count ${JSON.stringify(sorted)}`, measure, (other) => `measure ${name}: counts the same as ${other.name} under another name`);
  }
}

/** Refuses entries that would lie later. @throws naming the entry and what is wrong with it */
export function guardMeasures(measures: readonly Measure[], all: ReadonlyMap<string, Measure>): void {
  refuseTwins(measures);
  for (const measure of measures) {
    for (const rule of rules) {
      const reason = rule(measure, all);
      if (reason !== undefined) throw new Error(`measure ${measure.name}: ${reason}`);
    }
  }
}

/** @throws when two dimensions share a name or a label, or one is known to no source or called as a column that answers have */
export function guardDimensions(dimensions: readonly Dimension[]): void {
  const taken = dimensions.find(({ name }) => reserved.includes(name));
  if (taken) throw new Error(`no dimension may be called ${taken.name}: answers have a column of that name`);
  for (const key of ['name', 'label'] as const) {
    const words = dimensions.map((dimension) => dimension[key].toLowerCase());
    const twice = words.find((word, index) => words.indexOf(word) !== index);
    if (twice !== undefined) throw new Error(`two dimensions share a ${key}: ${twice}`);
  }
  const empty = dimensions.find(({ columns }) => Object.keys(columns).length === 0);
  if (empty) throw new Error(`dimension ${empty.name}: no source has it`);
}
