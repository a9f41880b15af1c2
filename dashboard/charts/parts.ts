import type { EChartsOption, SeriesOption } from 'echarts/types/dist/shared';
import { bucket, exact, inUnit } from '../format.ts';
import type { ChartContext, TargetLine } from './encoding.ts';
import { isPartial } from './period.ts';
import { fontFamily, type Theme } from './theme.ts';

export type Option = EChartsOption;
export type Series = SeriesOption;

/** The ground of every option: no motion, the page's type, a quiet tool tip. */
export const ground = (theme: Theme): Option => ({
  animation: false,
  backgroundColor: 'transparent',
  textStyle: { fontFamily, color: theme.inkSoft, fontSize: 12 },
  tooltip: {
    trigger: 'axis',
    confine: true,
    transitionDuration: 0,
    backgroundColor: theme.panel,
    borderColor: theme.line,
    borderWidth: 1,
    padding: [6, 10],
    textStyle: { color: theme.ink, fontSize: 12, fontFamily },
    extraCssText:
      'max-width:100%;box-sizing:border-box;white-space:normal;overflow-wrap:anywhere;box-shadow:none;border-radius:6px;font-variant-numeric:tabular-nums;'
  }
});

export const frame = (more: object = {}): object => ({
  left: 8,
  right: 16,
  top: 28,
  bottom: 4,
  outerBoundsMode: 'same',
  outerBoundsContain: 'axisLabel',
  ...more
});

export const legend = (theme: Theme, names: readonly string[]): object => ({
  show: names.length > 1,
  data: [...names],
  top: 0,
  left: 0,
  itemWidth: 10,
  itemHeight: 10,
  itemGap: 14,
  icon: 'roundRect',
  type: 'scroll',
  textStyle: { color: theme.inkSoft, fontSize: 12 },
  pageTextStyle: { color: theme.inkFaint },
  pageIconColor: theme.inkSoft,
  pageIconInactiveColor: theme.line
});

/** A category axis of buckets; the unfinished one says “to date”. */
export function periodAxis(periods: readonly string[], context: ChartContext, more: object = {}): object {
  const grain = context.grain ?? 'month';
  return {
    type: 'category',
    data: periods,
    axisLine: { lineStyle: { color: context.theme.line } },
    axisTick: { show: false },
    axisLabel: {
      color: context.theme.inkFaint,
      fontSize: 12,
      hideOverlap: true,
      showMaxLabel: true,
      margin: 8,
      formatter: (date: string) => bucket(date, grain).replace('week of ', '') + (isPartial(date, grain, context.asOf) ? '\nto date' : '')
    },
    ...more
  };
}

export const categoryAxis = (names: readonly string[], theme: Theme, more: object = {}): object => ({
  type: 'category',
  data: [...names],
  axisLine: { show: false },
  axisTick: { show: false },
  axisLabel: { color: theme.inkSoft, fontSize: 12, width: 180, overflow: 'truncate' },
  ...more
});

export const valueAxis = (unit: string, theme: Theme, more: object = {}): object => ({
  type: 'value',
  splitNumber: 4,
  axisLine: { show: false },
  axisTick: { show: false },
  splitLine: { lineStyle: { color: theme.line, width: 1 } },
  axisLabel: { color: theme.inkFaint, fontSize: 12, formatter: (value: number) => axisText(value, unit) },
  ...more
});

const axisText = (value: number, unit: string): string => (unit === 'share' ? `${Math.round(value * 1000) / 10} %` : inUnit(value, unit));
/** A dashed line with its name at the end: the target, never part of the series. */
export const targetLine = (target: TargetLine | undefined, unit: string, theme: Theme): object =>
  target
    ? {
        markLine: {
          silent: true,
          symbol: 'none',
          animation: false,
          lineStyle: { color: theme.ink, type: [4, 3], width: 1.25 },
          label: {
            position: 'insideEndTop',
            color: theme.ink,
            fontSize: 12,
            textBorderColor: theme.panel,
            textBorderWidth: 3,
            formatter: `${target.label} ${axisText(target.value, unit)}`
          },
          data: [{ yAxis: target.value }]
        }
      }
    : {};

/** Diagonal hatch of an unfinished period. */
export const hatch = (theme: Theme): object => ({
  decal: { symbol: 'rect', color: theme.panel, dashArrayX: [1, 0], dashArrayY: [3, 3], rotation: -Math.PI / 4 }
});

const escapes: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };
/** Tool tips are HTML: every word of a record is escaped. */
export const escapeHtml = (text: string): string => text.replace(/[&<>"']/g, (sign) => escapes[sign] ?? sign);

export interface TipLine {
  colour?: string;
  label: string;
  value: string;
}

/** One tool tip look for all charts: a heading and rows of swatch, label, value. */
export const tip = (heading: string, lines: readonly TipLine[], note = ''): string =>
  `<div style="font-weight:600;margin-bottom:2px">${escapeHtml(heading)}</div>` +
  lines
    .map(
      (line) =>
        `<div style="display:flex;gap:16px;justify-content:space-between"><span>${swatch(line.colour)}${escapeHtml(line.label)}</span>` +
        `<b style="font-weight:600;white-space:nowrap">${escapeHtml(line.value)}</b></div>`
    )
    .join('') +
  (note ? `<div style="opacity:.75">${escapeHtml(note)}</div>` : '');

const swatch = (colour: string | undefined): string =>
  colour ? `<i style="display:inline-block;width:8px;height:8px;border-radius:2px;margin-right:6px;background:${colour}"></i>` : '';

export const tipValue = (value: number | null, unit: string, target?: number): string => exact(value, unit, target);
