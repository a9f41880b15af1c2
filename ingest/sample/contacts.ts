import type { Incident } from './incident-rows.ts';
import { iso, minute, type Instant } from './instants.ts';
import { regions } from './organisation.ts';
import type { Random } from './random.ts';

const contactRow = (id: string, updated: Instant, offered: Instant, answered: Instant, ended: Instant, rest: string) =>
  `${id},${iso(updated)},${iso(offered)},${iso(answered)},${iso(ended)},${rest}`;

/**
 * Calls and chats around one incident: perhaps one given up first, the one that was answered, perhaps a question that needed no record.
 * Only what had ended by `end` is told.
 */
export function contactRows({ plan, number, serial, visible }: Incident, end: Instant, random: Random): string[] {
  if (!plan.caller || (plan.channel !== 'Phone' && plan.channel !== 'Chat')) return [];
  const rows: string[] = [];
  const place = regions[plan.region] as (typeof regions)[number];
  const channel = plan.channel.toLowerCase();
  const id = (ordinal: number) => 'CON' + String(10_000_000 + serial * 4 + ordinal);
  const about = (agent: string, isAbandoned: boolean, record: string, isFirst: string) =>
    `${channel},Hotline ${place.name},${place.desk},${agent},${plan.caller?.name},${isAbandoned},${record},${isFirst}`;
  const wait = Math.max(2, Math.round(random.logNormal(19, 1)));
  const offered = plan.openedAt - wait - 30 - random.integer(90);
  if (random.chance(0.08)) {
    const earlier = offered - Math.round(random.between(2, 25) * minute);
    const ended = earlier + Math.min(minute * 2, Math.round(random.logNormal(45, 0.9)) + 3);
    if (ended <= end) rows.push(contactRow(id(0), ended, earlier, 0, ended, about('', true, '', '')));
  }
  const resolvedAt = visible.find((update) => update.state === 'Resolved')?.at ?? 0;
  const isSettled = plan.isFirstContact && resolvedAt > 0;
  const ended = isSettled ? resolvedAt : plan.openedAt + Math.round(random.between(1, 7) * minute);
  if (ended <= end)
    rows.push(contactRow(id(1), ended, offered, offered + wait, ended, about(plan.openedBy, false, number, String(isSettled))));
  if (random.chance(0.2)) {
    const asked = ended + Math.round(random.between(1, 50) * minute);
    const answered = asked + Math.max(2, Math.round(random.logNormal(17, 0.9)));
    const done = answered + Math.round(random.between(1, 6) * minute);
    if (done <= end) rows.push(contactRow(id(2), done, asked, answered, done, about(plan.openedBy, false, '', 'true')));
  }
  return rows;
}
