/** What the whole of a column proved about how its instants are written, by canonical column. */
export type ColumnEvidence = Record<string, FormatEvidence>;

export interface FormatEvidence {
  /** Concrete formats, most frequent first. */
  formats: string[];
  /** Why, with the proving value. */
  because: string;
  /** Set when day-first and month-first cannot be told apart, or contradict each other: what to do about it. */
  doubt?: string;
}

export type DateOrder = 'day_first' | 'month_first';

/** Formats that one value alone decides. */
export const plainFormats: readonly string[] = ['iso'];

const times = ['%H:%M:%S', '%H:%M', '', '%I:%M %p', '%I:%M:%S %p'];

/** All numeric patterns of an order, for columns about which nothing was found out. */
export function patternsOf(order: DateOrder): string[] {
  const dates = ['/', '.', '-'].map((mark) => (order === 'day_first' ? ['%d', '%m', '%Y'] : ['%m', '%d', '%Y']).join(mark));
  return dates.flatMap((date) => times.map((time) => `${date} ${time}`.trim()));
}

/**
 * Concrete formats of a column: `auto` becomes what the evidence proved, `day_first` and `month_first` the evidence's shapes in that
 * order.
 */
export function resolveFormats(
  formats: readonly string[],
  declared: DateOrder | undefined,
  evidence: FormatEvidence | undefined
): { formats: string[] } | { doubt: string } {
  const resolved: string[] = [];
  for (const format of formats) {
    if (format === 'auto') {
      if (evidence?.doubt) return { doubt: evidence.doubt };
      resolved.push(...(evidence?.formats ?? [...plainFormats, ...(declared ? patternsOf(declared) : [])]));
    } else if (format === 'day_first' || format === 'month_first') resolved.push(...plainFormats, ...patternsOf(format));
    else resolved.push(format);
  }
  return { formats: [...new Set(resolved)] };
}
