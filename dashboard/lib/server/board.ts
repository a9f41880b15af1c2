import type { Board, Card, CausingPanel, MatrixPanel, Panel } from '#dashboard/boards/board.ts';
import { cardReading, type CardReading } from '#dashboard/boards/cards.ts';
import { growthPhrases } from '#dashboard/boards/growth.ts';
import { periodWords } from '#dashboard/boards/periods.ts';
import { defaults, standingDefaults } from '#dashboard/boards/service-level-pages.ts';
import { chosenFilters, readScope, scoped, type Scope } from '#dashboard/boards/scope.ts';
import { joined } from '#dashboard/boards/unusual.ts';
import type { Row } from '#dashboard/charts/table.ts';
import { day, spanName } from '#dashboard/format.ts';
import type { Absent, Answered, BoardData, CausingReading } from '#dashboard/lib/board-data.ts';
import { recordsUrl } from '#dashboard/lib/links.ts';
import type { PingPongReading } from '#dashboard/lib/ping-pong.ts';
import { causingChanges } from '#warehouse/query/causing-changes.ts';
import { pingPong } from '#warehouse/query/ping-pong.ts';
import type { Filter, Query } from '#warehouse/query/query.ts';
import type { Reader } from '#warehouse/query/reader.ts';
import { askOrSay, refusalOf } from './ask.ts';
import { filterFields } from './fields.ts';
import { fitBoard } from './fitted.ts';
import { localDate } from './freshness.ts';
import { promisedIn, type PromisedReading } from './promised.ts';
import { sizeFor, wordsOf } from './measure-words.ts';
import { growthOf } from './growth.ts';
import { noMarks, readMarks } from './marks.ts';
import { baselinesNow, baselineUrl, type BaselinesOf } from './remarks.ts';
import { boardAnswer } from './unusual.ts';

export interface BoardOptions {
  /** Conditions of the page itself, for the page of one party. */
  own?: readonly Filter[];
  /** Resets of processes; those of the register unless handed in. */
  baselines?: BaselinesOf;
}

/** Runs every query of a board in parallel; charts ask for theirs in the browser. What this build cannot tell is left out and named. */
export async function loadBoard(reader: Reader, whole: Board, url: URL, { own, baselines }: BoardOptions = {}): Promise<BoardData> {
  const scope: Scope = { ...readScope(url.searchParams, whole), ...(own ? { own } : {}) };
  const { board, absent, choices } = fitBoard(reader.build, whole, scope);
  const asOfDate = localDate(reader.build.asOf.toISOString(), reader.build.zone);
  const baselinesOf = baselines ?? baselinesNow(own);
  const [cards, tables, goals, fields, phrases, marks, toAndFro, causing, grown] = await Promise.all([
    Promise.all(board.cards.map((card) => loadCard(reader, card, scope))),
    Promise.all(board.panels.filter((panel) => panel.kind !== 'chart').map((panel) => loadTable(reader, panel, scope))),
    Promise.all(board.panels.filter((panel) => panel.kind === 'chart' && panel.goal).map((panel) => loadGoal(reader, panel, scope))),
    filterFields(reader, board.filters),
    board.answer && boardAnswer({ reader, scope, asOfDate, baselinesOf }, board.answer),
    scope.shown?.marks === 'off' ? noMarks : readMarks(reader, scope.period, chosenFilters(scope)),
    Promise.all(board.panels.filter((panel) => panel.kind === 'matrix').map((panel) => loadPingPong(reader, panel, scope))),
    Promise.all(board.panels.filter((panel) => panel.kind === 'causing').map((panel) => loadCausing(reader, panel, scope))),
    Promise.all(
      board.panels
        .filter((panel) => panel.kind === 'growth')
        .map(async (panel) => ({ id: panel.id, growth: await growthOf(reader, panel, scope) }))
    )
  ]);
  const told = telling(cards);
  return {
    board,
    scope,
    fields,
    cards: [...told.cards],
    tables: Object.fromEntries(tables),
    goals: Object.fromEntries(goals),
    phrases: joined([phrases ?? [], ...(board.answer ? grown.map(({ growth }) => (growth ? growthPhrases(growth, true) : [])) : [])]),
    absent: [...told.absent, ...absent],
    choices,
    growth: Object.fromEntries(grown.map(({ id, growth }) => [id, growth ? growthPhrases(growth) : []])),
    baselines: Object.fromEntries(board.panels.flatMap((panel) => resets(panel, scope, baselinesOf))),
    marks,
    pingPong: Object.fromEntries(toAndFro),
    causing: Object.fromEntries(causing),
    asOfDate,
    zone: reader.build.zone
  };
}

/** The resets of a process-behaviour chart, of the very records that it shows. */
function resets(panel: Panel, scope: Scope, baselinesOf: BaselinesOf): [string, BoardData['baselines'][string]][] {
  if (panel.kind !== 'chart' || panel.encoding.chart !== 'behaviour') return [];
  const { filters = [] } = scoped(panel.query, scope);
  const { measure } = panel.encoding;
  return [[panel.id, { kept: baselinesOf(measure, filters), href: baselineUrl(measure, filters) }]];
}

const loadTable = async (reader: Reader, panel: Panel, scope: Scope): Promise<[string, Answered]> => [
  panel.id,
  await askOrSay(reader, scoped(panel.query, scope))
];

async function loadPingPong(reader: Reader, { id, process }: MatrixPanel, scope: Scope): Promise<[string, PingPongReading]> {
  const query: Query = scoped({ measures: [`${process}.hand_backs`] }, scope);
  const href = recordsUrl(query);
  try {
    const rows = await pingPong(reader, process, { period: scope.period, filters: query.filters });
    return [id, { rows: rows.map(({ total: _, ...row }): Row => row), total: rows[0]?.total ?? 0, href }];
  } catch (error) {
    return [id, { rows: [], total: 0, href, refusal: refusalOf(error) }];
  }
}

async function loadCausing(reader: Reader, { id, query }: CausingPanel, scope: Scope): Promise<[string, CausingReading]> {
  const { filters } = scoped(query, scope);
  try {
    const rows = await causingChanges(reader, { period: scope.period, ...(filters ? { filters } : {}) });
    return [id, { rows: rows.map((row): Row => ({ ...row })) }];
  } catch (error) {
    return [id, { rows: [], refusal: refusalOf(error) }];
  }
}

const loadGoal = async (reader: Reader, panel: Panel, scope: Scope): Promise<[string, PromisedReading]> => [
  panel.id,
  await promisedIn(reader, scoped(panel.query, scope), scope)
];

/** A card about SLAs; about the agreements or targets that the reader chose where he did, as the sentence above it is. */
function promised(card: Card, otherwise: string, scope: Scope): Card {
  const { filters } = standingDefaults(scope, defaults.policy);
  return filters.length > 0 ? { ...card, filters: [...(card.filters ?? []), ...filters] } : { ...card, title: otherwise };
}

/** The metric that a card is about, where it is one. */
const metricOf = ({ filters = [] }: Card): string | undefined => {
  const named = filters.find(({ field }) => field === 'metric');
  return named && 'values' in named && named.values?.length === 1 ? String(named.values[0]) : undefined;
};

/** Cards with a figure; those without one are named together where others have something to say. */
function telling(cards: readonly CardReading[]): { cards: readonly CardReading[]; absent: Absent[] } {
  const mute = cards.filter((card) => card.value === null && !card.isNow && !card.reason);
  if (mute.length === 0 || mute.length === cards.length) return { cards, absent: [] };
  return {
    cards: cards.filter((card) => !mute.includes(card)),
    absent: [{ cause: 'record', reason: 'no record', names: mute.map(({ title }) => title) }]
  };
}

async function loadCard(reader: Reader, asked: Card, scope: Scope): Promise<CardReading> {
  const card = asked.ofSlas ? promised(asked, asked.ofSlas.otherwise, scope) : asked;
  const size = sizeFor(card.measure);
  const counted = [card.measure, ...(size ? [size] : [])];
  const secondSize = card.second ? sizeFor(card.second) : undefined;
  const names = [...new Set([...counted, ...(card.second ? [card.second] : []), ...(secondSize ? [secondSize] : [])])];
  const base = { filters: [...(card.filters ?? []), ...chosenFilters(scope)] };
  const period = card.isNow ? { period: { all: true as const } } : { period: scope.period };
  const compare = card.isNow || 'all' in scope.period ? {} : { compare: scope.compare ?? ('previous_period' as const) };
  const total: Query = { measures: names, ...base, ...period, ...compare };
  const buckets: Query | undefined = card.isNow ? undefined : { measures: counted, ...base, ...period, grain: scope.grain };
  const [answered, series, judged] = await Promise.all([
    askOrSay(reader, total),
    buckets && askOrSay(reader, buckets),
    card.goal ? promisedIn(reader, { ...base, ...period }, scope, metricOf(card)) : undefined
  ]);
  const before = answered.period?.compare;
  const isKnown = !before || before.from >= reader.build.dataFrom;
  const partialFrom = series?.period?.partialFrom;
  const reading = cardReading({
    card,
    size,
    secondSize,
    total: isKnown ? answered.rows[0] : withoutCompare(answered.rows[0]),
    series: (series?.rows ?? []).filter((row) => !partialFrom || String(row.period) < partialFrom),
    seriesQuery: buckets,
    words: wordsOf,
    goal: judged?.goal ?? null,
    missed: judged?.missed && { text: judged.missed.words, state: judged.missed.state, href: judged.href },
    comparison: comparisonWords(scope, before),
    ...(isKnown && before ? {} : { noComparison: whyNotCompared(before, reader.build.dataFrom) }),
    href: (measure) => recordsUrl(total, { measure, members: {} }),
    ...(buckets ? { bucketHref: (row) => recordsUrl(buckets, { measure: card.measure, members: row }) } : {})
  });
  const reason = answered.refusal ?? answered.unavailable[card.measure];
  return reason ? { ...reading, full: reason, reason } : reading;
}

/** `against Q2 2026` where the period before has a name, else in the words of the period. */
function comparisonWords({ compare, period }: Scope, before: { from: string; to: string } | undefined): string {
  const name = before && spanName(before);
  if (name) return `against ${name}`;
  if (compare === 'same_period_last_year') return 'against a year before';
  return 'from' in period ? 'against the period before' : `against the ${periodWords(period).replace(/^(last|this) /, '')} before`;
}

/** Why a figure has no change: nothing lies before all time, and of what lies before the data nothing is known. */
const whyNotCompared = (before: { from: string; to: string } | undefined, dataFrom: string): string =>
  before ? `not compared: data begin ${day(dataFrom)}` : 'all time has no time before';

/** A comparison with a period that the data only partly knows would mislead. */
const withoutCompare = (row: Row | undefined): Row | undefined =>
  row && Object.fromEntries(Object.entries(row).filter(([name]) => !name.endsWith(':compare')));
