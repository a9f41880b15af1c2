import * as v from 'valibot';
import { QueryError } from './error.ts';
import { flatSource } from './export/flat-rows.ts';
import { negotiate } from './negotiate.ts';
import type { Reader } from './reader.ts';
import type { Reply } from './reply.ts';
import { exportReply } from './respond-export.ts';
import { replying } from './respond.ts';

const text = v.pipe(v.string(), v.maxLength(2000));
const seenSchema = v.object({
  name: v.pipe(v.string(), v.minLength(1), v.maxLength(200)),
  /** Where all rows are. */
  address: v.optional(v.pipe(v.string(), v.maxLength(8000), v.startsWith('/'))),
  columns: v.pipe(v.array(v.object({ name: text, label: text, unit: text })), v.minLength(1), v.maxLength(500)),
  rows: v.pipe(v.array(v.record(v.string(), v.nullable(v.union([v.string(), v.number(), v.boolean()])))), v.minLength(1), v.maxLength(5000))
});

/**
 * Rows as a page shows them, sent back to be written as a file: the page's order, columns and number, whatever its reader sorted or
 * left out. They are as far from the warehouse as the page was, and the manifest says where all of them are.
 * @param seen JSON of `seenSchema`; both as a form sends them
 */
export async function respondSeen(reader: Reader, seen: unknown, format: unknown, signal?: AbortSignal): Promise<Reply> {
  return replying(async () => {
    const { name, address, columns, rows } = parsed(seen);
    const known = negotiate(typeof format === 'string' ? format : 'csv', null);
    const source = flatSource({
      name: name.toLowerCase(),
      rows: rows.map((row) => Object.fromEntries(columns.map((column) => [column.name, row[column.name] ?? null]))),
      instants: columns.filter(({ unit }) => unit === 'instant').map((column) => column.name),
      question: () => ({
        words: `${name}: the ${rows.length} rows that a page showed`,
        address: address ?? '/',
        definitions: [],
        grain: 'row of the page',
        columns
      })
    });
    return exportReply(reader, source, known, new URLSearchParams(), signal);
  });
}

function parsed(seen: unknown): v.InferOutput<typeof seenSchema> {
  try {
    return v.parse(seenSchema, JSON.parse(String(seen)));
  } catch (error) {
    const reason = v.isValiError(error) ? `${error.message} at ${v.getDotPath(error.issues[0]) ?? 'its top'}` : 'it is no JSON';
    throw new QueryError('seen', String(seen).slice(0, 100), `the rows of the page could not be read: ${reason}`);
  }
}
