import { familyUrl } from '#dashboard/boards/candidate.ts';
import { recurrenceReading, worstFirst } from '#dashboard/boards/recurrence.ts';
import { clockLanes } from '#dashboard/charts/clock-lanes.ts';
import { historyLanes } from '#dashboard/charts/lanes.ts';
import { memberOf, numberOf, type Row } from '#dashboard/charts/table.ts';
import { timeline } from '#dashboard/charts/timeline.ts';
import { count, decimal, duration, memberWords, moment, plural, word } from '#dashboard/format.ts';
import { recordUrl } from '#dashboard/lib/links.ts';
import type { RecordPage } from '#dashboard/lib/record-page.ts';
import type { TableColumn } from '#dashboard/lib/table-column.ts';
import { contract, type RecordType } from '#warehouse/contract.ts';
import type { RecordClocks } from '#warehouse/query/clocks/clock.ts';
import type { RecordDetail } from '#warehouse/query/record-detail.ts';
import type { Lineage } from '#warehouse/query/lineage.ts';
import { clockCard } from './clock-cards.ts';
import { lineageReading } from './lineage-reading.ts';
import { labelOf } from './record-columns.ts';

const text = (value: unknown): string | undefined => (value === null || value === undefined || value === '' ? undefined : String(value));
const numeric = (value: unknown): number | null => (typeof value === 'number' ? value : null);

/** What is read beside the record itself. */
interface Around {
  clocks: RecordClocks;
  chain: Lineage | undefined;
  /** Rows of the table `recurrences`: families of a problem that was resolved. */
  recurrences?: readonly Row[];
}

/** Everything known of a record, in the words and the order of its page. */
export function recordPage(
  detail: RecordDetail,
  { clocks, chain, recurrences = [] }: Around,
  { zone, asOf }: { zone: string; asOf: string }
): RecordPage {
  const { record, history, type, id } = detail;
  const lanes = [...historyLanes(history, asOf), ...clockLanes(clocks)];
  const known = contract[type].filter(({ name }) => name !== 'record_id');
  const columnsThere = known.filter(({ name }) => text(record[name]) !== undefined);
  return {
    type,
    id,
    title: text(record.title) ?? '',
    state: word(text(record.state) ?? text(record.outcome) ?? 'state unknown'),
    priority: record.priority === null || record.priority === undefined ? undefined : memberWords('priority', String(record.priority)),
    team: text(record.team),
    service: text(record.service),
    timeline: timeline(
      lanes.length ? lanes : [{ name: 'Known', stretches: [], marks: [{ at: String(record.opened_at), label: 'opened', tone: 'due' }] }],
      asOf,
      zone
    ),
    clocks: clocks.clocks.map(clockCard),
    uncovered: clocks.uncovered.map(
      ({ agreement, target, priority }) =>
        `${agreement} / ${target}: no goal for ${priority === null ? 'records without priority' : `P${priority}`}`
    ),
    csv: clocks.clocks.some(({ stretches }) => stretches.length > 0)
      ? `/api/record-clocks${recordUrl(type, id).slice('/records'.length)}`
      : undefined,
    fields: [
      ...columnsThere.map(({ name, type: kind }) => ({
        name,
        label: labelOf(name),
        value: fieldText(record[name], name, kind, zone),
        ...linkOf(name, record, type)
      })),
      ...derived(record)
    ],
    missing: known.filter((column) => !columnsThere.includes(column)).map(({ name }) => labelOf(name).toLowerCase()),
    history: { columns: historyColumns(zone), rows: history },
    historyNote:
      record.has_history === false
        ? 'No history was delivered: these stretches follow from the dates on the record'
        : 'Stretches in which state, team, priority and assignee stayed the same',
    links: detail.linked.map((link) => ({
      relation: relationOf(link.through, link.direction, link.type),
      type: link.type,
      id: link.id,
      title: link.title ?? ''
    })),
    lineage: chain && lineageReading(chain, zone),
    recurrences: worstFirst(recurrences.map(recurrenceReading)).map(recurrenceLine)
  };
}

function recurrenceLine(row: Row & { verdict: string }): RecordPage['recurrences'][number] {
  const [before, after, days] = ['before_count', 'after_count', 'after_days'].map((name) => numberOf(row[name]) ?? 0);
  return {
    verdict: row.verdict,
    words: `${memberOf(row.label)}: ${plural(before!, 'incident')} in the 90 days before it was resolved, ${count(after!)} in the ${plural(days!, 'day')} since that are looked at`,
    href: familyUrl(memberOf(row.family_id))
  };
}

function fieldText(value: unknown, name: string, kind: string, zone: string): string {
  if (kind === 'instant') return moment(String(value), zone);
  if (typeof value === 'boolean') return value ? 'yes' : 'no';
  if (typeof value === 'number' && kind !== 'integer') return decimal(value);
  return memberWords(name, String(value));
}

/** Figures that the warehouse adds to what the source told. */
const derived = (record: Row): RecordPage['fields'] =>
  (
    [
      'resolve_seconds',
      'acknowledge_seconds',
      'age_seconds',
      'grant_seconds',
      'revoke_seconds',
      'approval_wait_seconds',
      'answer_seconds',
      'handle_seconds'
    ] as const
  )
    .filter((name) => numeric(record[name]) !== null)
    .map((name) => ({ name, label: `${labelOf(name)}, calendar time`, value: duration(numeric(record[name])) }));

const targets: Readonly<Record<string, RecordType>> = {
  problem_id: 'problem',
  change_id: 'change',
  caused_by_change_id: 'change',
  caused_by_access_grant_id: 'access_grant',
  incident_id: 'incident',
  request_id: 'request'
};

function linkOf(name: string, record: Row, type: RecordType): { href?: string } {
  const target = name === 'parent_id' ? type : targets[name];
  const id = text(record[name]);
  return target && id ? { href: recordUrl(target, id) } : {};
}

const relationOf = (through: string, direction: 'to' | 'from', type: RecordType): string =>
  direction === 'to'
    ? labelOf(through).toLowerCase()
    : through === 'parent_id'
      ? `child ${word(type)}`
      : `${word(type)} that names it as ${labelOf(through).toLowerCase()}`;

const column = (name: string, label: string, unit: string, zone?: string): TableColumn => ({
  name,
  label,
  unit,
  ...(zone ? { zone } : {})
});

const historyColumns = (zone: string): TableColumn[] => [
  column('from_at', 'From', 'instant', zone),
  column('to_at', 'To', 'instant', zone),
  column('state', 'State', 'text'),
  column('state_source', 'In the source', 'text'),
  column('team', 'Team', 'text'),
  column('priority', 'Priority', 'integer'),
  column('assignee', 'Assignee', 'text')
];
