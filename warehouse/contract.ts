import { changeOutcomes, requestOutcomes } from './outcomes.ts';
/**
 * THE CONTRACT: what every landed record looks like, whatever tool it came from. `ingest` writes these columns to the landing
 * zone, the staging models read them, and nothing else crosses the border. A source tool's words never pass this point, except
 * in the `*_source` columns that keep them as evidence.
 */

/** How a column is stored in the landing zone. Instants are UTC (`TIMESTAMPTZ`, microseconds). */
export const columnTypes = {
  text: 'VARCHAR',
  instant: 'TIMESTAMPTZ',
  integer: 'BIGINT',
  number: 'DOUBLE',
  boolean: 'BOOLEAN'
} as const;
export type ColumnType = keyof typeof columnTypes;

export interface Column {
  name: string;
  type: ColumnType;
  /** One line for the mapping editor, the documentation and the JSON Schema. */
  meaning: string;
  /** A row without it is rejected. */
  required?: boolean;
  /** The only values allowed; anything else is rejected unless the mapping translates it. */
  values?: readonly string[];
  range?: readonly [least: number, most: number];
  /** Version of the contract that brought it; files that landed under an earlier one do not hold it. Absent: the first. */
  since?: number;
}

/** Raised when the contract gains a column; every manifest tells under which version its rows landed. */
export const contractVersion = 3;

/** Canonical life cycle; `on_hold` waits for somebody outside, `cancelled` was never work. */
export const states = ['new', 'in_progress', 'on_hold', 'resolved', 'closed', 'cancelled'] as const;
export type State = (typeof states)[number];
/** States in which work is still owed: what a backlog counts. */
export const openStates: readonly State[] = ['new', 'in_progress', 'on_hold'];

export const recordTypes = ['incident', 'request', 'problem', 'change', 'event', 'access_grant', 'contact', 'survey'] as const;
export type RecordType = (typeof recordTypes)[number];

/** Landed tables that are not records themselves. */
export const supplementTypes = ['history', 'service_level', 'reply', 'person', 'alias', 'outage', 'recertification'] as const;

/** Whose words a reply is: somebody who serves, somebody who is served, or a machine. */
export const personRoles = ['agent', 'requester', 'system'] as const;
export type LandedType = RecordType | (typeof supplementTypes)[number];

const column = (name: string, type: ColumnType, meaning: string, more: Partial<Column> = {}): Column => ({ name, type, meaning, ...more });

/** Identity and version of a row: one record has one row per version that a delivery told us of. */
const identity: Column[] = [
  column('record_id', 'text', 'The number people use, unique within its record type', { required: true }),
  column('updated_at', 'instant', 'When the source last changed the record, as this row tells it'),
  column('sequence', 'integer', "The source's own counter of changes; orders rows of the same second")
];

const lifeCycle: Column[] = [
  column('state', 'text', 'Canonical state', { values: states }),
  column('state_source', 'text', "The state in the source tool's own word"),
  column('opened_at', 'instant', 'When it was opened', { required: true }),
  column('resolved_at', 'instant', 'When the work was done (for requests: fulfilled)'),
  column('closed_at', 'instant', 'When it was closed for good')
];

const triage: Column[] = [
  column('priority', 'integer', '1 is most severe', { range: [1, 5] }),
  column('impact', 'integer', '1 is widest', { range: [1, 3] }),
  column('urgency', 'integer', '1 is most urgent', { range: [1, 3] }),
  column('category', 'text', 'First level of categorisation'),
  column('subcategory', 'text', 'Second level of categorisation'),
  column('service', 'text', 'The business or technical service'),
  column('configuration_item', 'text', 'The thing that failed or is concerned'),
  column('location', 'text', 'Site of the caller or of the fault'),
  column('supplier', 'text', 'Outside party that does (part of) the work'),
  column('customer', 'text', 'Party that the service is provided to')
];

const people: Column[] = [
  column('team', 'text', 'Team that holds it'),
  column('assignee', 'text', 'Person who holds it'),
  column('caller', 'text', 'Person it was opened for'),
  column('opened_by', 'text', 'Person who wrote it down'),
  column('resolver', 'text', 'Person who resolved it')
];

const words: Column[] = [
  column('title', 'text', 'Short description'),
  column('description', 'text', 'Long description'),
  column('channel', 'text', 'How it came in: phone, mail, portal, event, walk-in, chat'),
  column('resolution_code', 'text', 'Closure code'),
  column('resolution_notes', 'text', 'Closure notes')
];

const flow: Column[] = [
  column('acknowledged_at', 'instant', 'When a team first took it up'),
  column('first_response_at', 'instant', 'First public reply by a person'),
  column('reassignment_count', 'integer', 'Hand-overs between teams as counted by the source', { range: [0, 1e9] }),
  column('reopen_count', 'integer', 'Re-openings as counted by the source', { range: [0, 1e9] }),
  column('has_breached_source', 'boolean', "The source tool's own verdict: its agreed time was missed")
];

/** Landing columns of each table, in order. The single place to add a canonical column. */
export const contract: Record<LandedType, readonly Column[]> = {
  incident: [
    ...identity,
    ...lifeCycle,
    ...triage,
    ...people,
    ...words,
    ...flow,
    column('symptom', 'text', 'Coded symptom'),
    column('is_major', 'boolean', 'Declared a major incident'),
    column('is_knowledge_used', 'boolean', 'A knowledge article was used'),
    column('parent_id', 'text', 'Parent incident of which this is a child'),
    column('problem_id', 'text', 'Problem it is linked to'),
    column('change_id', 'text', 'Change raised to fix it'),
    column('caused_by_change_id', 'text', 'Change that caused it, as recorded'),
    column('caused_by_access_grant_id', 'text', 'Access grant that caused it, as recorded', { since: 2 }),
    column('affected_people', 'integer', 'How many people it kept from working', { range: [0, 1e9], since: 2 })
  ],
  request: [
    ...identity,
    ...lifeCycle,
    ...triage,
    ...people,
    ...words,
    ...flow,
    column('request_type', 'text', 'Catalogue item asked for'),
    column('parent_id', 'text', 'Order or request this item belongs to'),
    column('approval', 'text', 'Canonical approval', { values: ['not_required', 'requested', 'approved', 'rejected'] }),
    column('approval_requested_at', 'instant', 'When approval was asked for'),
    column('approved_at', 'instant', 'When approval was given or refused'),
    column('due_at', 'instant', 'Agreed or estimated delivery'),
    column('is_automated', 'boolean', 'Fulfilled with no work of a person', { since: 2 }),
    column('outcome', 'text', 'How it ended; what was not fulfilled is cancelled by its state', { values: requestOutcomes, since: 3 })
  ],
  problem: [
    ...identity,
    ...lifeCycle,
    ...triage,
    ...people,
    ...words,
    ...flow,
    column('is_known_error', 'boolean', 'The root cause is known and documented'),
    column('known_error_at', 'instant', 'When it became a known error'),
    column('workaround', 'text', 'Workaround as documented'),
    column('workaround_at', 'instant', 'When the first workaround was published'),
    column('root_cause', 'text', 'Root cause as documented'),
    column('root_cause_at', 'instant', 'When the root cause was found'),
    column('change_id', 'text', 'Change that fixes it')
  ],
  change: [
    ...identity,
    ...lifeCycle,
    ...triage,
    ...people,
    ...words,
    column('change_type', 'text', 'Canonical type', { values: ['standard', 'normal', 'emergency'] }),
    column('risk', 'text', "Risk in the source's words"),
    column('planned_start_at', 'instant', 'Planned start'),
    column('planned_end_at', 'instant', 'Planned end'),
    column('started_at', 'instant', 'Work started'),
    column('ended_at', 'instant', 'Work ended'),
    column('outcome', 'text', 'Canonical outcome', { values: changeOutcomes })
  ],
  event: [
    ...identity,
    column('state', 'text', 'Canonical state; an event that still fires is `new`', { values: states }),
    column('state_source', 'text', "The state in the source tool's own word"),
    column('opened_at', 'instant', 'When it first fired', { required: true }),
    column('resolved_at', 'instant', 'When it cleared'),
    column('acknowledged_at', 'instant', 'When a person acknowledged it'),
    column('significance', 'text', 'ITIL significance', { values: ['informational', 'warning', 'exception'] }),
    column('severity_source', 'text', "Severity in the source's word"),
    column('fingerprint', 'text', 'What makes two events the same'),
    column('metric', 'text', 'Alert name or metric'),
    column('title', 'text', 'Summary'),
    column('service', 'text', 'Service concerned'),
    column('configuration_item', 'text', 'Thing concerned'),
    column('team', 'text', 'Team it is routed to'),
    column('incident_id', 'text', 'Incident raised from it'),
    column('problem_id', 'text', 'Problem it is linked to'),
    column('change_id', 'text', 'Change it is linked to'),
    column('is_auto_resolved', 'boolean', 'Cleared with no human action')
  ],
  access_grant: [
    ...identity,
    column('state', 'text', 'Canonical state; an active grant is `in_progress`', { values: states }),
    column('state_source', 'text', "The state in the source tool's own word"),
    column('opened_at', 'instant', 'When access was requested', { required: true }),
    column('person', 'text', 'Who has or wants access'),
    column('is_person_active', 'boolean', 'The person still belongs to the organisation'),
    column('service', 'text', 'Service or application'),
    column('entitlement', 'text', 'Role or right'),
    column('approver', 'text', 'Who approved it'),
    column('approved_at', 'instant', 'When it was approved'),
    column('granted_at', 'instant', 'When it was provisioned'),
    column('revoke_due_at', 'instant', 'Leaving, role change or expiry that demands revocation'),
    column('revoked_at', 'instant', 'When it was removed'),
    column('request_id', 'text', 'Request behind it'),
    column('team', 'text', 'Team that provisions')
  ],
  contact: [
    ...identity,
    column('opened_at', 'instant', 'When the contact was offered to the desk', { required: true }),
    column('answered_at', 'instant', 'When a person answered'),
    column('ended_at', 'instant', 'When it ended'),
    column('channel', 'text', 'phone, chat, mail, portal, walk_in'),
    column('queue', 'text', 'Queue or line'),
    column('team', 'text', 'Desk team'),
    column('agent', 'text', 'Person who answered'),
    column('caller', 'text', 'Person who called'),
    column('is_abandoned', 'boolean', 'The caller gave up before an answer'),
    column('incident_id', 'text', 'Incident or request that came of it'),
    column('is_first_contact_resolution', 'boolean', 'Settled within this contact')
  ],
  survey: [
    ...identity,
    column('opened_at', 'instant', 'When the survey was sent', { required: true }),
    column('answered_at', 'instant', 'When it was answered'),
    column('score', 'number', 'Answer on the scale'),
    column('scale_least', 'number', 'Worst possible score'),
    column('scale_most', 'number', 'Best possible score'),
    column('about_type', 'text', 'Record type it is about', { values: recordTypes }),
    column('about_id', 'text', 'Record it is about'),
    column('comment', 'text', 'Free text')
  ],
  history: [
    column('record_type', 'text', 'Type of the record that changed', { required: true, values: recordTypes }),
    column('record_id', 'text', 'Record that changed', { required: true }),
    column('changed_at', 'instant', 'When it changed', { required: true }),
    column('sequence', 'integer', "The source's own order among changes"),
    column('field', 'text', 'Canonical field that changed', {
      required: true,
      values: ['state', 'team', 'priority', 'assignee', 'impact', 'urgency', 'category', 'service', 'configuration_item', 'supplier']
    }),
    column('value', 'text', 'Canonical value after the change; empty means cleared'),
    column('value_source', 'text', "Value in the source tool's own word"),
    column('changed_by', 'text', 'Who changed it')
  ],
  service_level: [
    column('record_id', 'text', 'Record the clock belongs to', { required: true }),
    column('sla_id', 'text', 'Id of the clock in the source tool'),
    column('target', 'text', 'Name of the target in the source tool', { required: true }),
    column('updated_at', 'instant', 'When the source last computed it'),
    column('sequence', 'integer', "The source's own counter"),
    column('stage', 'text', 'Canonical stage', { values: ['running', 'paused', 'met', 'breached', 'cancelled', 'completed'] }),
    column('started_at', 'instant', 'Clock started'),
    column('stopped_at', 'instant', 'Clock stopped'),
    column('due_at', 'instant', 'Due, as the source says'),
    column('has_breached', 'boolean', "The source's verdict"),
    column('business_seconds', 'number', 'Working time used'),
    column('pause_seconds', 'number', 'Time paused')
  ],
  reply: [
    column('record_type', 'text', 'Type of the record it was written on', { required: true, values: recordTypes }),
    column('record_id', 'text', 'Record it was written on', { required: true }),
    column('replied_at', 'instant', 'When it was written', { required: true }),
    column('sequence', 'integer', "The source's own order or number of the reply"),
    column('author', 'text', 'Person who wrote it'),
    column('author_role', 'text', 'Role the author had then, where the source tells it with the reply', { values: personRoles }),
    column('is_public', 'boolean', 'The caller can read it; what is not told does not count as public'),
    column('is_automatic', 'boolean', 'A rule or an auto-responder wrote it')
  ],
  person: [
    column('person', 'text', 'Person as replies name the author', { required: true }),
    column('role', 'text', 'What the person is', { required: true, values: personRoles }),
    column('changed_at', 'instant', 'Since when; empty means always')
  ],
  alias: [
    column('record_type', 'text', 'Type of the record', { required: true, values: recordTypes }),
    column('record_id', 'text', 'The number people use', { required: true }),
    column('alias', 'text', "What other tables of the source call the record, such as ServiceNow's sys_id", { required: true })
  ],
  outage: [
    column('outage_id', 'text', 'Number of the outage in the source tool'),
    column('updated_at', 'instant', 'When the source last changed it'),
    column('sequence', 'integer', "The source's own counter of changes"),
    column('service', 'text', 'Service that was down', { required: true }),
    column('configuration_item', 'text', 'Thing that failed'),
    column('kind', 'text', 'What it was; what is not told is an outage', { values: ['outage', 'degradation', 'planned'] }),
    column('started_at', 'instant', 'When the service went down', { required: true }),
    column('ended_at', 'instant', 'When it was restored; empty while it lasts'),
    column('incident_id', 'text', 'Incident behind it'),
    column('title', 'text', 'Short description')
  ],
  recertification: [
    column('record_id', 'text', 'Access grant that is reviewed', { required: true }),
    column('campaign', 'text', 'Review that it belongs to'),
    column('updated_at', 'instant', 'When the source last changed it'),
    column('sequence', 'integer', "The source's own counter of changes"),
    column('due_at', 'instant', 'By when it must be decided', { required: true }),
    column('decided_at', 'instant', 'When it was decided'),
    column('verdict', 'text', 'What was decided', { values: ['kept', 'removed'] }),
    column('decided_by', 'text', 'Who decided')
  ]
};
