import fc from 'fast-check';
import { beforeAll, expect, test } from 'vitest';
import type { Row } from '#warehouse/connection.ts';
import { answer, type Datum } from '#warehouse/query/answer.ts';
import { bucketEnd, bucketStart } from '#warehouse/query/period.ts';
import type { Query } from '#warehouse/query/query.ts';
import type { CellPlace } from '#warehouse/query/cell.ts';
import { receipt } from '#warehouse/query/receipt.ts';
import { openFixture } from './fixture.ts';

const { reader } = await openFixture();
let incidents: Row[];
let stretches: Row[];
beforeAll(async () => {
  const all = (sql: string): Promise<Row[]> => reader.use((connection) => connection.all(sql));
  const slices = 'CAST(team AS VARCHAR) AS team, priority, service';
  incidents = await all(`SELECT ${slices}, category, opened_at, resolved_at, resolve_seconds FROM fact.incident`);
  stretches =
    await all(`SELECT h.team, h.priority, r.service, r.category, h.from_at, h.to_at FROM fact.history AS h JOIN fact.incident AS r USING (record_id)
    WHERE h.record_type = 'incident' AND h.is_open`);
});

/** Everything that a question can be about, counted in plain words over plain rows. */
interface World {
  zone: string;
  from: string;
  /** Exclusive. */
  to: string;
  keeps: (row: Row) => boolean;
}

const dates = new Map<string, string>();
function localDate(instant: unknown, zone: string): string | undefined {
  if (!(instant instanceof Date)) return undefined;
  const key = `${instant.getTime()} ${zone}`;
  const known =
    dates.get(key) ?? Temporal.Instant.fromEpochMilliseconds(instant.getTime()).toZonedDateTimeISO(zone).toPlainDate().toString();
  dates.set(key, known);
  return known;
}

const inside = (date: string | undefined, { from, to }: World): boolean => date !== undefined && date >= from && date < to;
const openedIn = (world: World) => incidents.filter((row) => world.keeps(row) && inside(localDate(row.opened_at, world.zone), world));
const resolvedIn = (world: World) => incidents.filter((row) => world.keeps(row) && inside(localDate(row.resolved_at, world.zone), world));
const secondsIn = (world: World) =>
  resolvedIn(world)
    .map(({ resolve_seconds: seconds }) => Number(seconds))
    .sort((a, b) => a - b);

function quantile(values: readonly number[], share: number): number | null {
  if (values.length === 0) return null;
  const at = share * (values.length - 1);
  const low = Math.floor(at);
  return values[low]! + (values[Math.ceil(at)]! - values[low]!) * (at - low);
}

const measures: Readonly<Record<string, (world: World) => number | null>> = {
  'incident.opened': (world) => openedIn(world).length,
  'incident.resolved': (world) => resolvedIn(world).length,
  'incident.same_day_share': (world) => {
    const done = resolvedIn(world);
    const same = done.filter((row) => localDate(row.opened_at, world.zone) === localDate(row.resolved_at, world.zone));
    return done.length ? same.length / done.length : null;
  },
  'incident.resolve_seconds_mean': (world) => {
    const values = secondsIn(world);
    return values.length ? values.reduce((sum, value) => sum + value, 0) / values.length : null;
  },
  'incident.resolve_seconds_p95': (world) => quantile(secondsIn(world), 0.95),
  'incident.resolve_seconds_p7': (world) => quantile(secondsIn(world), 0.07),
  'incident.closure_rate': (world) => {
    const opened = openedIn(world).length;
    return opened ? resolvedIn(world).length / opened : null;
  },
  'incident.backlog': (world) => {
    const last = Temporal.PlainDate.from(world.to).subtract({ days: 1 }).toString();
    return stretches.filter((row) => {
      const until = localDate(row.to_at, world.zone);
      return world.keeps(row) && localDate(row.from_at, world.zone)! <= last && (until === undefined || until > last);
    }).length;
  },
  'incident.backlog_net': (world) => {
    const turned = (name: 'from_at' | 'to_at'): number =>
      stretches.filter((row) => world.keeps(row) && inside(localDate(row[name], world.zone), world)).length;
    return turned('from_at') - turned('to_at');
  }
};

const dimensions = ['team', 'priority', 'service'] as const;
const question = fc.record({
  measures: fc.subarray(Object.keys(measures), { minLength: 1, maxLength: 4 }),
  dimensions: fc.subarray([...dimensions]),
  grain: fc.constantFrom(undefined, 'week', 'month', 'fiscal_quarter', 'year'),
  from: fc.integer({ min: 0, max: 300 }),
  days: fc.integer({ min: 1, max: 120 }),
  zone: fc.constantFrom(undefined, 'Asia/Tokyo', 'America/New_York', 'Pacific/Kiritimati'),
  totals: fc.array(fc.nat({ max: 15 }), { maxLength: 4 }),
  top: fc.option(fc.record({ at: fc.nat(), count: fc.integer({ min: 1, max: 3 }), by: fc.nat(), ascending: fc.boolean() })),
  filter: fc.constantFrom(undefined, 'not_in', 'at_least', 'starts_with', 'not_null')
});
type Drawn = typeof question extends fc.Arbitrary<infer T> ? T : never;

const filters = {
  not_in: { field: 'team', op: 'not_in', values: ['Desk'] },
  at_least: { field: 'priority', op: 'at_least', values: [2] },
  starts_with: { field: 'service', op: 'starts_with', values: ['p'] },
  not_null: { field: 'team', op: 'not_null' }
} as const;
const fulfils: Readonly<Record<keyof typeof filters, (row: Row) => boolean>> = {
  not_in: ({ team }) => team !== 'Desk',
  at_least: ({ priority }) => Number(priority) >= 2,
  starts_with: ({ service }) => String(service).toLowerCase().startsWith('p'),
  not_null: ({ team }) => team !== null
};

function queryOf(drawn: Drawn): Query {
  const { measures: names, dimensions: slices, grain, totals, top, zone, filter } = drawn;
  const from = Temporal.PlainDate.from('2025-02-01').add({ days: drawn.from });
  const keys = [...(grain ? ['period'] : []), ...slices];
  const kept = totals.map((mask) => keys.filter((_, at) => (mask >> at) % 2 === 1)).filter((set) => set.length < keys.length);
  return {
    measures: names,
    ...(slices.length ? { dimensions: slices } : {}),
    ...(grain ? { grain } : {}),
    period: { from: from.toString(), to: from.add({ days: drawn.days }).toString() },
    ...(filter ? { filters: [filters[filter]] } : {}),
    ...(kept.length ? { totals: kept } : {}),
    ...(top && slices.length
      ? {
          top: { dimension: slices[top.at % slices.length]!, count: top.count, by: names[top.by % names.length]!, ascending: top.ascending }
        }
      : {}),
    ...(zone ? { zone } : {})
  };
}

/** Leading members by the oracle's own count. */
function leadersOf(
  { top, measures: [first] }: Query,
  world: World,
  members: readonly (string | number | null)[]
): Set<string | number | null> {
  if (!top) return new Set(members);
  const ranked = members
    .map((member) => ({
      member,
      value: measures[top.by ?? first!]!({ ...world, keeps: (row) => world.keeps(row) && row[top.dimension] === member })
    }))
    .sort((a, b) => {
      if (a.value === null || b.value === null) return Number(a.value === null) - Number(b.value === null) || byMember(a.member, b.member);
      return (top.ascending ? a.value - b.value : b.value - a.value) || byMember(a.member, b.member);
    });
  return new Set(ranked.slice(0, top.count).map(({ member }) => member));
}

const byMember = (a: string | number | null, b: string | number | null): number =>
  a === null || b === null ? Number(a === null) - Number(b === null) : a < b ? -1 : a > b ? 1 : 0;

test('totals, leaders, other, percentiles and zones give what a plain count over the rows gives', async () => {
  await fc.assert(
    fc.asyncProperty(question, async (drawn) => {
      const query = queryOf(drawn);
      const zone = query.zone ?? reader.build.zone;
      const keeps = drawn.filter ? fulfils[drawn.filter] : () => true;
      const whole: World = { zone, ...(query.period as { from: string; to: string }), keeps };
      const { rows } = await answer(reader, query);
      const members = query.top && [...new Set(rowsAbout(query, whole).map((row) => row[query.top!.dimension] as string | number | null))];
      const leaders = leadersOf(query, whole, members ?? []);
      const places = rows.map((row) =>
        JSON.stringify([row.period, ...(query.dimensions ?? []).map((name) => row[name]), row.total, row.other])
      );
      expect(new Set(places).size).toBe(places.length);
      for (const row of rows) {
        const world = worldOf(row, query, whole, leaders);
        for (const name of query.measures) {
          const expected = measures[name]!(world);
          const told = row[name] as number | null;
          if (expected === null || told === null) expect([name, told, row]).toEqual([name, expected, row]);
          else expect(told, `${name} of ${JSON.stringify(row)}`).toBeCloseTo(expected, 6);
        }
      }
      if (query.measures.includes('incident.opened')) {
        const opened = rows.filter((row) => !row.total).reduce((sum, row) => sum + Number(row['incident.opened']), 0);
        expect(opened).toBe(openedIn(whole).length);
      }
      const sets = new Set((query.totals ?? []).map((kept) => kept.join()));
      if (sets.has('')) expect(rows.filter(({ total }) => total === keysOf(query).join())).toHaveLength(1);
    }),
    { numRuns: 12 }
  );
}, 120_000);

/** Rows that some measure of the question counts, so that their members can lead. */
function rowsAbout(query: Query, world: World): Row[] {
  const by = query.top?.by ?? query.measures[0]!;
  const opened = openedIn(world);
  const resolved = resolvedIn(world);
  if (by === 'incident.opened') return opened;
  if (by === 'incident.closure_rate') return [...opened, ...resolved];
  if (by === 'incident.backlog') {
    const last = Temporal.PlainDate.from(world.to).subtract({ days: 1 }).toString();
    return stretches.filter((row) => {
      const until = localDate(row.to_at, world.zone);
      return world.keeps(row) && localDate(row.from_at, world.zone)! <= last && (until === undefined || until > last);
    });
  }
  if (by === 'incident.backlog_net') {
    return stretches.filter((row) => world.keeps(row) && [row.from_at, row.to_at].some((at) => inside(localDate(at, world.zone), world)));
  }
  return resolved;
}

const keysOf = ({ grain, dimensions: slices }: Query): string[] => [...(grain ? ['period'] : []), ...(slices ?? [])];

function worldOf(row: Record<string, Datum>, query: Query, whole: World, leaders: ReadonlySet<string | number | null>): World {
  const rolled = row.total ? String(row.total).split(',') : [];
  const start = query.grain && !rolled.includes('period') ? String(row.period) : undefined;
  if (start) expect(bucketStart(start, query.grain!)).toBe(start);
  const end = start && bucketEnd(start, query.grain!);
  const narrowing = (query.dimensions ?? []).filter((name) => !rolled.includes(name));
  const isHere = (member: Row): boolean =>
    narrowing.every((name) =>
      name === query.top?.dimension && row.other ? !leaders.has(member[name] as string | number | null) : member[name] === row[name]
    );
  return {
    ...whole,
    from: start && start > whole.from ? start : whole.from,
    to: end && end < whole.to ? end : whole.to,
    keeps: (member) => whole.keeps(member) && isHere(member)
  };
}

test('the receipt of a cell, of a total and of the others is of its zone and adds up', async () => {
  await fc.assert(
    fc.asyncProperty(question, fc.nat(), async (drawn, at) => {
      const query = queryOf(drawn);
      const [measure] = query.measures as [string];
      const { rows } = await answer(reader, query);
      if (rows.length === 0) return;
      const row = rows[at % rows.length]!;
      const rolled = String(row.total ?? '').split(',');
      const cell: CellPlace = {
        ...(query.grain && !rolled.includes('period') ? { period: row.period as string } : {}),
        ...(row.other ? { other: true } : {}),
        dimensions: Object.fromEntries((query.dimensions ?? []).filter((name) => !rolled.includes(name)).map((name) => [name, row[name]!]))
      };
      const { value, isEqual } = await receipt(reader, { query, measure, cell });
      expect(value ?? 0).toBeCloseTo(Number(row[measure] ?? 0), 6);
      expect(isEqual).toBe(true);
    }),
    { numRuns: 8 }
  );
}, 120_000);
