import type { CanonicalRow, Delivery } from './landed.ts';

/** Deterministic numbers 0–1 from a seed (mulberry32). */
export function randomFrom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

export interface RandomDay {
  /** Deliveries that became known at the end of one day, in order. */
  deliveries: Delivery[];
}

const start = Date.UTC(2026, 2, 20);
const day = 86_400_000;
const iso = (at: number): string => new Date(at).toISOString();

/**
 * Courses of records over `days` days around a change of clocks, told day by day: incidents by a log and sometimes an export,
 * problems by an export and field history, replies by people who change roles, clocks of the source tool, events with few fingerprints, access grants.
 */
export function randomDays(seed: number, days: number, perDay: number): RandomDay[] {
  const random = randomFrom(seed);
  const other = randomFrom(seed + 1000);
  const pickOther = <T>(values: readonly T[]): T => values[Math.floor(other() * values.length)] as T;
  const pick = <T>(values: readonly T[]): T => values[Math.floor(random() * values.length)] as T;
  const incidents: { id: string; opened: number; rows: CanonicalRow[] }[] = [];
  const result: RandomDay[] = [];
  let count = 0;
  for (let index = 0; index < days; index++) {
    const from = start + index * day;
    const within = (): number => from + Math.floor(random() * 1440) * 60_000;
    const log: CanonicalRow[] = [];
    const turn = (record: (typeof incidents)[number], at: number): void => {
      const before = record.rows.at(-1);
      const row = {
        record_id: record.id,
        opened_at: iso(record.opened),
        updated_at: iso(Math.max(at, record.opened)),
        sequence: record.rows.length,
        state: before
          ? pick(['in_progress', 'on_hold', 'resolved', 'closed', 'in_progress', 'cancelled'])
          : pick(['new', 'new', 'in_progress']),
        state_source: null,
        team: random() < 0.7 ? (before?.team ?? pick(['desk', 'network', ''])) : pick(['desk', 'network', 'mail', '']),
        priority: random() < 0.8 ? (before?.priority ?? pick([1, 3])) : pick([1, 2, 3, null]),
        impact: other() < 0.8 ? (before?.impact ?? 3) : pickOther([1, 2, 3, null]),
        supplier: other() < 0.9 ? before?.supplier : pickOther(['Northbridge', ''])
      };
      record.rows.push(row);
      log.push(row);
    };
    for (const record of incidents.filter(() => random() < 0.25)) {
      const times = [within(), within()].sort();
      turn(record, times[0] as number);
      if (random() < 0.3) turn(record, random() < 0.5 ? (times[0] as number) : (times[1] as number));
    }
    for (let more = 0; more < perDay; more++) {
      const record = { id: `I${String(++count).padStart(4, '0')}`, opened: within(), rows: [] as CanonicalRow[] };
      incidents.push(record);
      turn(record, record.opened + pick([0, 0, 60_000, 3_600_000]));
    }
    const known = (step: number): string => iso(from + 2 * day + step);
    const deliveries: Delivery[] = [{ type: 'incident', grain: 'update', knownAt: known(0), mapping: 'log', rows: log }];
    if (random() < 0.6) {
      const rows = incidents
        .filter(() => random() < 0.3)
        .map((record) => ({ ...record.rows.at(-1), service: pick(['mail', 'vpn']), title: `title ${record.id}` }));
      if (rows.length) deliveries.push({ type: 'incident', knownAt: known(1), mapping: 'export', rows });
    }
    const problem = `P${index % 7}`;
    const opened = start + (index % 7) * day;
    deliveries.push({
      type: 'problem',
      knownAt: known(2),
      rows: [
        {
          record_id: problem,
          opened_at: iso(opened),
          updated_at: iso(Math.max(opened, within())),
          state: pick(['in_progress', 'resolved']),
          priority: 2,
          team: pick(['desk', 'mail'])
        }
      ]
    });
    if (random() < 0.7)
      deliveries.push({
        type: 'history',
        knownAt: known(3),
        rows: [
          {
            record_type: 'problem',
            record_id: problem,
            changed_at: iso(Math.max(opened, within())),
            field: 'state',
            value: pick(['new', 'in_progress', 'resolved'])
          },
          {
            record_type: 'problem',
            record_id: problem,
            changed_at: iso(Math.max(opened, within())),
            field: 'team',
            value: pick(['desk', 'network', ''])
          },
          {
            record_type: 'problem',
            record_id: problem,
            changed_at: iso(Math.max(opened, from + Math.floor(other() * day))),
            field: 'category',
            value: pickOther(['hardware', 'software', ''])
          }
        ]
      });
    const at = within();
    deliveries.push({
      type: 'event',
      knownAt: known(4),
      rows: [
        {
          record_id: `E${index}`,
          opened_at: iso(at),
          fingerprint: pick(['a', 'b']),
          state: pick(['new', 'resolved']),
          resolved_at: random() < 0.5 ? iso(at + 60_000) : null
        }
      ]
    });
    deliveries.push({
      type: 'access_grant',
      knownAt: known(5),
      rows: [
        {
          record_id: `A${index % 5}`,
          opened_at: iso(start + (index % 5) * day),
          updated_at: iso(Math.max(at, start + (index % 5) * day)),
          state: pick(['in_progress', 'closed']),
          granted_at: iso(at),
          revoke_due_at: iso(at + 3 * day)
        }
      ]
    });
    const spoken = incidents.filter(() => other() < 0.2);
    deliveries.push({
      type: 'reply',
      knownAt: known(6),
      rows: spoken.map((record) => ({
        record_type: 'incident',
        record_id: record.id,
        replied_at: iso(Math.max(record.opened, from + Math.floor(other() * 1440) * 60_000)),
        author: pickOther(['Ada', 'Bert', 'Carla']),
        is_public: other() < 0.8
      }))
    });
    if (other() < 0.5)
      deliveries.push({
        type: 'person',
        knownAt: known(7),
        rows: [
          {
            person: pickOther(['Ada', 'Bert', 'Carla']),
            role: pickOther(['agent', 'requester']),
            changed_at: iso(from - Math.floor(other() * 3) * day)
          }
        ]
      });
    if (other() < 0.4)
      deliveries.push({
        type: 'service_level',
        knownAt: known(8),
        rows: incidents
          .filter(() => other() < 0.2)
          .map((record) => ({
            record_id: record.id,
            sla_id: `S${record.id}`,
            target: pickOther(['Resolution - P3', 'Response', 'Repair']),
            updated_at: iso(from + day),
            stage: pickOther(['running', 'completed', 'cancelled']),
            started_at: iso(record.opened),
            stopped_at: other() < 0.5 ? iso(from + day) : null,
            has_breached: other() < 0.3,
            business_seconds: Math.floor(other() * 40_000)
          }))
      });
    result.push({ deliveries });
  }
  return result;
}
