import { readEnvironment } from '#warehouse/environment.ts';
import { homeAt, type Home } from '#warehouse/home.ts';
import { NotBuiltError, openReader, type Reader } from '#warehouse/query/reader.ts';

export const currentHome = (): Home => homeAt(readEnvironment().home);

/** The reader of the last published warehouse; undefined while nothing has been published. */
export async function currentReader(): Promise<Reader | undefined> {
  try {
    return await openReader(currentHome());
  } catch (error) {
    if (error instanceof NotBuiltError) return undefined;
    throw error;
  }
}
