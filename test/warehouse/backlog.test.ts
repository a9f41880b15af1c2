import { describe, expect, it } from 'vitest';
import { buildAt, rowsOf } from './built.ts';
import { landDeliveries, temporaryHome } from './landed.ts';
import { randomDays } from './random-course.ts';

const zone = 'Europe/Berlin';
const isOpen = (state: string): boolean => ['new', 'in_progress', 'on_hold'].includes(state);

interface Stretch {
  record_id: string;
  from_at: Date;
  to_at: Date | null;
  state: string;
  team: string | null;
  priority: number | null;
}

/** Backlog at the end of each local day, by asking every stretch at that very instant. */
function countByInstant(stretches: readonly Stretch[], asOf: string): Map<string, number> {
  const counted = new Map<string, number>();
  const last = Temporal.Instant.from(asOf).toZonedDateTimeISO(zone).toPlainDate();
  const first = stretches.map((stretch) => Temporal.Instant.from(stretch.from_at.toISOString()).toZonedDateTimeISO(zone).toPlainDate());
  let date = first.sort((a, b) => Temporal.PlainDate.compare(a, b))[0] as Temporal.PlainDate;
  for (; Temporal.PlainDate.compare(date, last) <= 0; date = date.add({ days: 1 })) {
    const midnight = date.add({ days: 1 }).toZonedDateTime(zone).epochMilliseconds;
    for (const stretch of stretches) {
      const covers = stretch.from_at.getTime() < midnight && (stretch.to_at === null || stretch.to_at.getTime() >= midnight);
      if (!covers || !isOpen(stretch.state)) continue;
      const key = `${date.toString()} ${stretch.team ?? '-'} ${stretch.priority ?? '-'}`;
      counted.set(key, (counted.get(key) ?? 0) + 1);
    }
  }
  return counted;
}

describe('backlog', () => {
  for (const seed of [11, 12])
    it(`equals a count of every stretch at every midnight, days of 23 hours included (seed ${seed})`, async () => {
      const home = temporaryHome(`organisation: Test\nzone: ${zone}\n`);
      await landDeliveries(
        home,
        randomDays(seed, 16, 20).flatMap((day) => day.deliveries)
      );
      const { file, checks, asOf } = await buildAt(home);
      const stretches = await rowsOf<Stretch>(
        file,
        `SELECT record_id, from_at, to_at, state, team, priority FROM fact.history WHERE record_type = 'incident'`
      );
      const daily = await rowsOf<{ date: Date; team: string | null; priority: number | null; backlog: number }>(
        file,
        `SELECT date, team, priority, sum(backlog)::BIGINT AS backlog FROM mart.backlog_daily WHERE record_type = 'incident' GROUP BY ALL`
      );
      const shown = new Map(
        daily.map((row) => [`${row.date.toISOString().slice(0, 10)} ${row.team ?? '-'} ${row.priority ?? '-'}`, row.backlog])
      );
      const expected = countByInstant(stretches, asOf ?? '');
      expect(Object.fromEntries([...shown].sort())).toEqual(Object.fromEntries([...expected].sort()));
      expect(expected.size).toBeGreaterThan(40);
      expect(checks.find((check) => check.name === 'backlog_adds_up')?.offendingCount).toBe(0);
    });
});
