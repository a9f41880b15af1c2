import { plural } from '../format.ts';
import type { ChartContext, ChartMark } from './encoding.ts';
import type { Series } from './parts.ts';
import { bucketEnd } from './period.ts';
import type { Theme } from './theme.ts';

export type MarkKind = ChartMark['kind'];
export const markKinds = ['major', 'change'] as const satisfies readonly MarkKind[];

/** How a kind of mark looks and is called: the symbol stands on charts and in lists alike. */
export const markWords: Readonly<Record<MarkKind, { symbol: string; shape: string; one: string; many: string }>> = {
  major: { symbol: '◆', shape: 'diamond', one: 'major incident', many: 'major incidents' },
  change: { symbol: '▲', shape: 'triangle', one: 'failed or large change', many: 'failed or large changes' }
};

const colourOf = (kind: MarkKind, theme: Theme): string => (kind === 'major' ? theme.breached : theme.ink);

/** The marks that lie in the bucket that begins at `period`. */
export const marksIn = (marks: readonly ChartMark[], period: string, grain: string | undefined): ChartMark[] => {
  const end = bucketEnd(period, grain ?? 'day');
  return marks.filter(({ date }) => date >= period && date < end);
};

/** What is marked in a bucket, in words: “◆ 2 major incidents”. */
export const markNote = (period: string, { marks = [], grain }: Pick<ChartContext, 'marks' | 'grain'>): string[] => {
  const there = marksIn(marks, period, grain);
  return markKinds.flatMap((kind) => {
    const own = there.filter((mark) => mark.kind === kind);
    const [first] = own;
    if (!first) return [];
    const { symbol, one, many } = markWords[kind];
    return [own.length === 1 ? `${symbol} ${one} ${first.id}` : `${symbol} ${plural(own.length, one, many)}`];
  });
};

const nameOf = (kind: MarkKind): string => `mark ${kind}`;
/** The kind of mark that a series of a chart shows; undefined for figures. */
export const markKindOf = (seriesName: string | undefined): MarkKind | undefined => markKinds.find((kind) => nameOf(kind) === seriesName);

/** Marks along the top of a time chart, one symbol per bucket and kind, with their number when there are several. */
export function markSeries(periods: readonly string[], top: number, context: ChartContext): Series[] {
  const { marks = [], theme, grain } = context;
  if (marks.length === 0) return [];
  return markKinds.flatMap((kind, at) => {
    const counts = periods.map((period) => marksIn(marks, period, grain).filter((mark) => mark.kind === kind).length);
    return counts.some((count) => count > 0) ? [series(kind, periods, counts, top, at, theme)] : [];
  });
}

const series = (kind: MarkKind, periods: readonly string[], counts: readonly number[], top: number, at: number, theme: Theme): Series =>
  ({
    type: 'scatter',
    name: nameOf(kind),
    z: 6,
    cursor: 'pointer',
    clip: false,
    symbol: markWords[kind].shape,
    symbolSize: 9,
    symbolOffset: [0, -4 - at * 10],
    itemStyle: { color: colourOf(kind, theme) },
    label: {
      show: true,
      position: 'right',
      distance: 1,
      fontSize: 10,
      color: colourOf(kind, theme),
      formatter: ({ dataIndex }: { dataIndex: number }) => ((counts[dataIndex] ?? 0) > 1 ? String(counts[dataIndex]) : '')
    },
    data: periods.map((period, index) => ({ value: [period, (counts[index] ?? 0) > 0 ? top : null] }))
  }) as Series;
