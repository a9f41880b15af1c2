import { describe, expect, it } from 'vitest';
import { clockLanes } from '#dashboard/charts/clock-lanes.ts';
import { historyLanes } from '#dashboard/charts/lanes.ts';
import { timeline } from '#dashboard/charts/timeline.ts';
import { stretchWords, tickWords } from '#dashboard/charts/timeline-words.ts';
import type { RecordClock, SourceClock, Stretch } from '#warehouse/query/clocks/clock.ts';
import type { Answer } from '#warehouse/query/answer.ts';
import { outcomeOf } from '#dashboard/lib/panel-state.ts';
import { cellText, sortRows } from '#dashboard/lib/table-column.ts';

const at = (hour: number): string => `2026-03-02T${String(hour).padStart(2, '0')}:00:00.000Z`;
const row = (from: number, to: number | null, state: string, team: string) => ({
  from_at: at(from),
  to_at: to === null ? null : at(to),
  state,
  team,
  priority: 2,
  state_source: null
});

describe('lanes of a record', () => {
  const history = [
    row(8, 9, 'new', 'Desk'),
    row(9, 12, 'in_progress', 'Desk'),
    row(12, 18, 'in_progress', 'Network'),
    row(18, null, 'resolved', 'Network')
  ];
  it('merge neighbours that say the same and show the hand-over', () => {
    const [state, team, ...more] = historyLanes(history, at(23));
    expect(state?.stretches.map((one) => [one.label, one.from, one.to, one.drawnTo])).toEqual([
      ['new', at(8), at(9), undefined],
      ['in progress', at(9), at(18), undefined],
      ['resolved', at(18), null, '2026-03-02T18:30:00.000Z']
    ]);
    expect(team?.stretches.map((one) => [one.label, one.tone])).toEqual([
      ['Desk', 'new'],
      ['Network', 'closed']
    ]);
    expect(more).toEqual([]);
  });
  it('do not wait for the closing of a record that is over', () => {
    const after = [row(18, 20, 'resolved', 'Network'), row(20, 22, 'resolved', 'Desk'), row(22, null, 'closed', 'Desk')];
    const lanes = historyLanes([...history.slice(0, 3), ...after], at(23));
    expect(lanes[0]?.stretches.map((one) => [one.label, one.to, one.drawnTo])).toEqual([
      ['new', at(9), undefined],
      ['in progress', at(18), undefined],
      ['resolved', at(22), '2026-03-02T18:30:00.000Z']
    ]);
    const drawn = timeline(lanes, at(23));
    expect(drawn.to).toBe('2026-03-02T18:30:00.000Z');
    const last = drawn.lanes[0]?.stretches.at(-1);
    expect(last && last.left + last.width).toBeCloseTo(100);
    expect(last && stretchWords(last, 'UTC')).toBe(
      'resolved: Mon, 2 Mar 2026, 18:00 UTC to Mon, 2 Mar 2026, 22:00 UTC; goes on beyond the picture'
    );
    expect(tickWords(drawn.ticks, 'UTC').slice(0, 2)).toEqual(['2 Mar, 09:00', '12:00']);
  });
  it('leave an open record running to the data instant', () => {
    expect(historyLanes(history.slice(0, 2).concat(row(12, null, 'on_hold', 'Desk')), at(23))[0]?.stretches.at(-1)?.to).toBeNull();
  });
});

describe('lanes of clocks', () => {
  const seconds = (hour: number): number => Date.parse('2026-03-02T00:00:00Z') / 1000 + hour * 3600;
  const stretch = (from: number, to: number, kind: Stretch['kind'], isOver = false): Stretch => ({
    from: seconds(from),
    to: seconds(to),
    kind,
    isOver,
    wall: (to - from) * 3600,
    counted: kind === 'running' ? (to - from) * 3600 : 0,
    used: 3600,
    calendar: 'office',
    zone: 'Europe/Berlin',
    team: 'Desk',
    supplier: null,
    priority: 2,
    state: 'new',
    goal: 7200,
    changes: [],
    cause: null,
    rule: 'a rule'
  });
  const clock = (more: Partial<RecordClock>): RecordClock => ({
    id: '1',
    target: {
      id: 't',
      name: 'Resolution',
      agreement: 'Gold',
      agreementType: 'SLA',
      party: null,
      metric: 'resolution',
      version: 1,
      unit: 'elapsed',
      rules: []
    },
    cycle: 1,
    stage: 'breached',
    isBreached: true,
    isEverBreached: true,
    isExact: true,
    startedAt: seconds(8),
    stoppedAt: seconds(14),
    endsAt: seconds(14),
    dueAt: seconds(11),
    breachedAt: seconds(11),
    goal: 7200,
    goalDays: null,
    priority: 2,
    goalChanges: [],
    elapsed: 7200,
    least: 7200,
    most: 7200,
    actual: 7200,
    paused: 0,
    remaining: 0,
    calendar: 'office',
    calendarVersion: 1,
    isAlwaysOpen: false,
    zone: 'Europe/Berlin',
    calendarSource: 'fixed',
    calendarKey: null,
    zoneSource: null,
    team: 'Desk',
    supplier: null,
    stoppedBy: 'resolved',
    stopStateSource: null,
    stretches: [
      stretch(8, 10, 'paused'),
      stretch(10, 11, 'running'),
      stretch(11, 13, 'out_of_hours', true),
      stretch(13, 14, 'running', true)
    ],
    ahead: [],
    ...more
  });

  it('show running, paused and closed hours, what lies beyond the goal, the breach and the end', () => {
    const [lane] = clockLanes({ clocks: [clock({})], sourceClocks: [] });
    expect(lane?.stretches.map((one) => [one.from, one.to, one.tone, one.label])).toEqual([
      [at(8), at(10), 'waiting', 'paused'],
      [at(10), at(11), 'working', 'running'],
      [at(11), at(13), 'hours', 'closed'],
      [at(13), at(14), 'over', 'over the goal']
    ]);
    expect(lane?.marks?.map((mark) => mark.label)).toEqual(['✕ breached', 'ended']);
    expect(lane?.stretches[1]?.says).toBe(
      'running, Mon 2 Mar 2026 11:00:00 +01:00 to Mon 2 Mar 2026 12:00:00 +01:00: a rule; adds 1 h, 1 h in all'
    );
  });
  it('fold the hours of a long clock, but no pause', () => {
    const many = Array.from({ length: 60 }, (_, index) =>
      stretch(index, index + 1, index === 30 ? 'paused' : index % 2 ? 'out_of_hours' : 'running')
    );
    const [lane] = clockLanes({ clocks: [clock({ stretches: many, breachedAt: null })], sourceClocks: [] });
    expect(lane?.stretches.map((one) => one.tone)).toEqual(['mixed', 'waiting', 'mixed']);
    expect(lane?.stretches[0]?.says).toContain('running in open hours, 15 times');
  });
  it('draw what is left of a running clock until it is due, and keep far due times from crowding the picture', () => {
    const open = clock({
      stage: 'running',
      stoppedAt: null,
      breachedAt: null,
      dueAt: seconds(16),
      remaining: 1800,
      stretches: [stretch(8, 14, 'running')]
    });
    const [lane] = clockLanes({ clocks: [open], sourceClocks: [] });
    expect(lane?.stretches.at(-1)).toMatchObject({ from: at(14), to: at(16), tone: 'ahead', label: '30 min left' });
    const met = clock({ stage: 'met', isBreached: false, breachedAt: null, dueAt: seconds(500) });
    const drawn = timeline(clockLanes({ clocks: [met], sourceClocks: [] }), at(20), 'Europe/Berlin');
    expect([drawn.from, drawn.to]).toEqual([at(8), at(14)]);
    expect(drawn.lanes[0]?.marks.map((mark) => mark.label)).toEqual(['✓ met']);
  });
  it("set the source tool's own clock beside ours", () => {
    const theirs: SourceClock = {
      id: 's',
      target: 'Resolution - P2',
      stage: 'completed',
      startedAt: seconds(8),
      stoppedAt: seconds(13),
      dueAt: seconds(12),
      hasBreached: true,
      businessSeconds: 7320,
      pauseSeconds: 60
    };
    const [lane] = clockLanes({ clocks: [], sourceClocks: [theirs] });
    expect(lane).toMatchObject({ name: 'Resolution - P2', note: 'the source tool · ✕ breached · 2 h 2 min counted' });
  });
  it('begin days at midnight of the zone, also where clocks change', () => {
    const lane = {
      name: 'x',
      stretches: [{ from: '2026-03-27T00:00:00Z', to: '2026-04-02T00:00:00Z', label: 'x', tone: 'working' as const }]
    };
    expect(timeline([lane], at(0), 'Europe/Berlin').ticks.map((tick) => tick.at.slice(5, 13))).toEqual([
      '03-27T23',
      '03-28T23',
      '03-29T22',
      '03-30T22',
      '03-31T22',
      '04-01T22'
    ]);
  });
});

describe('states of a panel', () => {
  const frame: Omit<Answer, 'rows'> = {
    columns: [],
    unavailable: {},
    period: { from: '', to: '', isPartial: false },
    zone: 'UTC',
    fiscalYearStart: 1,
    build: { id: '', asOf: '', knownAt: '', zone: '', organisation: '', definitionsSha256: '' }
  };
  const query = { measures: ['m'], grain: 'month' as const };
  it('are told apart', () => {
    expect(outcomeOf({ problem: { message: 'no', isRefusal: true } }, query, undefined).status).toBe('empty');
    expect(outcomeOf({ problem: { message: 'no', isRefusal: false } }, query, undefined).status).toBe('error');
    expect(outcomeOf({ table: { ...frame, rows: [] } }, query, '2026-06-15').status).toBe('empty');
    expect(outcomeOf({ table: { ...frame, rows: [{ period: '2026-06-01', m: 1 }] } }, query, '2026-06-15').status).toBe('partial');
    expect(outcomeOf({ table: { ...frame, rows: [{ period: '2026-05-01', m: 1 }] } }, query, '2026-06-15').status).toBe('ready');
    expect(
      outcomeOf({ table: { ...frame, unavailable: { m: 'not available, because x' }, rows: [{ m: null }] } }, query, undefined).problem
        ?.message
    ).toContain('because x');
  });
});

describe('tables', () => {
  it('sort numbers as numbers with the missing last', () => {
    const rows = [{ a: 2 }, { a: null }, { a: 10 }];
    expect(sortRows(rows, 'a', true).map((one) => one.a)).toEqual([10, 2, null]);
    expect(sortRows(rows, 'a', false).map((one) => one.a)).toEqual([2, 10, null]);
  });
  it('write cells in their unit', () => {
    expect(cellText(12_408, { name: 'm', label: '', unit: 'count' })).toBe('12,408');
    expect(cellText('2026-03-01', { name: 'period', label: '', unit: 'date', grain: 'quarter' })).toBe('Q1 2026');
    expect(cellText(null, { name: 'm', label: '', unit: 'share' })).toBe('—');
    expect(cellText(2, { name: 'priority', label: '', unit: 'integer' })).toBe('P2');
  });
});
