import { identifier, type Connection } from '../connection.ts';
import type { Course } from './condition-sql.ts';
import type { Chain } from './definitions.ts';
import type { Plan, PlannedTarget } from './plan.ts';

/** True when the calendar can change while a clock runs (R12). */
export const isPiecewise = (target: PlannedTarget, course: Course): boolean =>
  [...target.calendar.links, ...(target.zone?.links ?? [])].some(({ column }) => course.varying.has(column));

/** Which link of its chains a clock used: 0 is the fallback, n the n-th link. */
export const linkWords = ({ links }: Chain): string[] => ['fixed', ...links.map(({ column }) => column)];

const tableOf = (kind: 'calendar' | 'zone', at: number): string => `staging.clock_${kind}_link_${at}`;

/** `staging.clock_calendar_link_<n>` and `staging.clock_zone_link_<n>`: calendar or zone number by value, for each link. */
export async function writeLinks(connection: Connection, target: PlannedTarget, plan: Plan): Promise<void> {
  const write = async (kind: 'calendar' | 'zone', chain: Chain, indexOf: (name: string) => number): Promise<void> => {
    for (const [at, { column, map }] of chain.links.entries()) {
      await connection.run(`CREATE OR REPLACE TABLE ${tableOf(kind, at)} (value VARCHAR, index INTEGER)`);
      const entries = Object.entries(map);
      for (let from = 0; from < entries.length; from += 500) {
        const part = entries.slice(from, from + 500);
        await connection.run(
          `INSERT INTO ${tableOf(kind, at)} VALUES ${part.map(([, name]) => `(?, ${indexOf(name)})`).join(', ')}`,
          part.map(([value]) => value)
        );
      }
      if (column === 'team')
        await connection.run(
          `CREATE OR REPLACE TABLE ${tableOf(kind, at)} AS SELECT t.team_key AS value, l.index FROM ${tableOf(kind, at)} l JOIN staging.clock_team t ON t.team = l.value`
        );
    }
  };
  await write('calendar', target.calendar, (name) => plan.baseNames.indexOf(name));
  if (target.zone) await write('zone', target.zone, (name) => plan.zones.indexOf(name));
}

/**
 * Joins and columns that give each stretch `s` (of a record `r`) its calendar: `calendar_index`, `calendar_link`, `zone_link`.
 * A zone of its own makes the calendar another one: see `planPass`.
 */
export function linkSql(target: PlannedTarget, plan: Plan, course: Course): { joins: string; columns: string; needsRecord: boolean } {
  const calendar = chainSql('calendar', target.calendar, plan.baseNames.indexOf(target.calendar.fallback), course);
  const zone = target.zone
    ? chainSql('zone', target.zone, target.zone.fallback === '' ? -1 : plan.zones.indexOf(target.zone.fallback), course)
    : { joins: '', index: '-1', link: '0', needsRecord: false };
  const index = target.zone
    ? `CASE WHEN ${zone.index} < 0 THEN ${calendar.index} ELSE ${plan.baseNames.length} + ${zone.index} * ${plan.baseNames.length} + ${calendar.index} END`
    : calendar.index;
  return {
    joins: `${calendar.joins} ${zone.joins}`,
    columns: `(${index})::INTEGER AS calendar_index, ${calendar.link}::INTEGER AS calendar_link, ${zone.link}::INTEGER AS zone_link`,
    needsRecord: calendar.needsRecord || zone.needsRecord
  };
}

function chainSql(kind: 'calendar' | 'zone', { links }: Chain, fallback: number, course: Course) {
  const alias = (at: number): string => `${kind}_${at}`;
  const valueOf = (column: string): string => {
    if (column === 'team') return course.varying.has('team') ? 's.team_key' : 'r.team';
    return `${course.varying.has(column) ? 's' : 'r'}.${identifier(column)}::VARCHAR`;
  };
  return {
    joins: links
      .map(({ column }, at) => `LEFT JOIN ${tableOf(kind, at)} ${alias(at)} ON ${alias(at)}.value = ${valueOf(column)}`)
      .join(' '),
    index: `coalesce(${[...links.map((_, at) => `${alias(at)}.index`), String(fallback)].join(', ')})`,
    link:
      links.length > 0 ? `CASE ${links.map((_, at) => `WHEN ${alias(at)}.index IS NOT NULL THEN ${at + 1}`).join(' ')} ELSE 0 END` : '0',
    needsRecord: links.some(({ column }) => !course.varying.has(column))
  };
}
