import type { DateOrder, FormatEvidence } from './formats.ts';
import { formatsOf, isNumericDate, type Shape } from './shapes.ts';

const provesDayFirst = (shape: Shape): boolean => isNumericDate(shape) && (shape.first ?? 0) > 12;
const provesMonthFirst = (shape: Shape): boolean => isNumericDate(shape) && (shape.second ?? 0) > 12;

/** The order of day and month that some value proves; undefined when none does or they contradict each other. */
export function orderOf(shapes: readonly Shape[]): DateOrder | undefined {
  const isDayFirst = shapes.some(provesDayFirst);
  const isMonthFirst = shapes.some(provesMonthFirst);
  if (isDayFirst === isMonthFirst) return undefined;
  return isDayFirst ? 'day_first' : 'month_first';
}

/** Concrete formats of a column by its shapes. @param order what siblings or the mapping say, for a column that proves nothing */
export function proveFormats(shapes: readonly Shape[], order: DateOrder | undefined): FormatEvidence {
  const dayFirst = shapes.find(provesDayFirst);
  const monthFirst = shapes.find(provesMonthFirst);
  if (dayFirst && monthFirst) {
    return doubtful(
      `"${dayFirst.firstExample}" can only be day first and "${monthFirst.secondExample}" only month first: split the file, or name the formats`
    );
  }
  const own = orderOf(shapes);
  const numeric = shapes.find(isNumericDate);
  if (numeric && !own && !order) {
    return doubtful(
      `no value proves whether "${numeric.example}" is day first or month first: set date_order to day_first or month_first in the mapping`
    );
  }
  const formats = [...new Set(shapes.flatMap((shape) => formatsOf(shape, own ?? order ?? 'day_first')))];
  const because = dayFirst
    ? `"${dayFirst.firstExample}" can only be day first`
    : monthFirst
      ? `"${monthFirst.secondExample}" can only be month first`
      : numeric
        ? `${order === 'day_first' ? 'day' : 'month'} first, as another column of the file or the mapping says`
        : `written like "${shapes[0]?.example ?? ''}"`;
  return { formats: formats.length > 0 ? formats : ['iso'], because };
}

const doubtful = (doubt: string): FormatEvidence => ({ formats: [], because: doubt, doubt });
