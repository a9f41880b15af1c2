import type { Answered } from '#dashboard/lib/board-data.ts';
import { BusyError } from '#warehouse/query/admission.ts';
import { answer } from '#warehouse/query/answer.ts';
import { QueryError } from '#warehouse/query/error.ts';
import { TimeoutError } from '#warehouse/query/patience.ts';
import type { Query } from '#warehouse/query/query.ts';
import type { Reader } from '#warehouse/query/reader.ts';

/**
 * Asks the query door. A question that cannot be answered (“backlog does not know category”, “stopped after 30 s”) becomes an answer that
 * says so, so that one panel without it leaves the others alone.
 */
export async function askOrSay(reader: Reader, query: Query): Promise<Answered> {
  try {
    const { columns, rows, unavailable, period } = await answer(reader, query);
    const reasons = query.measures.map((measure) => unavailable[measure]);
    const refusal = reasons.every(Boolean) ? reasons[0] : undefined;
    return { columns, rows, unavailable, period, ...(refusal ? { refusal: sentence(refusal) } : {}) };
  } catch (error) {
    return { columns: [], rows: [], unavailable: {}, refusal: refusalOf(error) };
  }
}

/** Why a question has no answer, as a sentence. @throws the error itself where it is no refusal */
export function refusalOf(error: unknown): string {
  if (error instanceof QueryError || isTooMuch(error)) return sentence(error.message);
  throw error;
}

/** It took too long, or too many ask at once: the words of the error say what to do. */
export const isTooMuch = (error: unknown): error is Error => error instanceof TimeoutError || error instanceof BusyError;

export const sentence = (text: string): string => `${text[0]?.toUpperCase() ?? ''}${text.slice(1)}${/[.?!]$/.test(text) ? '' : '.'}`;
