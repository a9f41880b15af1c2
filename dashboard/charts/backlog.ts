import { bucket, count } from '../format.ts';
import { steppedAxis } from './axis.ts';
import type { ChartContext, Encoding } from './encoding.ts';
import { markNote } from './marks.ts';
import { ground, hatch, legend, periodAxis, tip, valueAxis, type Option } from './parts.ts';
import { isPartial } from './period.ts';
import { periodsOf } from './series.ts';
import { labelOf, memberOf, numberOf, sum, type Row, type Table } from './table.ts';

type BacklogEncoding = Extract<Encoding, { chart: 'backlog' }>;

export interface BacklogStep {
  period: string;
  /** Open at its start: the closing of the bucket before; of the first, its closing without what moved it. */
  opening: number | null;
  /** Open at the end of the bucket, counted from the records' history. */
  backlog: number | null;
  arrived: number;
  left: number;
  /** Closing − (opening + arrived − left): what the flows do not explain; null for the first bucket. */
  residual: number | null;
}

/** The backlog identity, bucket by bucket: opening + arrived − left = closing, with what remains unexplained. */
export function backlogSteps(table: Table, encoding: BacklogEncoding): BacklogStep[] {
  const rows = new Map<string, Row>(table.rows.map((row) => [memberOf(row.period), row]));
  const add = (row: Row | undefined, names: readonly string[]): number => sum(names.map((name) => numberOf(row?.[name])));
  let before: number | null = null;
  return periodsOf(table).map((period) => {
    const row = rows.get(period);
    const backlog = numberOf(row?.[encoding.backlog]);
    const arrived = add(row, encoding.arrived);
    const left = add(row, encoding.left);
    const residual = before === null || backlog === null ? null : backlog - (before + arrived - left);
    const opening = before ?? (backlog === null ? null : backlog - arrived + left);
    before = backlog;
    return { period, opening, backlog, arrived, left, residual };
  });
}

/** Two plots on one time axis: the backlog above, what came (up) and what left (down) below. No second value axis. */
export function backlog(table: Table, encoding: BacklogEncoding, context: ChartContext): Option {
  const { theme } = context;
  const steps = backlogSteps(table, encoding);
  const periods = steps.map((step) => step.period);
  const opening = steps[0]?.opening ?? null;
  const names = [labelOf(table, encoding.backlog), 'Came in', 'Left'] as const;
  const reach = steppedAxis(
    steps.flatMap((step) => [step.arrived, step.left]),
    'count',
    true
  );
  const partial = (period: string): boolean => isPartial(period, context.grain, context.asOf);
  const bar = (name: string, colour: string, value: (step: BacklogStep) => number): object => ({
    type: 'bar',
    name,
    stack: 'flow',
    xAxisIndex: 1,
    yAxisIndex: 1,
    barMaxWidth: 28,
    cursor: 'pointer',
    itemStyle: { color: colour },
    data: steps.map((step) => (partial(step.period) ? { value: value(step), itemStyle: { color: colour, ...hatch(theme) } } : value(step)))
  });
  return {
    ...ground(theme),
    legend: legend(theme, names),
    axisPointer: { link: [{ xAxisIndex: 'all' }] },
    grid: [
      { left: 48, right: 16, top: 32, height: '40%' },
      { left: 48, right: 16, top: '62%', bottom: 36 }
    ],
    xAxis: [
      { ...periodAxis(periods, context), axisLabel: { show: false } },
      {
        ...periodAxis(periods, context),
        gridIndex: 1,
        axisLine: { onZero: true, lineStyle: { color: theme.inkFaint } },
        axisLabel: { ...(periodAxis(periods, context) as { axisLabel: object }).axisLabel }
      }
    ],
    yAxis: [
      valueAxis('count', theme, steppedAxis([opening, ...steps.map((step) => step.backlog)], 'count', true)),
      valueAxis('count', theme, {
        gridIndex: 1,
        min: -reach.max,
        max: reach.max,
        interval: reach.max,
        axisLabel: { color: theme.inkFaint, fontSize: 12, formatter: (value: number) => count(Math.abs(value)) }
      })
    ],
    series: [
      {
        type: 'line',
        step: 'middle',
        name: names[0],
        symbol: 'none',
        cursor: 'pointer',
        itemStyle: { color: theme.hues[0] },
        lineStyle: { width: 2 },
        areaStyle: { color: theme.hues[0], opacity: 0.1 },
        data: steps.map((step) => step.backlog),
        ...(opening === null ? {} : { markLine: openingLine(opening, steps[0]?.backlog ?? opening, theme) })
      },
      bar(names[1], theme.hues[1], (step) => step.arrived),
      bar(names[2], theme.hues[2], (step) => -step.left)
    ],
    tooltip: {
      ...(ground(theme).tooltip as object),
      formatter: (marks: unknown) => {
        const step = steps[(marks as { dataIndex: number }[])[0]?.dataIndex ?? 0];
        if (!step) return '';
        const lines = [
          { colour: theme.inkFaint, label: 'Opening', value: count(step.opening) },
          { colour: theme.hues[1], label: names[1], value: `+${count(step.arrived)}` },
          { colour: theme.hues[2], label: names[2], value: `−${count(step.left)}` },
          ...(step.residual ? [{ colour: theme.other, label: 'Residual', value: count(step.residual) }] : []),
          { colour: theme.hues[0], label: `${names[0]} at the end`, value: count(step.backlog) }
        ];
        const notes = [...(partial(step.period) ? ['to date'] : []), ...markNote(step.period, context)];
        return tip(bucket(step.period, context.grain ?? 'month'), lines, notes.join('; '));
      }
    }
  } as Option;
}

/** The level that the period began with, from which the first step leads to its closing; its word stands on the side where the steps do not. */
const openingLine = (opening: number, first: number, theme: ChartContext['theme']): object => ({
  silent: true,
  symbol: 'none',
  lineStyle: { color: theme.inkFaint, type: 'dashed', width: 1 },
  data: [
    {
      yAxis: opening,
      label: {
        position: first < opening ? 'insideStartTop' : 'insideStartBottom',
        color: theme.inkSoft,
        fontSize: 12,
        formatter: `opening ${count(opening)}`
      }
    }
  ]
});
