import { createHash } from 'node:crypto';
import { aboutWords, commentedPage } from '#dashboard/boards/comment-words.ts';
import { listBaselines } from '#warehouse/register/baselines.ts';
import { listComments } from '#warehouse/register/comments.ts';
import { isWithin, namedSpan } from '#warehouse/register/named-period.ts';
import type { Register } from '#warehouse/register/register.ts';
import type { Remarks, ReportPeriod } from './report.ts';

export const noRemarks: Remarks = { comments: [], baselines: [] };

/**
 * What people said about a period: comments on it or on a part of it, and the resets of processes before its end.
 * @param knownAt leaves out what was written later
 */
export function remarksOn(register: Register, period: ReportPeriod, knownAt?: Date): Remarks {
  const limit = knownAt?.toISOString() ?? '9';
  const comments = listComments(register)
    .filter((one) => !one.isWithdrawn && (one.editedAt ?? one.writtenAt) <= limit)
    .filter((one) => {
      const span = namedSpan(one.period);
      return span !== undefined && isWithin(span, period);
    })
    .map((one) => ({
      about: `${commentedPage(one.page)}, ${aboutWords(one)}`,
      body: one.body,
      author: one.author,
      at: one.editedAt ?? one.writtenAt
    }))
    .sort((a, b) => (a.at < b.at ? -1 : 1));
  const baselines = listBaselines(register)
    .filter(({ removed, madeAt, from }) => (!removed || removed.at > limit) && madeAt <= limit && from < period.to)
    .map(({ measure, filters, from, reason }) => ({ measure, filters, from, reason }))
    .sort((a, b) => (a.from < b.from ? -1 : a.from > b.from ? 1 : a.measure < b.measure ? -1 : 1));
  return { comments, baselines };
}

/** Stands for the words in the knowledge of an edition; undefined when nobody said anything. */
export const digestOf = (remarks: Remarks): string | undefined =>
  remarks.comments.length + remarks.baselines.length === 0
    ? undefined
    : createHash('sha256')
        .update(JSON.stringify([remarks.comments, remarks.baselines]))
        .digest('hex');
