import type { Bullet } from '#dashboard/charts/bullet.ts';
import { newestMonth, type SlamRow } from '#dashboard/charts/slam.ts';
import { sum } from '#dashboard/charts/table.ts';
import { standings } from '#dashboard/charts/theme.ts';
import type { WeekDay } from '#dashboard/charts/week.ts';
import { bucket, count, hours, percent, plural, points, weekday, worked } from '#dashboard/format.ts';
import type { PolicyView } from './policy-view.ts';
import type { SlackGrid } from './slack-grid.ts';
import { column, linked, type Telling } from './telling.ts';

export function tellBullets(rows: readonly Bullet[], href: (label: string) => string): Telling {
  const below = rows.filter(({ gap }) => gap !== null && gap < 0);
  const judged = rows.filter(({ gap }) => gap !== null);
  const [worst] = below.toSorted((a, b) => (a.gap ?? 0) - (b.gap ?? 0));
  const summary = worst
    ? `${count(below.length)} of ${plural(judged.length, 'target')} with a goal are below it; ${worst.label} is furthest below, ${points(worst.gap)}.`
    : judged.length
      ? `All ${plural(judged.length, 'target')} with a goal keep it.`
      : 'No target has a goal to compare with.';
  return {
    summary,
    table: {
      columns: [
        column('label', 'Target'),
        column('share', 'Attained', 'share', { targetIn: 'goal' }),
        column('goal', 'Goal', 'share'),
        column('gap', 'Gap', 'points'),
        column('state', 'State'),
        column('completed', 'Clocks', 'count')
      ],
      rows: rows.map(({ label, share, goal, gap, state, completed }) => ({
        label,
        share,
        goal,
        gap,
        state: standings[state].word,
        completed,
        href: href(label)
      })),
      href: linked('share')
    }
  };
}

export function tellSlam(head: string, grid: { rows: SlamRow[] }, href: (member: string, period: string) => string): Telling {
  const newest = newestMonth(grid.rows);
  const table = slamTable(head, grid, href);
  const [lowest] = grid.rows.filter(({ now }) => now && now.period === newest?.period).toSorted((a, b) => a.now!.share! - b.now!.share!);
  if (!newest || !lowest) return { summary: 'No completed clocks in a complete month.', table };
  const lead = `${lowest.member} is lowest with ${percent(lowest.now!.share, lowest.now!.goal)}`;
  const month = `In ${bucket(newest.period, 'month')}, the newest complete month`;
  const isJudged = grid.rows.some(({ goal, hasSeveral }) => goal !== null || hasSeveral);
  return {
    summary: isJudged ? `${month}, ${count(newest.missed)} of ${count(newest.judged)} missed a goal; ${lead}.` : `${month}, ${lead}.`,
    table
  };
}

function slamTable(head: string, grid: { rows: SlamRow[] }, href: (member: string, period: string) => string): Telling['table'] {
  return {
    columns: [
      column('member', head),
      column('period', 'Month', 'date', { grain: 'month' }),
      column('share', 'Attained', 'share', { targetIn: 'goal' }),
      column('goal', 'Goal', 'share'),
      column('state', 'State'),
      column('completed', 'Clocks', 'count')
    ],
    rows: grid.rows.flatMap(({ member, cells }) =>
      cells
        .filter(({ share }) => share !== null)
        .map(({ period, share, goal, completed, state, hasFew, words }) => ({
          member,
          period,
          share,
          goal,
          completed,
          state: hasFew ? 'few records' : (words ?? standings[state].word)
        }))
    ),
    href: (row, { name }) => (name === 'share' ? href(String(row.member), String(row.period)) : undefined)
  };
}

const hourWords = (hour: number): string => `${String(hour).padStart(2, '0')}:00`;

export function tellSlack({ cells }: SlackGrid): Telling {
  const rows = cells.flatMap((of, day) =>
    of.flatMap((slack, hour) => (slack === null ? [] : [{ day: weekday(day + 1), hour: hourWords(hour), slack, order: day * 24 + hour }]))
  );
  const short = rows.filter(({ slack }) => slack < 0);
  const [worst] = rows.toSorted((a, b) => a.slack - b.slack);
  return {
    summary: !worst
      ? 'No hour of the week was reckoned.'
      : short.length
        ? `It does not fit in ${count(short.length)} of ${count(rows.length)} hours of the week; worst on ${worst.day} ${worst.hour} with ${worked(worst.slack)}.`
        : `It fits in all ${count(rows.length)} hours of the week; least is left on ${worst.day} ${worst.hour}, ${worked(worst.slack)}.`,
    table: { columns: [column('day', 'Weekday'), column('hour', 'Hour'), column('slack', 'Least slack', 'worked')], rows }
  };
}

export function tellWeek(days: readonly WeekDay[]): Telling {
  const open = days.filter(({ bars }) => bars.length > 0);
  const share = sum(days.flatMap(({ bars }) => bars.map(({ width }) => width))) / 100;
  return {
    summary: `Open on ${count(open.length)} of 7 days, ${hours(Math.round(share * 86_400))} a week.`,
    table: {
      columns: [column('day', 'Weekday'), column('words', 'Open')],
      rows: days.map(({ weekday: iso, words }) => ({ day: weekday(iso), words }))
    }
  };
}

export function tellPolicies({ lines, goal }: PolicyView): Telling {
  const shares = lines.flatMap(({ share }) => share ?? []);
  const range = shares.length ? `${percent(Math.min(...shares), goal)} to ${percent(Math.max(...shares), goal)}` : 'no share';
  return {
    summary: `${plural(shares.length, 'policy', 'policies')} give ${range}${goal === null ? '' : `; the goal is ${percent(goal)}`}.`,
    table: {
      columns: [
        column('label', 'Policy'),
        column('share', 'Share', 'share', goal === null ? {} : { target: goal }),
        column('side', 'Side of the goal'),
        column('met', 'Met', 'count'),
        column('among', 'Of', 'count'),
        column('formula', 'Formula')
      ],
      rows: lines.map(({ label, share, side, met, among, formula, metHref, amongHref }) => ({
        label,
        share,
        side: side ?? null,
        met,
        among,
        formula,
        metHref,
        amongHref
      })),
      href: (row, { name }) => (name === 'met' || name === 'among' ? ((row[`${name}Href`] as string | null) ?? undefined) : undefined)
    }
  };
}
