import { boards } from '#dashboard/boards/index.ts';
import { periodChoices } from '#dashboard/boards/periods.ts';
import { scoped, type Scope } from '#dashboard/boards/scope.ts';
import { Random } from '#ingest/sample/random.ts';
import { toParams } from '#warehouse/query/params.ts';
import type { Grain, Query } from '#warehouse/query/query.ts';
import { readPeriod } from '#warehouse/query/params.ts';

/** Boards that have something to show of incidents and their service levels. */
const incidentBoards = ['overview', 'service-levels', 'incidents'];

export interface Question {
  board: string;
  /** Cards and panels of one page, as addresses without the host. */
  paths: string[];
}

/**
 * What readers of the boards ask, page after page: half of the pages as they open, half with a period, a grain and a member of a
 * filter that the reader chose.
 */
export function* questions(
  seed: number,
  members: Readonly<Record<string, readonly string[]>>,
  shown: readonly string[] = incidentBoards
): Generator<Question> {
  const random = new Random(seed);
  for (let page = 0; ; page++) {
    random.at(1, page);
    const board = boards[random.pick(shown)]!;
    const isOpened = random.next() < 0.5;
    const field = random.pick(board.filters.filter((name) => members[name]?.length));
    const scope: Scope = {
      period: isOpened ? (board.period ?? { last: 12, unit: 'month' }) : readPeriod(random.pick(periodChoices).value)!,
      grain: isOpened ? (board.grain ?? 'month') : random.pick<Grain>(['week', 'month', 'quarter']),
      compare: undefined,
      chosen: isOpened || !field ? {} : { [field]: [random.pick(members[field]!)] }
    };
    const cards = board.cards.map(({ measure, second, filters, isNow }): Query => {
      const measures = [...new Set([measure, ...(second ? [second] : [])])];
      const query = scoped({ measures, filters }, scope);
      return isNow ? { ...query, period: { all: true } } : query;
    });
    const panels = board.panels.map((panel) => scoped(panel.query, scope));
    yield { board: board.name, paths: [...cards, ...panels].map((query) => `/api/query?${toParams(query).toString()}&format=json`) };
  }
}
