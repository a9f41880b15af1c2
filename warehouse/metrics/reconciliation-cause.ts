/** Why the source tool's clock and ours differ, or stand alone, and what the sum behind each says. */
export const reconciliationCauses = {
  stale_export: 'The tool’s row does not know the stop yet: it was exported, or last computed, before.',
  pause_outside_hours: 'The tool takes pauses off also where they lie outside the working hours; the difference is exactly that time.',
  zone_fallback: 'The tool reads the hours in another zone; on those hours its time comes out to the second.',
  calendar_version: 'The tool uses another version of the calendar, or knows no holidays; so read, its time comes out to the second.',
  other_calendar: 'The tool uses another calendar of the same zone; on that one its time comes out to the second.',
  reopened: 'The tool stopped at an earlier resolution, after which the record was reopened.',
  other_start: 'The tool’s clock starts at another instant; the open time between the two starts is the difference.',
  rounding: 'Less than a minute, or less than the tool’s rounding, apart.',
  other_goal: 'Same time, but measured against the goal of another priority that the record had.',
  cancellation: 'One side cancelled the clock: the record was cancelled, or the tool began another one.',
  missing_history: 'Our clock rests on bounds: the record’s history is missing.',
  not_told: 'The tool’s row tells no verdict.',
  target_not_ours: 'The tool’s target is not in the agreements (name it with source_names).',
  record_unknown: 'The tool’s clock is of a record that has not been loaded.',
  no_goal: 'The target has no goal for the record’s priority.',
  other_cycle: 'A further row of the tool on a record whose clock is already paired.',
  not_attached: 'Our target did not attach to this record.',
  not_in_source: 'The tool has no row for this clock of ours.',
  unexplained: 'No sum explains it.'
} as const;

export type ReconciliationCause = keyof typeof reconciliationCauses;
