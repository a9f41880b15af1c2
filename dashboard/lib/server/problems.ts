import { candidateLine, familyQuery, familyUrl, weeklyOf, type CandidateLine } from '#dashboard/boards/candidate.ts';
import type { Phrase } from '#dashboard/boards/answer-line.ts';
import type { Scope } from '#dashboard/boards/scope.ts';
import { problemAnswer } from '#dashboard/boards/problem-answer.ts';
import { recurrenceReading, tellVerdicts, worstFirst } from '#dashboard/boards/recurrence.ts';
import { pareto } from '#dashboard/charts/ranking.ts';
import { numberOf, sum, type Row } from '#dashboard/charts/table.ts';
import { day } from '#dashboard/format.ts';
import { recordsUrl } from '#dashboard/lib/links.ts';
import { knownErrorColumns, openProblemColumns } from '#dashboard/lib/problem-columns.ts';
import type { Query } from '#warehouse/query/query.ts';
import type { Reader } from '#warehouse/query/reader.ts';
import { available, table, type TableName } from '#warehouse/query/tables.ts';
import { askOrSay } from './ask.ts';
import { localDate } from './freshness.ts';

export const weights = ['count', 'lost', 'breaches'] as const;
export type Weight = (typeof weights)[number];

/** One bar of the Pareto by family. */
export interface ParetoRow {
  family: string;
  label: string;
  href: string;
  records: string;
  value: number;
  cumulative: number;
  /** Of the longest bar, 0–1. */
  length: number;
}

export interface ProblemSections {
  phrases: Phrase[];
  candidates: CandidateLine[];
  /** Open problems, recurrences; rows as the warehouse has them. */
  open: Listed;
  recurrences: Listed;
  /** How many ends of problems lasted, in a sentence. */
  verdicts: string;
  pareto: { weight: Weight; unit: string; rows: ParetoRow[]; total: number; families: number };
  families: FamilyRow[];
}

/** The first rows of a table, and how many there are in all. */
export interface Listed {
  rows: Row[];
  total: number;
}

/** A family as the table of all of them shows it. */
export interface FamilyRow {
  family: string;
  label: string;
  href: string;
  count: number;
  records: string;
  weekly: number[];
  lastAt: string;
  weeks: number;
  problem: string | null;
  problemWords: string;
}

const most = 5_000;
/** Rows of a table that a page carries; the rest comes with its download. */
const carried = 200;
const listed = (rows: readonly Row[], shown: (row: Row) => Row): Listed => ({
  rows: rows.slice(0, carried).map(shown),
  total: rows.length
});

/** Everything of the problems page that is no plain panel. */
export async function problemSections(reader: Reader, weight: Weight, { chosen }: Pick<Scope, 'chosen'>): Promise<ProblemSections> {
  const there = available(reader.build);
  const rowsOf = async (name: TableName, limit = most): Promise<Row[]> =>
    there.includes(name) ? (await table(reader, name, { limit })).rows : [];
  const breaches: Query = { measures: ['service_level.breached'], dimensions: ['family'], period: { all: true } };
  const [candidates, families, open, recurrences, breached] = await Promise.all([
    rowsOf('candidates', 1_000),
    rowsOf('families'),
    rowsOf('problems_open'),
    rowsOf('recurrences', 1_000),
    weight === 'breaches' && there.includes('families') ? askOrSay(reader, breaches) : undefined
  ]);
  const readings = candidates.map(candidateLine);
  const ended = worstFirst(recurrences.map(recurrenceReading));
  return {
    phrases: phrasesOf(readings, candidates, families, open, dayOf(reader.build)),
    candidates: readings,
    open: listed(
      open.filter((row) => isChosen(row, chosen)),
      shownOf
    ),
    recurrences: listed(ended, (row) => row),
    verdicts: tellVerdicts(ended),
    pareto: paretoOf(weight, families, breached?.rows ?? []),
    families: families.slice(0, carried).map(familyRow)
  };
}

const isChosen = (row: Row, chosen: Scope['chosen']): boolean =>
  Object.entries(chosen).every(([field, values]) => values.includes(row[field] === null ? '(none)' : String(row[field])));

/** Known errors of the filters chosen, newest first; none where no problem has been loaded. */
export async function knownErrorRows(reader: Reader, { chosen }: Pick<Scope, 'chosen'>): Promise<Listed> {
  if (!available(reader.build).includes('known_errors')) return { rows: [], total: 0 };
  const { rows } = await table(reader, 'known_errors', { limit: most });
  return listed(
    rows.filter((row) => isChosen(row, chosen)),
    shownOf
  );
}

const dayOf = ({ asOf, zone }: Reader['build']): string => day(localDate(asOf.toISOString(), zone));

function phrasesOf(
  readings: readonly CandidateLine[],
  rows: readonly Row[],
  families: readonly Row[],
  open: readonly Row[],
  today: string
): Phrase[] {
  const at = (level: string) => ({ value: readings.filter((one) => one.level === level).length, href: '#candidates' });
  const rising = readings.findIndex((one) => one.level !== 'none');
  const ofKind = (kind: string) => readings.filter((_, index) => rows[index]?.kind === kind);
  const again = ofKind('recurring');
  const [oldest] = open;
  const known = open.filter((row) => row.is_known_error === true);
  const now = (measure: string): string => recordsUrl({ measures: [measure], period: { all: true } });
  const lost = (row: Row): number => numberOf(row.lost_seconds) ?? 0;
  return problemAnswer({
    today,
    alerts: at('alert'),
    watches: at('watch'),
    candidates: { value: readings.length, href: '#candidates' },
    recurring: { value: again.length, href: '#candidates' },
    costly: { value: ofKind('pareto').length, href: '#candidates' },
    inHand: rows.filter((row) => row.open_problem_id).length,
    rising:
      rising === -1
        ? undefined
        : {
            label: readings[rising]!.label,
            href: readings[rising]!.href,
            observed: numberOf(rows[rising]!.observed) ?? 0,
            expected: numberOf(rows[rising]!.expected)
          },
    steady: again[0] && { label: again[0].label, href: again[0].href },
    open: { value: open.length, href: now('problem.open') },
    knownErrors: { value: known.length, href: now('problem.known_errors_open') },
    oldest: oldest && {
      seconds: numberOf(oldest.age_seconds) ?? 0,
      href: `/records/problem/${encodeURIComponent(String(oldest.record_id))}`
    },
    lost: {
      seconds: sum(families.map(lost)),
      unexplained: sum(families.filter((row) => row.known_error_id === null).map(lost)),
      href: '?weight=lost#pareto'
    }
  });
}

const problemColumns = new Set([...openProblemColumns(''), ...knownErrorColumns('')].map(({ name }) => name));
const shownOf = (row: Row): Row => Object.fromEntries(Object.entries(row).filter(([name]) => problemColumns.has(name)));

const shown = 15;

function paretoOf(weight: Weight, families: readonly Row[], breached: readonly Row[]): ProblemSections['pareto'] {
  const labels = new Map(families.map((row) => [String(row.family_id), String(row.label)]));
  const column = { count: 'member_count', lost: 'lost_seconds', breaches: 'service_level.breached' }[weight];
  const rows =
    weight === 'breaches'
      ? breached.filter((row) => row.family !== null)
      : families.map((row) => ({ ...row, family: row.family_id ?? null }));
  const ranked = pareto({ columns: [], rows }, 'family', column);
  const longest = ranked[0]?.value || 1;
  return {
    weight,
    unit: weight === 'lost' ? 'seconds' : 'count',
    total: sum(ranked.map((one) => one.value)),
    families: ranked.length,
    rows: ranked.slice(0, shown).map(({ member, value, cumulative }) => ({
      family: member,
      label: labels.get(member) ?? member,
      href: familyUrl(member),
      records: recordsUrl(familyQuery(member, weight === 'breaches' ? 'service_level.breached' : 'incident.opened')),
      value,
      cumulative,
      length: value / longest
    }))
  };
}

function familyRow(row: Row): FamilyRow {
  const family = String(row.family_id);
  const [problem, words] = row.open_problem_id
    ? [row.open_problem_id, 'open']
    : row.known_error_id
      ? [row.known_error_id, 'known error']
      : row.closed_problem_id
        ? [row.closed_problem_id, 'closed']
        : [null, ''];
  return {
    family,
    label: String(row.label),
    href: familyUrl(family),
    count: numberOf(row.member_count) ?? 0,
    records: recordsUrl(familyQuery(family)),
    weekly: weeklyOf(row.weekly),
    lastAt: String(row.last_at),
    weeks: numberOf(row.week_count) ?? 0,
    problem: problem as string | null,
    problemWords: words as string
  };
}
