import { dueWords } from '#warehouse/query/clocks/arithmetic.ts';
import type { RecordClock, RecordClocks, SourceClock, Stretch } from '#warehouse/query/clocks/clock.ts';
import { findRecords, type RecordName } from '#warehouse/query/clocks/find.ts';
import { recordClocks } from '#warehouse/query/clocks/read.ts';
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
import { recordTypeOf } from '#warehouse/query/record-detail.ts';
import { UsageError, withReader, type Setting } from './setting.ts';
import type { Line } from './terminal.ts';

export interface ExplainOptions {
  type?: string;
  target?: string;
  knownAt?: string;
}

/** Why the clocks of a record are where they are: every stretch with its rule. */
export async function explainCommand(setting: Setting, { type, target, knownAt }: ExplainOptions, [id]: string[]): Promise<void> {
  const { terminal } = setting;
  await withReader(setting, knownAt, async (reader) => {
    const found = await findRecords(reader, id!, type === undefined ? undefined : recordTypeOf(type));
    if (found.length > 1)
      terminal.say(
        `${id} is the number of several records: ${found.map((each) => each.type.replaceAll('_', ' ')).join(', ')}; --type names one`
      );
    for (const record of found) {
      const all = await recordClocks(reader, record.type, record.id);
      const shown = { ...all, clocks: all.clocks.filter((clock) => isNamed(clock, target)) };
      if (target && shown.clocks.length === 0 && found.length === 1) throw new UsageError(noTarget(record, target, all));
      if (terminal.isTable) terminal.write(explainText(record, shown));
      else terminal.print(explainLines(shown));
    }
  });
}

const isNamed = ({ target }: RecordClock, name: string | undefined): boolean =>
  name === undefined ||
  [target.name, target.id, `${target.agreement}/${target.name}`].some((each) => each.toLowerCase() === name.toLowerCase());

const noTarget = ({ type, id }: RecordName, target: string, { clocks }: RecordClocks): string =>
  `explain --target: ${type.replaceAll('_', ' ')} ${id} has no clock of a target called ${target}; it has ${[...new Set(clocks.map((clock) => clock.target.name))].join(', ') || 'none'}`;

/** One line per clock for programs: what the table says, instants as ISO 8601 UTC, durations in seconds. */
export function explainLines({ type, id, clocks, sourceClocks, uncovered, asOf }: RecordClocks): Line[] {
  return [
    ...clocks.map((clock) => ({ record_type: type, record_id: id, as_of: iso(asOf), clock: clockLine(clock) })),
    ...sourceClocks.map((clock) => ({ record_type: type, record_id: id, as_of: iso(asOf), source_clock: inIso(clock) })),
    ...uncovered.map((each) => ({ record_type: type, record_id: id, as_of: iso(asOf), uncovered: each }))
  ];
}

const iso = (seconds: number): string => new Date(seconds * 1000).toISOString().replace('.000Z', 'Z');
const instants = new Set(['startedAt', 'stoppedAt', 'endsAt', 'dueAt', 'breachedAt', 'from', 'to', 'at']);
const inIso = (value: object): Line =>
  Object.fromEntries(
    Object.entries(value).map(([name, cell]) => [snake(name), typeof cell === 'number' && instants.has(name) ? iso(cell) : cell])
  );
const snake = (name: string): string => name.replaceAll(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);

const clockLine = (clock: RecordClock): Line => ({
  ...inIso(clock),
  target: inIso(clock.target),
  goal_changes: clock.goalChanges.map(inIso),
  stretches: clock.stretches.map(inIso),
  ahead: clock.ahead.map(inIso),
  due_words: dueWords(clock)
});

/** The clocks of a record for people: head, arithmetic of the due time, and a table of stretches, each second with its rule. */
export function explainText({ type, id, title, state }: RecordName, { clocks, sourceClocks, uncovered, asOf, zone }: RecordClocks): string {
  const head = [
    `${id}${title ? `  ${clean(title)}` : ''}`,
    `${type.replaceAll('_', ' ')}${state ? `, ${state.replaceAll('_', ' ')}` : ''}; as of ${instantBoth(asOf, zone)}`
  ];
  const missing = uncovered.map(
    ({ agreement, target, priority }) =>
      `${agreement} / ${target}: no goal for ${priority === null ? 'records without priority' : `P${priority}`}, so no clock`
  );
  const none = clocks.length + missing.length === 0 ? ['No target is about it.'] : [];
  return [
    head.join('\n'),
    ...clocks.map(clockText),
    ...missing,
    ...none,
    ...(sourceClocks.length > 0 ? [sourceText(sourceClocks, zone)] : [])
  ]
    .map((part) => `${part}\n`)
    .join('\n');
}

/** A title is somebody else's text: nothing in it steers the terminal. */
const clean = (text: string): string => text.replaceAll(/[\u0000-\u001f\u007f-\u009f]/g, ' ');

function clockText(clock: RecordClock): string {
  const { zone, startedAt, stoppedAt, target } = clock;
  const facts: [string, string][] = [
    ['goal', goalWords(clock)],
    ['calendar', calendarWords(clock)],
    ['started', `${instantBoth(startedAt, zone)}, ${startWords(clock)}`],
    ...(stoppedAt === null ? [] : [['stopped', `${instantBoth(stoppedAt, zone)}, ${endWords(clock)}`] as [string, string]]),
    ['used', usedWords(clock)],
    ...dueWords(clock).map((words, index): [string, string] => [index === 0 ? 'due' : '', words])
  ];
  const width = Math.max(...facts.map(([name]) => name.length));
  return [
    `${clockName(clock)}${target.party ? ` (${target.party})` : ''}: ${stageWords(clock)}`,
    ...facts.map(([name, words]) => `  ${name.padEnd(width)}  ${words}`),
    '',
    ...stretchTable(clock).map((line) => `  ${line}`)
  ].join('\n');
}

function stretchTable(clock: RecordClock): string[] {
  if (clock.stretches.length === 0) return ['(it ended in the second in which it started)'];
  const cells = clock.stretches.map((stretch) => [
    instantWords(stretch.from, stretch.zone),
    instantWords(stretch.to, stretch.zone),
    kindWords[stretch.kind] + (stretch.isOver && stretch.kind === 'running' ? '!' : ''),
    inColumns(stretch.wall),
    stretch.kind === 'running' ? inColumns(stretch.counted) : '',
    inColumns(stretch.used),
    why(stretch)
  ]);
  const total = ['', '', 'total', inColumns(sum(clock.stretches, 'wall')), inColumns(sum(clock.stretches, 'counted')), '', ''];
  const names = ['from', 'to', 'kind', 'lasts', 'counts', 'sum', 'why'];
  return aligned([names, ...cells, total], new Set([3, 4, 5]));
}

const sum = (stretches: readonly Stretch[], name: 'wall' | 'counted'): number => stretches.reduce((all, stretch) => all + stretch[name], 0);

function why(stretch: Stretch): string {
  const begins = beginningWords(stretch);
  const cause = causeWords(stretch);
  return `${begins ? `${clean(begins)}${cause ? ` [${cause}]` : ''}: ` : ''}${clean(stretch.rule)}`;
}

function sourceText(clocks: readonly SourceClock[], zone: string): string {
  const at = (seconds: number | null): string => (seconds === null ? '—' : instantWords(seconds, zone));
  const spent = (seconds: number | null): string => (seconds === null ? '—' : inColumns(Math.round(seconds)));
  const cells = clocks.map(({ target, stage, hasBreached, startedAt, stoppedAt, dueAt, businessSeconds, pauseSeconds }) => [
    clean(target),
    `${stage ?? '—'}${hasBreached === null ? '' : hasBreached ? ', breached' : ', not breached'}`,
    at(startedAt),
    at(stoppedAt),
    at(dueAt),
    spent(businessSeconds),
    spent(pauseSeconds)
  ]);
  return [
    'As the source tool tells it',
    ...aligned([['target', 'stage', 'started', 'stopped', 'due', 'counts', 'paused'], ...cells], new Set([5, 6])).map((line) => `  ${line}`)
  ].join('\n');
}

/** Columns as wide as their widest cell; numbers to the right; nothing is cut. */
function aligned(rows: readonly (readonly string[])[], toRight: ReadonlySet<number>): string[] {
  const widths = rows[0]!.map((_, index) => Math.max(...rows.map((row) => row[index]!.length)));
  return rows.map((row) =>
    row
      .map((cell, index) => (toRight.has(index) ? cell.padStart(widths[index]!) : cell.padEnd(widths[index]!)))
      .join('  ')
      .trimEnd()
  );
}
