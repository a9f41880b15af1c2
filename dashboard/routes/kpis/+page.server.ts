import { catalogue, measures, partsOf } from '#warehouse/metrics/catalogue.ts';
import { processes } from '#warehouse/metrics/measure.ts';
import { whyUnavailable } from '#warehouse/query/build.ts';
import type { PageServerLoad } from './$types';

/** The dictionary: everything an entry says, and whether this warehouse can tell it. */
export const load: PageServerLoad = ({ locals, url }) => {
  const wanted = (url.searchParams.get('q') ?? '').trim().toLowerCase();
  const entries = measures
    .map((measure) => ({
      name: measure.name,
      process: measure.process,
      label: measure.label,
      meaning: measure.meaning,
      formula: measure.formula,
      unit: measure.unit,
      direction: measure.direction,
      clock: measure.clock,
      denominator: measure.denominator,
      nullRule: measure.nullRule,
      needs: [...new Set(partsOf(measure).flatMap((part) => part.needs))],
      version: measure.version,
      unavailable: locals.reader && whyUnavailable(measure, locals.reader.build, catalogue)
    }))
    .filter((entry) => wanted === '' || `${entry.name} ${entry.label} ${entry.meaning}`.toLowerCase().includes(wanted));
  return {
    wanted,
    total: measures.length,
    groups: processes
      .map((process) => ({ process, entries: entries.filter((entry) => entry.process === process) }))
      .filter((group) => group.entries.length > 0)
  };
};
