import { day, hour, iso, type Instant } from './instants.ts';
import { streams, type Random } from './random.ts';
import type { Request } from './requests.ts';
import { afterOpenSeconds } from './working-hours.ts';
import type { World } from './world.ts';

/** What an export knows of an access; 0 is "not yet". */
export interface AccessGrant {
  number: string;
  state: string;
  entitlement: string;
  approvedAt: Instant;
  grantedAt: Instant;
  dueAt: Instant;
  revokedAt: Instant;
  updatedAt: Instant;
}

/**
 * The access behind a request, as known at `end`: nearly all are granted when the request is fulfilled, some people leave or change
 * roles, most rights are then removed in time, some late and a few never.
 */
export function accessGrant(world: World, one: Request, end: Instant, random: Random): AccessGrant | undefined {
  if (one.item.entitlements.length === 0 || one.openedAt > end) return undefined;
  const draws = random.at(streams.request + 60, one.index);
  const entitlement = draws.pick(one.item.entitlements);
  const isUnapproved = draws.chance(0.03);
  const leaves = draws.chance(0.3);
  const leftAt = one.closedAt + Math.round(draws.between(3, 400) * day);
  const isOrphan = draws.chance(0.04);
  const lateness = draws.chance(0.14) ? draws.between(4, 30) * 8 * hour : draws.logNormal(2.5 * hour, 0.7);
  const isRefused = one.isRejected || one.isWithdrawn;
  const grantedAt = !isRefused && one.closedAt <= end ? one.closedAt : 0;
  const dueAt = leaves && grantedAt > 0 && leftAt <= end ? leftAt : 0;
  const planned = dueAt > 0 && !isOrphan ? afterOpenSeconds(world.hours(one.team), dueAt, lateness) : 0;
  const revokedAt = planned > 0 && planned <= end ? planned : 0;
  const isEnded = isRefused && one.closedAt <= end;
  const approvedAt = one.needsApproval && !isUnapproved && one.decidedAt <= end ? one.decidedAt : 0;
  const state = isEnded ? 'rejected' : revokedAt > 0 ? 'revoked' : grantedAt > 0 ? 'active' : 'requested';
  const updatedAt = Math.max(one.openedAt, approvedAt, grantedAt, dueAt, revokedAt, isEnded ? one.closedAt : 0);
  const number = `GRT${3_000_001 + one.index}`;
  return { number, state, entitlement, approvedAt, grantedAt, dueAt, revokedAt, updatedAt };
}

/** The row of `access.csv`. */
export function accessRow(one: Request, grant: AccessGrant): string {
  const { number, state, entitlement, approvedAt, grantedAt, dueAt, revokedAt, updatedAt } = grant;
  return `${number},${iso(updatedAt)},${state},${iso(one.openedAt)},${one.caller.name},${dueAt === 0},${one.item.service},${entitlement},${approvedAt > 0 ? one.approver : ''},${iso(approvedAt)},${iso(grantedAt)},${iso(dueAt)},${iso(revokedAt)},${one.number},${one.team}`;
}
