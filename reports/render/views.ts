import { bullets } from '#dashboard/charts/bullet.ts';
import type { ChartContext, Encoding } from '#dashboard/charts/encoding.ts';
import { slam } from '#dashboard/charts/slam.ts';
import { summary } from '#dashboard/charts/summary.ts';
import { memberOf, numberOf, sum, unitOf, type Row, type Table } from '#dashboard/charts/table.ts';
import { light, standing, standings } from '#dashboard/charts/theme.ts';
import { bucket, columnDigits, count, difference, exact, fewRecords, inUnit, percent, points, shownUnit } from '#dashboard/format.ts';
import { figureAddress } from '../receipts.ts';
import type { ResolvedSection, View } from '../report.ts';
import { markup, trusted, type Markup } from './markup.ts';
import { chartSvg } from './svg.ts';

type Of<A extends View['as']> = Extract<View, { as: A }>;

/** A figure that opens its receipt, or its words alone where nobody knows the product's address. */
type Open = (told: Markup, row: Row, column: string) => Markup;

/** One section's figures as HTML. @param address where the product is reached */
export function viewMarkup(section: ResolvedSection, asOf: string, address?: string): Markup {
  const { table, view, name } = section;
  const open: Open = (told, row, column) =>
    address === undefined ? told : markup`<a href="${figureAddress(section, row, column, address)}">${told}</a>`;
  if (table.rows.length === 0) return markup`<p class="note">No records in this period.</p>`;
  switch (view.as) {
    case 'cards':
      return cards(table, view, open);
    case 'chart':
      return markup`${chart(name, section.title, table, view, {
        asOf,
        grain: section.query.grain,
        baselines: section.baselines,
        ...(section.query.period && 'from' in section.query.period ? { from: section.query.period.from } : {})
      })}${drawn(table, view, open, section.query.grain)}`;
    case 'bullets':
      return bulletTable(table, view, open);
    case 'grid':
      return grid(table, view, open);
    case 'table':
      return plainTable(table, view, open);
  }
}

function cards(table: Table, view: Of<'cards'>, open: Open): Markup {
  const row = table.rows[0] ?? {};
  return markup`<dl class="cards">${view.measures.map((name) => {
    const column = table.columns.find((one) => one.name === name);
    const goal = numberOf(row[view.goals?.[name] ?? '']);
    const now = numberOf(row[name]);
    const before = numberOf(row[`${name}:compare`]);
    const state = goal === null ? undefined : standing(now, goal);
    return markup`<div class="card"><dt>${column?.label ?? name}</dt><dd>${open(markup`${inUnit(now, unitOf(table, name), goal)}`, row, name)}${
      state && markup` <span class="${state}">${standings[state].symbol} ${standings[state].word}</span>`
    }</dd><dd>${difference(now, before, unitOf(table, name))} against the period before${goal !== null && `; goal ${percent(goal)}`}</dd></div>`;
  })}</dl>`;
}

function chart(
  key: string,
  title: string,
  table: Table,
  view: Of<'chart'>,
  { grain = 'month', ...told }: Pick<ChartContext, 'asOf' | 'grain' | 'baselines' | 'from'>
): Markup {
  const goal = view.goal ? numberOf(table.rows.at(-1)?.[view.goal]) : null;
  const context: ChartContext = { theme: light, grain, ...told };
  const encoding: Encoding =
    view.encoding.chart === 'line' && goal !== null ? { ...view.encoding, target: { value: goal, label: 'goal' } } : view.encoding;
  const shown: Table = { ...table, columns: table.columns.filter((column) => column.name !== view.goal) };
  const sentence = summary(shown, encoding, context);
  return markup`<figure role="img" aria-label="${`${title}. ${sentence}`}">${trusted(chartSvg(key, shown, encoding, context))}<figcaption class="note">${sentence}</figcaption></figure>`;
}

/** What a chart draws as a table, folded: a picture has no figure to open. */
function drawn(table: Table, { encoding, goal }: Of<'chart'>, open: Open, grain: string | undefined): Markup {
  const goals = goal && 'measures' in encoding ? Object.fromEntries(encoding.measures.map((measure) => [measure, goal])) : {};
  return markup`<details><summary>The figures of this chart</summary>${plainTable(table, { as: 'table', goals }, open, grain)}</details>`;
}

function bulletTable(table: Table, view: Of<'bullets'>, open: Open): Markup {
  const bars = bullets(
    table.rows.map((row) => ({
      label: memberOf(row[view.label]),
      share: numberOf(row[view.attainment]),
      goal: numberOf(row[view.goal]),
      completed: numberOf(row[view.completed]) ?? 0
    }))
  );
  const digits = columnDigits(
    bars.map(({ share, goal }) => ({ value: share, target: goal })),
    'share'
  );
  const goalDigits = columnDigits(
    bars.map(({ goal }) => ({ value: goal })),
    'share'
  );
  const agreements = table.rows.map((row) => memberOf(row.agreement));
  const head = markup`<tr><th>Agreement</th><th>Target</th><th>Attained, with the goal as a tick</th><th class="number">Attained</th><th class="number">Goal</th><th class="number">Gap</th><th class="number">Clocks</th></tr>`;
  return markup`<div class="scroll"><table><thead>${head}</thead><tbody>${bars.map((bar, index) => {
    const { symbol, word } = standings[bar.state];
    const row = table.rows[index]!;
    const tick = bar.tick !== null && markup`<b style="left:${bar.tick.toFixed(2)}%"></b>`;
    return markup`<tr class="${bar.completed < fewRecords ? 'few' : ''}"><td>${agreements[index]}</td><td>${bar.label}</td><td><div class="bar"><i style="width:${bar.length.toFixed(2)}%"></i>${tick}</div></td><td class="number ${bar.state}">${open(markup`${symbol} ${percent(bar.share, bar.goal, digits)} ${word}`, row, view.attainment)}</td><td class="number">${percent(bar.goal, undefined, goalDigits)}</td><td class="number">${points(bar.gap)}</td><td class="number">${open(markup`${count(bar.completed)}`, row, view.completed)}</td></tr>`;
  })}</tbody></table></div>`;
}

function grid(table: Table, view: Of<'grid'>, open: Open): Markup {
  const weights = table.rows.map((row) => numberOf(row[view.completed]) ?? 0);
  const goal = sum(table.rows.map((row, index) => (numberOf(row[view.goal]) ?? 0) * weights[index]!)) / Math.max(1, sum(weights));
  const rowOf = (member: string, period: string): Row =>
    table.rows.find((row) => memberOf(row[view.row]) === member && row.period === period)!;
  const { periods, rows } = slam(table, {
    row: view.row,
    attainment: view.attainment,
    completed: view.completed,
    promised: () => ({ goal }),
    asOf: undefined
  });
  const digits = columnDigits(
    rows.flatMap(({ cells }) => cells.map(({ share }) => ({ value: share, target: goal }))),
    'share'
  );
  return markup`<div class="scroll"><table class="grid"><thead><tr><th>Service</th>${periods.map((period) => markup`<th class="number">${bucket(period, 'month')}</th>`)}</tr></thead><tbody>${rows.map(
    (row) =>
      markup`<tr><td>${row.member}</td>${row.cells.map(
        (cell) =>
          markup`<td class="number ${cell.state}${cell.hasFew ? ' few' : ''}">${cell.share === null ? '—' : open(markup`${standings[cell.state].symbol} ${percent(cell.share, goal, digits)}`, rowOf(row.member, cell.period), view.attainment)}</td>`
      )}</tr>`
  )}</tbody></table></div><p class="note">Goal ${percent(goal)}.</p>`;
}

function plainTable(table: Table, view: Of<'table'>, open: Open, grain = 'day'): Markup {
  const shown = table.columns.filter((column) => !Object.values(view.goals ?? {}).includes(column.name));
  const isNumber = (kind: string): boolean => kind === 'measure' || kind === 'compare';
  const goalOf = (row: Row, name: string): number | null => numberOf(row[view.goals?.[name] ?? '']);
  const digits = new Map(
    shown.map(({ name, unit }) => [
      name,
      columnDigits(
        table.rows.map((row) => ({ value: numberOf(row[name]), target: goalOf(row, name) })),
        unit
      )
    ])
  );
  return markup`<div class="scroll"><table><thead><tr>${shown.map((column) => markup`<th class="${isNumber(column.kind) ? 'number' : ''}">${column.label}</th>`)}</tr></thead><tbody>${table.rows.map(
    (row) =>
      markup`<tr>${shown.map((column) => {
        const words = column.kind === 'period' ? bucket(String(row[column.name]), grain) : memberOf(row[column.name]);
        if (!isNumber(column.kind)) return markup`<td>${words}</td>`;
        const value = numberOf(row[column.name]);
        const goal = goalOf(row, column.name);
        const state = goal === null ? undefined : standing(value, goal);
        return markup`<td class="number ${state ?? ''}">${open(markup`${state && `${standings[state].symbol} `}${exact(value, shownUnit(column), goal, digits.get(column.name))}`, row, column.name)}</td>`;
      })}</tr>`
  )}</tbody></table></div>`;
}
