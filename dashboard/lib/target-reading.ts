import type { Standing } from '#dashboard/charts/theme.ts';

/** Budget and burn rate of one stretch of time in words. */
export interface TargetLine {
  label: string;
  text: string;
  tone: Standing;
  budget: string;
  completed: number;
  breached: number;
  /** Its breached clocks. */
  href: string;
}

/** One target against its goal, ready to print. */
export interface TargetReading {
  target_id: string;
  agreement: string;
  agreement_type: string;
  name: string;
  /** What it promises: `incident resolution`. */
  promise: string;
  share: number | null;
  goal: number | null;
  completed: number;
  /** Attainment of complete months, oldest first. */
  spark: (number | null)[];
  /** Records of the share; null without any. */
  href: string | null;
  breached: { value: number; href: string } | null;
  budget: string;
  /** The period, then the last 90, 28 and 7 days. */
  lines: TargetLine[];
}
