import { join } from 'node:path';
import { headers, type SampleTable } from './headers.ts';
import type { SampleProgress } from './options.ts';
import { RowsFile } from './rows-file.ts';

/** Files that hold rows. */
export type SampleFile = SampleTable | 'alerts';
export const sampleFiles = [...Object.keys(headers), 'alerts'] as SampleFile[];

/** The open files of a sample; adding to one that was not asked for does nothing. */
export class Sheets {
  readonly #files: Map<SampleFile, RowsFile>;

  constructor(files: Map<SampleFile, RowsFile>) {
    this.#files = files;
  }

  static async create(folder: string, names: Partial<Record<SampleFile, string>>): Promise<Sheets> {
    const files = new Map<SampleFile, RowsFile>();
    for (const [table, name] of Object.entries(names) as [SampleFile, string][])
      files.set(table, await RowsFile.create(join(folder, name), table === 'alerts' ? undefined : headers[table]));
    return new Sheets(files);
  }

  has(...tables: SampleFile[]): boolean {
    return tables.some((table) => this.#files.has(table));
  }

  add(table: SampleFile, row: string | undefined): void {
    if (row !== undefined) this.#files.get(table)?.add(row);
  }

  async drain(): Promise<void> {
    for (const file of this.#files.values()) await file.drain();
  }

  async close(): Promise<void> {
    await Promise.all([...this.#files.values()].map((file) => file.close()));
  }

  get rows(): Record<string, number> {
    return Object.fromEntries([...this.#files].map(([table, file]) => [table, file.rows]));
  }
}

export type Report = (progress: SampleProgress) => void;
/** Records between two looks at the write buffers; small enough to keep memory flat. */
export const stride = 512;

/** Runs a step over `total` records, draining the files and telling progress as it goes. */
export async function each(step: string, total: number, sheets: Sheets, report: Report, make: (index: number) => void): Promise<void> {
  for (let index = 0; index < total; index++) {
    make(index);
    if (index % stride === stride - 1) {
      await sheets.drain();
      report({ step, done: index + 1, total });
    }
  }
  report({ step, done: total, total });
}
