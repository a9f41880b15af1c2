import { describe, expect, test } from 'vitest';
import { catalogue, catalogueOf, measures } from '#warehouse/metrics/catalogue.ts';
import { dimensions, type Dimension } from '#warehouse/metrics/dimension.ts';
import { additivity, type Aggregate, type Measure } from '#warehouse/metrics/measure.ts';

const entry = (name: string): Measure => catalogue.measures.get(name)!;

describe('catalogue', () => {
  test('levels do not add over time, shares are recomputed, percentiles are no means', () => {
    expect(additivity(entry('incident.backlog'))).toBe('semi-additive');
    expect(additivity(entry('service_level.attainment'))).toBe('ratio');
    expect(additivity(entry('incident.resolve_seconds_p90'))).toBe('percentile');
    expect(additivity(entry('incident.opened'))).toBe('additive');
    expect(additivity(entry('request.callers'))).toBe('distinct');
    expect(additivity(entry('availability.availability'))).toBe('ratio');
  });
});

describe('guards', () => {
  test('take the catalogue as it is', () => {
    expect(catalogueOf(measures, dimensions).measures.size).toBe(measures.length);
  });

  /** Changes one entry, or says that it does not apply to it. */
  type Mutation = (measure: Measure, aggregate: Aggregate) => Partial<Measure> | undefined;
  const of =
    (kinds: readonly Aggregate['kind'][], change: Mutation): Mutation =>
    (measure, aggregate) =>
      kinds.includes(aggregate.kind) ? change(measure, aggregate) : undefined;
  const spreads = ['mean', 'median', 'p90'] as const;
  const flow = { source: 'flow', date: 'date' } as const;
  const built = (operation: 'sum' | 'difference' | 'quotient', from: [string, string], more: Partial<Measure> = {}) => ({
    needs: [],
    clock: 'none' as const,
    unit: 'count' as const,
    ...more,
    aggregate: { kind: 'derived' as const, operation, from }
  });
  const mutations: [what: string, mutation: Mutation, message: RegExp][] = [
    ['a lost null rule', () => ({ nullRule: ' ' }), /has no null rule/],
    ['a lost formula', () => ({ formula: '' }), /has no formula/],
    ['a lost label', () => ({ label: '' }), /has no label/],
    ['a meaning that is no sentence', () => ({ meaning: 'many' }), /meaning that is a sentence/],
    ['a name of another process', ({ name }) => ({ name: `x${name}` }), /is not called/],
    ['no version', () => ({ version: 0 }), /has the version 0/],
    ['no needed field', ({ aggregate }) => (aggregate.kind === 'derived' ? undefined : { needs: [] }), /names no column that it needs/],
    ['a needed field twice', ({ needs }) => (needs.length ? { needs: [...needs, needs[0]!] } : undefined), /names a needed column twice/],
    ['a lost denominator', of(['ratio', 'quotient', ...spreads], () => ({ denominator: undefined })), /without a denominator/],
    ['a share in seconds', of(['ratio'], () => ({ unit: 'seconds', clock: 'actual' })), /is a ratio in seconds/],
    ['a count in seconds', of(['count'], () => ({ unit: 'seconds', clock: 'actual' })), /is a count in seconds|mixes count and seconds/],
    ['a share in counts', of(['ratio'], () => ({ unit: 'count' })), /is a ratio in count/],
    ['a duration in counts', of(spreads, ({ unit }) => (unit === 'seconds' ? { unit: 'count' } : undefined)), /in count; that is/],
    ['a duration with no clock', ({ unit }) => (unit === 'seconds' ? { clock: 'none' } : undefined), /names no clock/],
    ['a count with a clock', of(['count', 'ratio'], () => ({ clock: 'business' })), /and names a clock|mixes business and none time/],
    ['an average of shares', of(spreads, () => ({ unit: 'share', clock: 'none' })), /is an average of shares/],
    [
      'a share of itself',
      of(['ratio'], (_, aggregate) => ({
        aggregate: { ...aggregate, where: (aggregate as { numerator: string }).numerator } as Aggregate
      })),
      /is a share of itself/
    ],
    [
      'a sum divided by itself',
      of(['quotient'], (_, aggregate) => ({ aggregate: { ...aggregate, over: (aggregate as { value: string }).value } as Aggregate })),
      /divides a sum by itself/
    ],
    [
      'an average of sums',
      of(spreads, (_, aggregate) => ({ aggregate: { ...aggregate, ...flow } as Aggregate })),
      /an average of averages|without its/
    ],
    ['a count of sums', of(['count'], (_, aggregate) => ({ aggregate: { ...aggregate, ...flow } as Aggregate })), /sums already/],
    [
      'a level added up over time',
      of(['stock'], (_, aggregate) => ({ aggregate: { ...aggregate, kind: 'sum' } as Aggregate })),
      /adds up a level over time/
    ],
    [
      'a level of what is none',
      of(['sum'], (_, aggregate) => ({ unit: 'count', clock: 'none', aggregate: { ...aggregate, kind: 'stock' } as Aggregate })),
      /whose rows are no levels/
    ],
    [
      'a mean alone',
      of(['median', 'p90'], (_, aggregate) => ({ aggregate: { ...aggregate, where: 'priority = 1' } as Aggregate })),
      /is a mean without its/
    ],
    [
      'the name of another',
      ({ name }) => ({ name: name === 'incident.opened' ? 'incident.resolved' : 'incident.opened' }),
      /two measures are called/
    ],
    [
      'the label of another',
      ({ process, name }) => ({ label: measures.find((other) => other.process === process && other.name !== name)!.label.toUpperCase() }),
      /the label ".*" already means/
    ],
    [
      'the count of another',
      of(['count'], ({ name }) => ({
        aggregate: measures.find((other) => other.aggregate.kind === 'count' && other.name !== name)!.aggregate
      })),
      /counts the same as .* under another name/
    ],
    [
      'an average of averages',
      of(['derived'], () => built('quotient', ['incident.resolve_seconds_mean', 'incident.opened'])),
      /an average or a share/
    ],
    [
      'a share built on shares',
      of(['derived'], () => built('difference', ['incident.major_share', 'incident.same_day_share'])),
      /an average or a share/
    ],
    [
      'units that do not fit',
      of(['derived'], () => built('difference', ['incident.opened', 'time.wall_seconds'])),
      /mixes count and seconds/
    ],
    [
      'clocks that do not fit',
      of(['derived'], () => built('sum', ['time.business_seconds', 'time.wall_seconds'], { unit: 'seconds', clock: 'actual' })),
      /mixes business and actual time/
    ],
    ['a quotient in the wrong unit', of(['derived'], () => built('quotient', ['time.wall_seconds', 'incident.opened'])), /calls it count/],
    ['a level and a flow', of(['derived'], () => built('sum', ['incident.backlog', 'incident.opened'])), /mixes a level and a flow/],
    [
      'two points in time',
      of(['derived'], () => built('sum', ['incident.open', 'incident.opened'])),
      /mixes the data instant and a period/
    ],
    ['different values added up', of(['derived'], () => built('sum', ['request.callers', 'request.opened'])), /adds up request.callers/],
    [
      'a part that does not exist',
      of(['derived'], () => built('sum', ['incident.opened', 'incident.opend'])),
      /incident.opend, which does not exist/
    ],
    [
      'derived upon derived',
      of(['derived'], () => built('sum', ['incident.opened', 'incident.backlog_growth'])),
      /builds on a derived measure/
    ]
  ];

  test.each(mutations)('refuse %s', (_, mutation, message) => {
    const changed = measures.flatMap((measure, index) => {
      const change = mutation(measure, measure.aggregate);
      return change ? [{ index, mutant: { ...measure, ...change } as Measure }] : [];
    });
    expect(changed.length).toBeGreaterThan(0);
    const stride = Math.ceil(changed.length / 25);
    for (const { index, mutant } of changed.filter((_entry, at) => at % stride === 0)) {
      expect(() => catalogueOf(measures.with(index, mutant), dimensions), measures[index]!.name).toThrow(message);
    }
  });

  test('refuse two dimensions of one name or label, and one that nothing has', () => {
    const [team, service] = dimensions as [Dimension, Dimension];
    expect(() => catalogueOf(measures, [...dimensions, team])).toThrow(/share a name: team/);
    expect(() => catalogueOf(measures, [...dimensions, { ...team, name: 'crew' }])).toThrow(/share a label: team/);
    expect(() => catalogueOf(measures, [{ ...service, columns: {} }])).toThrow(/dimension service: no source has it/);
  });
});
