import type { Promised } from '#dashboard/boards/promised.ts';
import { supplierUrl } from './links.ts';

/** A supplier with one of its contracts, and the records that name it. */
export interface SupplierReading {
  name: string;
  /** Its name; with the contract's where it has several. */
  label: string;
  href: string;
  /** Its underpinning contract; null without one. */
  agreement: string | null;
  /** Of the contract's clocks. */
  share: number | null;
  /** Of all targets of the contract; null where they differ, and then how many missed their own. */
  goal: number | null;
  missed: Promised['missed'];
  completed: number;
  breached: number;
  breachedHref: string | null;
  /** Opens the share. */
  shareHref: string | null;
  /** Of the wall time of SLA clocks: while the supplier was named on the record. Seconds, and as a share that adds up. */
  wallShare: number;
  wall: number;
  records: number;
  /** Median working time of the contract's clocks, and attainment, by complete month, oldest first. */
  holds: (number | null)[];
  /** Name of the newest of these months; null without any. */
  newestMonth: string | null;
  months: (number | null)[];
}

/** A supplier that records name, and no clock. */
export const withoutClocks = (name: string): SupplierReading => ({
  name,
  label: name,
  href: supplierUrl(name),
  agreement: null,
  share: null,
  goal: null,
  missed: undefined,
  completed: 0,
  breached: 0,
  breachedHref: null,
  shareHref: null,
  wallShare: 0,
  wall: 0,
  records: 0,
  holds: [],
  newestMonth: null,
  months: []
});
