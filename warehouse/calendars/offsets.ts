/** A stretch of time in which a zone keeps one distance from UTC. Epoch seconds, `[from, to)`. */
export interface OffsetSegment {
  from: number;
  to: number;
  /** Seconds to add to UTC for local wall time. */
  offset: number;
}

/** The zone's stretches of constant offset that cover `[from, to)`, by the time zone database of the runtime. */
export function offsetSegments(zone: string, from: number, to: number): OffsetSegment[] {
  const segments: OffsetSegment[] = [];
  let at = Temporal.Instant.fromEpochMilliseconds(from * 1000).toZonedDateTimeISO(zone);
  for (let start = from; start < to;) {
    const next = at.getTimeZoneTransition('next');
    const end = next ? Math.min(Math.round(next.epochMilliseconds / 1000), to) : to;
    segments.push({ from: start, to: end, offset: Math.round(at.offsetNanoseconds / 1e9) });
    if (!next) break;
    start = end;
    at = next;
  }
  return segments;
}

/** True when the runtime's time zone database knows it. Fixed offsets (`+01:00`) are no zones: they miss the change of clocks. */
export function isZone(zone: string): boolean {
  if (/^[+-]/.test(zone)) return false;
  try {
    Temporal.Instant.fromEpochMilliseconds(0).toZonedDateTimeISO(zone);
    return true;
  } catch {
    return false;
  }
}
