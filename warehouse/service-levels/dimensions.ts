import { isAlwaysOpen } from '../calendars/calendar.ts';
import type { Connection, Value } from '../connection.ts';
import { states } from '../contract.ts';
import type { Condition } from './condition.ts';
import { bitsOf, isOfState } from './condition-sql.ts';
import type { Definitions, Moments } from './definitions.ts';
import { stateBits } from './sql.ts';
import { planPass } from './plan.ts';

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

/** Writes `dim.target` and `dim.goal`. */
export async function writeTargets(connection: Connection, { agreements }: Definitions): Promise<void> {
  await connection.run(`CREATE OR REPLACE TABLE dim.target (target_id VARCHAR, agreement VARCHAR, agreement_type VARCHAR, party VARCHAR, target VARCHAR, version INTEGER,
    record_type VARCHAR, metric VARCHAR, unit VARCHAR, attainment_goal DOUBLE, warn_at DOUBLE, calendar_source VARCHAR, start_moments VARCHAR, stop_moments VARCHAR,
    pause_states VARCHAR, reopen_policy VARCHAR, priority_policy VARCHAR, valid_from DATE, valid_to DATE)`);
  await connection.run('CREATE OR REPLACE TABLE dim.goal (target_id VARCHAR, priority TINYINT, goal_seconds BIGINT)');
  for (const agreement of agreements)
    for (const target of agreement.targets) {
      const words = ({ fields, condition }: Moments) => [...fields, ...stateWords(condition)].join(', ');
      const links = target.calendar.links.flatMap(({ column, map }) => Object.entries(map).map(([value, name]) => `${column} ${value}: ${name}`));
      await insertRows(connection, 'dim.target', [
        [
          target.id,
          agreement.name,
          agreement.type,
          agreement.party ?? null,
          target.name,
          target.version,
          target.recordType,
          target.metric,
          target.unit,
          target.attainment ?? null,
          target.warnAt,
          [...links, target.calendar.fallback].join('; '),
          words(target.start),
          words(target.stop),
          stateWords(target.pause).join(', '),
          target.reopen,
          target.priorityChange,
          agreement.validFrom ?? null,
          agreement.validTo ?? null
        ]
      ]);
      await insertRows(connection, 'dim.goal', goalRows(target.id, target.goals));
    }
}

const stateWords = (condition: Condition | undefined): string[] =>
  isOfState(condition) ? states.filter((state) => bitsOf(condition) & stateBits([state])) : ['condition'];

/** One row per priority 1–5 that has a goal, and one without priority where the default covers that. */
function goalRows(id: string, { byPriority, fallback }: { byPriority: ReadonlyMap<number, number>; fallback?: number }): Value[][] {
  const priorities = [1, 2, 3, 4, 5].map((priority) => [id, priority, byPriority.get(priority) ?? fallback ?? null]);
  return [...priorities, [id, null, fallback ?? null]].filter((row) => row[2] !== null);
}
