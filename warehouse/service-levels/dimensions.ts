import { isAlwaysOpen, windowWords, type Calendar, type DayWindow } from '../calendars/calendar.ts';
import { holidaysIn } from '../calendars/closures.ts';
import type { Connection, Value } from '../connection.ts';
import type { Agreement, Definitions, Target } from './definitions.ts';
import { planPass } from './plan.ts';
import { chainWords, momentsWords, targetSentences } from './target-words.ts';
import { conditionWords } from './words.ts';

async function insertRows(connection: Connection, table: string, rows: readonly (readonly Value[])[]): Promise<void> {
  for (const row of rows) await connection.run(`INSERT INTO ${table} VALUES (${row.map(() => '?').join(', ')})`, row);
}

/**
 * Writes `dim.calendar`, its hours of the week, its days that are unlike the week, and `dim.calendar_window`. Windows reach from five
 * years before the data instant to the end of the longest goal; a record's page splits its segments by them. Days cover the years
 * from five before the data instant to two after it.
 * @param asOf epoch seconds
 */
export async function writeCalendars(connection: Connection, definitions: Definitions, asOf: number): Promise<void> {
  await connection.run(
    'CREATE OR REPLACE TABLE dim.calendar (calendar VARCHAR, version INTEGER, zone VARCHAR, is_always_open BOOLEAN, valid_from DATE, valid_to DATE)'
  );
  await connection.run(
    'CREATE OR REPLACE TABLE dim.calendar_hours (calendar VARCHAR, version INTEGER, weekday TINYINT, from_seconds INTEGER, to_seconds INTEGER)'
  );
  await connection.run(
    'CREATE OR REPLACE TABLE dim.calendar_day (calendar VARCHAR, version INTEGER, day DATE, kind VARCHAR, name VARCHAR, hours VARCHAR)'
  );
  for (const calendar of definitions.calendars) {
    const { name, version, zone, validFrom, validTo } = calendar;
    await insertRows(connection, 'dim.calendar', [[name, version, zone, isAlwaysOpen(calendar), validFrom ?? null, validTo ?? null]]);
    const hours = calendar.week.flatMap((day, index) => day.map(({ from, to }): Value[] => [name, version, index + 1, from, to]));
    await insertRows(connection, 'dim.calendar_hours', hours);
    const days = daysUnlike(calendar, asOf).map(({ date, kind, name: told, hours: text }): Value[] => [
      name,
      version,
      date,
      kind,
      told,
      text
    ]);
    await insertRows(connection, 'dim.calendar_day', days);
  }
  await connection.run('CREATE OR REPLACE TABLE dim.calendar_window (calendar VARCHAR, open_at TIMESTAMPTZ, close_at TIMESTAMPTZ)');
  const { calendars } = planPass(definitions, 'UTC', asOf - fiveYears, asOf);
  for (const { name, windows } of calendars)
    for (let at = 0; at < windows.length; at += 2000) {
      const values = windows
        .slice(at, at + 2000)
        .map(({ from, to }) => `(${from}, ${to})`)
        .join(', ');
      await connection.run(
        `INSERT INTO dim.calendar_window SELECT ?, to_timestamp(w.f), to_timestamp(w.t) FROM (VALUES ${values}) w (f, t)`,
        [name]
      );
    }
}

interface UnlikeDay {
  date: string;
  kind: 'holiday' | 'special' | 'break';
  name: string | null;
  hours: string | null;
}

/** Days on which a calendar is not as its week says, over the years around the data instant in which the version counts. */
function daysUnlike(calendar: Calendar, asOf: number): UnlikeDay[] {
  const now = new Date(asOf * 1000).getUTCFullYear();
  const years = Array.from({ length: 8 }, (_, index) => now - 5 + index);
  const holidays = years
    .flatMap((year) => holidaysIn(calendar, year))
    .map(({ date, name }): UnlikeDay => ({ date, kind: 'holiday', name, hours: null }));
  const told = (kind: 'special' | 'break', days: Readonly<Record<string, readonly DayWindow[]>>): UnlikeDay[] =>
    Object.entries(days).map(([date, windows]) => ({ date, kind, name: null, hours: windows.map(windowWords).join(', ') }));
  const breaks = years.flatMap((year) => told('break', calendar.closures?.(year).breaks ?? {}));
  const all = [...holidays, ...told('special', calendar.special), ...told('break', calendar.breaks), ...breaks];
  const { validFrom = '', validTo = '9999' } = calendar;
  return all.filter(({ date }) => date >= validFrom && date <= validTo).sort((a, b) => (a.date < b.date ? -1 : 1));
}

const fiveYears = 5 * 366 * 86_400;

/** Writes `dim.target`, `dim.target_rule` (every rule as a sentence) and `dim.goal`. */
export async function writeTargets(connection: Connection, { agreements }: Definitions): Promise<void> {
  await connection.run(`CREATE OR REPLACE TABLE dim.target (target_id VARCHAR, agreement VARCHAR, agreement_type VARCHAR, party VARCHAR, services VARCHAR, target VARCHAR,
    version INTEGER, record_type VARCHAR, metric VARCHAR, unit VARCHAR, attainment_goal DOUBLE, warn_at DOUBLE, applies_when VARCHAR, calendar_source VARCHAR,
    zone_source VARCHAR, start_moments VARCHAR, stop_moments VARCHAR, pause_condition VARCHAR, reopen_policy VARCHAR, priority_policy VARCHAR, valid_from DATE, valid_to DATE,
    underpins VARCHAR)`);
  await connection.run('CREATE OR REPLACE TABLE dim.target_rule (target_id VARCHAR, position INTEGER, rule VARCHAR, sentence VARCHAR)');
  await connection.run('CREATE OR REPLACE TABLE dim.goal (target_id VARCHAR, priority TINYINT, goal_seconds BIGINT, goal_days INTEGER)');
  const targets = agreements.flatMap((agreement) => agreement.targets.map((target) => ({ agreement, target })));
  for (const { agreement, target } of targets) {
    await insertRows(connection, 'dim.target', [targetRow(agreement, target)]);
    const rules = targetSentences(target).map(({ rule, sentence }, position): Value[] => [target.id, position, rule, sentence]);
    await insertRows(connection, 'dim.target_rule', rules);
    await insertRows(connection, 'dim.goal', goalRows(target));
  }
}

const targetRow = (agreement: Agreement, target: Target): Value[] => [
  target.id,
  agreement.name,
  agreement.type,
  agreement.party ?? null,
  agreement.services.length > 0 ? agreement.services.join(', ') : null,
  target.name,
  target.version,
  target.recordType,
  target.metric,
  target.unit,
  target.attainment ?? null,
  target.warnAt,
  target.when ? conditionWords(target.when) : null,
  chainWords(target.calendar, 'calendar'),
  target.zone ? chainWords(target.zone, 'time zone') : null,
  momentsWords(target.start, true),
  momentsWords(target.stop, false),
  target.pause ? conditionWords(target.pause) : null,
  target.reopen,
  target.priorityChange,
  agreement.validFrom ?? null,
  agreement.validTo ?? null,
  JSON.stringify(target.underpins)
];

/** One row per priority 1–5 that has a goal, and one without priority where the default covers that; seconds of schedule, or days. */
function goalRows({ id, unit, goals: { byPriority, fallback } }: Target): Value[][] {
  const all: [number | null, number | undefined][] = [1, 2, 3, 4, 5].map((priority) => [priority, byPriority.get(priority) ?? fallback]);
  return [...all, [null, fallback] as const].flatMap(([priority, goal]) =>
    goal === undefined ? [] : [unit === 'working_day' ? [id, priority, null, goal] : [id, priority, goal, null]]
  );
}
