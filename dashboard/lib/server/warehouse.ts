import { existsSync } from 'node:fs';
import { readEnvironment } from '#warehouse/environment.ts';
import { homeAt, type Home } from '#warehouse/home.ts';
import { openReader, type Reader } from '#warehouse/query/reader.ts';

/** Kept on the process: the server entry and the bundle hold two copies of every module, and a file may be opened once only. */
const key = Symbol.for('plimsoll.dashboard.reader');
const shelf = globalThis as { [key]?: Promise<Reader> };

export const currentHome = (): Home => homeAt(readEnvironment().home);

/** The reader of the last published warehouse; undefined while nothing has been published. It follows every later publish by itself. */
export async function currentReader(): Promise<Reader | undefined> {
  const home = currentHome();
  if (!shelf[key] && !existsSync(home.warehouse)) return undefined;
  shelf[key] ??= openReader(home);
  try {
    return await shelf[key];
  } catch (error) {
    delete shelf[key];
    throw error;
  }
}
