import { familyUrl } from '#dashboard/boards/candidate.ts';
import { falseAlarms, oddsOfLuck } from '#dashboard/boards/evidence-words.ts';
import { recurrenceMeaning } from '#dashboard/boards/recurrence.ts';
import type { Row } from '#dashboard/charts/table.ts';
import { recordsUrl, recordUrl } from './links.ts';
import type { TableColumn } from './table-column.ts';

const column = (name: string, label: string, unit = 'text', more: Partial<TableColumn> = {}): TableColumn => ({
  name,
  label,
  unit,
  ...more
});

export const openProblemColumns = (zone: string): TableColumn[] => [
  column('record_id', 'Number'),
  column('title', 'Title'),
  column('priority', 'Priority', 'integer'),
  column('incident_count', 'Incidents', 'count'),
  column('age_seconds', 'Age', 'seconds'),
  column('is_known_error', 'Known error', 'boolean'),
  column('has_workaround', 'Workaround', 'boolean'),
  column('service', 'Service'),
  column('team', 'Team'),
  column('state', 'State'),
  column('opened_at', 'Opened', 'instant', { zone })
];

export const knownErrorColumns = (zone: string): TableColumn[] => [
  column('record_id', 'Number'),
  column('title', 'Title'),
  column('state', 'State'),
  column('incident_count', 'Incidents', 'count'),
  column('age_seconds', 'Open for', 'seconds'),
  column('workaround', 'Workaround'),
  column('service', 'Service'),
  column('opened_at', 'Opened', 'instant', { zone }),
  column('root_cause', 'Root cause')
];

/** A problem's number opens the record, its incidents the list of them. */
export function problemCell(row: Row, { name }: TableColumn): string | undefined {
  const id = String(row.record_id);
  if (name === 'record_id') return recordUrl('problem', id);
  if (name !== 'incident_count' || !row.incident_count) return undefined;
  return recordsUrl({ measures: ['incident.opened'], period: { all: true }, filters: [{ field: 'problem', op: 'in', values: [id] }] });
}

export const recurrenceColumns: TableColumn[] = [
  column('label', 'Family'),
  column('verdict', 'Did it last?', 'text', { meaning: recurrenceMeaning }),
  column('before_count', 'Before', 'count', { meaning: 'Incidents of the family in the 90 days before the problem was resolved.' }),
  column('after_count', 'After', 'count', { meaning: 'Incidents in the 90 days after, or in as many days as the data know.' }),
  column('after_days', 'Days known', 'count', { meaning: 'Days after the resolution that the data cover, at most 90.' }),
  column('ratio', 'After ÷ before', 'number', {
    meaning:
      'Incidents a day after, over incidents a day before: 1 means that nothing changed, 0.5 half as many, 0 none any more. Given from 28 known days on.'
  }),
  column('resolved_date', 'Resolved', 'date'),
  column('problem_id', 'Problem')
];

/** Both counts open the incidents of their stretch. */
export function recurrenceCell(row: Row, { name }: TableColumn): string | undefined {
  const family = String(row.family_id);
  if (name === 'label') return familyUrl(family);
  if (name === 'problem_id') return recordUrl('problem', String(row.problem_id));
  if (name !== 'before_count' && name !== 'after_count') return undefined;
  const resolved = String(row.resolved_date);
  const [from, to] = name === 'before_count' ? [shifted(resolved, -90), resolved] : [shifted(resolved, 1), shifted(resolved, 91)];
  return recordsUrl({
    measures: ['incident.opened'],
    period: { from, to },
    filters: [{ field: 'family', op: 'in', values: [family] }]
  });
}

/** A local date some days on. */
export const shifted = (date: string, days: number): string =>
  new Date(Date.parse(`${date}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10);

export const linkedProblemColumns = (zone: string): TableColumn[] => [
  column('record_id', 'Number'),
  column('title', 'Title'),
  column('link', 'How it belongs'),
  column('state', 'State'),
  column('workaround', 'Workaround'),
  column('opened_at', 'Opened', 'instant', { zone }),
  column('incident_count', 'Incidents', 'count')
];

export const changeColumns: TableColumn[] = [
  column('start_date', 'Start', 'date'),
  column('record_id', 'Number'),
  column('title', 'Title'),
  column('change_type', 'Type'),
  column('outcome', 'Outcome'),
  column('configuration_item', 'Configuration item'),
  column('service', 'Service'),
  column('is_same_item', 'On the same item', 'boolean')
];

export const signalColumns: TableColumn[] = [
  column('kind', 'Test', 'text', { meaning: 'Level looks at two weeks, burst at 1 to 28 days, drift at a quarter of a year.' }),
  column('days', 'Days', 'count', { meaning: 'The newest days that the test looks at.' }),
  column('observed', 'Observed', 'count', { meaning: 'Incidents of the family in these days.' }),
  column('expected', 'Expected', 'number', { meaning: 'Incidents that up to 26 weeks before lead to expect in as many days.' }),
  column('against', 'Expected from', 'text', {
    meaning: 'History: as many as before. Volume: as large a part of all incidents as before. The less surprising of the two counts.'
  }),
  column('p_value', 'p', 'probability', { meaning: oddsOfLuck }),
  column('q_value', 'q', 'probability', { meaning: falseAlarms }),
  column('level', 'Level', 'text', { meaning: 'Alert, watch, or none: see q; a rise must also be at least 1.2 times the expected.' })
];
