import type { AccessGrant } from './access.ts';
import { day, hour, iso, monthStarts, type Instant } from './instants.ts';
import { reportingZone } from './organisation.ts';
import { streams, type Random } from './random.ts';
import type { Request } from './requests.ts';
import type { World } from './world.ts';

/** A review of all accesses in force when it begins. */
export interface Campaign {
  name: string;
  from: Instant;
  dueAt: Instant;
}

export interface Review {
  campaign: Campaign;
  approver: string;
  dueAt: Instant;
  /** 0 where nobody decided. */
  decidedAt: Instant;
  isKept: boolean;
}

/** Every quarter's first two weeks, in the reporting zone; only those that are due by the end. */
export const campaignsOf = (world: World, end: Instant): Campaign[] =>
  monthStarts(reportingZone, world.span.start, end)
    .filter(({ month }) => ['01', '04', '07', '10'].includes(month.slice(5)))
    .map(({ month, from }) => ({
      name: `${month.slice(0, 4)}-Q${(Number(month.slice(5)) + 2) / 3}`,
      from,
      dueAt: from + 14 * day + 17 * hour
    }))
    .filter(({ dueAt }) => dueAt <= end);

/** Reviews of one access, oldest first: most are decided in time, some late, a few never. */
export function reviewsOf(one: Request, grant: AccessGrant, campaigns: readonly Campaign[], end: Instant, random: Random): Review[] {
  const draws = random.at(streams.request + 61, one.index);
  return campaigns.flatMap((campaign) => {
    const isLate = draws.chance(0.08);
    const isForgotten = draws.chance(0.05);
    const took = isLate ? 14 * day + draws.between(1, 20) * day : draws.between(0.5, 14) * day;
    const isReviewed =
      grant.grantedAt > 0 && grant.grantedAt <= campaign.from && (grant.revokedAt === 0 || grant.revokedAt > campaign.from);
    if (!isReviewed) return [];
    const decided = campaign.from + Math.round(took) + 9 * hour;
    const decidedAt = isForgotten || decided > end ? 0 : decided;
    const isKept = !(grant.revokedAt > 0 && grant.revokedAt <= decided + 20 * day);
    return [{ campaign, approver: one.approver, dueAt: campaign.dueAt, decidedAt, isKept }];
  });
}

/** The row of `recertification.csv`. */
export const reviewRow = (grant: AccessGrant, { campaign, approver, dueAt, decidedAt, isKept }: Review): string =>
  `${grant.number},${campaign.name},${iso(decidedAt || campaign.from)},${iso(dueAt)},${iso(decidedAt)},${decidedAt === 0 ? '' : isKept ? 'kept' : 'removed'},${decidedAt === 0 ? '' : approver}`;
