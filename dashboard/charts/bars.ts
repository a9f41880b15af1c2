import { bucket } from '../format.ts';
import { steppedAxis } from './axis.ts';
import type { ChartContext, Encoding } from './encoding.ts';
import { markNote, markSeries } from './marks.ts';
import { frame, ground, hatch, legend, periodAxis, tip, tipValue, valueAxis, type Option } from './parts.ts';
import { isCut } from './period.ts';
import { seriesOf, type DataSeries } from './series.ts';
import { hue } from './theme.ts';
import { sum, unitOf, type Table } from './table.ts';

type BarsEncoding = Extract<Encoding, { chart: 'bars' }>;

/** Bars over time, grouped or stacked, from 0; the unfinished period is hatched. */
export function bars(table: Table, encoding: BarsEncoding, context: ChartContext): Option {
  const { theme } = context;
  const { periods, series } = seriesOf(table, encoding.measures, encoding.series);
  const unit = unitOf(table, encoding.measures[0] ?? '');
  const colour = (index: number): string =>
    series[index]?.isComparison || series[index]?.name === 'Other' ? theme.other : hue(theme, index);
  const partial = (at: number): boolean => isCut(periods[at] ?? '', context);
  const axis = steppedAxis(heights(series, encoding.stacked ?? false), unit, true);
  return {
    ...ground(theme),
    legend: legend(
      theme,
      series.map((one) => one.name)
    ),
    grid: frame({ top: (series.length > 1 ? 32 : 12) + (context.marks?.length ? 12 : 0) }),
    xAxis: periodAxis(periods, context),
    yAxis: valueAxis(unit, theme, axis),
    series: [
      ...series.map((one, index) => ({
        type: 'bar',
        name: one.name,
        stack: encoding.stacked && !one.isComparison ? 'all' : undefined,
        barMaxWidth: 36,
        barCategoryGap: '28%',
        cursor: 'pointer',
        itemStyle: { color: colour(index), borderColor: theme.panel, borderWidth: encoding.stacked ? 0.5 : 0 },
        data: one.values.map((value, at) => (partial(at) ? { value, itemStyle: { color: colour(index), ...hatch(theme) } } : value))
      })),
      ...markSeries(periods, axis.max, context)
    ],
    tooltip: {
      ...(ground(theme).tooltip as object),
      axisPointer: { type: 'shadow', shadowStyle: { color: theme.tint, opacity: 0.6 } },
      formatter: (marks: unknown) => {
        const at = (marks as { dataIndex: number }[])[0]?.dataIndex ?? 0;
        const lines = series.map((one, index) => ({
          colour: colour(index),
          label: one.name,
          value: tipValue(one.values[at] ?? null, unit)
        }));
        const total =
          encoding.stacked && series.length > 1
            ? [{ label: 'All', value: tipValue(sum(series.map((one) => one.values[at] ?? 0)), unit) }]
            : [];
        const notes = [...(partial(at) ? ['part of it'] : []), ...markNote(periods[at] ?? '', context)];
        return tip(bucket(periods[at] ?? '', context.grain ?? 'month'), [...lines, ...total], notes.join('; '));
      }
    }
  } as Option;
}

const heights = (series: readonly DataSeries[], isStacked: boolean): (number | null)[] =>
  isStacked
    ? (series[0]?.values ?? []).map((_, at) => sum(series.filter((one) => !one.isComparison).map((one) => one.values[at] ?? 0)))
    : series.flatMap((one) => [...one.values]);
