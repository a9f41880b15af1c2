import { existsSync, readFileSync } from 'node:fs';
import { basename, resolve } from 'node:path';
import * as v from 'valibot';
import { LineCounter, parseDocument, type Document } from 'yaml';
import type { Home } from '#warehouse/home.ts';
import { checkSchedule } from '#warehouse/register/schedule-slots.ts';

/** A folder that is looked into by schedule, and what its files mean. */
export interface Feed {
  name: string;
  /** Relative to the home, or absolute. */
  folder: string;
  /** Pattern of file names: `*` any characters, `?` one, `[abc]` one of; no path parts. */
  files: string;
  /** Name or path of a mapping. */
  mapping: string;
  /** Cron, in the zone of the home; undefined: only on demand. */
  schedule?: string;
  /** Freshness: at least one delivery in so many seconds. */
  expectEverySeconds?: number;
}

export interface Feeds {
  /** IANA zone in which schedules are read. */
  zone: string;
  feeds: Feed[];
}

const seconds: Record<string, number> = { s: 1, m: 60, min: 60, h: 3600, d: 86_400, w: 604_800 };

const duration = v.pipe(
  v.string('a duration such as 1d, 4h or 30m is expected'),
  v.regex(/^\d+\s*(s|m|min|h|d|w)$/, 'must be a duration such as 1d, 4h or 30m'),
  v.transform((text) => {
    const [, count, unit] = /^(\d+)\s*(\w+)$/.exec(text)!;
    return Number(count) * seconds[unit!]!;
  })
);

const schedule = v.pipe(
  v.string('a text such as "*/15 * * * *" is expected'),
  v.rawCheck(({ dataset, addIssue }) => {
    if (!dataset.typed) return;
    try {
      checkSchedule(dataset.value);
    } catch (error) {
      addIssue({ message: `is no schedule (${(error as Error).message}); for every quarter of an hour write "*/15 * * * *"` });
    }
  })
);

const text = v.pipe(v.string('a text is expected'), v.minLength(1, 'must not be empty'));

const feed = v.strictObject(
  {
    name: v.pipe(text, v.regex(/^[\w.-]+$/, 'may hold letters, digits, dot, hyphen and underscore')),
    folder: v.optional(text, 'inbox'),
    files: v.pipe(text, v.regex(/^[^/\\]+$/, 'is a pattern of file names, without folders; say the folder in `folder`')),
    mapping: text,
    schedule: v.optional(schedule),
    expect_every: v.optional(duration)
  },
  (issue) =>
    issue.expected === 'never'
      ? 'unknown key; known are name, folder, files, mapping, schedule, expect_every'
      : `${issue.expected} is expected`
);

const isZone = (zone: string): boolean => {
  try {
    return new Intl.DateTimeFormat('en', { timeZone: zone }) !== undefined;
  } catch {
    return false;
  }
};

const file = v.looseObject({
  zone: v.optional(v.pipe(text, v.check(isZone, 'is not an IANA time zone such as Europe/Berlin')), 'UTC'),
  feeds: v.optional(
    v.pipe(
      v.array(feed, 'a list of feeds is expected'),
      v.check((feeds) => new Set(feeds.map(({ name }) => name)).size === feeds.length, 'two feeds have the same name')
    ),
    []
  )
});

/**
 * Reads the feeds of `plimsoll.yaml`; none when there is no such file.
 * @throws Error with file, line, column, key and reason
 */
export function readFeeds(home: Home): Feeds {
  const name = basename(home.config);
  const lines = new LineCounter();
  const document = parseDocument(existsSync(home.config) ? readFileSync(home.config, 'utf8') : '', { lineCounter: lines });
  const broken = document.errors[0];
  if (broken) throw new Error(`${name}:${place(lines, broken.pos[0])}: ${broken.message.split('\n')[0]}`);
  const parsed = v.safeParse(file, document.toJS() ?? {});
  if (!parsed.success) throw new Error(parsed.issues.map((issue) => describe(issue, document, lines, name)).join('\n'));
  const feeds = parsed.output.feeds.map(({ expect_every: expectEverySeconds, ...rest }) => ({ ...rest, expectEverySeconds }));
  return { zone: parsed.output.zone, feeds };
}

function describe(issue: v.BaseIssue<unknown>, document: Document.Parsed, lines: LineCounter, name: string): string {
  const path = (issue.path ?? []).map((step) => step.key);
  const known = path.map((_, index) => document.getIn(path.slice(0, path.length - index), true) as { range?: [number] } | undefined);
  const offset = known.find((node) => node?.range)?.range?.[0] ?? 0;
  const missing = issue.received === 'undefined' ? 'is missing' : issue.message;
  return `${name}:${place(lines, offset)}: ${path.join('.')}: ${missing}`;
}

function place(lines: LineCounter, offset: number): string {
  const { line, col } = lines.linePos(offset);
  return `${line}:${col}`;
}

/** The folder of a feed, absolute. */
export const folderOf = (home: Home, { folder }: Feed): string => resolve(home.root, folder);
