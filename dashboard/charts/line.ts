import { bucket, count, fewRecords } from '../format.ts';
import { steppedAxis } from './axis.ts';
import type { ChartContext, Encoding } from './encoding.ts';
import { markNote, markSeries } from './marks.ts';
import { frame, ground, legend, periodAxis, targetLine, tip, tipValue, valueAxis, type Option, type Series } from './parts.ts';
import { isPartial } from './period.ts';
import { seriesOf, type DataSeries } from './series.ts';
import { hue } from './theme.ts';
import { type Table, unitOf } from './table.ts';

type LineEncoding = Extract<Encoding, { chart: 'line' }>;

/**
 * Lines over time. Shares do not start at 0 (the axis fits the data and the target); the stretch into an unfinished
 * period is dashed. Comparison columns are drawn in grey; a value over few records is a faint, hollow point.
 */
export function line(table: Table, encoding: LineEncoding, context: ChartContext): Option {
  const { theme } = context;
  const { periods, series } = seriesOf(table, encoding.measures, encoding.series);
  const unit = unitOf(table, encoding.measures[0] ?? '');
  const target = encoding.target ?? context.target;
  const sizes = encoding.size ? seriesOf(table, [encoding.size]).series[0]?.values : undefined;
  const axis = steppedAxis([...series.flatMap((one) => [...one.values]), target?.value ?? null], unit, unit !== 'share');
  const open = periods.length > 1 && isPartial(periods.at(-1) ?? '', context.grain, context.asOf);
  return {
    ...ground(theme),
    legend: legend(
      theme,
      series.map((one) => one.name)
    ),
    grid: frame({ top: (series.length > 1 ? 32 : 16) + (context.marks?.length ? 10 : 0) }),
    xAxis: periodAxis(periods, context, { boundaryGap: false }),
    yAxis: valueAxis(unit, theme, axis),
    series: [
      ...series.flatMap((one, index) => drawn(one, index, open, context, sizes, index === 0 ? targetLine(target, unit, theme) : {})),
      ...markSeries(periods, axis.max, context)
    ],
    tooltip: {
      ...(ground(theme).tooltip as object),
      formatter: (marks: unknown) => lineTip(marks, series, periods, unit, context, sizes, target?.value)
    }
  } as Option;
}

type Sizes = readonly (number | null)[] | undefined;
const hasFew = (sizes: Sizes, at: number): boolean => sizes !== undefined && (sizes[at] ?? 0) < fewRecords;

function drawn(one: DataSeries, index: number, open: boolean, context: ChartContext, sizes: Sizes, extra: object): Series[] {
  const colour = one.isComparison ? context.theme.other : hue(context.theme, index);
  const base = { type: 'line' as const, name: one.name, symbol: 'circle', symbolSize: 5, itemStyle: { color: colour }, cursor: 'pointer' };
  const few = one.values.length <= 36 || one.values.some((_, at) => hasFew(sizes, at));
  const faint = { symbol: 'emptyCircle', itemStyle: { color: context.theme.inkFaint } };
  const point = (value: number | null, at: number) => (value !== null && hasFew(sizes, at) ? { value, ...faint } : value);
  const solid = {
    ...base,
    showSymbol: few && !one.isComparison,
    lineStyle: { color: colour, width: one.isComparison ? 1.25 : 2, type: one.isComparison ? [2, 2] : 'solid' },
    data: one.values.map((value, at) => (open && at === one.values.length - 1 ? null : point(value, at))),
    ...extra
  } as Series;
  if (!open) return [solid];
  const tail = one.values.map((value, at) =>
    at === one.values.length - 1 ? value : at === one.values.length - 2 ? { value, symbol: 'none' } : null
  );
  return [
    solid,
    { ...base, showSymbol: true, symbol: 'emptyCircle', lineStyle: { color: colour, width: 2, type: [3, 3] }, data: tail } as Series
  ];
}

function lineTip(
  marks: unknown,
  series: readonly DataSeries[],
  periods: readonly string[],
  unit: string,
  context: ChartContext,
  sizes: Sizes,
  target?: number
): string {
  const at = (marks as { dataIndex: number }[])[0]?.dataIndex ?? 0;
  const period = periods[at] ?? '';
  const lines = series.map((one, index) => ({
    colour: one.isComparison ? context.theme.other : hue(context.theme, index),
    label: one.name,
    value: tipValue(one.values[at] ?? null, unit, target)
  }));
  const notes = [
    ...(sizes ? [`over ${count(sizes[at] ?? 0)}${hasFew(sizes, at) ? ', few records' : ''}`] : []),
    ...(isPartial(period, context.grain, context.asOf) ? ['to date'] : []),
    ...markNote(period, context)
  ];
  return tip(bucket(period, context.grain ?? 'month'), lines, notes.join('; '));
}
