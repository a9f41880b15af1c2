import { bucket } from '../format.ts';
import { steppedAxis } from './axis.ts';
import type { ChartContext, Encoding } from './encoding.ts';
import { frame, ground, legend, periodAxis, targetLine, tip, tipValue, valueAxis, type Option, type Series } from './parts.ts';
import { isPartial } from './period.ts';
import { seriesOf, type DataSeries } from './series.ts';
import { hue } from './theme.ts';
import { type Table, unitOf } from './table.ts';

type LineEncoding = Extract<Encoding, { chart: 'line' }>;

/**
 * Lines over time. Shares do not start at 0 (the axis fits the data and the target); the stretch into an unfinished
 * period is dashed. Comparison columns are drawn in grey.
 */
export function line(table: Table, encoding: LineEncoding, context: ChartContext): Option {
  const { theme } = context;
  const { periods, series } = seriesOf(table, encoding.measures, encoding.series);
  const unit = unitOf(table, encoding.measures[0] ?? '');
  const target = encoding.target ?? context.target;
  const open = periods.length > 1 && isPartial(periods.at(-1) ?? '', context.grain, context.asOf);
  return {
    ...ground(theme),
    legend: legend(
      theme,
      series.map((one) => one.name)
    ),
    grid: frame({ top: series.length > 1 ? 32 : 16 }),
    xAxis: periodAxis(periods, context, { boundaryGap: false }),
    yAxis: valueAxis(
      unit,
      theme,
      steppedAxis([...series.flatMap((one) => [...one.values]), target?.value ?? null], unit, unit !== 'share')
    ),
    series: series.flatMap((one, index) => drawn(one, index, open, context, index === 0 ? targetLine(target, unit, theme) : {})),
    tooltip: {
      ...(ground(theme).tooltip as object),
      formatter: (marks: unknown) => lineTip(marks, series, periods, unit, context, target?.value)
    }
  } as Option;
}

function drawn(one: DataSeries, index: number, open: boolean, context: ChartContext, extra: object): Series[] {
  const colour = one.isComparison ? context.theme.other : hue(context.theme, index);
  const base = { type: 'line' as const, name: one.name, symbol: 'circle', symbolSize: 5, itemStyle: { color: colour }, cursor: 'pointer' };
  const few = one.values.length <= 36;
  const solid = {
    ...base,
    showSymbol: few && !one.isComparison,
    lineStyle: { color: colour, width: one.isComparison ? 1.25 : 2, type: one.isComparison ? [2, 2] : 'solid' },
    data: open ? one.values.map((value, at) => (at === one.values.length - 1 ? null : value)) : [...one.values],
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
  target?: number
): string {
  const at = (marks as { dataIndex: number }[])[0]?.dataIndex ?? 0;
  const period = periods[at] ?? '';
  const lines = series.map((one, index) => ({
    colour: one.isComparison ? context.theme.other : hue(context.theme, index),
    label: one.name,
    value: tipValue(one.values[at] ?? null, unit, target)
  }));
  return tip(bucket(period, context.grain ?? 'month'), lines, isPartial(period, context.grain, context.asOf) ? 'to date' : '');
}
