import type { FreshnessReading } from '#dashboard/lib/freshness-reading.ts';
import type { Reader } from '#warehouse/query/reader.ts';
import { instant } from '#dashboard/format.ts';

/** The line at the top of every page. */
export async function readFreshness(reader: Reader): Promise<FreshnessReading & { organisation: string }> {
  const { buildId, asOf, knownAt, zone, organisation } = reader.build;
  const local = new Intl.DateTimeFormat('sv-SE', { timeZone: zone, dateStyle: 'short' }).format(asOf);
  return {
    buildId,
    zone,
    organisation,
    asOf: asOf.toISOString(),
    asOfDate: local,
    asOfText: instant(asOf.toISOString(), zone),
    knownText: instant(knownAt.toISOString(), zone),
    feeds: 0,
    lateFeeds: 0,
    rejected: 0,
    failedChecks: 0
  };
}
