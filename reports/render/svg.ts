import { draw, heightOf } from '#dashboard/charts/draw.ts';
import type { ChartContext, Encoding } from '#dashboard/charts/encoding.ts';
import { renderSvg } from '#dashboard/charts/engine.ts';
import type { Table } from '#dashboard/charts/table.ts';

/**
 * A chart as SVG text, the same bytes for the same table. The engine numbers its elements through the life of the process;
 * they are renamed after the chart.
 * @param key unique within the document
 */
export function chartSvg(key: string, table: Table, encoding: Encoding, context: ChartContext, width = 880): string {
  const svg = renderSvg(draw(table, encoding, { ...context, width }), width, heightOf(encoding));
  const names = new Map<string, string>();
  return svg.replaceAll(/\bzr\d+-[a-z]+-?\d*\b/g, (name) => {
    if (!names.has(name)) names.set(name, `${key}-${names.size}`);
    return names.get(name)!;
  });
}
