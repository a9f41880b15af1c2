import { standingOf, type Promised } from '#dashboard/boards/promised.ts';
import { bullets } from '#dashboard/charts/bullet.ts';
import type { ChartContext, Encoding } from '#dashboard/charts/encoding.ts';
import { goalWords, severalWords, slam } from '#dashboard/charts/slam.ts';
import { summary } from '#dashboard/charts/summary.ts';
import { memberOf, numberOf, unitOf, type Row, type Table } from '#dashboard/charts/table.ts';
import { light, standings } from '#dashboard/charts/theme.ts';
import { bucket, columnDigits, count, difference, exact, fewRecords, inUnit, percent, points, shownUnit } from '#dashboard/format.ts';
import { promisedIn } from '../promised.ts';
import { figureAddress } from '../receipts.ts';
import type { ResolvedSection, View } from '../report.ts';
import { markup, trusted, type Markup } from './markup.ts';
import { chartSvg } from './svg.ts';

type Of<A extends View['as']> = Extract<View, { as: A }>;

/** A figure that opens its receipt, or its words alone where nobody knows the product's address. */
type Open = (told: Markup, row: Row, column: string) => Markup;

const unjudged: Promised = { goal: null, missed: undefined };

/** One section's figures as HTML. @param address where the product is reached */
export function viewMarkup(section: ResolvedSection, asOf: string, address?: string): Markup {
  const { table, view } = section;
  const open: Open = (told, row, column) =>
    address === undefined ? told : markup`<a href="${figureAddress(section, row, column, address)}">${told}</a>`;
  if (table.rows.length === 0) return markup`<p class="note">No records in this period.</p>`;
  switch (view.as) {
    case 'cards':
      return cards(section, view, open);
    case 'chart':
      return markup`${chart(section, view, {
        asOf,
        grain: section.query.grain,
        baselines: section.baselines,
        ...(section.query.period && 'from' in section.query.period ? { from: section.query.period.from } : {})
      })}${drawn(section, view, open)}`;
    case 'bullets':
      return bulletTable(table, view, open);
    case 'grid':
      return grid(section, view, open);
    case 'table':
      return plainTable(section, view, open);
  }
}

function cards(section: ResolvedSection, view: Of<'cards'>, open: Open): Markup {
  const { table } = section;
  const row = table.rows[0] ?? {};
  const { whole } = promisedIn(section);
  return markup`<dl class="cards">${view.measures.map((name) => {
    const column = table.columns.find((one) => one.name === name);
    const { goal, missed } = name === view.judged ? whole : unjudged;
    const now = numberOf(row[name]);
    const before = numberOf(row[`${name}:compare`]);
    const state = goal === null && !missed ? undefined : standingOf({ share: now, goal, missed });
    return markup`<div class="card"><dt>${column?.label ?? name}</dt><dd>${open(markup`${inUnit(now, unitOf(table, name), goal)}`, row, name)}${
      state && markup` <span class="${state}">${standings[state].symbol} ${standings[state].word}</span>`
    }</dd><dd>${difference(now, before, unitOf(table, name))} against the period before${missed ? `; ${missed.words}` : goal !== null && `; goal ${percent(goal)}`}</dd></div>`;
  })}</dl>`;
}

function chart(
  section: ResolvedSection,
  view: Of<'chart'>,
  { grain = 'month', ...told }: Pick<ChartContext, 'asOf' | 'grain' | 'baselines' | 'from'>
): Markup {
  const { name, title, table } = section;
  const { goal } = view.judged ? promisedIn(section).whole : unjudged;
  const context: ChartContext = { theme: light, grain, ...told };
  const encoding: Encoding =
    view.encoding.chart === 'line' && goal !== null ? { ...view.encoding, target: { value: goal, label: 'goal' } } : view.encoding;
  const sentence = summary(table, encoding, context);
  return markup`<figure role="img" aria-label="${`${title}. ${sentence}`}">${trusted(chartSvg(name, table, encoding, context))}<figcaption class="note">${sentence}</figcaption></figure>`;
}

/** What a chart draws as a table, folded: a picture has no figure to open. */
function drawn(section: ResolvedSection, { judged }: Of<'chart'>, open: Open): Markup {
  const view: Of<'table'> = { as: 'table', ...(judged ? { judged } : {}) };
  return markup`<details><summary>The figures of this chart</summary>${plainTable(section, view, open, section.query.grain)}</details>`;
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

function grid(section: ResolvedSection, view: Of<'grid'>, open: Open): Markup {
  const { table } = section;
  const promised = promisedIn(section);
  const rowOf = (member: string, period: string): Row =>
    table.rows.find((row) => memberOf(row[view.row]) === member && row.period === period)!;
  const { periods, rows } = slam(table, {
    row: view.row,
    attainment: view.judged,
    completed: view.completed,
    promised: (member, period) => (period === undefined ? promised.member(member) : promised.row(rowOf(member, period))),
    asOf: undefined
  });
  const digits = columnDigits(
    rows.flatMap(({ cells }) => cells.map(({ share, goal }) => ({ value: share, target: goal }))),
    'share'
  );
  const goals = [...new Set(rows.map(goalWords))];
  const isOne = goals.length === 1;
  const key = [isOne && !rows[0]!.hasSeveral && `Judged by: ${goals[0]}.`, rows.some(({ hasSeveral }) => hasSeveral) && `${severalWords}.`];
  return markup`<div class="scroll"><table class="grid"><thead><tr><th>Service</th>${periods.map((period) => markup`<th class="number">${bucket(period, 'month')}</th>`)}</tr></thead><tbody>${rows.map(
    (row) =>
      markup`<tr><td>${row.member}${!isOne && markup` <span class="note">${goalWords(row)}</span>`}</td>${row.cells.map(
        (cell) =>
          markup`<td class="number ${cell.state}${cell.hasFew ? ' few' : ''}">${cell.share === null ? '—' : open(markup`${standings[cell.state].symbol} ${percent(cell.share, cell.goal, digits)}`, rowOf(row.member, cell.period), view.judged)}</td>`
      )}</tr>`
  )}</tbody></table></div><p class="note">${key.filter((words) => words !== false).join(' ')}</p>`;
}

function plainTable(section: ResolvedSection, view: Of<'table'>, open: Open, grain = 'day'): Markup {
  const { table } = section;
  const shown = table.columns;
  const promised = promisedIn(section);
  const isNumber = (kind: string): boolean => kind === 'measure' || kind === 'compare';
  const judgedBy = (row: Row, name: string): Promised => (name === view.judged ? promised.row(row) : unjudged);
  const digits = new Map(
    shown.map(({ name, unit }) => [
      name,
      columnDigits(
        table.rows.map((row) => ({ value: numberOf(row[name]), target: judgedBy(row, name).goal })),
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
        const { goal, missed } = judgedBy(row, column.name);
        const state = goal === null && !missed ? undefined : standingOf({ share: value, goal, missed });
        return markup`<td class="number ${state ?? ''}">${open(markup`${state && `${standings[state].symbol} `}${exact(value, shownUnit(column), goal, digits.get(column.name))}`, row, column.name)}</td>`;
      })}</tr>`
  )}</tbody></table></div>`;
}
