import { count, weekday } from '../format.ts';
import type { ChartContext, Encoding } from './encoding.ts';
import { categoryAxis, ground, tip, tipValue, type Option, type Series } from './parts.ts';
import { numberOf, unitOf, type Table } from './table.ts';
import type { Theme } from './theme.ts';

type HeatEncoding = Extract<Encoding, { chart: 'heat' }>;

/** Room for the key below the cells. */
export const heatGrid = { left: 4, right: 8, top: 4, bottom: 40, outerBoundsMode: 'same', outerBoundsContain: 'axisLabel' } as const;

/** The key of the colours, from none to `most`. */
export const heatKey = (most: number, theme: Theme): Option['visualMap'] => ({
  min: 0,
  max: most,
  seriesIndex: 0,
  orient: 'horizontal',
  left: 4,
  bottom: 0,
  itemWidth: 10,
  itemHeight: 96,
  text: [count(most), '0'],
  textStyle: { color: theme.inkFaint, fontSize: 12 },
  inRange: { color: [...theme.sequence] }
});

/** One hue from few to many. @param data column, row and value of each cell */
export const heatCells = (data: number[][], theme: Theme): Series =>
  ({
    type: 'heatmap',
    data,
    cursor: 'pointer',
    itemStyle: { borderColor: theme.panel, borderWidth: 1.5, borderRadius: 2 },
    emphasis: { itemStyle: { borderColor: theme.ink, borderWidth: 1 } }
  }) as Series;

/** Hour × ISO weekday in the reporting zone; every cell is drawn, 0 included. */
export function heat(table: Table, encoding: HeatEncoding, context: ChartContext): Option {
  const { theme } = context;
  const unit = unitOf(table, encoding.measure);
  const grid = new Map(table.rows.map((row) => [`${row[encoding.x]}|${row[encoding.y]}`, numberOf(row[encoding.measure]) ?? 0]));
  const cells = Array.from({ length: 168 }, (_, at) => {
    const hour = at % 24;
    const day = Math.floor(at / 24);
    return [hour, day, grid.get(`${hour}|${day + 1}`) ?? 0] as const;
  });
  const most = Math.max(1, ...cells.map((cell) => cell[2]));
  return {
    ...ground(theme),
    grid: heatGrid,
    xAxis: categoryAxis(
      Array.from({ length: 24 }, (_, hour) => String(hour).padStart(2, '0')),
      theme,
      {
        axisLabel: { color: theme.inkFaint, fontSize: 12, interval: (context.width ?? 600) < 480 ? 5 : 2 }
      }
    ),
    yAxis: categoryAxis([1, 2, 3, 4, 5, 6, 7].map(weekday), theme, { inverse: true }),
    visualMap: heatKey(most, theme),
    series: [
      heatCells(
        cells.map((cell) => [...cell]),
        theme
      )
    ],
    tooltip: {
      ...(ground(theme).tooltip as object),
      trigger: 'item',
      formatter: (mark: unknown) => {
        const [hour = 0, day = 0, value = 0] = (mark as { value: number[] }).value;
        return tip(`${weekday(day + 1)} ${String(hour).padStart(2, '0')}:00–${String(hour + 1).padStart(2, '0')}:00`, [
          { label: 'Total', value: tipValue(value, unit) }
        ]);
      }
    }
  } as Option;
}
