import { existsSync, readFileSync } from 'node:fs';
import * as v from 'valibot';
import { parse } from 'yaml';
import type { Home } from '../home.ts';
import { buildWords, datum, type BuildWords } from './answer.ts';
import type { Patience } from './patience.ts';
import type { Reader } from './reader.ts';

/** How fresh the data is and what went wrong on its way. */
export interface Freshness {
  build: BuildWords;
  loads: number;
  /** When the newest delivery became known, ISO 8601 UTC. */
  lastLoadedAt: string | null;
  rejectedRows: number;
  warnings: number;
  feeds: FeedFreshness[];
  lateFeeds: number;
  checks: { total: number; failed: number; fatal: number };
}

export interface FeedFreshness {
  feed: string;
  loads: number;
  lastLoadedAt: string | null;
  rejectedRows: number;
  /** Longest time that should pass between deliveries, seconds; absent when the feed promises none. */
  expectEverySeconds?: number;
  /** Nothing came for longer than promised. Undefined without a promise. */
  isLate?: boolean;
}

const unitSeconds = { s: 1, m: 60, h: 3600, d: 86_400, w: 604_800 } as const;

const config = v.looseObject({
  feeds: v.optional(v.array(v.looseObject({ name: v.string(), expect_every: v.optional(v.string()) })), [])
});

/** Seconds of `15m`, `1d`, `2w`. @throws when it is no duration */
export function durationSeconds(text: string): number {
  const [, count, unit] = /^(\d+)\s*([smhdw])$/.exec(text.trim()) ?? [];
  if (!count || !unit) throw new Error(`expect_every: ${text} is no duration; write 15m, 6h or 1d`);
  return Number(count) * unitSeconds[unit as keyof typeof unitSeconds];
}

/** What each feed promises, from `plimsoll.yaml`; feeds without `expect_every` promise nothing. */
export function expectations(home: Home): Map<string, number> {
  if (!existsSync(home.config)) return new Map();
  const parsed = v.safeParse(config, parse(readFileSync(home.config, 'utf8')) ?? {});
  if (!parsed.success) return new Map();
  return new Map(parsed.output.feeds.flatMap(({ name, expect_every: every }) => (every ? [[name, durationSeconds(every)] as const] : [])));
}

interface FeedRow {
  feed: string;
  loads: number;
  last: Date | null;
  rejected: number;
  warnings: number;
}

/**
 * The line at the top of every page. A feed is late when nothing came for longer than it promises, counted until `now`.
 * @param now the present, handed in; without it lateness is judged at the instant the build knew its data
 */
export async function freshness(reader: Reader, now?: Date, patience?: Patience): Promise<Freshness> {
  return reader.use(async (connection, build) => {
    const feeds = build.columns.has('meta.load')
      ? await connection.all<FeedRow>(
          `SELECT feed, count(*) AS loads, max(known_at) AS last, CAST(sum(rows_rejected) AS BIGINT) AS rejected,
             CAST(sum(len(warnings)) AS BIGINT) AS warnings FROM meta.load GROUP BY feed ORDER BY feed`
        )
      : [];
    const checks = build.columns.has('meta.check_result')
      ? await connection.one<{ total: number; failed: number; fatal: number }>(
          `SELECT count(*) AS total, count(*) FILTER (WHERE offending_count > 0) AS failed,
             count(*) FILTER (WHERE offending_count > 0 AND severity = 'fatal') AS fatal FROM meta.check_result`
        )
      : undefined;
    const judged = judge(feeds, expectations(reader.home), now ?? build.knownAt);
    const lasts = feeds.flatMap(({ last }) => (last ? [last.toISOString()] : []));
    return {
      build: buildWords(build),
      loads: feeds.reduce((sum, { loads }) => sum + loads, 0),
      lastLoadedAt: lasts.sort().at(-1) ?? null,
      rejectedRows: feeds.reduce((sum, { rejected }) => sum + (rejected ?? 0), 0),
      warnings: feeds.reduce((sum, row) => sum + (row.warnings ?? 0), 0),
      feeds: judged,
      lateFeeds: judged.filter(({ isLate }) => isLate).length,
      checks: checks ?? { total: 0, failed: 0, fatal: 0 }
    };
  }, patience);
}

/** Feeds that promised deliveries and never sent one are late too. */
function judge(rows: readonly FeedRow[], promised: ReadonlyMap<string, number>, now: Date): FeedFreshness[] {
  const names = [...new Set([...rows.map(({ feed }) => feed), ...promised.keys()])].sort();
  return names.map((feed) => {
    const row = rows.find((entry) => entry.feed === feed);
    const every = promised.get(feed);
    const age = row?.last ? (now.getTime() - row.last.getTime()) / 1000 : Infinity;
    return {
      feed,
      loads: row?.loads ?? 0,
      lastLoadedAt: datum(row?.last ?? null) as string | null,
      rejectedRows: row?.rejected ?? 0,
      ...(every === undefined ? {} : { expectEverySeconds: every, isLate: age > every })
    };
  });
}
