/** `stretch of a clock` → `stretches of a clock`. */
export const pluralOf = (grain: string): string =>
  grain.replace(/^(stretch|entry or departure|[a-z ]+?)(?= of |$)/, (head) =>
    head === 'stretch' ? 'stretches' : head === 'entry or departure' ? 'entries and departures' : `${head}s`
  );
