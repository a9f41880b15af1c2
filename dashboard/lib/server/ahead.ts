import type { Board } from '#dashboard/boards/board.ts';
import { scoped } from '#dashboard/boards/scope.ts';
import type { Reader } from '#warehouse/query/reader.ts';
import { askOrSay } from './ask.ts';
import { loadBoard } from './board.ts';

/**
 * Asks what the boards ask as they open, once after each new build and while nobody else asks, so that the first who opens a board of many
 * million records does not pay for all. `look` is called again and again, and does nothing or one board.
 */
export class Ahead {
  private readonly boards: readonly Board[];
  private build: string | undefined;
  private left: Board[] = [];
  private asked = -1;
  private isAsking = false;

  constructor(boards: readonly Board[]) {
    this.boards = boards;
  }

  /**
   * @returns the board that was asked; undefined when there is nothing left, or somebody has asked since the last look
   * @throws what a question throws that no board could show
   */
  async look(reader: Reader): Promise<Board | undefined> {
    if (this.isAsking) return undefined;
    if (this.build !== reader.build.buildId) {
      this.build = reader.build.buildId;
      this.left = [...this.boards];
    }
    const { questionsAsked } = reader;
    const isQuiet = questionsAsked === this.asked;
    this.asked = questionsAsked;
    const board = isQuiet ? this.left.shift() : undefined;
    if (!board) return undefined;
    this.isAsking = true;
    try {
      await openBoard(reader.aside(), board);
    } finally {
      this.isAsking = false;
    }
    return board;
  }
}

/** All that a page asks when it is opened as its address stands in the navigation, on the server and in the browser. */
async function openBoard(reader: Reader, whole: Board): Promise<void> {
  const { board, scope } = await loadBoard(reader, whole, new URL(`http://localhost/${whole.name}`));
  for (const panel of board.panels) if (panel.kind === 'chart') await askOrSay(reader, scoped(panel.query, scope));
}
