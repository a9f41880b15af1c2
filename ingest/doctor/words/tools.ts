import type { LandedType } from '#warehouse/contract.ts';

/** How the exports of a tool betray themselves. */
export interface Tool {
  name: string;
  /** Headers that few other tools have. */
  headers: readonly string[];
  /** How its ids look. */
  id?: RegExp;
  /** Zone of its exports, where the tool leaves no choice. */
  zone?: string;
  notes: string;
}

const words = (text: string): string[] => text.split('|').map((word) => word.trim());

export const tools: readonly Tool[] = [
  {
    name: 'ServiceNow',
    headers: words(
      'sys_id | sys_created_on | sys_updated_on | sys_mod_count | assignment_group | cmdb_ci | made_sla | caller_id | short_description | Assignment group | Configuration item | Short description | reassignment_count | business_stc'
    ),
    id: /^(INC|PRB|CHG|RITM|REQ|SCTASK|TASK)\d{5,}$/,
    notes: 'raw exports are in UTC, lists saved from a browser in the exporting user’s zone; CSV stops at 10,000 rows'
  },
  {
    name: 'Jira',
    headers: words(
      'Issue key | Issue id | Issue Type | Project key | Project name | Reporter | Resolved | Custom field (Time to resolution) | issue_type | status_category | priority_name | resolution_date'
    ),
    id: /^[A-Z][A-Z0-9]+-\d+$/,
    notes: 'dates are in the format and zone of the exporting user'
  },
  {
    name: 'Zendesk',
    headers: words(
      'requester_id | assignee_id | group_id | brand_id | via_channel | ticket_form_id | submitter_id | Ticket ID | Satisfaction Score | Group | First resolution time in minutes (calendar)'
    ),
    zone: 'UTC',
    notes: 'times are in UTC'
  },
  {
    name: 'Freshservice',
    headers: words(
      'fr_due_by | due_by | requester_id | responder_id | group_id | department_id | first_responded_at | Ticket Id | Agent Group | Resolution Status | First Response Status'
    ),
    zone: 'UTC',
    notes: 'status 2 open, 3 pending, 4 resolved, 5 closed; priority 1 is LOW and 4 urgent'
  },
  {
    name: 'GLPI',
    headers: words(
      'solvedate | closedate | takeintoaccount_delay_stat | solve_delay_stat | waiting_duration | entities_id | itilcategories_id | Technician - Group | Groupe de techniciens | Assigned to - Technician group'
    ),
    notes: 'labels and separator follow the user’s settings; urgency and priority 5 is the highest'
  },
  {
    name: 'ManageEngine ServiceDesk Plus',
    headers: words(
      'Request ID | Technician | Created Time | Completed Time | Resolved Time | DueBy Time | Request Mode | Requester | Overdue Status | is_overdue | is_fcr | is_service_request'
    ),
    notes: 'times are in the zone of the exporting user'
  },
  {
    name: 'BMC Helix',
    headers: words(
      'Incident Number | Incident ID*+ | Submit Date | Reported Date | Responded Date | Last Resolved Date | Assigned Group | Assigned Group*+ | Total Transfers | Categorization Tier 1 | Status-History'
    ),
    id: /^INC0{4,}\d+$/,
    notes: 'the status history keeps the last time per state only, so repeated pauses cannot be rebuilt'
  },
  {
    name: 'TOPdesk',
    headers: words(
      'briefDescription | callDate | targetDate | onHold | operatorGroup | processingStatus | callType | entryType | Brief description | Operator group | Target date | Call date'
    ),
    id: /^[A-Z]?\d{4} ?\d{3,4}$/,
    notes: 'numbers hold a space: I2510 017'
  },
  {
    name: 'PagerDuty',
    headers: words(
      'incident_number | service_name | seconds_to_first_ack | seconds_to_resolve | auto_resolved | escalation_policy_name | urgency'
    ),
    zone: 'UTC',
    notes: 'updated_at is the time of the analytics run, not of a change'
  }
];

/** Ids and headers that tell what kind of record a file holds. */
export const typeHints: readonly { type: LandedType; id?: RegExp; header: RegExp }[] = [
  { type: 'problem', id: /^PRB\d+/, header: /problem (number|id|status|state)|known.?error|root cause|workaround/i },
  { type: 'change', id: /^(CHG|CRQ)\d+/, header: /change (number|type|request number|id)|backout|planned start|risk|cab/i },
  { type: 'request', id: /^(RITM|REQ|SCTASK|WO)\d+/, header: /request (type|item)|cat_?item|catalog|requested for|approval/i },
  { type: 'survey', header: /\b(csat|nps|score|rating|satisfaction)\b.*|survey/i },
  { type: 'contact', header: /abandon|answered|queue|hung up|call duration|offered/i },
  { type: 'access_grant', header: /entitlement|granted|revoke|provision/i },
  { type: 'event', header: /alert ?name|fingerprint|message.?key|severity|trigger/i },
  { type: 'incident', id: /^INC\d+/, header: /incident|ticket|störung|vorfall|melding/i }
];
