import {
  candidateQueries,
  candidateReading,
  familyQuery,
  levelOf,
  ofIncidents,
  type CandidateReading,
  type EvidenceFigure
} from '#dashboard/boards/candidate.ts';
import { numberOf, type Row } from '#dashboard/charts/table.ts';
import type { FamilyWeek } from '#dashboard/charts/weeks.ts';
import { count, day, hours, moment } from '#dashboard/format.ts';
import type { Answered } from '#dashboard/lib/board-data.ts';
import { recordsParams, recordsUrl } from '#dashboard/lib/links.ts';
import type { Query } from '#warehouse/query/query.ts';
import type { Reader } from '#warehouse/query/reader.ts';
import { records } from '#warehouse/query/records.ts';
import { available, table, type TableName } from '#warehouse/query/tables.ts';
import type { TableColumn } from '#dashboard/lib/table-column.ts';
import { askOrSay } from './ask.ts';
import { localDate } from './freshness.ts';
import { columnOf, labelOf } from './record-columns.ts';

/** Where a family is found, and by whom it is told. */
export const slices = ['configuration_item', 'location', 'team', 'caller'] as const;

export interface FamilyPage {
  id: string;
  label: string;
  template: string;
  /** First and last day of its incidents. */
  span: string;
  terms: string;
  candidate: CandidateReading | undefined;
  figures: EvidenceFigure[];
  signals: Row[];
  weeks: FamilyWeek[];
  changes: Row[];
  changeCount: number;
  slices: { title: string; query: Query; table: Answered }[];
  members: { columns: TableColumn[]; rows: Row[]; total: number };
  membersCsv: string;
  problems: Row[];
  /** How many of its incidents came from an event or a change, and led to a problem. */
  lineage: EvidenceFigure[];
  zone: string;
}

const shownMembers = 100;

/** Where the incidents of a family came from and what they led to. */
const chain = new Map([
  ['incident.opened', 'incidents'],
  ['incident.from_event', 'raised from an event'],
  ['incident.change_caused', 'caused by a change, as recorded'],
  ['problem.linked_incidents', 'linked to a problem']
]);

/** A family with its evidence; undefined when there is none of that id. */
export async function familyPage(reader: Reader, id: string): Promise<FamilyPage | undefined> {
  const there = available(reader.build);
  const of = async (name: TableName, where: Record<string, string | null>, limit = 100) =>
    there.includes(name) ? await table(reader, name, { where, limit }) : { rows: [], total: 0 };
  const [family] = (await of('families', { family_id: id }, 1)).rows;
  if (!family) return undefined;
  const query = familyQuery(id);
  const sliced = slices.map((name): Query => ({ ...query, dimensions: [name], sort: [{ by: 'incident.opened', descending: true }] }));
  const problemIds = ['open_problem_id', 'known_error_id', 'closed_problem_id', 'nearest_known_error_id'].map((name) => family[name]);
  const [candidates, weeks, signals, changes, members, tables, problems] = await Promise.all([
    of('candidates', { family_id: id }, 1),
    of('family_weeks', { family_id: id }),
    of('family_signals', { family_id: id }),
    of('family_changes', { family_id: id }, 1_000),
    records(reader, { query, measure: 'incident.opened', limit: shownMembers }),
    Promise.all(sliced.map((one) => askOrSay(reader, one))),
    Promise.all([...new Set(problemIds)].filter((one) => typeof one === 'string').map((one) => of('problems', { record_id: one }, 1)))
  ]);
  const chained = await askOrSay(reader, { ...query, measures: [...chain.keys()] });
  const candidate = candidates.rows[0] && candidateReading(candidates.rows[0], await sizesOf(reader, candidates.rows[0]));
  return {
    id,
    label: String(family.label),
    template: String(family.template),
    span: spanOf(family, reader.build.zone),
    terms: termsOf(family.terms),
    candidate,
    figures: familyFigures(family, query, reader.build.zone),
    signals: signals.rows.map((row) => ({ ...row, level: levelOf(row.level) })),
    weeks: weeksOf(weeks.rows, changes.rows),
    changes: changes.rows.slice(0, 200),
    changeCount: changes.total,
    slices: sliced.map((one, at) => ({ title: labelOf(slices[at]!), query: one, table: tables[at]! })),
    members: {
      columns: members.columns.map((column) => columnOf(column, reader.build.zone)),
      rows: members.rows.map((row) => ({ record_type: 'incident', ...row })),
      total: members.total
    },
    membersCsv: `/api/records?${recordsParams(query)}&format=csv`,
    problems: problems.flatMap(({ rows }) => rows).map((row) => ({ ...row, link: linkWords(row, family) })),
    lineage: [...chain].map(([measure, label]) => ({
      label,
      text: count(numberOf(chained.rows[0]?.[measure]) ?? 0),
      href: recordsUrl({ ...query, measures: [measure] })
    })),
    zone: reader.build.zone
  };
}

/** How many incidents the questions of a candidate's figures have. */
async function sizesOf(reader: Reader, row: Row): Promise<(query: Query) => number | null> {
  const sizes = await Promise.all(
    candidateQueries(row).map(async (query) => {
      const { rows } = await askOrSay(reader, query);
      return [JSON.stringify(query), numberOf(rows[0]?.[query.measures[0]!])] as const;
    })
  );
  const known = new Map(sizes);
  return (query) => known.get(JSON.stringify(query)) ?? null;
}

function spanOf({ first_at: first, last_at: last }: Row, zone: string): string {
  const [from, to] = [first, last].map((at) => day(localDate(String(at), zone)));
  return from === to ? from! : `${from} to ${to}`;
}

function familyFigures(family: Row, query: Query, zone: string): EvidenceFigure[] {
  const href = recordsUrl(query);
  const number = (name: string): number => numberOf(family[name]) ?? 0;
  const [members, counted] = [number('member_count'), number('record_count')];
  const all = { href, title: ofIncidents(members) };
  return [
    { label: 'Incidents', text: count(members), href },
    ...(counted === members ? [] : [{ label: 'Children of one parent once', text: count(counted) }]),
    { label: 'Separate weeks', text: count(number('week_count')), ...all },
    { label: 'Callers', text: count(number('caller_count')), ...all },
    { label: 'Configuration items', text: count(number('item_count')), ...all },
    { label: 'Sites', text: count(number('site_count')), ...all },
    { label: 'Time lost', text: hours(number('lost_seconds')), ...all },
    { label: 'First', text: moment(String(family.first_at), zone) },
    { label: 'Last', text: moment(String(family.last_at), zone) }
  ];
}

const termsOf = (value: unknown): string => {
  const list: unknown = typeof value === 'string' && value.startsWith('[') ? JSON.parse(value) : value;
  return Array.isArray(list) ? list.join(' · ') : '';
};

function linkWords(row: Row, family: Row): string {
  if (row.record_id === family.open_problem_id) return 'open problem of these incidents';
  if (row.record_id === family.known_error_id) return 'known error';
  if (row.record_id === family.closed_problem_id) return 'closed problem of these incidents';
  return `nearest known error, ${(numberOf(family.known_error_similarity) ?? 0).toFixed(2)} of 1: no match`;
}

/** Weeks with the changes whose work started in them. */
export function weeksOf(rows: readonly Row[], changes: readonly Row[]): FamilyWeek[] {
  const started = changes.map((change) => ({
    date: String(change.start_date),
    isTroubled: change.change_type === 'emergency' || change.outcome === 'failed' || change.outcome === 'backed_out'
  }));
  return rows.map((row) => {
    const week = String(row.week);
    const end = new Date(Date.parse(`${week}T00:00:00Z`) + 7 * 86_400_000).toISOString().slice(0, 10);
    const near = started.filter(({ date }) => date >= week && date < end);
    return {
      week,
      count: numberOf(row.record_count) ?? 0,
      expected: numberOf(row.expected) ?? 0,
      upper: numberOf(row.upper) ?? 0,
      changes: near.length,
      troubled: near.filter(({ isTroubled }) => isTroubled).length
    };
  });
}
