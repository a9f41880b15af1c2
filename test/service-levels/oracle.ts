import type { AgreementEntry, CalendarEntry, TargetEntry } from '#warehouse/service-levels/schema.ts';
import { judge } from './oracle/judge.ts';
import { play } from './oracle/play.ts';
import { dateOf, secondsOfDay, wallSecond } from './oracle/wall-clock.ts';
import type { ClockRow, WorldRecord } from './world.ts';

export { countOpen, countUntil, Hours } from './oracle/wall-clock.ts';

/** What the second route is told beside records and targets. */
export interface Setting {
  calendars: readonly CalendarEntry[];
  /** Epoch seconds. */
  asOf: number;
  /** Reporting zone, in which the dates of an agreement's validity are read. */
  zone?: string;
  agreement?: Pick<AgreementEntry, 'valid_from' | 'valid_to'>;
}

/**
 * The second route, written from docs/service-levels.md alone: plays a record's course against a target row by row, counts minutes, and
 * answers the clocks that must come of it.
 */
export function expectedClocks(record: WorldRecord, target: TargetEntry, setting: Setting): Partial<ClockRow>[] {
  const { calendars, asOf, zone = 'UTC', agreement = {} } = setting;
  const isValid = (start: number): boolean => {
    const date = dateOf(Math.floor(wallSecond(zone, start) / secondsOfDay));
    return (agreement.valid_from ?? '') <= date && date <= (agreement.valid_to ?? '9999');
  };
  if ((record.type ?? 'incident') !== target.record_type) return [];
  return play(record, target, asOf, isValid).flatMap((clock) => judge(clock, record, target, calendars, asOf));
}
