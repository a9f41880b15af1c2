import { createHash } from 'node:crypto';
import { base58 } from './base58.ts';
import type { Register } from './register.ts';
import { dateIn, RemarkError, remarkLimits, wording } from './remark.ts';

/** From this local date on the process that a measure shows is a new one: limits are computed anew from there. */
export interface KeptBaseline {
  id: string;
  measure: string;
  /** Conditions as parameters spell them, sorted: the records that the reset is about. */
  filters: string[];
  from: string;
  reason: string;
  author: string;
  /** ISO 8601 UTC. */
  madeAt: string;
  removed: { at: string; by: string; because: string } | undefined;
}

export type BaselineWords = Pick<KeptBaseline, 'measure' | 'filters' | 'from' | 'reason' | 'author'>;

interface BaselineRow {
  baseline_id: string;
  measure: string;
  filters: string;
  from_date: string;
  reason: string;
  author: string;
  made_at: string;
  removed_at: string | null;
  removed_by: string | null;
  removed_because: string | null;
}

/**
 * Keeps a reset. Whether the measure and the filters exist is for the caller to know.
 * @throws RemarkError without a reason or a name, on a broken date, or when the same reset stands
 */
export function addBaseline(register: Register, words: BaselineWords, now: Date): KeptBaseline {
  const from = dateIn('from', words.from);
  const reason = wording('reason', words.reason, remarkLimits.reason, 'the reason');
  const author = wording('author', words.author, remarkLimits.author, 'your name');
  const filters = [...new Set(words.filters)].sort();
  return register.transaction(() => {
    const all = listBaselines(register);
    if (all.length >= remarkLimits.entries) throw new RemarkError('reason', `this home holds ${remarkLimits.entries} baselines already`);
    const twin = all.find((one) => !one.removed && one.measure === words.measure && one.from === from && sameFilters(one.filters, filters));
    if (twin) throw new RemarkError('from', `a new baseline from ${from} stands already: ${twin.reason}`);
    const madeAt = now.toISOString();
    const id = base58(
      createHash('sha256')
        .update(JSON.stringify([words.measure, filters, from, madeAt]))
        .digest(),
      12
    );
    register.database
      .prepare('INSERT INTO baseline VALUES (?, ?, ?, ?, ?, ?, ?, NULL, NULL, NULL)')
      .run(id, words.measure, JSON.stringify(filters), from, reason, author, madeAt);
    return { id, measure: words.measure, filters, from, reason, author, madeAt, removed: undefined };
  });
}

/** Takes a reset out of force; that it stood, and why it was removed, is kept. @throws RemarkError */
export function removeBaseline(register: Register, id: string, words: { author: string; because: string }, now: Date): void {
  const author = wording('author', words.author, remarkLimits.author, 'your name');
  const because = wording('because', words.because, remarkLimits.reason, 'the reason');
  const sql = 'UPDATE baseline SET removed_at = ?, removed_by = ?, removed_because = ? WHERE baseline_id = ? AND removed_at IS NULL';
  const { changes } = register.database.prepare(sql).run(now.toISOString(), author, because, id);
  if (changes !== 1) throw new RemarkError('id', 'no such baseline is in force');
}

/** All resets, those removed too, newest first. */
export function listBaselines(register: Register): KeptBaseline[] {
  const rows = register.database.prepare('SELECT * FROM baseline ORDER BY made_at DESC, baseline_id').all() as unknown as BaselineRow[];
  return rows.map((row) => ({
    id: row.baseline_id,
    measure: row.measure,
    filters: JSON.parse(row.filters) as string[],
    from: row.from_date,
    reason: row.reason,
    author: row.author,
    madeAt: row.made_at,
    removed: row.removed_at ? { at: row.removed_at, by: row.removed_by ?? '', because: row.removed_because ?? '' } : undefined
  }));
}

/**
 * The resets that hold for a measure under some filters, in order of time: those of these very records or of a wider set of them. A reset
 * of one team says nothing of the whole.
 */
export const standingBaselines = (all: readonly KeptBaseline[], measure: string, filters: readonly string[]): KeptBaseline[] =>
  all
    .filter((one) => !one.removed && one.measure === measure && one.filters.every((filter) => filters.includes(filter)))
    .sort((a, b) => (a.from < b.from ? -1 : a.from > b.from ? 1 : 0));

const sameFilters = (a: readonly string[], b: readonly string[]): boolean => JSON.stringify(a) === JSON.stringify(b);
