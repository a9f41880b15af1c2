import { open, type FileHandle } from 'node:fs/promises';

const blockBytes = 1 << 20;

/**
 * A file that grows row by row. Rows are encoded at once into blocks, so that no text waits for the garbage collector; full blocks wait
 * for `drain`, which the caller awaits often enough to keep memory flat.
 */
export class RowsFile {
  rows = 0;
  #block: Buffer = Buffer.allocUnsafe(blockBytes);
  #used = 0;
  #full: Buffer[] = [];
  #spare: Buffer[] = [];
  readonly #handle: FileHandle;

  constructor(handle: FileHandle) {
    this.#handle = handle;
  }

  static async create(path: string, header?: readonly string[]): Promise<RowsFile> {
    const file = new RowsFile(await open(path, 'w'));
    if (header) file.#append(header.join(',') + '\n');
    return file;
  }

  /** One row without its line end. */
  add(row: string): void {
    this.#append(row + '\n');
    this.rows++;
  }

  #append(text: string): void {
    const most = text.length * 3;
    if (this.#used + most > this.#block.length) this.#turn(most);
    this.#used += this.#block.write(text, this.#used);
  }

  /** Sets the block aside and goes on with another that has room. */
  #turn(room: number): void {
    this.#full.push(this.#block.subarray(0, this.#used));
    this.#block = (room <= blockBytes && this.#spare.pop()) || Buffer.allocUnsafe(Math.max(blockBytes, room));
    this.#used = 0;
  }

  /** Writes the blocks that are full. */
  async drain(): Promise<void> {
    for (const block of this.#full) {
      await this.#handle.writeFile(block);
      if (block.buffer.byteLength === blockBytes) this.#spare.push(Buffer.from(block.buffer));
    }
    this.#full = [];
  }

  async close(): Promise<void> {
    try {
      this.#turn(0);
      await this.drain();
    } finally {
      await this.#handle.close();
    }
  }
}

const special = /[",\n\r]/;

/** A CSV cell by RFC 4180. */
export const cell = (text: string): string => (special.test(text) ? '"' + text.replaceAll('"', '""') + '"' : text);
