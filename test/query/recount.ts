import type { SampleTable } from '#ingest/sample/headers.ts';

type Row = Record<string, string>;
/** Count by month of the reporting zone; months without any are left out. */
type Months = Record<string, number>;
type Files = (table: SampleTable) => Row[];

/** A measure and how to count it again from the files as delivered: no mapping, no SQL, no part of the warehouse. */
export interface Recount {
  measure: string;
  count: (files: Files) => Months;
}

const monthFormat = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Berlin', year: 'numeric', month: '2-digit' });
const instant = (cell: string): number => Date.parse(cell.includes('T') ? cell : `${cell.replace(' ', 'T')}Z`);
const monthOf = (cell: string): string => monthFormat.format(instant(cell));

function months(rows: readonly Row[], date: string, counts: (row: Row) => boolean = () => true): Months {
  const found: Months = {};
  for (const row of rows) {
    if (!row[date] || !counts(row)) continue;
    const month = monthOf(row[date]);
    found[month] = (found[month] ?? 0) + 1;
  }
  return found;
}

/** Shares by month: of the rows that `counts` takes. A share of 0 is left out, as in the answers compared with. */
function shares(rows: readonly Row[], date: string, above: (row: Row) => boolean, counts: (row: Row) => boolean = () => true): Months {
  const over = months(rows, date, counts);
  const hits = months(rows, date, (row) => counts(row) && above(row));
  return Object.fromEntries(Object.entries(hits).map(([month, count]) => [month, count / over[month]!]));
}

const plain = (measure: string, table: SampleTable, date: string, counts?: (row: Row) => boolean): Recount => ({
  measure,
  count: (files) => months(files(table), date, counts)
});
const share = (
  measure: string,
  table: SampleTable,
  date: string,
  above: (row: Row) => boolean,
  counts?: (row: Row) => boolean
): Recount => ({
  measure,
  count: (files) => shares(files(table), date, above, counts)
});

/** Which incidents an event had told of before they were opened. */
function seenFirst(files: Files): Set<string> {
  const opened = new Map(files('incident').map((row) => [row.number!, instant(row.opened_at!)]));
  const linked = files('em_event').filter((row) => row.u_incident && instant(row.time_of_event!) <= (opened.get(row.u_incident) ?? 0));
  return new Set(linked.map((row) => row.u_incident!));
}

/** Incidents whose first and last category in the log differ. */
function recategorised(files: Files): Set<string> {
  const courses = Map.groupBy(files('incident-audit-log'), (row) => row.number!);
  const inOrder = [...courses].map(
    ([number, rows]) => [number, rows.sort((one, other) => Number(one.sys_mod_count) - Number(other.sys_mod_count))] as const
  );
  return new Set(inOrder.filter(([, rows]) => rows[0]!.category !== rows.at(-1)!.category).map(([number]) => number));
}

const isDone = (row: Row): boolean => row.state === 'Resolved' || row.state === 'Closed';

export const recounts: readonly Recount[] = [
  plain('incident.opened', 'incident', 'opened_at'),
  plain('incident.resolved', 'incident', 'resolved_at', isDone),
  plain('incident.closed', 'incident', 'closed_at', (row) => row.state === 'Closed'),
  plain('incident.cancelled', 'incident', 'opened_at', (row) => row.state === 'Canceled'),
  plain('incident.major', 'incident', 'opened_at', (row) => row.major_incident_state === 'accepted'),
  plain('incident.reopened', 'incident', 'opened_at', (row) => Number(row.reopen_count) > 0),
  plain('incident.reassigned', 'incident', 'opened_at', (row) => Number(row.reassignment_count) > 0),
  share('incident.self_service_share', 'incident', 'opened_at', (row) => row.contact_type === 'Self-service'),
  share('incident.change_caused_share', 'incident', 'opened_at', (row) => row.caused_by !== ''),
  share('incident.problem_linked_share', 'incident', 'resolved_at', (row) => row.problem_id !== '', isDone),
  share('incident.reopened_share', 'incident', 'resolved_at', (row) => Number(row.reopen_count) > 0, isDone),
  {
    measure: 'incident.wrongly_categorised_share',
    count: (files) => {
      const wrong = recategorised(files);
      return shares(files('incident'), 'resolved_at', (row) => wrong.has(row.number!), isDone);
    }
  },
  {
    measure: 'incident.first_line_share',
    count: (files) => {
      const desks = new Set(files('contact').map((row) => row.team));
      return shares(files('incident'), 'resolved_at', (row) => desks.has(row.assignment_group), isDone);
    }
  },
  {
    measure: 'incident.first_contact_share',
    count: (files) => {
      const told = new Map(
        files('contact')
          .filter((row) => row.incident_id && row.is_first_contact_resolution)
          .map((row) => [row.incident_id!, row.is_first_contact_resolution])
      );
      return shares(
        files('incident'),
        'resolved_at',
        (row) => told.get(row.number!) === 'true',
        (row) => isDone(row) && told.has(row.number!)
      );
    }
  },
  {
    measure: 'event.first_seen_share',
    count: (files) => {
      const seen = seenFirst(files);
      return shares(files('incident'), 'opened_at', (row) => seen.has(row.number!));
    }
  },
  plain('request.opened', 'sc_req_item', 'opened_at'),
  plain('request.fulfilled', 'sc_req_item', 'closed_at', (row) => row.state === 'Closed Complete'),
  share(
    'request.rejected_share',
    'sc_req_item',
    'opened_at',
    (row) => row.approval === 'Rejected',
    (row) => ['Approved', 'Rejected'].includes(row.approval!)
  ),
  {
    measure: 'request.per_caller',
    count: (files) => {
      const byMonth = Map.groupBy(files('sc_req_item'), (row) => monthOf(row.opened_at!));
      return Object.fromEntries(
        [...byMonth].map(([month, rows]) => [month, rows.length / new Set(rows.map((row) => row.requested_for)).size])
      );
    }
  },
  plain('problem.opened', 'problem', 'opened_at'),
  plain('problem.known_errors_recorded', 'problem', 'u_known_error_at'),
  plain('problem.linked_incidents', 'incident', 'opened_at', (row) => row.problem_id !== ''),
  plain('change.opened', 'change_request', 'opened_at'),
  plain('change.emergency', 'change_request', 'opened_at', (row) => row.type === 'Emergency'),
  share(
    'change.failed_share',
    'change_request',
    'opened_at',
    (row) => row.close_code === 'Unsuccessful',
    (row) => row.close_code !== ''
  ),
  plain('access.requested', 'access', 'requested_at'),
  plain('access.granted', 'access', 'requested_at', (row) => row.granted_at !== ''),
  plain('access.revoked', 'access', 'requested_at', (row) => row.revoked_at !== ''),
  plain('contact.offered', 'contact', 'offered_at'),
  plain('contact.abandoned', 'contact', 'offered_at', (row) => row.is_abandoned === 'true'),
  plain(
    'contact.short_abandoned',
    'contact',
    'offered_at',
    (row) => row.is_abandoned === 'true' && instant(row.ended_at!) - instant(row.offered_at!) <= 10_000
  ),
  plain('survey.sent', 'survey', 'sent_at'),
  share('survey.response_rate', 'survey', 'sent_at', (row) => row.answered_at !== '')
];
