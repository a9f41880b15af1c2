import { createHash } from 'node:crypto';
import { base58 } from './base58.ts';
import { namedSpan } from './named-period.ts';
import type { Register } from './register.ts';
import { RemarkError, remarkLimits, wording } from './remark.ts';

/** What somebody wrote about a period of a page, as it reads now. */
export interface Comment {
  id: string;
  /** Path of the page: `/incidents`. */
  page: string;
  /** `2026-09`, `2026-Q3`, `2026-W38`. */
  period: string;
  /** What it is about, when not about the whole page. */
  service: string | null;
  customer: string | null;
  body: string;
  author: string;
  /** ISO 8601 UTC: of the first wording, and of this one. */
  writtenAt: string;
  editedAt: string | null;
  isWithdrawn: boolean;
  /** Written by the person who asks. */
  isMine: boolean;
  /** Wordings from before, oldest first. */
  earlier: { body: string; author: string; at: string }[];
}

export interface CommentWords {
  page: string;
  period: string;
  service?: string | null;
  customer?: string | null;
  body: string;
  author: string;
}

interface VersionRow {
  comment_id: string;
  version: number;
  owner: string;
  page: string;
  period: string;
  service: string | null;
  customer: string | null;
  body: string;
  author: string;
  written_at: string;
  is_withdrawn: number;
}

/** Keeps a comment. @param seed what makes its id its own @throws RemarkError */
export function writeComment(register: Register, owner: string, words: CommentWords, now: Date, seed: string): string {
  const page = pageIn(words.page);
  if (!namedSpan(words.period))
    throw new RemarkError('period', `“${words.period.slice(0, 20)}” is no period; write one like 2026-09, 2026-Q3 or 2026-W38`);
  const service = subject('service', words.service);
  const customer = subject('customer', words.customer);
  const body = wording('body', words.body, remarkLimits.body, 'the comment');
  const author = wording('author', words.author, remarkLimits.author, 'your name');
  return register.transaction(() => {
    const { all } = register.database.prepare('SELECT count(DISTINCT comment_id) AS "all" FROM comment_version').get() as { all: number };
    if (all >= remarkLimits.entries) throw new RemarkError('body', `this home holds ${remarkLimits.entries} comments already`);
    const at = now.toISOString();
    const id = base58(
      createHash('sha256')
        .update(JSON.stringify([owner, at, seed]))
        .digest(),
      12
    );
    insert(register, {
      comment_id: id,
      version: 1,
      owner,
      page,
      period: words.period,
      service,
      customer,
      body,
      author,
      written_at: at,
      is_withdrawn: 0
    });
    return id;
  });
}

/** Words one's own comment anew; how it read before is kept. @throws RemarkError */
export function editComment(register: Register, owner: string, id: string, words: { body: string; author: string }, now: Date): void {
  const body = wording('body', words.body, remarkLimits.body, 'the comment');
  const author = wording('author', words.author, remarkLimits.author, 'your name');
  anew(register, owner, id, { body, author, written_at: now.toISOString(), is_withdrawn: 0 });
}

/** Takes one's own comment back: it is shown and printed no more, and stays in the history. @throws RemarkError */
export const withdrawComment = (register: Register, owner: string, id: string, now: Date): void =>
  anew(register, owner, id, { written_at: now.toISOString(), is_withdrawn: 1 });

/** Every comment as it reads now, newest period first, then as written. @param person who asks */
export function listComments(register: Register, person?: string): Comment[] {
  const rows = register.database.prepare('SELECT * FROM comment_version ORDER BY comment_id, version').all() as unknown as VersionRow[];
  return Object.values(Object.groupBy(rows, (row) => row.comment_id))
    .map((versions) => commentOf(versions ?? [], person))
    .sort((a, b) => (a.period > b.period ? -1 : a.period < b.period ? 1 : a.writtenAt < b.writtenAt ? -1 : 1));
}

function commentOf(versions: readonly VersionRow[], person: string | undefined): Comment {
  const [first, last] = [versions[0]!, versions.at(-1)!];
  const wordings = versions.filter((row) => !row.is_withdrawn);
  return {
    id: last.comment_id,
    page: last.page,
    period: last.period,
    service: last.service,
    customer: last.customer,
    body: last.body,
    author: last.author,
    writtenAt: first.written_at,
    editedAt: versions.length > 1 ? last.written_at : null,
    isWithdrawn: last.is_withdrawn === 1,
    isMine: person !== undefined && last.owner === person,
    earlier: wordings.slice(0, -1).map((row) => ({ body: row.body, author: row.author, at: row.written_at }))
  };
}

function anew(register: Register, owner: string, id: string, change: Partial<VersionRow>): void {
  register.transaction(() => {
    const last = register.database
      .prepare('SELECT * FROM comment_version WHERE comment_id = ? ORDER BY version DESC LIMIT 1')
      .get(id) as unknown as VersionRow | undefined;
    if (!last || last.is_withdrawn) throw new RemarkError('id', 'there is no such comment');
    if (last.owner !== owner) throw new RemarkError('id', 'only who wrote a comment can change it');
    insert(register, { ...last, ...change, version: last.version + 1 });
  });
}

function insert(register: Register, row: VersionRow): void {
  const { comment_id, version, owner, page, period, service, customer, body, author, written_at, is_withdrawn } = row;
  register.database
    .prepare('INSERT INTO comment_version VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)')
    .run(comment_id, version, owner, page, period, service, customer, body, author, written_at, is_withdrawn);
}

function pageIn(path: string): string {
  if (path.length <= remarkLimits.subject && /^(\/|(\/[\w%.~()'!*-]+)+)$/.test(path)) return path;
  throw new RemarkError('page', 'a comment is about a page of this server');
}

const subject = (field: 'service' | 'customer', text: string | null | undefined): string | null =>
  text ? wording(field, text, remarkLimits.subject, `the ${field}`) : null;
