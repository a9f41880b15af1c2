import { largest } from '#dashboard/boards/analysis-words.ts';
import type { Phrase } from '#dashboard/boards/answer-line.ts';
import { defaults } from '#dashboard/boards/service-level-pages.ts';
import { sum, type Row } from '#dashboard/charts/table.ts';
import type { AnalysisFrame } from '#dashboard/lib/analysis-frame.ts';
import { recordsUrl } from '#dashboard/lib/links.ts';
import { busiest, type HandOffGrid } from '#dashboard/lib/hand-off-grid.ts';
import { handOffs, type HandOff } from '#warehouse/query/analysis/hand-offs.ts';
import { breachHolders, timeSlices, timeSpent, type TimePart, type TimeSlice } from '#warehouse/query/analysis/time-spent.ts';
import type { Filter, Query } from '#warehouse/query/query.ts';
import type { Reader } from '#warehouse/query/reader.ts';
import { analysisQuestion, analysisUrl } from './analysis-scope.ts';

export interface TimePage {
  frame: AnalysisFrame;
  defaultWords: string;
  phrases: Phrase[];
  slices: { slice: TimeSlice; rows: Row[]; query: Query }[];
  holders: { rows: Row[]; csv: string };
  users: { teams: Row[]; suppliers: Row[]; csv: string };
  handOffs: { rows: Row[]; grid: HandOffGrid; csv: string };
  csv: string;
  breaches: { value: number; href: string };
}

const flat = ({ members, ...part }: TimePart): Row => ({ ...members, ...part });
const labelled = (parts: readonly TimePart[], slice: string) =>
  parts.map(({ members, businessShare }) => ({ label: members[slice] ?? `no ${slice}`, share: businessShare }));

/** Where the time of completed clocks went, who held them at breach, who used them, and what waits between teams. */
export async function timePage(reader: Reader, url: URL): Promise<TimePage> {
  const { frame, clocks, defaultWords } = await analysisQuestion(reader, url, defaults.time);
  const [slices, holders, lateTeams, lateSuppliers, hands] = await Promise.all([
    Promise.all(timeSlices.map((slice) => timeSpent(reader, clocks, [slice]))),
    breachHolders(reader, clocks),
    timeSpent(reader, clocks, ['team'], true),
    timeSpent(reader, clocks, ['supplier'], true),
    handOffs(reader, clocks)
  ]);
  const breaches = sum(holders.map(({ breaches: n }) => n));
  const completed: Filter = { field: 'stage', op: 'in', values: ['met', 'breached'] };
  const late: Query = { measures: ['service_level.breached'], period: clocks.period, filters: clocks.filters };
  const byTeam = Object.entries(Object.groupBy(holders, ({ team }) => team ?? 'no team')).map(([label, rows]) => ({
    label,
    share: breaches ? sum((rows ?? []).map(({ breaches: n }) => n)) / breaches : 0
  }));
  const teams = slices[0] ?? [];
  return {
    frame,
    defaultWords,
    phrases: phrasesOf(labelled(teams, 'team'), byTeam, labelled(lateTeams, 'team'), hands),
    slices: timeSlices.map((slice, at) => ({
      slice,
      rows: (slices[at] ?? []).map(flat),
      query: {
        measures: ['time.wall_seconds'],
        dimensions: [slice],
        period: clocks.period,
        filters: [...(clocks.filters ?? []), completed]
      }
    })),
    holders: { rows: holders.map((row) => ({ ...row })), csv: analysisUrl('breach_holders', clocks) },
    users: { teams: lateTeams.map(flat), suppliers: lateSuppliers.map(flat), csv: analysisUrl('time_of_breached', clocks) },
    handOffs: { rows: hands.map((row) => ({ ...row })), grid: gridOf(hands), csv: analysisUrl('hand_offs', clocks) },
    csv: analysisUrl('time_spent', clocks),
    breaches: { value: breaches, href: recordsUrl(late) }
  };
}

type Shares = { label: string; share: number }[];

function phrasesOf(used: Shares, held: Shares, usedByLate: Shares, hands: readonly HandOff[]): Phrase[] {
  if (used.length === 0) return [{ text: 'No clock stopped in this period, so there is no time to tell of.' }];
  const first = largest(used, 'the working time of completed clocks');
  const second = largest(held, 'the breaches at the second they happened');
  const third = largest(usedByLate, 'the working time of breached clocks');
  const [slowest] = [...hands].sort((a, b) => (b.business_wait_seconds ?? 0) - (a.business_wait_seconds ?? 0));
  const waits: Phrase[] = slowest
    ? [
        { text: 'Hand-offs wait longest from ' },
        { text: `${slowest.from_team} to ${slowest.to_team}`, href: '#hand-offs' },
        { text: ', by working hours in all.' }
      ]
    : [];
  return [...first, ...second, ...third, ...waits];
}

/** The busiest teams on both sides; waits in wall time, so that every hand-off has one. Fewer than five stay pale. */
function gridOf(hands: readonly HandOff[]): HandOffGrid {
  const from = busiest(hands.map(({ from_team, hand_offs }) => ({ team: from_team, total: hand_offs })));
  const to = busiest(hands.map(({ to_team, hand_offs }) => ({ team: to_team, total: hand_offs })));
  const longest = Math.max(1, ...hands.map(({ hand_offs, wait_seconds }) => wait_seconds / hand_offs));
  return {
    from,
    to,
    cells: from.map((one) =>
      to.map((other) => {
        const hand = hands.find(({ from_team, to_team }) => from_team === one && to_team === other);
        if (!hand) return null;
        const mean = hand.wait_seconds / hand.hand_offs;
        return { mean, count: hand.hand_offs, level: hand.hand_offs < 5 ? 0 : Math.min(5, Math.ceil((mean / longest) * 5)) };
      })
    )
  };
}
