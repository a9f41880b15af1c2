import { alwaysOpen } from '../calendars/calendar.ts';
import { isCourseColumn } from './condition.ts';
import type { Chain, Metric, Moments, Target } from './definitions.ts';
import { conditionWords, or, spaced } from './words.ts';

/** One rule of a target, said as a sentence. */
export interface RuleWords {
  rule: 'when' | 'start' | 'stop' | 'pause' | 'reset' | 'cancel' | 'calendar' | 'zone' | 'goal' | 'reopen' | 'priority' | 'stands_for';
  sentence: string;
}

/** Every rule of a target in the order in which a reader wants them; rules that say nothing are left out. */
export function targetSentences(target: Target): RuleWords[] {
  const rules: [RuleWords['rule'], string | undefined][] = [
    [
      'when',
      `It is about ${target.when ? `${plural(target.recordType)} in which ${conditionWords(target.when)}` : `all ${plural(target.recordType)}`}.`
    ],
    ['start', startSentence(target)],
    ['stop', `The clock stops ${momentsWords(target.stop, false)}.`],
    ['stands_for', standInSentence(target)],
    ['pause', pauseSentence(target)],
    ['reset', target.reset && `Each time ${conditionWords(target.reset)}, the clock is complete and the next cycle begins.`],
    ['cancel', cancelSentence(target)],
    ['calendar', `Time counts on ${chainWords(target.calendar, 'calendar')}.`],
    ['zone', target.zone && `Its hours are read in ${chainWords(target.zone, 'time zone')}.`],
    ['goal', goalSentence(target)],
    ['reopen', reopenSentences[target.reopen]],
    ['priority', prioritySentences[target.priorityChange]]
  ];
  return rules.flatMap(([rule, sentence]) => (sentence === undefined ? [] : [{ rule, sentence }]));
}

const plural = (recordType: string): string => `${spaced(recordType)}s`;

/** `at opened at, else when state is on hold`: instants in order, then the condition. */
export function momentsWords({ fields, condition }: Moments, isInOrder: boolean): string {
  const instants = fields.map((field) => `at ${instantWords(field)}`);
  const state = condition && `when ${conditionWords(condition)}`;
  const parts = [...instants, ...(state === undefined ? [] : [state])];
  if (parts.length === 0) return 'never';
  return isInOrder ? parts.join(', else ') : `${parts.join(' or ')}${parts.length > 1 ? ', whichever comes first' : ''}`;
}

/** `opened_at` as `opening`, `first_response_at` as `the first response`. */
const instantWords = (field: string): string => nouns[field] ?? `“${spaced(field)}”`;
const nouns: Record<string, string> = {
  opened_at: 'the opening',
  first_response_at: 'the first public reply',
  acknowledged_at: 'the acknowledgement',
  answered_at: 'the answer',
  resolved_at: 'the resolution',
  closed_at: 'the closing',
  granted_at: 'the provisioning',
  revoke_due_at: 'the demand to revoke',
  revoked_at: 'the removal',
  workaround_at: 'the first workaround',
  root_cause_at: 'the finding of the root cause',
  approved_at: 'the approval'
};

function startSentence({ start, retroactiveStart, hasRetroactivePause }: Target): string {
  const begins = `The clock starts ${momentsWords(start, true)}`;
  if (!retroactiveStart) return `${begins}.`;
  const pauses = hasRetroactivePause ? 'pauses until then count as pauses' : 'all time until then counts';
  return `${begins}; if it attaches later it counts from ${instantWords(retroactiveStart)}, and ${pauses}.`;
}

/** R15: what the metric asks for, and what may be read in its place. */
const meant: Partial<Record<Metric, { field: string; words: string }>> = {
  response: { field: 'first_response_at', words: 'the first public reply by a person' },
  grant: { field: 'granted_at', words: 'the provisioning' },
  revoke: { field: 'revoked_at', words: 'the removal' },
  workaround: { field: 'workaround_at', words: 'the first workaround' },
  root_cause: { field: 'root_cause_at', words: 'the finding of the root cause' }
};

function standInSentence({ metric, stop }: Target): string | undefined {
  const wanted = meant[metric];
  if (!wanted) return undefined;
  const others = [
    ...stop.fields.filter((field) => field !== wanted.field).map(instantWords),
    ...(stop.condition ? [`a stretch in which ${conditionWords(stop.condition)}`] : [])
  ];
  if (others.length === 0) return undefined;
  return `What is meant is ${wanted.words}; ${or(others)} stands in for it${stop.fields.includes(wanted.field) ? ' where it comes first' : ''}.`;
}

function pauseSentence({ pause, resume }: Target): string {
  if (!pause) return 'It is never paused.';
  if (!resume) return `It is paused while ${conditionWords(pause)}.`;
  return `It is paused from when ${conditionWords(pause)} until ${conditionWords(resume)}.`;
}

function cancelSentence({ cancel, isCancelledWhenUnmet }: Target): string | undefined {
  const parts = [
    ...(cancel ? [`when ${conditionWords(cancel)}`] : []),
    ...(isCancelledWhenUnmet ? ['when it is no longer about the record'] : [])
  ];
  return parts.length > 0 ? `It is cancelled ${parts.join(' or ')}.` : undefined;
}

/** `the calendar of the team at the time (office for A or B; night for C), else every hour (24x7)`. */
export function chainWords({ links, fallback }: Chain, noun: string): string {
  const steps = links.map(({ column, map }) => {
    const names = [...new Set(Object.values(map))];
    const pairs = names.map((name) => `${name} for ${or(Object.keys(map).filter((value) => map[value] === name))}`);
    return `the ${noun} of the ${spaced(column)}${isCourseColumn(column) ? ' at the time' : ''} (${pairs.join('; ')})`;
  });
  const last =
    fallback === '' ? "the calendar's own" : fallback === alwaysOpen.name ? `every hour (${fallback})` : `the ${noun} ${fallback}`;
  return [...steps, last].join(', else ');
}

function goalSentence({ unit, goals, warnAt, attainment }: Target): string {
  const meaning =
    unit === 'working_day' ? 'The goal counts whole working days of the calendar' : 'The goal counts open time of the calendar';
  const share = attainment === undefined ? '' : `; ${percent(attainment)} of clocks are to be met`;
  const without = goals.byPriority.size < 5 ? 'of other priorities' : 'without a priority';
  const others = goals.fallback === undefined ? `; records ${without} have no goal and are counted as uncovered` : '';
  return `${meaning}; from ${percent(warnAt)} of it on the clock is at risk${share}${others}.`;
}
const percent = (share: number): string => `${Number((share * 100).toFixed(4))} %`;

const reopenSentences = {
  resume: 'A record that is reopened goes on with the same clock; the time between does not count.',
  new_cycle: 'A record that is reopened begins a new cycle.',
  ignore: 'What happens after the end counts for nothing, re-opening neither.'
};
const prioritySentences = {
  retarget: 'A new priority changes the goal; the time used stays.',
  restart: 'A new priority cancels the clock and begins a new cycle.'
};
