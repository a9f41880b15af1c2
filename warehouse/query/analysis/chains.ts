import { setImmediate } from 'node:timers/promises';
import { checkChain, type ChainReading } from '../../analysis/chain.ts';
import { offsetSegments } from '../../calendars/offsets.ts';
import type { OpenWindow } from '../../calendars/windows.ts';
import type { Patience } from '../patience.ts';
import type { Reader } from '../reader.ts';
import { promises, type PromiseRow } from './promises.ts';
import { askRows } from './scope.ts';

export interface ChainLinkWords {
  target_id: string;
  agreement: string;
  agreement_type: string;
  target: string;
  goal: number;
  calendars: string[];
}

/** One SLA goal on one of its calendars, and the OLAs and UCs under it. */
export interface ChainCheck {
  target_id: string;
  agreement: string;
  target: string;
  priority: number | null;
  /** Null where it is in working days. */
  goal: number | null;
  calendar: string;
  links: ChainLinkWords[];
  /** Whether the links name the target, rather than being all of its record type and metric. */
  isDeclared: boolean;
  /** Sum of the links' goals: what they take where each is counted on its own calendar, as when the SLA follows who holds the record. */
  linkGoals: number;
  reading: ChainReading | null;
  /** Why there is no reading. */
  reason: string | null;
}

/**
 * Checks every SLA target of the build against the OLAs and UCs that underpin it: those that name it, else all in force of its record
 * type and metric that name none, in the order of the definitions. Per priority and per calendar that the target's clocks count on.
 *  */
export async function chainChecks(reader: Reader, patience?: Patience): Promise<ChainCheck[]> {
  const key = `${reader.build.buildId} chains`;
  const known = reader.cache.get<ChainCheck[]>(key);
  if (known) return known;
  const rows = (await promises(reader, patience)).filter((row) => isInForce(row, reader.build.asOf));
  const wanted = rows.filter((row) => row.agreement_type === 'SLA');
  const calendars = await calendarWindows(reader, patience);
  const { asOf, zone } = reader.build;
  const latest = Math.floor(asOf.getTime() / 1000);
  const offsets = offsetSegments(zone, latest - 4 * 366 * 86_400, latest + 366 * 86_400);
  const checks: ChainCheck[] = [];
  for (const sla of wanted) {
    if (sla.unit !== 'elapsed') checks.push({ ...bare(sla), reason: 'its goal is in working days' });
    const own = sla.goals.filter(({ priority }) => priority !== null || sla.goals.length === 1);
    for (const { priority, goal } of own) {
      const { links, isDeclared, reason } = linksOf(sla, rows, priority);
      const linkGoals = links.reduce((sum, link) => sum + link.goal, 0);
      const words = {
        target_id: sla.target_id,
        agreement: sla.agreement,
        target: sla.target,
        priority,
        goal,
        links,
        isDeclared,
        linkGoals
      };
      if (reason !== null || sla.calendars.length === 0) {
        checks.push({ ...words, calendar: '', reading: null, reason: reason ?? 'it has no clock yet, so nothing tells its calendar' });
        continue;
      }
      const made = links.map((link) => ({ goal: link.goal, calendars: link.calendars.map((name) => calendars.get(name) ?? []) }));
      for (const calendar of sla.calendars) {
        patience?.signal?.throwIfAborted();
        await setImmediate();
        const reading = checkChain({ goal, windows: calendars.get(calendar) ?? [] }, made, latest, offsets) ?? null;
        checks.push({ ...words, calendar, reading, reason: reading ? null : 'its calendars are not known for a whole year' });
      }
    }
  }
  reader.cache.set(key, checks, checks.length * 4000 + 1000);
  return checks;
}

const bare = ({ target_id, agreement, target }: PromiseRow): ChainCheck => ({
  target_id,
  agreement,
  target,
  priority: null,
  goal: null,
  calendar: '',
  links: [],
  isDeclared: false,
  linkGoals: 0,
  reading: null,
  reason: null
});

function isInForce({ valid_from, valid_to }: PromiseRow, asOf: Date): boolean {
  const date = asOf.toISOString().slice(0, 10);
  return (valid_from === null || valid_from <= date) && (valid_to === null || valid_to >= date);
}

interface Found {
  links: ChainLinkWords[];
  isDeclared: boolean;
  reason: string | null;
}

function linksOf(sla: PromiseRow, rows: readonly PromiseRow[], priority: number | null): Found {
  const under = rows.filter((row) => row.agreement_type !== 'SLA');
  const declared = under.filter((row) => row.underpins.includes(`${sla.agreement}/${sla.target}`));
  const implied = under.filter((row) => row.underpins.length === 0 && row.record_type === sla.record_type && row.metric === sla.metric);
  const isDeclared = declared.length > 0;
  const chain = isDeclared ? declared : implied;
  const inDays = chain.find((row) => row.unit !== 'elapsed');
  const links = chain.flatMap(({ target_id, agreement, agreement_type, target, calendars, goals }): ChainLinkWords[] => {
    const goal = goals.find((one) => one.priority === priority)?.goal;
    return goal === undefined ? [] : [{ target_id, agreement, agreement_type, target, goal, calendars }];
  });
  const unused = links.find(({ calendars }) => calendars.length === 0);
  const reason = inDays
    ? `the goal of ${inDays.target} is in working days`
    : links.length === 0
      ? 'no OLA or UC underpins it'
      : unused
        ? `${unused.target} has no clock yet, so nothing tells its calendar`
        : null;
  return { links, isDeclared, reason };
}

async function calendarWindows(reader: Reader, patience?: Patience): Promise<Map<string, OpenWindow[]>> {
  if (!reader.build.columns.has('dim.calendar_window')) return new Map();
  const rows = await askRows<{ calendar: string; open_at: number; close_at: number }>(
    reader,
    () => ({
      sql: `SELECT calendar::VARCHAR AS calendar, epoch(open_at)::BIGINT AS open_at, epoch(close_at)::BIGINT AS close_at FROM dim.calendar_window ORDER BY calendar, open_at`,
      values: []
    }),
    patience
  );
  const found = new Map<string, OpenWindow[]>();
  for (const { calendar, open_at: from, close_at: to } of rows) {
    const windows = found.get(calendar) ?? [];
    const last = windows.at(-1);
    windows.push({ from, to, before: last ? last.before + last.to - last.from : 0 });
    found.set(calendar, windows);
  }
  return found;
}
