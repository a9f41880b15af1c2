import { bucket, day, meanInUnit, word } from '../format.ts';
import { steppedAxis } from './axis.ts';
import type { Baseline, ChartContext, Encoding } from './encoding.ts';
import { signalsOf, stretchesOf, type Signal, type Stretch } from './limits.ts';
import { markNote, markSeries } from './marks.ts';
import { frame, ground, periodAxis, targetLine, tip, tipValue, valueAxis, type Option, type Series } from './parts.ts';
import { isCut } from './period.ts';
import { seriesOf } from './series.ts';
import { unitOf, type Table } from './table.ts';

type BehaviourEncoding = Extract<Encoding, { chart: 'behaviour' }>;

/** A signal in words: “8 weeks below the mean since 3 Aug 2026”. */
export function signalSentence(signal: Signal, periods: readonly string[], grain: string): string {
  const from = periods[signal.from] ?? '';
  if (signal.rule === 'outside') return `${bucket(from, grain)} ${signal.side} the natural limits`;
  const length = signal.to - signal.from + 1;
  return `${length} ${word(grain)}s ${signal.side} the mean ${signal.to === periods.length - 1 ? 'since' : 'from'} ${grain === 'month' ? bucket(from, grain) : day(from)}`;
}

/** What a process-behaviour chart shows, as data. */
export interface Behaviour {
  /** Complete buckets only, since a part of a week says nothing of the process. */
  periods: string[];
  values: (number | null)[];
  sizes: (number | null)[] | undefined;
  unit: string;
  /** One per baseline that has enough points, in order of time. */
  stretches: Stretch[];
  /** The newest, when its process is the one of the last bucket. */
  now: Stretch | undefined;
  found: Signal[];
  /** Any share lies within the limits of the newest process: its records are too few to tell anything. */
  tellsNothing: boolean;
  /** Where a new process begins, with the reason that was given. */
  resets: (Baseline & { at: number })[];
}

export function behaviourOf(
  table: Table,
  encoding: BehaviourEncoding,
  context: Pick<ChartContext, 'grain' | 'asOf' | 'from' | 'to' | 'baselines'>
): Behaviour {
  const { periods, series } = seriesOf(table, encoding.size ? [encoding.measure, encoding.size] : [encoding.measure]);
  const isWhole = (period: string): boolean => !isCut(period, context);
  const complete = periods.filter(isWhole);
  const whole = (values: readonly (number | null)[]): (number | null)[] => values.filter((_, at) => isWhole(periods[at] ?? ''));
  const values = whole(series[0]?.values ?? []);
  const unit = unitOf(table, encoding.measure);
  const own = encoding.size ? series.find(({ measure }) => measure === encoding.size)?.values : undefined;
  const sizes = own && unit === 'share' ? whole(own) : undefined;
  const resets = (context.baselines ?? [])
    .map((baseline) => ({ ...baseline, at: complete.findIndex((period) => period >= baseline.from) }))
    .filter(({ at }) => at > 0);
  const stretches = stretchesOf({
    values,
    ...(sizes ? { sizes } : {}),
    ...(unit === 'share'
      ? { bounds: [0, 1] as const }
      : unit === 'count' || unit === 'seconds' || unit === 'worked'
        ? { bounds: [0, Infinity] as const }
        : {}),
    resets: resets.map(({ at }) => at)
  });
  const last = stretches.at(-1);
  const now = last?.to === complete.length - 1 ? last : undefined;
  return {
    periods: complete,
    values,
    sizes,
    unit,
    stretches,
    now,
    found: signalsOf(values, stretches),
    tellsNothing: unit === 'share' && now !== undefined && now.lower.every((one) => one <= 0) && now.upper.every((one) => one >= 1),
    resets
  };
}

/** Individuals chart: values, mean, natural limits by baseline, signals marked; the target is a line of its own. */
export function behaviour(table: Table, encoding: BehaviourEncoding, context: ChartContext): Option {
  const { theme } = context;
  const read = behaviourOf(table, encoding, context);
  const { periods, values, sizes, unit, stretches, found, resets } = read;
  const target = encoding.target ?? context.target;
  const marked = new Set(found.flatMap((signal) => Array.from({ length: signal.to - signal.from + 1 }, (_, at) => signal.from + at)));
  const point = (value: number | null, at: number): object => ({
    value,
    symbol: marked.has(at) ? 'diamond' : 'circle',
    symbolSize: marked.has(at) ? 9 : 4,
    itemStyle: { color: marked.has(at) ? theme.hues[1] : theme.hues[0] }
  });
  const goal = target ? (targetLine(target, unit, theme) as { markLine: { data: object[] } }).markLine : undefined;
  const axis = steppedAxis(
    [...values, ...stretches.flatMap(({ lower, upper }) => [...lower, ...upper]), target?.value ?? null],
    unit,
    false
  );
  return {
    ...ground(theme),
    grid: frame({ top: 20, right: 92 }),
    xAxis: periodAxis(periods, context, { boundaryGap: false }),
    yAxis: valueAxis(unit, theme, axis),
    series: [
      {
        type: 'line',
        name: 'value',
        showAllSymbol: true,
        cursor: 'pointer',
        z: 4,
        lineStyle: { color: theme.hues[0], width: 1.5 },
        data: values.map(point),
        markLine: {
          silent: true,
          symbol: 'none',
          animation: false,
          data: [...resetLines(read, context), ...(goal ? goal.data.map((line) => ({ ...goal, ...line })) : [])]
        }
      },
      ...limitSeries(read, context),
      ...markSeries(periods, axis.max, context)
    ],
    tooltip: {
      ...(ground(theme).tooltip as object),
      formatter: (marks: unknown) => {
        const at = (marks as { dataIndex: number }[])[0]?.dataIndex ?? 0;
        const stretch = stretches.find(({ from, to }) => at >= from && at <= to);
        const lines = [{ colour: theme.hues[0], label: 'Value', value: tipValue(values[at] ?? null, unit, target?.value) }];
        if (sizes) lines.push({ colour: 'transparent', label: 'Records', value: tipValue(sizes[at] ?? null, 'count') });
        if (stretch) {
          const [lower, upper] = [stretch.lower[at - stretch.from], stretch.upper[at - stretch.from]];
          lines.push({ colour: 'transparent', label: 'Natural limits', value: `${meanInUnit(lower, unit)} to ${meanInUnit(upper, unit)}` });
        }
        const named = found
          .filter((signal) => at >= signal.from && at <= signal.to)
          .map((signal) => signalSentence(signal, periods, context.grain ?? 'week'));
        const period = periods[at] ?? '';
        const anew = resets.filter((one) => one.at === at).map(({ reason }) => `new baseline: ${reason}`);
        return tip(bucket(period, context.grain ?? 'week'), lines, [...named, ...anew, ...markNote(period, context)].join('; '));
      }
    }
  } as Option;
}

/** Where a reader said that the process is a new one. */
const resetLines = ({ periods, resets }: Behaviour, { theme }: ChartContext): object[] =>
  resets.map(({ at }) => ({
    xAxis: periods[at],
    lineStyle: { color: theme.inkSoft, width: 1, type: 'solid' },
    label: {
      position: 'insideStartBottom',
      rotate: 0,
      align: 'left',
      color: theme.inkSoft,
      fontSize: 12,
      textBorderColor: theme.panel,
      textBorderWidth: 3,
      formatter: 'new'
    }
  }));

/** The band between the limits, and three lines with their values at the end. */
function limitSeries({ periods, stretches, unit, now }: Behaviour, { theme }: ChartContext): Series[] {
  const spread = (read: (stretch: Stretch, at: number) => number): (number | null)[] =>
    periods.map((_, at) => {
      const stretch = stretches.find(({ from, to }) => at >= from && at <= to);
      return stretch ? read(stretch, at) : null;
    });
  const lower = spread((stretch, at) => stretch.lower[at - stretch.from]!);
  const upper = spread((stretch, at) => stretch.upper[at - stretch.from]!);
  const quiet = { type: 'line' as const, silent: true, symbol: 'none' as const, step: 'middle' as const, tooltip: { show: false } };
  const line = (name: string, data: (number | null)[], type: 'solid' | number[]): object => ({
    ...quiet,
    name,
    z: 3,
    data,
    lineStyle: { color: theme.inkFaint, width: 1, type },
    endLabel: {
      show: now !== undefined,
      color: theme.inkFaint,
      fontSize: 12,
      textBorderColor: theme.panel,
      textBorderWidth: 2,
      formatter: `${name} ${meanInUnit(data.at(-1), unit)}`
    }
  });
  const band = { ...quiet, stack: 'band', stackStrategy: 'all' as const, lineStyle: { opacity: 0 }, z: 1 };
  return [
    { ...band, name: 'from', data: lower },
    {
      ...band,
      name: 'to',
      areaStyle: { color: theme.inkFaint, opacity: 0.07 },
      data: upper.map((value, at) => (value === null ? null : value - (lower[at] ?? 0)))
    },
    line(
      'mean',
      spread(({ mean }) => mean),
      'solid'
    ),
    line('upper', upper, [2, 3]),
    line('lower', lower, [2, 3])
  ] as Series[];
}
