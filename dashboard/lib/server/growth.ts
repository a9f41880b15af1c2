import type { GrowthPanel } from '#dashboard/boards/board.ts';
import type { Growth } from '#dashboard/boards/growth.ts';
import { periodWords } from '#dashboard/boards/periods.ts';
import { scoped, type Scope } from '#dashboard/boards/scope.ts';
import { inSentence } from '#dashboard/boards/unusual.ts';
import { memberOf, numberOf } from '#dashboard/charts/table.ts';
import { memberWords, word } from '#dashboard/format.ts';
import { recordsUrl } from '#dashboard/lib/links.ts';
import { whySilent } from '#warehouse/query/availability.ts';
import type { Query } from '#warehouse/query/query.ts';
import type { Reader } from '#warehouse/query/reader.ts';
import { askOrSay } from './ask.ts';

const arriving = ['opened', 'reopened', 'moved_in'];

/** How the backlog of a process changed over the period and where; nothing where the door refuses. */
export async function growthOf(reader: Reader, panel: GrowthPanel, scope: Scope): Promise<Growth | undefined> {
  const whole: Query = scoped({ measures: panel.query.measures, filters: panel.query.filters }, scope);
  const net = `${panel.process}.backlog_net`;
  const { rows, refusal } = await askOrSay(reader, whole);
  const total = rows[0];
  const change = numberOf(total?.[net]);
  if (refusal || !total || change === null) return undefined;
  const most = await Promise.all(panel.slices.map(({ name }) => mover(reader, { ...whole, measures: [net] }, name, change)));
  const flows = panel.query.measures
    .filter((measure) => measure !== net)
    .map((measure) => {
      const name = measure.split('.backlog_')[1]!;
      return { name, value: numberOf(total[measure]) ?? 0, href: recordsUrl(whole, { measure, members: {} }), words: word(name) };
    });
  // What moves within the scope comes in as often as it leaves; it is told only where a filter makes a difference of it.
  const [movedIn, movedOut] = ['moved_in', 'moved_out'].map((name) => flows.find((flow) => flow.name === name)?.value);
  const told = movedIn === movedOut ? flows.filter(({ name }) => !name.startsWith('moved')) : flows;
  return {
    period: inSentence(periodWords(scope.period)),
    net: { value: change, href: recordsUrl(whole, { measure: net, members: {} }) },
    arrived: told.filter(({ name }) => arriving.includes(name)),
    left: told.filter(({ name }) => !arriving.includes(name)),
    most: most.filter((one) => one !== undefined)
  };
}

/** Who moved most the way the whole moved. */
async function mover(reader: Reader, whole: Query, dimension: string, change: number): Promise<Growth['most'][number] | undefined> {
  const [net] = whole.measures;
  if (!net || change === 0 || whySilent(reader.build, net, [dimension])) return undefined;
  const query: Query = { ...whole, dimensions: [dimension], sort: [{ by: net, descending: change > 0 }] };
  const { rows, refusal } = await askOrSay(reader, query);
  const [first] = rows;
  const value = numberOf(first?.[net]);
  if (refusal || rows.length < 2 || !first || value === null || value * change <= 0) return undefined;
  return {
    dimension: word(dimension),
    label: memberWords(dimension, memberOf(first[dimension])),
    value,
    href: recordsUrl(query, { measure: net, members: first })
  };
}
