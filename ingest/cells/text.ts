import { folded, isAnyOf, type Reader } from './cell.ts';

const mark = '\uFEFF';

/** TRUE where there is nothing to trim; the engine's trim costs several times this look at both ends. */
const isTrim = (cell: string): string => `${cell} >= '!' AND NOT suffix(${cell}, ' ')`;

/** Text without outer blanks; inner ones, leading zeros and case stay as they are. */
export const textReader = (nullValues: readonly string[]): Reader => bareText(nullValues, isTrim, (cell) => `trim(${cell})`);

/** Ids: as text, without the byte-order marks that concatenated exports leave inside. */
export const idReader = (nullValues: readonly string[]): Reader =>
  bareText(
    nullValues,
    (cell) => `${isTrim(cell)} AND NOT contains(${cell}, '${mark}')`,
    (cell) => `trim(replace(${cell}, '${mark}', ''))`
  );

function bareText(nullValues: readonly string[], isClean: (cell: string) => string, clean: (cell: string) => string): Reader {
  const words = nullValues.filter((word) => word !== '');
  const says = (cell: string) => (words.length > 0 ? ` AND NOT ${isAnyOf(cell, words)}` : '');
  return {
    as: 'text',
    sql: (cell) =>
      `CASE WHEN ${isClean(cell)}${says(cell)} THEN ${cell} WHEN NOT ${isAnyOf(clean(cell), nullValues)} THEN ${clean(cell)} END`
  };
}

/** One of the words that the contract allows. */
export const choiceReader = (values: readonly string[]): Reader => ({
  as: `one of ${values.join(', ')}`,
  sql: (cell) => `CASE WHEN ${isAnyOf(cell, values)} THEN ${cell} WHEN ${isAnyOf(folded(cell), values)} THEN ${folded(cell)} END`
});
