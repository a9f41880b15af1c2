import fc from 'fast-check';
import { catalogue, measures, partsOf } from '#warehouse/metrics/catalogue.ts';
import type { Dimension } from '#warehouse/metrics/dimension.ts';
import type { Measure, SourceName } from '#warehouse/metrics/measure.ts';
import { relationOf, sources } from '#warehouse/metrics/source.ts';
import type { Connection } from '#warehouse/connection.ts';
import { dimensionsOf } from '#warehouse/query/normalise.ts';
import {
  boundOps,
  grains,
  listOps,
  nullOps,
  periodComparisons,
  periodUnits,
  rangeOps,
  textOps,
  toDateUnits,
  type Filter,
  type Period,
  type Query
} from '#warehouse/query/query.ts';
import type { Reader } from '#warehouse/query/reader.ts';

export type Member = string | number | boolean;
/** `source column` → values that occur. */
export type Members = ReadonlyMap<string, readonly Member[]>;

/** Values that occur in each column that some dimension names. */
export async function membersOf(reader: Reader, connection: Connection): Promise<Members> {
  const members = new Map<string, Member[]>();
  for (const dimension of catalogue.dimensions.values()) {
    for (const [name, column] of Object.entries(dimension.columns)) {
      const source = name as SourceName;
      if (!reader.build.columns.has(sources[source].table)) continue;
      const relation = relationOf(source, [column]);
      try {
        const rows = await connection.all(
          `SELECT DISTINCT "${column}" AS m FROM ${relation} WHERE "${column}" IS NOT NULL ORDER BY 1 LIMIT 60`
        );
        members.set(
          `${name} ${column}`,
          rows.map(({ m }) => (m instanceof Date ? m.toISOString().slice(0, 10) : typeof m === 'bigint' ? Number(m) : (m as Member)))
        );
      } catch {
        members.set(`${name} ${column}`, []);
      }
    }
  }
  return members;
}

/** A measure and the numbers from which a question for it is drawn; the same numbers draw the same question. */
export interface DrawnQuestion {
  measure: Measure;
  numbers: readonly number[];
}

const numbersOf = fc.array(fc.nat({ max: 1_000_000 }), { minLength: 40, maxLength: 40 });

/** Every measure in turn, each as often as the others. */
export const drawn = (count: number, seed: number): DrawnQuestion[] =>
  fc.sample(numbersOf, { numRuns: count, seed }).map((numbers, run) => ({ numbers, measure: measures[run % measures.length]! }));

/** Draws in turn from a list of numbers. */
export class Draws {
  private at = 0;
  private readonly numbers: readonly number[];
  constructor(numbers: readonly number[]) {
    this.numbers = numbers;
  }
  next(below: number): number {
    return this.numbers[this.at++ % this.numbers.length]! % below;
  }
  pick<T>(from: readonly T[]): T {
    return from[this.next(from.length)]!;
  }
  chance(percent: number): boolean {
    return this.next(100) < percent;
  }
}

/** One measure of the catalogue, asked in a random way that it can be asked in. */
export function questionOf(measure: Measure, draws: Draws, reader: Reader, members: Members): Query {
  const known = dimensionsOf(measure, catalogue, reader.build);
  const parts = partsOf(measure);
  const isDated = parts.every(({ aggregate }) => aggregate.date !== 'as_of');
  const hasHours = parts.every(({ aggregate }) => sources[aggregate.source].hours[aggregate.date]);
  const possible = grains.filter((grain) => grain !== 'hour' || hasHours);
  const grain = isDated && draws.chance(60) ? draws.pick(possible) : undefined;
  const dimensions = known.length === 0 ? [] : Array.from({ length: draws.next(3) }, () => draws.pick(known).name);
  const filters =
    known.length === 0 ? [] : Array.from({ length: draws.next(3) }, () => filterOf(draws.pick(known), measure, draws, members));
  const isJudged = measure.target !== undefined && draws.chance(60);
  const compare = !isDated || !draws.chance(40) ? undefined : isJudged ? 'target' : draws.pick(periodComparisons);
  const period = grain === 'hour' ? { last: 1 + draws.next(15), unit: 'day' as const } : periodOf(draws, reader, grain === 'day');
  const kept = filters.filter((filter) => filter !== undefined);
  const sliced = [...new Set(dimensions)];
  const keys = [...(grain ? ['period'] : []), ...sliced];
  const isLed = sliced.length > 0 && draws.chance(30);
  const isSummed = keys.length > 0 && draws.chance(25);
  return {
    measures: [measure.name],
    ...(sliced.length ? { dimensions: sliced } : {}),
    ...(grain ? { grain } : {}),
    period,
    ...(kept.length ? { filters: kept } : {}),
    ...(compare ? { compare } : {}),
    ...(isLed
      ? { top: { dimension: draws.pick(sliced), count: 1 + draws.next(4), ...(draws.chance(20) ? { ascending: true } : {}) } }
      : {}),
    ...(isSummed ? { totals: [keys.filter(() => draws.chance(40))].filter((some) => some.length < keys.length) } : {}),
    ...(draws.chance(20) ? { zone: draws.pick(zones) } : {})
  };
}

/** Far in the west, far in the east, half an hour off, and on the way to another day at noon. */
const zones = ['America/Los_Angeles', 'Asia/Tokyo', 'Asia/Kolkata', 'Pacific/Kiritimati'];

function periodOf(draws: Draws, reader: Reader, isFine: boolean): Period {
  const first = Temporal.PlainDate.from(reader.build.dataFrom);
  const last = Temporal.PlainDate.from(reader.build.asOf.toISOString().slice(0, 10));
  const days = Math.max(2, first.until(last).days);
  switch (draws.next(isFine ? 2 : 5)) {
    case 0: {
      const from = first.add({ days: draws.next(days) });
      return { from: from.toString(), to: from.add({ days: 1 + draws.next(isFine ? 60 : 300) }).toString() };
    }
    case 1:
      return { last: 1 + draws.next(isFine ? 60 : 400), unit: 'day', ...(draws.chance(50) ? { complete: true } : {}) };
    case 2:
      return { last: 1 + draws.next(8), unit: draws.pick(periodUnits), ...(draws.chance(50) ? { complete: true } : {}) };
    case 3:
      return { toDate: draws.pick(toDateUnits) };
    default:
      return { all: true };
  }
}

function filterOf(dimension: Dimension, measure: Measure, draws: Draws, members: Members): Filter | undefined {
  const { source } = partsOf(measure)[0]!.aggregate;
  const values = members.get(`${source} ${dimension.columns[source]!}`) ?? [];
  const field = dimension.name;
  const isText = dimension.type === 'text';
  const isOrdered = dimension.type === 'integer' || dimension.type === 'date';
  const ops = [...listOps, ...nullOps, ...(isText ? textOps : []), ...(isOrdered ? [...rangeOps, ...boundOps] : [])];
  const op = draws.pick(ops);
  if (op === 'null' || op === 'not_null') return { field, op };
  if (values.length === 0) return undefined;
  const value = (): Member => draws.pick(values);
  if (op === 'in' || op === 'not_in') return { field, op, values: [...new Set(Array.from({ length: 1 + draws.next(4) }, value))] };
  if (textOps.some((known) => known === op)) {
    const whole = String(value());
    const from = op.endsWith('starts_with') ? 0 : draws.next(whole.length || 1);
    return { field, op, values: [whole.slice(from, from + 1 + draws.next(6)) || whole] } as Filter;
  }
  const [low, high] = [value(), value()].sort((left, right) => (left < right ? -1 : left > right ? 1 : 0));
  if (op === 'between' || op === 'not_between') return { field, op, values: [low, high] } as Filter;
  return { field, op, values: [low] } as Filter;
}
