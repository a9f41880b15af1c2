import { scoped } from '#dashboard/boards/scope.ts';
import type { Reader } from '#warehouse/query/reader.ts';
import { askOrSay } from './ask.ts';
import type { BoardPage } from './board-pages.ts';

/**
 * Asks what the boards ask as they open, once after each new build and while nobody reads, so that the first who opens a board of many
 * million records does not pay for all. `look` is called again and again, and does nothing or one page.
 */
export class Ahead {
  private readonly pages: readonly BoardPage[];
  private build: string | undefined;
  private left: BoardPage[] = [];
  private requests = 0;
  private answering = 0;
  private seen = -1;
  private isAsking = false;

  constructor(pages: readonly BoardPage[]) {
    this.pages = pages;
  }

  /** Answers a reader's request; until the look after the next nothing is asked ahead. */
  async while<T>(answer: () => T | Promise<T>): Promise<T> {
    this.requests++;
    this.answering++;
    try {
      return await answer();
    } finally {
      this.answering--;
    }
  }

  /**
   * @returns the page whose questions were asked; undefined when there is nothing left, or somebody reads or has read since the last look
   * @throws what a question throws that no board could show
   */
  async look(reader: Reader): Promise<BoardPage | undefined> {
    if (this.isAsking) return undefined;
    if (this.build !== reader.build.buildId) {
      this.build = reader.build.buildId;
      this.left = [...this.pages];
    }
    const isQuiet = this.answering === 0 && this.requests === this.seen;
    this.seen = this.requests;
    const page = isQuiet ? this.left.shift() : undefined;
    if (!page) return undefined;
    this.isAsking = true;
    try {
      await open(reader.aside(), page);
    } finally {
      this.isAsking = false;
    }
    return page;
  }
}

/** All that a page asks when it is opened as its address stands in the navigation, on the server and in the browser. */
async function open(reader: Reader, { name, load }: BoardPage): Promise<void> {
  const { board } = await load(reader, new URL(`http://localhost/${name}`));
  for (const panel of board.board.panels) if (panel.kind === 'chart') await askOrSay(reader, scoped(panel.query, board.scope));
}
