import { openDatabase, type Connection, type Database } from '../connection.ts';
import type { BuildFacts } from './build.ts';
import { readFacts } from './facts.ts';

/** The published build that is open, and everybody who still reads it. */
export interface Opened {
  file: string;
  database: Database;
  build: BuildFacts;
  idle: Connection[];
  readers: number;
  isRetired: boolean;
}

/** Opens a published file read-only. @throws the engine's error when it cannot be opened */
export async function openFile(file: string, options: { threads: number; memoryLimit: string }): Promise<Opened> {
  const database = await openDatabase(file, {
    readOnly: true,
    ...(options.threads ? { threads: options.threads } : {}),
    ...(options.memoryLimit ? { memoryLimit: options.memoryLimit } : {})
  });
  try {
    return { file, database, build: await database.with(readFacts), idle: [], readers: 0, isRetired: false };
  } catch (error) {
    database.close();
    throw error;
  }
}

/** No new reader comes to it; it closes with the last one. */
export function retire(opened: Opened): void {
  opened.isRetired = true;
  for (const connection of opened.idle.splice(0)) connection.close();
  closeWhenDone(opened);
}

export function closeWhenDone(opened: Opened): void {
  if (opened.isRetired && opened.readers === 0) opened.database.close();
}

/** An error inside the engine, after which it answers nothing more until the file is opened anew. */
export const isInvalidated = (error: unknown): boolean => error instanceof Error && /^(INTERNAL|FATAL) Error/.test(error.message);
