import { describe, expect, test } from 'vitest';
import { catalogue, catalogueOf, measures } from '#warehouse/metrics/catalogue.ts';
import { dimensions } from '#warehouse/metrics/dimension.ts';
import { additivity, type Measure } from '#warehouse/metrics/measure.ts';

const entry = (name: string): Measure => catalogue.measures.get(name)!;

describe('catalogue', () => {
  test('every entry says all about itself', () => {
    for (const measure of measures) {
      expect(measure.label, measure.name).toMatch(/\S/);
      expect(measure.meaning, measure.name).toMatch(/\.$/);
      expect(measure.formula, measure.name).toMatch(/\S/);
      expect(measure.nullRule, measure.name).toMatch(/\S/);
      expect(measure.name).toMatch(new RegExp(`^${measure.process}\\.[a-z0-9_]+$`));
    }
  });

  test('a median and a 90th percentile stand beside every mean of a duration', () => {
    for (const { name, unit } of measures.filter((measure) => measure.name.endsWith('_mean') && measure.unit === 'seconds')) {
      expect(unit).toBe('seconds');
      for (const beside of ['median', 'p90']) expect(catalogue.measures.has(name.replace(/mean$/, beside)), name).toBe(true);
    }
  });

  test('levels do not add over time, shares are recomputed, percentiles are no means', () => {
    expect(additivity(entry('incident.backlog'))).toBe('semi-additive');
    expect(additivity(entry('service_level.attainment'))).toBe('ratio');
    expect(additivity(entry('incident.resolve_seconds_p90'))).toBe('percentile');
    expect(additivity(entry('incident.opened'))).toBe('additive');
  });

  const opened = entry('incident.opened');
  const derived = (from: [string, string]): Measure => ({
    ...opened,
    name: 'incident.x',
    aggregate: { kind: 'derived', operation: 'difference', from }
  });
  test.each([
    ['two of one name', [opened, opened], /two measures are called incident.opened/],
    ['a lost null rule', [{ ...opened, nullRule: '' }], /has no null rule/],
    ['a share without its denominator', [{ ...entry('incident.major_share'), denominator: undefined }], /without a denominator/],
    ['a duration without its clock', [{ ...entry('incident.resolve_seconds_p90'), clock: 'none' as const }], /names no clock/],
    [
      'an average of averages',
      [...measures, derived(['incident.resolve_seconds_mean', 'incident.resolve_seconds_mean'])],
      /average or a share/
    ],
    ['units that do not fit', [...measures, derived(['incident.opened', 'time.wall_seconds'])], /mixes count and seconds/],
    ['a part that does not exist', [...measures, derived(['incident.opened', 'incident.opend'])], /incident.opend, which does not exist/],
    ['derived upon derived', [...measures, derived(['incident.opened', 'incident.backlog_growth'])], /derived measure/]
  ] as const)('refuses %s', (_, entries, message) => {
    expect(() => catalogueOf(entries as readonly Measure[], dimensions)).toThrow(message);
  });
});
