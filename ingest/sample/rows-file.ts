import { open, type FileHandle } from 'node:fs/promises';

const flushAt = 1 << 20;

/** A file that grows row by row. Rows wait in memory until `drain`, which the caller awaits often enough to keep memory flat. */
export class RowsFile {
  rows = 0;
  #waiting = '';
  readonly #handle: FileHandle;

  constructor(handle: FileHandle) {
    this.#handle = handle;
  }

  static async create(path: string, header?: readonly string[]): Promise<RowsFile> {
    const file = new RowsFile(await open(path, 'w'));
    if (header) file.#waiting = header.join(',') + '\n';
    return file;
  }

  /** One row without its line end. */
  add(row: string): void {
    this.#waiting += row + '\n';
    this.rows++;
  }

  /** Writes what waits, once it is worth a write. */
  async drain(): Promise<void> {
    if (this.#waiting.length >= flushAt) await this.#write();
  }

  async close(): Promise<void> {
    try {
      await this.#write();
    } finally {
      await this.#handle.close();
    }
  }

  async #write(): Promise<void> {
    const text = this.#waiting;
    this.#waiting = '';
    await this.#handle.writeFile(text);
  }
}

const special = /[",\n\r]/;

/** A CSV cell by RFC 4180. */
export const cell = (text: string): string => (special.test(text) ? '"' + text.replaceAll('"', '""') + '"' : text);
