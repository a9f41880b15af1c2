import type { RecordClock, RecordClocks, SourceClock, Stretch as ClockStretch } from '#warehouse/query/clocks/clock.ts';
import { beginningWords, kindWords, stageWords } from '#warehouse/query/clocks/words.ts';
import { exactly, instantWords } from '#warehouse/query/clocks/zoned.ts';
import type { Lane, Mark, Stretch } from './timeline.ts';

/** From so many stretches on, open and closed hours are drawn together. */
const mostDrawn = 48;

const iso = (seconds: number): string => new Date(seconds * 1000).toISOString();

/** One lane per clock, those of the source tool after ours. All on the same axis. */
export const clockLanes = ({ clocks, sourceClocks }: Pick<RecordClocks, 'clocks' | 'sourceClocks'>): Lane[] => [
  ...clocks.map(clockLane),
  ...sourceClocks.filter(({ startedAt }) => startedAt !== null).map(sourceLane)
];

function clockLane(clock: RecordClock): Lane {
  const { target, cycle, goal, stretches } = clock;
  return {
    name: `${target.agreementType} ${target.name}`,
    note: [target.agreement, ...(cycle > 1 ? [`cycle ${cycle}`] : []), `goal ${exactly(goal)}`, stageWords(clock)].join(' · '),
    stretches: [...(stretches.length > mostDrawn ? folded(stretches) : stretches.map(drawn)), ...ahead(clock)],
    marks: marksOf(clock)
  };
}

const tones = { running: 'working', paused: 'waiting', out_of_hours: 'hours' } as const;

function drawn(stretch: ClockStretch): Stretch {
  const { from, to, kind, isOver, rule, counted, used, zone } = stretch;
  const begins = beginningWords(stretch);
  const label = isOver && kind === 'running' ? 'over the goal' : kindWords[kind];
  const adds = kind === 'running' ? `adds ${exactly(counted)}, ${exactly(used)} in all` : `still ${exactly(used)}`;
  return {
    from: iso(from),
    to: iso(to),
    label,
    tone: isOver && kind === 'running' ? 'over' : tones[kind],
    says: `${label}, ${instantWords(from, zone)} to ${instantWords(to, zone)}: ${begins ? `${begins}; ` : ''}${rule}; ${adds}`
  };
}

/** Open and closed hours in turn as one stretch, pauses and the passing of the goal by themselves. */
function folded(stretches: readonly ClockStretch[]): Stretch[] {
  const groups: ClockStretch[][] = [];
  for (const stretch of stretches) {
    const group = groups.at(-1);
    const last = group?.at(-1);
    const joins =
      last && last.kind !== 'paused' && stretch.kind !== 'paused' && last.isOver === stretch.isOver && last.team === stretch.team;
    if (joins) group!.push(stretch);
    else groups.push([stretch]);
  }
  return groups.map((group) => {
    const [first, last] = [group[0]!, group.at(-1)!];
    if (group.length === 1) return drawn(first);
    const counted = group.reduce((sum, stretch) => sum + stretch.counted, 0);
    const times = group.filter(({ kind }) => kind === 'running').length;
    return {
      from: iso(first.from),
      to: iso(last.to),
      label: first.isOver ? 'over, open hours only' : 'running, open hours only',
      tone: first.isOver ? 'over' : 'mixed',
      says: `${first.isOver ? 'over the goal' : 'running'} in open hours, ${times} times, ${instantWords(first.from, first.zone)} to ${instantWords(last.to, last.zone)}: adds ${exactly(counted)}, ${exactly(last.used)} in all`
    };
  });
}

/** From the data instant to the due time of a clock that runs: what is left of its goal. */
function ahead({ dueAt, endsAt, stoppedAt, remaining, zone }: RecordClock): Stretch[] {
  if (stoppedAt !== null || dueAt === null || dueAt <= endsAt) return [];
  const left = exactly(remaining ?? 0);
  return [
    {
      from: iso(endsAt),
      to: iso(dueAt),
      label: `${left} left`,
      tone: 'ahead',
      says: `${left} of open hours left until due, ${instantWords(dueAt, zone)}`
    }
  ];
}

function marksOf(clock: RecordClock): Mark[] {
  const { dueAt, breachedAt, stoppedAt, stage, goalChanges, isBreached } = clock;
  const marks: Mark[] = goalChanges
    .filter(({ before, after }) => before.goal !== after.goal || before.days !== after.days)
    .map(({ at, after }) => ({
      at: iso(at),
      label: `goal ${after.goal === null ? (after.days ?? 'none') : exactly(after.goal)}`,
      tone: 'due'
    }));
  if (breachedAt !== null) marks.push({ at: iso(breachedAt), label: '✕ breached', tone: 'over' });
  if (dueAt !== null && dueAt !== breachedAt) marks.push({ at: iso(dueAt), label: 'due', tone: 'due', isOptional: true });
  if (stoppedAt !== null) {
    const label = stage === 'met' ? '✓ met' : isBreached ? 'ended' : stage;
    marks.push({ at: iso(stoppedAt), label, tone: stage === 'met' ? 'met' : isBreached ? 'over' : 'due' });
  }
  return marks;
}

function sourceLane({ target, stage, hasBreached, startedAt, stoppedAt, dueAt, businessSeconds, pauseSeconds }: SourceClock): Lane {
  const verdict = hasBreached === null ? (stage ?? 'no verdict') : hasBreached ? '✕ breached' : 'not breached';
  const spent = businessSeconds === null ? [] : [`${exactly(Math.round(businessSeconds))} counted`];
  const paused = pauseSeconds === null ? [] : [`${exactly(Math.round(pauseSeconds))} paused`];
  return {
    name: target,
    note: ['the source tool', verdict, ...spent].join(' · '),
    stretches: [
      {
        from: iso(startedAt!),
        to: stoppedAt === null ? null : iso(stoppedAt),
        label: 'as the source tells it',
        tone: 'closed',
        note: [verdict, ...spent, ...paused].join(', ')
      }
    ],
    marks: dueAt === null ? [] : [{ at: iso(dueAt), label: 'due there', tone: hasBreached ? 'over' : 'due', isOptional: true }]
  };
}
