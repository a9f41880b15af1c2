/** A row of a fact table: instants are dates, numbers numbers. */
export type Raw = Readonly<Record<string, unknown>>;

/** What a definition may look up besides the row itself. */
export interface Around {
  asOf: Date;
  /** Local date of an instant in the reporting zone. */
  local(at: unknown): string | null;
  hasClock(type: string, id: unknown): boolean;
  hasFamily(id: unknown): boolean;
}

/** A measure written a second time, from the words of the dictionary over raw columns; nothing of the catalogue comes in. */
export interface SecondDefinition {
  table: string;
  how: 'count' | 'ratio' | 'sum' | 'mean' | 'median' | 'p90';
  /** Column with the instant that dates a row; absent: measured at the data instant. */
  at?: string;
  among?: (row: Raw, around: Around) => boolean;
  counts?: (row: Raw, around: Around) => boolean;
  value?: (row: Raw, around: Around) => number | null;
}

type Row = Raw;
const given = (column: string) => (row: Row) => row[column] !== null && row[column] !== undefined;
const is = (column: string) => (row: Row) => row[column] === true;
const isFalse = (column: string) => (row: Row) => row[column] === false;
const equals =
  (column: string, ...values: unknown[]) =>
  (row: Row) =>
    values.includes(row[column]);
const number =
  (column: string) =>
  (row: Row): number | null =>
    row[column] === null || row[column] === undefined ? null : Number(row[column]);
const secondsOf = (instant: unknown): number => Math.floor((instant as Date).getTime() / 1000);
const between = (from: string, to: string) => (row: Row) =>
  row[from] instanceof Date && row[to] instanceof Date ? secondsOf(row[to]) - secondsOf(row[from]) : null;
const all =
  (...conditions: ((row: Row, around: Around) => boolean)[]) =>
  (row: Row, around: Around) =>
    conditions.every((condition) => condition(row, around));
const not = (condition: (row: Row) => boolean) => (row: Row) => !condition(row);

const definitions = new Map<string, SecondDefinition>();
const define = (name: string, definition: SecondDefinition): void => void definitions.set(name, definition);
const spread = (name: string, definition: Omit<SecondDefinition, 'how'>): void => {
  for (const how of ['median', 'p90', 'mean'] as const) define(`${name}_${how}`, { ...definition, how });
};

const open = equals('state', 'new', 'in_progress', 'on_hold');
const cancelled = equals('state', 'cancelled');
const age = (row: Row, { asOf }: Around) => (row.opened_at instanceof Date ? secondsOf(asOf) - secondsOf(row.opened_at) : null);
const sameDay = ({ opened_at, resolved_at }: Row, { local }: Around) => opened_at !== null && local(opened_at) === local(resolved_at);

const lives = [
  ['incident', 'resolved', 'resolve_seconds'],
  ['request', 'fulfilled', 'cycle_seconds'],
  ['problem', 'resolved', 'resolve_seconds'],
  ['change', 'completed', 'lead_seconds']
] as const;
for (const [table, done, duration] of lives) {
  define(`${table}.opened`, { table, how: 'count', at: 'opened_at' });
  define(`${table}.${done}`, { table, how: 'count', at: 'resolved_at' });
  define(`${table}.closed`, { table, how: 'count', at: 'closed_at' });
  define(`${table}.cancelled`, { table, how: 'count', at: 'opened_at', among: cancelled });
  define(`${table}.cancelled_share`, { table, how: 'ratio', at: 'opened_at', counts: cancelled });
  define(`${table}.open`, { table, how: 'count', among: open });
  spread(`${table}.open_age_seconds`, { table, among: open, value: age });
  for (const days of [5, 30]) {
    define(`${table}.not_updated_${days}d_share`, {
      table,
      how: 'ratio',
      among: all(open, given('updated_at')),
      counts: ({ updated_at }, { asOf }) => secondsOf(asOf) - secondsOf(updated_at) > days * 24 * 3600
    });
  }
  spread(`${table}.${duration}`, { table, at: 'resolved_at', value: between('opened_at', 'resolved_at') });
  define(`${table}.same_day_share`, { table, how: 'ratio', at: 'resolved_at', counts: sameDay });
}

for (const table of ['incident', 'request', 'problem'] as const) {
  spread(`${table}.acknowledge_seconds`, { table, at: 'opened_at', value: between('opened_at', 'acknowledged_at') });
  define(`${table}.made_sla_source_share`, {
    table,
    how: 'ratio',
    at: 'opened_at',
    among: given('has_breached_source'),
    counts: isFalse('has_breached_source')
  });
}

const incident = { table: 'incident' } as const;
define('incident.major', { ...incident, how: 'count', at: 'opened_at', among: is('is_major') });
define('incident.major_share', { ...incident, how: 'ratio', at: 'opened_at', among: given('is_major'), counts: is('is_major') });
define('incident.knowledge_share', {
  ...incident,
  how: 'ratio',
  at: 'resolved_at',
  among: given('is_knowledge_used'),
  counts: is('is_knowledge_used')
});
define('incident.problem_linked_share', { ...incident, how: 'ratio', at: 'resolved_at', counts: given('problem_id') });
define('incident.change_caused_share', { ...incident, how: 'ratio', at: 'opened_at', counts: given('caused_by_change_id') });
define('incident.wrong_access_share', { ...incident, how: 'ratio', at: 'opened_at', counts: given('caused_by_access_grant_id') });
define('incident.recurring_share', {
  ...incident,
  how: 'ratio',
  at: 'opened_at',
  counts: ({ record_id }, { hasFamily }) => hasFamily(record_id)
});
for (const table of ['incident', 'request'] as const) {
  define(`${table}.uncovered`, {
    table,
    how: 'count',
    at: 'opened_at',
    among: ({ record_id }, { hasClock }) => !hasClock(table, record_id)
  });
}

const request = { table: 'request' } as const;
spread('request.approval_wait_seconds', { ...request, at: 'opened_at', value: between('approval_requested_at', 'approved_at') });
define('request.rejected_share', {
  ...request,
  how: 'ratio',
  at: 'opened_at',
  among: equals('approval', 'approved', 'rejected'),
  counts: equals('approval', 'rejected')
});
define('request.automated_share', {
  ...request,
  how: 'ratio',
  at: 'resolved_at',
  among: given('is_automated'),
  counts: is('is_automated')
});
define('request.within_due_share', {
  ...request,
  how: 'ratio',
  at: 'resolved_at',
  among: given('due_at'),
  counts: ({ resolved_at, due_at }) => (resolved_at as Date) <= (due_at as Date)
});

const problem = { table: 'problem' } as const;
define('problem.known_errors', { ...problem, how: 'count', at: 'opened_at', among: is('is_known_error') });
define('problem.known_errors_open', { ...problem, how: 'count', among: all(open, is('is_known_error')) });
define('problem.known_error_share', {
  ...problem,
  how: 'ratio',
  among: all(open, given('is_known_error')),
  counts: is('is_known_error')
});
spread('problem.diagnose_seconds', { ...problem, at: 'opened_at', value: between('opened_at', 'root_cause_at') });
define('problem.no_closure_note_share', { ...problem, how: 'ratio', at: 'closed_at', counts: not(given('resolution_notes')) });

const change = { table: 'change' } as const;
const failed = equals('outcome', 'failed', 'backed_out');
define('change.failed', { ...change, how: 'count', at: 'opened_at', among: failed });
define('change.failed_share', {
  ...change,
  how: 'ratio',
  at: 'opened_at',
  among: all(given('outcome'), not(equals('outcome', 'cancelled'))),
  counts: failed
});
define('change.emergency', { ...change, how: 'count', at: 'opened_at', among: equals('change_type', 'emergency') });
define('change.emergency_share', {
  ...change,
  how: 'ratio',
  at: 'opened_at',
  among: given('change_type'),
  counts: equals('change_type', 'emergency')
});

const event = { table: 'event', at: 'opened_at' } as const;
const actedOn = (row: Row): boolean => given('acknowledged_at')(row) || given('incident_id')(row);
define('event.count', { ...event, how: 'count' });
for (const word of ['exception', 'warning', 'informational']) {
  define(`event.${word}`, { ...event, how: 'count', among: equals('significance', word) });
}
define('event.relevant', { ...event, how: 'count', among: isFalse('is_noise') });
define('event.acted', { ...event, how: 'count', among: all(isFalse('is_noise'), actedOn) });
define('event.to_incident', { ...event, how: 'count', among: given('incident_id') });
define('event.incident_share', { ...event, how: 'ratio', counts: given('incident_id') });
define('event.problem_share', { ...event, how: 'ratio', counts: given('problem_id') });
define('event.change_share', { ...event, how: 'ratio', counts: given('change_id') });
define('event.acted_share', { ...event, how: 'ratio', counts: actedOn });
define('event.noise_share', { ...event, how: 'ratio', among: given('is_noise'), counts: is('is_noise') });
define('event.auto_resolved_share', { ...event, how: 'ratio', among: given('is_auto_resolved'), counts: is('is_auto_resolved') });
spread('event.acknowledge_seconds', { ...event, value: between('opened_at', 'acknowledged_at') });

const access = { table: 'access_grant', at: 'opened_at' } as const;
const withoutApproval = ({ approved_at, granted_at }: Row): boolean => approved_at === null || (approved_at as Date) > (granted_at as Date);
define('access.requested', { ...access, how: 'count' });
define('access.granted', { ...access, how: 'count', among: given('granted_at') });
define('access.revoked', { ...access, how: 'count', among: given('revoked_at') });
define('access.active', { table: 'access_grant', how: 'count', among: all(given('granted_at'), not(given('revoked_at'))) });
spread('access.grant_seconds', { ...access, value: between('opened_at', 'granted_at') });
define('access.unapproved', { ...access, how: 'count', among: all(given('granted_at'), withoutApproval) });
define('access.unapproved_share', { ...access, how: 'ratio', among: given('granted_at'), counts: withoutApproval });

const contact = { table: 'contact', at: 'opened_at' } as const;
define('contact.offered', { ...contact, how: 'count' });
define('contact.answered', { ...contact, how: 'count', among: given('answered_at') });
define('contact.abandoned', { ...contact, how: 'count', among: is('is_abandoned') });
define('contact.abandoned_share', { ...contact, how: 'ratio', among: given('is_abandoned'), counts: is('is_abandoned') });
define('contact.answered_30s_share', {
  ...contact,
  how: 'ratio',
  among: given('answered_at'),
  counts: (row) => between('opened_at', 'answered_at')(row)! <= 30
});
spread('contact.answer_seconds', { ...contact, value: between('opened_at', 'answered_at') });
spread('contact.handle_seconds', { ...contact, value: between('answered_at', 'ended_at') });
define('contact.fcr_share', {
  ...contact,
  how: 'ratio',
  among: all(given('is_first_contact_resolution'), given('answered_at')),
  counts: is('is_first_contact_resolution')
});

const survey = { table: 'survey', at: 'opened_at' } as const;
define('survey.sent', { ...survey, how: 'count' });
define('survey.answered', { ...survey, how: 'count', among: given('answered_at') });
define('survey.response_rate', { ...survey, how: 'ratio', counts: given('answered_at') });

const clock = { table: 'clock' } as const;
const judged = equals('stage', 'met', 'breached');
const stopped = all(given('stopped_at'), not(equals('stage', 'cancelled')));
const running = all(not(given('stopped_at')), not(equals('stage', 'cancelled')));
define('service_level.attainment', { ...clock, how: 'ratio', at: 'stopped_at', among: judged, counts: equals('stage', 'met') });
define('service_level.completed', { ...clock, how: 'count', at: 'stopped_at', among: judged });
define('service_level.met', { ...clock, how: 'count', at: 'stopped_at', among: equals('stage', 'met') });
define('service_level.breached', { ...clock, how: 'count', at: 'stopped_at', among: equals('stage', 'breached') });
define('service_level.goal', { ...clock, how: 'mean', at: 'stopped_at', among: judged, value: number('attainment_goal') });
define('service_level.started', { ...clock, how: 'count', at: 'started_at' });
define('service_level.cancelled', { ...clock, how: 'count', at: 'started_at', among: equals('stage', 'cancelled') });
define('service_level.open', { ...clock, how: 'count', among: running });
define('service_level.undetermined', { ...clock, how: 'count', at: 'stopped_at', among: equals('stage', 'undetermined') });
define('service_level.attainment_least', { ...clock, how: 'ratio', at: 'stopped_at', among: stopped, counts: equals('stage', 'met') });
define('service_level.attainment_most', {
  ...clock,
  how: 'ratio',
  at: 'stopped_at',
  among: stopped,
  counts: equals('stage', 'met', 'undetermined')
});
define('service_level.overdue', {
  ...clock,
  how: 'count',
  among: all(running, ({ elapsed_business_seconds, goal_seconds }) => Number(elapsed_business_seconds) > Number(goal_seconds))
});
for (const word of ['elapsed_business_seconds', 'elapsed_actual_seconds']) {
  spread(`service_level.${word}`, { ...clock, at: 'stopped_at', among: judged, value: number(word) });
}

const segment = { table: 'segment', how: 'sum', at: 'stopped_at' } as const;
define('time.business_seconds', { ...segment, among: equals('kind', 'running'), value: number('business_seconds') });
define('time.wall_seconds', { ...segment, value: number('wall_seconds') });
define('time.paused_seconds', { ...segment, among: equals('kind', 'paused'), value: number('wall_seconds') });
define('time.out_of_hours_seconds', { ...segment, value: number('out_of_hours_seconds') });

/** By the name of the measure. */
export const secondDefinitions: ReadonlyMap<string, SecondDefinition> = definitions;
