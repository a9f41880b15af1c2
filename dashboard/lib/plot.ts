import type { MarkPlace } from '#dashboard/charts/cell.ts';
import { init } from '#dashboard/charts/engine.ts';
import type { Option } from '#dashboard/charts/parts.ts';

/** A drawn chart in the page. */
export interface Plot {
  show(option: Option): void;
  /** Puts the cursor on the n-th place of the main axis; answers what it says there. */
  point(place: number, line?: number): string;
  markAt(place: number, line?: number): MarkPlace;
  /** Names of the lines and stacks that are drawn. */
  lines(): string[];
  hide(): void;
  dispose(): void;
}

/** Draws into an element, follows its size, and calls back with the mark that was clicked. */
export function makePlot(element: HTMLElement, opened: (mark: MarkPlace) => void): Plot {
  const chart = init(element, null, { renderer: 'svg' });
  /** Called at once too, with the size that the chart was made for: drawing it again would double the work of every page. */
  const sized = new ResizeObserver((sizes) => {
    const { width, height } = sizes.at(-1)!.contentRect;
    if (Math.abs(width - chart.getWidth()) >= 1 || Math.abs(height - chart.getHeight()) >= 1) chart.resize();
  });
  sized.observe(element);
  chart.on('click', (event) =>
    opened({ seriesIndex: event.seriesIndex ?? 0, seriesName: event.seriesName, dataIndex: event.dataIndex, value: event.value })
  );
  const seriesOfChart = (): { name?: string; data?: unknown[] }[] =>
    (chart.getOption() as { series?: { name?: string; data?: unknown[] }[] }).series ?? [];
  const lines = (): string[] => [...new Set(seriesOfChart().flatMap(({ name }) => name ?? []))];
  /** The drawing of a line that has a mark there: an unfinished end is drawn apart. */
  const drawingOf = (place: number, line: number): { at: number; name?: string; value?: unknown } => {
    const all = seriesOfChart();
    const named = all.flatMap(({ name, data }, at) => (name === lines()[line] ? [{ at, name, value: data?.[place] }] : []));
    return named.find(({ value }) => value !== null && value !== undefined) ?? named[0] ?? { at: line, value: all[line]?.data?.[place] };
  };
  return {
    show: (option) => chart.setOption(option, { notMerge: true }),
    point(place, line = 0) {
      chart.dispatchAction({ type: 'showTip', seriesIndex: drawingOf(place, line).at, dataIndex: place });
      return (element.querySelector<HTMLElement>(':scope > div:last-child')?.innerText ?? '').replaceAll('\n', ', ');
    },
    markAt(place, line = 0) {
      const { at, name, value } = drawingOf(place, line);
      return { seriesIndex: at, seriesName: name, dataIndex: place, value };
    },
    lines,
    hide: () => chart.dispatchAction({ type: 'hideTip' }),
    dispose() {
      sized.disconnect();
      chart.dispose();
    }
  };
}
