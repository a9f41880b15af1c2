import { describe, expect, it } from 'vitest';
import { bullets } from '#dashboard/charts/bullet.ts';
import { slam } from '#dashboard/charts/slam.ts';
import { timeline } from '#dashboard/charts/timeline.ts';
import { weekDays } from '#dashboard/charts/week.ts';
import { nextPlace } from '#dashboard/lib/marks.ts';
import { cellText, sortRows } from '#dashboard/lib/table-column.ts';
import { tellSpark } from '#dashboard/lib/telling.ts';
import { tellBullets, tellSlack, tellSlam, tellWeek } from '#dashboard/lib/telling-levels.ts';
import { tellFunnel, tellHandOffs, tellPareto, tellShares, tellTimeline } from '#dashboard/lib/telling-work.ts';

const href = (name: string): string => `/records?of=${name}`;

describe('a figure in one sentence and as a table', () => {
  it('bullets: how many are below, and the worst, which is not the first', () => {
    const rows = bullets([
      { label: 'Response', share: 0.97, goal: 0.95, completed: 100 },
      { label: 'Repair', share: 0.9, goal: 0.92, completed: 50 },
      { label: 'Supplier', share: 0.731, goal: 0.9, completed: 167 },
      { label: 'Advice', share: 0.5, goal: null, completed: 3 }
    ]);
    const { summary, table } = tellBullets(rows, href);
    expect(summary).toBe('2 of 3 targets with a goal are below it; Supplier is furthest below, −16.9 pp.');
    expect(table.rows.map(({ share, gap }) => [share, gap])).toHaveLength(4);
    const share = table.columns.find(({ name }) => name === 'share')!;
    expect(table.href!(table.rows[2]!, share)).toBe('/records?of=Supplier');
    expect(table.href!(table.rows[2]!, table.columns[0]!)).toBeUndefined();
    expect(tellBullets(rows.slice(0, 1), href).summary).toBe('All 1 target with a goal keep it.');
  });

  it('a share in a table is not rounded across the goal of its own row', () => {
    const { table } = tellBullets(bullets([{ label: 'A', share: 0.9496, goal: 0.95, completed: 10_000 }]), href);
    const [row] = table.rows;
    expect(cellText(row!.share, table.columns[1]!, row)).toBe('94.96 %');
    expect(cellText(row!.gap, table.columns[3]!, row)).toBe('±0.0 pp');
  });

  it('grid of services: one row for each cell with clocks, none for an empty one', () => {
    const row = (service: string, period: string, attained: number | null, done: number) => ({ service, period, attained, done });
    const grid = slam(
      {
        columns: [],
        rows: [
          row('Mail', '2026-01-01', 0.9, 40),
          row('Mail', '2026-02-01', 0.8, 30),
          row('Web', '2026-01-01', null, 0),
          row('Web', '2026-02-01', 0.99, 5)
        ]
      },
      { row: 'service', attainment: 'attained', completed: 'done', promised: () => ({ goal: 0.95 }), asOf: '2026-03-01' }
    );
    const { summary, table } = tellSlam('Service', grid, (member, period) => `${member}/${period}`);
    expect(summary).toBe('In Feb 2026, the newest complete month, 1 of 2 missed a goal; Mail is lowest with 80.0 %.');
    expect(table.rows).toHaveLength(3);
    expect(table.rows.find(({ member }) => member === 'Web')).toMatchObject({ state: 'few records', completed: 5 });
    expect(table.href!(table.rows[0]!, table.columns[2]!)).toBe('Mail/2026-01-01');
  });

  it('funnel, shares, Pareto, hand-offs, hours, slack, a line', () => {
    const step = (measure: string, value: number, left: number) => ({
      measure,
      label: measure,
      value,
      ofFirst: value / 200,
      ofBefore: null,
      left
    });
    expect(tellFunnel([step('events', 200, 0), step('incidents', 30, 170)], href).summary).toBe(
      'Of 200, 30 (15.0 %) come to the last step.'
    );
    const shares = tellShares(
      [
        { label: 'Network', share: 0.75, seconds: 10_800 },
        { label: 'Desk', share: 0.25, seconds: 3600 }
      ],
      'Team'
    );
    expect(shares.summary).toBe('Largest part: Network with 75.0 %, 3 h of 4 h.');
    const bar = { label: 'VPN drops', href: '/p/1', records: '/r/1', value: 40, cumulative: 0.4 };
    expect(tellPareto([bar], 'Incidents', 'count').summary).toBe('VPN drops leads with 40; the 1 shown make up 40.0 %.');
    const cell = (mean: number, count: number, level: number) => ({ mean, count, level });
    expect(
      tellHandOffs({
        from: ['A', 'B'],
        to: ['B', 'A'],
        cells: [
          [cell(3600, 9, 5), null],
          [null, cell(90_000, 2, 0)]
        ]
      })
    ).toBe('11 hand-offs; from A to B waits longest, 1 h on average over 9.');
    expect(tellWeek(weekDays([{ weekday: 1, from: 32_400, to: 61_200 }])).summary).toBe('Open on 1 of 7 days, 8 h a week.');
    const hours = Array.from({ length: 24 }, () => 3600 as number | null);
    expect(tellSlack({ cells: [[...hours.slice(1), -7200]], least: -7200, most: 3600 }).summary).toBe(
      'It does not fit in 1 of 24 hours of the week; worst on Mon 23:00 with −2 h.'
    );
    expect(tellSpark([null, 3, 9, 4], 'count')).toBe('3 values from 3 to 4, lowest 3, highest 9');
    expect(tellSpark([null, null], 'share')).toBe('no values');
  });

  it('time line: a row for each stretch and each mark', () => {
    const from = '2026-03-02T08:00:00Z';
    const drawn = timeline(
      [
        {
          name: 'State',
          stretches: [{ from, to: null, label: 'new', tone: 'new' }],
          marks: [{ at: '2026-03-02T09:00:00Z', label: 'due', tone: 'due' }]
        }
      ],
      '2026-03-02T10:00:00Z'
    );
    const { summary, table } = tellTimeline(drawn, 'UTC');
    expect(summary).toContain('1 lane with 1 stretch');
    expect(table.rows.map(({ what, to }) => [what, to])).toEqual([
      ['new', null],
      ['due', '2026-03-02T09:00:00Z']
    ]);
    expect(sortRows(table.rows, 'to', true).map(({ what }) => what)).toEqual(['due', 'new']);
  });
});

describe('the keyboard cursor of a figure', () => {
  const place = (row: number, column: number) => ({ row, column });

  it('goes along a row and down a column of a table, past cells without a mark', () => {
    const grid = [place(1, 1), place(1, 3), place(2, 1), place(4, 3)];
    expect(nextPlace(grid, grid[0]!, 'ArrowRight')).toBe(grid[1]);
    expect(nextPlace(grid, grid[0]!, 'ArrowDown')).toBe(grid[2]);
    expect(nextPlace(grid, grid[1]!, 'ArrowDown')).toBe(grid[3]);
    expect(nextPlace(grid, grid[0]!, 'ArrowLeft')).toBeUndefined();
    expect(nextPlace(grid, grid[0]!, 'Tab')).toBeUndefined();
  });

  it('walks a list with either kind of arrows', () => {
    const list = [place(0, -1), place(1, -1)];
    expect(nextPlace(list, list[0]!, 'ArrowDown')).toBe(list[1]);
    expect(nextPlace(list, list[1]!, 'ArrowLeft')).toBe(list[0]);
    expect(nextPlace(list, list[1]!, 'ArrowRight')).toBeUndefined();
  });
});
