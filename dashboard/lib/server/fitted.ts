import type { Board, Card, ChartPanel, Panel } from '#dashboard/boards/board.ts';
import type { Scope } from '#dashboard/boards/scope.ts';
import type { Encoding } from '#dashboard/charts/encoding.ts';
import type { Absent, BoardData } from '#dashboard/lib/board-data.ts';
import { whySilent } from '#warehouse/query/availability.ts';
import type { BuildFacts } from '#warehouse/query/build.ts';
import { wordsOf } from './measure-words.ts';

interface Fitted {
  board: Board;
  absent: Absent[];
  weights: BoardData['weights'];
}

/**
 * A board without what this build cannot tell: cards and panels whose measures are not available, columns of tables, weights of a Pareto.
 * What is left out is named once, by its reason, instead of in rows of empty boxes.
 */
export function fitBoard(build: BuildFacts, board: Board, scope: Pick<Scope, 'shown'>): Fitted {
  const lacking = new Map<string, Set<string>>();
  const lack = (reason: string, name: string): void => void lacking.set(reason, (lacking.get(reason) ?? new Set()).add(name));
  const weights: BoardData['weights'] = {};
  const cards = board.cards.flatMap((card) => fitCard(build, card, lack));
  const panels = board.panels.flatMap((panel) => {
    const weighed = panel.kind === 'chart' && panel.weights ? weigh(build, panel, scope, weights) : panel;
    return fitPanel(build, weighed, lack);
  });
  return {
    board: { ...board, cards, panels: filled(panels) },
    absent: [...lacking].map(([reason, names]) => ({ reason, names: [...names] })),
    weights
  };
}

const columns = 12;

/** Panels row by row, those of a row that is not full made wider: what a build lacks leaves no hole. */
export function filled<P extends Pick<Panel, 'span'>>(panels: readonly P[]): P[] {
  const rows: P[][] = [];
  for (const panel of panels) {
    const row = rows.at(-1);
    if (row && row.reduce((sum, { span }) => sum + span, panel.span) <= columns) row.push(panel);
    else rows.push([panel]);
  }
  return rows.flatMap((row) => {
    const free = columns - row.reduce((sum, { span }) => sum + span, 0);
    return row.map((panel, at) => ({ ...panel, span: panel.span + Math.floor(free / row.length) + (at < free % row.length ? 1 : 0) }));
  });
}

type Lack = (reason: string, name: string) => void;

function fitCard(build: BuildFacts, card: Card, lack: Lack): Card[] {
  const reason = whySilent(build, card.measure);
  if (reason) {
    lack(reason, card.title);
    return [];
  }
  const { second, size, ...rest } = card;
  const tells = (name: string | undefined): name is string => name !== undefined && !whySilent(build, name);
  return [{ ...rest, ...(tells(second) ? { second } : {}), ...(tells(size) ? { size } : {}) }];
}

function fitPanel(build: BuildFacts, panel: Panel, lack: Lack): Panel[] {
  const { measures, dimensions } = panel.query;
  const reasons = new Map(measures.map((name) => [name, whySilent(build, name, dimensions)] as const));
  const told = measures.filter((name) => !reasons.get(name));
  const needed = panel.kind === 'chart' ? neededBy(panel.encoding) : [];
  const missing =
    needed.find((name) => reasons.get(name)) ??
    (told.length === 0 || onlySize(panel, told) ? measures.find((name) => reasons.get(name)) : undefined);
  if (missing !== undefined) {
    lack(reasons.get(missing)!, panel.title);
    return [];
  }
  if (told.length === measures.length) return [panel];
  for (const name of measures) if (reasons.get(name)) lack(reasons.get(name)!, `${panel.title}: ${wordsOf(name).label}`);
  const sort = panel.query.sort?.filter(({ by }) => told.includes(by) || !measures.includes(by));
  const query = { ...panel.query, measures: told, ...(sort ? { sort } : {}) };
  return [panel.kind === 'chart' ? { ...panel, query, encoding: narrowed(panel.encoding, told) } : { ...panel, query }];
}

/** A table of nothing but the number of records says nothing that was asked. */
const onlySize = (panel: Panel, told: readonly string[]): boolean =>
  panel.kind === 'table' && panel.query.measures.length > 1 && told.every((name) => name === panel.size);

/** Measures without which an encoding draws nothing. */
function neededBy(encoding: Encoding): string[] {
  switch (encoding.chart) {
    case 'line':
    case 'bars':
      return [];
    case 'backlog':
      return [encoding.backlog];
    default:
      return [encoding.measure];
  }
}

function narrowed(encoding: Encoding, told: readonly string[]): Encoding {
  const kept = (names: readonly string[]): string[] => names.filter((name) => told.includes(name));
  if (encoding.chart === 'backlog') return { ...encoding, arrived: kept(encoding.arrived), left: kept(encoding.left) };
  const sized = 'size' in encoding && encoding.size && !told.includes(encoding.size) ? { size: undefined } : {};
  return 'measures' in encoding ? { ...encoding, measures: kept(encoding.measures), ...sized } : { ...encoding, ...sized };
}

/** The panel under the weight that was chosen, or the first that can be told. */
function weigh(build: BuildFacts, panel: ChartPanel, { shown = {} }: Pick<Scope, 'shown'>, weights: BoardData['weights']): ChartPanel {
  const { weights: all = [], query, encoding, id } = panel;
  if (encoding.chart !== 'pareto') return panel;
  const offered = all.filter(({ measure }) => !whySilent(build, measure, query.dimensions));
  const chosen = offered.find(({ name }) => name === shown[`weight.${id}`]) ?? offered[0];
  if (!chosen) return panel;
  weights[id] = { offered, shown: chosen };
  const { measure } = chosen;
  return {
    ...panel,
    query: { ...query, measures: [measure], sort: [{ by: measure, descending: true }] },
    encoding: { ...encoding, measure }
  };
}
