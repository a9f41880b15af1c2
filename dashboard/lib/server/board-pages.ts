import type { Board } from '#dashboard/boards/board.ts';
import { boards } from '#dashboard/boards/index.ts';
import { knownErrors } from '#dashboard/boards/known-errors.ts';
import { overview } from '#dashboard/boards/overview.ts';
import { problems } from '#dashboard/boards/problems.ts';
import { readScope } from '#dashboard/boards/scope.ts';
import { serviceLevels } from '#dashboard/boards/service-levels.ts';
import { suppliers } from '#dashboard/boards/suppliers.ts';
import type { BoardData } from '#dashboard/lib/board-data.ts';
import type { Reader } from '#warehouse/query/reader.ts';
import { loadBoard } from './board.ts';
import { openClocks } from './open-clocks.ts';
import { suppliersPage } from './parties.ts';
import { knownErrorRows, problemSections, weights, type Weight } from './problems.ts';
import { reconciliationLine } from './reconciliation.ts';
import { serviceLevelSections } from './service-levels.ts';

/** What a page shows, or nothing of it while nothing has been published. */
export const whenPublished = async <T extends object>(
  reader: Reader | undefined,
  load: (reader: Reader) => Promise<T>
): Promise<Partial<T>> => (reader ? load(reader) : {});

export async function overviewBoard(reader: Reader, url: URL) {
  const board = await loadBoard(reader, overview, url);
  return { board, sections: await serviceLevelSections(reader, board.scope, board.asOfDate) };
}

export async function serviceLevelBoard(reader: Reader, url: URL) {
  const board = await loadBoard(reader, serviceLevels, url);
  const [sections, clocks, compared] = await Promise.all([
    serviceLevelSections(reader, board.scope, board.asOfDate),
    openClocks(reader, board.scope),
    Object.keys(board.scope.chosen).length === 0 ? reconciliationLine(reader) : undefined
  ]);
  return { board, sections, clocks, compared };
}

export async function problemBoard(reader: Reader, url: URL) {
  const weight: Weight = weights.find((one) => one === url.searchParams.get('weight')) ?? 'count';
  const [board, sections] = await Promise.all([
    loadBoard(reader, problems, url),
    problemSections(reader, weight, readScope(url.searchParams, problems))
  ]);
  return { board, sections };
}

export async function knownErrorBoard(reader: Reader, url: URL) {
  const [board, known] = await Promise.all([
    loadBoard(reader, knownErrors, url),
    knownErrorRows(reader, readScope(url.searchParams, knownErrors))
  ]);
  return { board, known };
}

export async function supplierBoard(reader: Reader, url: URL) {
  const [board, view] = await Promise.all([loadBoard(reader, suppliers, url), suppliersPage(reader, url)]);
  return { board, view };
}

export interface BoardPage {
  name: string;
  /** What the server asks for the page at an address. */
  load(reader: Reader, url: URL): Promise<{ board: BoardData }>;
}

/** The pages of boards that show more than their panels. */
const special = new Map<Board, BoardPage['load']>([
  [overview, overviewBoard],
  [serviceLevels, serviceLevelBoard],
  [problems, problemBoard],
  [knownErrors, knownErrorBoard],
  [suppliers, supplierBoard]
]);

/** The page of every board, in the order of the navigation. */
export const boardPages: readonly BoardPage[] = Object.values(boards).map((board) => ({
  name: board.name,
  load: special.get(board) ?? (async (reader, url) => ({ board: await loadBoard(reader, board, url) }))
}));
