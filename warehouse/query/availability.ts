import { catalogue } from '../metrics/catalogue.ts';
import { whyUnavailable } from './build.ts';
import { dimensionsOf } from './normalise.ts';
import type { Reader } from './reader.ts';

export interface Availability {
  measure: string;
  isAvailable: boolean;
  /** "not available from this source, because the column is_major is empty" */
  reason?: string;
  /** Dimensions it can be sliced by in this build. */
  dimensions: string[];
}

/** For every measure of the catalogue: whether this build can tell it, and if not, which column is missing. */
export function availability(reader: Reader): Availability[] {
  return [...catalogue.measures.values()].map((measure) => {
    const reason = whyUnavailable(measure, reader.build, catalogue);
    const dimensions = dimensionsOf(measure, catalogue, reader.build).map(({ name }) => name);
    return { measure: measure.name, isAvailable: !reason, ...(reason ? { reason } : {}), dimensions };
  });
}
