import { literal } from '#warehouse/connection.ts';
import type { ColumnType } from '#warehouse/contract.ts';
import type { Scalar } from '../mapping.ts';
import { foldCell, folded, typed } from './cell.ts';

/**
 * Translates a cell: exact words first, which is fast; case and outer blanks are forgiven only where no exact word fits.
 * @param words source word to canonical value; null for words that mean "nothing"
 * @param otherwise SQL for cells that no word fits
 */
export function translation(cell: string, words: ReadonlyMap<string, Scalar | null>, type: ColumnType, otherwise: string): string {
  const branches = (entries: Iterable<[string, Scalar | null]>) =>
    [...entries].map(([word, value]) => `WHEN ${literal(word)} THEN ${typed(value, type)}`).join(' ');
  const foldedWords = new Map([...words].map(([word, value]) => [foldCell(word), value]));
  return `CASE ${cell} ${branches(words)}
    ELSE CASE ${folded(cell)} ${branches(foldedWords)} ELSE CASE WHEN ${cell} IS NOT NULL THEN ${otherwise} END END END`;
}
