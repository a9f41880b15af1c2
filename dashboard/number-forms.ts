/** The forms in which `format.ts` writes numbers. */

export const locale = 'en-GB';

export const whole = new Intl.NumberFormat(locale, { maximumFractionDigits: 0 });
export const fine = new Intl.NumberFormat(locale, { maximumFractionDigits: 2 });
export const tenths = new Intl.NumberFormat(locale, { maximumFractionDigits: 1 });
export const compactForm = new Intl.NumberFormat(locale, { notation: 'compact', maximumFractionDigits: 1 });
/** Exactly so many decimals. Kept, because making a form takes far longer than using it. */
const fixedForms = Array.from({ length: 7 }, (_, digits) => {
  return new Intl.NumberFormat(locale, { minimumFractionDigits: digits, maximumFractionDigits: digits });
});
/** With a minus as long as the plus; a hyphen breaks lines and reads as a dash. */
export const written = (form: Intl.NumberFormat, value: number): string => form.format(value).replace('-', '−');
export const fixed = (value: number, digits: number): string => written(fixedForms[digits]!, value);
