const columns = (names: string): readonly string[] => names.trim().split(/\s+/);

/**
 * Header lines of the sample's files, in order. Tables that ServiceNow has carry its column names (`u_…` are columns a customer
 * would add); the others are close to the contract's own names.
 *
 * Instants: `incident.csv` and the other ServiceNow tables `2026-03-29 00:30:00`, UTC without a zone, as its CSV export writes
 * them; `incident_audit_log.csv`, `access.csv`, `recertification.csv`, `outage.csv`, `contact.csv`, `survey.csv` ISO 8601 with `Z`. Durations of `task_sla.csv` are whole
 * seconds. An empty cell is a null. Booleans are `true` and `false`. UTF-8, comma, LF ends a row.
 */
export const headers = {
  /**
   * `state`: New, In Progress, On Hold, Resolved, Closed, Canceled. `priority`: `1 - Critical`, `2 - High`, `3 - Moderate`, `4 - Low`,
   * `5 - Planning`. `impact`, `urgency`: `1 - High`, `2 - Medium`, `3 - Low`. `hold_reason`: Awaiting Caller, Awaiting Vendor, Awaiting
   * Problem, or empty. `contact_type`: Phone, Email, Self-service, Chat, Walk-in, Event. `vendor` is the supplier, `company` the customer,
   * `work_start` when a team took it up, `u_first_response` the first public reply, `major_incident_state`: accepted or empty.
   */
  incident: columns(`
    number sys_id state hold_reason priority impact urgency category subcategory u_symptom business_service cmdb_ci
    assignment_group assigned_to caller_id opened_by opened_at work_start u_first_response resolved_at resolved_by
    closed_at sys_created_on sys_updated_on sys_mod_count short_description description contact_type location company
    vendor close_code close_notes reassignment_count reopen_count made_sla knowledge problem_id rfc caused_by
    parent_incident major_incident_state`),
  /**
   * One row per update, names as in the UCI audit log. `incident_state`: New, Active, Awaiting User Info, Awaiting Vendor, Awaiting
   * Problem, Resolved, Closed, Canceled. `resolved_at` and `closed_at` hold what was known at `sys_updated_at`, not the final values.
   */
  'incident-audit-log': columns(`
    number incident_state active reassignment_count reopen_count sys_mod_count opened_at sys_updated_at category impact
    urgency priority assignment_group assigned_to vendor resolved_at closed_at`),
  /**
   * `state`: Open, Work in Progress, Closed Complete, Closed Incomplete, Closed Skipped (withdrawn). `approval`: Not Yet Requested (none
   * needed), Requested, Approved, Rejected. `approval_set` is when approval was given or refused; `request` the order (REQ…).
   */
  sc_req_item: columns(`
    number sys_id request cat_item state approval priority impact urgency category business_service cmdb_ci
    assignment_group assigned_to requested_for opened_by opened_at u_approval_requested approval_set work_start due_date
    closed_at sys_created_on sys_updated_on sys_mod_count short_description contact_type location company vendor
    close_notes reassignment_count made_sla`),
  /** `state`: New, Assess, Root Cause Analysis, Fix in Progress, Resolved, Closed. */
  problem: columns(`
    number sys_id state priority impact urgency category subcategory business_service cmdb_ci assignment_group assigned_to
    opened_by opened_at known_error u_known_error_at workaround workaround_communicated_at cause_notes u_root_cause_at
    fix_notes resolved_at resolved_by closed_at resolution_code sys_created_on sys_updated_on sys_mod_count
    short_description description vendor reassignment_count reopen_count rfc`),
  /**
   * `state`: New, Assess, Authorize, Scheduled, Implement, Review, Closed, Canceled. `type`: Standard, Normal, Emergency. `close_code`:
   * Successful, Successful with issues, Unsuccessful, or empty. `start_date` and `end_date` are planned, `work_start` and `work_end` real.
   */
  change_request: columns(`
    number sys_id state type risk priority impact category business_service cmdb_ci assignment_group assigned_to
    requested_by opened_by opened_at start_date end_date work_start work_end closed_at close_code close_notes
    sys_created_on sys_updated_on sys_mod_count short_description description location company vendor`),
  /**
   * `severity`: Critical, Major, Minor, Warning, Info. `state`: Ready (still fires, nobody acted), Processed, Ignored. `message_key` makes
   * two events the same; `u_cleared_at` when it cleared, `u_auto_cleared` whether with no human action.
   */
  em_event: columns(`
    number sys_id source node type resource metric_name message_key severity state description cmdb_ci business_service
    assignment_group time_of_event u_acknowledged_at u_cleared_at u_auto_cleared u_incident u_problem u_change
    sys_updated_on sys_mod_count`),
  /** `stage`: In Progress, Paused, Completed, Cancelled. `sla`: name of the target. Durations in whole seconds. */
  task_sla: columns(`
    sys_id task sla stage active has_breached start_time end_time planned_end_time business_duration duration
    business_pause_duration pause_duration business_percentage schedule timezone sys_updated_on sys_mod_count`),
  /** `state`: requested, rejected, active, revoked. */
  access: columns(`
    grant_id updated_at state requested_at person is_person_active service entitlement approver approved_at granted_at
    revoke_due_at revoked_at request_id team`),
  /** `channel`: phone, chat. A contact without `answered_at` was abandoned. `incident_id` may hold a request's number too. */
  contact: columns(`
    contact_id updated_at offered_at answered_at ended_at channel queue team agent caller is_abandoned incident_id
    is_first_contact_resolution`),
  /** `kind`: outage, degradation, planned. No `ended_at` while it lasts. Outages of one service may overlap. */
  outage: columns(`
    outage_id updated_at kind service configuration_item started_at ended_at incident_id title`),
  /** One row per access grant and review that is due; `verdict`: kept, removed, or empty where nobody decided. */
  recertification: columns(`
    grant_id campaign updated_at due_at decided_at verdict decided_by`),
  /** Scale 1 to 5, 5 is best. `about_type`: incident. */
  survey: columns(`
    survey_id updated_at sent_at answered_at score scale_least scale_most about_type about_id comment`)
};

export type SampleTable = keyof typeof headers;

/** File names in the folder a sample is written to. `alerts` holds one Alertmanager webhook payload (version 4) a line. */
export const fileNames = {
  incident: 'incident.csv',
  'incident-audit-log': 'incident_audit_log.csv',
  sc_req_item: 'sc_req_item.csv',
  problem: 'problem.csv',
  change_request: 'change_request.csv',
  em_event: 'em_event.csv',
  task_sla: 'task_sla.csv',
  access: 'access.csv',
  contact: 'contact.csv',
  outage: 'outage.csv',
  recertification: 'recertification.csv',
  survey: 'survey.csv',
  alerts: 'alerts.ndjson',
  truth: 'truth.json'
} as const satisfies Record<SampleTable | 'alerts' | 'truth', string>;

/** Mapping that loads each file. */
export const mappings = {
  incident: 'servicenow/incident',
  'incident-audit-log': 'servicenow/incident-audit-log',
  sc_req_item: 'servicenow/sc_req_item',
  problem: 'servicenow/problem',
  change_request: 'servicenow/change_request',
  em_event: 'servicenow/em_event',
  task_sla: 'servicenow/task_sla',
  access: 'plimsoll/access',
  contact: 'plimsoll/contact',
  outage: 'plimsoll/outage',
  recertification: 'plimsoll/recertification',
  survey: 'plimsoll/survey',
  alerts: 'alertmanager/webhook'
} as const satisfies Record<SampleTable | 'alerts', string>;
