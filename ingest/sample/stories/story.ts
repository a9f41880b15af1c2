import type { Seasons } from '../arrivals.ts';
import type { Fault } from '../faults/fault.ts';
import type { Instant } from '../instants.ts';
import type { Span } from '../options.ts';
import type { Random } from '../random.ts';
import type { WorkingHours } from '../working-hours.ts';

/** What a planted incident must have; everything else is drawn as for any other. */
export interface Planted {
  fault: Fault;
  item?: string;
  region?: number;
  channel?: string;
  impact?: number;
  urgency?: number;
  /** The teams that hold it, first to last, instead of drawn ones. */
  teams?: string[];
  parent?: string;
  causedBy?: string;
  isMajor?: boolean;
  title?: string;
  /** Fixed instants instead of drawn ones: taken up and resolved by one team with no pause. */
  script?: { team: string; takenUpAt: Instant; resolvedAt: Instant };
}

/**
 * A story told by the records: incidents it adds, or an influence on the others, and what a reader should then see. Facts that only
 * show while the incidents are written (numbers) are handed in through `written`.
 */
export interface Story {
  id: string;
  kind: string;
  from: Instant;
  to: Instant;
  service?: string;
  team?: string;
  supplier?: string;
  /** Incidents it adds. */
  count: number;
  /** When each opens; must not decrease with the index. */
  at: (index: number) => Instant;
  plan: (index: number, random: Random) => Planted;
  written?: (index: number, number: string) => void;
  /** Extra working seconds that a record waits for a team at an instant. */
  strain?: (team: string, at: Instant) => number;
  /** Factor on the time that work rests with a supplier from an instant on. */
  supplierPace?: (supplier: string, at: Instant) => number;
  /** What the warehouse should show, told when all records are written. */
  expected: () => Record<string, unknown>;
}

/** What a story may know when it is made up. */
export interface Stage {
  incidents: number;
  span: Span;
  seasons: Seasons;
  random: Random;
  hours: (team: string) => WorkingHours;
  /** Stream number for the arrivals of this story. */
  stream: number;
}

export const noIncidents = {
  count: 0,
  at: () => 0,
  plan: (): Planted => {
    throw new Error('This story adds no incidents');
  }
};

/** Number of incidents a story adds: a share of all, not fewer than its plot needs, never more than 6 % of a small sample. */
export const plantedCount = (incidents: number, share: number, least: number): number =>
  Math.min(Math.max(least, Math.round(incidents * share)), Math.floor(incidents * 0.06));

export const wholeHour = (at: Instant): Instant => Math.floor(at / 3600) * 3600;
