import type { Board, Card, ChartPanel, GrowthPanel, Panel } from '#dashboard/boards/board.ts';
import { chosenFilters, type Scope } from '#dashboard/boards/scope.ts';
import type { Encoding } from '#dashboard/charts/encoding.ts';
import type { Absent, BoardData } from '#dashboard/lib/board-data.ts';
import { unfollowed, whySilent } from '#warehouse/query/availability.ts';
import type { BuildFacts } from '#warehouse/query/build.ts';
import type { Query } from '#warehouse/query/query.ts';
import { wordsOf } from './measure-words.ts';

interface Fitted {
  board: Board;
  absent: Absent[];
  choices: BoardData['choices'];
}

/**
 * A board without what this build cannot tell under what was chosen: cards and panels whose measures are not available or do not follow a
 * filter, columns of tables, weights of a Pareto. What is left out is named once, by its reason, instead of in rows of empty boxes.
 */
export function fitBoard(build: BuildFacts, board: Board, scope: Pick<Scope, 'shown' | 'chosen' | 'own'>): Fitted {
  const lacking = new Map<string, { why: Why; names: Set<string> }>();
  const lack = (why: Why, name: string): void => {
    const known = lacking.get(why.reason) ?? { why, names: new Set() };
    lacking.set(why.reason, known);
    known.names.add(name);
  };
  const fields = chosenFilters(scope).map(({ field }) => field);
  const whyNot: WhyNot = (measure, dimensions) => {
    const reason = whySilent(build, measure, dimensions);
    if (reason) return { cause: 'source', reason };
    const filters = unfollowed(build, measure, fields);
    return filters.length > 0 ? { cause: 'filter', reason: filters.join(', ') } : undefined;
  };
  const choices: BoardData['choices'] = {};
  const cards = board.cards.flatMap((card) => fitCard(whyNot, card, lack));
  const panels = board.panels.flatMap((panel) => {
    if (panel.kind === 'growth') return fitPanel(whyNot, sliced(whyNot, panel, scope, choices), lack);
    const weighed = panel.kind === 'chart' && panel.weights ? weigh(whyNot, panel, scope, choices) : panel;
    return fitPanel(whyNot, weighed, lack);
  });
  return {
    board: { ...board, cards, panels: filled(panels) },
    absent: [...lacking.values()].map(({ why, names }) => ({ ...why, names: [...names] })),
    choices
  };
}

type Why = Pick<Absent, 'cause' | 'reason'>;
/** Why a measure has nothing to tell here, undefined when it has. */
type WhyNot = (measure: string, dimensions?: Query['dimensions']) => Why | undefined;

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

type Lack = (why: Why, name: string) => void;

function fitCard(whyNot: WhyNot, card: Card, lack: Lack): Card[] {
  const why = whyNot(card.measure);
  if (why) {
    lack(why, card.title);
    return [];
  }
  const { second, ...rest } = card;
  return [{ ...rest, ...(second !== undefined && !whyNot(second) ? { second } : {}) }];
}

function fitPanel(whyNot: WhyNot, panel: Panel, lack: Lack): Panel[] {
  const { measures, dimensions } = panel.query;
  const reasons = new Map(measures.map((name) => [name, whyNot(name, dimensions)] as const));
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
function weigh(whyNot: WhyNot, panel: ChartPanel, { shown = {} }: Pick<Scope, 'shown'>, choices: BoardData['choices']): ChartPanel {
  const { weights: all = [], query, encoding, id } = panel;
  if (encoding.chart !== 'pareto') return panel;
  const offered = all.filter(({ measure }) => !whyNot(measure, query.dimensions));
  const chosen = offered.find(({ name }) => name === shown[`weight.${id}`]) ?? offered[0];
  if (!chosen) return panel;
  choices[id] = { key: 'weight', label: 'Weight', offered, shown: chosen.name };
  const { measure } = chosen;
  return {
    ...panel,
    query: { ...query, measures: [measure], sort: [{ by: measure, descending: true }] },
    encoding: { ...encoding, measure }
  };
}

/** The panel by the dimension that was chosen, or the first that can be told; the others stay for its sentence. */
function sliced(whyNot: WhyNot, panel: GrowthPanel, { shown = {} }: Pick<Scope, 'shown'>, choices: BoardData['choices']): GrowthPanel {
  const { slices, query, id } = panel;
  const offered = slices.filter(({ name }) => !whyNot(query.measures[0]!, [name]));
  const chosen = offered.find(({ name }) => name === shown[`by.${id}`]) ?? offered[0];
  if (!chosen) return panel;
  choices[id] = { key: 'by', label: 'Read', offered, shown: chosen.name };
  return { ...panel, slices: offered, query: { ...query, dimensions: [chosen.name] } };
}
