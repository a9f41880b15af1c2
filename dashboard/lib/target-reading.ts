import type { Standing } from '#dashboard/charts/theme.ts';
import type { BudgetSpan } from '#warehouse/query/analysis/budgets.ts';

/** Budget and burn rate of one stretch of time in words. */
export interface TargetLine {
  span: 'period' | BudgetSpan;
  /** `the period`, `Nov 2026 to date`, `last 28 days`; of a period that is over, `28 days to 30 Sept 2026`. */
  label: string;
  text: string;
  tone: Standing;
  budget: string;
  /** Breaches still allowed; below 0 once overspent, null where no share is promised. */
  left: number | null;
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
  /** The period, then its last month and its last 90, 28 and 7 days. */
  lines: TargetLine[];
}
