import { formulaStarts } from '../csv-sql.ts';
import type { RecordClock, RecordClocks, Stretch } from './clock.ts';
import { beginningWords, causeWords } from './words.ts';
import { instantWords } from './zoned.ts';

type CsvCell = string | number | boolean | null;

const columns: Readonly<Record<string, (clock: RecordClock, stretch: Stretch, number: number) => CsvCell>> = {
  agreement_type: ({ target }) => target.agreementType,
  agreement: ({ target }) => target.agreement,
  target: ({ target }) => target.name,
  cycle: ({ cycle }) => cycle,
  stage: ({ stage }) => stage,
  goal_seconds: ({ goal }) => goal,
  stretch: (_clock, _stretch, number) => number,
  from_at: (_clock, { from }) => iso(from),
  to_at: (_clock, { to }) => iso(to),
  from_local: (_clock, { from, zone }) => instantWords(from, zone),
  to_local: (_clock, { to, zone }) => instantWords(to, zone),
  kind: (_clock, { kind }) => kind,
  is_over_goal: (_clock, { isOver }) => isOver,
  wall_seconds: (_clock, { wall }) => wall,
  counted_seconds: (_clock, { counted }) => counted,
  used_seconds: (_clock, { used }) => used,
  calendar: (_clock, { calendar }) => calendar,
  zone: (_clock, { zone }) => zone,
  team: (_clock, { team }) => team,
  supplier: (_clock, { supplier }) => supplier,
  priority: (_clock, { priority }) => priority,
  state: (_clock, { state }) => state,
  changed: (_clock, stretch) => beginningWords(stretch) || null,
  cause: (_clock, stretch) => causeWords(stretch) || null,
  rule: (_clock, { rule }) => rule
};

const iso = (seconds: number): string => new Date(seconds * 1000).toISOString().replace('.000Z', 'Z');

/** The stretches of all clocks of a record as CSV (RFC 4180, formula-safe): one line per stretch, durations in seconds. */
export function clocksCsv({ type, id, clocks }: RecordClocks): string {
  const readers = Object.values(columns);
  const lines = clocks.flatMap((clock) =>
    clock.stretches.map((stretch, index) => [type, id, ...readers.map((read) => read(clock, stretch, index + 1))])
  );
  return [['record_type', 'record_id', ...Object.keys(columns)], ...lines].map((cells) => `${cells.map(text).join(',')}\r\n`).join('');
}

function text(cell: CsvCell): string {
  if (typeof cell !== 'string') return cell === null ? '' : String(cell);
  const safe = formulaStarts.some((start) => cell.startsWith(start)) ? `'${cell}` : cell;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
