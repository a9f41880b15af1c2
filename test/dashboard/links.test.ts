import { describe, expect, it } from 'vitest';
import { recordsUrl } from '#dashboard/lib/links.ts';
import type { Query } from '#warehouse/query/query.ts';

const query: Query = {
  measures: ['incident.opened'],
  dimensions: ['team', 'priority'],
  grain: 'month',
  totals: [['team']],
  top: { dimension: 'team', count: 2 }
};
const opened = (members: Record<string, string | number | boolean | null>) =>
  recordsUrl(query, { measure: 'incident.opened', members: { period: null, other: false, total: null, ...members } });

describe('the receipt of a cell', () => {
  it('narrows by what the row names, and none is a name', () => {
    expect(opened({ team: 'Network', priority: null, period: '2026-03-01' })).toBe(
      '/records?measures=incident.opened&by=team,priority&grain=month&cell.team=Network&cell.priority=&cell.period=2026-03-01'
    );
  });
  it('of a total leaves out what it rolls up', () => {
    expect(opened({ team: 'Network', priority: null, total: 'period,priority' })).toBe(
      '/records?measures=incident.opened&by=team,priority&grain=month&cell.team=Network'
    );
  });
  it('of the others says which members lead', () => {
    expect(opened({ team: 'Other', priority: 1, other: true, period: '2026-03-01' })).toBe(
      '/records?measures=incident.opened&by=team,priority&grain=month&top=team:2:incident.opened&cell.team=Other&cell.priority=1&cell.period=2026-03-01&cell.other=true'
    );
  });
  it('of a goal is that of the goal, not of the figure beside it', () => {
    expect(
      recordsUrl({ ...query, top: undefined, totals: undefined }, { measure: 'incident.opened:target', members: { team: 'Network' } })
    ).toBe('/records?measures=incident.opened&by=team,priority&grain=month&cell.team=Network&cell.goal=true');
  });
});
