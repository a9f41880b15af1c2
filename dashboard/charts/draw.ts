import { backlog } from './backlog.ts';
import { bars } from './bars.ts';
import { behaviour } from './behaviour.ts';
import { calendar, calendarHeight } from './calendar.ts';
import type { ChartContext, Encoding } from './encoding.ts';
import { heat } from './heat.ts';
import { line } from './line.ts';
import type { Option } from './parts.ts';
import { ranking } from './ranking.ts';
import type { Table } from './table.ts';

/** The ECharts option of an answer: pure, the same on a page and in a report. */
export function draw(table: Table, encoding: Encoding, context: ChartContext): Option {
  switch (encoding.chart) {
    case 'line':
      return line(table, encoding, context);
    case 'bars':
      return bars(table, encoding, context);
    case 'ranking':
    case 'pareto':
      return ranking(table, encoding, context);
    case 'backlog':
      return backlog(table, encoding, context);
    case 'heat':
      return heat(table, encoding, context);
    case 'calendar':
      return calendar(table, encoding, context);
    case 'behaviour':
      return behaviour(table, encoding, context);
  }
}

/** Height in CSS pixels that an encoding needs; rankings grow with their rows, calendars with their months. */
export function heightOf(encoding: Encoding, rows?: number): number {
  if (encoding.chart === 'calendar') return calendarHeight(Math.min(36, Math.ceil((rows ?? 365) / 30.4)));
  if (encoding.chart !== 'ranking' && encoding.chart !== 'pareto')
    return { line: 232, bars: 232, backlog: 320, heat: 248, behaviour: 256 }[encoding.chart];
  const most = encoding.chart === 'ranking' && encoding.order ? encoding.order.length : (encoding.limit ?? 12);
  return Math.min(encoding.chart === 'ranking' && encoding.order ? most : (rows ?? most), most) * 24 + 12;
}
