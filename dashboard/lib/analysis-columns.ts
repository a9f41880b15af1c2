import type { Row } from '#dashboard/charts/table.ts';
import type { TableColumn } from './table-column.ts';
import type { TargetReading } from './target-reading.ts';

const column = (name: string, label: string, unit = 'text', more: Partial<TableColumn> = {}): TableColumn => ({
  name,
  label,
  unit,
  ...more
});

export const budgetLineColumns: TableColumn[] = [
  column('target', 'Target'),
  column('span', 'Over'),
  column('completed', 'Clocks', 'count'),
  column('breached', 'Breached', 'count'),
  column('budget', 'Error budget, breaches'),
  column('burn', 'Burn rate')
];

/** One row per target and stretch of time; `href` opens the breached clocks. */
export const budgetRows = (targets: readonly TargetReading[]): Row[] =>
  targets.flatMap(({ name, lines }) =>
    lines.map(({ label, text, budget, completed, breached, href }) => ({
      target: name,
      span: label,
      completed,
      breached,
      budget,
      burn: text,
      href
    }))
  );

export const inverseColumns: TableColumn[] = [
  column('target', 'Target'),
  column('priority', 'Priority', 'integer'),
  column('goal', 'Goal now', 'worked'),
  column('within_goal', 'Stop within it', 'share', { meaning: 'Share that stops within the goal in force, open clocks reckoned with' }),
  column('seconds', 'Could be promised', 'worked'),
  column('low', 'At least', 'worked', { meaning: 'Lower end of the 95 % interval' }),
  column('high', 'At most', 'worked', { meaning: 'Upper end of the 95 % interval; none: too few to tell' }),
  column('verdict', 'Can be told'),
  column('clocks', 'Clocks', 'count'),
  column('open', 'Still open', 'count')
];

export const timeColumns = (slice: string, label: string): TableColumn[] => [
  column(slice, label),
  column('businessShare', 'Share of working time', 'share'),
  column('business', 'Working time', 'worked'),
  column('paused', 'Paused', 'worked', { meaning: 'Wall time in which clocks were paused' }),
  column('outside', 'Out of hours', 'worked', { meaning: 'Wall time outside the working hours, not paused' }),
  column('wall', 'Wall time', 'worked'),
  column('clocks', 'Clocks', 'count')
];

export const holderColumns: TableColumn[] = [
  column('team', 'Team'),
  column('state', 'State'),
  column('supplier', 'Supplier'),
  column('priority', 'Priority', 'integer'),
  column('breaches', 'Breaches', 'count'),
  column('share', 'Share', 'share')
];

export const handOffColumns: TableColumn[] = [
  column('from_team', 'From'),
  column('to_team', 'To'),
  column('hand_offs', 'Hand-offs', 'count'),
  column('taken_up', 'Taken up', 'count'),
  column('passed_on', 'Passed on untouched', 'count'),
  column('waiting', 'Waiting now', 'count'),
  column('wait_seconds', 'Waited, in all', 'seconds', { meaning: 'Wall time until taken up, passed on, or the data instant' }),
  column('business_wait_seconds', 'Of it in working hours', 'worked'),
  column('median_wait_seconds', 'Median wait', 'seconds'),
  column('p90_wait_seconds', '90th percentile', 'seconds')
];

export const chainColumns: TableColumn[] = [
  column('target', 'SLA target'),
  column('verdict', 'Fits'),
  column('slack', 'Least slack', 'worked', { meaning: 'In working time of the SLA; below 0 the chain is too long' }),
  column('failing_share', 'Of the year it fails', 'share'),
  column('priority', 'Priority', 'integer'),
  column('goal', 'Goal', 'worked'),
  column('link_goals', 'Their goals, added up', 'worked'),
  column('links', 'Underpinned by'),
  column('calendar', 'On calendar'),
  column('worst_at', 'Worst moment', 'instant')
];

export const failingColumns: TableColumn[] = [
  column('from', 'From', 'instant'),
  column('to', 'To before', 'instant'),
  column('slack', 'Least slack', 'worked', { meaning: 'In working time of the SLA' }),
  column('worst_at', 'Worst when opened', 'instant'),
  column('due', 'SLA due', 'instant'),
  column('ends', 'Links done', 'instant')
];
