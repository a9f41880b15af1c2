import { literal } from '../connection.ts';
import { states, type RecordType, type State, recordTypes } from '../contract.ts';
import { offsetSegments } from '../calendars/offsets.ts';

/** A type of these words, so that a column of them is narrow. */
export const enumOf = (values: readonly string[]): string => `ENUM(${[...new Set(values)].map(literal).join(', ')})`;
export const stages = ['running', 'paused', 'met', 'breached', 'cancelled', 'undetermined'] as const;

/** Bit of a state; a list of states is the sum of their bits, so that membership is one operation on a byte. */
export const stateBits = (list: readonly State[]): number => list.reduce((bits, state) => bits | (1 << states.indexOf(state)), 0);
export const stateBitSql = (column: string): string =>
  `CASE ${column} ${states.map((state) => `WHEN '${state}' THEN ${stateBits([state])}`).join(' ')} ELSE 0 END::UTINYINT`;
export const stateNameSql = (column: string): string =>
  `CASE ${column} ${states.map((state) => `WHEN ${stateBits([state])} THEN '${state}'::${enumOf(states)}`).join(' ')} END`;

/** Keys of one type lie in one range: see staging.record. */
export const keysPerType = 2 ** 40;
export const keyRangeSql = (column: string, type: RecordType): string =>
  `${column} BETWEEN ${recordTypes.indexOf(type) * keysPerType} AND ${(recordTypes.indexOf(type) + 1) * keysPerType - 1}`;

/** Whole epoch seconds of an instant, fractions dropped. */
export const secondsSql = (instant: string): string => `(epoch_us(${instant}) // 1000000)`;

/** Local date of an epoch second, without asking the engine for the zone row by row. */
export function localDateSql(seconds: string, zone: string, from: number, to: number): string {
  const segments = offsetSegments(zone, from, to + 1);
  const branches = segments.slice(0, -1).map((segment) => `WHEN ${seconds} < ${segment.to} THEN ${segment.offset}`);
  const last = segments.at(-1)?.offset ?? 0;
  const offset = branches.length > 0 ? `CASE ${branches.join(' ')} ELSE ${last} END` : String(last);
  return `(DATE '1970-01-01' + ((${seconds} + ${offset}) // 86400)::INTEGER)`;
}

/**
 * What is packed into one integer per piece so that `max` finds the last piece and what was so then: order, links of the calendar and
 * zone chains, team, calendar, pause, priority.
 */
export const pack = {
  write: (piece: string): string =>
    `${piece}.n::BIGINT * 17592186044416 + ${piece}.calendar_link * 549755813888 + ${piece}.zone_link * 68719476736 + ${piece}.team_key * 65536 + ${piece}.calendar_index * 16 + CASE WHEN ${piece}.is_paused THEN 8 ELSE 0 END + ${piece}.priority`,
  calendarLink: (packed: string): string => `((${packed} // 549755813888) & 31)`,
  zoneLink: (packed: string): string => `((${packed} // 68719476736) & 7)`,
  team: (packed: string): string => `((${packed} // 65536) & 1048575)`,
  calendar: (packed: string): string => `((${packed} // 16) & 4095)`,
  isPaused: (packed: string): string => `((${packed} & 8) <> 0)`,
  priority: (packed: string): string => `(${packed} & 7)`
};
