import type { Standing } from '#dashboard/charts/theme.ts';
import type { ClockCard, StretchRow } from '#dashboard/lib/clock-card.ts';
import { dueWords } from '#warehouse/query/clocks/arithmetic.ts';
import type { RecordClock, Stretch } from '#warehouse/query/clocks/clock.ts';
import {
  beginningWords,
  calendarWords,
  causeWords,
  clockName,
  endWords,
  goalWords,
  kindWords,
  stageWords,
  startWords,
  usedWords
} from '#warehouse/query/clocks/words.ts';
import { inColumns, instantBoth, instantWords } from '#warehouse/query/clocks/zoned.ts';

const standings: Readonly<Record<string, Standing>> = { met: 'met', breached: 'breached', paused: 'paused' };
const symbols = { running: '▶', paused: '❚❚', out_of_hours: '☾' } as const;

/** A clock in the words and the order of its card. */
export function clockCard(clock: RecordClock): ClockCard {
  const { id, target, stage, stretches, zone, startedAt, stoppedAt } = clock;
  const sum = (value: (stretch: Stretch) => number): string => inColumns(stretches.reduce((all, stretch) => all + value(stretch), 0));
  return {
    id,
    name: clockName(clock),
    party: target.party ?? '',
    state: standings[stage] ?? 'none',
    word: stageWords(clock),
    facts: [
      { label: 'Goal', words: goalWords(clock) },
      { label: 'Calendar', words: calendarWords(clock) },
      { label: 'Started', words: `${instantBoth(startedAt, zone)}, ${startWords(clock)}` },
      ...(stoppedAt === null ? [] : [{ label: 'Stopped', words: `${instantBoth(stoppedAt, zone)}, ${endWords(clock)}` }]),
      { label: 'Used', words: usedWords(clock) }
    ],
    arithmetic: dueWords(clock),
    rules: target.rules.map(({ sentence }) => sentence),
    stretches: stretches.map(stretchRow),
    total: { wall: sum(({ wall }) => wall), counted: sum(({ counted }) => counted) }
  };
}

function stretchRow(stretch: Stretch): StretchRow {
  const { from, to, kind, isOver, zone, wall, counted, used, rule } = stretch;
  return {
    from: instantWords(from, zone),
    to: instantWords(to, zone),
    kind,
    word: isOver && kind === 'running' ? 'over the goal' : kindWords[kind],
    symbol: isOver && kind === 'running' ? '✕' : symbols[kind],
    isOver,
    wall: inColumns(wall),
    counted: kind === 'running' ? inColumns(counted) : '',
    used: inColumns(used),
    begins: beginningWords(stretch),
    cause: causeWords(stretch),
    rule
  };
}
