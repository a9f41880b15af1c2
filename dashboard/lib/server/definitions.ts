import { weekDays, type WeekDay } from '#dashboard/charts/week.ts';
import type { Row } from '#dashboard/charts/table.ts';
import type { Reader } from '#warehouse/query/reader.ts';
import { available, table, type TableName } from '#warehouse/query/tables.ts';

export interface CalendarView {
  name: string;
  version: number;
  zone: string;
  isAlwaysOpen: boolean;
  validity: string;
  week: WeekDay[];
  days: { date: string; kind: string; name: string; hours: string }[];
}

export interface TargetView {
  id: string;
  name: string;
  metric: string;
  recordType: string;
  sentences: { rule: string; sentence: string }[];
  /** Priority, undefined for records of no other; seconds of schedule or whole working days. */
  goals: { priority: number | undefined; seconds: number | undefined; days: number | undefined }[];
}

export interface AgreementView {
  name: string;
  version: number;
  type: string;
  party: string;
  services: string;
  validity: string;
  targets: TargetView[];
}

const names = ['calendars', 'calendar_hours', 'calendar_days', 'targets', 'target_rules', 'goals'] as const satisfies readonly TableName[];
const most = 10_000;

/** Calendars and agreements as the published build used them. */
export async function definitionViews(
  reader: Reader,
  year: number
): Promise<{ calendars: CalendarView[]; agreements: AgreementView[]; years: number[] }> {
  const there = available(reader.build);
  const read = async (name: TableName): Promise<Row[]> => (there.includes(name) ? (await table(reader, name, { limit: most })).rows : []);
  const [calendars, hours, days, targets, rules, goals] = (await Promise.all(names.map(read))) as [
    Row[],
    Row[],
    Row[],
    Row[],
    Row[],
    Row[]
  ];
  const years = [...new Set(days.map((row) => Number(text(row['day']).slice(0, 4))))].sort((a, b) => a - b);
  return {
    calendars: calendars.map((row) => calendarView(row, hours, days, year)),
    agreements: agreementViews(targets, rules, goals),
    years
  };
}

const text = (value: Row[string] | undefined): string => (value === null || value === undefined ? '' : String(value));
const optional = (value: Row[string] | undefined): number | undefined =>
  value === null || value === undefined ? undefined : Number(value);

function validity(row: Row): string {
  const [from, to] = [text(row['valid_from']), text(row['valid_to'])];
  if (from && to) return `from ${from} to ${to}`;
  return from ? `from ${from} on` : to ? `until ${to}` : 'always';
}

function calendarView(row: Row, hours: readonly Row[], days: readonly Row[], year: number): CalendarView {
  const isOwn = (other: Row): boolean => other['calendar'] === row['calendar'] && other['version'] === row['version'];
  const windows = hours
    .filter(isOwn)
    .map((window) => ({ weekday: Number(window['weekday']), from: Number(window['from_seconds']), to: Number(window['to_seconds']) }));
  return {
    name: text(row['calendar']),
    version: Number(row['version']),
    zone: text(row['zone']),
    isAlwaysOpen: row['is_always_open'] === true,
    validity: validity(row),
    week: weekDays(windows),
    days: days
      .filter((day) => isOwn(day) && text(day['day']).startsWith(String(year)))
      .map((day) => ({ date: text(day['day']), kind: text(day['kind']), name: text(day['name']), hours: text(day['hours']) }))
  };
}

function agreementViews(targets: readonly Row[], rules: readonly Row[], goals: readonly Row[]): AgreementView[] {
  const keyOf = (row: Row): string => JSON.stringify([row['agreement'], row['version']]);
  return [...new Set(targets.map(keyOf))].map((key) => {
    const own = targets.filter((row) => keyOf(row) === key);
    const first = own[0] as Row;
    return {
      name: text(first['agreement']),
      version: Number(first['version']),
      type: text(first['agreement_type']),
      party: text(first['party']),
      services: text(first['services']),
      validity: validity(first),
      targets: own.map((row) => targetView(row, rules, goals))
    };
  });
}

function targetView(row: Row, rules: readonly Row[], goals: readonly Row[]): TargetView {
  const isOwn = (other: Row): boolean => other['target_id'] === row['target_id'];
  return {
    id: text(row['target_id']),
    name: text(row['target']),
    metric: text(row['metric']),
    recordType: text(row['record_type']),
    sentences: rules.filter(isOwn).map((rule) => ({ rule: text(rule['rule']), sentence: text(rule['sentence']) })),
    goals: goals
      .filter(isOwn)
      .map((goal) => ({ priority: optional(goal['priority']), seconds: optional(goal['goal_seconds']), days: optional(goal['goal_days']) }))
      .sort((a, b) => (a.priority ?? 9) - (b.priority ?? 9))
  };
}
