import type { SourceName } from '../metrics/measure.ts';

const record = [
  'record_id',
  'title',
  'state',
  'priority',
  'team',
  'assignee',
  'service',
  'configuration_item',
  'category',
  'opened_at',
  'resolved_at'
];

/** Columns that a list of records shows, of those that its relation has. An export has every column. */
export const listColumns: Readonly<Record<SourceName, readonly string[]>> = {
  incident: record,
  request: [...record, 'request_type', 'approval', 'due_at'],
  problem: [...record, 'is_known_error', 'workaround'],
  change: [...record, 'change_type', 'outcome'],
  event: [
    'record_id',
    'title',
    'significance',
    'metric',
    'state',
    'team',
    'service',
    'configuration_item',
    'opened_at',
    'resolved_at',
    'incident_id'
  ],
  access_grant: [
    'record_id',
    'person',
    'entitlement',
    'service',
    'state',
    'team',
    'approver',
    'opened_at',
    'approved_at',
    'granted_at',
    'revoke_due_at',
    'revoked_at'
  ],
  contact: [
    'record_id',
    'channel',
    'queue',
    'team',
    'agent',
    'caller',
    'opened_at',
    'answered_at',
    'ended_at',
    'is_abandoned',
    'incident_id'
  ],
  survey: ['record_id', 'about_type', 'about_id', 'opened_at', 'answered_at', 'score', 'score_share', 'comment'],
  clock: [
    'clock_id',
    'record_type',
    'record_id',
    'agreement',
    'target',
    'stage',
    'priority',
    'team',
    'service',
    'started_at',
    'stopped_at',
    'due_at',
    'goal_seconds',
    'elapsed_business_seconds',
    'remaining_seconds',
    'is_breached',
    'is_exact'
  ],
  segment: [
    'clock_id',
    'record_type',
    'record_id',
    'target',
    'segment_number',
    'kind',
    'from_at',
    'to_at',
    'business_seconds',
    'wall_seconds',
    'out_of_hours_seconds',
    'team',
    'supplier',
    'priority',
    'state'
  ],
  backlog: ['record_type', 'record_id', 'title', 'state', 'priority', 'team', 'assignee', 'service', 'opened_at', 'from_at', 'to_at'],
  flow: ['record_type', 'record_id', 'kind', 'at', 'delta', 'team', 'priority', 'service', 'title'],
  hand_over: ['record_type', 'record_id', 'from_team', 'to_team', 'handed_at', 'is_return', 'priority', 'team', 'service']
};

/** What a list is sorted by unless asked otherwise: latest first, then by number. */
export const listOrder: Readonly<Record<SourceName, string>> = {
  incident: 'opened_at DESC NULLS LAST, record_id',
  request: 'opened_at DESC NULLS LAST, record_id',
  problem: 'opened_at DESC NULLS LAST, record_id',
  change: 'opened_at DESC NULLS LAST, record_id',
  event: 'opened_at DESC NULLS LAST, record_id',
  access_grant: 'opened_at DESC NULLS LAST, record_id',
  contact: 'opened_at DESC NULLS LAST, record_id',
  survey: 'opened_at DESC NULLS LAST, record_id',
  clock: 'started_at DESC NULLS LAST, clock_id',
  segment: 'clock_id, segment_number',
  backlog: 'opened_at DESC NULLS LAST, record_id',
  flow: '"at" DESC, record_id',
  hand_over: 'handed_at DESC, record_id, interval_number'
};
