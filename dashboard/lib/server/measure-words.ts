import type { MeasureWords } from '#dashboard/boards/cards.ts';
import { shownUnit } from '#dashboard/format.ts';
import { catalogue } from '#warehouse/metrics/catalogue.ts';
import { findMeasure } from '#warehouse/metrics/percentile.ts';
import { sizeName } from '#warehouse/metrics/size.ts';

/** What the dictionary says of a measure. */
export function wordsOf(name: string): MeasureWords {
  const entry = findMeasure(name, catalogue);
  if (!entry) throw new Error(`board: no measure is called ${name}`);
  return { label: entry.label, meaning: entry.meaning, unit: shownUnit(entry), direction: entry.direction };
}

/** The measure that tells how many records a figure is over; undefined for a count, and for what is no count of records below the line. */
export function sizeFor(name: string): string | undefined {
  const entry = findMeasure(name, catalogue);
  return entry && sizeName(entry);
}
