import { measureOf, type ExploreFacts, type ExploreState } from '#dashboard/boards/explore.ts';
import { trendQuestion } from '#dashboard/boards/explore-questions.ts';
import { scoped } from '#dashboard/boards/scope.ts';
import type { Answered, BoardData } from '#dashboard/lib/board-data.ts';
import { queryUrl } from '#dashboard/lib/links.ts';

/** Panels of a board in the first view of a usual window. */
const inView = 4;

/**
 * Addresses that the charts in the first view of a board ask for as soon as they are alive. Named in the header of the page, their
 * answers come while the page is read.
 */
export const askedByBoard = ({ board, scope }: BoardData): string[] =>
  board.panels.slice(0, inView).flatMap((panel) => (panel.kind === 'chart' ? queryUrl(scoped(panel.query, scope), 'json') : []));

/** The same of Explore: the course of each chosen KPI that has one and could be told. */
export const askedByExplore = (state: ExploreState, facts: ExploreFacts, answers: Readonly<Record<string, Answered>>): string[] =>
  state.measures
    .map((name) => measureOf(facts, name))
    .filter((measure) => measure !== undefined && !measure.isNow && !measure.reason && !answers[`total ${measure.name}`]?.refusal)
    .map((measure) => queryUrl(trendQuestion(state, measure!.name, facts), 'json'));
