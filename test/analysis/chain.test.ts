import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { checkChain, worstCase, type Link, type Promised } from '#warehouse/analysis/chain.ts';
import { addBusinessSeconds, openSecondsBefore } from '#warehouse/calendars/business-time.ts';
import { everyDay, type Calendar } from '#warehouse/calendars/calendar.ts';
import { offsetSegments } from '#warehouse/calendars/offsets.ts';
import { openMeter } from '#warehouse/calendars/open-meter.ts';
import { openWindows } from '#warehouse/calendars/windows.ts';

const epoch = (text: string): number => Date.parse(text) / 1000;
const office = (zone: string, from: number, to: number, holidays: string[] = []): Calendar => ({
  name: 'office',
  version: 1,
  zone,
  week: everyDay([{ from, to }]).map((windows, day) => (day < 5 ? windows : [])),
  holidays: holidays.map((date) => ({ date, name: date })),
  special: {},
  breaks: {}
});
const hour = 3600;
const [first, last] = [epoch('2024-01-01T00:00:00Z'), epoch('2026-12-31T00:00:00Z')];
const windows = (calendar: Calendar) => openWindows([calendar], first, last);
const berlin = windows(office('Europe/Berlin', 9 * hour, 17 * hour, ['2025-12-25', '2025-12-26']));
const newYork = windows(office('America/New_York', 9 * hour, 17 * hour));
const offsets = offsetSegments('Europe/Berlin', first, last);
const check = (sla: Promised, links: Link[]) => checkChain(sla, links, epoch('2026-06-01T12:00:00Z'), offsets);

describe('chain check', () => {
  it('fits exactly on one calendar when the goals add up', () => {
    const sla = { goal: 8 * hour, windows: berlin };
    const reading = check(sla, [
      { goal: 3 * hour, calendars: [berlin] },
      { goal: 5 * hour, calendars: [berlin] }
    ])!;
    expect(reading).toMatchObject({ slots: 53 * 7 * 96, failing: 0, worst: { slack: 0 } });
    expect(check(sla, [{ goal: 8 * hour + 1, calendars: [berlin] }])!).toMatchObject({ failing: 53 * 7 * 96, worst: { slack: -1 } });
  });

  it('finds the hours at which a link sleeps while the SLA runs', () => {
    const sla = { goal: 6 * hour, windows: berlin };
    const reading = check(sla, [{ goal: 2 * hour, calendars: [newYork] }])!;
    // From 15:00 to 17:00 local the link has its two hours on the same day, but not before 9:00 + 6 h: opened at 9:00 it begins at 15:00.
    expect(worstCase(sla, [{ goal: 2 * hour, calendars: [newYork] }], epoch('2026-02-02T08:00:00Z'))).toEqual({
      openedAt: epoch('2026-02-02T08:00:00Z'),
      endsAt: epoch('2026-02-02T16:00:00Z'),
      dueAt: epoch('2026-02-02T14:00:00Z'),
      slack: -2 * hour
    });
    expect(reading.worst.slack).toBeLessThanOrEqual(-2 * hour);
    expect(reading.week[0]![9]).toBeLessThan(0);
    expect(reading.firstFailing).toHaveLength(8);
    expect(reading.firstFailing.every(({ from, to, worst }) => from <= worst.openedAt && worst.openedAt < to && worst.slack < 0)).toBe(
      true
    );
    expect(Math.min(...reading.week.flat())).toBe(reading.worst.slack);
  });

  it('takes the latest of several calendars of a link', () => {
    const sla = { goal: 8 * hour, windows: berlin };
    const at = epoch('2026-02-02T08:00:00Z');
    const both = worstCase(sla, [{ goal: hour, calendars: [berlin, newYork] }], at)!;
    expect(both.endsAt).toBe(epoch('2026-02-02T15:00:00Z'));
  });

  it('says nothing where calendars end too early or no link is there', () => {
    expect(checkChain({ goal: hour, windows: berlin.slice(0, 10) }, [{ goal: hour, calendars: [berlin] }], last, offsets)).toBeUndefined();
    expect(check({ goal: hour, windows: berlin }, [])).toBeUndefined();
  });

  it('remembers where it was without another answer, whatever the order of instants', () => {
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.integer({ min: first, max: last - 40 * 86_400 }), fc.integer({ min: 0, max: 10 * 86_400 })), {
          maxLength: 50
        }),
        (asked) => {
          const meter = openMeter(berlin);
          for (const [at, seconds] of asked) {
            expect(meter.before(at)).toBe(openSecondsBefore(berlin, at));
            expect(meter.add(at, seconds)).toBe(addBusinessSeconds(berlin, at, seconds));
          }
        }
      )
    );
  });

  it('agrees with counting every minute, on random hours and days of clock change', () => {
    const part = fc
      .integer({ min: 0, max: 20 })
      .chain((from) => fc.record({ from: fc.constant(from), length: fc.integer({ min: 1, max: 23 - from }) }));
    const calendar = fc
      .record({
        zone: fc.constantFrom('Europe/Berlin', 'America/New_York', 'Asia/Kolkata', 'UTC'),
        part,
        days: fc.integer({ min: 1, max: 127 })
      })
      .map(({ zone, part: { from, length }, days }): Calendar => ({
        ...office(zone, from * hour, (from + length) * hour),
        week: everyDay([{ from: from * hour, to: (from + length) * hour }]).map((list, day) => ((days >> day) & 1 ? list : []))
      }));
    const promised = fc.record({ calendar, minutes: fc.integer({ min: 1, max: 1500 }) });
    const start = fc.constantFrom('2026-03-27T00:00:00Z', '2025-10-24T00:00:00Z', '2026-03-06T00:00:00Z', '2026-01-05T00:00:00Z');
    fc.assert(
      fc.property(
        promised,
        fc.array(promised, { minLength: 1, maxLength: 3 }),
        start,
        fc.integer({ min: 0, max: 671 }),
        (sla, links, day, slot) => {
          const openedAt = epoch(day) + slot * 900;
          const made = [sla, ...links].map(({ calendar, minutes }) => ({
            isOpen: minuteCounter(calendar),
            goal: minutes * 60,
            windows: windows(calendar)
          }));
          const [promise, ...chain] = made as [(typeof made)[0], ...typeof made];
          const reading = worstCase(
            promise,
            chain.map(({ goal, windows }) => ({ goal, calendars: [windows] })),
            openedAt
          )!;
          let at = openedAt;
          for (const { goal, isOpen } of chain) for (let used = 0; used < goal; at += 60) if (isOpen(at)) used += 60;
          let used = 0;
          for (let minute = openedAt; minute < at; minute += 60) if (promise.isOpen(minute)) used += 60;
          expect([reading.endsAt, reading.slack]).toEqual([at, promise.goal - used]);
        }
      ),
      { numRuns: 60 }
    );
  });
});

/** Whether a minute is open, told by the wall clock alone. */
function minuteCounter(calendar: Calendar): (at: number) => boolean {
  return (at) => {
    const local = at + wallOffset(calendar.zone, at - (at % 1800));
    const day = new Date(local * 1000).getUTCDay();
    const second = ((local % 86_400) + 86_400) % 86_400;
    return calendar.week[(day + 6) % 7]!.some(({ from, to }) => second >= from && second < to);
  };
}

const known = new Map<string, number>();
/** Local less universal time by the formatter, every half hour; no zone changes its clocks between. */
function wallOffset(zone: string, at: number): number {
  const key = `${zone} ${at}`;
  const told = known.get(key);
  if (told !== undefined) return told;
  const text = new Intl.DateTimeFormat('sv-SE', { timeZone: zone, dateStyle: 'short', timeStyle: 'medium' }).format(at * 1000);
  const offset = Date.parse(`${text.replace(' ', 'T')}Z`) / 1000 - at;
  known.set(key, offset);
  return offset;
}
