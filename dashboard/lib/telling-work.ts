import type { CandidateLine } from '#dashboard/boards/candidate.ts';
import type { FunnelStep } from '#dashboard/charts/funnel.ts';
import { sum } from '#dashboard/charts/table.ts';
import type { Timeline } from '#dashboard/charts/timeline.ts';
import { count, duration, hours, instant, percent, plural } from '#dashboard/format.ts';
import type { HandOffGrid } from './hand-off-grid.ts';
import { column, linked, type Telling } from './telling.ts';

export function tellFunnel(steps: readonly FunnelStep[], href: (measure: string) => string): Telling {
  const [first] = steps;
  const last = steps.at(-1);
  return {
    summary: first && last ? `Of ${count(first.value)}, ${count(last.value)} (${percent(last.ofFirst)}) come to the last step.` : '',
    table: {
      columns: [
        column('label', 'Step'),
        column('value', 'Count', 'count'),
        column('ofFirst', 'Of all', 'share'),
        column('ofBefore', 'Of the step before', 'share'),
        column('left', 'Taken away', 'count')
      ],
      rows: steps.map(({ measure, label, value, ofFirst, ofBefore, left }) => ({
        label,
        value,
        ofFirst,
        ofBefore,
        left,
        href: href(measure)
      })),
      href: linked('value')
    }
  };
}

/** A part of a whole, in working time. */
export interface SharePart {
  label: string;
  share: number;
  seconds: number;
  href?: string;
}

export function tellShares(parts: readonly SharePart[], head: string): Telling {
  const [first] = parts;
  return {
    summary: first
      ? `Largest part: ${first.label} with ${percent(first.share)}, ${hours(first.seconds)} of ${hours(sum(parts.map(({ seconds }) => seconds)))}.`
      : '',
    table: {
      columns: [column('label', head), column('share', 'Share', 'share'), column('seconds', 'Working time', 'worked')],
      rows: parts.map(({ label, share, seconds }) => ({ label, share, seconds }))
    }
  };
}

export function tellTimeline({ lanes, from, to }: Timeline, zone: string): Telling {
  const rows = lanes.flatMap((lane) => [
    ...lane.stretches.map((one) => ({ lane: lane.name, what: one.label, from: one.from, to: one.to, says: one.says ?? one.note ?? null })),
    ...lane.marks.map((mark) => ({ lane: lane.name, what: mark.label, from: mark.at, to: mark.at, says: null }))
  ]);
  return {
    summary: `${plural(lanes.length, 'lane')} with ${plural(sum(lanes.map(({ stretches }) => stretches.length)), 'stretch', 'stretches')}, from ${instant(from, zone)} to ${instant(to, zone)}.`,
    table: {
      columns: [
        column('lane', 'Lane'),
        column('what', 'Stretch or mark'),
        column('from', 'From', 'instant', { zone }),
        column('to', 'To', 'instant', { zone }),
        column('says', 'In words')
      ],
      rows
    }
  };
}

export function tellHandOffs({ from, to, cells }: HandOffGrid): string {
  const all = cells.flatMap((row, y) => row.flatMap((cell, x) => (cell ? [{ ...cell, from: from[y], to: to[x] }] : [])));
  const [longest] = all.filter(({ level }) => level > 0).toSorted((a, b) => (b.mean ?? 0) - (a.mean ?? 0));
  const amount = plural(sum(all.map((cell) => cell.count)), 'hand-off');
  return longest
    ? `${amount}; from ${longest.from} to ${longest.to} waits longest, ${duration(longest.mean)} on average over ${count(longest.count)}.`
    : `${amount}, too few between any two teams to rank.`;
}

/** One bar of a Pareto. */
export interface ParetoBar {
  label: string;
  href: string;
  records: string;
  value: number;
  cumulative: number;
}

export function tellPareto(bars: readonly ParetoBar[], head: string, unit: string): Telling {
  const [first] = bars;
  const last = bars.at(-1);
  const text = first ? (unit === 'seconds' ? hours(first.value) : count(first.value)) : '';
  return {
    summary: first && last ? `${first.label} leads with ${text}; the ${count(bars.length)} shown make up ${percent(last.cumulative)}.` : '',
    table: {
      columns: [
        column('label', 'Family'),
        column('value', head, unit === 'seconds' ? 'worked' : 'count'),
        column('cumulative', 'Running share', 'share')
      ],
      rows: bars.map(({ label, value, cumulative, href, records }) => ({ label, value, cumulative, href, records })),
      href: (row, { name }) => (name === 'label' ? String(row.href) : name === 'value' ? String(row.records) : undefined)
    }
  };
}

export function tellCandidates(candidates: readonly CandidateLine[]): Telling {
  const level = (wanted: string): number => candidates.filter((one) => one.level === wanted).length;
  const [first] = candidates;
  return {
    summary: first
      ? `${plural(candidates.length, 'candidate')}, ${plural(level('alert'), 'alert')} and ${count(level('watch'))} to watch; first is ${first.label}: ${first.level === 'none' ? first.kind : `${first.level}, ${first.kind}`}.`
      : '',
    table: {
      columns: [
        column('rank', 'Rank', 'count'),
        column('label', 'Family'),
        column('level', 'Evidence'),
        column('kind', 'Kind'),
        column('impact', 'Expected loss in 28 days'),
        column('usual', 'Usual in a week', 'number'),
        column('newest', 'Newest week', 'count'),
        column('linked', 'Problem')
      ],
      rows: candidates.map((one) => ({
        rank: one.rank,
        label: one.label,
        level: one.level === 'none' ? null : one.level,
        kind: one.kind,
        impact: one.impact.text,
        usual: one.usual,
        newest: one.weekly.at(-1) ?? null,
        linked: one.linked ? `${one.linked.label} ${one.linked.id}` : null,
        href: one.href
      })),
      download: '/api/table/candidates?format=csv',
      href: linked('label')
    }
  };
}
