import { author } from './entry.ts';
import type { Measure, Process, SourceName } from './measure.ts';

interface LifeCycle {
  process: Process;
  source: SourceName;
  /** Plural noun: "incidents". */
  noun: string;
  /** What resolving is called: "Resolved", "Fulfilled". */
  done: string;
  /** Measure name of the same: `resolved`, `fulfilled`. */
  doneName: string;
  /** Stem of the duration measures: `resolve_seconds`, `cycle_seconds`. */
  durationName: string;
  durationLabel: string;
}

const day = 86_400;

/** Measures shared by everything that is opened, worked on and resolved. */
export function lifeCycle({ process, source, noun, done, doneName, durationName, durationLabel }: LifeCycle): Measure[] {
  const make = author(process, source);
  const finished = done.toLowerCase();
  return [
    make.count('opened', { label: 'Opened', meaning: `How many ${noun} were opened.`, date: 'opened_date', needs: ['opened_at'] }),
    make.count(doneName, {
      label: done,
      meaning: `How many ${noun} were ${finished}; a cancelled one is not.`,
      nullRule: `Cancelled records have no date of being ${finished} and are not counted, nor are others without it; no record is 0.`,
      date: 'resolved_date',
      direction: 'up',
      needs: ['resolved_at']
    }),
    make.count('closed', { label: 'Closed', meaning: `How many ${noun} were closed for good.`, date: 'closed_date', needs: ['closed_at'] }),
    make.count('cancelled', {
      label: 'Cancelled',
      meaning: `How many of the ${noun} opened then were cancelled.`,
      date: 'opened_date',
      where: 'is_cancelled',
      needs: ['state']
    }),
    make.share('cancelled_share', {
      label: 'Cancelled %',
      meaning: `Share of the ${noun} opened then that were cancelled.`,
      date: 'opened_date',
      numerator: 'is_cancelled',
      denominator: `${noun} opened`,
      direction: 'down',
      needs: ['state']
    }),
    make.derived('backlog_growth', {
      label: 'Backlog growth',
      meaning: `How much faster ${noun} come in than they are ${finished}.`,
      operation: 'difference',
      from: [`${process}.opened`, `${process}.${doneName}`],
      direction: 'down'
    }),
    make.derived('closure_rate', {
      label: `${done} per opened`,
      meaning: `Below 1 the queue of ${noun} grows.`,
      unit: 'number',
      operation: 'quotient',
      from: [`${process}.${doneName}`, `${process}.opened`],
      direction: 'up'
    }),
    make.count('open', {
      label: 'Open now',
      meaning: `How many ${noun} are open at the data instant.`,
      date: 'as_of',
      where: 'is_open',
      direction: 'down',
      needs: ['state']
    }),
    ...make.duration('open_age_seconds', {
      label: 'Age of open',
      meaning: `How long the open ${noun} have been open at the data instant.`,
      date: 'as_of',
      where: 'is_open',
      value: 'age_seconds',
      clock: 'actual',
      direction: 'down',
      needs: ['state', 'opened_at']
    }),
    ...[5, 30].map((days) =>
      make.share(`not_updated_${days}d_share`, {
        label: `Not updated in ${days} days %`,
        meaning: `Share of the open ${noun} that nobody touched for ${days} days before the data instant.`,
        date: 'as_of',
        where: 'is_open AND update_age_seconds IS NOT NULL',
        numerator: `update_age_seconds > ${days * day}`,
        denominator: `open ${noun} with a time of last change`,
        direction: 'down',
        needs: ['updated_at', 'state']
      })
    ),
    ...make.duration(durationName, {
      label: durationLabel,
      meaning: `Wall time from opening until ${finished}; cancelled ${noun} have none.`,
      date: 'resolved_date',
      value: 'resolve_seconds',
      clock: 'actual',
      direction: 'down',
      needs: ['resolved_at', 'opened_at']
    }),
    make.share('same_day_share', {
      label: `${done} same day %`,
      meaning: `Share ${finished} on the local day of opening; cancelled ${noun} count on neither side.`,
      date: 'resolved_date',
      numerator: 'resolved_date = opened_date',
      denominator: `${noun} ${finished}`,
      direction: 'up',
      needs: ['resolved_at']
    })
  ];
}

/** Measures of everything that teams hand to each other and may reopen. */
export function handling({ process, source, noun, done }: LifeCycle): Measure[] {
  const make = author(process, source);
  const finished = done.toLowerCase();
  return [
    make.count('reopened', {
      label: 'Reopened',
      meaning: `How many of the ${noun} opened then were reopened at least once.`,
      date: 'opened_date',
      where: 'is_reopened',
      direction: 'down',
      needs: ['is_reopened']
    }),
    make.count('reassigned', {
      label: 'Reassigned',
      meaning: `How many of the ${noun} opened then changed team at least once.`,
      date: 'opened_date',
      where: 'is_reassigned',
      direction: 'down',
      needs: ['is_reassigned']
    }),
    make.share('reopened_share', {
      label: 'Reopened %',
      meaning: `Share of ${finished} ${noun} that had been reopened at least once.`,
      date: 'resolved_date',
      where: 'is_reopened IS NOT NULL',
      numerator: 'is_reopened',
      denominator: `${noun} ${finished}`,
      direction: 'down',
      needs: ['is_reopened']
    }),
    make.share('reassigned_share', {
      label: 'Reassigned %',
      meaning: `Share of ${finished} ${noun} that changed team at least once.`,
      date: 'resolved_date',
      where: 'is_reassigned IS NOT NULL',
      numerator: 'is_reassigned',
      denominator: `${noun} ${finished}`,
      direction: 'down',
      needs: ['is_reassigned']
    }),
    ...make.spread('mean_reassignments', {
      label: 'Reassignments',
      meaning: `How often a ${finished} record changed team.`,
      date: 'resolved_date',
      value: 'reassignment_count',
      direction: 'down',
      needs: ['reassignment_count']
    }),
    ...make.duration('acknowledge_seconds', {
      label: 'Time to acknowledge',
      meaning: 'Wall time from opening until a team took it up.',
      date: 'opened_date',
      value: 'acknowledge_seconds',
      clock: 'actual',
      direction: 'down',
      needs: ['acknowledged_at']
    }),
    make.share('made_sla_source_share', {
      label: "Met by the tool's own verdict %",
      meaning: 'What the source tool itself says about its agreed time; for comparison with the clocks.',
      date: 'opened_date',
      where: 'has_breached_source IS NOT NULL',
      numerator: 'NOT has_breached_source',
      denominator: `${noun} opened with a verdict`,
      direction: 'up',
      needs: ['has_breached_source']
    })
  ];
}

/** Hand-overs between teams while a record was open, each dated by itself, so that one record may count several times. */
export function handOvers({ process, noun }: Pick<LifeCycle, 'process' | 'noun'>): Measure[] {
  const make = author(process, 'hand_over');
  const scope = { date: 'handed_date', where: `record_type = '${process}'`, direction: 'down', needs: ['handed_at'] } as const;
  return [
    make.count('hand_overs', { ...scope, label: 'Hand-overs', meaning: `How often open ${noun} went from one team to another.` }),
    make.count('hand_backs', {
      ...scope,
      label: 'Given back',
      meaning: `Hand-overs of ${noun} to a team that had held the record before.`,
      where: `${scope.where} AND is_return`
    }),
    make.share('hand_back_share', {
      ...scope,
      label: 'Given back %',
      meaning: `Share of hand-overs of ${noun} that gave a record back to a team that had held it before.`,
      numerator: 'is_return',
      denominator: 'hand-overs'
    })
  ];
}

/** Backlog from history and the deltas that add up to it. */
export function backlog({ process, noun, done, doneName }: LifeCycle): Measure[] {
  const stock = author(process, 'backlog');
  const flow = author(process, 'flow');
  const where = `record_type = '${process}'`;
  const delta = (name: string, column: string, label: string, meaning: string): Measure =>
    flow.sum(`backlog_${name}`, { label, meaning, date: 'date', where, value: column, needs: ['date'] });
  const level = (column: string, label: string, meaning: string): Measure =>
    stock.level(column, { label, meaning, date: 'date', where, value: column, direction: 'down', needs: ['date', column] });
  return [
    level('backlog', 'Backlog', `Open ${noun} at the end of the last day of the period.`),
    level('backlog_new', 'Backlog, not taken up', `Open ${noun} in the state new at the end of the last day of the period.`),
    level('backlog_in_progress', 'Backlog, in progress', `Open ${noun} that were worked on at the end of the last day of the period.`),
    level('backlog_on_hold', 'Backlog, on hold', `Open ${noun} that waited for somebody outside at the end of the last day of the period.`),
    delta('opened', 'opened', 'Opened (flow)', `${noun} that entered by being opened.`),
    delta('reopened', 'reopened', 'Reopened (flow)', `${noun} that came back.`),
    delta('moved_in', 'moved_in', 'Moved in (flow)', `${noun} that came from another team, priority or service.`),
    delta(doneName, 'resolved', `${done} (flow)`, `${noun} that left by being done.`),
    delta('cancelled', 'cancelled', 'Cancelled (flow)', `${noun} that left by being cancelled.`),
    delta('moved_out', 'moved_out', 'Moved out (flow)', `${noun} that went to another team, priority or service.`),
    delta('net', 'net', 'Net (flow)', 'Everything that came in less everything that left.')
  ];
}
