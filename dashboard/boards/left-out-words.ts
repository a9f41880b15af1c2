import { count, plural, word } from '#dashboard/format.ts';
import type { LeftOut } from '#warehouse/query/left-out.ts';
import type { Makeup } from '#warehouse/query/makeup.ts';
import type { Receipt } from '#warehouse/query/receipt.ts';
import { pluralOf } from './grain-words.ts';

type Asked = Pick<Receipt['definition'], 'denominator'>;

/** Why a row is left out: `cancelled`, `is major not known`, `where is_known does not hold`. @param stage of a clock */
export function reasonWords(condition: string, stage: string | undefined, { denominator }: Asked): string {
  if (stage && /is_completed|stage|stopped_at/.test(condition)) return word(stage);
  const column = /^\(?(\w+)\)? IS NOT NULL$/.exec(condition)?.[1];
  if (column) return `${word(column)} not known`;
  if (condition.endsWith('IS NOT NULL') || condition.includes('(NULL, NULL)')) return 'without the value';
  if (/\bSELECT\b/.test(condition)) return denominator ? `not of the ${denominator}` : 'of which the figure does not tell';
  return `where ${condition} does not hold`;
}

/** The reasons with how many each, those that read the same together: `300 cancelled, 20 undetermined`. */
function reasonsWords({ reasons }: LeftOut, definition: Asked): string {
  const told = new Map<string, number>();
  for (const { condition, stage, count: amount } of reasons) {
    const words = reasonWords(condition, stage, definition);
    told.set(words, (told.get(words) ?? 0) + amount);
  }
  return [...told].map(([words, amount]) => `${count(amount)} ${words}`).join(', ');
}

/** `320 (300 cancelled, 20 undetermined)`, `160 cancelled`. */
function outWords(leftOut: LeftOut, definition: Asked): string {
  const reasons = reasonsWords(leftOut, definition);
  return reasons.includes(', ') ? `${count(leftOut.count)} (${reasons})` : reasons;
}

/** What a figure leaves out of the rows of its period and filters, in sentences; with what it counts it adds up to all of them. */
export function leftOutWords({ definition, time }: Receipt, { leftOut, grain, numerator }: Makeup): string[] {
  if (!leftOut) return [];
  const { all, counted, count: out, undated } = leftOut;
  const rows = (amount: number): string => plural(amount, grain, pluralOf(grain));
  const where = time ? 'of the same period and filters' : 'under the same filters';
  const line = numerator === undefined ? '' : ', above and below the line';
  const first =
    out === 0
      ? `Nothing is left out: all ${rows(all)} ${where} are in the figure.`
      : `Left out of the figure${line}: ${outWords(leftOut, definition)}. ${count(counted)} in it + ${count(out)} left out = ${rows(all)} ${where}. ${definition.nullRule}`;
  const besides = undated?.count ? [`Besides, ${rows(undated.count)} without a ${word(undated.column)} lie in no period.`] : [];
  return [first, ...besides];
}
