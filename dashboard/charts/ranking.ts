import { inUnit, memberWords, percent } from '../format.ts';
import type { ChartContext, Encoding } from './encoding.ts';
import { categoryAxis, ground, tip, tipValue, valueAxis, type Option } from './parts.ts';
import { memberOf, numberOf, sum, unitOf, type Table } from './table.ts';

type RankingEncoding = Extract<Encoding, { chart: 'ranking' | 'pareto' }>;

export interface Ranked {
  member: string;
  value: number;
  share: number;
  cumulative: number;
}

/** The table behind a Pareto chart: members that add something, largest first, with their share of all and the running share. */
export const pareto = (table: Table, category: string, measure: string): Ranked[] =>
  membersOf(table, category, measure).filter(({ value }) => value > 0);

function membersOf(table: Table, category: string, measure: string): Ranked[] {
  const all = table.rows
    .map((row) => ({ member: memberOf(row[category]), value: numberOf(row[measure]) ?? 0 }))
    .sort((a, b) => b.value - a.value || (a.member < b.member ? -1 : 1));
  const total = sum(all.map((one) => one.value));
  let running = 0;
  return all.map((one) => {
    running += one.value;
    return { ...one, share: total ? one.value / total : 0, cumulative: total ? running / total : 0 };
  });
}

/** The rows a ranking shows: by size, or in the order its encoding names. */
export function rankedOf(table: Table, encoding: RankingEncoding): Ranked[] {
  const { chart, category, measure, limit = 12 } = encoding;
  if (chart === 'pareto') return pareto(table, category, measure).slice(0, limit);
  const all = membersOf(table, category, measure);
  if (!encoding.order) return all.slice(0, limit);
  const found = new Map(all.map((one) => [one.member, one]));
  return encoding.order.map((member) => found.get(member) ?? { member, value: 0, share: 0, cumulative: 0 });
}

/**
 * Horizontal bars, largest on top, each with its value at the end. The Pareto form prints the running share beside the value
 * instead of a second axis.
 */
export function ranking(table: Table, encoding: RankingEncoding, context: ChartContext): Option {
  const { theme } = context;
  const unit = unitOf(table, encoding.measure);
  const isPareto = encoding.chart === 'pareto';
  const shown = rankedOf(table, encoding);
  const text = (one: Ranked): string => (isPareto ? `${inUnit(one.value, unit)} · Σ ${percent(one.cumulative)}` : inUnit(one.value, unit));
  return {
    ...ground(theme),
    grid: { left: 4, right: isPareto ? 104 : 64, top: 4, bottom: 4, outerBoundsMode: 'same', outerBoundsContain: 'axisLabel' },
    xAxis: valueAxis(unit, theme, { min: 0, show: false }),
    yAxis: categoryAxis(
      shown.map((one) => memberWords(encoding.category, one.member)),
      theme,
      {
        inverse: true,
        axisLabel: {
          color: theme.inkSoft,
          width: (context.width ?? 600) < 360 ? 110 : (context.width ?? 600) < 480 ? 150 : 190,
          overflow: 'truncate',
          fontSize: 12
        }
      }
    ),
    series: [
      {
        type: 'bar',
        barMaxWidth: 16,
        cursor: 'pointer',
        data: shown.map((one) => ({
          value: one.value,
          itemStyle: { color: isPareto && one.cumulative - one.share >= 0.8 ? theme.other : theme.hues[0], borderRadius: [0, 2, 2, 0] }
        })),
        label: {
          show: true,
          position: 'right',
          color: theme.inkSoft,
          fontSize: 12,
          formatter: (mark: { dataIndex: number }) => (shown[mark.dataIndex] ? text(shown[mark.dataIndex] as Ranked) : '')
        }
      }
    ],
    tooltip: {
      ...(ground(theme).tooltip as object),
      trigger: 'item',
      formatter: (mark: unknown) => {
        const one = shown[(mark as { dataIndex: number }).dataIndex];
        if (!one) return '';
        const lines = [
          { label: 'Value', value: tipValue(one.value, unit) },
          { label: 'Share of all', value: percent(one.share) }
        ];
        return tip(
          memberWords(encoding.category, one.member),
          isPareto ? [...lines, { label: 'Running share', value: percent(one.cumulative) }] : lines
        );
      }
    }
  } as Option;
}
