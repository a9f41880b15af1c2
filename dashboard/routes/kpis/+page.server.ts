import { catalogue, measures, partsOf } from '#warehouse/metrics/catalogue.ts';
import { additivity, processes } from '#warehouse/metrics/measure.ts';
import { whyUnavailable } from '#warehouse/query/build.ts';
import type { PageServerLoad } from './$types';

/** The dictionary: everything an entry says, and whether this warehouse can tell it. */
export const load: PageServerLoad = ({ locals, url }) => {
  const wanted = (url.searchParams.get('q') ?? '').trim().toLowerCase();
  const isMissingOnly = url.searchParams.get('show') === 'missing';
  const entries = measures.map((measure) => ({
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
    additivity: additivity(measure),
    needs: [...new Set(partsOf(measure).flatMap((part) => part.needs))],
    version: measure.version,
    isDated: partsOf(measure).every(({ aggregate }) => aggregate.date !== 'as_of'),
    unavailable: locals.reader && whyUnavailable(measure, locals.reader.build, catalogue)
  }));
  const words = wanted.split(/\s+/);
  const shown = entries.filter((entry) => {
    const text = `${entry.name} ${entry.label} ${entry.meaning} ${entry.needs.join(' ')}`.toLowerCase();
    return words.every((word) => text.includes(word)) && (!isMissingOnly || entry.unavailable);
  });
  return {
    wanted,
    isMissingOnly,
    total: entries.length,
    missing: entries.filter((entry) => entry.unavailable).length,
    groups: processes
      .map((process) => ({ process, entries: shown.filter((entry) => entry.process === process) }))
      .filter((group) => group.entries.length > 0)
  };
};
