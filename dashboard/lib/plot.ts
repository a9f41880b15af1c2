import type { MarkPlace } from '#dashboard/charts/cell.ts';
import { init } from '#dashboard/charts/engine.ts';
import type { Option } from '#dashboard/charts/parts.ts';

/** A drawn chart in the page. */
export interface Plot {
  show(option: Option): void;
  /** Puts the cursor on the n-th place of the main axis; answers what it says there. */
  point(place: number): string;
  markAt(place: number): MarkPlace;
  hide(): void;
  dispose(): void;
}

/** Draws into an element, follows its size, and calls back with the mark that was clicked. */
export function makePlot(element: HTMLElement, opened: (mark: MarkPlace) => void): Plot {
  const chart = init(element, null, { renderer: 'svg' });
  const sized = new ResizeObserver(() => chart.resize());
  sized.observe(element);
  chart.on('click', (event) =>
    opened({ seriesIndex: event.seriesIndex ?? 0, seriesName: event.seriesName, dataIndex: event.dataIndex, value: event.value })
  );
  const seriesOfChart = (): { name?: string; data?: unknown[] }[] =>
    (chart.getOption() as { series?: { name?: string; data?: unknown[] }[] }).series ?? [];
  return {
    show: (option) => chart.setOption(option, { notMerge: true }),
    point(place) {
      chart.dispatchAction({ type: 'showTip', seriesIndex: 0, dataIndex: place });
      return (element.querySelector<HTMLElement>(':scope > div:last-child')?.innerText ?? '').replaceAll('\n', ', ');
    },
    markAt(place) {
      const [first] = seriesOfChart();
      return { seriesIndex: 0, seriesName: first?.name, dataIndex: place, value: first?.data?.[place] };
    },
    hide: () => chart.dispatchAction({ type: 'hideTip' }),
    dispose() {
      sized.disconnect();
      chart.dispose();
    }
  };
}
