import type { ChartContext, Encoding } from './encoding.ts';
import { backlogSteps } from './backlog.ts';
import { behaviourOf } from './behaviour.ts';
import { calendarOf } from './calendar.ts';
import { rankedOf } from './ranking.ts';
import { otherName, periodsOf, seriesOf } from './series.ts';
import type { Datum, Table } from './table.ts';

/** The cell of an answer that a mark stands for: a measure and the member of each dimension. */
export interface Cell {
  measure: string;
  members: Record<string, Datum>;
}

/** A mark as the chart names it. */
export interface MarkPlace {
  seriesIndex: number;
  seriesName?: string;
  dataIndex: number;
  value?: unknown;
}

/**
 * Which cell a mark shows, so that its records can be opened. Undefined where no single cell answers (“Other”, a
 * comparison series, a flow that adds several measures).
 */
export function cellOf(
  table: Table,
  encoding: Encoding,
  mark: MarkPlace,
  context: Pick<ChartContext, 'grain' | 'asOf' | 'from'> = {}
): Cell | undefined {
  switch (encoding.chart) {
    case 'line':
    case 'bars': {
      const { periods, series } = seriesOf(table, encoding.measures, encoding.series);
      const one = series.find((candidate) => candidate.name === mark.seriesName) ?? series[mark.seriesIndex];
      if (!one || one.isComparison || one.name === otherName) return undefined;
      return {
        measure: one.measure,
        members: {
          period: periods[mark.dataIndex] ?? null,
          ...(encoding.series && one.member ? { [encoding.series]: valueOf(table, encoding.series, one.member) } : {})
        }
      };
    }
    case 'ranking':
    case 'pareto': {
      const one = rankedOf(table, encoding)[mark.dataIndex];
      return one
        ? { measure: encoding.measure, members: { [encoding.category]: valueOf(table, encoding.category, one.member) } }
        : undefined;
    }
    case 'heat':
      return Array.isArray(mark.value)
        ? { measure: encoding.measure, members: { [encoding.x]: Number(mark.value[0]), [encoding.y]: Number(mark.value[1]) + 1 } }
        : undefined;
    case 'calendar': {
      const day = calendarOf(table, encoding).days[mark.dataIndex];
      return day ? { measure: encoding.measure, members: { period: day.date } } : undefined;
    }
    case 'behaviour':
      return { measure: encoding.measure, members: { period: behaviourOf(table, encoding, context).periods[mark.dataIndex] ?? null } };
    case 'backlog':
      return mark.seriesIndex === 0
        ? { measure: encoding.backlog, members: { period: backlogSteps(table, encoding)[mark.dataIndex]?.period ?? null } }
        : undefined;
  }
}

/** The bucket in which a mark of a change or a major incident stands. */
export function markedPeriod(
  table: Table,
  encoding: Encoding,
  { dataIndex }: MarkPlace,
  context: Pick<ChartContext, 'grain' | 'asOf' | 'from'>
): string | undefined {
  if (encoding.chart === 'calendar') return calendarOf(table, encoding).days[dataIndex]?.date;
  if (encoding.chart === 'behaviour') return behaviourOf(table, encoding, context).periods[dataIndex];
  return periodsOf(table)[dataIndex];
}

/** The member as the answer holds it: a number stays a number, a missing one stays null. */
const valueOf = (table: Table, dimension: string, member: string): Datum => {
  const row = table.rows.find((one) => String(one[dimension]) === member);
  return row ? (row[dimension] ?? null) : member === '(none)' ? null : member;
};

/** Places along the main axis of a chart, for the keyboard cursor. */
export const placesOf = (table: Table, encoding: Encoding): number => {
  if (encoding.chart === 'ranking' || encoding.chart === 'pareto') return rankedOf(table, encoding).length;
  if (encoding.chart === 'heat') return 168;
  return periodsOf(table).length;
};
