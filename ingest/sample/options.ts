import { day, localTime, parseInstant, type Instant } from './instants.ts';
import { reportingZone } from './organisation.ts';
import type { SampleTable } from './headers.ts';

export interface SampleProgress {
  step: string;
  done: number;
  total: number;
}

/** What a sample is made from; the same options give the same bytes. */
export interface SampleOptions {
  /** Number of incidents, stories included; at least 200. */
  incidents: number;
  seed: number;
  /** Instant of the export, ISO 8601 UTC: nothing in the files is later. */
  end: string;
  /** Months covered before the end. */
  months: number;
}

export interface WriteOptions extends Partial<SampleOptions> {
  folder: string;
  /** Files to write; all of them by default. The truth file is always written. */
  only?: readonly (SampleTable | 'alerts')[];
  onProgress?: (progress: SampleProgress) => void;
}

/** No round number of rows, which would look like a cut export; small enough to be loaded and built in seconds, large enough that every story shows. */
export const defaultOptions: SampleOptions = { incidents: 12_345, seed: 1, end: '2026-10-31T18:00:00Z', months: 18 };

export interface Span {
  start: Instant;
  end: Instant;
}

export function resolveOptions(given: Partial<SampleOptions>): SampleOptions {
  const options = {
    incidents: given.incidents ?? defaultOptions.incidents,
    seed: given.seed ?? defaultOptions.seed,
    end: given.end ?? defaultOptions.end,
    months: given.months ?? defaultOptions.months
  };
  if (!Number.isInteger(options.incidents) || options.incidents < 200)
    throw new RangeError(`A sample needs a whole number of at least 200 incidents, not ${options.incidents}`);
  if (!Number.isInteger(options.seed)) throw new RangeError(`The seed must be a whole number, not ${options.seed}`);
  if (!Number.isInteger(options.months) || options.months < 6 || options.months > 60)
    throw new RangeError(`A sample covers 6 to 60 months, not ${options.months}`);
  return options;
}

/** From the first instant of the month (reporting zone) that lies `months` back, to the end. */
export function spanOf(options: SampleOptions): Span {
  const end = parseInstant(options.end);
  const start = localTime(end, reportingZone).add({ days: 1 }).with({ day: 1 }).startOfDay().subtract({ months: options.months });
  return { start: start.epochMilliseconds / 1000, end };
}

/** How far working hours are laid out beyond the end: longer work counts as never done. */
export const horizonDays = 200;
export const horizon = (span: Span): Instant => span.end + horizonDays * day;
