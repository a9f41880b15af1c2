/** A question that cannot be answered as asked: names the field, the value, and what would do. Not a fault of ours. */
export class QueryError extends Error {
  readonly field: string;
  readonly value: unknown;
  /** The nearest name there is. */
  readonly suggestion?: string;
  /** What is possible in its place. */
  readonly possible?: readonly string[];

  constructor(field: string, value: unknown, message: string, more: { suggestion?: string; possible?: readonly string[] } = {}) {
    super(more.suggestion ? `${message}; did you mean ${more.suggestion}?` : message);
    this.name = 'QueryError';
    this.field = field;
    this.value = value;
    this.suggestion = more.suggestion;
    this.possible = more.possible;
  }
}

/** Refuses a name that is in no list, with the nearest that is. */
export function unknownName(field: string, what: string, name: string, names: Iterable<string>): QueryError {
  const known = [...names];
  return new QueryError(field, name, `there is no ${what} called ${name}`, { suggestion: nearest(name, known), possible: known });
}

/** The entry of a name. @throws QueryError with the nearest name there is */
export function lookUp<T>(field: string, what: string, name: string, entries: ReadonlyMap<string, T>): T {
  const found = entries.get(name);
  if (!found) throw unknownName(field, what, name, entries.keys());
  return found;
}

/** The name closest to a word, when it is close enough to be meant: at most a third of its letters differ. */
export function nearest(word: string, names: Iterable<string>): string | undefined {
  let best: string | undefined;
  let least = Math.max(2, Math.ceil(word.length / 3)) + 1;
  for (const name of names) {
    const distance = editDistance(word.toLowerCase(), name.toLowerCase(), least);
    if (distance < least) [best, least] = [name, distance];
  }
  return best;
}

function editDistance(left: string, right: string, limit: number): number {
  if (Math.abs(left.length - right.length) >= limit) return limit;
  let row = Array.from({ length: right.length + 1 }, (_, index) => index);
  for (let i = 1; i <= left.length; i++) {
    const next = [i];
    for (let j = 1; j <= right.length; j++) {
      const swap = row[j - 1]! + (left[i - 1] === right[j - 1] ? 0 : 1);
      next.push(Math.min(swap, row[j]! + 1, next[j - 1]! + 1));
    }
    row = next;
  }
  return row[right.length]!;
}
