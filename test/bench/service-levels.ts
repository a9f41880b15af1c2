import { DateTime } from 'luxon';
import { alwaysOpen, parseDayWindow, type Calendar } from '#warehouse/calendars/calendar.ts';
import { openDatabase, type Connection } from '#warehouse/connection.ts';
import { openSecondsSql, slotKeySql, writeGrid } from '#warehouse/service-levels/grid-tables.ts';
import { planPass } from '#warehouse/service-levels/plan.ts';

/** What the pass costs beside a bare scan of the same intervals and beside a loop with a date library; seconds. */
export interface PassTimes {
  records: number;
  intervals: number;
  /** `sum(epoch(to_at) - epoch(from_at))` over the intervals as instants. */
  bareScan: number;
  /** The same sum over whole seconds stored as integers: the least any answer can cost. */
  bareIntegers: number;
  pass: number;
  /** For all intervals, from what one takes. */
  rowByRow: number;
  /** Intervals answered by both, and those on which they differ. */
  compared: number;
  different: number;
}

const begin = Date.UTC(2025, 0, 1) / 1000;
const span = 540 * 86_400;
const office = (name: string, zone: string, hours: string): Calendar => {
  const windows = hours.split(' ').map((text) => parseDayWindow(text)!);
  const week = [0, 1, 2, 3, 4, 5, 6].map((day) => (day < 5 ? windows : []));
  return {
    ...alwaysOpen,
    name,
    zone,
    week,
    holidays: [
      { date: '12-25', name: 'Christmas' },
      { date: '01-01', name: 'New Year' }
    ]
  };
};
const calendars = [
  office('Berlin', 'Europe/Berlin', '08:00-18:00'),
  office('New York', 'America/New_York', '09:00-12:30 13:00-17:00'),
  office('Kolkata', 'Asia/Kolkata', '09:30-18:30')
];

/** Measures on generated running intervals, two for each record, on three calendars with holidays and changes of clocks. */
export async function measurePass(records: number, rounds = 5): Promise<PassTimes> {
  const database = await openDatabase(':memory:');
  try {
    return await database.with(async (connection) => {
      await connection.run("ATTACH ':memory:' AS staging");
      const intervals = records * 2;
      await connection.run(`CREATE TABLE staging.interval AS SELECT (hash(range) % 3)::INTEGER AS calendar_index, started AS from_s, started + 60 + (hash(range * 3) % 500000)::BIGINT AS to_s
        FROM (SELECT range, ${begin} + (range * ${span / intervals})::BIGINT AS started FROM range(${intervals}))`);
      const plan = planPass({ calendars, agreements: [] }, 'UTC', begin, begin + span + 600_000);
      const grid = await writeGrid(connection, plan);
      const open = `${openSecondsSql('b', 'p.to_s')} - ${openSecondsSql('a', 'p.from_s')}`;
      const joined = `staging.interval p JOIN staging.clock_slot a ON a.key = ${slotKeySql(grid, 'p.calendar_index', 'p.from_s')}
        JOIN staging.clock_slot b ON b.key = ${slotKeySql(grid, 'p.calendar_index', 'p.to_s')}`;
      await connection.run(
        'CREATE TABLE staging.stretch AS SELECT to_timestamp(from_s) AS from_at, to_timestamp(to_s) AS to_at FROM staging.interval'
      );
      const bare = 'SELECT sum(epoch(to_at) - epoch(from_at)) FROM staging.stretch';
      const integers = 'SELECT sum(to_s - from_s) FROM staging.interval';
      const pass = `SELECT sum(${open}) FROM ${joined}`;
      const times = await interleaved(connection, [bare, integers, pass], rounds);
      const sample = await connection.all<{ calendar: number; from_s: number; to_s: number; open: number }>(
        `SELECT p.calendar_index AS calendar, p.from_s, p.to_s, ${open} AS open FROM ${joined} WHERE hash(p.from_s) % ${Math.ceil(intervals / 200)} = 0`
      );
      const started = performance.now();
      const different = sample.filter(({ calendar, from_s, to_s, open }) => countByRow(calendars[calendar]!, from_s, to_s) !== open).length;
      const perInterval = (performance.now() - started) / 1000 / sample.length;
      return {
        records,
        intervals,
        bareScan: times[0]!,
        bareIntegers: times[1]!,
        pass: times[2]!,
        rowByRow: perInterval * intervals,
        compared: sample.length,
        different
      };
    });
  } finally {
    database.close();
  }
}

/** Median seconds of each statement, run in turn. */
async function interleaved(connection: Connection, statements: string[], rounds: number): Promise<number[]> {
  const taken = statements.map(() => [] as number[]);
  for (let round = 0; round < rounds; round++)
    for (const [index, sql] of statements.entries()) {
      const started = performance.now();
      await connection.all(sql);
      taken[index]!.push((performance.now() - started) / 1000);
    }
  return taken.map((list) => list.sort((a, b) => a - b)[Math.floor(list.length / 2)]!);
}

/** The usual loop: day by day with a date library, as an application would write it. */
function countByRow({ zone, week, holidays }: Calendar, from: number, to: number): number {
  let sum = 0;
  for (let day = DateTime.fromSeconds(from, { zone }).startOf('day'); day.toSeconds() < to; day = day.plus({ days: 1 })) {
    if (holidays.some(({ date }) => date === day.toFormat('MM-dd'))) continue;
    for (const window of week[day.weekday - 1]!) {
      const opens = day.set({ hour: Math.floor(window.from / 3600), minute: (window.from % 3600) / 60 }).toSeconds();
      const closes = day.set({ hour: Math.floor(window.to / 3600), minute: (window.to % 3600) / 60 }).toSeconds();
      sum += Math.max(0, Math.min(to, closes) - Math.max(from, opens));
    }
  }
  return sum;
}
