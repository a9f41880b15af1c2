import type { Value } from '../connection.ts';

/** Collects bound values; the same value gets the same place, so that a text with the same words is the same text. */
export class Binder {
  readonly values: Value[] = [];

  /** What stands for a value in the SQL: `$3`. */
  bind(value: Value): string {
    const known = this.values.findIndex((other) => Object.is(other, value));
    return `$${known >= 0 ? known + 1 : this.values.push(value)}`;
  }

  /** A local date, `YYYY-MM-DD`. */
  date(value: string): string {
    return `CAST(${this.bind(value)} AS DATE)`;
  }
}
