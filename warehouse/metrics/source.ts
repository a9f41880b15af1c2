import type { RecordType } from '../contract.ts';
import type { SourceName } from './measure.ts';

/** A relation that measures read: one row per `grain`. */
export interface Source {
  name: SourceName;
  /** What stands after FROM; aliased so that conditions need no prefix. */
  from: string;
  /** `schema.table` whose columns decide what is there. */
  table: string;
  /** What one row is, in words, singular. */
  grain: string;
  /** What rows are where they are no records: `sums`, which add up but are never counted, or `levels`, which do not add up over time. */
  rows?: 'sums' | 'levels';
  /** Columns by which two date columns belong to hours as well: date column → hour column. */
  hours: Readonly<Record<string, string>>;
  /** Record type of the rows; a column when rows are of several. */
  recordType?: RecordType;
  /** Summaries that answer some measures exactly and faster. */
  rollUps?: readonly RollUp[];
  /** Columns that cost a join or a computation, made only for a question that names one of them. */
  wider?: readonly Wider[];
  /** Why nothing can be told where the table is not in the build, or holds nothing; absent where the usual words do. */
  absent?: string;
  empty?: string;
}

export interface Wider {
  columns: readonly string[];
  /** `schema.table` that must have been built. */
  table: string;
  /** The columns as SQL over the source's own table as `r`, and what is joined for them. */
  select: string;
  join?: string;
}

/**
 * A summary table. It answers a measure when the measure's own columns, every dimension and every filter are in it;
 * counts and sums only, so that the answer is the same to the last unit.
 */
export interface RollUp {
  table: string;
  date: string;
  answers: Readonly<Record<string, RollUpAnswer>>;
}

/** The column to sum (count, sum) or the pair of columns to divide (ratio, quotient), and which rows of the summary count. */
export interface RollUpAnswer {
  of: string | readonly [numerator: string, denominator: string];
  where?: string;
}

const record = (name: SourceName & RecordType, grain: string): Source => ({
  name,
  from: `fact.${name}`,
  table: `fact.${name}`,
  grain,
  hours: { opened_date: 'opened_hour' },
  recordType: name
});

const mart = (name: SourceName, table: string, grain: string): Source => ({
  name,
  from: `mart.${table}`,
  table: `mart.${table}`,
  grain,
  hours: {}
});

const clockDaily: RollUp = {
  table: 'mart.clock_daily',
  date: 'stop_date',
  answers: {
    'service_level.completed': { of: 'completed' },
    'service_level.met': { of: 'met' },
    'service_level.breached': { of: 'breached' },
    'service_level.attainment': { of: ['met', 'completed'] },
    'service_level.ola_met_share': { of: ['met', 'completed'], where: "agreement_type = 'OLA'" },
    'service_level.uc_met_share': { of: ['met', 'completed'], where: "agreement_type = 'UC'" }
  }
};

const timeDaily: RollUp = {
  table: 'mart.time_daily',
  date: 'stop_date',
  answers: {
    'time.business_seconds': { of: 'running_seconds' },
    'time.wall_seconds': { of: 'wall_seconds' },
    'time.paused_seconds': { of: 'paused_seconds' },
    'time.out_of_hours_seconds': { of: 'out_of_hours_seconds' },
    'time.supplier_share': { of: ['supplier_seconds', 'wall_seconds'], where: "agreement_type = 'SLA'" }
  }
};

/** Columns of a segment, and those of its clock that it is read with. */
const segmentColumns = [
  'clock_id',
  'segment_number',
  'from_at',
  'to_at',
  'kind',
  'business_seconds',
  'wall_seconds',
  'out_of_hours_seconds',
  'team',
  'supplier',
  'priority',
  'state',
  'calendar',
  'interval_number'
];
const clockColumns = [
  'record_type',
  'record_id',
  'agreement',
  'agreement_type',
  'target',
  'target_id',
  'metric',
  'cycle',
  'stage',
  'service',
  'customer',
  'category',
  'started_at',
  'start_date',
  'stopped_at',
  'stop_date',
  'is_completed',
  'is_breached'
];
const prefixed = (alias: string, columns: readonly string[]): string => columns.map((column) => `${alias}.${column}`).join(', ');

/** The family that an incident belongs to, if any. */
const family = (type: string): Wider => ({
  columns: ['family_id'],
  table: 'fact.family_member',
  select: 'm.family_id',
  join: `LEFT JOIN fact.family_member AS m ON m.record_id = r.record_id AND m.record_type = ${type}`
});
const lostTime: Wider = {
  columns: ['lost_seconds'],
  table: 'mart.lost_time',
  select: 'l.lost_seconds',
  join: 'LEFT JOIN mart.lost_time AS l ON l.record_id = r.record_id'
};

const breachTime = 'timezone((SELECT zone FROM meta.build), r.breached_at)';

/** Local hour and ISO weekday of the breach; nothing for clocks that did not. */
const breachHour: Wider = {
  columns: ['breach_hour', 'breach_weekday'],
  table: 'meta.build',
  select: `hour(${breachTime})::TINYINT AS breach_hour, isodow(${breachTime})::TINYINT AS breach_weekday`
};

/** Every source by name. */
export const sources: Readonly<Record<SourceName, Source>> = {
  incident: { ...record('incident', 'incident'), wider: [family("'incident'"), lostTime] },
  request: record('request', 'request'),
  problem: record('problem', 'problem'),
  change: record('change', 'change'),
  event: record('event', 'event'),
  access_grant: record('access_grant', 'access grant'),
  contact: record('contact', 'contact'),
  survey: record('survey', 'survey'),
  clock: {
    name: 'clock',
    from: 'fact.clock',
    table: 'fact.clock',
    grain: 'clock',
    hours: {},
    rollUps: [clockDaily],
    wider: [family('r.record_type'), breachHour],
    empty: 'no target of definitions/agreements.yaml fits a record'
  },
  segment: {
    name: 'segment',
    from: `(SELECT ${prefixed('s', segmentColumns)}, ${prefixed('c', clockColumns)} FROM fact.segment AS s JOIN fact.clock AS c USING (clock_id)) AS segment`,
    table: 'fact.segment',
    grain: 'stretch of a clock',
    hours: {},
    rollUps: [timeDaily]
  },
  backlog: {
    name: 'backlog',
    from: 'mart.backlog_daily',
    table: 'mart.backlog_daily',
    grain: 'day, team, priority and service',
    rows: 'levels',
    hours: {}
  },
  flow: { ...mart('flow', 'backlog_change', 'day, team, priority and service'), rows: 'sums' },
  hand_over: { name: 'hand_over', from: 'fact.hand_over', table: 'fact.hand_over', grain: 'hand-over', hours: {} },
  aftermath: { ...mart('aftermath', 'change_aftermath', 'change whose aftermath is over'), recordType: 'change' },
  recurrence: { ...mart('recurrence', 'problem_recurrence', 'closed problem whose family has been watched since'), recordType: 'problem' },
  outage: { ...mart('outage', 'outage', 'outage of a service, overlapping ones merged'), empty: 'no outage has been loaded' },
  service_day: { ...mart('service_day', 'service_day', 'service and day'), rows: 'sums', empty: 'no outage has been loaded' },
  recertification: {
    name: 'recertification',
    from: 'fact.recertification',
    table: 'fact.recertification',
    grain: 'recertification of an access grant',
    hours: {}
  },
  improvement: { ...mart('improvement', 'improvement', 'initiative'), absent: 'no improvement register is kept' }
};

type LocalPart = 'date' | 'hour' | 'weekday';
const locals = (stem: string, instant: string, ...parts: LocalPart[]) =>
  parts.map((part) => [`${stem}_${part}`, { instant, part }] as const);

/** Columns that are local in the reporting zone, and the instants they are made of, so that another zone can have them too. */
export const localColumns: ReadonlyMap<string, { instant: string; part: LocalPart }> = new Map([
  ...locals('opened', 'opened_at', 'date', 'hour', 'weekday'),
  ...locals('resolved', 'resolved_at', 'date'),
  ...locals('closed', 'closed_at', 'date'),
  ...locals('start', 'started_at', 'date'),
  ...locals('stop', 'stopped_at', 'date'),
  ...locals('handed', 'handed_at', 'date'),
  ...locals('breach', 'breached_at', 'hour', 'weekday')
]);

/** Columns that a source has although its table does not: those joined to it. */
export const joinedColumns: Readonly<Partial<Record<SourceName, readonly string[]>>> = { segment: clockColumns };

/** The join that gives a source a column, if it is not its own. */
export const joinOf = (name: SourceName, column: string): Wider | undefined =>
  sources[name].wider?.find(({ columns }) => columns.includes(column));

/** What stands after FROM when these columns of a source are asked for. */
export function relationOf(name: SourceName, columns: readonly (string | undefined)[]): string {
  const { from, table, wider = [] } = sources[name];
  const asked = wider.filter((one) => columns.some((column) => column !== undefined && one.columns.includes(column)));
  if (asked.length === 0) return from;
  const selected = ['r.*', ...asked.map(({ select }) => select)].join(', ');
  return `(SELECT ${selected} FROM ${[`${table} AS r`, ...asked.map(({ join }) => join ?? '')].join(' ').trim()}) AS ${name}`;
}
