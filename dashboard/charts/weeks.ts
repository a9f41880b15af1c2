import { bucket, count, decimal } from '../format.ts';
import { steppedAxis } from './axis.ts';
import { frame, ground, legend, periodAxis, tip, valueAxis, type Option } from './parts.ts';
import { hue, type Theme } from './theme.ts';

/** One finished week of a family. */
export interface FamilyWeek {
  week: string;
  count: number;
  expected: number;
  /** Upper end of the central 95 % of what is expected. */
  upper: number;
  /** Changes near it whose work started in that week, and those of them that failed or were emergencies. */
  changes: number;
  troubled: number;
}

const names = { count: 'Incidents', expected: 'Expected', upper: 'Expected, upper end', changes: 'Changes near it' } as const;

const dashed = 'path://M0 4h3v2H0zM4.5 4h3v2h-3zM9 4h3v2H9z';
const legendEntries = [
  { name: names.count, icon: 'roundRect' },
  { name: names.expected, icon: dashed },
  { name: names.upper, icon: 'path://M0 4h12v2H0z' },
  { name: names.changes, icon: 'diamond' }
];

/**
 * Observed incidents a week as bars, darker where they exceed the bound; what is expected and its upper end as lines; changes as
 * marks on the ground line.
 */
export function weeks(rows: readonly FamilyWeek[], theme: Theme): Option {
  const periods = rows.map(({ week }) => week);
  const line = (name: string, values: number[], type: number[] | 'solid') => ({
    type: 'line' as const,
    name,
    data: values,
    showSymbol: false,
    silent: true,
    lineStyle: { color: theme.ink, width: 1.25, type },
    itemStyle: { color: theme.ink }
  });
  return {
    ...ground(theme),
    legend: { ...legend(theme, Object.values(names)), icon: undefined, data: legendEntries },
    grid: frame({ top: 32 }),
    xAxis: periodAxis(periods, { theme, grain: 'week' }),
    yAxis: valueAxis(
      'count',
      theme,
      steppedAxis(
        rows.flatMap((row) => [row.count, Math.ceil(row.upper)]),
        'count',
        true
      )
    ),
    series: [
      {
        type: 'bar',
        name: names.count,
        cursor: 'pointer',
        barCategoryGap: '20%',
        itemStyle: { color: hue(theme, 0) },
        data: rows.map((row) => (row.count > row.upper ? { value: row.count, itemStyle: { color: theme.breached } } : row.count))
      },
      line(
        names.expected,
        rows.map((row) => row.expected),
        [3, 3]
      ),
      line(
        names.upper,
        rows.map((row) => row.upper),
        'solid'
      ),
      {
        type: 'line',
        name: names.changes,
        silent: true,
        z: 5,
        symbol: 'diamond',
        showAllSymbol: true,
        lineStyle: { width: 0 },
        itemStyle: { color: theme.hues[1] },
        data: rows.map((row) => (row.changes > 0 ? { value: 0, symbolSize: row.troubled > 0 ? 11 : 7 } : null))
      }
    ],
    tooltip: {
      ...(ground(theme).tooltip as object),
      axisPointer: { type: 'shadow', shadowStyle: { color: theme.tint, opacity: 0.6 } },
      formatter: (marks: unknown) => weekTip(rows[(marks as { dataIndex: number }[])[0]?.dataIndex ?? 0], theme)
    }
  } as Option;
}

function weekTip(row: FamilyWeek | undefined, theme: Theme): string {
  if (!row) return '';
  const trouble = row.troubled > 0 ? ` (${count(row.troubled)} failed or emergency)` : '';
  return tip(bucket(row.week, 'week'), [
    { colour: row.count > row.upper ? theme.breached : hue(theme, 0), label: names.count, value: count(row.count) },
    { colour: theme.ink, label: names.expected, value: decimal(row.expected) },
    { colour: theme.ink, label: names.upper, value: decimal(row.upper) },
    { colour: theme.hues[1], label: names.changes, value: `${count(row.changes)}${trouble}` }
  ]);
}

/** What the chart says, in one sentence. */
export function weeksSentence(rows: readonly FamilyWeek[]): string {
  if (rows.length === 0) return 'Too few incidents to test: no week has an expectation.';
  const above = rows.filter((row) => row.count > row.upper);
  const total = rows.reduce((sum, row) => sum + row.count, 0);
  const usual = decimal(rows[0]?.expected ?? 0);
  const last = above.at(-1);
  const said = last
    ? `${count(above.length)} above the upper end of what is expected, the last in the ${bucket(last.week, 'week')}`
    : 'none above the upper end of what is expected';
  return `${count(total)} incidents in ${count(rows.length)} weeks, ${usual} expected a week now; ${said}.`;
}
