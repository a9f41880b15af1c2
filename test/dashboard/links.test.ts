import { describe, expect, it } from 'vitest';
import { carried } from '#dashboard/boards/carried.ts';
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

describe('a link to another page', () => {
  const from = (address: string, to: string): string => carried(to, new URL(address, 'http://here'));
  it('carries the period, and grain and comparison where the page has them, but no filter', () => {
    const here = '/service-levels?period=last-1-complete-quarters&grain=week&compare=previous_period&team=Network&marks=off';
    expect(from(here, '/incidents')).toBe('/incidents?period=last-1-complete-quarters&grain=week&compare=previous_period');
    expect(from(here, '/service-levels/agreements')).toBe('/service-levels/agreements?period=last-1-complete-quarters');
    expect(from(here, '/service-levels/customers/Acme')).toContain('grain=week');
    expect(from('/incidents?from=2026-07-01&to=2026-10-01', '/')).toBe('/?period=2026-07-01..2026-10-01');
  });
  it('writes no default and nothing that cannot be read', () => {
    expect(from('/incidents?period=last-12-months&grain=month', '/suppliers')).toBe('/suppliers');
    expect(from('/incidents?period=never&grain=blue&compare=%3Cb%3E', '/suppliers')).toBe('/suppliers');
  });
  it('keeps what the address says by itself, and its place on the page', () => {
    const here = '/incidents?period=last-4-weeks&grain=day';
    expect(from(here, '/explore?measures=a.b,c.d&grain=week#pivot')).toBe('/explore?measures=a.b,c.d&grain=week&period=last-4-weeks#pivot');
    expect(from(here, '/records?measures=incident.opened')).toBe('/records?measures=incident.opened');
    expect(from(here, '#candidates')).toBe('#candidates');
  });
  it('carries the period through the page of one record, and nothing else of a board', () => {
    const record = from('/incidents?period=last-4-weeks&grain=day&team=A', '/records/incident/INC1');
    expect(record).toBe('/records/incident/INC1?period=last-4-weeks');
    expect(from(record, '/records/problem/PRB1#clocks')).toBe('/records/problem/PRB1?period=last-4-weeks#clocks');
    expect(from(record, '/requests')).toBe('/requests?period=last-4-weeks');
    expect(from('/records?measures=incident.open&period=all', '/records/incident/INC1')).toBe('/records/incident/INC1');
    expect(from('/incidents', '/records/incident/INC1')).toBe('/records/incident/INC1');
  });
  it('carries the period of a receipt, but not all time, which nobody chose', () => {
    expect(from('/records?measures=incident.opened&period=last-4-weeks', '/incidents')).toBe('/incidents?period=last-4-weeks');
    expect(from('/records?measures=problem.open&period=all', '/incidents')).toBe('/incidents');
    expect(from('/suppliers?period=all', '/incidents')).toBe('/incidents?period=all');
  });
});
