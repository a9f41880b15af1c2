import { fileURLToPath } from 'node:url';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { answer, type Datum } from '#warehouse/query/answer.ts';
import { openReader, type Reader } from '#warehouse/query/reader.ts';
import { newLandedHome, type LandedHome } from '#test/ingest/real-data.ts';
import { sharedData } from '#test/shared-data.ts';
import { buildAt } from '#test/warehouse/built.ts';

interface Landed {
  record_id: string;
  sequence: number | null;
  updated_at: Date | null;
  opened_at: Date;
  resolved_at: Date | null;
  closed_at: Date | null;
  state: string;
  category: string | null;
  priority: number | null;
  problem_id: string | null;
  reopen_count: number | null;
  reassignment_count: number | null;
}
type Counts = Record<string, number>;

const log = sharedData('uci-servicenow/incident_event_log.csv.zip');
const volvo = sharedData('bpic2013');
const sets = [
  { name: 'UCI', path: log, mapping: 'servicenow/incident-audit-log' },
  {
    name: 'Volvo',
    path: volvo && join(volvo, 'incidents.csv.zip'),
    mapping: fileURLToPath(new URL('../../examples/volvo/incidents.yaml', import.meta.url))
  }
];

const month = (at: Date): string => at.toISOString().slice(0, 7);
const isOpen = ({ state }: Landed): boolean => ['new', 'in_progress', 'on_hold'].includes(state);
const isDone = ({ state, resolved_at }: Landed): boolean => ['resolved', 'closed'].includes(state) && resolved_at !== null;

function count<T>(rows: readonly T[], key: (row: T) => string): Counts {
  const counts: Counts = {};
  for (const row of rows) counts[key(row)] = (counts[key(row)] ?? 0) + 1;
  return counts;
}

/** Rows of each record in their order: by sequence where there is one, else by time. */
function courses(rows: readonly Landed[]): Landed[][] {
  const order = (row: Landed): number => row.sequence ?? row.updated_at?.getTime() ?? 0;
  return [...Map.groupBy(rows, (row) => row.record_id).values()].map((course) =>
    course.sort((one, other) => order(one) - order(other) || (one.updated_at?.getTime() ?? 0) - (other.updated_at?.getTime() ?? 0))
  );
}

describe.each(sets)('$name: measures counted again from the landed rows by plain code', ({ name, path, mapping }) => {
  const why = path ? '' : ` (skipped: the data of ${name} is not beside this checkout)`;
  describe.skipIf(!path)(`landed and built${why}`, () => {
    let landed: LandedHome;
    let reader: Reader;
    let all: Landed[][];
    let last: Landed[];
    beforeAll(async () => {
      landed = newLandedHome();
      await landed.land(path!, mapping);
      await buildAt(landed.home);
      reader = await openReader(landed.home);
      all = courses((await landed.ask('SELECT * FROM landed')) as unknown as Landed[]);
      last = all.map((course) => course.at(-1)!);
    });
    afterAll(() => {
      reader?.close();
      landed?.close();
    });

    const byMonth = async (measure: string): Promise<Counts> => {
      const { rows } = await answer(reader, { measures: [measure], grain: 'month', period: { all: true } });
      return Object.fromEntries(rows.filter((row) => row[measure]).map((row) => [String(row.period).slice(0, 7), row[measure] as number]));
    };
    const whole = async (measure: string, dimension?: string): Promise<Record<string, Datum>[]> =>
      (await answer(reader, { measures: [measure], ...(dimension ? { dimensions: [dimension] } : {}), period: { all: true } })).rows;

    test('opened and resolved by month', async () => {
      expect(await byMonth('incident.opened')).toEqual(count(last, (row) => month(row.opened_at)));
      expect(await byMonth('incident.resolved')).toEqual(count(last.filter(isDone), (row) => month(row.resolved_at!)));
    });

    test('open now, by priority', async () => {
      const rows = (await whole('incident.open', 'priority')).filter((row) => row['incident.open']);
      expect(Object.fromEntries(rows.map((row) => [String(row.priority), row['incident.open']]))).toEqual(
        count(last.filter(isOpen), (row) => String(row.priority))
      );
    });

    test('time to resolve, median and mean', async () => {
      const seconds = last.filter(isDone).map((row) => Math.floor((row.resolved_at!.getTime() - row.opened_at.getTime()) / 1000));
      const sorted = seconds.sort((one, other) => one - other);
      const at = (sorted.length - 1) / 2;
      const median = (sorted[Math.floor(at)]! + sorted[Math.ceil(at)]!) / 2;
      const [row] = (
        await answer(reader, { measures: ['incident.resolve_seconds_median', 'incident.resolve_seconds_mean'], period: { all: true } })
      ).rows;
      expect(row!['incident.resolve_seconds_median']).toBeCloseTo(median, 6);
      expect(row!['incident.resolve_seconds_mean']).toBeCloseTo(sorted.reduce((sum, value) => sum + value, 0) / sorted.length, 4);
    });

    test.runIf(name === 'UCI')('reopened %, wrongly categorised %, mean reassignments', async () => {
      const done = last.filter(isDone);
      const share = (rows: readonly unknown[], of: readonly unknown[]): number => rows.length / of.length;
      const one = async (measure: string): Promise<Datum | undefined> => (await whole(measure))[0]![measure];
      expect(await one('incident.reopened_share')).toBeCloseTo(
        share(
          done.filter((row) => row.reopen_count! > 0),
          done
        ),
        12
      );
      const resolved = all.filter((course) => isDone(course.at(-1)!) && course.at(-1)!.category !== null);
      const wrong = resolved.filter((course) => course[0]!.category !== null && course[0]!.category !== course.at(-1)!.category);
      expect(wrong.length).toBeGreaterThan(0);
      expect(await one('incident.wrongly_categorised_share')).toBeCloseTo(share(wrong, resolved), 12);
      const hand = done.map((row) => row.reassignment_count!);
      expect(await one('incident.mean_reassignments')).toBeCloseTo(hand.reduce((sum, value) => sum + value, 0) / hand.length, 9);
    });
  });
});
