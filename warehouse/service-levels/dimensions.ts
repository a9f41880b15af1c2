import { isAlwaysOpen } from '../calendars/calendar.ts';
import type { Connection, Value } from '../connection.ts';
import type { Agreement, Definitions, Target } from './definitions.ts';
import { planPass } from './plan.ts';
import { chainWords, momentsWords, targetSentences } from './target-words.ts';
import { conditionWords } from './words.ts';

async function insertRows(connection: Connection, table: string, rows: readonly (readonly Value[])[]): Promise<void> {
  for (const row of rows) await connection.run(`INSERT INTO ${table} VALUES (${row.map(() => '?').join(', ')})`, row);
}

/**
 * Writes `dim.calendar` and `dim.calendar_window`. Windows reach from five years before the data instant to the end of the longest
 * goal; a record's page splits its segments by them.
 * @param asOf epoch seconds
 */
export async function writeCalendars(connection: Connection, definitions: Definitions, asOf: number): Promise<void> {
  await connection.run(
    'CREATE OR REPLACE TABLE dim.calendar (calendar VARCHAR, version INTEGER, zone VARCHAR, is_always_open BOOLEAN, valid_from DATE, valid_to DATE)'
  );
  const rows = definitions.calendars.map((calendar) => [
    calendar.name,
    calendar.version,
    calendar.zone,
    isAlwaysOpen(calendar),
    calendar.validFrom ?? null,
    calendar.validTo ?? null
  ]);
  await insertRows(connection, 'dim.calendar', rows);
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

const fiveYears = 5 * 366 * 86_400;

/** Writes `dim.target`, `dim.target_rule` (every rule as a sentence) and `dim.goal`. */
export async function writeTargets(connection: Connection, { agreements }: Definitions): Promise<void> {
  await connection.run(`CREATE OR REPLACE TABLE dim.target (target_id VARCHAR, agreement VARCHAR, agreement_type VARCHAR, party VARCHAR, services VARCHAR, target VARCHAR,
    version INTEGER, record_type VARCHAR, metric VARCHAR, unit VARCHAR, attainment_goal DOUBLE, warn_at DOUBLE, applies_when VARCHAR, calendar_source VARCHAR,
    zone_source VARCHAR, start_moments VARCHAR, stop_moments VARCHAR, pause_condition VARCHAR, reopen_policy VARCHAR, priority_policy VARCHAR, valid_from DATE, valid_to DATE)`);
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
  agreement.validTo ?? null
];

/** One row per priority 1–5 that has a goal, and one without priority where the default covers that; seconds of schedule, or days. */
function goalRows({ id, unit, goals: { byPriority, fallback } }: Target): Value[][] {
  const all: [number | null, number | undefined][] = [1, 2, 3, 4, 5].map((priority) => [priority, byPriority.get(priority) ?? fallback]);
  return [...all, [null, fallback] as const].flatMap(([priority, goal]) =>
    goal === undefined ? [] : [unit === 'working_day' ? [id, priority, null, goal] : [id, priority, goal, null]]
  );
}
