import { literal } from './connection.ts';

const second = 1_000_000;

/**
 * SQL for the wall-clock time of `instant` in a zone, as TIMESTAMP. The engine's own conversion looks the zone up for every row,
 * which costs more than the rest of a fact; offsets change twice a year at most, so within `from`–`to` they are compared
 * instead, and the engine converts what lies outside.
 * @param from, to ISO 8601 instants that hold nearly all data
 */
export function localTimeSql(zone: string, from: string, to: string, instant = 'instant'): string {
  const byEngine = `timezone(${literal(zone)}, ${instant})`;
  const pieces = offsetPieces(zone, Temporal.Instant.from(from), Temporal.Instant.from(to));
  if (!pieces.length) return byEngine;
  const micros = `epoch_us(${instant})`;
  const newestFirst = pieces.reverse().map(({ since, offset }) => `WHEN ${micros} >= ${since} THEN ${offset}`);
  const within = `${micros} >= ${pieces.at(-1)?.since} AND ${micros} < ${Temporal.Instant.from(to).epochMilliseconds * 1000}`;
  return `CASE WHEN ${within} THEN make_timestamp(${micros} + CASE ${newestFirst.join(' ')} END) ELSE ${byEngine} END`;
}

/** Stretches of one offset, in microseconds, up to `to`. */
function offsetPieces(zone: string, from: Temporal.Instant, to: Temporal.Instant): { since: number; offset: number }[] {
  const pieces = [];
  let at = from.toZonedDateTimeISO(zone);
  while (Temporal.Instant.compare(at.toInstant(), to) < 0) {
    const next = at.getTimeZoneTransition('next');
    pieces.push({ since: at.epochMilliseconds * 1000, offset: (at.offsetNanoseconds / 1e9) * second });
    at = next ?? to.toZonedDateTimeISO(zone);
  }
  return pieces;
}
