import { dateOf, day } from '../format.ts';
import type { ChartContext, Encoding } from './encoding.ts';
import { heatCells, heatGrid, heatKey } from './heat.ts';
import { markKinds, markNote, markWords } from './marks.ts';
import { categoryAxis, ground, tip, tipValue, type Option, type Series } from './parts.ts';
import { isPartial } from './period.ts';
import { numberOf, unitOf, type Table } from './table.ts';

type CalendarEncoding = Extract<Encoding, { chart: 'calendar' }>;

export interface CalendarDay {
  date: string;
  /** Position of the month among those shown, and day of the month from 0. */
  row: number;
  column: number;
  value: number;
}

const monthWords = new Intl.DateTimeFormat('en-GB', { month: 'short', year: '2-digit', timeZone: 'UTC' });

/** Days as cells of a grid of months × days of the month; between the first day and the last, one without a row is 0. */
export function calendarOf(table: Table, encoding: CalendarEncoding): { months: string[]; days: CalendarDay[] } {
  const values = new Map(table.rows.map((row) => [String(row.period).slice(0, 10), numberOf(row[encoding.measure]) ?? 0]));
  const told = [...values.keys()].sort();
  const dates = told[0] ? datesBetween(told[0], told.at(-1)!) : [];
  const months = [...new Set(dates.map((date) => date.slice(0, 7)))];
  const days = dates.map((date) => ({
    date,
    row: months.indexOf(date.slice(0, 7)),
    column: Number(date.slice(8, 10)) - 1,
    value: values.get(date) ?? 0
  }));
  return { months, days };
}

function datesBetween(first: string, last: string): string[] {
  const days = Math.round((dateOf(last).getTime() - dateOf(first).getTime()) / 86_400_000);
  return Array.from({ length: days + 1 }, (_, at) => new Date(dateOf(first).getTime() + at * 86_400_000).toISOString().slice(0, 10));
}

/** Height in CSS pixels for so many months. */
export const calendarHeight = (months: number): number => Math.max(3, months) * 20 + 68;

/** Months as rows, days of the month as columns, one hue from few to many; changes and major incidents stand in their day. */
export function calendar(table: Table, encoding: CalendarEncoding, context: ChartContext): Option {
  const { theme } = context;
  const unit = unitOf(table, encoding.measure);
  const { months, days } = calendarOf(table, encoding);
  const most = Math.max(1, ...days.map(({ value }) => value));
  const isNarrow = (context.width ?? 600) < 480;
  return {
    ...ground(theme),
    grid: heatGrid,
    xAxis: categoryAxis(
      Array.from({ length: 31 }, (_, at) => String(at + 1)),
      theme,
      { axisLabel: { color: theme.inkFaint, fontSize: 12, interval: isNarrow ? 4 : 1 } }
    ),
    yAxis: categoryAxis(
      months.map((month) => monthWords.format(dateOf(`${month}-01`))),
      theme,
      { inverse: true }
    ),
    visualMap: heatKey(most, theme),
    series: [
      heatCells(
        days.map(({ column, row, value }) => [column, row, value]),
        theme
      ),
      ...dayMarks(days, most, context)
    ],
    tooltip: {
      ...(ground(theme).tooltip as object),
      trigger: 'item',
      formatter: (mark: unknown) => {
        const one = days[(mark as { dataIndex: number }).dataIndex];
        if (!one) return '';
        const notes = [
          ...markNote(one.date, { ...context, grain: 'day' }),
          ...(isPartial(one.date, 'day', context.asOf) ? ['to date'] : [])
        ];
        return tip(day(one.date), [{ label: 'Total', value: tipValue(one.value, unit) }], notes.join('; '));
      }
    }
  } as Option;
}

/** One series per kind, an entry per day so that positions agree with the cells; side by side where a day has both. */
function dayMarks(days: readonly CalendarDay[], most: number, { marks = [], theme }: ChartContext): Series[] {
  const [darkFrom, pale] = [most * 0.55, theme.name === 'light' ? '#ffffff' : theme.canvas];
  return markKinds.flatMap((kind, at) => {
    const dates = new Set(marks.filter((mark) => mark.kind === kind).map(({ date }) => date));
    if (!days.some(({ date }) => dates.has(date))) return [];
    return [
      {
        type: 'scatter',
        name: `mark ${kind}`,
        z: 6,
        cursor: 'pointer',
        symbol: markWords[kind].shape,
        symbolSize: 7,
        symbolOffset: [at === 0 ? -4 : 4, 0],
        data: days.map(({ date, column, row, value }) => ({
          value: [column, row, dates.has(date) ? value : null],
          symbol: dates.has(date) ? markWords[kind].shape : 'none',
          itemStyle: { color: value >= darkFrom ? pale : kind === 'major' ? theme.breached : theme.ink }
        }))
      } as Series
    ];
  });
}
