import { instant } from '#dashboard/format.ts';
import type { FreshnessReading } from '#dashboard/lib/freshness-reading.ts';
import { freshness } from '#warehouse/query/health.ts';
import type { Reader } from '#warehouse/query/reader.ts';

const kept = new WeakMap<Reader, { minute: number; buildId: string; reading: Promise<FreshnessReading> }>();

/** The line at the top of every page. The same for a minute, unless a new build is published. */
export async function readFreshness(reader: Reader, now: Date): Promise<FreshnessReading> {
  const minute = Math.floor(now.getTime() / 60_000);
  const known = kept.get(reader.whole);
  if (known?.minute === minute && known.buildId === reader.build.buildId) return known.reading;
  const reading = read(reader.whole, now);
  kept.set(reader.whole, { minute, buildId: reader.build.buildId, reading });
  reading.catch(() => kept.delete(reader.whole));
  return reading;
}

async function read(reader: Reader, now: Date): Promise<FreshnessReading> {
  const { build, lastLoadedAt, feeds, lateFeeds, rejectedRows, checks } = await freshness(reader, now);
  return {
    organisation: build.organisation,
    buildId: build.id,
    zone: build.zone,
    asOf: build.asOf,
    asOfDate: localDate(build.asOf, build.zone),
    asOfText: instant(build.asOf, build.zone),
    knownText: lastLoadedAt ? instant(lastLoadedAt, build.zone) : '',
    feeds: feeds.length,
    lateFeeds,
    rejected: rejectedRows,
    failedChecks: checks.failed
  };
}

/** Local date of an instant, `2026-03-18`. */
export const localDate = (at: string, zone: string): string =>
  new Intl.DateTimeFormat('sv-SE', { timeZone: zone, dateStyle: 'short' }).format(new Date(at));
