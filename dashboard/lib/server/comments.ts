import { boards } from '#dashboard/boards/index.ts';
import { readScope } from '#dashboard/boards/scope.ts';
import { aboutWords, commentedPage, namedPeriodWords } from '#dashboard/boards/comment-words.ts';
import { serviceLevelPages } from '#dashboard/boards/service-level-pages.ts';
import { moment } from '#dashboard/format.ts';
import type { CommentReading, PageComments } from '#dashboard/lib/page-comments.ts';
import { resolvePeriod } from '#warehouse/query/period.ts';
import type { Reader } from '#warehouse/query/reader.ts';
import { listComments, type Comment } from '#warehouse/register/comments.ts';
import { namedSpan, namesWithin, overlaps, type NamedSpan } from '#warehouse/register/named-period.ts';
import { currentRegister } from './register.ts';

/** Pages about one customer: what is said of another never appears on them. */
const customerPage = /^\/service-levels\/customers\/([^/]+)$/;

/** Boards, the pages of service levels, and those of one customer, supplier, agreement or family. */
function takesComments(path: string): boolean {
  const name = path.slice(1) || 'overview';
  if (Object.hasOwn(boards, name) || serviceLevelPages.some((page) => page.path === path && path.startsWith('/service-levels')))
    return true;
  return /^\/(service-levels\/(customers|agreements)|suppliers|problems)\/[^/]+$/.test(path);
}

/** The comments of a page for the period it shows, and what a new one may be about; undefined where a page takes none. */
export function commentsOn(reader: Reader | undefined, url: URL, person: string | undefined): PageComments | undefined {
  const path = url.pathname.length > 1 ? url.pathname.replace(/\/$/, '') : url.pathname;
  if (!reader || !takesComments(path)) return undefined;
  const board = boards[path.slice(1) || 'overview'] ?? { filters: ['service'] };
  const scope = readScope(url.searchParams, board);
  const span = resolved(reader, scope.period);
  const customer = customerOf(path);
  const services = url.searchParams.getAll('service');
  const shown = listComments(currentRegister(), person).filter(
    (one) => !one.isWithdrawn && isHere(one, path, customer) && covers(one, span, services)
  );
  const names = namesWithin(span);
  const complete = names.months.find((name) => (namedSpan(name)?.to ?? '') <= span.to) ?? names.months[0] ?? '';
  const option = (name: string) => ({ value: name, label: namedPeriodWords(name) });
  return {
    page: path,
    back: `${path}${url.search}`,
    customer,
    service: services.length === 1 ? services[0]! : null,
    shown: shown.map((one) => readingOf(one, reader.build.zone)),
    periods: [
      { label: 'Months', options: names.months.map(option) },
      { label: 'Quarters', options: names.quarters.map(option) },
      { label: 'Weeks', options: names.weeks.map(option) }
    ],
    chosen: complete
  };
}

function resolved(reader: Reader, period: Parameters<typeof resolvePeriod>[0]): NamedSpan {
  try {
    return resolvePeriod(period, reader.build);
  } catch {
    return resolvePeriod({ all: true }, reader.build);
  }
}

function customerOf(path: string): string | null {
  const [, name] = customerPage.exec(path) ?? [];
  try {
    return name === undefined ? null : decodeURIComponent(name);
  } catch {
    return null;
  }
}

/** A customer's page shows what is said of that customer, wherever it was written, and nothing that names another. */
const isHere = (one: Comment, path: string, customer: string | null): boolean =>
  customer === null ? one.page === path : one.customer === customer || (one.page === path && one.customer === null);

function covers({ period, service }: Comment, span: NamedSpan, services: readonly string[]): boolean {
  const own = namedSpan(period);
  return own !== undefined && overlaps(own, span) && (service === null || services.length === 0 || services.includes(service));
}

export const readingOf = (one: Comment, zone: string): CommentReading => ({
  id: one.id,
  page: one.page,
  pageWords: commentedPage(one.page),
  about: aboutWords(one),
  body: one.body,
  author: one.author,
  when: moment(one.writtenAt, zone),
  edited: one.editedAt && moment(one.editedAt, zone),
  isMine: one.isMine,
  isWithdrawn: one.isWithdrawn,
  earlier: one.earlier.map(({ body, author, at }) => ({ body, author, when: moment(at, zone) }))
});
