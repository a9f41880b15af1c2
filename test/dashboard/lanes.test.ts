import { describe, expect, it } from 'vitest';
import { clockLanes, historyLanes } from '#dashboard/charts/lanes.ts';
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
    expect(state?.stretches.map((one) => [one.label, one.from, one.to])).toEqual([
      ['new', at(8), at(9)],
      ['in progress', at(9), at(18)],
      ['resolved', at(18), '2026-03-02T18:30:00.000Z']
    ]);
    expect(team?.stretches.map((one) => [one.label, one.tone])).toEqual([
      ['Desk', 'new'],
      ['Network', 'closed']
    ]);
    expect(more).toEqual([]);
  });
  it('leave an open record running to the data instant', () => {
    expect(historyLanes(history.slice(0, 2).concat(row(12, null, 'on_hold', 'Desk')), at(23))[0]?.stretches.at(-1)?.to).toBeNull();
  });
});

describe('lanes of clocks', () => {
  const clock = {
    clock_id: 1,
    target: 'Resolution',
    agreement: 'Gold',
    cycle: 1,
    is_breached: true,
    breached_at: at(11),
    stopped_at: at(14),
    due_at: at(11),
    stage: 'breached'
  };
  const segment = (from: number, to: number, kind: string) => ({
    clock_id: 1,
    from_at: at(from),
    to_at: at(to),
    kind,
    business_seconds: 3600,
    team: 'Desk',
    state: 'new',
    calendar: 'de'
  });
  it('split the segment in which the goal was passed, and nothing else', () => {
    const [lane] = clockLanes([clock], [segment(8, 10, 'paused'), segment(10, 12, 'running'), segment(12, 14, 'running')]);
    expect(lane?.stretches.map((one) => [one.from, one.to, one.tone])).toEqual([
      [at(8), at(10), 'waiting'],
      [at(10), at(11), 'working'],
      [at(11), at(12), 'over'],
      [at(12), at(14), 'over']
    ]);
    expect(lane?.marks?.map((mark) => mark.label)).toEqual(['breached']);
  });
});

describe('states of a panel', () => {
  const frame: Omit<Answer, 'rows'> = {
    columns: [],
    unavailable: {},
    period: { from: '', to: '', isPartial: false },
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
