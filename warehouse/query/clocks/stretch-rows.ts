import type { Datum } from '../answer.ts';
import { flatSource, type FlatRow } from '../export/flat-rows.ts';
import type { ExportSource } from '../export/source.ts';
import type { RecordClock, RecordClocks, Stretch } from './clock.ts';
import { beginningWords, causeWords } from './words.ts';
import { instantWords } from './zoned.ts';

const columns: Readonly<Record<string, (clock: RecordClock, stretch: Stretch, number: number) => Datum>> = {
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

/** The stretches of all clocks of a record: one row per stretch, durations in seconds. */
export const stretchRows = ({ type, id, clocks }: RecordClocks): FlatRow[] =>
  clocks.flatMap((clock) =>
    clock.stretches.map((stretch, index) => ({
      record_type: type,
      record_id: id,
      ...Object.fromEntries(Object.entries(columns).map(([name, read]) => [name, read(clock, stretch, index + 1)]))
    }))
  );

/** The same as something that can be exported. @throws QueryError when no clock has a stretch */
export const stretchSource = (clocks: RecordClocks): ExportSource =>
  flatSource({
    name: `${clocks.type}-${clocks.id}-clocks`,
    rows: stretchRows(clocks),
    instants: ['from_at', 'to_at'],
    question: () => ({
      words: `Every stretch of every clock of ${clocks.type.replaceAll('_', ' ')} ${clocks.id}`,
      address: `/api/record-clocks/${encodeURIComponent(clocks.type)}/${encodeURIComponent(clocks.id)}`,
      page: `/records/${encodeURIComponent(clocks.type)}/${encodeURIComponent(clocks.id)}`,
      definitions: [],
      grain: 'stretch of a clock'
    })
  });
