import { bucket, day, meanInUnit, word } from '../format.ts';
import { steppedAxis } from './axis.ts';
import type { ChartContext, Encoding } from './encoding.ts';
import { frame, ground, periodAxis, targetLine, tip, tipValue, valueAxis, type Option } from './parts.ts';
import { isPartial } from './period.ts';
import { seriesOf } from './series.ts';
import { unitOf, type Table } from './table.ts';

type BehaviourEncoding = Extract<Encoding, { chart: 'behaviour' }>;

export interface Limits {
  mean: number;
  lower: number;
  upper: number;
  /** Mean absolute difference of neighbours. */
  movingRange: number;
}

export interface Signal {
  /** Positions in the series, first to last. */
  from: number;
  to: number;
  rule: 'outside' | 'run';
  side: 'above' | 'below';
}

/** How many points in a row on one side of the mean make a signal. */
export const runLength = 8;

/**
 * Natural process limits of an individuals chart: mean ± 2.66 × mean moving range (Shewhart; Wheeler, “Understanding
 * Variation”). Needs at least 6 points; values may be missing.
 */
export function limits(values: readonly (number | null)[], bounds: readonly [number, number] = [-Infinity, Infinity]): Limits | undefined {
  const known = values.filter((value) => value !== null);
  if (known.length < 6) return undefined;
  const mean = known.reduce((total, value) => total + value, 0) / known.length;
  const ranges = known.slice(1).map((value, at) => Math.abs(value - (known[at] ?? value)));
  const movingRange = ranges.reduce((total, value) => total + value, 0) / ranges.length;
  const reach = 2.66 * movingRange;
  return { mean, movingRange, lower: Math.max(bounds[0], mean - reach), upper: Math.min(bounds[1], mean + reach) };
}

/** Points beyond the limits, and runs of eight or more on one side of the mean, in order of time. */
export function signals(values: readonly (number | null)[], within: Limits): Signal[] {
  const found: Signal[] = [];
  values.forEach((value, at) => {
    if (value !== null && value > within.upper) found.push({ from: at, to: at, rule: 'outside', side: 'above' });
    if (value !== null && value < within.lower) found.push({ from: at, to: at, rule: 'outside', side: 'below' });
  });
  return [...found, ...runs(values, within.mean)].sort((a, b) => a.from - b.from || a.to - b.to);
}

function runs(values: readonly (number | null)[], mean: number): Signal[] {
  const found: Signal[] = [];
  let start = 0;
  const side = (at: number): number => {
    const value = values[at];
    return value === null || value === undefined ? 0 : Math.sign(value - mean);
  };
  for (let at = 1; at <= values.length; at += 1) {
    if (at < values.length && side(at) === side(start)) continue;
    if (side(start) !== 0 && at - start >= runLength)
      found.push({ from: start, to: at - 1, rule: 'run', side: side(start) > 0 ? 'above' : 'below' });
    start = at;
  }
  return found;
}

/** A signal in words: “8 weeks below the mean since 3 Aug 2026”. */
export function signalSentence(signal: Signal, periods: readonly string[], grain: string): string {
  const from = periods[signal.from] ?? '';
  if (signal.rule === 'outside') return `${bucket(from, grain)} ${signal.side} the natural limits`;
  const length = signal.to - signal.from + 1;
  return `${length} ${word(grain)}s ${signal.side} the mean ${signal.to === periods.length - 1 ? 'since' : 'from'} ${grain === 'month' ? bucket(from, grain) : day(from)}`;
}

/** What a process-behaviour chart shows, as data: complete buckets only, since a part of a week says nothing of the process. */
export function behaviourOf(table: Table, encoding: BehaviourEncoding, context: Pick<ChartContext, 'grain' | 'asOf' | 'from'>) {
  const { periods, series } = seriesOf(table, [encoding.measure]);
  const whole = (period: string): boolean => !isPartial(period, context.grain, context.asOf) && period >= (context.from ?? '');
  const complete = periods.filter(whole);
  const values = (series[0]?.values ?? []).filter((_, at) => whole(periods[at] ?? ''));
  const unit = unitOf(table, encoding.measure);
  const within = limits(values, unit === 'share' ? [0, 1] : unit === 'count' || unit === 'seconds' ? [0, Infinity] : undefined);
  return { periods: complete, values, unit, within, found: within ? signals(values, within) : [] };
}

/** Individuals chart: values, mean, natural limits, signals marked; the target is a line of its own. */
export function behaviour(table: Table, encoding: BehaviourEncoding, context: ChartContext): Option {
  const { theme } = context;
  const { periods, values, unit, within, found } = behaviourOf(table, encoding, context);
  const target = encoding.target ?? context.target;
  const marked = new Set(found.flatMap((signal) => Array.from({ length: signal.to - signal.from + 1 }, (_, at) => signal.from + at)));
  const point = (value: number | null, at: number): object => ({
    value,
    symbol: marked.has(at) ? 'diamond' : 'circle',
    symbolSize: marked.has(at) ? 9 : 4,
    itemStyle: { color: marked.has(at) ? theme.hues[1] : theme.hues[0] }
  });
  const own = target ? (targetLine(target, unit, theme) as { markLine: { data: object[] } }).markLine : undefined;
  const levels = within ? limitLines(within, unit, theme.inkFaint, theme.panel) : [];
  return {
    ...ground(theme),
    grid: frame({ top: 16, right: 92 }),
    xAxis: periodAxis(periods, context, { boundaryGap: false }),
    yAxis: valueAxis(
      unit,
      theme,
      steppedAxis([...values, within?.lower ?? null, within?.upper ?? null, target?.value ?? null], unit, false)
    ),
    series: [
      {
        type: 'line',
        name: 'value',
        showAllSymbol: true,
        cursor: 'pointer',
        lineStyle: { color: theme.hues[0], width: 1.5 },
        data: values.map(point),
        markArea: within
          ? {
              silent: true,
              itemStyle: { color: theme.inkFaint, opacity: 0.07 },
              data: [[{ yAxis: within.lower }, { yAxis: within.upper }]]
            }
          : undefined,
        markLine: {
          silent: true,
          symbol: 'none',
          animation: false,
          data: [...levels, ...(own ? own.data.map((line) => ({ ...own, ...line })) : [])]
        }
      }
    ],
    tooltip: {
      ...(ground(theme).tooltip as object),
      formatter: (marks: unknown) => {
        const at = (marks as { dataIndex: number }[])[0]?.dataIndex ?? 0;
        const named = found
          .filter((signal) => at >= signal.from && at <= signal.to)
          .map((signal) => signalSentence(signal, periods, context.grain ?? 'week'));
        return tip(
          bucket(periods[at] ?? '', context.grain ?? 'week'),
          [{ colour: theme.hues[0], label: 'Value', value: tipValue(values[at] ?? null, unit, target?.value) }],
          named.join('; ')
        );
      }
    }
  } as Option;
}

const limitLines = (within: Limits, unit: string, colour: string, halo: string): object[] =>
  [
    { name: 'mean', value: within.mean, type: 'solid' },
    { name: 'upper', value: within.upper, type: [2, 3] },
    { name: 'lower', value: within.lower, type: [2, 3] }
  ].map((level) => ({
    yAxis: level.value,
    lineStyle: { color: colour, width: 1, type: level.type },
    label: {
      position: 'end',
      color: colour,
      fontSize: 12,
      textBorderColor: halo,
      textBorderWidth: 2,
      formatter: `${level.name} ${meanInUnit(level.value, unit)}`
    }
  }));
