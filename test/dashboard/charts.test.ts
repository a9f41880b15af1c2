import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { backlogSteps } from '#dashboard/charts/backlog.ts';
import { behaviourOf } from '#dashboard/charts/behaviour.ts';
import { cellOf } from '#dashboard/charts/cell.ts';
import { draw } from '#dashboard/charts/draw.ts';
import { renderSvg } from '#dashboard/charts/engine.ts';
import { bucketEnd, isPartial } from '#dashboard/charts/period.ts';
import { escapeHtml, tip } from '#dashboard/charts/parts.ts';
import { pareto, rankedOf } from '#dashboard/charts/ranking.ts';
import { seriesOf } from '#dashboard/charts/series.ts';
import { newestMonth, slam } from '#dashboard/charts/slam.ts';
import { spark } from '#dashboard/charts/spark.ts';
import { summary } from '#dashboard/charts/summary.ts';
import { dark, light, standing } from '#dashboard/charts/theme.ts';
import { timeline } from '#dashboard/charts/timeline.ts';
import { context, months, tableOf } from './fixture.ts';

describe('periods', () => {
  it('end where the next begins', () => {
    expect(bucketEnd('2026-12-01', 'month')).toBe('2027-01-01');
    expect(bucketEnd('2026-10-01', 'quarter')).toBe('2027-01-01');
    expect(bucketEnd('2026-03-23', 'week')).toBe('2026-03-30');
    expect(bucketEnd('2026-11-01', 'fiscal_quarter')).toBe('2027-02-01');
    expect(bucketEnd('2026-04-01', 'fiscal_year')).toBe('2027-04-01');
  });
  it('are unfinished while the data instant lies in them', () => {
    expect(isPartial('2026-06-01', 'month', '2026-06-15')).toBe(true);
    expect(isPartial('2026-05-01', 'month', '2026-06-15')).toBe(false);
    expect(isPartial('2026-05-01', 'month', '2026-06-01')).toBe(false);
  });
});

describe('series', () => {
  it('fill missing buckets and keep the comparison apart', () => {
    const { periods, series } = seriesOf(
      tableOf([
        { period: '2026-02-01', share: 0.9, 'share:compare': 0.8 },
        { period: '2026-01-01', share: null, 'share:compare': 0.7 }
      ]),
      ['share']
    );
    expect(periods).toEqual(['2026-01-01', '2026-02-01']);
    expect(series.map((one) => [one.isComparison, one.values])).toEqual([
      [false, [null, 0.9]],
      [true, [0.7, 0.8]]
    ]);
  });
  it('keep the four largest members and add up the rest', () => {
    const rows = ['a', 'b', 'c', 'd', 'e', 'f', 'g'].map((team, at) => ({ period: '2026-01-01', team, count: 10 - at }));
    const { series } = seriesOf(tableOf(rows), ['count'], 'team');
    expect(series.map((one) => [one.name, one.values[0]])).toEqual([
      ['a', 10],
      ['b', 9],
      ['c', 8],
      ['d', 7],
      ['Other', 15]
    ]);
  });
});

describe('backlog', () => {
  it('adds up and shows what does not', () => {
    const rows = [
      { period: '2026-01-01', count: 10, in: 4, out: 1 },
      { period: '2026-02-01', count: 12, in: 5, out: 3 },
      { period: '2026-03-01', count: 9, in: 0, out: 2 }
    ];
    const encoding = { chart: 'backlog', backlog: 'count', arrived: ['in'], left: ['out'] } as const;
    const steps = backlogSteps(tableOf(rows), encoding);
    for (const [at, step] of steps.entries()) {
      expect(step.opening! + step.arrived - step.left + (step.residual ?? 0)).toBe(step.backlog);
      if (at > 0) expect(step.opening).toBe(steps[at - 1]!.backlog);
    }
    const svg = renderSvg(draw(tableOf(rows), encoding, context), 640, 320);
    expect(svg).toContain(`opening ${steps[0]!.opening}`);
    expect(steps.map((step) => step.residual)).toEqual([null, 0, -1]);
    expect(summary(tableOf(rows), encoding, context)).toBe(
      'From 7 to 9 open: +2; 9 came in, 6 left; residual −1: not explained by the flows, in Mar 2026.'
    );
  });
});

describe('process behaviour', () => {
  it('leaves out a bucket that the period cuts at its start', () => {
    const table = tableOf(months.map((period) => ({ period, share: 0.9 })));
    expect(behaviourOf(table, { chart: 'behaviour', measure: 'share' }, { ...context, from: '2026-01-15' }).periods[0]).toBe('2026-02-01');
    const cut = { ...context, asOf: '2027-01-01', to: '2026-06-20' };
    expect(behaviourOf(table, { chart: 'behaviour', measure: 'share' }, cut).periods.at(-1)).toBe('2026-05-01');
  });
  it('leaves out the unfinished bucket', () => {
    const table = tableOf(months.map((period) => ({ period, share: 0.9 })));
    expect(behaviourOf(table, { chart: 'behaviour', measure: 'share' }, context).periods).toHaveLength(5);
  });
});

describe('SLAM grid', () => {
  it('puts the worst newest month first and says when records are few', () => {
    const rows = [
      { period: '2026-01-01', service: 'Mail', share: 0.99, count: 100 },
      { period: '2026-02-01', service: 'Mail', share: 0.955, count: 100 },
      { period: '2026-01-01', service: 'VPN', share: 0.99, count: 100 },
      { period: '2026-02-01', service: 'VPN', share: 0.8, count: 5 }
    ];
    const grid = slam(tableOf(rows), {
      row: 'service',
      attainment: 'share',
      completed: 'count',
      promised: () => ({ goal: 0.95 }),
      asOf: '2026-03-01'
    });
    expect(grid.rows.map((row) => row.member)).toEqual(['VPN', 'Mail']);
    expect(grid.rows[0]?.cells.map((cell) => [cell.state, cell.hasFew])).toEqual([
      ['met', false],
      ['breached', true]
    ]);
    expect(grid.rows[1]?.now?.state).toBe('risk');
    expect(newestMonth(grid.rows)).toEqual({ period: '2026-02-01', missed: 1, judged: 2 });
    const early = slam(tableOf(rows), {
      row: 'service',
      attainment: 'share',
      completed: 'count',
      promised: () => ({ goal: 0.95 }),
      asOf: '2026-02-20'
    });
    expect(newestMonth(early.rows)).toEqual({ period: '2026-01-01', missed: 0, judged: 2 });
    expect(newestMonth([])).toBeUndefined();
  });
});

it('pareto adds up to one', () => {
  const all = pareto(
    tableOf([
      { team: 'b', count: 1 },
      { team: 'idle', count: 0 },
      { team: 'a', count: 3 }
    ]),
    'team',
    'count'
  );
  expect(all.map((one) => [one.member, one.share, one.cumulative])).toEqual([
    ['a', 0.75, 0.75],
    ['b', 0.25, 1]
  ]);
});

it('leaves out of a Pareto, and of what it counts, who adds nothing', () => {
  const table = tableOf([{ team: 'a', count: 19 }, ...['b', 'c', 'd', 'e', 'f'].map((team) => ({ team, count: 0 }))]);
  const encoding = { chart: 'pareto', category: 'team', measure: 'count' } as const;
  expect(rankedOf(table, encoding).map(({ member }) => member)).toEqual(['a']);
  expect(summary(table, encoding, context)).toBe('a leads with 19 of 19 (100.0 %).');
  expect(rankedOf(table, { ...encoding, chart: 'ranking' })).toHaveLength(6);
});

it('standing is decided on the exact share', () => {
  expect(standing(0.9499999, 0.95)).toBe('breached');
  expect(standing(0.95, 0.95)).toBe('risk');
  expect(standing(0.97, 0.95)).toBe('met');
  expect(standing(null, 0.95)).toBe('none');
});

it('a sparkline breaks at gaps', () => expect(spark([1, null, 2], 100, 20).path.match(/M/g)).toHaveLength(2));

describe('time line', () => {
  it('tiles without moving anything', () => {
    const drawn = timeline(
      [
        {
          name: 'clock',
          stretches: [
            { from: '2026-01-01T00:00:00Z', to: '2026-01-01T06:00:00Z', label: 'running', tone: 'working' },
            { from: '2026-01-01T06:00:00Z', to: null, label: 'paused', tone: 'waiting' }
          ]
        }
      ],
      '2026-01-02T00:00:00Z'
    );
    expect(drawn.lanes[0]?.stretches.map(({ left, width }) => [left, width])).toEqual([
      [0, 25],
      [25, 75]
    ]);
    expect(drawn.ticks.length).toBeLessThanOrEqual(9);
  });
});

describe('summary', () => {
  it('says value, move and target of the last complete bucket', () => {
    const table = tableOf(months.map((period, at) => ({ period, share: [0.97, 0.96, 0.97, 0.96, 0.9496, 0.5][at] ?? null })));
    expect(summary(table, { chart: 'line', measures: ['share'] }, { ...context, target: { value: 0.95, label: 'goal' } })).toBe(
      'share was 94.96 % in May 2026, down from 96.0 %; below the target of 95.0 %.'
    );
  });
  it('counts the vital few', () => {
    const table = tableOf([80, 10, 5, 5].map((count, at) => ({ team: 'abcd'[at] ?? '', count })));
    expect(summary(table, { chart: 'pareto', category: 'team', measure: 'count' }, context)).toBe(
      'a leads with 80 of 100 (80.0 %); 1 of 4 make up 80 %.'
    );
  });
});

describe('cells behind marks', () => {
  const table = tableOf([
    { period: '2026-01-01', priority: 2, count: 5 },
    { period: '2026-01-01', priority: null, count: 1 }
  ]);
  it('name the measure and the members', () => {
    const encoding = { chart: 'bars', measures: ['count'], series: 'priority' } as const;
    expect(cellOf(table, encoding, { seriesIndex: 0, seriesName: 'P2', dataIndex: 0 })).toEqual({
      measure: 'count',
      members: { period: '2026-01-01', priority: 2 }
    });
    expect(cellOf(table, encoding, { seriesIndex: 1, seriesName: '(none)', dataIndex: 0 })?.members.priority).toBeNull();
  });
});

describe('drawing', () => {
  const table = tableOf(months.map((period, at) => ({ period, share: 0.9 + at / 100, count: at + 1 })));
  it('makes SVG without a browser, in both themes', () => {
    for (const theme of [light, dark]) {
      const svg = renderSvg(
        draw(table, { chart: 'line', measures: ['share'], target: { value: 0.95, label: 'goal' } }, { ...context, theme }),
        600,
        240
      );
      expect(svg).toContain('goal 95 %');
      expect(svg).toContain(theme.hues[0]);
    }
  });
  it('hatches the unfinished bar', () => {
    expect(renderSvg(draw(table, { chart: 'bars', measures: ['count'] }, context), 600, 240)).toContain('<pattern');
    expect(renderSvg(draw(table, { chart: 'bars', measures: ['count'] }, { ...context, asOf: '2026-07-01' }), 600, 240)).not.toContain(
      '<pattern'
    );
  });
  it('lets no word of a record become markup', () => {
    expect(escapeHtml('<img onerror="x">')).toBe('&lt;img onerror=&quot;x&quot;&gt;');
    expect(tip('<b>', [{ label: '<i>', value: '1' }])).not.toContain('<i>');
  });
});

it('app.css holds the same colours as the charts', () => {
  const css = readFileSync(new URL('../../dashboard/app.css', import.meta.url), 'utf8');
  const pair = (name: string): [string, string] => {
    const [, a = '', b = ''] = new RegExp(`--${name}: light-dark\\((#\\w+), (#\\w+)\\)`).exec(css) ?? [];
    return [a, b];
  };
  const names = {
    canvas: 'canvas',
    panel: 'panel',
    ink: 'ink',
    inkSoft: 'ink-soft',
    inkFaint: 'ink-faint',
    line: 'line',
    tint: 'tint',
    met: 'met',
    risk: 'risk',
    breached: 'breached',
    paused: 'paused',
    other: 'other'
  } as const;
  for (const [key, name] of Object.entries(names))
    expect(pair(name)).toEqual([light[key as keyof typeof names], dark[key as keyof typeof names]]);
  light.hues.forEach((colour, at) => expect(pair(`hue-${at + 1}`)).toEqual([colour, dark.hues[at]]));
});
