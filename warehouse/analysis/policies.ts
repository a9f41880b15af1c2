/** Which choice a policy makes differently from the page. */
export type PolicyKind = 'cycle' | 'denominator' | 'date' | 'rounding' | 'tool';

/**
 * One way to say "compliance". `among` says which rows are the denominator and `met` which of them the numerator, in SQL over the
 * relation that `policyBandSql` makes of clocks; `within` turns a date column into "lies in the period".
 */
export interface Policy {
  name: string;
  kind: PolicyKind;
  label: string;
  /** The formula in words: numerator / denominator. */
  formula: string;
  among: (within: (date: string) => string) => string;
  met: string;
  /** Counts records instead of clocks: those with such a clock, and of them those whose every such clock is met. */
  isByRecord?: boolean;
  /** Measure whose records these are exactly, with what has to be added to the filters. */
  measure?: { name: string; firstCycle?: boolean };
}

const stopped = (within: (date: string) => string): string => `is_completed AND ${within('stop_date')}`;
const lastStopped = (within: (date: string) => string): string => `is_last_cycle AND ${stopped(within)}`;
const unbreached = 'NOT is_breached';

/** Every policy that the band compares. The first is the one that all pages use. */
export const policies: readonly Policy[] = [
  {
    name: 'every_cycle',
    kind: 'cycle',
    label: 'Every cycle',
    formula: 'clocks met / clocks completed in the period, each cycle of a reopened record for itself',
    among: stopped,
    met: unbreached,
    measure: { name: 'service_level.attainment' }
  },
  {
    name: 'first_cycle',
    kind: 'cycle',
    label: 'First cycle',
    formula: 'first cycles met / first cycles completed in the period; what happens after a reopening counts for nothing',
    among: (within) => `cycle = 1 AND ${stopped(within)}`,
    met: unbreached,
    measure: { name: 'service_level.attainment', firstCycle: true }
  },
  {
    name: 'last_cycle',
    kind: 'cycle',
    label: 'Last cycle',
    formula: 'last cycles met / last cycles completed in the period; a breach before a reopening is forgotten',
    among: lastStopped,
    met: unbreached
  },
  {
    name: 'any_cycle',
    kind: 'cycle',
    label: 'No cycle breached',
    formula: 'records whose every cycle was met / records whose last cycle completed in the period',
    among: lastStopped,
    met: 'NOT any_breached'
  },
  {
    name: 'cumulative',
    kind: 'cycle',
    label: 'Cycles added up',
    formula: 'records whose cycles together stay within the goal of the last / records whose last cycle completed in the period',
    among: lastStopped,
    met: 'cycles_elapsed <= goal_seconds'
  },
  {
    name: 'never_overran',
    kind: 'cycle',
    label: 'Never over any goal',
    formula: 'clocks that never overran a goal while it was in force, whatever priority came later / clocks completed in the period',
    among: stopped,
    met: 'NOT is_ever_breached'
  },
  {
    name: 'with_overdue',
    kind: 'denominator',
    label: 'With open overdue clocks',
    formula: 'clocks met / clocks completed in the period and open ones already past their goal at the data instant',
    among: (within) => `(${stopped(within)}) OR (is_open AND is_breached)`,
    met: unbreached
  },
  {
    name: 'started_done',
    kind: 'denominator',
    label: 'All started, met so far',
    formula: 'clocks completed within their goal / clocks started in the period, open ones counted as not met yet',
    among: (within) => `${within('start_date')} AND (is_completed OR is_open)`,
    met: 'is_completed AND NOT is_breached'
  },
  {
    name: 'started_hopeful',
    kind: 'denominator',
    label: 'All started, open ones as met',
    formula: 'clocks not past their goal / clocks started in the period, open ones counted as met until they are late',
    among: (within) => `${within('start_date')} AND (is_completed OR is_open)`,
    met: unbreached
  },
  {
    name: 'records',
    kind: 'denominator',
    label: 'Records instead of clocks',
    formula: 'records whose clocks completed in the period were all met / records with a clock completed in the period',
    among: stopped,
    met: unbreached,
    isByRecord: true
  },
  {
    name: 'cancelled_met',
    kind: 'denominator',
    label: 'Cancelled as met',
    formula: 'clocks met or cancelled / clocks completed or cancelled in the period',
    among: (within) => `(is_completed OR is_cancelled) AND ${within('stop_date')}`,
    met: 'is_cancelled OR NOT is_breached'
  },
  {
    name: 'undetermined_met',
    kind: 'denominator',
    label: 'Undetermined as met',
    formula: 'clocks met or not to be determined / clocks stopped in the period, cancelled ones left out',
    among: (within) => `(is_completed OR is_undetermined) AND ${within('stop_date')}`,
    met: 'is_undetermined OR NOT is_breached'
  },
  {
    name: 'undetermined_breached',
    kind: 'denominator',
    label: 'Undetermined as breached',
    formula: 'clocks met for sure / clocks stopped in the period, cancelled ones left out',
    among: (within) => `(is_completed OR is_undetermined) AND ${within('stop_date')}`,
    met: 'NOT is_undetermined AND NOT is_breached'
  },
  {
    name: 'by_start',
    kind: 'date',
    label: 'By start date',
    formula: 'clocks met / completed clocks that started in the period, open ones left out',
    among: (within) => `is_completed AND ${within('start_date')}`,
    met: unbreached
  },
  {
    name: 'by_opening',
    kind: 'date',
    label: 'By opening date',
    formula: 'clocks met / completed clocks of records opened in the period (the opened month instead of the resolved month)',
    among: (within) => `is_completed AND ${within('opened_date')}`,
    met: unbreached
  },
  {
    name: 'rounded_percent',
    kind: 'rounding',
    label: 'Rounded percentage',
    formula:
      'clocks below 100.0 % of their goal after rounding to a tenth of a percent, as ServiceNow shows it / clocks completed in the period',
    among: stopped,
    met: 'round(100.0 * elapsed_business_seconds / goal_seconds, 1) < 100.0'
  },
  {
    name: 'tool',
    kind: 'tool',
    label: 'The tool’s own verdict',
    formula: 'clocks that the source tool calls met / clocks completed in the period of which it says anything',
    among: (within) => `tool_breached IS NOT NULL AND ${stopped(within)}`,
    met: 'NOT tool_breached'
  }
];
